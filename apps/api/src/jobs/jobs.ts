/**
 * Work that nobody asks for, on a schedule that all processes on one database share: each run is one process's. The times
 * are those of Asia/Shanghai; which *day* it is, and whether anything is to be done, the work asks the office's clock. Each
 * job may be run at any time and twice: it does what is due and nothing twice.
 */
import { PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import { errorFields, type Log } from '../log.ts';

export interface Job {
  readonly name: string;
  /** minute hour day month weekday */
  readonly cron: string;
  run(): Promise<unknown>;
}

export interface Jobs {
  /** Runs all once, in their order: what was due while nobody was there. A job that fails leaves the others. */
  runAll(): Promise<void>;
  /** Ends what is under way, then stops asking. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  /** The owner's database: the schedule keeps a schema of its own there. */
  readonly db: Database;
  readonly jobs: readonly Job[];
  readonly log: Log;
}

const SCHEMA = 'pgboss';
const ZONE = 'Asia/Shanghai';
const HOUR_MS = 3_600_000;

/** Begins the schedule. Where the database allows no schema of its own, each process asks by itself, every hour. */
export async function startJobs({ db, jobs, log }: JobsOptions): Promise<Jobs> {
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  const runOne = (job: Job): Promise<void> => {
    if (stopped) return Promise.resolve();
    const run: Promise<void> = job
      .run()
      .then(
        () => undefined,
        (error: unknown) => log.error({ part: 'jobs', job: job.name, ...errorFields(error) }, 'a job failed'),
      )
      .finally(() => underWay.delete(run));
    underWay.add(run);
    return run;
  };
  const runAll = async () => {
    for (const job of jobs) await runOne(job);
  };

  const scheduled = await schedule(db, jobs, log, runOne).catch((error: unknown) => {
    log.warn({ part: 'jobs', ...errorFields(error) }, 'no schedule of its own: every process asks by itself');
    const timer = setInterval(() => void runAll(), HOUR_MS);
    timer.unref();
    return async () => clearInterval(timer);
  });
  return {
    runAll,
    stop: async () => {
      stopped = true;
      await scheduled();
      await Promise.allSettled(underWay);
    },
  };
}

async function schedule(
  db: Database,
  jobs: readonly Job[],
  log: Log,
  runOne: (job: Job) => Promise<void>,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    // The answer as it is: several statements at once have several.
    db: { executeSql: (text, values) => db.pool.query(text, values as unknown[]) },
    schema: SCHEMA,
    reindex: false,
    monitorVacuum: false,
    // The database may go away and come back: the next question finds it.
    cronWorkerIntervalSeconds: 15,
  });
  boss.on('error', (error) => log.warn({ part: 'jobs', ...errorFields(error) }, 'the schedule could not be asked'));
  const stop = () => boss.stop({ graceful: true, timeout: 10_000, close: false });
  try {
    await boss.start();
    for (const job of jobs) {
      await boss.createQueue(job.name, { policy: 'stately', retryLimit: 0, expireInSeconds: 3600 });
      await boss.schedule(job.name, job.cron, null, { tz: ZONE });
      await boss.work(job.name, { pollingIntervalSeconds: 20 }, () => runOne(job));
    }
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return () => stop().catch((error: unknown) => log.warn({ part: 'jobs', ...errorFields(error) }, 'stopped untidily'));
}
