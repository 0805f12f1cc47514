import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { removeDataDir, temporaryDataDir } from '../testing/temporary-data-dir.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from './embedded.ts';
import { EmbeddedServerError } from './embedded-error.ts';

const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

function newFolder(): string {
  const folder = temporaryDataDir();
  folders.push(folder);
  return folder;
}

async function acquire(dataDir: string, purpose: 'application' | 'tool' | 'test'): Promise<EmbeddedServer> {
  const server = await acquireEmbeddedServer({ dataDir, purpose });
  servers.push(server);
  return server;
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Until the question is answered yes: nothing here asserts how long it takes, only that it comes. */
async function eventually(question: () => Promise<boolean>): Promise<void> {
  while (!(await question().catch(() => false))) await sleep(50);
}

const answers = (url: string) =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  );
const postmasterPid = (clusterDir: string) =>
  Number(readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Another process that acquires the folder, prints the address and stays. */
async function otherProcess(
  dataDir: string,
  purpose: 'application' | 'tool',
): Promise<{ child: ChildProcess; url: string }> {
  const program = `
    const { acquireEmbeddedServer } = await import(${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))});
    const server = await acquireEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, purpose: '${purpose}' });
    process.stdout.write(server.adminUrl + '\\n');
    process.on('SIGTERM', () => server.release().then(() => process.exit(0)));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(servers.splice(0).map((server) => server.release()));
  for (const folder of folders.splice(0)) {
    // A process that was killed in a test left its server running: join it and leave as the last.
    await acquireEmbeddedServer({ dataDir: folder, purpose: 'test' }).then(
      (server) => server.release(),
      () => undefined,
    );
    removeDataDir(folder);
  }
});

describe('the embedded server', () => {
  it('is made for Chinese names and durable writes, whatever LANG says', async () => {
    const server = await acquire(newFolder(), 'test');
    const [row] = await query<Record<string, string>>(
      server.adminUrl,
      `select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
              datctype as ctype, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as sockets,
              current_setting('TimeZone') as zone
         from pg_database where datname = 'postgres'`,
    );
    expect(row).toEqual({
      encoding: 'UTF8',
      provider: 'i',
      locale: 'zh-Hans-CN',
      ctype: 'C.UTF-8',
      fsync: 'on',
      commit: 'on',
      address: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
    });
    await query(server.adminUrl, 'create extension pg_trgm');
    const [trigrams] = await query<{ n: number }>(server.adminUrl, `select array_length(show_trgm('a王a伟'), 1) as n`);
    expect(trigrams?.n).toBe(5);
  });

  it('asks for its password, which only its owner can read', async () => {
    const folder = newFolder();
    const server = await acquire(folder, 'test');
    expect(statSync(path.join(folder, 'postgres.password')).mode & 0o777).toBe(0o600);
    await expect(query(server.adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('is one server for two processes that start at the same moment in a new folder', async () => {
    const folder = newFolder();
    const [first, second] = await Promise.all([otherProcess(folder, 'application'), otherProcess(folder, 'tool')]);
    expect(first.url).toBe(second.url);
    expect(await answers(first.url)).toBe(true);
  });

  it('refuses a second application on the folder, names the first, and lets a tool work beside it', async () => {
    const folder = newFolder();
    const first = await otherProcess(folder, 'application');
    const refusal = await acquire(folder, 'application').then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(EmbeddedServerError);
    expect(refusal).toMatchObject({ code: 'data-folder-in-use', facts: { dataDir: folder, pid: first.child.pid } });
    const tool = await acquire(folder, 'tool');
    expect(tool.adminUrl).toBe(first.url);
    expect(await answers(tool.adminUrl)).toBe(true);
  });

  it('runs as long as anybody uses it, and stops with the last', async () => {
    const folder = newFolder();
    const application = await acquire(folder, 'application');
    const tool = await acquire(folder, 'tool');
    await application.release();
    expect(await answers(tool.adminUrl)).toBe(true);
    await tool.release();
    expect(await answers(tool.adminUrl)).toBe(false);
    expect(existsSync(path.join(tool.clusterDir, 'postmaster.pid'))).toBe(false);
  });

  it('stops once when all leave at the same moment', async () => {
    const folder = newFolder();
    const all = await Promise.all([acquire(folder, 'test'), acquire(folder, 'test'), acquire(folder, 'application')]);
    await Promise.all(all.map((server) => server.release()));
    expect(await answers(all[0].adminUrl)).toBe(false);
  });

  it('can be had again while the last one is just leaving', async () => {
    const folder = newFolder();
    for (let round = 0; round < 3; round += 1) {
      const leaving = await acquire(folder, 'application');
      const [, next] = await Promise.all([leaving.release(), acquire(folder, 'tool')]);
      expect(await answers(next.adminUrl)).toBe(true);
      await next.release();
    }
  });

  it('is used again, with every committed row, after the application was killed', async () => {
    const folder = newFolder();
    const killed = await otherProcess(folder, 'application');
    await query(killed.url, 'create table kept (n int)');
    await query(killed.url, 'insert into kept values (1)');
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    const next = await acquire(folder, 'application');
    expect(next.adminUrl).toBe(killed.url);
    expect(await query(next.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('comes back at the same address, with every committed row, after the server itself was killed', async () => {
    const folder = newFolder();
    const server = await acquire(folder, 'application');
    await query(server.adminUrl, 'create table kept (n int)');
    await query(server.adminUrl, 'insert into kept values (1)');
    process.kill(postmasterPid(server.clusterDir), 'SIGKILL');
    await eventually(async () => (await query(server.adminUrl, 'select n from kept')).length === 1);
    // The application's lock comes back, too.
    const holders = `select 1 from pg_locks where locktype = 'advisory' and objid = 2 and granted`;
    await eventually(async () => (await query(server.adminUrl, holders)).length === 1);
    await expect(acquire(folder, 'application')).rejects.toMatchObject({ code: 'data-folder-in-use' });
  });

  it('starts over a postmaster.pid whose number now belongs to another process', async () => {
    const folder = newFolder();
    const killed = await otherProcess(folder, 'application');
    await query(killed.url, 'create table kept (n int)');
    const { clusterDir } = await acquire(folder, 'tool');
    const pid = postmasterPid(clusterDir);
    await servers.pop()?.release();
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    process.kill(pid, 'SIGKILL');
    await eventually(async () => !(await answers(killed.url)));
    const file = path.join(clusterDir, 'postmaster.pid');
    // A live process of the server's own account, as a recycled number would be.
    const { uid, gid } = statSync(clusterDir);
    const stranger = spawn('/bin/sleep', ['600'], process.getuid?.() === 0 ? { uid, gid } : {});
    children.push(stranger);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
    const next = await acquire(folder, 'application');
    expect(await query(next.adminUrl, 'select n from kept')).toEqual([]);
  });

  it('says so when the password file is gone, rather than making a new database', async () => {
    const folder = newFolder();
    await (await acquire(folder, 'test')).release();
    rmSync(path.join(folder, 'postgres.password'));
    await expect(acquire(folder, 'test')).rejects.toMatchObject({ code: 'password-missing' });
  });

  it('names the owner of a data folder that is another user’s, and what is wrong with one it cannot write', async () => {
    const root = process.getuid?.() === 0;
    const folder = newFolder();
    if (root) {
      await (await acquire(folder, 'test')).release();
      chownSync(path.join(folder, 'postgres.password'), 1, 1);
      await expect(acquire(folder, 'test')).rejects.toMatchObject({ code: 'data-folder-of-another-user' });
    } else {
      chmodSync(folder, 0o500);
      await expect(acquire(folder, 'test')).rejects.toMatchObject({ code: 'data-folder-not-writable' });
      chmodSync(folder, 0o700);
    }
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(acquire(path.join(file, 'data'), 'test')).rejects.toMatchObject({ code: 'data-folder-not-writable' });
  });

  it('keeps root’s cluster elsewhere when its server cannot enter the folder, and anybody else’s inside', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o700);
    const server = await acquire(folder, 'application');
    const elsewhere = /^\/var\/lib\/redress\/[0-9a-f]{12}(-\d+)?$/;
    if (process.getuid?.() === 0) expect(server.clusterDir).toMatch(elsewhere);
    else expect(path.dirname(server.clusterDir)).toBe(folder);
    await query(server.adminUrl, 'create table kept (n int)');
    await server.release();
    const again = await acquire(folder, 'application');
    expect(again.clusterDir).toBe(server.clusterDir);
    expect(await query(again.adminUrl, 'select n from kept')).toEqual([]);
  });
});
