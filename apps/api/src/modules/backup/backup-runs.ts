/** The record of backups. The table is in no ledger: a backup moves no date, no number and no right. */
import { randomUUID } from 'node:crypto';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import type { Database } from '../../db/database.ts';
import { LOCK_CLASS } from '../../postgres/databases.ts';
import type { BackupRun } from './types.ts';

/** Advisory lock of whoever makes a backup: one at a time, of all processes. */
const BACKUP_LOCK = 14;

/** Runs `work` as the only one who makes a backup; null, and nothing done, while somebody else does. */
export async function alone<T>(db: Database, work: () => Promise<T>): Promise<T | null> {
  const client = await db.pool.connect();
  const ignore = () => undefined;
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::int, $2::int) as got', [
      LOCK_CLASS,
      BACKUP_LOCK,
    ]);
    if (got.rows[0]?.got !== true) return null;
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock($1::int, $2::int)', [LOCK_CLASS, BACKUP_LOCK]).catch((e: Error) => {
        broken = e;
      });
    }
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

export interface NewRun {
  readonly occasion: BackupRun['occasion'];
  readonly startedBy: AccountId | null;
  readonly startedAt: InstantMs;
  readonly path: string;
}

/** Writes down that a backup begins. Its id. */
export async function beginRun(db: Database, run: NewRun): Promise<string> {
  const id = randomUUID();
  await db.pool.query(
    `insert into backup_run (id, occasion, started_by, started_at, status, path, verified, details)
     values ($1, $2, $3, $4, 'running', $5, false, '{}')`,
    [id, run.occasion, run.startedBy, run.startedAt, run.path],
  );
  return id;
}

export type EndOfRun = Pick<BackupRun, 'status' | 'size' | 'streams' | 'entries' | 'files' | 'verified' | 'error'> & {
  readonly finishedAt: InstantMs;
  readonly what: string | null;
};

/** Writes down how it ended. */
export async function endRun(db: Database, id: string, end: EndOfRun): Promise<void> {
  await db.pool.query(
    `update backup_run set status = $2, finished_at = $3, size = $4, streams = $5, entries = $6, files = $7,
            verified = $8, error = $9, details = $10::jsonb
      where id = $1`,
    [
      id,
      end.status,
      end.finishedAt,
      end.size,
      end.streams,
      end.entries,
      end.files,
      end.verified,
      end.error,
      JSON.stringify({ what: end.what }),
    ],
  );
}

/** Runs that stand as running though nobody makes a backup: their process died. Call while `alone`. */
export async function closeInterrupted(db: Database, at: InstantMs): Promise<void> {
  await db.pool.query(
    `update backup_run set status = 'failed', error = 'interrupted', finished_at = $1 where status = 'running'`,
    [at],
  );
}

/** Retention removed these. */
export async function markRemoved(db: Database, paths: readonly string[], at: InstantMs): Promise<void> {
  if (paths.length === 0) return;
  await db.pool.query('update backup_run set removed_at = $2 where path = any($1::text[]) and removed_at is null', [
    paths,
    at,
  ]);
}

const columns = `id, occasion, started_by as "startedBy", started_at as "startedAt", finished_at as "finishedAt", status,
  path, size, streams, entries, files, verified, error, details ->> 'what' as what, removed_at as "removedAt"`;

/** The last backups, newest first. */
export async function lastRuns(db: Database, limit: number): Promise<readonly BackupRun[]> {
  const answer = await db.pool.query<BackupRun>(
    `select ${columns} from backup_run order by started_at desc nulls last, id desc nulls last limit $1`,
    [limit],
  );
  return answer.rows;
}

/** When the last one that can be restored was begun; null where there is none. */
export async function lastGoodAt(db: Database): Promise<InstantMs | null> {
  const answer = await db.pool.query<{ at: InstantMs | null }>(
    `select max(started_at) as at from backup_run where status in ('done', 'incomplete') and verified`,
  );
  return answer.rows[0]?.at ?? null;
}

/** When the last good one that was made by itself was begun; null where none was. */
export async function lastScheduledGood(db: Database): Promise<InstantMs | null> {
  const answer = await db.pool.query<{ at: InstantMs | null }>(
    `select max(started_at) as at from backup_run
      where occasion = 'scheduled' and status in ('done', 'incomplete')`,
  );
  return answer.rows[0]?.at ?? null;
}
