import { index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * What somebody has typed and not yet filed: kept on the server, for its author only, and expired. No fact, no entry.
 * Read and written by its key; the index serves the sweep of expired ones.
 */
export const draft = pgTable(
  'draft',
  {
    accountId: text('account_id').notNull(),
    /** e.g. 'case:new' or 'case:<id>:decide'. */
    key: text('key').notNull(),
    body: jsonb('body').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] }), index('draft_expires_idx').on(t.expiresAt)],
);
