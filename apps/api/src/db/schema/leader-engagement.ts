import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/**
 * What else a leader has in the diary: a span in which they cannot be in court. No fact of any case; it only warns while
 * a leader is being arranged, and its subject is for the organ's own people.
 */
export const leaderEngagement = pgTable(
  'leader_engagement',
  {
    id: key('id').primaryKey(),
    /** The organ whose people keep the diary. */
    organId: key('organ_id').notNull(),
    accountId: key('account_id').notNull(),
    onDay: day('on_day').notNull(),
    /** Minutes since midnight. */
    fromMinute: integer('from_minute').notNull(),
    untilMinute: integer('until_minute').notNull(),
    what: text().notNull(),
    createdBy: key('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    // One leader's day.
    index('leader_engagement_leader').on(t.accountId, t.onDay),
    index('leader_engagement_organ').on(t.organId, t.onDay),
  ],
);
