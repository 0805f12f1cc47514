/**
 * The whole application, with its own PostgreSQL and its files, ended by force in the middle of writes over HTTP:
 * what was acknowledged is there, what was not is done once when it is sent again, and everything agrees.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from './case-store/verify.ts';
import { type Data, kinds, openData, shippedLaw } from './data.ts';
import { folderFileStore } from './files/store.ts';
import { openDemoAccounts } from './modules/demo/demo-accounts.ts';
import { demoPassword } from './modules/demo/demo-office.ts';
import { seedOffice } from './modules/demo/seed-office.ts';
import { anApplication, demoPeople, newCaseId, newCommandId, today } from './testing/api.ts';
import { removeDataDir, temporaryDataDir } from './testing/temporary-data-dir.ts';

const dataDir = temporaryDataDir();
let child: ChildProcess | null = null;
afterAll(async () => {
  child?.kill('SIGKILL');
  // As a tool leaves it: the last user stops the server.
  await (await openTool()).close();
  removeDataDir(dataDir);
});

const openTool = (): Promise<Data> => openData({ dataDir, databaseUrl: null }, 'tool', () => undefined);

beforeAll(async () => {
  // The invented office without its cases: then a start has nothing to make first.
  const data = await openTool();
  const db = data.databases.app;
  await seedOffice({ db, kinds, law: shippedLaw(), today });
  await openDemoAccounts(db);
  await data.close();
}, 120_000);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the application in its folder; answers where it is when it is ready. */
async function start(): Promise<string> {
  const port = await freePort();
  const started = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { REDRESS_DATA: dataDir, REDRESS_TODAY: today, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child = started;
  let said = '';
  started.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const ready = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return url;
    if (started.exitCode !== null || started.signalCode !== null) throw new Error(`ended, saying: ${said}`);
    await sleep(50);
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username: demoPeople.handler.username, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`cannot sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** What somebody wants written, until it is acknowledged. */
interface Errand {
  readonly id: string;
  readonly upload: string;
  readonly register: string;
  readonly note: string;
  fileId: string | null;
  /** The version that was acknowledged last. */
  version: number;
}
const anErrand = (): Errand => ({
  id: newCaseId(),
  upload: `申请书-${newCommandId()}`,
  register: newCommandId(),
  note: newCommandId(),
  fileId: null,
  version: 0,
});

type Send = (path: string, init: RequestInit) => Promise<{ status: number; body: never }>;

/** Does what is left of an errand; stops at the first answer that is none. */
async function goOn(errand: Errand, send: Send): Promise<boolean> {
  const post = (procedure: string, input: unknown) =>
    send(`/api/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
  if (errand.fileId === null) {
    const answer = await send(`/api/files?name=${encodeURIComponent('申请书.txt')}&kind=application`, {
      method: 'PUT',
      body: errand.upload,
    });
    if (answer.status !== 200) return false;
    errand.fileId = (answer.body as { fileId: string }).fileId;
  }
  if (errand.version === 0) {
    const input = anApplication({ fileIds: [errand.fileId as never] });
    const answer = await post('cases.register', { commandId: errand.register, id: errand.id, input });
    if (answer.status !== 200) return refusedOrAway(answer);
    errand.version = 3;
  }
  const answer = await post('cases.execute', {
    commandId: errand.note,
    id: errand.id,
    expectedVersion: 3,
    step: { type: 'make-note', input: { text: errand.upload } },
  });
  if (answer.status !== 200) return refusedOrAway(answer);
  errand.version = 4;
  return true;
}

function refusedOrAway(answer: { status: number; body: unknown }): false {
  // Away is said and may be tried again; anything else would be a refusal of what was rightly asked.
  expect(answer.status, JSON.stringify(answer.body)).toBe(503);
  return false;
}

test('kill -9 of the server, then of its PostgreSQL: nothing acknowledged is lost, nothing is done twice', async () => {
  const errands: Errand[] = [];
  let open: Errand[] = [];
  let interrupted = 0;
  let cookie = '';

  /** Four people write at once; after so many acknowledgements `strike` is called, once. */
  async function writeUntil(url: string, enough: number, strike: () => void, isOver: () => boolean): Promise<void> {
    let acknowledged = 0;
    const send: Send = async (to, init) => {
      const headers = { ...(init.headers as Record<string, string>), cookie, origin: url };
      try {
        const answer = await fetch(`${url}${to}`, { ...init, headers });
        const body = (await answer.json()) as never;
        if (answer.status === 200) {
          acknowledged += 1;
          if (acknowledged === enough) strike();
        }
        return { status: answer.status, body };
      } catch {
        return { status: 503, body: null as never };
      }
    };
    const person = async () => {
      while (!isOver()) {
        const errand = open.shift() ?? anErrand();
        if (!errands.includes(errand)) errands.push(errand);
        if (!(await goOn(errand, send))) {
          open.push(errand);
          await sleep(50);
        }
      }
    };
    await Promise.all([person(), person(), person(), person()]);
  }

  // The server itself, three times: what was under way is sent again to the next one, first of all.
  for (const enough of [5, 14, 23]) {
    const url = await start();
    if (cookie === '') cookie = await signIn(url);
    let killed = false;
    const kill = () => {
      killed = true;
      child?.kill('SIGKILL');
    };
    await writeUntil(url, enough, kill, () => killed);
    open = errands.filter((errand) => errand.version < 4);
    interrupted += open.length;
  }
  expect(interrupted).toBeGreaterThan(0);

  // Its PostgreSQL: the application stays, says so, and goes on when the database is back.
  const url = await start();
  const pointer = path.join(dataDir, 'postgres.path');
  const cluster = existsSync(pointer)
    ? (readFileSync(pointer, 'utf8').split('\n')[0] as string)
    : path.join(dataDir, 'postgres');
  const postmaster = () => Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const before = postmaster();
  let struck = 0;
  await writeUntil(
    url,
    10,
    () => {
      process.kill(before, 'SIGKILL');
      struck = errands.length;
    },
    // Until everything begun before the blow, and some more, is done.
    () => struck > 0 && errands.length >= struck + 4 && errands.slice(0, struck).every((e) => e.version === 4),
  );
  expect(postmaster()).not.toBe(before);
  open = errands.filter((errand) => errand.version < 4);
  child?.kill('SIGTERM');
  await once(child as ChildProcess, 'exit');

  const data = await openTool();
  const { owner } = data.databases;
  const files = folderFileStore(dataDir, 1_000_000);
  const { counts, differences } = await verify(owner, { kinds, law: shippedLaw(), files });
  const rows = await owner.pool.query<{ id: string; version: number; file: string | null }>(
    `select s.id, s.version, f.id as file from stream s left join file f on f.stream_id = s.id
      where s.kind = 'reconsideration'`,
  );
  await data.close();
  expect(differences).toEqual([]);
  expect(counts.file).toBeGreaterThanOrEqual(errands.filter((errand) => errand.fileId !== null).length);
  const found = new Map(rows.rows.map((row) => [row.id, row]));
  expect(rows.rows).toHaveLength(found.size);
  for (const errand of errands) {
    const row = found.get(errand.id);
    if (errand.version === 4) expect(row).toEqual({ id: errand.id, version: 4, file: errand.fileId });
    else expect(row?.version ?? 0).toBeGreaterThanOrEqual(errand.version);
  }
  const done = errands.filter((errand) => errand.version === 4).length;
  expect(done).toBeGreaterThan(10);
}, 180_000);
