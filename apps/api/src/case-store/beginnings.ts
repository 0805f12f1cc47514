/** How a database began: what a seed asks before it writes anything. */
import type { ClientBase } from 'pg';
import type { Database } from '../db/database.ts';

/** Nothing was ever written here. */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await db.pool.query('select from stream limit 1')).rowCount === 0;
}

/**
 * The id of the first command, where every command's id begins with `prefix`; null where somebody else wrote, too, or
 * nobody did.
 */
export async function firstCommandOfAll(db: Database, prefix: string): Promise<string | null> {
  const others = await db.pool.query('select from command where not starts_with(id, $1) limit 1', [prefix]);
  if (others.rowCount !== 0) return null;
  const first = await db.pool.query<{ id: string }>('select id from command order by id limit 1');
  return first.rows[0]?.id ?? null;
}

/** How many ledgers there are: how far a beginning has come. */
export async function countStreams(db: Database): Promise<number> {
  const answer = await db.pool.query<{ n: number }>('select count(*)::int as n from stream');
  return answer.rows[0]?.n ?? 0;
}

/** Nothing was ever written here, as the holder of a transaction sees it. */
export const isEmptyFor = async (client: ClientBase): Promise<boolean> =>
  (await client.query('select from stream limit 1')).rowCount === 0;
