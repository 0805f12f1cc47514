import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * Search by name and number. The organ that may search stands in the row, so that scope is part of the index and not a
 * join over thousands of hits, and an organ finds a case by nothing that it may not see. A person's name is copied from
 * `person_record` at projection and goes when the person's data are erased.
 */
export const partyName = pgTable(
  'party_name',
  {
    streamId: key('stream_id').notNull(),
    partyId: key('party_id').notNull(),
    capacity: key().notNull(),
    organId: key('organ_id').notNull(),
    personRecordId: key('person_record_id'),
    name: text().notNull(),
    /** Each character between two letters: trigrams then find names of one or two (see case-store/padding.ts). */
    padded: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.organId, t.partyId, t.capacity] }),
    index('party_name_search').using('gin', t.organId, t.padded.op('gin_trgm_ops')),
    // A whole number: all its trigrams stand in thousands of others.
    index('party_name_number')
      .on(t.organId, t.padded.op('text_pattern_ops'))
      .where(sql`capacity in ('case-number', 'document-number')`),
  ],
);
