/**
 * A list of cases as an Excel or CSV file: the filter, the order and the columns of the page, read in keyset pages and
 * written while they are read, so that ten thousand rows neither fill the memory nor keep anybody waiting. What is
 * filtered by comes in the body: names never stand in an address or a log.
 */
import type { AccountId, OrganId } from '@redress/domain/ids';
import { listColumns } from '@redress/domain/reconsideration/list-columns';
import type { Hono } from 'hono';
import { z } from 'zod';
import { sorts } from '../../case-store/list-orders.ts';
import type { Context } from '../../trpc/context.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { categoryNames } from '../office/categories.ts';
import { accountName, organName } from '../office/names.ts';
import { eachRow, exportRoute, momentOf, tableFile } from './export-file.ts';
import { type Cell, cellsOf, columnWidth, dayColumns, footerOf, headingsOf, sheetName } from './export-table.ts';
import { listCases } from './list-cases.ts';
import { type CasePage, zCaseFilter } from './types.ts';

const PAGE = 200;

export const zExportInput = z.object({
  format: z.enum(['xlsx', 'csv']),
  filter: zCaseFilter.default({}),
  sort: z.enum(sorts).default('due'),
  order: z.enum(['asc', 'desc']).optional(),
  columns: z.array(z.enum(listColumns)).min(1).max(listColumns.length),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
type ExportInput = z.output<typeof zExportInput>;

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
  let count = 0;
  for await (const row of eachRow(first, (cursor) => listCases(ctx, { ...input, cursor, limit: PAGE }))) {
    count += 1;
    yield cells(row);
  }
  const who = `${actor.name}（${names.organ(actor.acting.organId)}）`;
  yield [];
  const below = { count, moment: momentOf(services.clock.now()), who };
  for (const line of footerOf(input.language, input.filter, names, below)) yield [line];
}

async function exportCases(ctx: ActorContext, body: unknown): Promise<Response> {
  const input = zExportInput.parse(body);
  // Asked for before anything is answered: what fails, fails with its reason.
  const first = await listCases(ctx, { ...input, cursor: null, limit: PAGE });
  const rows = tableRows(ctx, input, first);
  const headings = headingsOf(input.columns, input.language);
  return tableFile(rows, {
    format: input.format,
    name: sheetName(input.language),
    day: ctx.services.clock.today(),
    columns: input.columns.map((column, i) => ({
      heading: headings[i] ?? column,
      width: columnWidth[column],
      isDay: dayColumns.has(column),
    })),
  });
}

/** Mounted at the root; answers POST /api/exports/cases. */
export const exportRoutes = (contextOf: (request: Request) => Promise<Context>): Hono =>
  exportRoute('/api/exports/cases', contextOf, exportCases);
