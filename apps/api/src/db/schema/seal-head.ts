import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * The heads a seal saw for the first time: only those that had moved since the seal before. All heads of seal n are the
 * last row of each stream up to n, so a day's seal costs what the day wrote. Append-only, as `entry` is.
 */
export const sealHead = pgTable(
  'seal_head',
  {
    sealNumber: integer('seal_number').notNull(),
    streamId: key('stream_id').notNull(),
    version: integer().notNull(),
    headHash: key('head_hash').notNull(),
  },
  // (stream, seal): sealing asks for the last sealed version of each stream.
  (t) => [primaryKey({ columns: [t.streamId, t.sealNumber] })],
);
