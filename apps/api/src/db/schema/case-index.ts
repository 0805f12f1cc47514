import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { day, instantMs, key } from '../columns.ts';

/**
 * One row per case of any kind: what a list shows. It holds the days on which things change and never a state that is
 * true only today. Written by projection only.
 */
export const caseIndex = pgTable(
  'case_index',
  {
    streamId: key('stream_id').primaryKey(),
    kind: key().notNull(),
    projectionVersion: integer('projection_version').notNull(),
    /** The stream's version this row was projected from. */
    version: integer().notNull(),
    caseNumber: text('case_number'),
    title: text().notNull(),
    organId: key('organ_id').notNull(),
    handlers: text().array().notNull(),
    procedure: key(),
    lawVersion: key('law_version'),
    filedOn: day('filed_on'),
    receivedOn: day('received_on'),
    acceptedOn: day('accepted_on'),
    acceptedBy: key('accepted_by'),
    acceptedVisibleFrom: day('accepted_visible_from'),
    closedOn: day('closed_on'),
    outcome: key(),
    matter: key(),
    category: key(),
    channel: key(),
    respondents: text().array().notNull().default([]),
    /** When the last entry was recorded. */
    updatedAt: instantMs('updated_at'),
    lawBookVersion: key('law_book_version').notNull(),
    calendarVersion: key('calendar_version').notNull(),
  },
  (t) => [
    // What must be projected anew at start: rows of an older program, law book or calendar.
    index('case_index_projection').on(t.kind, t.projectionVersion, t.lawBookVersion, t.calendarVersion),
  ],
);
