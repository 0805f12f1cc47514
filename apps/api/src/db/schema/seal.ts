import { integer, pgTable } from 'drizzle-orm/pg-core';
import { day, instantMs, key } from '../columns.ts';

/**
 * Seals: each hashes the heads of all streams and chains to the last one. Against them a whole stream cannot vanish
 * unnoticed. Append-only, as `entry` is.
 */
export const seal = pgTable('seal', {
  number: integer().primaryKey(),
  sealedAt: instantMs('sealed_at').notNull(),
  /** The civil day of `sealedAt` (Asia/Shanghai): the daily seal asks for it. Derived, checked by `verify`. */
  sealedOn: day('sealed_on').notNull(),
  occasion: key().notNull(),
  streamCount: integer('stream_count').notNull(),
  headsHash: key('heads_hash').notNull(),
  prevHash: key('prev_hash').notNull(),
  hash: key().notNull(),
});
