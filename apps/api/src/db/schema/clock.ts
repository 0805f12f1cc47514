import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/** Every clock of every case with its computed end; overdue or late is a comparison with the day asked for. */
export const clock = pgTable(
  'clock',
  {
    streamId: key('stream_id').notNull(),
    /** rule|subject|startSeq. */
    clockId: key('clock_id').notNull(),
    ruleId: key('rule_id').notNull(),
    subject: key().notNull(),
    startSeq: integer('start_seq'),
    visibleFrom: day('visible_from').notNull(),
    status: key().notNull(),
    raw: day(),
    due: day(),
    endKind: key('end_kind').notNull(),
    endOn: day('end_on'),
    marks: text().array().notNull(),
    lawBookVersion: key('law_book_version').notNull(),
    calendarVersion: key('calendar_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.clockId] }),
    // All clocks of one rule by date: overdue lists, timeliness figures.
    index('clock_rule_due').on(t.ruleId, t.due),
  ],
);
