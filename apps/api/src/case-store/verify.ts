/**
 * `redress verify`: replays every ledger and compares. Chains, heads and seals; every row of every read table; people's
 * data and texts against the salted hashes in the entries; the bytes of every file. It reads one moment of the database,
 * changes nothing, never calls `decide` and knows no clock: the answer is the same on any day.
 */
import { createHash } from 'node:crypto';
import type { InstantMs, Sha256, StreamId } from '@redress/domain/ids';
import { canonicalForm, checkChain } from '@redress/domain/ledger/chain';
import { type Envelope, genesisHash } from '@redress/domain/ledger/envelope';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { headsHash, type Seal, sealHash } from '@redress/domain/ledger/seal';
import type { PoolClient } from 'pg';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/store.ts';
import { civilDayOf } from './civil-day.ts';
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
      return [projectStream(o.kinds, kind, ledger, o.law)];
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

interface FileRow {
  readonly id: string;
  readonly sha256: Sha256;
  readonly size: number;
  readonly name: string;
  readonly kind: string;
  readonly stream: string | null;
}

const fileColumns = 'id, sha256, size, name, kind, stream_id as stream';

/** What entries say of files, against the rows that describe them. */
async function checkFileEntries(run: Run, ledgers: Map<StreamId, Envelope[]>) {
  const added = [...ledgers.values()].flat().filter((entry) => entry.type === 'file-added');
  if (added.length === 0) return;
  const ids = added.map((entry) => (entry.payload as { fileId: string }).fileId);
  const answer = await run.client.query<FileRow>(`select ${fileColumns} from file where id = any($1::text[])`, [ids]);
  const stored = new Map(answer.rows.map((row) => [row.id, row]));
  for (const { streamId, payload } of added) {
    const said = payload as { fileId: string; sha256: string; name: string; kind: string; size: number };
    const row = stored.get(said.fileId);
    if (row === undefined) differs(run, streamId, 'file', `${said.fileId} is missing`);
    else {
      const wrong = (['sha256', 'name', 'kind', 'size'] as const).filter((column) => row[column] !== said[column]);
      if (wrong.length > 0) differs(run, streamId, 'file', `${said.fileId} differs in ${wrong.join(', ')}`);
    }
  }
}

/** A file's id may carry its hash after a point: then the ledger vouches for the bytes wherever it names the file. */
const hashInId = /\.([0-9a-f]{64})$/;

async function hashOfBytes(bytes: ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

/** The bytes of every stored file. */
async function checkFiles(run: Run): Promise<void> {
  let after = '';
  for (;;) {
    const answer = await run.client.query<FileRow>(
      `select ${fileColumns} from file where id > $1 order by id limit ${FILES_PER_BATCH}`,
      [after],
    );
    for (const row of answer.rows) {
      after = row.id;
      const inId = hashInId.exec(row.id)?.[1];
      if (inId !== undefined && inId !== row.sha256) differs(run, row.stream, 'file', `${row.id} differs in sha256`);
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
  ] as const;
  for (const [table, column] of tables) {
    const answer = await run.client.query<{ id: string }>(
      `select distinct ${column} as id from "${table}" t
        where not exists (select from stream s where s.id = t.${column}) order by 1`,
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
    await checkFileEntries(run, ledgers);
  }
}

/** Verifies everything; may run beside the application. */
export async function verify(db: Database, o: VerifyOptions): Promise<VerifyReport> {
  const client = await db.pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const zero = ['stream', 'entry', 'seal', ...readTables(o.kinds).map((t) => t.name), 'person_record', 'narrative'];
    const run: Run = { client, db, o, counts: new Map(zero.map((name) => [name, 0])), differences: [] };
    await checkStreams(run);
    await checkSeals(run);
    await checkOrphans(run);
    await checkFiles(run);
    return { counts: Object.fromEntries(run.counts), differences: run.differences };
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}
