import { index, integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * One row of an uploaded register and what became of it. Its cells hold people's data: they go when its case is written,
 * and with the run. Read by its run in the file's order, whole or by state and by what was found.
 */
export const importRow = pgTable(
  'import_row',
  {
    runId: key('run_id').notNull(),
    /** The row in the sheet, from 1, as the spreadsheet shows it. */
    n: integer().notNull(),
    cells: jsonb(),
    /** What makes the row one case, whoever imports it: the case's number, or a hash of its content. */
    rowKey: key('row_key'),
    /** unread · error · ready · known · done · failed */
    status: key().notNull(),
    /** error · warning · difference · clean: the worst that was found. */
    level: key(),
    caseNumber: key('case_number'),
    problems: jsonb(),
    differences: jsonb(),
    /** The case that came of it, or that was there already. */
    streamId: key('stream_id'),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.n] }),
    index('import_row_status_idx').on(t.runId, t.status, t.n),
    index('import_row_level_idx').on(t.runId, t.level, t.n),
    index('import_row_key_idx').on(t.runId, t.rowKey, t.n),
  ],
);
