/**
 * `redress verify`: replays every ledger and compares. Chains, heads and seals; every row of every read table; people's
 * data and texts against the salted hashes in the entries; commands and counters against the entries; every file that an
 * entry names, and its bytes. It reads one moment of the database,
 * changes nothing, never calls `decide` and knows no clock: the answer is the same on any day.
 */
import { createHash } from 'node:crypto';
import type { InstantMs, Sha256, StreamId } from '@redress/domain/ids';
import { canonicalForm, checkChain } from '@redress/domain/ledger/chain';
import { isCorrection } from '@redress/domain/ledger/correction';
import { type Envelope, genesisHash } from '@redress/domain/ledger/envelope';
import type { LawContext } from '@redress/domain/ledger/kinds';
import type { ReadRows } from '@redress/domain/ledger/projection';
import { headsHash, type Seal, sealHash } from '@redress/domain/ledger/seal';
import type { PoolClient } from 'pg';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/store.ts';
import { typeOfName } from '../files/types.ts';
import { civilDayOf } from './civil-day.ts';
import type { StoredAnswer } from './execute.ts';
import { type FileRow, filesNamed, findFiles, hashInFileId } from './files.ts';
import { saltedHash, sha256 } from './hash.ts';
import { erasedIn, keptRefsIn } from './kept.ts';
import type { Kinds } from './kinds.ts';
import { loadEntries } from './ledgers.ts';
import { type JsonRow, namesOf, personsIn, projectStream, readTables, tableRows } from './read-tables.ts';
import type { StoredHead } from './seal.ts';

const STREAMS_PER_BATCH = 200;
const FILES_PER_BATCH = 500;

export interface Difference {
  /** The case (or office stream); null where none can be named. */
  readonly streamId: string | null;
  /** e.g. 'entry', 'seal', 'case_index', 'person_record', 'file'. */
  readonly what: string;
  /** What is wrong, without any personal data. */
  readonly detail: string;
}

export interface VerifyReport {
  /** How many of each thing were looked at, by table name. */
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
}

export interface VerifyOptions {
  readonly kinds: Kinds;
  readonly law: LawContext;
  /** Where files' bytes lie; null leaves the bytes unread (no data folder at hand), which the counts show. */
  readonly files: Pick<FileStore, 'get'> | null;
}

interface StreamRow {
  readonly id: StreamId;
  readonly kind: string;
  readonly version: number;
  readonly headHash: Sha256;
  readonly lastRecordedAt: InstantMs | null;
}

/** Everything a run carries along. */
interface Run {
  readonly client: PoolClient;
  readonly db: Database;
  readonly o: VerifyOptions;
  readonly counts: Map<string, number>;
  readonly differences: Difference[];
  /** [organ, series, year] → the highest number a case bears. */
  readonly numbers: Map<string, { readonly n: number; readonly stream: StreamId }>;
}

const count = (run: Run, what: string, n: number) => run.counts.set(what, (run.counts.get(what) ?? 0) + n);
const differs = (run: Run, streamId: string | null, what: string, detail: string) =>
  run.differences.push({ streamId, what, detail });

function checkStream(run: Run, stream: StreamRow, entries: readonly Envelope[]): void {
  for (const fault of checkChain(entries, stream, sha256)) {
    const missing = fault.fault === 'gap' ? `, expected ${fault.expectedSeq}` : '';
    differs(
      run,
      stream.id,
      fault.fault === 'head-differs' ? 'stream' : 'entry',
      `${fault.fault} ${fault.seq}${missing}`,
    );
  }
  const last = entries.at(-1);
  if (last === undefined) differs(run, stream.id, 'stream', 'has no entries');
  else if (last.recordedAt !== stream.lastRecordedAt) differs(run, stream.id, 'stream', 'last_recorded_at differs');
  const kind = run.o.kinds.byName.get(stream.kind);
  if (kind === undefined) {
    differs(run, stream.id, 'stream', `unknown kind ${stream.kind}`);
    return;
  }
  for (const entry of entries) {
    if (!(entry.type in kind.entries)) {
      differs(run, stream.id, 'entry', `${entry.seq}: ${stream.kind} knows no ${entry.type}`);
    }
  }
}

/** The columns in which two lists of rows differ; null where they are equal. */
function changedColumns(expected: readonly JsonRow[], stored: readonly JsonRow[]): string | null {
  const sorted = (rows: readonly JsonRow[]) => rows.map((row) => canonicalForm(row)).sort();
  const [left, right] = [sorted(expected), sorted(stored)];
  if (left.length === right.length && left.every((row, i) => row === right[i])) return null;
  if (left.length !== right.length) return `${right.length} rows instead of ${left.length}`;
  const only = (rows: string[], others: string[]): JsonRow[] =>
    rows.filter((row) => !others.includes(row)).map((row) => JSON.parse(row));
  const [should, is] = [only(left, right)[0], only(right, left)[0]];
  const columns = Object.keys({ ...should, ...is }).filter(
    (column) => canonicalForm(should?.[column] ?? null) !== canonicalForm(is?.[column] ?? null),
  );
  return `differs in ${columns.join(', ')}`;
}

async function checkReadRows(run: Run, streams: readonly StreamRow[], ledgers: Map<StreamId, Envelope[]>) {
  const { client, o, db } = run;
  const tables = readTables(o.kinds);
  const ids = streams.map((s) => s.id);
  const projected = streams.flatMap((stream) => {
    const kind = o.kinds.byName.get(stream.kind);
    if (kind === undefined) return [];
    const ledger = { streamId: stream.id, kind: stream.kind, entries: ledgers.get(stream.id) ?? [] };
    try {
      const projected = projectStream(o.kinds, kind, ledger, o.law);
      // The number as it was given, of the organ that gave it, whatever a correction has said since.
      const given = ledger.entries.filter((entry) => !isCorrection(entry.type));
      const first =
        given.length === ledger.entries.length
          ? projected
          : projectStream(o.kinds, kind, { ...ledger, entries: given }, o.law);
      if (first.rows !== null) noteNumber(run, first.rows.caseIndex);
      return [projected];
    } catch {
      // A fold is total over what was ever appended; only a tampered entry brings it here.
      differs(run, stream.id, 'entry', 'cannot be replayed');
      return [];
    }
  });
  const names = await namesOf(
    client,
    projected.flatMap((p) => personsIn(p.rows)),
  );
  const expected = new Map(projected.map((p) => [p.streamId as string, tableRows(p, names, db.padding)]));
  for (const table of tables) {
    const answer = await client.query<{ stream: string; row: JsonRow }>(
      `select ${table.streamColumn} as stream, to_jsonb(t) as row from "${table.name}" t
        where ${table.streamColumn} = any($1::text[])`,
      [ids],
    );
    count(run, table.name, answer.rows.length);
    const stored = new Map<string, JsonRow[]>();
    for (const { stream, row } of answer.rows) stored.set(stream, [...(stored.get(stream) ?? []), row]);
    for (const [stream, rows] of expected) {
      const changed = changedColumns(rows.get(table.name) ?? [], stored.get(stream) ?? []);
      if (changed !== null) differs(run, stream, table.name, changed);
    }
  }
}

async function checkKept(run: Run, streams: readonly StreamRow[], ledgers: Map<StreamId, Envelope[]>) {
  const ids = streams.map((s) => s.id);
  for (const table of ['person_record', 'narrative'] as const) {
    const answer = await run.client.query<{ id: string; stream: StreamId; salt: string | null; content: unknown }>(
      `select id, stream_id as stream, salt, content from ${table} where stream_id = any($1::text[])`,
      [ids],
    );
    count(run, table, answer.rows.length);
    const stored = new Map(answer.rows.map((row) => [row.id, row]));
    for (const { id: stream } of streams) {
      const entries = ledgers.get(stream) ?? [];
      const of = table === 'narrative' ? 'narratives' : 'persons';
      const named = keptRefsIn(entries)[of];
      const erased = erasedIn(entries)[of];
      for (const [id, hashes] of named) {
        const row = stored.get(id);
        if (row === undefined || row.stream !== stream) differs(run, stream, table, `${id} is missing`);
        else if (erased.has(id)) {
          if (row.salt !== null || row.content !== null) differs(run, stream, table, `${id} was erased and is there`);
        } else if (row.salt === null || row.content === null) {
          differs(run, stream, table, `${id} is empty without an entry that erased it`);
        } else if (hashes.size !== 1 || !hashes.has(saltedHash(row.salt, row.content))) {
          differs(run, stream, table, `${id} is not what its entry says`);
        }
      }
      for (const row of answer.rows) {
        if (row.stream === stream && !named.has(row.id)) differs(run, stream, table, `no entry names ${row.id}`);
      }
    }
  }
}

/** What entries say of the case's files, wherever they name one, against the rows that describe them. */
async function checkFileEntries(run: Run, streams: readonly StreamRow[], ledgers: Map<StreamId, Envelope[]>) {
  const named = new Map<StreamId, Set<string>>();
  for (const { id: stream } of streams) {
    const ids = (ledgers.get(stream) ?? []).flatMap((entry) => filesNamed(entry.payload)).map(({ id }) => id);
    named.set(stream, new Set(ids));
  }
  const rows = await findFiles(
    run.client,
    [...named.values()].flatMap((ids) => [...ids]),
  );
  const stored = new Map(rows.map((row) => [row.id as string, row]));
  for (const [stream, ids] of named) {
    for (const id of ids) {
      const row = stored.get(id);
      if (row === undefined) differs(run, stream, 'file', `${id} is missing`);
      else if (row.streamId !== stream) differs(run, stream, 'file', `${id} differs in stream_id`);
    }
    for (const { type, payload } of ledgers.get(stream) ?? []) {
      if (type !== 'file-added') continue;
      const said = payload as { fileId: string; sha256: string; name: string; kind: string; size: number };
      const row = stored.get(said.fileId);
      const wrong = (['sha256', 'name', 'kind', 'size'] as const).filter(
        (c) => row !== undefined && row[c] !== said[c],
      );
      if (wrong.length > 0) differs(run, stream, 'file', `${said.fileId} differs in ${wrong.join(', ')}`);
    }
  }
  const owned = await run.client.query<{ id: string; stream: StreamId }>(
    'select id, stream_id as stream from file where stream_id = any($1::text[])',
    [streams.map((s) => s.id)],
  );
  for (const { id, stream } of owned.rows) {
    if (named.get(stream)?.has(id) !== true) differs(run, stream, 'file', `no entry names ${id}`);
  }
}

/** Every entry is some command's, and every command's answer covers exactly the entries it appended. */
async function checkCommands(run: Run, streams: readonly StreamRow[], ledgers: Map<StreamId, Envelope[]>) {
  const entries = streams.flatMap(({ id }) => ledgers.get(id) ?? []);
  const answer = await run.client.query<{ id: string; whole: boolean; salted: boolean; answer: StoredAnswer }>(
    `select id, (salt is null) = (body_hash is null) as whole, salt is not null as salted, answer
       from command where id = any($1::text[])`,
    [[...new Set(entries.map((entry) => entry.commandId))]],
  );
  const commands = new Map(answer.rows.map((row) => [row.id, row]));
  for (const { id: stream } of streams) {
    const ledger = ledgers.get(stream) ?? [];
    const erased = ledger.some((entry) => entry.type === 'personal-data-erased');
    const spans = Map.groupBy(ledger, (entry) => entry.commandId as string);
    for (const [id, own] of spans) {
      const command = commands.get(id);
      const part = command?.answer.find((one) => one.streamId === stream);
      const [first, last] = [own[0]?.seq, own.at(-1)?.seq];
      if (command === undefined) differs(run, stream, 'command', `of entry ${first} is missing`);
      else if (!command.whole || (!command.salted && !erased && command.answer.length === 1)) {
        differs(run, stream, 'command', `of entry ${first} has lost its body's hash`);
      } else if (part?.fromSeq !== first || part?.version !== last) {
        differs(run, stream, 'command', `of entry ${first} answers something else`);
      }
    }
  }
}

/** Commands that did nothing; and what their answers say of streams in which they left no entry. */
async function checkIdleCommands(run: Run): Promise<void> {
  const all = await run.client.query<{ n: number }>('select count(*)::int as n from command');
  count(run, 'command', all.rows[0]?.n ?? 0);
  const idle = await run.client.query<{ id: string; stream: string | null }>(
    `select c.id, a.stream from command c
       left join lateral jsonb_to_recordset(c.answer) as x ("streamId" text) on true
       cross join lateral (select x."streamId" as stream) a
      where not exists (select from entry e where e.command_id = c.id and e.stream_id = a.stream)
      order by 1`,
  );
  for (const { id, stream } of idle.rows) differs(run, stream, 'command', `${id} left no entry`);
}

const caseNumber = /〔(\d{4})〕(\d+)号$/;

/** No counter stands below a number that a case bears: it would be given out a second time. */
async function checkCounters(run: Run): Promise<void> {
  const counters = await run.client.query<{ organ: string; series: string; year: number; last: number }>(
    'select organ_id as organ, series, year, last from number_counter',
  );
  count(run, 'number_counter', counters.rows.length);
  const last = new Map(counters.rows.map((row) => [JSON.stringify([row.organ, row.series, row.year]), row.last]));
  for (const [key, highest] of run.numbers) {
    const stands = last.get(key);
    if (stands === undefined) differs(run, highest.stream, 'number_counter', `the counter of ${key} is missing`);
    else if (stands < highest.n) {
      differs(run, highest.stream, 'number_counter', `${key} stands at ${stands}, below ${highest.n}`);
    }
  }
  for (const { organ, series, year, last: stands } of counters.rows) {
    if (Number.isInteger(stands) && stands >= 1 && run.numbers.has(JSON.stringify([organ, series, year]))) continue;
    // A number is taken only in the transaction of the entry that bears it.
    differs(run, null, 'number_counter', `no case has a number of ${JSON.stringify([organ, series, year])}`);
  }
}

/** Remembers the highest number of each series that a case of these bears. */
function noteNumber(run: Run, index: ReadRows['caseIndex']): void {
  const found = index.caseNumber === null ? null : caseNumber.exec(index.caseNumber);
  if (found === null) return;
  const key = JSON.stringify([index.organId, index.kind, Number(found[1])]);
  const n = Number(found[2]);
  if (n > (run.numbers.get(key)?.n ?? 0)) run.numbers.set(key, { n, stream: index.streamId });
}

async function hashOfBytes(bytes: ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

/** The bytes of every stored file. */
async function checkFiles(run: Run): Promise<void> {
  let after = '';
  for (;;) {
    const answer = await run.client.query<Omit<FileRow, 'streamId'> & { stream: string | null }>(
      `select id, sha256, size, name, media_type as "mediaType", stream_id as stream
         from file where id > $1 order by id limit ${FILES_PER_BATCH}`,
      [after],
    );
    for (const row of answer.rows) {
      after = row.id;
      const inId = hashInFileId(row.id);
      if (inId !== null && inId !== row.sha256) differs(run, row.stream, 'file', `${row.id} differs in sha256`);
      // The type is a function of the name; a name with an ending no longer taken says nothing of it.
      const type = typeOfName(row.name);
      if (type !== null && type.mediaType !== row.mediaType) {
        differs(run, row.stream, 'file', `${row.id} differs in media_type`);
      }
      if (run.o.files === null) continue;
      count(run, 'file', 1);
      const found = await run.o.files.get(row.sha256);
      if (found === null) differs(run, row.stream, 'file', `the bytes of ${row.id} are missing`);
      else if ((await hashOfBytes(found.bytes)) !== row.sha256 || found.size !== row.size) {
        differs(run, row.stream, 'file', `the bytes of ${row.id} have changed`);
      }
    }
    if (answer.rows.length < FILES_PER_BATCH) return;
  }
}

/** What seals say of these streams, against their entries. */
async function checkSealedHeads(run: Run, ids: readonly string[], ledgers: Map<StreamId, Envelope[]>) {
  const answer = await run.client.query<StoredHead>(
    `select seal_number as "sealNumber", stream_id as "streamId", version, head_hash as "headHash"
       from seal_head where stream_id = any($1::text[])`,
    [ids],
  );
  for (const head of answer.rows) {
    const entry = ledgers.get(head.streamId as StreamId)?.[head.version - 1];
    if (entry?.hash !== head.headHash) {
      differs(run, head.streamId, 'seal', `seal ${head.sealNumber} saw another entry ${head.version}`);
    }
  }
}

/** The chain of seals, and the heads of all streams as each seal saw them. */
async function checkSeals(run: Run): Promise<void> {
  const seals = await run.client.query<Seal & { sealedOn: string }>(
    `select number, sealed_at as "sealedAt", sealed_on as "sealedOn", occasion, stream_count as "streamCount",
            heads_hash as "headsHash", prev_hash as "prevHash", hash
       from seal order by number`,
  );
  count(run, 'seal', seals.rows.length);
  const heads = new Map<string, { streamId: StreamId; version: number; headHash: Sha256 }>();
  let prevHash: Sha256 = genesisHash;
  let number = 0;
  for (const seal of seals.rows) {
    number += 1;
    if (seal.number !== number) {
      differs(run, null, 'seal', `seal ${number} is missing`);
      number = seal.number;
    }
    if (seal.prevHash !== prevHash) differs(run, null, 'seal', `seal ${number} does not follow the one before`);
    const changed = sealHash(seal, sha256) !== seal.hash || civilDayOf(seal.sealedAt) !== seal.sealedOn;
    if (changed) differs(run, null, 'seal', `seal ${number} has changed`);
    prevHash = seal.hash;
    const moved = await run.client.query<StoredHead>(
      `select stream_id as "streamId", version, head_hash as "headHash" from seal_head where seal_number = $1`,
      [seal.number],
    );
    count(run, 'seal_head', moved.rows.length);
    for (const { streamId, version, headHash } of moved.rows) {
      heads.set(streamId, { streamId: streamId as StreamId, version, headHash });
    }
    if (heads.size !== seal.streamCount || headsHash([...heads.values()], sha256) !== seal.headsHash) {
      differs(run, null, 'seal', `seal ${number} covered ${seal.streamCount} streams, others than are here`);
    }
  }
  const gone = await run.client.query<{ id: string }>(
    `select distinct h.stream_id as id from seal_head h
      where not exists (select from stream s where s.id = h.stream_id) order by 1`,
  );
  for (const { id } of gone.rows) differs(run, id, 'stream', 'was sealed and is gone');
  const unknown = await run.client.query<{ n: number }>(
    'select distinct seal_number as n from seal_head h where not exists (select from seal s where s.number = h.seal_number)',
  );
  for (const { n } of unknown.rows) differs(run, null, 'seal', `seal ${n} is missing`);
}

/** Rows of streams that do not exist. */
async function checkOrphans(run: Run): Promise<void> {
  const tables = [
    ...readTables(run.o.kinds).map(({ name, streamColumn }) => [name, streamColumn] as const),
    ['entry', 'stream_id'],
    ['person_record', 'stream_id'],
    ['narrative', 'stream_id'],
    ['file', 'stream_id'],
  ] as const;
  for (const [table, column] of tables) {
    const answer = await run.client.query<{ id: string }>(
      `select distinct ${column} as id from "${table}" t
        where t.${column} is not null and not exists (select from stream s where s.id = t.${column}) order by 1`,
    );
    for (const { id } of answer.rows) differs(run, id, table, 'belongs to no stream');
  }
}

async function checkStreams(run: Run): Promise<void> {
  let after = '';
  for (;;) {
    const streams = await run.client.query<StreamRow>(
      `select id, kind, version, head_hash as "headHash", last_recorded_at as "lastRecordedAt"
         from stream where id > $1 order by id limit ${STREAMS_PER_BATCH}`,
      [after],
    );
    const last = streams.rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    const ids = streams.rows.map((s) => s.id);
    const ledgers = await loadEntries(run.client, ids);
    count(run, 'stream', ids.length);
    for (const stream of streams.rows) {
      const entries = ledgers.get(stream.id) ?? [];
      count(run, 'entry', entries.length);
      checkStream(run, stream, entries);
    }
    await checkSealedHeads(run, ids, ledgers);
    await checkReadRows(run, streams.rows, ledgers);
    await checkKept(run, streams.rows, ledgers);
    await checkFileEntries(run, streams.rows, ledgers);
    await checkCommands(run, streams.rows, ledgers);
  }
}

/** Verifies everything; may run beside the application. */
export async function verify(db: Database, o: VerifyOptions): Promise<VerifyReport> {
  const client = await db.pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const zero = ['stream', 'entry', 'seal', ...readTables(o.kinds).map((t) => t.name), 'person_record', 'narrative'];
    const run: Run = {
      client,
      db,
      o,
      counts: new Map(zero.map((name) => [name, 0])),
      differences: [],
      numbers: new Map(),
    };
    await checkStreams(run);
    await checkSeals(run);
    await checkOrphans(run);
    await checkIdleCommands(run);
    await checkCounters(run);
    await checkFiles(run);
    return { counts: Object.fromEntries(run.counts), differences: run.differences };
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}
