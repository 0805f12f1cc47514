import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { day, instantMs, key } from '../columns.ts';

/**
 * The flat dated facts of each case, each with the interval in which it was known: a figure "as of" is a comparison.
 * No primary key: two equal facts of one name are two facts.
 */
export const caseFact = pgTable(
  'case_fact',
  {
    streamId: key('stream_id').notNull(),
    name: key().notNull(),
    subject: key().notNull(),
    on: day(),
    value: text(),
    visibleFrom: day('visible_from'),
    knownFrom: instantMs('known_from').notNull(),
    knownTo: instantMs('known_to'),
  },
  (t) => [
    index('case_fact_stream').on(t.streamId),
    // Counting one fact over a period.
    index('case_fact_name_on').on(t.name, t.on),
  ],
);
