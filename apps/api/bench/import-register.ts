/**
 * A register of 20,000 rows with every kind of mistake: read, checked and partly written. Asserts nothing.
 * `node apps/api/bench/import-register.ts [rows] [rows to write]`
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { actorOn } from '@redress/domain/access/scope';
import { civilDate } from '@redress/domain/calendar/civil-date';
import { writeXlsx } from 'hucre';
import { clockFixedOn } from '../src/clock.ts';
import { kinds, shippedLaw } from '../src/data.ts';
import { folderFileStore } from '../src/files/store.ts';
import { createLog } from '../src/log.ts';
import { demoPeople } from '../src/modules/demo/demo-office.ts';
import { seedOffice } from '../src/modules/demo/seed-office.ts';
import { checkImport, pauseImport, runImport, uploadRegister, viewImport } from '../src/modules/import/import-runs.ts';
import { readRegister } from '../src/modules/import/read-register.ts';
import { atRest } from '../src/modules/import/working.ts';
import { OfficeDirectory } from '../src/modules/office/directory.ts';
import { openDatabases } from '../src/postgres/databases.ts';
import { acquireEmbeddedServer } from '../src/postgres/embedded.ts';
import { faultyRegister, registerHeaders, rowOf } from '../src/testing/register.ts';
import type { ActorContext } from '../src/trpc/procedures.ts';

const day = civilDate('2026-03-02');
const size = Number(process.argv[2] ?? 20_000);
const toWrite = Number(process.argv[3] ?? 1000);
const print = (name: string, value: string) => process.stdout.write(`${name.padEnd(44)} ${value}\n`);

async function timed<T>(name: string, work: () => Promise<T>, rows = size): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  delay.disable();
  const others = `others wait ${(delay.percentile(99) / 1e6).toFixed(0)} ms (p99), ${(delay.max / 1e6).toFixed(0)} ms at most`;
  print(name, `${(ms / 1000).toFixed(1)} s, ${Math.round((rows * 1000) / ms)} rows/s; ${others}`);
  return result;
}

const dataDir = mkdtempSync(path.join(tmpdir(), `redress-test-${process.pid}-`));
chmodSync(dataDir, 0o711);
const server = await acquireEmbeddedServer({ dataDir, purpose: 'test' });
try {
  const law = shippedLaw();
  const databases = await openDatabases({ adminUrl: server.adminUrl, database: 'register' });
  const db = databases.app;
  await seedOffice({ db, kinds, law, today: day });
  const directory = new OfficeDirectory(db, law, () => performance.now());
  const office = await directory.current();
  const person = demoPeople.sectionHead;
  const actor = actorOn(office, person.accountId, null, day);
  if (actor === null) throw new Error('nobody imports');
  const clock = clockFixedOn(day);
  const services = {
    db,
    clock,
    now: clock.now,
    law,
    kinds,
    directory,
    files: folderFileStore(dataDir, 1024),
    log: createLog('error'),
    demoOffered: false,
  } as unknown as ActorContext['services'];
  const ctx: ActorContext = { services, office, session: null, actor, wantedPost: null };

  const { rows, wrong } = faultyRegister(size, 4);
  const book = (await writeXlsx({
    sheets: [{ name: '台账', rows: [['台账'], [...registerHeaders], ...rows.map(rowOf)] }],
  })) as Uint8Array;
  print('a register', `${size} rows, ${wrong} of them wrong, ${(book.length / 1024 / 1024).toFixed(1)} MB`);
  await timed('read', () => readRegister(book));
  const { id } = await timed('read and kept', () => uploadRegister(ctx, 'bench.xlsx', book));
  const { mapping } = await viewImport(ctx, id);
  await timed('dry run', async () => {
    await checkImport(ctx, id, mapping);
    await atRest(id);
  });
  const { counts } = await viewImport(ctx, id);
  print('found', JSON.stringify(counts));
  print('memory', `${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`);
  const n = Math.min(toWrite, counts.ready);
  await timed(
    'cases written',
    async () => {
      await runImport(ctx, id);
      while ((await viewImport(ctx, id)).counts.done < n) await new Promise((resolve) => setTimeout(resolve, 100));
      await pauseImport(ctx, id);
      await atRest(id);
    },
    n,
  );
  await databases.close();
} finally {
  await server.release();
  rmSync(dataDir, { recursive: true, force: true });
}
