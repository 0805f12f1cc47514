import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/** The last number given out per organ, series and year; raised in the transaction that uses it, so no number is skipped. */
export const numberCounter = pgTable(
  'number_counter',
  {
    organId: key('organ_id').notNull(),
    series: key().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organId, t.series, t.year] })],
);
