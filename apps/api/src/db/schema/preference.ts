import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * How somebody likes to work: the columns of a list, the filter it opens with. One small document per account and key;
 * no fact, no entry, and read by its key only.
 */
export const preference = pgTable(
  'preference',
  {
    accountId: text('account_id').notNull(),
    /** e.g. 'cases.list'. */
    key: text('key').notNull(),
    body: jsonb('body').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] })],
);
