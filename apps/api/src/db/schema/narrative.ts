import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/** Long texts (requests, grounds, opinions) beside the ledger, kept and erased as `person_record` is. */
export const narrative = pgTable(
  'narrative',
  {
    id: key().primaryKey(),
    streamId: key('stream_id').notNull(),
    /** Hex; null once erased. */
    salt: key(),
    /** null once erased. */
    content: text(),
  },
  // All texts of one case.
  (t) => [index('narrative_stream').on(t.streamId)],
);
