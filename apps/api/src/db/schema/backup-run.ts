import { bigint, boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instantMs, key } from '../columns.ts';

/** A backup that was made, or should have been: when, where it lies, how large it is, and whether it read back whole. */
export const backupRun = pgTable(
  'backup_run',
  {
    id: key().primaryKey(),
    /** scheduled | manual */
    occasion: key().notNull(),
    startedBy: key('started_by'),
    startedAt: instantMs('started_at').notNull(),
    finishedAt: instantMs('finished_at'),
    /** running | done | incomplete (stored files were missing or damaged) | failed */
    status: key().notNull(),
    path: text(),
    size: bigint({ mode: 'number' }),
    streams: integer(),
    entries: integer(),
    files: integer(),
    /** Read back from the disk after writing, every hash compared. */
    verified: boolean().notNull(),
    /** A code: no-space, not-writable, files-damaged, interrupted, failed. */
    error: key(),
    details: jsonb().notNull(),
    /** Removed by retention. */
    removedAt: instantMs('removed_at'),
  },
  (t) => [index('backup_run_started').on(t.startedAt.desc(), t.id.desc())],
);
