import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, accountName, asAccount, canEnter, ownName, serverAccount } from './embedded-account.ts';
import { type Binaries, findBinaries } from './embedded-binaries.ts';
import { EmbeddedServerError } from './embedded-error.ts';

/** Where root keeps what an unprivileged server cannot reach below a root-only folder; never the temporary folder. */
const SYSTEM_HOME = '/var/lib/redress';

/** Everything the launcher needs to know about one data folder. */
export interface Place {
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly password: string;
  readonly logFile: string;
  readonly account: Account | null;
  readonly binaries: Binaries;
}

/** Write a file that either appears whole or was there already; returns what it then holds. */
function writeOnce(file: string, content: string): string {
  const draft = `${file}.new-${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

/** The data folder, made when missing, and refused with its owner's name when it is somebody else's. */
function openDataDir(wanted: string): string {
  const root = process.getuid?.() === 0;
  try {
    if (!existsSync(wanted)) {
      mkdirSync(wanted, { recursive: true });
      // Root's server runs as nobody: it must pass through this folder to its cluster, but may not look around.
      chmodSync(wanted, root ? 0o711 : 0o700);
    }
    const dataDir = realpathSync(wanted);
    const marker = path.join(dataDir, 'postgres.password');
    const owner = statSync(existsSync(marker) ? marker : dataDir).uid;
    const own = process.getuid?.();
    // An empty folder handed to us (a mounted volume) may be another's, as long as we can write in it.
    const fresh = !existsSync(marker) && readdirSync(dataDir).length === 0;
    if (own !== undefined && owner !== own && !fresh) {
      throw new EmbeddedServerError('data-folder-of-another-user', {
        dataDir,
        owner: accountName(owner),
        user: ownName(),
      });
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return dataDir;
  } catch (error) {
    if (error instanceof EmbeddedServerError) throw error;
    throw unusable(wanted, error);
  }
}

/** A folder we may not even look into: name its owner when that is another, else the reason. */
function unusable(dataDir: string, cause: unknown): EmbeddedServerError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  try {
    const owner = statSync(dataDir).uid;
    if (owner !== process.getuid?.()) {
      return new EmbeddedServerError('data-folder-of-another-user', {
        dataDir,
        owner: accountName(owner),
        user: ownName(),
      });
    }
  } catch {
    // The folder cannot even be named: the reason says why.
  }
  return new EmbeddedServerError('data-folder-not-writable', { dataDir, detail });
}

/** The system's place, made when missing, which everybody may pass through whatever our umask. */
function systemHome(): string {
  if (!existsSync(SYSTEM_HOME)) {
    mkdirSync(SYSTEM_HOME, { recursive: true });
    chmodSync(SYSTEM_HOME, 0o755);
  }
  return SYSTEM_HOME;
}

/**
 * Where the cluster is: in the data folder, or, when root's unprivileged server cannot get there, in the system's own
 * place, with a pointer file in the data folder that names it.
 */
function locateCluster(dataDir: string, account: Account | null, log: (line: string) => void): string {
  const pointer = path.join(dataDir, 'postgres.path');
  const inside = path.join(dataDir, 'postgres');
  if (!existsSync(pointer) && (existsSync(inside) || canEnter(account, dataDir))) return inside;

  if (!existsSync(pointer)) {
    const home = systemHome();
    const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
    // A deleted data folder leaves its cluster behind: that one is never reused and never removed by us.
    let candidate = path.join(home, name);
    for (let n = 2; existsSync(candidate); n += 1) candidate = path.join(home, `${name}-${n}`);
    writeOnce(pointer, `${candidate}\n`);
  }
  const [clusterDir = '', created] = readFileSync(pointer, 'utf8').split('\n');
  if (created === 'created' && !existsSync(clusterDir)) {
    throw new EmbeddedServerError('cluster-missing', { dataDir, path: clusterDir });
  }
  log(`数据库位于 ${clusterDir} · the database is kept at ${clusterDir}`);
  return clusterDir;
}

/** Staging folders of launchers that were killed in the middle of `initdb`. */
function removeDeadStaging(clusterDir: string): void {
  const parent = path.dirname(clusterDir);
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(`${path.basename(clusterDir)}.new-`) ? Number(name.split('-').at(-1)) : Number.NaN;
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') continue;
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

/** Make the cluster beside its place and rename it there when whole; of two at once, the second uses the first's. */
async function createCluster(place: Place): Promise<void> {
  const { clusterDir, account, binaries } = place;
  removeDeadStaging(clusterDir);
  const staging = `${clusterDir}.new-${randomUUID().slice(0, 8)}-${process.pid}`;
  mkdirSync(staging, { mode: 0o700 });
  try {
    const passwordFile = path.join(staging, 'password');
    writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600 });
    if (account !== null) {
      chownSync(passwordFile, account.uid, account.gid);
      chownSync(staging, account.uid, account.gid);
    }
    const made = path.join(staging, 'cluster');
    // Fixed whatever the machine's LANG: else the cluster is SQL_ASCII, or its trigrams drop every Chinese character.
    const args = [
      ...['-D', made, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--lc-ctype=C.UTF-8'],
    ];
    const { code, output } = await run(binaries.initdb, args, account, staging);
    if (code !== 0) {
      throw new EmbeddedServerError('initdb-failed', { path: clusterDir, detail: output.trim().slice(-600) });
    }
    try {
      renameSync(made, clusterDir);
    } catch (error) {
      if (!existsSync(path.join(clusterDir, 'PG_VERSION'))) throw error;
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  const pointer = path.join(place.dataDir, 'postgres.path');
  if (existsSync(pointer) && !readFileSync(pointer, 'utf8').includes('\ncreated')) appendFileSync(pointer, 'created\n');
}

/** Run one of PostgreSQL's programs to its end, in English and UTC whatever our own environment says. */
export function run(
  program: string,
  args: readonly string[],
  account: Account | null,
  cwd: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...asAccount(account), cwd, env: serverEnvironment, windowsHide: true });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The environment of every PostgreSQL program: nothing of ours reaches it. */
export const serverEnvironment: Readonly<Record<string, string>> = { LANG: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * Open a data folder: check whose it is, find programs that can be run, decide where the cluster is, and create it when
 * there is none. Safe when two processes do it at once.
 * @throws EmbeddedServerError any code but `data-folder-in-use` and `server-did-not-start`.
 */
export async function preparePlace(wanted: string, log: (line: string) => void): Promise<Place> {
  const dataDir = openDataDir(path.resolve(wanted));
  const account = serverAccount();
  const binaries = findBinaries(account, () => (account === null ? dataDir : systemHome()));
  const clusterDir = locateCluster(dataDir, account, log);
  const passwordFile = path.join(dataDir, 'postgres.password');
  const exists = existsSync(path.join(clusterDir, 'PG_VERSION'));
  if (exists && !existsSync(passwordFile)) {
    throw new EmbeddedServerError('password-missing', { dataDir, path: clusterDir });
  }
  const password = writeOnce(passwordFile, `${randomBytes(24).toString('base64url')}\n`).trim();
  const place = { dataDir, clusterDir, password, account, binaries, logFile: path.join(dataDir, 'postgres.log') };
  if (!exists) {
    log(`正在建立数据库（约几秒）· creating the database (a few seconds)`);
    await createCluster(place);
  }
  return place;
}
