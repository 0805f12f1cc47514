import { integer, pgTable } from 'drizzle-orm/pg-core';
import { instantMs, key } from '../columns.ts';

/**
 * One ledger: a case, an organ, an account … Its row is what writers lock; `version` and `headHash` repeat the last
 * entry's `seq` and `hash`, so that a writer needs no search for the head and `verify` notices a missing last entry.
 */
export const stream = pgTable('stream', {
  /** Made by the client for a new case. */
  id: key().primaryKey(),
  /** Which registered kind reads it. */
  kind: key().notNull(),
  /** `seq` of the last entry; 0 only inside the transaction that makes the stream. */
  version: integer().notNull(),
  headHash: key('head_hash').notNull(),
  /** Of the last entry: the next one is never earlier. null only while `version` is 0. */
  lastRecordedAt: instantMs('last_recorded_at'),
});
