/** Puts the application together and runs it until it is stopped. */
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { createAuth } from './auth/auth.ts';
import { sessionSecret } from './auth/secret.ts';
import { Sessions } from './auth/sessions.ts';
import { rebuildStale } from './case-store/rebuild.ts';
import { clockOf, systemClock } from './clock.ts';
import { type Data, kinds, openData, shippedLaw } from './data.ts';
import { type Env, isLoopback } from './env.ts';
import { folderFileStore, sweepStaging } from './files/store.ts';
import { createApp } from './http.ts';
import { type Jobs, startJobs } from './jobs/jobs.ts';
import { officeJobs } from './jobs/office-jobs.ts';
import { createLog, errorFields, type Log } from './log.ts';
import { mailServer } from './mail/mail-server.ts';
import { isDemoOffice, refuseDemoSessions } from './modules/demo/demo-accounts.ts';
import { daySeedable, seedDemo } from './modules/demo/seed.ts';
import { startNoticer } from './modules/notices/noticer.ts';
import { OfficeDirectory } from './modules/office/directory.ts';
import { FirstStart } from './modules/office/first-start.ts';
import { answerWhileStarting } from './starting.ts';
import type { Services } from './trpc/context.ts';

/** Cannot start, in a sentence for whoever started it. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

export interface Application {
  readonly port: number;
  readonly services: Services;
  /** The demonstration's accounts are there and may sign in. */
  readonly demoOffered: boolean;
  /** Where nobody can sign in yet: says the code with which an office is begun. Whether it was so. */
  announceFirstStart(): Promise<boolean>;
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log?: Log;
  /** Lines for whoever started it. */
  readonly say?: (line: string) => void;
  /** The database is gone for good, or another application has taken the folder: nothing more can be done here. */
  readonly onLost?: (error: unknown) => void;
}

const portTaken = (port: number) =>
  new StartError(
    `端口 ${port} 已被占用。请关闭占用它的程序，或用 PORT=… 另选一个端口。\n` +
      `Port ${port} is taken. Stop the program that uses it, or choose another with PORT=….`,
  );

const cannotListen = (host: string, port: number, code: string) =>
  new StartError(`无法在 ${host}:${port} 上监听（${code}）。\nCannot listen on ${host}:${port} (${code}).`);

async function seedWhenNew(env: Env, data: Data, services: Services, say: (line: string) => void): Promise<void> {
  if (env.noDemo || (!data.embedded && !env.demo)) return;
  const today = await daySeedable(services.db, services.clock.today());
  if (today === null) return;
  say('首次启动，正在建立演示数据…  First start: making the demonstration…');
  await seedDemo({ db: services.db, kinds, law: services.law, today });
}

type Answering = Parameters<typeof serve>[0]['fetch'];

/** The port, bound; who answers on it may change. */
interface Listening {
  readonly port: number;
  answerWith(answering: Answering): void;
  /** Answers what is under way, then closes. */
  close(): Promise<void>;
}

/** Binds the port before anything is made: whoever finds it taken has changed nothing. */
async function listen(env: Env, first: Answering): Promise<Listening> {
  let answering = first;
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const fetch: Answering = (request, bindings) => answering(request, bindings);
    const listening = serve({ fetch, port: env.port, hostname: env.host }, () => resolve(listening));
    listening.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? portTaken(env.port) : cannotListen(env.host, env.port, error.code ?? 'error'),
      ),
    );
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : env.port,
    answerWith: (next) => {
      answering = next;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const patience = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, 8000);
      await closed;
      clearTimeout(patience);
    },
  };
}

/** Everything behind the port, over open data. */
async function compose(env: Env, data: Data, log: Log, say: (line: string) => void) {
  await sweepStaging(env.dataDir);
  const db = data.databases.app;
  const law = shippedLaw();
  // Read tables that an older program projected are made anew before anybody reads them.
  await rebuildStale(data.databases.owner, { kinds, law });
  const clock = clockOf(env.fixedToday);
  const base: Services = {
    db,
    clock,
    now: systemClock.now,
    law,
    kinds,
    directory: new OfficeDirectory(db, law, () => performance.now()),
    files: folderFileStore(env.dataDir, env.maxFileBytes),
    log,
    demoOffered: false,
    operations: {
      mail: env.smtp === null ? null : mailServer(env.smtp),
      publicUrl: env.publicUrl,
      backup: { dir: env.backupDir, keep: env.backupKeep, scheduled: env.backupScheduled },
      dataDir: env.dataDir,
      underWay: new Set(),
    },
  };
  await seedWhenNew(env, data, base, say);
  let isDemo = await isDemoOffice(db);
  if (env.fixedToday !== null && !isDemo) {
    throw new StartError(
      'REDRESS_TODAY 只用于演示和测试，不能用于实际办案的数据。\n' +
        'REDRESS_TODAY serves demonstrations and tests only; this data is in real use.',
    );
  }
  if (env.openToNetwork) await refuseDemoSessions(db);
  if (isDemo && env.openToNetwork) {
    say(
      '系统已向网络开放（HOST 或 PUBLIC_URL），演示账号不能登录。\n' +
        'Open to the network (HOST or PUBLIC_URL): the demonstration accounts cannot sign in.',
    );
  }
  const firstStart = new FirstStart({
    db,
    kinds,
    law,
    clock,
    say,
    seedDemo: env.openToNetwork
      ? null
      : async () => {
          const today = await daySeedable(db, clock.today());
          if (today !== null) await seedDemo({ db, kinds, law, today });
          isDemo = await isDemoOffice(db);
          base.directory.forget();
        },
    onBegun: () => base.directory.forget(),
  });
  const auth = createAuth({
    db: db.orm,
    secret: sessionSecret(env.dataDir),
    publicUrl: env.publicUrl,
    log: (level, message) => log[level]({ part: 'auth' }, message),
  });
  const sessions = new Sessions(auth, systemClock.now, () => db.pool.query('select 1'));
  const services: Services = {
    ...base,
    // The demonstration may be made while it runs, from the first page of an empty database.
    get demoOffered() {
      return isDemo && !env.openToNetwork;
    },
    forgetSessions: (accountId) => sessions.forget(accountId),
    firstStart,
  };
  const app = createApp({
    services,
    auth,
    sessions,
    openToNetwork: env.openToNetwork,
    publicUrl: env.publicUrl,
    maxFileBytes: env.maxFileBytes,
    webDist: existsSync(path.join(env.webDist, 'index.html')) ? env.webDist : null,
  });
  return { services, app };
}

/** What goes on beside the answers: people are told, and the office's jobs run. Begins at once, waits for nothing. */
function workBeside(data: Data, services: Services, log: Log): { stop(): Promise<void> } {
  const noticer = startNoticer(services);
  const jobs: Promise<Jobs | null> = startJobs({ db: data.databases.owner, jobs: officeJobs(services), log }).catch(
    (error: unknown) => {
      log.error({ part: 'jobs', ...errorFields(error) }, 'no job will run');
      return null;
    },
  );
  // What became due while nobody was there.
  const caughtUp = jobs.then((started) => started?.runAll());
  return {
    stop: async () => {
      await noticer.stop();
      await (await jobs)?.stop();
      await caughtUp.catch(() => undefined);
      await Promise.allSettled(services.operations.underWay);
    },
  };
}

/** Listens, opens the data, seeds a first start; until then the port says that it is starting. */
export async function startApplication(env: Env, options: StartOptions = {}): Promise<Application> {
  const log = options.log ?? createLog(env.logLevel);
  const say = options.say ?? (() => undefined);
  const listening = await listen(env, answerWhileStarting);
  let data: Data | null = null;
  try {
    data = await openData(env, 'application', say, options.onLost);
    const opened = data;
    const { services, app } = await compose(env, opened, log, say);
    listening.answerWith(app.fetch);
    const work = workBeside(opened, services, log);
    let stopping: Promise<void> | null = null;
    return {
      port: listening.port,
      services,
      demoOffered: services.demoOffered,
      announceFirstStart: async () => {
        const { firstStart } = services;
        const now = await firstStart?.state();
        if (firstStart === undefined || now === undefined || now.is === 'begun') return false;
        firstStart.announce();
        return true;
      },
      stop: () => {
        stopping ??= listening
          .close()
          .then(() => work.stop())
          .then(() => opened.close());
        return stopping;
      },
    };
  } catch (error) {
    await Promise.all([listening.close(), data?.close()]);
    throw error;
  }
}

/** The addresses a browser can be pointed to. */
export function addressesOf(env: Pick<Env, 'host' | 'publicUrl'>, port: number): string[] {
  const outside = env.publicUrl === null ? [] : [env.publicUrl];
  if (isLoopback(env.host)) return [`http://localhost:${port}`, ...outside];
  const any = env.host === '0.0.0.0' || env.host === '::';
  const own = any
    ? Object.values(networkInterfaces()).flatMap((list) =>
        (list ?? []).filter((i) => i.family === 'IPv4' && !i.internal).map((i) => `http://${i.address}:${port}`),
      )
    : [`http://${env.host}:${port}`];
  return [`http://localhost:${port}`, ...own, ...outside];
}
