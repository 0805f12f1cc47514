import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EmbeddedServerError } from './embedded-error.ts';

/** The account PostgreSQL is run under when it may not be our own. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const UNPRIVILEGED = 'nobody';

/** Every account of the machine that /etc/passwd names (a bare uid is not enough: PostgreSQL looks itself up). */
function passwdEntries(): readonly Account[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

/** The name of a uid, or the number itself where the machine has no name for it. */
export function accountName(uid: number): string {
  return passwdEntries().find((entry) => entry.uid === uid)?.name ?? String(uid);
}

/** Who we are, for a sentence. */
export function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}

/**
 * The account to run the server under: `null` (our own) unless we are root, whom PostgreSQL refuses.
 * @throws EmbeddedServerError `no-unprivileged-account` when root has nobody to become.
 */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const account = passwdEntries().find((entry) => entry.name === UNPRIVILEGED);
  const refuse = (detail: string) =>
    new EmbeddedServerError('no-unprivileged-account', { account: UNPRIVILEGED, detail });
  if (account === undefined) throw refuse('/etc/passwd');
  const probe = spawnSync('/bin/sh', ['-c', ':'], { ...asAccount(account), cwd: '/' });
  if (probe.error !== undefined) throw refuse(probe.error.message);
  return account;
}

/** Spawn options that run a program under the account; none when it is our own. */
export function asAccount(account: Account | null): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

/** Can the account enter this folder? Tried, not computed: modes, ACLs and mounts all have a say. */
export function canEnter(account: Account | null, folder: string): boolean {
  if (account === null) return true;
  const probe: SpawnSyncReturns<Buffer> = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], {
    ...asAccount(account),
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}
