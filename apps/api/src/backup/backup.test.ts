/** A backup made while people work can be restored whole; one that is not whole is refused before anything is written. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { extract, type Header, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../case-store/verify.ts';
import { runBackup } from '../cli/backup.ts';
import { runRestore } from '../cli/restore.ts';
import { kinds, shippedLaw } from '../data.ts';
import { folderFileStore, storedPath } from '../files/store.ts';
import { type Api, anApplication, demoPeople, newCaseId, newCommandId, testApi } from '../testing/api.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { BackupError } from './backup-error.ts';
import { checkBackup } from './check-backup.ts';
import { MANIFEST, MANIFEST_HASH, type Manifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { passingTables } from './tables.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'redress-backup-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let n = 0;
const newFile = () => path.join(folder, `backup-${++n}.tar.gz`);
const newFolder = () => mkdtempSync(path.join(folder, 'data-'));

let api: Api;
/** One sound backup, to be damaged in copies. */
let sound: string;
let made: Manifest;

async function upload(name: string): Promise<string> {
  const handler = await api.as(demoPeople.handler);
  const body = Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`);
  const answer = await handler.fetch(`/api/files?name=${encodeURIComponent(name)}&kind=other`, { method: 'PUT', body });
  return ((await answer.json()) as { fileId: string }).fileId;
}

const options = (file: string) => ({
  db: api.services.db,
  kinds,
  dataDir: api.dataDir,
  file,
  now: api.services.clock.now,
});

const into = (database: TestDatabase, file: string, dataDir = newFolder()) => ({
  db: database.owner,
  kinds,
  law: shippedLaw(),
  dataDir,
  file,
});

beforeAll(async () => {
  api = await testApi();
  await api.aCase({ fileIds: [(await upload('申请书.pdf')) as never] });
  await api.aCase({ requests: '第一行\n第二行\t有制表符 \\ 与反斜杠，以及 “引号” 𠮷' });
  sound = newFile();
  ({ manifest: made } = await writeBackup(options(sound)));
});

const differences = async (database: TestDatabase, dataDir: string) =>
  (await verify(database.owner, { kinds, law: shippedLaw(), files: folderFileStore(dataDir, 1 << 20) })).differences;

const rowsOf = async (database: TestDatabase, table: string) =>
  database.sql<{ row: string }>(`select to_jsonb(t)::text as row from "${table}" t order by 1`);

describe('a backup', () => {
  it('holds every table of the schema that nothing else can make anew', async () => {
    const all = await api.database.sql<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const ofLawsuits = ['appearance', 'appearance_duty', 'court_session', 'lawsuit_instance'];
    const derived = ['case_fact', 'case_index', 'clock', 'link', 'participant', 'party_name', ...ofLawsuits];
    const left = all.map((t) => t.name).filter((t) => !derived.includes(t) && !passingTables.includes(t));
    expect(made.tables.map((t) => t.name).sort()).toEqual(left.sort());
    expect(left).toEqual(expect.arrayContaining(['stream', 'entry', 'person_record', 'auth_user', 'notice', 'seal']));
    // And each of its columns.
    for (const { name, columns } of made.tables) {
      const known = await api.database.sql<{ c: string }>(
        `select column_name as c from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [name],
      );
      expect([...columns].sort(), name).toEqual(known.map((k) => k.c).sort());
    }
  });

  it('restores to the very same rows, with its files, and replays without a difference', async () => {
    const target = await testDatabase();
    const dataDir = newFolder();
    const { rows } = await restoreBackup(into(target, sound, dataDir));
    expect(rows.stream).toBe(made.counts.streams);
    expect(await differences(target, dataDir)).toEqual([]);
    // What was written after the backup (its own record of nothing here) is not compared: nothing was.
    for (const { name } of made.tables) {
      expect(await rowsOf(target, name), name).toEqual(await rowsOf(api.database, name));
    }
    for (const { name } of [{ name: 'case_index' }, { name: 'participant' }, { name: 'party_name' }]) {
      expect(await rowsOf(target, name), name).toEqual(await rowsOf(api.database, name));
    }
    expect(made.files).toHaveLength(1);
    const sha256 = made.files[0]?.sha256 ?? '';
    const stored = readFileSync(storedPath(path.join(dataDir, 'files'), sha256));
    expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256);
    expect(readdirSync(path.join(dataDir, 'files', 'staging'))).toEqual([]);
  });

  it('made while people write holds all that was acknowledged before it, and nothing by halves', async () => {
    const handler = await api.as(demoPeople.handler);
    const acknowledged: string[] = [];
    let going = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (going) {
        const id = newCaseId();
        const answer = await handler.mutate('cases', 'register', {
          commandId: newCommandId(),
          id,
          input: anApplication(),
        });
        if (answer.ok) acknowledged.push(id);
      }
    });
    while (acknowledged.length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = [...acknowledged];
    const file = newFile();
    const { manifest } = await writeBackup(options(file));
    going = false;
    await Promise.all(writers);

    const target = await testDatabase();
    const dataDir = newFolder();
    await restoreBackup(into(target, file, dataDir));
    expect(await differences(target, dataDir)).toEqual([]);
    const restored = new Set((await target.sql<{ id: string }>('select id from stream')).map((row) => row.id));
    expect(before.filter((id) => !restored.has(id))).toEqual([]);
    expect(restored.size).toBe(manifest.counts.streams);
    // The last number given out goes on where the backup left it.
    const given = await target.sql<{ n: number }>(
      `select max(substring(case_number from '(\\d+)号')::int) as n from case_index where case_number is not null`,
    );
    const counter = await target.sql<{ last: number }>(`select max(last) as last from number_counter`);
    expect(counter[0]?.last).toBe(given[0]?.n);
  });

  it('is sealed, and the seal stands in its manifest', async () => {
    const seals = await api.database.sql<{ hash: string; occasion: string }>(
      'select hash, occasion from seal where number = $1',
      [made.seal?.number],
    );
    expect(seals).toEqual([{ hash: made.seal?.hash, occasion: 'backup' }]);
  });

  it('never overwrites a file, and leaves none behind that is not whole', async () => {
    const taken = newFile();
    writeFileSync(taken, 'something else');
    await expect(writeBackup(options(taken))).rejects.toMatchObject({ code: 'exists' });
    expect(readFileSync(taken, 'utf8')).toBe('something else');
    const nowhere = path.join(folder, 'no-such-folder', 'b.tar.gz');
    await expect(writeBackup(options(nowhere))).rejects.toMatchObject({ code: 'not-writable' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says which stored file was lost before it, and carries no damaged one on', async () => {
    const other = await testApi();
    const handler = await other.as(demoPeople.handler);
    const put = async (name: string) => {
      const answer = await handler.fetch(`/api/files?name=${name}&kind=other`, {
        method: 'PUT',
        body: Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`),
      });
      return ((await answer.json()) as { fileId: string }).fileId.split('.')[1] ?? '';
    };
    const [gone, rotten] = [await put('a.pdf'), await put('b.pdf')];
    rmSync(storedPath(path.join(other.dataDir, 'files'), gone));
    writeFileSync(storedPath(path.join(other.dataDir, 'files'), rotten), '%PDF-1.7\nrotten\n');
    const lines: string[] = [];
    const file = newFile();
    const code = await runBackup({
      db: other.services.db,
      kinds,
      dataDir: other.dataDir,
      file,
      now: other.services.clock.now,
      print: (line) => lines.push(line),
    });
    expect(code).toBe(1);
    const manifest = await checkBackup(file);
    expect([...manifest.lost].sort((a, b) => a.why.localeCompare(b.why))).toEqual([
      { sha256: rotten, why: 'damaged' },
      { sha256: gone, why: 'missing' },
    ]);
    expect(lines.join('\n')).toContain(`LOST ${gone} missing`);
  });
});

interface Part {
  readonly header: Pick<Header, 'name'>;
  readonly body: Buffer;
}

/** Takes a backup apart, changes it, and puts it together again: as a disk, or a hand, might. */
async function altered(change: (parts: Part[]) => Part[]): Promise<string> {
  const parts: Part[] = [];
  const reader = extract();
  const reading = (async () => {
    for await (const entry of reader) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      parts.push({ header: entry.header, body: Buffer.concat(chunks) });
    }
  })();
  reader.end(gunzipSync(readFileSync(sound)));
  await reading;
  const writer = pack();
  for (const { header, body } of change(parts)) {
    writer.entry({ name: header.name, size: body.length, mode: 0o600 }, body);
  }
  writer.finalize();
  const out: Buffer[] = [];
  for await (const chunk of writer) out.push(chunk as Buffer);
  const file = newFile();
  writeFileSync(file, gzipSync(Buffer.concat(out)));
  return file;
}

const withBody = (parts: Part[], name: string, body: (was: Buffer) => Buffer): Part[] =>
  parts.map((part) => (part.header.name === name ? { ...part, body: body(part.body) } : part));
/** A manifest changed by somebody who also knows to change its hash. */
const withManifest = (parts: Part[], change: (m: Record<string, unknown>) => void): Part[] => {
  let text = '';
  const changed = withBody(parts, MANIFEST, (was) => {
    const manifest = JSON.parse(was.toString()) as Record<string, unknown>;
    change(manifest);
    text = JSON.stringify(manifest);
    return Buffer.from(text);
  });
  return withBody(changed, MANIFEST_HASH, () => Buffer.from(createHash('sha256').update(text).digest('hex')));
};
const flipped = (body: Buffer): Buffer => {
  const copy = Buffer.from(body);
  copy[Math.floor(copy.length / 2)] = (copy[Math.floor(copy.length / 2)] ?? 0) ^ 1;
  return copy;
};
const copyOf = (change: (bytes: Buffer) => Buffer): string => {
  const file = newFile();
  copyFileSync(sound, file);
  writeFileSync(file, change(readFileSync(file)));
  return file;
};

describe('a backup that is not whole', () => {
  const entries = 'tables/entry/000001';
  const broken: Readonly<Record<string, [() => Promise<string> | string, string, RegExp]>> = {
    'a bit flipped on the disk': [() => copyOf(flipped), 'damaged|truncated', /./],
    'cut off in the middle': [() => copyOf((b) => b.subarray(0, Math.floor(b.length / 2))), 'truncated', /tables/],
    'cut off before its last bytes': [() => copyOf((b) => b.subarray(0, b.length - 20)), 'truncated', /./],
    empty: [() => copyOf(() => Buffer.alloc(0)), 'not-a-backup', /./],
    'no archive at all': [() => copyOf(() => Buffer.from('no archive at all')), 'not-a-backup', /./],
    'compressed, but no archive': [() => copyOf(() => gzipSync(Buffer.alloc(4096, 'x'))), 'not-a-backup', /./],
    'an archive of something else': [
      () => altered(() => [{ header: { name: 'letter.txt' }, body: Buffer.from('dear') }]),
      'truncated',
      /manifest\.json/,
    ],
    'a member changed': [() => altered((p) => withBody(p, entries, flipped)), 'member-differs', /tables\/entry/],
    'a member missing': [
      () => altered((p) => p.filter((part) => part.header.name !== entries)),
      'member-missing',
      /tables\/entry/,
    ],
    'a file missing': [
      () => altered((p) => p.filter((part) => !part.header.name.startsWith('files/'))),
      'member-missing',
      /files\//,
    ],
    'a member too many': [
      () => altered((p) => [{ header: { name: 'tables/entry/000009' }, body: Buffer.from('x\n') }, ...p]),
      'member-unknown',
      /000009/,
    ],
    'a manifest changed': [
      () => altered((p) => withBody(p, MANIFEST, (b) => Buffer.from(b.toString().replace('"rows":', '"rows": ')))),
      'manifest-differs',
      /manifest/,
    ],
    'no manifest': [
      () => altered((p) => p.filter((part) => part.header.name !== MANIFEST)),
      'truncated',
      /manifest\.json/,
    ],
    'a count changed with its hash': [
      () =>
        altered((p) =>
          withManifest(p, (m) => {
            for (const t of m.tables as { name: string; rows: number }[]) if (t.name === 'entry') t.rows += 1;
          }),
        ),
      'member-differs',
      /entry/,
    ],
    'of a later program': [
      () =>
        altered((p) =>
          withManifest(p, (m) => {
            m.version = 99;
          }),
        ),
      'newer',
      /99/,
    ],
    'of a later schema': [
      () =>
        altered((p) =>
          withManifest(p, (m) => {
            m.migrations = 9999;
          }),
        ),
      'newer',
      /9999/,
    ],
  };

  it.each(Object.keys(broken))('%s: is refused, and nothing is written', async (what) => {
    const [make, code, names] = broken[what] as [() => Promise<string> | string, string, RegExp];
    const file = await make();
    const target = await testDatabase();
    const dataDir = newFolder();
    const error = await restoreBackup(into(target, file, dataDir)).then(
      () => null,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(BackupError);
    const told = error as BackupError;
    expect(told.code).toMatch(new RegExp(`^(${code})$`));
    expect(told.what).toMatch(names);
    // In both languages.
    expect(told.message).toMatch(/[\u4e00-\u9fff]/);
    expect(told.message).toMatch(/backup/i);
    expect(await target.sql('select from stream')).toHaveLength(0);
    expect(await target.sql('select from auth_user')).toHaveLength(0);
    expect(existsSync(path.join(dataDir, 'files'))).toBe(false);
  });

  it('whose rows fit no table is refused in the transaction, and its files are taken away again', async () => {
    const file = await altered((parts) => {
      let rows = Buffer.alloc(0);
      const changed = withBody(parts, 'tables/number_counter/000001', () => {
        rows = Buffer.from('organ-x\tcase\tnot-a-year\t1\n');
        return rows;
      });
      return withManifest(changed, (m) => {
        for (const t of m.tables as { name: string; rows: number; members: Record<string, unknown>[] }[]) {
          if (t.name !== 'number_counter') continue;
          t.rows = 1;
          Object.assign(t.members[0] ?? {}, {
            size: rows.length,
            sha256: createHash('sha256').update(rows).digest('hex'),
          });
        }
      });
    });
    const target = await testDatabase();
    const dataDir = newFolder();
    await expect(restoreBackup(into(target, file, dataDir))).rejects.toMatchObject({
      code: 'does-not-fit',
      what: expect.stringContaining('number_counter'),
    });
    expect(await target.sql('select from stream')).toHaveLength(0);
    for (const { sha256 } of made.files)
      expect(existsSync(storedPath(path.join(dataDir, 'files'), sha256))).toBe(false);
  });
});

describe('restoring', () => {
  it('into a database that holds anything is refused, and leaves it as it was', async () => {
    const before = await rowsOf(api.database, 'stream');
    const lines: string[] = [];
    const code = await runRestore({
      ...into(api.database, sound),
      files: folderFileStore(newFolder(), 1 << 20),
      print: (line) => lines.push(line),
    });
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/已有数据.*stream/);
    expect(lines.join('\n')).toMatch(/REDRESS_DATA/);
    expect(await rowsOf(api.database, 'stream')).toEqual(before);
  });

  it('a backup of an older schema: what is new has its default, what is gone is left behind', async () => {
    const target = await testDatabase();
    await target.sql(`alter table number_counter add column since int not null default 7`);
    await target.sql(`alter table draft drop column expires_at`);
    await target.sql(`drop table mail_setting`);
    const author = demoPeople.handler.accountId;
    await api.database.sql(
      `insert into draft (account_id, key, body, updated_at, expires_at)
       values ($1, 'kept', '{"text": "第一行\\n第二行"}', now(), now())`,
      [author],
    );
    const file = newFile();
    await writeBackup(options(file));
    const { dropped } = await restoreBackup(into(target, file));
    expect(dropped).toEqual(['mail_setting']);
    const counters = await target.sql<{ since: number }>('select since from number_counter');
    expect(counters.length).toBeGreaterThan(0);
    expect(new Set(counters.map((c) => c.since))).toEqual(new Set([7]));
    const drafts = await target.sql<{ body: unknown }>(`select body from draft where key = 'kept'`);
    expect(drafts).toEqual([{ body: { text: '第一行\n第二行' } }]);
  });

  it('says what was restored, verifies it, and ends well', async () => {
    const target = await testDatabase();
    const dataDir = newFolder();
    const lines: string[] = [];
    const code = await runRestore({
      ...into(target, sound, dataDir),
      files: folderFileStore(dataDir, 1 << 20),
      print: (line) => lines.push(line),
    });
    expect(code).toBe(0);
    const said = lines.join('\n');
    expect(said).toContain(`stream: ${made.counts.streams}`);
    expect(said).toContain(made.seal?.hash);
    expect(said).toContain('everything agrees');
    // Nobody is signed in by it.
    expect(await target.sql('select from auth_session')).toHaveLength(0);
  });
});
