/** The program as it is started: what it says, what it refuses, how it stops. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { addressesOf } from './application.ts';
import { EnvError, readEnv } from './env.ts';
import { LOCK_CLASS, PREPARE_LOCK } from './postgres/databases.ts';
import { testDatabase } from './testing/database.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'redress-start-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts a program of ours with this environment and nothing else of the machine's but its path. */
function run(program: string, env: Record<string, string>, args: readonly string[] = []): Run {
  const file = path.resolve(import.meta.dirname, program);
  const child = spawn(process.execPath, [file, ...args], {
    env: { REDRESS_DATA: dataDir, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, out: () => text, ended };
}

async function until(said: () => string, words: RegExp, ended: Promise<unknown>): Promise<RegExpExecArray> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const found = words.exec(said());
    if (found !== null) return found;
    if (over) throw new Error(`ended, saying: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('main', () => {
  it('says where it is, serves, keeps its secret to itself, and stops when asked', async () => {
    const { url } = await testDatabase();
    const started = run('main.ts', { PORT: '0', DATABASE_URL: url, REDRESS_DEMO: '', HOST: '127.0.0.1' });
    const [, port] = await until(started.out, /http:\/\/localhost:(\d+)/, started.ended);
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect(await ready.json()).toEqual({ ready: true });
    expect(statSync(path.join(dataDir, 'session.secret')).mode & 0o777).toBe(0o600);
    // A database of one's own is not seeded unasked.
    expect(started.out()).not.toContain('演示账号');
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('says clearly that its port is taken, before it has made anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const fresh = path.join(dataDir, 'fresh');
    const started = run('main.ts', { PORT: String(port), REDRESS_DATA: fresh });
    expect(await started.ended).toBe(1);
    expect(started.out()).toContain(`端口 ${port} 已被占用`);
    expect(started.out()).toContain(`Port ${port} is taken`);
    expect(started.out()).not.toContain('    at ');
    expect(existsSync(fresh)).toBe(false);
    other.close();
  });

  it('answers while it starts: alive, not ready, and a page that says so', async () => {
    const { url } = await testDatabase();
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => probe.close(resolve));
    // Whoever holds this lock prepares the database; the start waits for it.
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('select pg_advisory_lock($1::int, $2::int)', [LOCK_CLASS, PREPARE_LOCK]);
    const started = run('main.ts', { PORT: String(port), DATABASE_URL: url });
    const at = (where: string) => fetch(`http://127.0.0.1:${port}${where}`);
    let over = false;
    void started.ended.then(() => {
      over = true;
    });
    let live: unknown = null;
    while (live === null && !over)
      live = await at('/health/live')
        .then((answer) => answer.json())
        .catch(() => null);
    expect(live, started.out()).toEqual({ live: true });
    const ready = await at('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, starting: true }]);
    const page = await at('/cases');
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('系统正在启动')]);
    const asked = await at('/api/trpc/session.info');
    expect([asked.status, await asked.json()]).toEqual([
      503,
      { error: expect.objectContaining({ data: expect.objectContaining({ failure: { code: 'database-away' } }) }) },
    ]);
    await holder.end();
    await until(started.out, /http:\/\/localhost:\d+/, started.ended);
    expect(await (await at('/health/ready')).json()).toEqual({ ready: true });
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('says clearly that there is no database to reach', async () => {
    const started = run('main.ts', { PORT: '0', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
    expect(await started.ended).toBe(1);
    expect(started.out()).toContain('DATABASE_URL');
    expect(started.out()).not.toContain('    at ');
  });

  it('runs on a fixed day only where nobody works', async () => {
    const { url } = await testDatabase();
    const refused = run('main.ts', { PORT: '0', DATABASE_URL: url, REDRESS_TODAY: '2026-03-02' });
    expect(await refused.ended).toBe(1);
    expect(refused.out()).toContain('REDRESS_TODAY');
  });
});

describe('the environment', () => {
  it('names the variable that cannot be used', () => {
    const wrong = { PORT: '70000', DATABASE_URL: 'mysql://x', PUBLIC_URL: 'ftp://x', REDRESS_TODAY: '2026-02-30' };
    for (const [name, value] of Object.entries(wrong)) {
      expect(() => readEnv({ [name]: value }), name).toThrow(EnvError);
      expect(() => readEnv({ [name]: value })).toThrow(name);
    }
  });

  it('listens on this machine alone unless HOST says otherwise', () => {
    expect(readEnv({})).toMatchObject({ host: '127.0.0.1', openToNetwork: false, port: 3000 });
    for (const host of ['localhost', '127.0.0.1', '::1']) expect(readEnv({ HOST: host }).openToNetwork).toBe(false);
    for (const host of ['0.0.0.0', '::', '192.0.2.7']) expect(readEnv({ HOST: host }).openToNetwork).toBe(true);
  });

  it('is open to the network, too, under an outside address', () => {
    for (const url of [
      'https://redress.example.cn',
      'http://192.0.2.7:8080',
      'http://10.0.0.4',
      'http://[2001:db8::1]/',
    ]) {
      expect(readEnv({ PUBLIC_URL: url }).openToNetwork, url).toBe(true);
      expect(readEnv({ PUBLIC_URL: url, HOST: '127.0.0.1' }).openToNetwork, url).toBe(true);
    }
    for (const url of ['http://localhost:8080', 'https://LOCALHOST', 'http://127.0.0.1', 'http://[::1]:3000/']) {
      expect(readEnv({ PUBLIC_URL: url }).openToNetwork, url).toBe(false);
      expect(readEnv({ PUBLIC_URL: url, HOST: '0.0.0.0' }).openToNetwork, url).toBe(true);
    }
    const behindProxy = readEnv({ PUBLIC_URL: 'https://redress.example.cn' });
    expect(addressesOf(behindProxy, 3000)).toEqual(['http://localhost:3000', 'https://redress.example.cn']);
  });
});

describe('redress', () => {
  const redress = (args: readonly string[], env: Record<string, string> = {}) => run('cli/main.ts', env, args);

  it('verifies and rebuilds beside the running application, and says what somebody changed', async () => {
    const { url, sql } = await testDatabase();
    const own = { DATABASE_URL: url, REDRESS_DEMO: '1' };
    const started = run('main.ts', { PORT: '0', ...own });
    await until(started.out, /http:\/\/localhost:(\d+)/, started.ended);
    const ask = async (command: string) => {
      const asked = redress([command], own);
      return [await asked.ended, asked.out()] as const;
    };
    expect(await ask('verify')).toEqual([0, expect.stringMatching(/^case_index: [1-9]\d*$[\s\S]*everything agrees/m)]);
    // Rows that are all an older program's are no tampering; one row among others that says so is.
    await sql(`update case_index set projection_version = 0, title = 'older'`);
    expect(await ask('verify')).toEqual([0, expect.stringContaining('projected anew after an older program')]);
    for (const column of ['projection_version = 0', `law_book_version = 'x'`, `calendar_version = 'x'`]) {
      await sql(`update case_index set ${column} where stream_id like '%-01'`);
      expect(await ask('verify')).toEqual([1, expect.stringMatching(/DIFFERENCE \S+-01 case_index: differs in /)]);
      expect((await ask('rebuild'))[0]).toBe(0);
    }
    await sql(`update case_index set title = 'other' where stream_id like '%-01'`);
    expect(await ask('verify')).toEqual([1, expect.stringMatching(/DIFFERENCE \S+-01 case_index: differs in title/)]);
    expect(await ask('rebuild')).toEqual([0, expect.stringContaining('rebuilt')]);
    expect((await ask('verify'))[0]).toBe(0);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    // A dozen processes, each a whole start: patience for a busy machine.
  }, 180_000);

  it('prints only what was asked for, and says by its exit code how it went', async () => {
    const { url } = await testDatabase();
    const own = { DATABASE_URL: url };
    const migrated = redress(['migrate'], own);
    expect([await migrated.ended, migrated.out()]).toEqual([0, expect.stringContaining('0 migrations applied')]);
    const refused = redress(['seed'], own);
    expect([await refused.ended, refused.out()]).toEqual([1, expect.stringContaining('REDRESS_DEMO=1')]);
    const verified = redress(['verify'], own);
    expect([await verified.ended, verified.out()]).toEqual([0, expect.stringContaining('everything agrees')]);
    const sealed = redress(['seal'], own);
    expect([await sealed.ended, sealed.out()]).toEqual([0, expect.stringContaining('no ledger to seal')]);
  });

  it('needs no database for help and limits', async () => {
    const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };
    const help = redress(['help'], nowhere);
    expect(await help.ended).toBe(0);
    for (const command of ['migrate', 'init', 'seed', 'verify', 'rebuild', 'seal', 'limit', 'help']) {
      // Each in both languages.
      const said = new RegExp(`^  ${command}\\b[^·]*\\p{Script=Han}[^·]*· [\\s\\S]*?[a-z]`, 'mu');
      expect(help.out(), command).toMatch(said);
    }
    const nothing = redress([], nowhere);
    expect([await nothing.ended, nothing.out()]).toEqual([0, help.out()]);
    const unknown = redress(['nonsense'], nowhere);
    expect(await unknown.ended).toBe(2);
    expect(unknown.out()).toContain("unknown command 'nonsense'");
    expect(unknown.out()).toContain('没有这个命令');
    const misused = redress(['verify', '--nonsense'], nowhere);
    expect([await misused.ended, misused.out()]).toEqual([2, expect.stringContaining('--nonsense')]);
    const limit = redress(['limit', 'reconsideration.decide-ordinary', '--from', '2025-12-03'], nowhere);
    expect([await limit.ended, limit.out()]).toEqual([0, expect.stringContaining('2026年2月2日')]);
  });
});
