import type { DigestDay } from '../notices/mail-digests.ts';

export type { DigestDay };

export interface BackupRun {
  readonly id: string;
  readonly occasion: 'scheduled' | 'manual';
  readonly startedBy: string | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly status: 'running' | 'done' | 'incomplete' | 'failed';
  readonly path: string | null;
  readonly size: number | null;
  readonly streams: number | null;
  readonly entries: number | null;
  readonly files: number | null;
  /** Read back from the disk, every hash compared. */
  readonly verified: boolean;
  /** A code of the backup's errors, `interrupted`, or `failed`. */
  readonly error: string | null;
  /** What the error names: a path, a hash. */
  readonly what: string | null;
  readonly removedAt: number | null;
}

/** What the page of backups shows. */
export interface BackupOverview {
  readonly dir: string;
  readonly keep: number;
  readonly scheduled: boolean;
  /** Bytes free where backups lie; null where that cannot be told. */
  readonly free: number | null;
  /** The last backup that can be restored is older than two days, or there is none. */
  readonly stale: boolean;
  readonly runs: readonly (BackupRun & { readonly startedByName: string | null })[];
  readonly mail: {
    /** host:port; null where no mail server is set. */
    readonly server: string | null;
    readonly days: readonly DigestDay[];
  };
}
