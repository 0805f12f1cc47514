/** Brings a database to the schema of this program. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { DatabaseError } from './database-error.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const migrationsFolder = path.resolve(import.meta.dirname, '../../drizzle');

/** How many migrations this program knows. */
function knownMigrations(): number {
  const journal: { entries: unknown[] } = JSON.parse(
    readFileSync(path.join(migrationsFolder, 'meta/_journal.json'), 'utf8'),
  );
  return journal.entries.length;
}

async function appliedMigrations(client: Client): Promise<number> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (there.rows[0]?.there !== true) return 0;
  const answer = await client.query<{ n: number }>('select count(*) as n from drizzle.__drizzle_migrations');
  return answer.rows[0]?.n ?? 0;
}

/**
 * Applies the migrations that are missing; hold the advisory lock of databases.ts meanwhile.
 * @returns how many were applied.
 * @throws DatabaseError `newer-schema` where a later program has migrated it: an old one must not write into it;
 * `no-rights` where the user may make no tables.
 */
export async function applyMigrations(client: Client): Promise<number> {
  const known = knownMigrations();
  const before = await appliedMigrations(client);
  if (before > known) throw new DatabaseError('newer-schema', `${before} > ${known}`);
  await migrate(drizzle(client), { migrationsFolder }).catch((error: unknown) => {
    const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
    throw cause?.code === INSUFFICIENT_PRIVILEGE ? new DatabaseError('no-rights') : error;
  });
  return (await appliedMigrations(client)) - before;
}
