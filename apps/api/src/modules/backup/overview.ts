import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { AccountId } from '@redress/domain/ids';
import type { ActorContext } from '../../trpc/procedures.ts';
import { digestDays } from '../notices/mail-digests.ts';
import { accountName } from '../office/names.ts';
import { lastGoodAt, lastRuns } from './backup-runs.ts';
import type { BackupOverview } from './types.ts';

const RUNS = 30;
const MAIL_DAYS = 14;
const STALE_MS = 2 * 86_400_000;

/** Room where backups lie, or would lie. */
async function freeAt(dir: string): Promise<number | null> {
  for (let at = dir; ; at = path.dirname(at)) {
    const found = await statfs(at).catch(() => null);
    if (found !== null) return found.bavail * found.bsize;
    if (path.dirname(at) === at) return null;
  }
}

/** The page of backups in one answer. */
export async function backupOverview(ctx: ActorContext): Promise<BackupOverview> {
  const { services, office } = ctx;
  const { backup, mail } = services.operations;
  const [runs, good, free, days] = await Promise.all([
    lastRuns(services.db, RUNS),
    lastGoodAt(services.db),
    freeAt(backup.dir),
    digestDays(services.db, MAIL_DAYS),
  ]);
  return {
    ...backup,
    free,
    stale: good === null || good < services.clock.now() - STALE_MS,
    runs: runs.map((run) => ({
      ...run,
      startedByName: run.startedBy === null ? null : accountName(office, run.startedBy as AccountId),
    })),
    mail: { server: mail?.host ?? null, days },
  };
}
