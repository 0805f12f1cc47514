/** A list of lawsuits as an Excel or CSV file: the filter, the order and the columns of the page, read in keyset pages. */
import type { AccountId, OrganId } from '@redress/domain/ids';
import type { Hono } from 'hono';
import { z } from 'zod';
import { sorts } from '../../case-store/list-orders.ts';
import type { Context } from '../../trpc/context.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { eachRow, exportRoute, momentOf, tableFile } from '../cases/export-file.ts';
import type { Cell } from '../cases/export-table.ts';
import { categoryNames } from '../office/categories.ts';
import { accountName, organName } from '../office/names.ts';
import {
  suitCellsOf,
  suitColumns,
  suitColumnWidth,
  suitDayColumns,
  suitFileColumns,
  suitFooterOf,
  suitHeading,
  suitSheetName,
} from './export-table.ts';
import { listLawsuits } from './list-lawsuits.ts';
import { type SuitPage, zSuitFilter } from './types.ts';

const PAGE = 200;

export const zSuitExport = z.object({
  format: z.enum(['xlsx', 'csv']),
  filter: zSuitFilter.default({}),
  sort: z.enum(sorts).default('due'),
  order: z.enum(['asc', 'desc']).optional(),
  columns: z.array(z.enum(suitColumns)).min(1).max(suitColumns.length),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
type SuitExport = z.output<typeof zSuitExport>;

/** The table row by row: the lawsuits of the list in its order, each once, an empty row and the lines below. */
async function* tableRows(ctx: ActorContext, input: SuitExport, first: SuitPage): AsyncGenerator<Cell[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const names = {
    organ: (id: string) => organName(office, id as OrganId, today),
    account: (id: string) => accountName(office, id as AccountId),
    category: await categoryNames(services, input.language, today),
  };
  const cells = suitCellsOf(input.columns, input.language);
  let count = 0;
  for await (const row of eachRow(first, (cursor) => listLawsuits(ctx, { ...input, cursor, limit: PAGE }))) {
    count += 1;
    yield cells(row);
  }
  const who = `${actor.name}（${names.organ(actor.acting.organId)}）`;
  yield [];
  const below = { count, moment: momentOf(services.clock.now()), who };
  for (const line of suitFooterOf(input.language, input.filter, names, below)) yield [line];
}

async function exportLawsuits(ctx: ActorContext, body: unknown): Promise<Response> {
  const asked = zSuitExport.parse(body);
  const input = { ...asked, columns: [...suitFileColumns(asked.columns)] };
  // Asked for before anything is answered: what fails, fails with its reason.
  const first = await listLawsuits(ctx, { ...input, cursor: null, limit: PAGE });
  return tableFile(tableRows(ctx, input, first), {
    format: input.format,
    name: suitSheetName(input.language),
    day: ctx.services.clock.today(),
    columns: input.columns.map((column) => ({
      heading: suitHeading(input.language, column),
      width: suitColumnWidth[column],
      isDay: suitDayColumns.has(column),
    })),
  });
}

/** Mounted at the root; answers POST /api/exports/lawsuits. */
export const suitExportRoutes = (contextOf: (request: Request) => Promise<Context>): Hono =>
  exportRoute('/api/exports/lawsuits', contextOf, exportLawsuits);
