/**
 * A list of cases as an Excel or CSV file: the filter, the order and the columns of the page, read in keyset pages and
 * written while they are read, so that ten thousand rows neither fill the memory nor keep anybody waiting. What is
 * filtered by comes in the body: names never stand in an address or a log.
 */
import { may } from '@redress/domain/access/permissions';
import { toDayNumber } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, InstantMs, OrganId } from '@redress/domain/ids';
import { listColumns } from '@redress/domain/reconsideration/list-columns';
import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import { writeXlsxStream } from 'hucre/xlsx';
import { z } from 'zod';
import { civilDayOf } from '../../case-store/civil-day.ts';
import { sorts } from '../../case-store/list-orders.ts';
import { unprintable } from '../../case-store/printable.ts';
import { errorFields } from '../../log.ts';
import type { Context } from '../../trpc/context.ts';
import { failureOf, httpStatusOf } from '../../trpc/errors.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { categoryNames } from '../office/categories.ts';
import { accountName, organName } from '../office/names.ts';
import {
  type Cell,
  cellsOf,
  columnWidth,
  dayColumns,
  footerOf,
  headingsOf,
  isDay,
  sheetName,
  withoutFormula,
} from './export-table.ts';
import { listCases } from './list-cases.ts';
import { type CasePage, zCaseFilter } from './types.ts';

const PAGE = 200;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export const zExportInput = z.object({
  format: z.enum(['xlsx', 'csv']),
  filter: zCaseFilter.default({}),
  sort: z.enum(sorts).default('due'),
  order: z.enum(['asc', 'desc']).optional(),
  columns: z.array(z.enum(listColumns)).min(1).max(listColumns.length),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
type ExportInput = z.output<typeof zExportInput>;

/** 2026-03-02 09:30 in Asia/Shanghai. */
function momentOf(instant: InstantMs): string {
  const minutes = Math.floor(((((instant + 8 * 60 * MINUTE_MS) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${civilDayOf(instant)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The table row by row: the cases of the list in its order, each once, an empty row and the lines below. */
async function* tableRows(ctx: ActorContext, input: ExportInput, first: CasePage): AsyncGenerator<Cell[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const names = {
    organ: (id: string) => organName(office, id as OrganId, today),
    account: (id: string) => accountName(office, id as AccountId),
    category: await categoryNames(services, input.language, today),
  };
  const cells = cellsOf(input.columns, input.language, names);
  const seen = new Set<string>();
  for (let page = first; ; ) {
    for (const row of page.rows) {
      // A case whose place in the order changed meanwhile may come a second time.
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      yield cells(row);
    }
    if (page.nextCursor === null) break;
    page = await listCases(ctx, { ...input, cursor: page.nextCursor, limit: PAGE });
  }
  const who = `${actor.name}（${names.organ(actor.acting.organId)}）`;
  yield [];
  const below = { count: seen.size, moment: momentOf(services.clock.now()), who };
  for (const line of footerOf(input.language, input.filter, names, below)) yield [line];
}

/** A civil day as a spreadsheet counts it, in no zone. */
const asDate = (cell: Cell) => (isDay(cell) ? new Date(toDayNumber(cell.day) * DAY_MS) : cell);

function xlsx(rows: AsyncIterable<Cell[]>, { columns, language }: ExportInput): ReadableStream<Uint8Array> {
  async function* dated() {
    for await (const row of rows) yield row.map(asDate);
  }
  const headings = headingsOf(columns, language);
  return writeXlsxStream(dated(), {
    name: sheetName(language),
    freezePane: { rows: 1 },
    columns: columns.map((column, i) => ({
      header: headings[i] ?? column,
      width: columnWidth[column],
      ...(dayColumns.has(column) ? { numFmt: 'yyyy-mm-dd' } : {}),
    })),
  });
}

function csv(rows: AsyncIterable<Cell[]>, { columns, language }: ExportInput): ReadableStream<Uint8Array> {
  const line = (row: readonly Cell[]) =>
    stringify([row.map((cell) => (isDay(cell) ? cell.day : typeof cell === 'string' ? withoutFormula(cell) : cell))]);
  async function* lines() {
    // Excel takes a file for UTF-8 only by its mark.
    yield `\uFEFF${line(headingsOf(columns, language))}`;
    for await (const row of rows) yield line(row);
  }
  return ReadableStream.from(lines()).pipeThrough(new TextEncoderStream());
}

const mediaType = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

function whoMay(ctx: Context): ActorContext {
  if (ctx.actor === null) throw new RedressError({ code: 'not-signed-in' });
  const mismatch = ctx.wantedPost !== null && ctx.wantedPost !== ctx.actor.acting.postId;
  if (mismatch || !may(ctx.actor, 'cases.read')) throw new RedressError({ code: 'not-permitted' });
  return { ...ctx, actor: ctx.actor };
}

async function exportCases(ctx: ActorContext, body: unknown): Promise<Response> {
  const fields = unprintable(body);
  if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  const input = zExportInput.parse(body);
  // Asked for before anything is answered: what fails, fails with its reason.
  const first = await listCases(ctx, { ...input, cursor: null, limit: PAGE });
  const rows = tableRows(ctx, input, first);
  const name = `${sheetName(input.language)}-${ctx.services.clock.today()}.${input.format}`;
  return new Response(input.format === 'xlsx' ? xlsx(rows, input) : csv(rows, input), {
    headers: {
      'content-type': mediaType[input.format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
}

/** Mounted at the root; answers POST /api/exports/cases. */
export function exportRoutes(contextOf: (request: Request) => Promise<Context>): Hono {
  const app = new Hono();
  app.post('/api/exports/cases', async (c) => {
    try {
      const ctx = whoMay(await contextOf(c.req.raw));
      const body: unknown = await c.req.json().catch(() => null);
      return await exportCases(ctx, body);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'unexpected') {
        const { services } = await contextOf(c.req.raw);
        services.log.error({ route: '/api/exports/cases', ...errorFields(error) }, 'unexpected failure');
      }
      return c.json({ failure }, httpStatusOf[failure.code]);
    }
  });
  return app;
}
