import { boolean, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * A filter of a list under a name: its author's own, or shared with everybody of the organ the author acted for. It
 * holds what the address holds and nothing found by it.
 */
export const savedFilter = pgTable(
  'saved_filter',
  {
    id: key('id').primaryKey(),
    organId: key('organ_id').notNull(),
    accountId: key('account_id').notNull(),
    name: text().notNull(),
    shared: boolean().notNull(),
    search: jsonb('search').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    // An organ's: a list is opened with its author's own and all shared ones.
    index('saved_filter_organ').on(t.organId, t.accountId),
  ],
);
