/**
 * Makes a backup into the folder of backups: written, read back, recorded; older ones removed by retention. A failure is
 * recorded and told to the system administrators.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import { BackupError, ofDisk } from '../../backup/backup-error.ts';
import { checkBackup } from '../../backup/check-backup.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import { civilDayOf } from '../../case-store/civil-day.ts';
import { errorFields } from '../../log.ts';
import type { Services } from '../../trpc/context.ts';
import { tellAdministrators } from '../notices/tell-administrators.ts';
import { alone, beginRun, closeInterrupted, endRun, lastScheduledGood, markRemoved } from './backup-runs.ts';
import { backupName, dayOfBackup, superfluous } from './retention.ts';
import type { BackupRun } from './types.ts';

type Needed = Pick<Services, 'db' | 'kinds' | 'clock' | 'directory' | 'log' | 'operations'>;

const HOUR_MS = 3_600_000;
const SHANGHAI_MS = 8 * HOUR_MS;
/** HHMMSS on the office's wall. */
const timeOf = (at: InstantMs): string => {
  const s = Math.floor(((at + SHANGHAI_MS) % (24 * HOUR_MS)) / 1000);
  return [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((n) => String(n).padStart(2, '0')).join('');
};

async function freeName(dir: string, day: CivilDate, time: string): Promise<string> {
  const taken = new Set(await readdir(dir).catch(() => []));
  const name = backupName(day, time);
  for (let n = 2; ; n += 1) {
    if (!taken.has(name)) return path.join(dir, name);
    const other = name.replace('.tar.gz', `-${n}.tar.gz`);
    if (!taken.has(other)) return path.join(dir, other);
  }
}

async function removeSuperfluous(s: Needed): Promise<void> {
  const { dir, keep } = s.operations.backup;
  const gone = superfluous(await readdir(dir), keep).map((name) => path.join(dir, name));
  for (const file of gone) await rm(file, { force: true });
  await markRemoved(s.db, gone, s.clock.now());
}

/** What a process left half-written when it died; nobody else writes while we are alone. */
async function removeHalves(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const whole = name.replace(/\.part$/, '');
    if (whole !== name && dayOfBackup(whole) !== null) await rm(path.join(dir, name), { force: true });
  }
}

export interface Made {
  readonly id: string;
  readonly status: BackupRun['status'];
}

/** Makes one now; null while another is being made. */
export async function makeBackup(
  s: Needed,
  occasion: BackupRun['occasion'],
  startedBy: AccountId | null,
  onBegun?: (id: string) => void,
): Promise<Made | null> {
  return alone(s.db, async () => {
    const { dir } = s.operations.backup;
    const startedAt = s.clock.now();
    await closeInterrupted(s.db, startedAt);
    const file = await freeName(dir, civilDayOf(startedAt), timeOf(startedAt));
    const id = await beginRun(s.db, { occasion, startedBy, startedAt, path: file });
    onBegun?.(id);
    const nothing = { size: null, streams: null, entries: null, files: null, verified: false };
    try {
      await mkdir(dir, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
        // Whatever stands there in its place, no backup can be put into it.
        const known = ofDisk(error, dir);
        throw known instanceof BackupError && known.code === 'exists' ? new BackupError('not-writable', dir) : known;
      });
      await removeHalves(dir);
      const { manifest, size } = await writeBackup({
        db: s.db,
        kinds: s.kinds,
        dataDir: s.operations.dataDir,
        file,
        now: s.clock.now,
      });
      // What cannot be read back is no backup.
      await checkBackup(file);
      const { lost, counts } = manifest;
      const status = lost.length === 0 ? 'done' : 'incomplete';
      const error = lost.length === 0 ? null : 'files-lost';
      const what = lost[0]?.sha256 ?? null;
      await endRun(s.db, id, { status, ...counts, size, verified: true, error, what, finishedAt: s.clock.now() });
      if (error !== null) await tellAdministrators(s, error);
      await removeSuperfluous(s).catch((trouble: unknown) => {
        s.log.warn({ part: 'backup', ...errorFields(trouble) }, 'an older backup could not be removed');
      });
      return { id, status };
    } catch (trouble) {
      const known = trouble instanceof BackupError ? trouble : null;
      const error = known?.code ?? 'failed';
      s.log.error({ part: 'backup', code: error, ...errorFields(trouble) }, 'a backup failed');
      const end = { status: 'failed' as const, ...nothing, error, what: known?.what ?? null };
      await endRun(s.db, id, { ...end, finishedAt: s.clock.now() });
      await tellAdministrators(s, error);
      return { id, status: 'failed' };
    }
  });
}

/** From this hour on the day's backup is due. */
const HOUR = 2;

/**
 * The day's own backup, where it is due: once a day, from two in the morning on, or as soon as the server runs again. One
 * that failed is tried again the next hour the schedule asks. null where nothing was to be done.
 */
export async function makeScheduledBackup(s: Needed): Promise<Made | null> {
  const { scheduled, keep } = s.operations.backup;
  if (!scheduled || keep === 0) return null;
  const now = s.clock.now();
  const day = s.clock.today();
  const last = await lastScheduledGood(s.db);
  if (last !== null && civilDayOf(last) >= day) return null;
  if (Number(timeOf(now).slice(0, 2)) < HOUR) return null;
  return makeBackup(s, 'scheduled', null);
}
