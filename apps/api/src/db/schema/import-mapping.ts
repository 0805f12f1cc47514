import { bigint, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/** How an office's register is read, by the signature of its header: next year's file maps itself. */
export const importMapping = pgTable(
  'import_mapping',
  {
    organId: key('organ_id').notNull(),
    signature: key().notNull(),
    mapping: jsonb().notNull(),
    savedBy: key('saved_by').notNull(),
    savedAt: bigint('saved_at', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organId, t.signature] })],
);
