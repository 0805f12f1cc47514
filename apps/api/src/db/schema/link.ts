import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/** Relations between cases, each stated by an entry of the younger one; a dispute is the connected set, computed. */
export const link = pgTable(
  'link',
  {
    fromStreamId: key('from_stream_id').notNull(),
    toStreamId: key('to_stream_id').notNull(),
    kind: key().notNull(),
    /** Of the `linked` entry. */
    seq: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fromStreamId, t.seq] }),
    // From the older case to those that point at it.
    index('link_to').on(t.toStreamId),
  ],
);
