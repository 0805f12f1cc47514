/** The use cases of the import: upload, choose, map, check, run, stop, look. */
import { randomUUID } from 'node:crypto';
import { type FieldProblem, RedressError } from '@redress/domain/errors';
import type { AccountId } from '@redress/domain/ids';
import { dayGrid } from '@redress/domain/law/day-grid';
import { type Cell, readNames, textOf } from '@redress/domain/reconsideration/import/cells';
import { clockOfRegister } from '@redress/domain/reconsideration/import/compare';
import {
  type ChoiceField,
  fieldKinds,
  type ImportField,
  importFields,
} from '@redress/domain/reconsideration/import/fields';
import {
  columnLetter,
  type HeaderRows,
  headersOf,
  type ImportMapping,
  mappingProblems,
  proposeHeader,
  proposeMapping,
  signatureText,
  zImportMapping,
} from '@redress/domain/reconsideration/import/mapping';
import { findOrgans, isEmptyRow } from '@redress/domain/reconsideration/import/parse-row';
import { replayRow } from '@redress/domain/reconsideration/import/replay-row';
import { isChoice, usualMeaning } from '@redress/domain/reconsideration/import/values';
import { sha256 } from '../../case-store/hash.ts';
import { errorFields } from '../../log.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName } from '../office/names.ts';
import { checkRun } from './check-run.ts';
import { directoryFor, importing, importingOrgan } from './import-context.ts';
import { performRun } from './perform-run.ts';
import { type RegisterSheet, readRegister } from './read-register.ts';
import {
  type ChosenTable,
  chooseTable,
  countRows,
  createRun,
  discardRun,
  findRun,
  listRuns,
  moveRun,
  oneRow,
  type Run,
  type RunCounts,
  type RunRow,
  rememberedMapping,
  rememberMapping,
  rowsOf,
  runContent,
  unreadRows,
  wordsOf,
} from './runs.ts';
import type {
  ImportRowPage,
  ImportRowView,
  OrganWord,
  RegisterWords,
  RowDetail,
  RowFilter,
  RunSummary,
  RunView,
} from './types.ts';
import { isWorking, startWorking, stopWorking } from './working.ts';

/** Without a sign of life for so long a run was cut off, wherever it worked. */
const SILENT_MS = 30_000;
const noCounts: RunCounts = {
  total: 0,
  unread: 0,
  ready: 0,
  error: 0,
  known: 0,
  done: 0,
  failed: 0,
  warning: 0,
  difference: 0,
};

const signatureOf = (headers: readonly string[]): string => sha256(signatureText(headers)).slice(0, 40);

async function ownRun(ctx: ActorContext, id: string): Promise<Run> {
  const run = await findRun(ctx.services.db, ctx.actor.acting.organId, id);
  if (run === null) throw new RedressError({ code: 'not-found' });
  return run;
}

async function remembered(ctx: ActorContext, signature: string): Promise<ImportMapping | null> {
  const parsed = zImportMapping.safeParse(
    await rememberedMapping(ctx.services.db, ctx.actor.acting.organId, signature),
  );
  return parsed.success ? parsed.data : null;
}

async function tableOf(ctx: ActorContext, sheet: RegisterSheet, at: HeaderRows): Promise<ChosenTable> {
  const headers = headersOf(sheet.rows, at);
  const signature = signatureOf(headers);
  const rows = sheet.rows.flatMap((cells, i) => (i < at.to || isEmptyRow(cells) ? [] : [{ n: i + 1, cells }]));
  return {
    sheet: sheet.name,
    headerFrom: at.from,
    headerTo: at.to,
    headers,
    signature,
    mapping: (await remembered(ctx, signature)) ?? proposeMapping(headers),
    rows,
  };
}

/** A register is uploaded: its fullest sheet is taken, its header and columns are proposed. */
export async function uploadRegister(ctx: ActorContext, fileName: string, bytes: Uint8Array): Promise<{ id: string }> {
  const { organId } = importingOrgan(ctx);
  const sheets = await readRegister(bytes);
  const fullest = sheets.reduce((a, b) => (b.rows.length > a.rows.length ? b : a));
  const table = await tableOf(ctx, fullest, proposeHeader(fullest.rows));
  const id = `imp-${randomUUID()}`;
  await createRun(
    ctx.services.db,
    {
      id,
      organId,
      accountId: ctx.actor.accountId,
      fileName,
      content: bytes,
      sheets: sheets.map((s) => ({ name: s.name, rows: s.rows.length })),
      now: ctx.services.clock.now(),
    },
    table,
  );
  return { id };
}

const statusOf = (run: Run, now: number): RunSummary['status'] =>
  (run.status === 'checking' || run.status === 'running') && !isWorking(run.id) && now - run.touchedAt > SILENT_MS
    ? 'interrupted'
    : run.status;

const summary = (ctx: ActorContext, run: Run, counts: RunCounts | undefined): RunSummary => ({
  id: run.id,
  fileName: run.fileName,
  status: statusOf(run, ctx.services.clock.now()),
  createdAt: run.createdAt,
  by: accountName(ctx.office, run.accountId as AccountId),
  counts: counts ?? noCounts,
});

export async function listImports(ctx: ActorContext): Promise<readonly RunSummary[]> {
  const { db } = ctx.services;
  const runs = await listRuns(db, ctx.actor.acting.organId, 50);
  const counts = await countRows(
    db,
    runs.map((r) => r.id),
  );
  return runs.map((run) => summary(ctx, run, counts.get(run.id)));
}

export async function viewImport(ctx: ActorContext, id: string): Promise<RunView> {
  const run = await ownRun(ctx, id);
  const [counts, before] = await Promise.all([countRows(ctx.services.db, [id]), remembered(ctx, run.signature)]);
  return {
    ...summary(ctx, run, counts.get(id)),
    sheets: run.sheets,
    sheet: run.sheet,
    headerFrom: run.headerFrom,
    headerTo: run.headerTo,
    headers: run.headers,
    samples: run.samples ?? [],
    mapping: run.mapping ?? { columns: {}, values: {}, organs: {} },
    remembered: before !== null,
  };
}

/** Nothing is read anew while it is being written or checked. */
function mustRest(run: Run): void {
  if (isWorking(run.id) || run.status === 'running') throw beingWritten();
}

const beingWritten = () =>
  new RedressError({ code: 'busy', reason: { code: 'being-written', article: null, params: {} } });
/** From where a run may be read anew: whoever moves it there keeps a run of its rows from beginning. */
const atRestStatuses = ['uploaded', 'checking', 'checked', 'paused', 'finished'] as const;

/** Another sheet, or another header row. */
export async function chooseImportTable(
  ctx: ActorContext,
  input: { id: string; sheet: string; headerFrom: number; headerTo: number },
): Promise<RunView> {
  const run = await ownRun(ctx, input.id);
  mustRest(run);
  const content = await runContent(ctx.services.db, run.id);
  const counts = (await countRows(ctx.services.db, [run.id])).get(run.id);
  // Once cases were written the table is what it is.
  if (content === null || (counts?.done ?? 0) > 0) throw new RedressError({ code: 'not-found' });
  const sheet = (await readRegister(content)).find((s) => s.name === input.sheet);
  const fields: FieldProblem[] = [];
  if (sheet === undefined) fields.push({ field: 'sheet', rule: 'not-an-option' });
  if (input.headerTo < input.headerFrom || input.headerTo - input.headerFrom > 4) {
    fields.push({ field: 'headerTo', rule: 'ends-before-it-begins' });
  }
  if (sheet === undefined || fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  // Another sheet brings its own header, unless one was asked for.
  const at =
    run.sheet !== sheet.name && input.headerFrom === run.headerFrom && input.headerTo === run.headerTo
      ? proposeHeader(sheet.rows)
      : { from: input.headerFrom, to: input.headerTo };
  const table = await tableOf(ctx, sheet, at);
  const now = ctx.services.clock.now();
  // Reading took its time: somebody may have begun meanwhile.
  mustRest(await ownRun(ctx, run.id));
  if (!(await moveRun(ctx.services.db, run.id, atRestStatuses, 'uploaded', now))) throw beingWritten();
  await chooseTable(ctx.services.db, run.id, table, now);
  return viewImport(ctx, run.id);
}

/** What the register's own words stand for, as far as anybody knows: for the page to ask the rest. */
export async function registerWords(ctx: ActorContext, id: string, mapping: ImportMapping): Promise<RegisterWords> {
  const { services } = ctx;
  const run = await ownRun(ctx, id);
  const directory = await directoryFor(ctx);
  const ofColumn = async (field: ImportField) => {
    const column = mapping.columns[field];
    return column === undefined ? null : wordsOf(services.db, run.id, column);
  };
  const choices: RegisterWords['choices'][number][] = [];
  for (const field of importFields) {
    if (fieldKinds[field] !== 'choice') continue;
    const choice = field as ChoiceField;
    const words = await ofColumn(choice);
    if (words === null) continue;
    const counted = new Map<string, number>();
    for (const { text, count } of words) counted.set(textOf(text), (counted.get(textOf(text)) ?? 0) + count);
    choices.push({
      field: choice,
      words: [...counted].map(([text, count]) => {
        const own = mapping.values[choice]?.[text];
        const { categories } = directory;
        if (own !== undefined && isChoice(choice, own, categories)) return { text, count, code: own };
        const code = text === '' ? null : usualMeaning(choice, text, categories);
        return { text, count, code };
      }),
    });
  }
  const organs = new Map<string, number>();
  for (const { text, count } of (await ofColumn('respondents')) ?? []) {
    for (const name of readNames(text).names) organs.set(name, (organs.get(name) ?? 0) + count);
  }
  return {
    choices,
    organs: [...organs].map(([text, count]): OrganWord => {
      const found = findOrgans(text, mapping, directory);
      return {
        text,
        count,
        organId: found.length === 1 ? (found[0] ?? null) : null,
        several: found.length > 1 ? found : [],
      };
    }),
  };
}

function background(ctx: ActorContext, id: string, work: (stopped: () => boolean) => Promise<void>): void {
  startWorking(id, work, (error) => {
    ctx.services.log.error({ part: 'import', ...errorFields(error) }, 'an import was cut off');
  });
}

/** The dry run begins; the mapping is kept for the next file with this header. */
export async function checkImport(ctx: ActorContext, id: string, mapping: ImportMapping): Promise<RunView> {
  const { db, clock } = ctx.services;
  const run = await ownRun(ctx, id);
  mustRest(run);
  const fields = mappingProblems(mapping, (await directoryFor(ctx)).categories).map(
    ({ field, rule }): FieldProblem => ({ field, rule: rule === 'column-used-twice' ? 'named-twice' : rule }),
  );
  if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  const w = await importing(ctx, run, mapping);
  const now = clock.now();
  if (!(await moveRun(db, id, atRestStatuses, 'checking', now))) throw beingWritten();
  await rememberMapping(db, {
    organId: run.organId,
    signature: run.signature,
    mapping,
    accountId: ctx.actor.accountId,
    now,
  });
  await unreadRows(db, id, mapping);
  background(ctx, id, (stopped) => checkRun(w, stopped));
  return viewImport(ctx, id);
}

/** The run begins, or goes on where it stopped. */
export async function runImport(ctx: ActorContext, id: string): Promise<RunView> {
  const run = await ownRun(ctx, id);
  if (run.mapping === null) throw new RedressError({ code: 'not-found' });
  const w = await importing(ctx, run, run.mapping);
  const moved = await moveRun(
    ctx.services.db,
    id,
    ['checked', 'paused', 'running', 'finished'],
    'running',
    ctx.services.clock.now(),
  );
  if (!moved)
    throw new RedressError({ code: 'step-refused', reason: { code: 'unknown-step', article: null, params: {} } });
  background(ctx, id, (stopped) => performRun(w, stopped));
  return viewImport(ctx, id);
}

/** It stops before the next row; what is written stays. */
export async function pauseImport(ctx: ActorContext, id: string): Promise<RunView> {
  await ownRun(ctx, id);
  await moveRun(ctx.services.db, id, ['running'], 'paused', ctx.services.clock.now());
  stopWorking(id);
  return viewImport(ctx, id);
}

/** The uploaded register goes with all that it holds; cases that were written stay. */
export async function discardImport(ctx: ActorContext, id: string): Promise<null> {
  const run = await ownRun(ctx, id);
  mustRest(run);
  await discardRun(ctx.services.db, id);
  return null;
}

export function rowView(run: Pick<Run, 'mapping'>, row: RunRow): ImportRowView {
  return {
    n: row.n,
    status: row.status,
    level: row.level,
    caseNumber: row.caseNumber,
    problems: (row.problems ?? []).map((p) => {
      const at = p.field === null ? undefined : run.mapping?.columns[p.field];
      return { ...p, column: at === undefined ? null : columnLetter(at) };
    }),
    differences: row.differences ?? [],
    streamId: row.streamId,
  };
}

/** A page of rows, in the file's order. */
export async function importRows(
  ctx: ActorContext,
  input: { id: string; filter: RowFilter; cursor?: number | null | undefined; limit: number },
): Promise<ImportRowPage> {
  const run = await ownRun(ctx, input.id);
  const rows = await rowsOf(ctx.services.db, run.id, input.filter, input.cursor ?? 0, input.limit + 1);
  const page = rows.slice(0, input.limit).map((row) => rowView(run, row));
  return { rows: page, nextCursor: rows.length > input.limit ? (page.at(-1)?.n ?? null) : null };
}

/** One row with its cells, the steps it becomes, and why its limit ends on that day. */
export async function importRow(ctx: ActorContext, id: string, n: number): Promise<RowDetail> {
  const { services } = ctx;
  const run = await ownRun(ctx, id);
  const row = await oneRow(services.db, id, n);
  if (row === null) throw new RedressError({ code: 'not-found' });
  const fieldAt = new Map(
    importFields.flatMap((f) => {
      const at = run.mapping?.columns[f];
      return at === undefined ? [] : [[at, f] as const];
    }),
  );
  const cells: readonly Cell[] = row.cells ?? [];
  const replayed =
    row.cells === null || run.mapping === null
      ? null
      : replayRow(cells, (await importing(ctx, run, run.mapping)).contextOf(n));
  const clock = replayed?.case == null ? null : clockOfRegister(replayed.case);
  return {
    ...rowView(run, row),
    cells: run.headers.flatMap((header, i) => {
      const value = textOf(cells[i] ?? null);
      return row.cells === null || (value === '' && !fieldAt.has(i))
        ? []
        : [{ column: columnLetter(i), header, field: fieldAt.get(i) ?? null, value }];
    }),
    limit:
      clock === null
        ? null
        : {
            computation: clock.computation,
            grid: dayGrid(clock.computation, services.law.calendar, replayed?.case?.closing?.on),
          },
    steps: (replayed?.steps ?? []).map(({ type, day }) => ({ type, day })),
  };
}
