/**
 * `redress rebuild`: projects every read table anew. A read row depends on one stream only, so it goes batch by batch,
 * each in its own short transaction under its streams' locks: readers and writers of the running application hardly wait,
 * and a rebuild that is cut off leaves every case whole, old or new.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StreamId } from '@redress/domain/ids';
import type { LawContext } from '@redress/domain/ledger/kinds';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../db/database.ts';
import type { Kinds } from './kinds.ts';
import { loadEntries } from './ledgers.ts';
import {
  deleteReadRows,
  type JsonRow,
  namesOf,
  personsIn,
  projectStream,
  type ReadTable,
  readTables,
  type TableRows,
  tableRows,
} from './read-tables.ts';
import { writing } from './transaction.ts';

const STREAMS_PER_BATCH = 200;

export interface RebuildOptions {
  readonly kinds: Kinds;
  readonly law: LawContext;
}

export interface RebuildReport {
  readonly streams: number;
  /** Rows written, by table name. */
  readonly rows: Readonly<Record<string, number>>;
}

/** One value in the text format of COPY; an array as PostgreSQL writes it. */
function copyValue(value: unknown): string {
  if (value === null) return '\\N';
  const text = Array.isArray(value)
    ? `{${value.map((item) => `"${String(item).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return text.replace(/[\\\n\r\t]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c] ?? c);
}

async function copyRows(client: ClientBase, table: ReadTable, rows: readonly JsonRow[]): Promise<void> {
  const columns = [...table.columns.values()];
  const lines = function* () {
    for (const row of rows) yield `${columns.map((column) => copyValue(row[column])).join('\t')}\n`;
  };
  const names = columns.map((column) => `"${column}"`).join(', ');
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy "${table.name}" (${names}) from stdin`)));
}

/** Loads read rows of many streams by COPY: rebuilding, and filling a database for a measurement. */
export async function copyReadRows(client: ClientBase, kinds: Kinds, all: readonly TableRows[]): Promise<void> {
  for (const table of readTables(kinds)) {
    const rows = all.flatMap((one) => one.get(table.name) ?? []);
    if (rows.length > 0) await copyRows(client, table, rows);
  }
}

async function rebuildBatch(db: Database, o: RebuildOptions, ids: readonly StreamId[], rows: Map<string, number>) {
  await writing(db.pool, { account: 'rebuild', streams: [], lockTimeout: 60_000 }, async (client) => {
    // The same row locks a writer takes, in the same order.
    const streams = await client.query<{ id: StreamId; kind: string }>(
      'select id, kind from stream where id = any($1::text[]) order by id for update',
      [ids],
    );
    const ledgers = await loadEntries(client, ids);
    const projected = streams.rows.flatMap(({ id, kind: name }) => {
      const kind = o.kinds.byName.get(name);
      const ledger = { streamId: id, kind: name, entries: ledgers.get(id) ?? [] };
      return kind === undefined ? [] : [projectStream(o.kinds, kind, ledger, o.law)];
    });
    const names = await namesOf(
      client,
      projected.flatMap((p) => personsIn(p.rows)),
    );
    const all = projected.map((p) => tableRows(p, names, db.padding));
    await deleteReadRows(client, o.kinds, ids);
    await copyReadRows(client, o.kinds, all);
    for (const one of all) {
      for (const [table, list] of one) rows.set(table, (rows.get(table) ?? 0) + list.length);
    }
  });
}

/** Rows that no stream owns: left by tampering only. */
async function deleteOrphans(db: Database, kinds: Kinds): Promise<void> {
  for (const { name, streamColumn } of readTables(kinds)) {
    await db.pool.query(
      `delete from "${name}" t where not exists (select from stream s where s.id = t.${streamColumn})`,
    );
  }
}

async function rebuildIds(
  db: Database,
  o: RebuildOptions,
  next: (after: string) => Promise<StreamId[]>,
): Promise<RebuildReport> {
  const rows = new Map(readTables(o.kinds).map(({ name }) => [name, 0]));
  let streams = 0;
  let after = '';
  for (;;) {
    const ids = await next(after);
    const last = ids.at(-1);
    if (last === undefined) return { streams, rows: Object.fromEntries(rows) };
    await rebuildBatch(db, o, ids, rows);
    streams += ids.length;
    after = last;
  }
}

/** Projects every read table anew; may run beside the application. */
export async function rebuild(db: Database, o: RebuildOptions): Promise<RebuildReport> {
  await deleteOrphans(db, o.kinds);
  return rebuildIds(db, o, async (after) => {
    const answer = await db.pool.query<{ id: StreamId }>(
      `select id from stream where id > $1 order by id limit ${STREAMS_PER_BATCH}`,
      [after],
    );
    return answer.rows.map((row) => row.id);
  });
}

const isStale = (c: string, k: string): string =>
  `(${c}.projection_version < ${k}.version or ${c}.law_book_version <> $1 or ${c}.calendar_version <> $2)`;

/**
 * Whether the read tables are an older program's as a whole: not one case was projected by this program, law book and
 * calendar. A single case among others that says so was not left by an update: somebody changed it.
 */
export async function isOfOlderProgram(db: Database, o: RebuildOptions): Promise<boolean> {
  const answer = await db.pool.query<{ cases: number; stale: number; migrated: number }>(
    `select count(*)::int as cases, (count(*) filter (where ${isStale('c', 'k')}))::int as stale,
            (count(*) filter (where c.projection_version = 0))::int as migrated
       from case_index c join jsonb_to_recordset($3::jsonb) as k (kind text, version int) on k.kind = c.kind`,
    [o.law.lawBook.version, o.law.calendar.version, JSON.stringify(versionsOf(o))],
  );
  const { cases = 0, stale = 0, migrated = 0 } = answer.rows[0] ?? {};
  return cases > 0 && stale === cases && (cases > 1 || migrated === cases);
}

const versionsOf = (o: RebuildOptions) =>
  [...o.kinds.byName.values()].map((kind) => ({ kind: kind.kind, version: kind.projectionVersion }));

/**
 * At start: projects anew what an older program, law book or calendar projected. Nothing to do is one cheap question.
 */
export async function rebuildStale(db: Database, o: RebuildOptions): Promise<RebuildReport> {
  return rebuildIds(db, o, async (after) => {
    const answer = await db.pool.query<{ id: StreamId }>(
      `select c.stream_id as id
         from case_index c join jsonb_to_recordset($4::jsonb) as k (kind text, version int) on k.kind = c.kind
        where c.stream_id > $3 and ${isStale('c', 'k')}
        order by c.stream_id limit ${STREAMS_PER_BATCH}`,
      [o.law.lawBook.version, o.law.calendar.version, after, JSON.stringify(versionsOf(o))],
    );
    return answer.rows.map((row) => row.id);
  });
}
