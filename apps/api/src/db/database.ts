/** What a use case is given to reach the database with. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Padding } from '../case-store/padding.ts';

export interface Database {
  readonly pool: pg.Pool;
  /** The same pool through drizzle, for the modules' own tables and typed reads. */
  readonly orm: NodePgDatabase & { readonly $client: pg.Pool };
  /** How names are padded for search here: a property of the server's character tables. */
  readonly padding: Padding;
}

/** One pool seen both ways; whoever made the pool ends it. */
export function makeDatabase(pool: pg.Pool, padding: Padding): Database {
  return { pool, orm: drizzle(pool), padding };
}
