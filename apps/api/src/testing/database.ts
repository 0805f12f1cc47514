/**
 * A real database per test file: a template is migrated once per run and schema, and each file gets a clone of it, which
 * takes a moment, with the owner's and the application's pool.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Databases, openDatabases } from '../postgres/databases.ts';

const LOCK_CLASS = 0x52454452;
const TEMPLATE_LOCK = 12;

/** Names the template after its migrations: a changed schema makes a new one. */
function templateName(): string {
  const folder = path.resolve(import.meta.dirname, '../../drizzle');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
    hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return `redress_template_${hash.digest('hex').slice(0, 12)}`;
}

export interface TestDatabase extends Databases {
  /** Address of the superuser (or of the user of DATABASE_URL) on this database: to tamper, and for child processes. */
  readonly url: string;
  /** Runs SQL as that user. */
  sql<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

function inDatabase(url: string, database: string): string {
  const to = new URL(url);
  to.pathname = `/${database}`;
  return to.href;
}

async function asAdmin<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Makes the template when this run is the first to ask. Half a template is never left: it is renamed when whole. */
async function ensureTemplate(client: pg.Client, url: string, template: string): Promise<void> {
  const known = await client.query('select from pg_database where datname = $1', [template]);
  if (known.rowCount !== 0) return;
  const half = `${template}_new`;
  await client.query(`drop database if exists ${half} with (force)`);
  await client.query(`create database ${half}`);
  await (await openDatabases({ databaseUrl: inDatabase(url, half) })).close();
  await client.query(`alter database ${half} rename to ${template}`);
}

/**
 * A fresh, migrated database for this test file; dropped after it.
 */
export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const admin = inject('postgresUrl');
  const name = `redress_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await asAdmin(admin, async (client) => {
    const template = templateName();
    await client.query('select pg_advisory_lock($1::int, $2::int)', [LOCK_CLASS, TEMPLATE_LOCK]);
    await ensureTemplate(client, admin, template);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = inDatabase(admin, name);
  const databases = await openDatabases({ databaseUrl: url }, options);
  const tools = new pg.Pool({ connectionString: url, max: 2 });
  tools.on('error', () => undefined);
  afterAll(async () => {
    await Promise.all([databases.close(), tools.end()]);
    await asAdmin(admin, (client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return {
    ...databases,
    url,
    sql: async <R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await tools.query<R>(text, [...values])).rows,
  };
}
