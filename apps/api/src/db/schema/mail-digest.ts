import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { day, instantMs, key } from '../columns.ts';

/**
 * The daily mail of one account and day. The row is claimed (`sending`) and committed before the server hears of it:
 * whoever dies between the two leaves a mail unsent rather than sent twice.
 */
export const mailDigest = pgTable(
  'mail_digest',
  {
    accountId: key('account_id').notNull(),
    day: day().notNull(),
    /** sending | sent | waiting (tried again later) | refused (for good) | uncertain (handed over, no answer). */
    status: key().notNull(),
    attempts: integer().notNull(),
    /** A code, never the server's words: they repeat addresses. */
    lastError: key('last_error'),
    claimedAt: instantMs('claimed_at').notNull(),
    /** When to try again, while waiting. */
    nextAt: instantMs('next_at'),
    sentAt: instantMs('sent_at'),
    /** Notices made up to here are in it: the next day's mail begins after. */
    coversUntil: instantMs('covers_until').notNull(),
    notices: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.day] })],
);
