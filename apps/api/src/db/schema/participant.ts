import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/**
 * Scope and worklist in one row: which organ takes part in a case, as what, and what is due for it, per phase.
 * `fromOn` <= day < `untilOn` picks the phase of a day; so a case nobody touches changes its state without a write.
 * Due and state stand here and not in a join: the same worklist through a join costs two hundred times as much.
 */
export const participant = pgTable(
  'participant',
  {
    streamId: key('stream_id').notNull(),
    kind: key().notNull(),
    organId: key('organ_id').notNull(),
    capacity: key().notNull(),
    fromOn: day('from_on').notNull(),
    untilOn: day('until_on').notNull(),
    stage: key().notNull(),
    waitingFor: key('waiting_for'),
    dueRule: key('due_rule'),
    dueUnit: key('due_unit'),
    /** 'infinity' where nothing is due: a keyset page never loses the row. */
    sortDue: day('sort_due').notNull(),
    dueStatus: key('due_status').notNull(),
    amberOn: day('amber_on').notNull(),
    redOn: day('red_on').notNull(),
    handlers: text().array().notNull(),
    closed: boolean().notNull(),
    /** The case's own, here for the list by day of receipt. */
    receivedOn: day('received_on'),
    /** By which lists are ordered and narrowed: as this organ knows them in this phase, or the case's own. */
    acceptedOn: day('accepted_on'),
    closedOn: day('closed_on'),
    outcome: key(),
    /** The case's number so that 9 stands before 10 (see case-store/number-key.ts); null while it has none. */
    numberKey: key('number_key'),
    procedure: key(),
    lawVersion: key('law_version'),
    matter: key(),
    category: key(),
    channel: key(),
    respondents: text().array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.organId, t.capacity, t.fromOn] }),
    // An organ's worklist in order of due date, a keyset page at any depth.
    index('participant_open_due').on(t.organId, t.sortDue, t.streamId).where(sql`not closed`),
    index('participant_due').on(t.organId, t.sortDue, t.streamId),
    // An organ's cases by day of receipt, newest first.
    index('participant_received').on(t.organId, t.receivedOn.desc(), t.streamId.desc()),
    // The other orders of the list, read forwards or backwards; a filter is looked up in the row on the way.
    index('participant_accepted').on(t.organId, t.acceptedOn, t.streamId),
    index('participant_closed').on(t.organId, t.closedOn, t.streamId),
    index('participant_number').on(t.organId, t.numberKey, t.streamId),
    // Whom cases wait for, open or closed; of most closed ones nobody is waited for.
    index('participant_waiting').on(t.organId, t.waitingFor, t.sortDue, t.streamId).where(sql`waiting_for <> 'nobody'`),
    // One person's own worklist.
    index('participant_open_handlers').using('gin', t.organId, t.handlers).where(sql`not closed`),
  ],
);
