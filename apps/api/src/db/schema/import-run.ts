import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * One earlier register on its way into the ledgers: the uploaded table, how its columns are read, and how far it has
 * come. No fact: what became of it stands in the cases. Read by its key and, newest first, by its organ.
 */
export const importRun = pgTable(
  'import_run',
  {
    id: key().primaryKey(),
    organId: key('organ_id').notNull(),
    accountId: key('account_id').notNull(),
    fileName: text('file_name').notNull(),
    /** The uploaded bytes, read again when another sheet or header row is chosen; null once the run is over. */
    content: bytes('content'),
    /** [{name, rows}] */
    sheets: jsonb().notNull(),
    sheet: text(),
    /** Rows of the sheet that make the header: first and last, from 1. */
    headerFrom: integer('header_from'),
    headerTo: integer('header_to'),
    headers: jsonb(),
    /** A few rows as the page shows them beside the columns. */
    samples: jsonb(),
    /** Hash of the headers: by it the mapping is remembered. */
    signature: key(),
    mapping: jsonb(),
    /** uploaded · checking · checked · running · paused · finished */
    status: key().notNull(),
    total: integer().notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    /** When work on it last moved: a run without a sign of life has been cut off. */
    touchedAt: bigint('touched_at', { mode: 'number' }).notNull(),
  },
  (t) => [index('import_run_organ_idx').on(t.organId, t.createdAt.desc(), sql`id`)],
);
