/**
 * What administrators do in the tables of sign-in: inside the transaction that writes the entry about it, where there
 * is one. No password is ever read, and none is kept but as its hash.
 */
import { createHash, randomInt } from 'node:crypto';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import type { ClientBase } from 'pg';
import type { Database } from '../db/database.ts';
import { LOCK_MINUTES, MAX_ATTEMPTS } from './lockout.ts';

/** Letters and digits that nobody reads for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be read out or handed over on paper, and changed at the first sign-in: xxxx-xxxx-xxxx. */
export function oneTimePassword(): string {
  const part = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [part(), part(), part()].join('-');
}

export interface SignInToOpen {
  readonly accountId: AccountId;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
}

const usernameTaken = (username: string) =>
  new RedressError({
    code: 'invalid-input',
    fields: [{ field: 'username', rule: 'username-taken', params: { username } }],
  });

/**
 * Lets an account sign in with a password it must change. Asked again for an account that has not changed its first
 * password yet it gives it the new one: an answer that was lost on its way can be asked for again. Says whether this
 * password is now the one.
 */
export async function openSignIn(client: ClientBase, s: SignInToOpen): Promise<boolean> {
  const taken = await client.query('select from auth_user where username = $1 and id <> $2', [s.username, s.accountId]);
  if (taken.rowCount !== 0) throw usernameTaken(s.username);
  await client.query(
    `insert into auth_user (id, name, email, email_verified, username, display_username, must_change)
     values ($1, $2, $3, true, $4, $4, true) on conflict (id) do nothing`,
    [s.accountId, s.name, `${s.username}@redress.invalid`, s.username],
  );
  const given = await client.query(
    `insert into auth_account (id, account_id, provider_id, user_id, password) values ($1, $2, 'credential', $2, $3)
     on conflict (id) do update set password = excluded.password
       where exists (select from auth_user u where u.id = $2 and u.must_change)`,
    [`credential-${s.accountId}`, s.accountId, s.passwordHash],
  );
  return given.rowCount !== 0;
}

/**
 * A new password that must be changed; every sign-in of the account ends. `again`: the reset was carried out before, so
 * this one is given only where its password was not changed since. Says whether it was given.
 */
export async function resetSignIn(
  client: ClientBase,
  accountId: AccountId,
  passwordHash: string,
  again: boolean,
): Promise<boolean> {
  // Locked: a password that its owner is choosing at this moment is not overwritten.
  const user = await client.query<{ mustChange: boolean }>(
    'select must_change as "mustChange" from auth_user where id = $1 for update',
    [accountId],
  );
  if (again && user.rows[0]?.mustChange !== true) return false;
  await client.query(`update auth_account set password = $2, updated_at = now() where user_id = $1`, [
    accountId,
    passwordHash,
  ]);
  await client.query('update auth_user set must_change = true, updated_at = now() where id = $1', [accountId]);
  await endSignIns(client, accountId);
  return true;
}

export async function renameSignIn(client: ClientBase, accountId: AccountId, name: string): Promise<void> {
  await client.query('update auth_user set name = $2, updated_at = now() where id = $1', [accountId, name]);
}

export async function endSignIns(client: ClientBase, accountId: AccountId): Promise<void> {
  await client.query('delete from auth_session where user_id = $1', [accountId]);
}

const lockKey = (username: string) => createHash('sha256').update(username.trim().toLowerCase()).digest('hex');

export async function unlockSignIn(client: ClientBase, username: string): Promise<void> {
  await client.query('delete from auth_lockout where username_hash = $1', [lockKey(username)]);
}

export interface SignInState {
  /** Browsers in which it is signed in now. */
  readonly sessions: number;
  /** When it last signed in, as far as a session is left. */
  readonly lastAt: InstantMs | null;
  readonly mustChange: boolean;
  readonly locked: boolean;
  /** It may sign in at all. */
  readonly open: boolean;
}

/** How these accounts stand with signing in. */
export async function signInStates(
  db: Database,
  accounts: readonly { readonly id: AccountId; readonly username: string | null }[],
  now: InstantMs,
): Promise<ReadonlyMap<AccountId, SignInState>> {
  const rows = await db.pool.query<{ id: AccountId; mustChange: boolean; sessions: number; lastAt: string | null }>(
    `select u.id, u.must_change as "mustChange",
            count(s.id) filter (where s.expires_at > to_timestamp($2::bigint / 1000.0))::int as sessions,
            (extract(epoch from max(s.created_at)) * 1000)::bigint as "lastAt"
       from auth_user u left join auth_session s on s.user_id = u.id
      where u.id = any($1::text[]) group by u.id`,
    [accounts.map((a) => a.id), now],
  );
  const locked = await lockedNames(
    db,
    accounts.flatMap((a) => a.username ?? []),
    now,
  );
  const known = new Map(rows.rows.map((row) => [row.id, row]));
  return new Map(
    accounts.map(({ id, username }) => {
      const row = known.get(id);
      const lastAt = row?.lastAt == null ? null : (Number(row.lastAt) as InstantMs);
      return [
        id,
        {
          sessions: row?.sessions ?? 0,
          lastAt,
          mustChange: row?.mustChange ?? false,
          locked: username !== null && locked.has(username),
          open: row !== undefined,
        },
      ];
    }),
  );
}

/** Which of these user names are locked now. */
async function lockedNames(db: Database, names: readonly string[], now: InstantMs): Promise<ReadonlySet<string>> {
  const byKey = new Map(names.map((name) => [lockKey(name), name]));
  const answer = await db.pool.query<{ hash: string }>(
    `select username_hash as hash from auth_lockout
      where username_hash = any($1::text[]) and attempts > $2 and last_at > to_timestamp($3::bigint / 1000.0)`,
    [[...byKey.keys()], MAX_ATTEMPTS, now - LOCK_MINUTES * 60_000],
  );
  return new Set(answer.rows.flatMap(({ hash }) => byKey.get(hash) ?? []));
}

export interface LockoutSummary {
  /** Names, known here or not, that failed at least once since their last good sign-in, in the last day. */
  readonly failing: number;
  readonly locked: number;
  readonly signedIn: number;
}

export async function lockoutSummary(db: Database, now: InstantMs): Promise<LockoutSummary> {
  const answer = await db.pool.query<LockoutSummary>(
    `select (select count(*)::int from auth_lockout where last_at > to_timestamp($1::bigint / 1000.0) - interval '1 day') as failing,
            (select count(*)::int from auth_lockout
              where attempts > $2 and last_at > to_timestamp($3::bigint / 1000.0)) as locked,
            (select count(distinct user_id)::int from auth_session where expires_at > to_timestamp($1::bigint / 1000.0)) as "signedIn"`,
    [now, MAX_ATTEMPTS, now - LOCK_MINUTES * 60_000],
  );
  return answer.rows[0] ?? { failing: 0, locked: 0, signedIn: 0 };
}

/** May anybody sign in at all? */
export async function hasSignIns(db: Database): Promise<boolean> {
  return (await db.pool.query('select from auth_user limit 1')).rowCount !== 0;
}
