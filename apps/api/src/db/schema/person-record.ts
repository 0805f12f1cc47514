import { index, jsonb, pgTable } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * People's data, beside the ledger and erasable: a version per row, never changed, only emptied. The entry that names a
 * row holds SHA-256 over salt and content; without the salt the hash tells nothing about what was erased.
 */
export const personRecord = pgTable(
  'person_record',
  {
    id: key().primaryKey(),
    streamId: key('stream_id').notNull(),
    /** Hex; null once erased. */
    salt: key(),
    /** The domain's PersonData; null once erased. */
    content: jsonb(),
  },
  // All people of one case.
  (t) => [index('person_record_stream').on(t.streamId)],
);
