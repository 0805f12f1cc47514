import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * 日历订阅: a secret address under which one leader's, or one organ's, court sessions can be read by a calendar program.
 * Only the address's hash lies here; who has lost the address makes a new one.
 */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    id: key('id').primaryKey(),
    secretHash: key('secret_hash').notNull(),
    organId: key('organ_id').notNull(),
    /** One leader's own; null = all sessions of the organ. */
    accountId: key('account_id'),
    label: text().notNull(),
    createdBy: key('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** A revoked address answers that it was revoked, and never as if it had not been. */
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    revokedBy: key('revoked_by'),
  },
  (t) => [uniqueIndex('calendar_feed_secret').on(t.secretHash), index('calendar_feed_organ').on(t.organId)],
);
