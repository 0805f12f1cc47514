import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { FileId, InstantMs, PartyId, Sha256, StreamId } from '@redress/domain/ids';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { runVerify } from '../cli/verify.ts';
import { folderFileStore, storedPath } from '../files/store.ts';
import { testDatabase } from '../testing/database.ts';
import { anOpenTally, monday, onMonday, otherOrgan, shippedLaw, tallyKinds, tallyStep } from '../testing/tally.ts';
import { removeDataDir, temporaryDataDir } from '../testing/temporary-data-dir.ts';
import { rebuild } from './rebuild.ts';
import { sealNow } from './seal.ts';
import { type Difference, verify } from './verify.ts';

const db = await testDatabase();
const dataDir = temporaryDataDir();
afterAll(() => removeDataDir(dataDir));
const files = folderFileStore(dataDir, 1_000_000);

const options = { kinds: tallyKinds, law: shippedLaw, files };
const differences = async (): Promise<readonly Difference[]> => (await verify(db.owner, options)).differences;

/** A tally with a row in every read table and one of everything that is kept. */
async function aFullTally(): Promise<StreamId> {
  const other = await anOpenTally(db.app);
  const id = await anOpenTally(db.app, { title: '全', respondentId: otherOrgan, dueOn: '2026-03-20' });
  const person = { name: '王伟', idNumber: '000000' };
  await tallyStep(db.app, id, 1, 'note-person', { on: onMonday, partyId: 'p1' as PartyId, person, text: '请求撤销' });
  await tallyStep(db.app, id, 2, 'add', { on: onMonday, n: 3 });
  const replaced = { seq: 3, payload: { n: 4 }, occurredOn: onMonday, occurredTime: '09:30', why: '误录' };
  const later = () => (monday + 1000) as InstantMs;
  await tallyStep(db.app, id, 3, 'replace', { on: onMonday, replaced }, { clock: later });
  await tallyStep(db.app, id, 4, 'link', { on: onMonday, to: other }, { clock: later });
  const bytes = new TextEncoder().encode('送达回证');
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  await files.put('回证.txt', new Blob([bytes]).stream());
  const file = { fileId: 'f-1' as FileId, sha256, name: '回证.txt', kind: 'proof', size: bytes.length };
  await db.app.pool.query(
    `insert into file (id, sha256, size, name, kind, media_type, stream_id, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, 'text/plain', $6, 'a-clerk', $7)`,
    [file.fileId, file.sha256, file.size, file.name, file.kind, id, monday],
  );
  await tallyStep(db.app, id, 5, 'add-file', { on: onMonday, file }, { clock: later });
  return id;
}

const full = await aFullTally();
await sealNow(db.app.pool, { at: monday, occasion: 'manual' });
await tallyStep(db.app, full, 6, 'add', { on: onMonday, n: 1 });
await sealNow(db.app.pool, { at: monday, occasion: 'manual' });

const proof = ['entry', 'seal', 'seal_head'];
const readTables = ['case_index', 'participant', 'clock', 'party_name', 'link', 'case_fact'];
const kept = ['person_record', 'narrative'];
const everyTable = ['stream', ...proof, ...readTables, ...kept, 'file', 'command', 'number_counter'];

// What a test tampers with is put back from copies, so that each test starts from the same whole.
for (const table of everyTable) await db.sql(`create table saved_${table} as table ${table}`);
for (const table of proof) await db.sql(`alter table ${table} disable trigger user`);

async function restore(tables: readonly string[] = everyTable): Promise<void> {
  for (const table of tables) {
    await db.sql(`delete from ${table}`);
    await db.sql(`insert into ${table} table saved_${table}`);
  }
}
afterEach(() => restore());

/** Another value of the same type. */
const otherValue = (column: string, type: string): string => {
  const c = `"${column}"`;
  switch (type) {
    case 'date':
      return `case when isfinite(${c}) then ${c} + 1 else date '2000-01-01' end`;
    case 'integer':
    case 'bigint':
      return `coalesce(${c}, 0) + 100`;
    case 'boolean':
      return `not ${c}`;
    case 'jsonb':
      return `case when jsonb_typeof(${c}) = 'object' then ${c} || '{"x": 1}' else '{"x": 1}' end`;
    case 'ARRAY':
      return `array_append(${c}, 'x')`;
    default:
      return `coalesce(${c}, '') || 'x'`;
  }
};

const columnsOf = async (table: string) =>
  db.sql<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  );

describe('a database nobody tampered with', () => {
  test('agrees, and every table was looked at', async () => {
    const report = await verify(db.owner, options);
    expect(report.differences).toEqual([]);
    for (const table of everyTable) expect(report.counts[table], table).toBeGreaterThan(0);
  });

  test('gives identical read tables when rebuilt, on any day', async () => {
    const tables = async () => {
      const all: Record<string, unknown> = {};
      for (const table of readTables) all[table] = await db.sql(`select t::text from ${table} t order by 1`);
      return all;
    };
    const before = await tables();
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const now of ['2027-01-01T16:00:00Z', '2028-02-29T00:00:00Z', '1999-12-31T23:59:59Z']) {
        vi.setSystemTime(now);
        const { streams, rows } = await rebuild(db.owner, options);
        expect(streams).toBe(2);
        expect(rows.participant).toBeGreaterThan(0);
        expect(await tables()).toEqual(before);
        expect(await differences()).toEqual([]);
      }
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a changed value is found', () => {
  test.each(['entry', ...readTables])(
    'in any column of %s',
    async (table) => {
      const columns = await columnsOf(table);
      expect(columns.length).toBeGreaterThan(3);
      for (const { name, type } of columns) {
        await db.sql(
          `update ${table} set "${name}" = ${otherValue(name, type)} where ctid = (select ctid from ${table} limit 1)`,
        );
        const found = await differences();
        expect(found.length, `${table}.${name}`).toBeGreaterThan(0);
        if (readTables.includes(table)) expect(found.map((d) => d.what)).toContain(table);
        await restore([table]);
        expect(await differences(), `${table}.${name} put back`).toEqual([]);
      }
    },
    60_000,
  );

  test.each(['stream', 'seal', 'seal_head', ...kept])(
    'in any column of %s',
    async (table) => {
      for (const { name, type } of await columnsOf(table)) {
        await db.sql(
          `update ${table} set "${name}" = ${otherValue(name, type)} where ctid = (select ctid from ${table} limit 1)`,
        );
        expect((await differences()).length, `${table}.${name}`).toBeGreaterThan(0);
        await restore([table]);
      }
      expect(await differences()).toEqual([]);
    },
    60_000,
  );

  test.each(['id', 'sha256', 'size', 'name', 'kind', 'media_type', 'stream_id'])(
    'in a file row: %s',
    async (column) => {
      const type = column === 'size' ? 'bigint' : 'text';
      await db.sql(`update file set ${column} = ${otherValue(column, type)}`);
      expect((await differences()).map((d) => [d.streamId, d.what])).toContainEqual([full, 'file']);
    },
  );

  test('with the case it is in', async () => {
    await db.sql(`update entry set payload = '{"n": 400}' where stream_id = $1 and seq = 3`, [full]);
    expect(await differences()).toContainEqual({ streamId: full, what: 'entry', detail: 'changed 3' });
  });

  test('even when its own hash was made to fit', async () => {
    await db.sql(`update entry set hash = repeat('a', 64) where stream_id = $1 and seq = 3`, [full]);
    await db.sql(`update entry set prev_hash = repeat('a', 64) where stream_id = $1 and seq = 4`, [full]);
    expect((await differences()).map((d) => d.detail)).toEqual(expect.arrayContaining(['changed 3', 'changed 4']));
  });
});

describe('what is missing or added is found', () => {
  test('a middle entry', async () => {
    await db.sql('delete from entry where stream_id = $1 and seq = 3', [full]);
    expect(await differences()).toContainEqual({ streamId: full, what: 'entry', detail: 'gap 4, expected 3' });
  });

  test('the last entry', async () => {
    await db.sql('delete from entry where stream_id = $1 and seq = 7', [full]);
    expect((await differences()).map((d) => [d.streamId, d.what])).toContainEqual([full, 'stream']);
  });

  test('the last entry, with its command, stream and read rows made to fit: against the seal', async () => {
    await db.sql('delete from command c using entry e where e.command_id = c.id and e.stream_id = $1 and e.seq = 7', [
      full,
    ]);
    await db.sql('delete from entry where stream_id = $1 and seq = 7', [full]);
    await db.sql(
      `update stream s set version = 6, head_hash = e.hash, last_recorded_at = e.recorded_at
         from entry e where e.stream_id = s.id and e.seq = 6 and s.id = $1`,
      [full],
    );
    await rebuild(db.owner, options);
    const found = await differences();
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((d) => [d.streamId, d.what].join(' ')))).toEqual(new Set([`${full} seal`]));
  });

  const removeStream = async () => {
    for (const [table, column] of [
      ['entry', 'stream_id'],
      ['stream', 'id'],
      ['person_record', 'stream_id'],
      ['narrative', 'stream_id'],
      ['file', 'stream_id'],
    ]) {
      await db.sql(`delete from ${table} where ${column} = $1`, [full]);
    }
    for (const table of readTables) {
      await db.sql(`delete from ${table} where ${table === 'link' ? 'from_stream_id' : 'stream_id'} = $1`, [full]);
    }
  };

  test('a whole stream, against the seal', async () => {
    await removeStream();
    expect(await differences()).toContainEqual({ streamId: full, what: 'stream', detail: 'was sealed and is gone' });
  });

  test('a whole stream with its sealed heads, against the hash of the seal', async () => {
    await removeStream();
    await db.sql('delete from seal_head where stream_id = $1', [full]);
    const found = await differences();
    expect(found.map((d) => d.what)).toContain('seal');
    expect(found.map((d) => d.detail)).toContain('seal 2 covered 2 streams, others than are here');
  });

  test('a seal', async () => {
    await db.sql('delete from seal where number = 1');
    expect((await differences()).map((d) => d.detail)).toContain('seal 1 is missing');
  });

  test.each([...readTables, ...kept, 'file', 'command', 'number_counter'])('a row of %s', async (table) => {
    await db.sql(`delete from ${table} where ctid = (select ctid from ${table} limit 1)`);
    expect((await differences()).map((d) => d.what)).toContain(table);
  });

  test.each(readTables)('a row too many in %s, of a case that is none', async (table) => {
    const column = table === 'link' ? 'from_stream_id' : 'stream_id';
    await db.sql(`insert into ${table} select * from jsonb_populate_record(
      (select t from ${table} t limit 1), jsonb_build_object('${column}', 'no-such-case'))`);
    expect(await differences()).toContainEqual({
      streamId: 'no-such-case',
      what: table,
      detail: 'belongs to no stream',
    });
    await rebuild(db.owner, options);
    expect(await differences()).toEqual([]);
  });

  test('an emptied person, without an entry that erased it', async () => {
    await db.sql('update person_record set salt = null, content = null');
    expect((await differences()).map((d) => d.what)).toContain('person_record');
  });
});

describe('commands and counters', () => {
  test.each(['id', 'salt', 'body_hash', 'answer'])(
    'a changed %s of a command is found where it can be',
    async (column) => {
      // Salt and hash vouch for a body that is not kept; without one of them a retry could not be told from another body.
      const value = column === 'answer' ? `'[]'` : column === 'id' ? `id || 'x'` : 'null';
      await db.sql(`update command set ${column} = ${value} where ctid = (select ctid from command limit 1)`);
      expect((await differences()).map((d) => d.what)).toContain('command');
    },
  );

  test('a command that left no entry is found', async () => {
    await db.sql(`insert into command (id, salt, body_hash, answer) values ('idle', 's', 'h', '[]')`);
    expect(await differences()).toEqual([{ streamId: null, what: 'command', detail: 'idle left no entry' }]);
  });

  test('a counter below a number that a case bears is found, and one that no case has', async () => {
    await db.sql('update number_counter set last = last - 1');
    expect((await differences()).map((d) => d.what)).toEqual(['number_counter']);
    await restore(['number_counter']);
    await db.sql('update number_counter set year = year + 1');
    expect((await differences()).map((d) => d.what)).toEqual(['number_counter', 'number_counter']);
  });
});

describe('the bytes of a file', () => {
  const path = async () => {
    const [row] = await db.sql<{ sha256: string }>('select sha256 from file');
    return storedPath(`${dataDir}/files`, row?.sha256 ?? '');
  };

  test('changed by one are found, and so is a file that is gone', async () => {
    const stored = await path();
    const whole = readFileSync(stored);
    const changed = Buffer.from(whole);
    changed[0] = (changed[0] ?? 0) ^ 1;
    writeFileSync(stored, changed);
    try {
      expect(await differences()).toEqual([{ streamId: full, what: 'file', detail: 'the bytes of f-1 have changed' }]);
    } finally {
      writeFileSync(stored, whole);
    }
    const nowhere = { ...options, files: { get: async () => null } };
    expect((await verify(db.owner, nowhere)).differences).toEqual([
      { streamId: full, what: 'file', detail: 'the bytes of f-1 are missing' },
    ]);
    expect(await differences()).toEqual([]);
  });
});

describe('redress verify', () => {
  const run = async () => {
    const lines: string[] = [];
    const code = await runVerify({ db: db.owner, print: (line) => lines.push(line), ...options });
    return { code, lines };
  };

  test('prints counts and ends with 0 when everything agrees', async () => {
    const { code, lines } = await run();
    expect(code).toBe(0);
    expect(lines).toEqual(
      expect.arrayContaining(['command: 8', 'number_counter: 1', 'stream: 2', 'entry: 8', 'seal: 3', 'file: 1']),
    );
  });

  test('names the case and ends with 1 on any difference, without personal data', async () => {
    await db.sql(`update party_name set name = '王炜'`);
    const { code, lines } = await run();
    expect(code).toBe(1);
    expect(lines).toContain(`DIFFERENCE ${full} party_name: differs in name`);
    expect(lines.join()).not.toMatch(/王/);
  });
});
