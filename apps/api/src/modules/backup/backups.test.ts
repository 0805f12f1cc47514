/** Backups made by themselves and by hand: recorded, kept so many, and their failure told. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, civilDate } from '@redress/domain/calendar/civil-date';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../backup/check-backup.ts';
import { instantAt, settableClock } from '../../clock.ts';
import { type Api, demoPeople, testApi, today } from '../../testing/api.ts';
import { alone, beginRun } from './backup-runs.ts';
import { makeBackup, makeScheduledBackup } from './make-backup.ts';
import { backupName, dayOfBackup, superfluous } from './retention.ts';

const clock = settableClock(instantAt(today, 9));
let api: Api;
beforeAll(async () => {
  api = await testApi({ clock, backup: { keep: 2 } });
  await api.aCase();
});

const overview = async () => {
  const answer = await (await api.as(demoPeople.systemAdmin)).query('backups', 'overview');
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data;
};

describe('the day’s own backup', () => {
  it('is made once a day, from two in the morning on, or as soon as the server is back', async () => {
    expect((await overview()).stale).toBe(true);
    clock.set(instantAt(today, 1));
    expect(await makeScheduledBackup(api.services)).toBeNull();
    clock.set(instantAt(today, 2, 20));
    expect(await makeScheduledBackup(api.services)).toMatchObject({ status: 'done' });
    clock.set(instantAt(today, 3, 20));
    expect(await makeScheduledBackup(api.services)).toBeNull();
    clock.set(instantAt(addDays(today, 1), 14));
    expect(await makeScheduledBackup(api.services)).toMatchObject({ status: 'done' });
    const { runs, stale, free } = await overview();
    expect(stale).toBe(false);
    expect(free).toBeGreaterThan(0);
    expect(runs[0]).toMatchObject({ occasion: 'scheduled', verified: true, error: null, startedByName: null });
    expect(runs[0]?.entries).toBeGreaterThan(0);
    expect((await checkBackup(runs[0]?.path ?? '')).counts.streams).toBe(runs[0]?.streams);
  });

  it('is not made where it is switched off', async () => {
    const off = { ...api.services.operations.backup, scheduled: false };
    const services = { ...api.services, operations: { ...api.services.operations, backup: off } };
    clock.set(instantAt(addDays(today, 5), 14));
    expect(await makeScheduledBackup(services)).toBeNull();
  });

  it('by several processes at once is one', async () => {
    clock.set(instantAt(addDays(today, 2), 3));
    const made = await Promise.all(Array.from({ length: 4 }, () => makeScheduledBackup(api.services)));
    expect(made.filter((one) => one !== null)).toHaveLength(1);
  });
});

describe('by hand', () => {
  it('one can be begun by the system administrator, who is named with it', async () => {
    clock.set(instantAt(addDays(today, 2), 10));
    const admin = await api.as(demoPeople.systemAdmin);
    const answer = await admin.mutate('backups', 'start', undefined);
    expect(answer).toMatchObject({ ok: true });
    await Promise.all(api.services.operations.underWay);
    const [run] = (await overview()).runs;
    expect(run).toMatchObject({ occasion: 'manual', status: 'done', startedByName: demoPeople.systemAdmin.name });
    expect(existsSync(run?.path ?? '')).toBe(true);
  });

  it('not while another is being made', async () => {
    await alone(api.services.db, async () => {
      const admin = await api.as(demoPeople.systemAdmin);
      expect(await admin.mutate('backups', 'start', undefined)).toMatchObject({ failure: { code: 'busy' } });
    });
  });
});

describe('a backup that fails', () => {
  it('is shown with its reason, told to the system administrator once a day, and leaves nothing', async () => {
    clock.set(instantAt(addDays(today, 3), 3));
    const dir = path.join(api.dataDir, 'a-file-not-a-folder');
    writeFileSync(dir, '');
    const broken = { ...api.services.operations, backup: { ...api.services.operations.backup, dir } };
    const services = { ...api.services, operations: broken };
    expect(await makeBackup(services, 'scheduled', null)).toMatchObject({ status: 'failed' });
    expect(await makeBackup(services, 'scheduled', null)).toMatchObject({ status: 'failed' });
    const [run] = (await overview()).runs;
    expect(run).toMatchObject({ status: 'failed', verified: false, error: 'not-writable' });
    expect(run?.what).toContain(dir);
    const page = await (await api.as(demoPeople.systemAdmin)).query('notices', 'list', {});
    const told = page.ok ? page.data.rows.filter((r) => r.kind === 'backup-failed') : [];
    expect(told).toHaveLength(1);
    expect(told[0]?.params).toEqual({ error: 'not-writable' });
  });

  it('because its process died is shown as interrupted by the next', async () => {
    const startedAt = clock.now();
    await beginRun(api.services.db, { occasion: 'scheduled', startedBy: null, startedAt, path: '/nowhere' });
    const { dir } = api.services.operations.backup;
    const half = path.join(dir, `${backupName(today, '010000')}.part`);
    writeFileSync(half, 'half');
    await makeBackup(api.services, 'manual', null);
    expect(existsSync(half)).toBe(false);
    const { runs } = await overview();
    expect(runs.find((r) => r.path === '/nowhere')).toMatchObject({ status: 'failed', error: 'interrupted' });
    expect(runs.filter((r) => r.status === 'running')).toEqual([]);
  });
});

describe('retention', () => {
  const day = civilDate('2026-03-31');
  const names = Array.from({ length: 60 }, (_, n) => backupName(addDays(day, -n), '022000'));

  it('keeps the newest of the last days and of the last four weeks', () => {
    const gone = new Set(superfluous(names, 7));
    const kept = names.filter((name) => !gone.has(name)).map(dayOfBackup);
    expect(kept).toEqual([
      '2026-03-31',
      '2026-03-30',
      '2026-03-29',
      '2026-03-28',
      '2026-03-27',
      '2026-03-26',
      '2026-03-25',
      // The Sundays of the two weeks before; 29 March is there already.
      '2026-03-22',
      '2026-03-15',
    ]);
  });

  it('of several of one day keeps the last, and never touches another file', () => {
    const evening = backupName(day, '180000');
    const other = [
      'letter.pdf',
      'redress-20260331-022000.tar.gz.part',
      'redress-20261399-022000.tar.gz',
      'redress.tar.gz',
    ];
    const again = evening.replace('.tar.gz', '-2.tar.gz');
    expect(superfluous([evening, again], 7)).toEqual([evening]);
    expect(superfluous([backupName(day, '022000'), evening, ...other], 7)).toEqual([backupName(day, '022000')]);
  });

  it('removes the files and says so in the record', async () => {
    const { dir } = api.services.operations.backup;
    mkdirSync(dir, { recursive: true });
    writeFileSync(path.join(dir, 'letter.pdf'), 'kept');
    for (let n = 10; n < 60; n += 1) {
      clock.set(instantAt(addDays(today, n), 3));
      if (n % 7 === 0 || n > 56) await makeScheduledBackup(api.services);
    }
    const left = readdirSync(dir);
    expect(left).toContain('letter.pdf');
    expect(left.filter((name) => name.endsWith('.tar.gz')).length).toBeLessThanOrEqual(2 + 4);
    const { runs } = await overview();
    for (const run of runs.filter((r) => r.status === 'done')) {
      expect(existsSync(run.path ?? ''), run.path ?? '').toBe(run.removedAt === null);
    }
    expect(runs.some((r) => r.removedAt !== null)).toBe(true);
  });
});
