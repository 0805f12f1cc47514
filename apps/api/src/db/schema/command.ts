import { jsonb, pgTable } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * What each command did, so that a retried one gets its first answer and acts once. The body itself is not kept, only
 * its salted hash: erasing a person's data also forgets salt and hash (then every retry answers `command-reused`).
 */
export const command = pgTable('command', {
  id: key().primaryKey(),
  salt: key(),
  bodyHash: key('body_hash'),
  /** [{streamId, version, fromSeq}], the first being the stream the step was for. */
  answer: jsonb().notNull(),
});
