/**
 * From a server's address to two pools: the owner's, that migrates, verifies and rebuilds, and the application's, whose
 * role owns nothing and may only add to the ledger.
 *
 * How far the two are apart depends on what the server lets us do:
 * - `login` (the embedded server): two roles with passwords of their own, derived from the superuser's.
 * - `set-role` (DATABASE_URL, a user that may create roles or was given `redress_app`): the application signs in with the
 *   address's user and acts as `redress_app`.
 * - `one-role` (DATABASE_URL, a user that may not): both pools are that user. The triggers still refuse to change or
 *   remove entries and seals, and `verify` still finds what a changed trigger let through.
 */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { paddingOf } from '../case-store/padding.ts';
import { type Database, makeDatabase } from '../db/database.ts';
import { DatabaseError } from './database-error.ts';
import { applyMigrations } from './migrate.ts';
import { connectionConfig, makePool, type PoolOptions } from './pool.ts';

export const OWNER_ROLE = 'redress_owner';
export const APP_ROLE = 'redress_app';

/** Advisory lock key: "REDR" and the preparation of databases, so that two starters do not race. */
export const LOCK_CLASS = 0x52454452;
export const PREPARE_LOCK = 10;

export type Separation = 'login' | 'set-role' | 'one-role';

export interface Databases {
  readonly owner: Database;
  readonly app: Database;
  readonly separation: Separation;
  /** Migrations applied while opening. */
  readonly migrated: number;
  close(): Promise<void>;
}

export type Address =
  /** The embedded server: the superuser's address; the database is made when missing. */
  | { readonly adminUrl: string; readonly database: string }
  /** An office's own server: the database's address. */
  | { readonly databaseUrl: string };

export interface OpenOptions {
  readonly log?: (line: string) => void;
  /** Connections of the application's pool. */
  readonly max?: number;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function withDatabase(url: string, database: string): string {
  const to = new URL(url);
  to.pathname = `/${encodeURIComponent(database)}`;
  return to.href;
}

function withUser(url: string, user: string, password: string): string {
  const to = new URL(url);
  to.username = user;
  to.password = password;
  return to.href;
}

/** A role's password from the superuser's: nothing more to keep, and every process computes the same. */
function derivedPassword(adminUrl: string, role: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(adminUrl).password))
    .update(role)
    .digest('hex');
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionConfig({ url, applicationName: 'redress prepare', statementTimeout: 0 }));
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseError('unreachable', error instanceof Error ? error.message : undefined);
  }
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function holdingPrepareLock<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1::int, $2::int)', [LOCK_CLASS, PREPARE_LOCK]);
  try {
    return await work();
  } finally {
    await client
      .query('select pg_advisory_unlock($1::int, $2::int)', [LOCK_CLASS, PREPARE_LOCK])
      .catch(() => undefined);
  }
}

/**
 * The application's rights: read everything, write what is not proof. Given anew at each start, after the migrations,
 * for the role may be younger than a table and a table younger than the role.
 */
async function grantRights(client: pg.Client): Promise<void> {
  await client.query(`
    begin;
    grant usage on schema public to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema public to ${APP_ROLE};
    grant usage, select on all sequences in schema public to ${APP_ROLE};
    -- A backup says how many migrations its tables have seen.
    grant usage on schema drizzle to ${APP_ROLE};
    grant select on all tables in schema drizzle to ${APP_ROLE};
    -- Proof: added to, never changed.
    revoke update, delete, truncate on entry, seal, seal_head from ${APP_ROLE};
    -- Kept for as long as their ledger; erasing a person's data empties the row.
    revoke delete, truncate on stream, command, person_record, narrative, number_counter from ${APP_ROLE};
    commit`);
}

async function checkServer(client: pg.Client): Promise<void> {
  const answer = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
  );
  const { version, encoding } = answer.rows[0] ?? { version: '0', encoding: '' };
  if (Number(version) < 150_000) throw new DatabaseError('too-old', version);
  if (encoding !== 'UTF8') throw new DatabaseError('not-utf8', encoding);
}

/** Makes roles and database on a server that is ours. */
async function prepareOwnServer(adminUrl: string, database: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const passwords = [OWNER_ROLE, APP_ROLE].map((role) => [role, derivedPassword(adminUrl, role)] as const);
  await withClient(adminUrl, (client) =>
    holdingPrepareLock(client, async () => {
      for (const [role, password] of passwords) {
        const known = await client.query('select from pg_roles where rolname = $1', [role]);
        const verb = known.rowCount === 0 ? 'create' : 'alter';
        await client.query(`${verb} role ${role} login password '${password}'`);
      }
      const known = await client.query('select from pg_database where datname = $1', [database]);
      if (known.rowCount === 0) await client.query(`create database ${quoted(database)} owner ${OWNER_ROLE}`);
    }),
  );
  const [owner, app] = passwords.map(([role, password]) =>
    withUser(withDatabase(adminUrl, database), role, password),
  ) as [string, string];
  return { ownerUrl: owner, appUrl: app };
}

/** Whether this user can act as the application's role, which is made when missing and allowed. */
async function canSetRole(client: pg.Client): Promise<boolean> {
  // Each may fail for want of a right, or because another database's starter just did it: what counts is the last.
  await client.query(`create role ${APP_ROLE} nologin`).catch(() => undefined);
  await client.query(`grant ${APP_ROLE} to current_user`).catch(() => undefined);
  return client.query(`set role ${APP_ROLE}`).then(
    () => client.query('reset role').then(() => true),
    () => false,
  );
}

/**
 * Prepares a database (roles, migrations, rights) and opens its two pools. Any number of processes may do it at once.
 * @throws DatabaseError in both languages.
 */
export async function openDatabases(address: Address, options: OpenOptions = {}): Promise<Databases> {
  const own = 'adminUrl' in address;
  const { ownerUrl, appUrl } = own
    ? await prepareOwnServer(address.adminUrl, address.database)
    : { ownerUrl: address.databaseUrl, appUrl: address.databaseUrl };

  const { separation, migrated, padding } = await withClient(ownerUrl, async (client) => {
    await checkServer(client);
    return holdingPrepareLock(client, async () => {
      const how: Separation = own ? 'login' : (await canSetRole(client)) ? 'set-role' : 'one-role';
      const applied = await applyMigrations(client);
      if (how !== 'one-role') await grantRights(client);
      return { separation: how, migrated: applied, padding: await paddingOf(client) };
    });
  });
  if (separation === 'one-role') {
    options.log?.(
      '数据库用户不能建立角色：程序以表的所有者身份运行，案卷仍由触发器保护。 · ' +
        'The database user may not create roles: the program runs as the owner of its tables; triggers still protect the ledger.',
    );
  }
  const app: PoolOptions = {
    url: appUrl,
    applicationName: 'redress',
    max: options.max ?? 16,
    ...(separation === 'set-role' ? { role: APP_ROLE } : {}),
  };
  const ownerPool = makePool({ url: ownerUrl, applicationName: 'redress owner', max: 4, statementTimeout: 0 });
  const appPool = makePool(app);
  return {
    owner: makeDatabase(ownerPool, padding),
    app: makeDatabase(appPool, padding),
    separation,
    migrated,
    close: async () => {
      await Promise.all([appPool.end(), ownerPool.end()]);
    },
  };
}
