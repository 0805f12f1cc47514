import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { day, instantMs, key } from '../columns.ts';

/**
 * 待登记材料: what arrived and was scanned before anybody had time to register it. No fact and no entry: the ledger begins
 * with the registration, whose day of receipt is prefilled from here. A row waits while one of its files belongs to no
 * case; what was taken in by mistake is struck with its reason and stays.
 */
export const scan = pgTable(
  'scan',
  {
    id: key().primaryKey(),
    /** The reviewing organ it arrived at. */
    organId: key('organ_id').notNull(),
    receivedOn: day('received_on').notNull(),
    channel: key().notNull(),
    /** Courier number or the like. */
    filingProof: text('filing_proof').notNull(),
    /** A few words: who, about what. */
    words: text().notNull(),
    fileIds: text('file_ids').array().notNull(),
    takenInBy: key('taken_in_by').notNull(),
    takenInAt: instantMs('taken_in_at').notNull(),
    struckBy: key('struck_by'),
    struckAt: instantMs('struck_at'),
    struckWhy: text('struck_why'),
  },
  (t) => [
    // An organ's inbox, the oldest arrival first: its examination limit ends first.
    index('scan_organ_received').on(t.organId, t.receivedOn),
    // Which arrival a file came with.
    index('scan_files').using('gin', t.fileIds),
  ],
);
