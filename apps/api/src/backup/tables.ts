/**
 * Which tables a backup holds: every one in the schema, by the database's own catalogue, so that a new one is never
 * forgotten. Left out is what the ledgers say anyway, and what belongs to the machine or ends with a sign-in.
 */
import type { ClientBase } from 'pg';
import type { Kinds } from '../case-store/kinds.ts';
import { readTables } from '../case-store/read-tables.ts';

/**
 * Signed-in browsers and counters of attempts: whoever restores a backup signs nobody in. And the backups made so far:
 * they lie on the machine they were made on, and a restored office must make its own today.
 */
export const passingTables: readonly string[] = ['auth_session', 'auth_verification', 'auth_lockout', 'backup_run'];

export interface SchemaTable {
  readonly name: string;
  /** Without generated ones, in their order. */
  readonly columns: readonly string[];
  /** Of the primary key; the order of the rows. */
  readonly key: readonly string[];
  /** Tables whose rows must be there first. */
  readonly needs: readonly string[];
}

export async function schemaTables(client: ClientBase): Promise<readonly SchemaTable[]> {
  const answer = await client.query<SchemaTable>(
    `select c.relname as name,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns,
            array(select a.attname::text
                    from pg_index i, unnest(i.indkey) with ordinality as k (attnum, n), pg_attribute a
                   where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum
                   order by k.n) as key,
            array(select distinct f.relname::text from pg_constraint s join pg_class f on f.oid = s.confrelid
                   where s.conrelid = c.oid and s.contype = 'f' and f.oid <> c.oid) as needs
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname`,
  );
  return answer.rows;
}

/** Tables a backup holds, each after those it needs. */
export async function backedUpTables(client: ClientBase, kinds: Kinds): Promise<readonly SchemaTable[]> {
  const derived = new Set([...readTables(kinds).map((table) => table.name), ...passingTables]);
  const left = (await schemaTables(client)).filter((table) => !derived.has(table.name));
  const ordered: SchemaTable[] = [];
  while (left.length > 0) {
    const placed = new Set(ordered.map((table) => table.name));
    const next = left.findIndex((t) => t.needs.every((n) => placed.has(n) || !left.some((other) => other.name === n)));
    // A ring of references would be a mistake of the schema; what is in it is loaded as it comes.
    ordered.push(...left.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

/** How many migrations a database has. */
export async function migrationsOf(client: ClientBase): Promise<number> {
  const answer = await client.query<{ n: number }>('select count(*)::int as n from drizzle.__drizzle_migrations');
  return answer.rows[0]?.n ?? 0;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
