/** The schedule: shared by all processes of a database, owned by its owner, stopped in order. */
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { type Job, startJobs } from './jobs.ts';

const log = pino({ level: 'silent' });
const counting = (name: string, ran: string[], work: () => Promise<unknown> = async () => undefined): Job => ({
  name,
  cron: '0 4 1 1 *',
  run: () => {
    ran.push(name);
    return work();
  },
});

it('is kept in a schema of its own, which the application’s role need not write', async () => {
  const database = await testDatabase();
  const jobs = await startJobs({ db: database.owner, jobs: [counting('one', []), counting('two', [])], log });
  const kept = await database.sql<{ name: string; cron: string; timezone: string }>(
    'select name, cron, timezone from pgboss.schedule order by 1',
  );
  expect(kept).toEqual([
    { name: 'one', cron: '0 4 1 1 *', timezone: 'Asia/Shanghai' },
    { name: 'two', cron: '0 4 1 1 *', timezone: 'Asia/Shanghai' },
  ]);
  await jobs.stop();
});

it('begun by several processes at once, and again, is one schedule', async () => {
  const database = await testDatabase();
  const started = await Promise.all(
    [1, 2, 3].map(() => startJobs({ db: database.owner, jobs: [counting('one', [])], log })),
  );
  expect(await database.sql('select from pgboss.schedule')).toHaveLength(1);
  await Promise.all(started.map((jobs) => jobs.stop()));
  const again = await startJobs({ db: database.owner, jobs: [counting('one', [])], log });
  expect(await database.sql('select from pgboss.schedule')).toHaveLength(1);
  await again.stop();
});

it('runs all at the start, in order, and one that fails leaves the others', async () => {
  const database = await testDatabase();
  const ran: string[] = [];
  const failing = counting('failing', ran, () => Promise.reject(new Error('no')));
  const jobs = await startJobs({ db: database.owner, jobs: [failing, counting('after', ran)], log });
  await jobs.runAll();
  expect(ran).toEqual(['failing', 'after']);
  await jobs.stop();
  await jobs.runAll();
  expect(ran).toEqual(['failing', 'after']);
});

it('ends what is under way before it stops', async () => {
  const database = await testDatabase();
  const gate = Promise.withResolvers<void>();
  let ended = false;
  const slow = counting('slow', [], async () => {
    await gate.promise;
    ended = true;
  });
  const jobs = await startJobs({ db: database.owner, jobs: [slow], log });
  const running = jobs.runAll();
  const stopped = jobs.stop().then(() => ended);
  gate.resolve();
  expect(await stopped).toBe(true);
  await running;
});

it('where the database allows no schema of its own the process asks by itself', async () => {
  const database = await testDatabase();
  const ran: string[] = [];
  // The application’s role may make nothing.
  const jobs = await startJobs({ db: database.app, jobs: [counting('one', ran)], log });
  expect(await database.sql(`select to_regnamespace('pgboss') as there`)).toEqual([{ there: null }]);
  await jobs.runAll();
  expect(ran).toEqual(['one']);
  await jobs.stop();
});
