import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { asAccount } from './embedded-account.ts';
import { EmbeddedServerError } from './embedded-error.ts';
import { type Place, preparePlace, run, serverEnvironment } from './embedded-place.ts';

/** One process's use of the embedded server. */
export interface EmbeddedServer {
  /** Connection address of the superuser `postgres`, database `postgres`; stays valid while this process uses it. */
  readonly adminUrl: string;
  readonly port: number;
  readonly clusterDir: string;
  /** Leave; stops the server if nobody else uses it. Close your own pools first. */
  release(): Promise<void>;
}

export interface AcquireOptions {
  /** The folder that holds (or points at) the cluster; made when missing. */
  readonly dataDir: string;
  /** `application`: at most one per folder. `tool` and `test`: any number, beside it. */
  readonly purpose: 'application' | 'tool' | 'test';
  readonly log?: (line: string) => void;
  /** The server died and could not be had again (or another application took the folder): stop working. */
  readonly onLost?: (error: unknown) => void;
}

/** Advisory lock key of everything here ("REDR"), and its two locks, held in the database `postgres`. */
const LOCK_CLASS = 0x52454452;
/** Held shared by every process that uses the server; who gets it exclusively may stop it. */
const USE_LOCK = 1;
/** Held exclusively by the application. */
const APPLICATION_LOCK = 2;

const START_PATIENCE_MS = 60_000;
/** An application that was just killed gives its lock back within moments. */
const APPLICATION_PATIENCE_MS = 3_000;
/** How long a port that refuses is given before its postmaster.pid is looked at: it may be dying. */
const DYING_MS = 2_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Settings on the command line, so that an older cluster gets them too. A failing statement's text and values never
 * reach the log: they would carry personal data.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  shared_buffers: '128MB',
  work_mem: '16MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** Error of one connection attempt, by what it tells about the server. */
type Attempt =
  | { readonly kind: 'connected'; readonly client: pg.Client }
  | { readonly kind: 'refused' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'password-wrong' }
  | { readonly kind: 'foreign' };

/** The parts of postmaster.pid we use; `null` when there is none (or it is being written). */
function readPostmasterFile(place: Place): { pid: number; port: number; shmid: number | null } | null {
  try {
    const lines = readFileSync(path.join(place.clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    const shmid = Number(lines[6]?.trim().split(/\s+/)[1] ?? Number.NaN);
    if (!Number.isInteger(pid) || !(port > 0)) return null;
    return { pid, port, shmid: Number.isInteger(shmid) ? shmid : null };
  } catch {
    return null;
  }
}

/**
 * Is a postmaster.pid left over although its pid is in use (recycled, as in every restarted container, or a zombie)?
 * PostgreSQL would refuse for ever. Answered with `true` only where it can be proved: the process is not this cluster's
 * server, and nobody is attached to its shared memory.
 */
function isLeftOver(place: Place): boolean {
  const file = readPostmasterFile(place);
  if (process.platform !== 'linux' || file === null || file.shmid === null) return false;
  try {
    const running = (() => {
      try {
        const state = readFileSync(`/proc/${file.pid}/stat`, 'utf8').split(') ')[1]?.[0];
        const words = readFileSync(`/proc/${file.pid}/cmdline`, 'utf8').split('\0');
        return state !== 'Z' && words.includes(place.clusterDir);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    })();
    const segments = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n').slice(1);
    const attached = segments
      .map((line) => line.trim().split(/\s+/).map(Number))
      .some((fields) => fields[1] === file.shmid && (fields[6] ?? 0) > 0);
    return !running && !attached;
  } catch {
    return false;
  }
}

async function connect(place: Place, port: number, purpose: AcquireOptions['purpose']): Promise<Attempt> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: place.password,
    database: 'postgres',
    application_name: `redress ${purpose} ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Without a listener a lost connection would end the process; those who hold a lock listen for 'end'.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ data_directory: string }>('show data_directory');
    if (answer.rows[0]?.data_directory === place.clusterDir) return { kind: 'connected', client };
    await client.end();
    return { kind: 'foreign' };
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code } = error as { code?: string };
    if (code === 'ECONNREFUSED') return { kind: 'refused' };
    if (code === '28P01') return { kind: 'password-wrong' };
    return { kind: 'busy' };
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Start the server detached: it must outlive us when others use it, and a Ctrl-C meant for us must not reach it. */
function startServer(place: Place, port: number): ChildProcess {
  const args = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  try {
    if (statSync(place.logFile).size > LOG_LIMIT_BYTES) truncateSync(place.logFile);
  } catch {
    // No log yet.
  }
  const log = openSync(place.logFile, 'a', 0o600);
  try {
    const child = spawn(place.binaries.postgres, ['-D', place.clusterDir, ...args], {
      ...asAccount(place.account),
      cwd: place.clusterDir,
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function logTail(place: Place): string {
  try {
    return readFileSync(place.logFile, 'utf8').trim().split('\n').slice(-4).join(' | ');
  } catch {
    return place.logFile;
  }
}

/** Connect to the running server, or start it and connect; whoever else does the same at once, one server comes up. */
async function connectOrStart(
  place: Place,
  purpose: AcquireOptions['purpose'],
  deadline: number,
  wantedPort: number | null,
): Promise<{ readonly client: pg.Client; readonly port: number }> {
  let child: ChildProcess | null = null;
  let refusedSince: number | null = null;
  let port = wantedPort;
  let starts = 0;
  for (;;) {
    const file = readPostmasterFile(place);
    const attempt: Attempt = file === null ? { kind: 'refused' } : await connect(place, file.port, purpose);
    if (attempt.kind === 'connected' && file !== null) return { client: attempt.client, port: file.port };

    const now = performance.now();
    if (now > deadline) {
      if (attempt.kind === 'password-wrong') {
        throw new EmbeddedServerError('password-wrong', { dataDir: place.dataDir, path: place.clusterDir });
      }
      throw new EmbeddedServerError('server-did-not-start', { path: place.clusterDir, detail: logTail(place) });
    }
    // A wrong password or another cluster behind the port of an old postmaster.pid is somebody else's server.
    const down = attempt.kind !== 'busy' && attempt.kind !== 'connected';
    const childGone = child === null || child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
    if (!down) refusedSince = null;
    else if (childGone) {
      refusedSince ??= now;
      if (now - refusedSince > DYING_MS && isLeftOver(place)) {
        rmSync(path.join(place.clusterDir, 'postmaster.pid'), { force: true });
      }
      if (starts >= 3 && wantedPort === null) port = null;
      port ??= await freePort();
      starts += 1;
      child = startServer(place, port);
    }
    await sleep(starts > 3 ? 300 : 50);
  }
}

/** `pg` can let a process end while a connection is open; its types do not say so. */
function socketOf(client: pg.Client): { ref(): void; unref(): void } {
  return client as pg.Client & { ref(): void; unref(): void };
}

async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const answer = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::int, $2::int) as got', [
    LOCK_CLASS,
    lock,
  ]);
  return answer.rows[0]?.got === true;
}

/** The process that holds the application's lock, from the name its connection carries. */
async function applicationHolder(client: pg.Client): Promise<number | undefined> {
  const answer = await client.query<{ application_name: string }>(
    `select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.classid = $1::int::oid and l.objid = $2::int::oid and l.granted`,
    [LOCK_CLASS, APPLICATION_LOCK],
  );
  const pid = Number(answer.rows[0]?.application_name.split(' ').at(-1));
  return Number.isInteger(pid) ? pid : undefined;
}

/** The last one out turns off the light: who gets the use lock alone stops the server. */
async function leave(place: Place, client: pg.Client): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_all()');
    if (await tryLock(client, USE_LOCK)) {
      const stopped = readPostmasterFile(place)?.pid;
      const args = ['stop', '-D', place.clusterDir, '-m', 'fast', '-W', '-s'];
      await run(place.binaries.pgCtl, args, place.account, place.clusterDir);
      // Not pg_ctl's own waiting: it takes the next user's server, started at once, for the one that is stopping.
      const deadline = performance.now() + START_PATIENCE_MS;
      while (readPostmasterFile(place)?.pid === stopped && performance.now() < deadline) await sleep(20);
    }
  } catch {
    // The server is gone already.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * A connection that holds this process's locks, on a server that runs.
 * @throws EmbeddedServerError `data-folder-in-use` for a second application.
 */
async function openSession(
  place: Place,
  purpose: AcquireOptions['purpose'],
  wantedPort: number | null,
): Promise<{ readonly client: pg.Client; readonly port: number }> {
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    const { client, port } = await connectOrStart(place, purpose, deadline, wantedPort);
    try {
      await client.query('select pg_advisory_lock_shared($1::int, $2::int)', [LOCK_CLASS, USE_LOCK]);
      if (purpose !== 'application') return { client, port };
      const patience = performance.now() + APPLICATION_PATIENCE_MS;
      for (;;) {
        if (await tryLock(client, APPLICATION_LOCK)) return { client, port };
        if (performance.now() > patience) break;
        await sleep(100);
      }
    } catch {
      // Stopped by the one who left, or killed, while we were asking: start over.
      await client.end().catch(() => undefined);
      continue;
    }
    const pid = await applicationHolder(client).catch(() => undefined);
    await leave(place, client);
    throw new EmbeddedServerError('data-folder-in-use', {
      dataDir: place.dataDir,
      ...(pid === undefined ? {} : { pid }),
    });
  }
}

/**
 * Use the embedded PostgreSQL of a data folder: create it, start it, or join those who use it already. A server that is
 * killed while we use it is started again on the same port; committed work is there (fsync is on).
 * @throws EmbeddedServerError with the reason in both languages.
 */
export async function acquireEmbeddedServer(o: AcquireOptions): Promise<EmbeddedServer> {
  const log = o.log ?? (() => undefined);
  const place = await preparePlace(o.dataDir, log);
  let session = await openSession(place, o.purpose, null);
  const { port } = session;
  let released: Promise<void> | null = null;
  let restoring: Promise<void> | null = null;

  const restore = async () => {
    log('数据库连接中断，正在恢复 · the database connection was lost, restoring it');
    try {
      session = await openSession(place, o.purpose, port);
      if (session.port !== port) throw new Error(`port ${session.port} instead of ${port}`);
      watch();
      log('数据库已恢复 · the database is back');
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      o.onLost?.(error);
    }
  };
  const watch = () => {
    // The lock's connection must not keep a finished process alive.
    socketOf(session.client).unref();
    session.client.once('end', () => {
      if (released === null) restoring = restore();
    });
  };
  const close = async () => {
    await restoring;
    socketOf(session.client).ref();
    await leave(place, session.client);
  };
  watch();

  return {
    adminUrl: `postgres://postgres:${place.password}@127.0.0.1:${port}/postgres`,
    port,
    clusterDir: place.clusterDir,
    release: () => {
      released ??= close();
      return released;
    },
  };
}
