import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instantMs, key } from '../columns.ts';

/**
 * What somebody is told: one row per recipient. No fact and no entry; it holds codes and ids only, and what they stand
 * for is looked up, through the reader's scope, each time it is read.
 */
export const notice = pgTable(
  'notice',
  {
    id: key().primaryKey(),
    accountId: key('account_id').notNull(),
    /** One of the domain's notice kinds. */
    kind: key().notNull(),
    /** The case it is about; null where it is about the system itself. */
    streamId: key('stream_id'),
    params: jsonb().notNull(),
    /** What is told, named: the same is told to the same person once, however often it is found out. */
    key: text().notNull(),
    createdAt: instantMs('created_at').notNull(),
    readAt: instantMs('read_at'),
  },
  (t) => [
    uniqueIndex('notice_once').on(t.accountId, t.key),
    // One person's notices, newest first, a keyset page at any depth.
    index('notice_newest').on(t.accountId, t.createdAt.desc(), t.id.desc()),
    // The figure beside the bell.
    index('notice_unread').on(t.accountId).where(sql`read_at is null`),
  ],
);
