import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/** One row per instance of a lawsuit, with its own court case number. Written by projection only. */
export const lawsuitInstance = pgTable(
  'lawsuit_instance',
  {
    streamId: key('stream_id').notNull(),
    instanceId: key('instance_id').notNull(),
    /** The office that keeps the file. */
    organId: key('organ_id').notNull(),
    level: key().notNull(),
    court: text().notNull(),
    courtNumber: text('court_number').notNull(),
    /** Without blanks, widths and bracket kinds; null where the suit is voided. */
    numberKey: key('number_key'),
    remand: boolean().notNull(),
    openedOn: day('opened_on').notNull(),
    docketedOn: day('docketed_on'),
    endedOn: day('ended_on'),
    outcomes: text().array().notNull(),
    effectiveOn: day('effective_on'),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.instanceId] }),
    // One court case number is one registration, whoever is sued in it: the second is refused with a link to the first.
    uniqueIndex('lawsuit_instance_number').on(t.numberKey).where(sql`number_key is not null`),
    // An office's instances by level and court.
    index('lawsuit_instance_organ').on(t.organId, t.level, t.court),
  ],
);
