import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/**
 * What somebody means to do in a case: no fact and no entry, moved and ticked off freely. The days that the law sets are
 * clocks and stand elsewhere.
 */
export const todo = pgTable(
  'todo',
  {
    /** Made by the page: sent twice it is one. */
    id: key().primaryKey(),
    streamId: key('stream_id').notNull(),
    /** The reviewing organ, whose people alone see it. */
    organId: key('organ_id').notNull(),
    text: text().notNull(),
    dueOn: day('due_on'),
    assignee: key().notNull(),
    createdBy: key('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    doneAt: timestamp('done_at', { withTimezone: true }),
    doneBy: key('done_by'),
  },
  (t) => [
    // One person's open ones, by their day.
    index('todo_open_of_assignee').on(t.assignee, t.dueOn).where(sql`done_at is null`),
    // All of one case.
    index('todo_of_case').on(t.streamId),
  ],
);
