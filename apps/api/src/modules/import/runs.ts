/** The import's own tables: runs, their rows and the remembered mappings. In no ledger: what became of them is in the cases. */
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Cell } from '@redress/domain/reconsideration/import/cells';
import type { ImportMapping } from '@redress/domain/reconsideration/import/mapping';
import type { Difference, ImportProblem } from '@redress/domain/reconsideration/import/problems';
import type { ClientBase } from 'pg';
import type { Database } from '../../db/database.ts';

export const runStatuses = ['uploaded', 'checking', 'checked', 'running', 'paused', 'finished'] as const;
export type RunStatus = (typeof runStatuses)[number];
export type RowStatus = 'unread' | 'error' | 'ready' | 'known' | 'done' | 'failed';
export type RowLevel = 'error' | 'difference' | 'warning' | 'clean';

export interface Run {
  readonly id: string;
  readonly organId: OrganId;
  readonly accountId: string;
  readonly fileName: string;
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: string;
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly headers: readonly string[];
  readonly samples: readonly (readonly Cell[])[] | null;
  readonly signature: string;
  readonly mapping: ImportMapping | null;
  readonly status: RunStatus;
  readonly total: number;
  readonly createdAt: number;
  readonly touchedAt: number;
}

const runColumns = `id, organ_id as "organId", account_id as "accountId", file_name as "fileName", sheets, sheet,
  header_from as "headerFrom", header_to as "headerTo", headers, samples, signature, mapping, status, total,
  created_at::float8 as "createdAt", touched_at::float8 as "touchedAt"`;

export interface RunRow {
  readonly n: number;
  readonly cells: readonly Cell[] | null;
  readonly status: RowStatus;
  readonly level: RowLevel | null;
  readonly caseNumber: string | null;
  readonly problems: readonly ImportProblem[] | null;
  readonly differences: readonly Difference[] | null;
  readonly streamId: StreamId | null;
}

const rowColumns = `n, cells, status, level, case_number as "caseNumber", problems, differences, stream_id as "streamId"`;

export interface RunCounts {
  readonly total: number;
  readonly unread: number;
  readonly ready: number;
  readonly error: number;
  readonly known: number;
  readonly done: number;
  readonly failed: number;
  readonly warning: number;
  readonly difference: number;
}

/** How long an uploaded register's cells are kept. */
const KEPT_MS = 30 * 24 * 3600 * 1000;
const ROWS_AT_ONCE = 1000;

export interface NewRun {
  readonly id: string;
  readonly organId: OrganId;
  readonly accountId: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly sheets: Run['sheets'];
  readonly now: number;
}

export interface ChosenTable {
  readonly sheet: string;
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly headers: readonly string[];
  readonly signature: string;
  readonly mapping: ImportMapping;
  /** Rows below the header that hold something, each with its number in the sheet. */
  readonly rows: readonly { readonly n: number; readonly cells: readonly Cell[] }[];
}

async function fillRows(client: ClientBase, id: string, table: ChosenTable, now: number): Promise<void> {
  await client.query('delete from import_row where run_id = $1', [id]);
  for (let at = 0; at < table.rows.length; at += ROWS_AT_ONCE) {
    await client.query(
      `insert into import_row (run_id, n, cells, status)
       select $1, r.n, r.cells, 'unread' from jsonb_to_recordset($2::jsonb) as r (n int, cells jsonb)`,
      [id, JSON.stringify(table.rows.slice(at, at + ROWS_AT_ONCE))],
    );
  }
  await client.query(
    `update import_run set sheet = $2, header_from = $3, header_to = $4, headers = $5::jsonb, signature = $6,
            mapping = $7::jsonb, samples = $8::jsonb, total = $9, status = 'uploaded', touched_at = $10 where id = $1`,
    [
      id,
      table.sheet,
      table.headerFrom,
      table.headerTo,
      JSON.stringify(table.headers),
      table.signature,
      JSON.stringify(table.mapping),
      JSON.stringify(table.rows.slice(0, 3).map((r) => r.cells)),
      table.rows.length,
      now,
    ],
  );
}

async function inTransaction<T>(db: Database, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Forgets what the registers hold that were uploaded too long ago: the files, the cells and what was found in them. */
export const forgetOldRegisters = (db: Database, now: number): Promise<void> =>
  inTransaction(db, async (client) => {
    const old = [now - KEPT_MS];
    await client.query(
      `update import_row set cells = null, problems = null
        where (cells is not null or problems is not null)
          and run_id in (select id from import_run where created_at < $1)`,
      old,
    );
    await client.query(
      `update import_run set content = null, samples = null
        where created_at < $1 and (content is not null or samples is not null)`,
      old,
    );
  });

/** Keeps an uploaded register and the table chosen in it. */
export async function createRun(db: Database, run: NewRun, table: ChosenTable): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query(
      `insert into import_run (id, organ_id, account_id, file_name, content, sheets, status, total, created_at, touched_at)
       values ($1, $2, $3, $4, $5, $6::jsonb, 'uploaded', 0, $7, $7)`,
      [run.id, run.organId, run.accountId, run.fileName, Buffer.from(run.content), JSON.stringify(run.sheets), run.now],
    );
    await fillRows(client, run.id, table, run.now);
  });
}

export const chooseTable = (db: Database, id: string, table: ChosenTable, now: number): Promise<void> =>
  inTransaction(db, (client) => fillRows(client, id, table, now));

/** An organ's run; null for an unknown one and another organ's alike. */
export async function findRun(db: Database, organId: OrganId, id: string): Promise<Run | null> {
  const answer = await db.pool.query<Run>(`select ${runColumns} from import_run where id = $1 and organ_id = $2`, [
    id,
    organId,
  ]);
  return answer.rows[0] ?? null;
}

export async function runContent(db: Database, id: string): Promise<Uint8Array | null> {
  const answer = await db.pool.query<{ content: Buffer | null }>('select content from import_run where id = $1', [id]);
  return answer.rows[0]?.content ?? null;
}

/** The organ's runs, newest first. */
export async function listRuns(db: Database, organId: OrganId, limit: number): Promise<readonly Run[]> {
  const answer = await db.pool.query<Run>(
    `select ${runColumns} from import_run where organ_id = $1 order by created_at desc, id limit $2`,
    [organId, limit],
  );
  return answer.rows;
}

export async function countRows(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, RunCounts>> {
  const answer = await db.pool.query<RunCounts & { id: string }>(
    `select run_id as id, count(*)::int as total,
            count(*) filter (where status = 'unread')::int as unread, count(*) filter (where status = 'ready')::int as ready,
            count(*) filter (where status = 'error')::int as error, count(*) filter (where status = 'known')::int as known,
            count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'failed')::int as failed,
            count(*) filter (where problems is not null and status not in ('error', 'failed'))::int as warning,
            count(*) filter (where differences is not null)::int as difference
       from import_row where run_id = any($1::text[]) group by run_id`,
    [ids],
  );
  return new Map(answer.rows.map(({ id, ...counts }) => [id, counts]));
}

export const rowFilters = ['all', 'error', 'warning', 'difference', 'ready', 'known', 'done', 'failed'] as const;
export type RowFilter = (typeof rowFilters)[number];

const conditions: Readonly<Record<RowFilter, string>> = {
  all: 'true',
  error: `status = 'error'`,
  warning: `problems is not null and status not in ('error', 'failed')`,
  difference: 'differences is not null',
  ready: `status = 'ready'`,
  known: `status = 'known'`,
  done: `status = 'done'`,
  failed: `status = 'failed'`,
};

export async function rowsOf(
  db: Database,
  id: string,
  filter: RowFilter,
  after: number,
  limit: number,
): Promise<readonly RunRow[]> {
  const answer = await db.pool.query<RunRow>(
    `select ${rowColumns} from import_row where run_id = $1 and n > $2 and ${conditions[filter]} order by n limit $3`,
    [id, after, limit],
  );
  return answer.rows;
}

/** The next rows to write: those with a number first, so that a number given anew is none of theirs. */
export async function readyRows(db: Database, id: string, limit: number): Promise<readonly RunRow[]> {
  const answer = await db.pool.query<RunRow>(
    `select ${rowColumns} from import_row where run_id = $1 and status = 'ready'
      order by case_number is null, n limit $2`,
    [id, limit],
  );
  return answer.rows;
}

export async function oneRow(db: Database, id: string, n: number): Promise<RunRow | null> {
  const answer = await db.pool.query<RunRow>(`select ${rowColumns} from import_row where run_id = $1 and n = $2`, [
    id,
    n,
  ]);
  return answer.rows[0] ?? null;
}

export interface CheckedRow {
  readonly n: number;
  readonly key: string;
  readonly status: RowStatus;
  readonly level: RowLevel;
  readonly caseNumber: string | null;
  readonly problems: readonly ImportProblem[] | null;
  readonly differences: readonly Difference[] | null;
  readonly streamId: StreamId | null;
}

/** Writes what a dry run found of some rows; a row whose case was written meanwhile stays as it is. */
export async function saveChecked(db: Database, id: string, rows: readonly CheckedRow[]): Promise<void> {
  await db.pool.query(
    `update import_row t set row_key = r.key, status = r.status, level = r.level, case_number = r."caseNumber",
            problems = r.problems, differences = r.differences, stream_id = r."streamId"
       from jsonb_to_recordset($2::jsonb) as r (n int, key text, status text, level text, "caseNumber" text,
            problems jsonb, differences jsonb, "streamId" text)
      where t.run_id = $1 and t.n = r.n and t.status <> 'done'`,
    [id, JSON.stringify(rows)],
  );
}

/** What became of one row. Its cells, and the words quoted from them, go with the case's being written. */
export const settleRow = (db: Database, id: string, n: number, as: Settled): Promise<void> =>
  settleRowIn(db.pool, id, n, as);

interface Settled {
  readonly status: RowStatus;
  readonly streamId?: StreamId;
  readonly problems?: readonly ImportProblem[];
}

/** The same in a transaction that writes the case. */
export async function settleRowIn(
  connection: ClientBase | Database['pool'],
  id: string,
  n: number,
  as: Settled,
): Promise<void> {
  await connection.query(
    `update import_row set status = $3, stream_id = coalesce($4, stream_id),
            problems = case when $3 = 'done'
              then (select jsonb_agg(p || '{"value": ""}' order by at)
                      from jsonb_array_elements(coalesce($5::jsonb, problems)) with ordinality as q (p, at))
              else coalesce($5::jsonb, problems) end,
            cells = case when $3 = 'done' then null else cells end
      where run_id = $1 and n = $2 and status <> 'done'`,
    [id, n, as.status, as.streamId ?? null, as.problems === undefined ? null : JSON.stringify(as.problems)],
  );
}

/** Moves a run to a status, from one of those it may come from; says whether it did. */
export async function moveRun(
  db: Database,
  id: string,
  from: readonly RunStatus[],
  to: RunStatus,
  now: number,
): Promise<boolean> {
  const answer = await db.pool.query(
    'update import_run set status = $3, touched_at = $4 where id = $1 and status = any($2::text[])',
    [id, from, to, now],
  );
  return (answer.rowCount ?? 0) > 0;
}

export async function touchRun(db: Database, id: string, now: number): Promise<RunStatus | null> {
  const answer = await db.pool.query<{ status: RunStatus }>(
    'update import_run set touched_at = $2 where id = $1 returning status',
    [id, now],
  );
  return answer.rows[0]?.status ?? null;
}

/** Everything is read again: after a new mapping. Rows whose case is written stay. */
export async function unreadRows(db: Database, id: string, mapping: ImportMapping): Promise<void> {
  await db.pool.query('update import_run set mapping = $2::jsonb where id = $1', [id, JSON.stringify(mapping)]);
  await db.pool.query(
    `update import_row set status = 'unread', level = null, problems = null, differences = null
      where run_id = $1 and status <> 'done'`,
    [id],
  );
}

/** Is there a row that was not read since the mapping was chosen? One whose cells have expired is read no more. */
export async function hasUnread(db: Database, id: string): Promise<boolean> {
  const answer = await db.pool.query(
    `select from import_row where run_id = $1 and status = 'unread' and cells is not null limit 1`,
    [id],
  );
  return answer.rowCount !== 0;
}

/** The upload is no longer needed; what failed keeps its cells until they expire. */
export async function forgetUpload(db: Database, id: string): Promise<void> {
  await db.pool.query('update import_run set content = null, samples = null where id = $1', [id]);
}

/** The register itself goes; cases that were written stay. */
export async function discardRun(db: Database, id: string): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query('delete from import_row where run_id = $1', [id]);
    await client.query('delete from import_run where id = $1', [id]);
  });
}

/** The words of one column with how often each stands there, the most frequent first. */
export async function wordsOf(
  db: Database,
  id: string,
  column: number,
): Promise<readonly { readonly text: string; readonly count: number }[]> {
  const answer = await db.pool.query<{ text: string; count: number }>(
    `select coalesce(cells ->> $2::int, '') as text, count(*)::int as count from import_row
      where run_id = $1 and cells is not null group by 1 order by 2 desc, 1 limit 400`,
    [id, column],
  );
  return answer.rows;
}

export async function rememberedMapping(db: Database, organId: OrganId, signature: string): Promise<unknown> {
  const answer = await db.pool.query<{ mapping: unknown }>(
    'select mapping from import_mapping where organ_id = $1 and signature = $2',
    [organId, signature],
  );
  return answer.rows[0]?.mapping ?? null;
}

export async function rememberMapping(
  db: Database,
  about: { organId: OrganId; signature: string; mapping: ImportMapping; accountId: string; now: number },
): Promise<void> {
  await db.pool.query(
    `insert into import_mapping (organ_id, signature, mapping, saved_by, saved_at) values ($1, $2, $3::jsonb, $4, $5)
     on conflict (organ_id, signature) do update set mapping = excluded.mapping, saved_by = excluded.saved_by,
       saved_at = excluded.saved_at`,
    [about.organId, about.signature, JSON.stringify(about.mapping), about.accountId, about.now],
  );
}
