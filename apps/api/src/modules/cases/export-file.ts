/**
 * A list as an Excel or CSV file, written while its rows are read, and the route that answers with it. What is filtered
 * by comes in the body: names never stand in an address or a log.
 */
import { may } from '@redress/domain/access/permissions';
import { type CivilDate, toDayNumber } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import type { InstantMs } from '@redress/domain/ids';
import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import { writeXlsxStream } from 'hucre/xlsx';
import { civilDayOf } from '../../case-store/civil-day.ts';
import { unprintable } from '../../case-store/printable.ts';
import { errorFields } from '../../log.ts';
import type { Context } from '../../trpc/context.ts';
import { failureOf, httpStatusOf } from '../../trpc/errors.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { type Cell, isDay, withoutFormula } from './export-table.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** 2026-03-02 09:30 in Asia/Shanghai. */
export function momentOf(instant: InstantMs): string {
  const minutes = Math.floor(((((instant + 8 * 60 * MINUTE_MS) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${civilDayOf(instant)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The rows of a list page by page, each once: one whose place in the order changed meanwhile may come a second time. */
export async function* eachRow<R extends { readonly id: string }>(
  first: { readonly rows: readonly R[]; readonly nextCursor: string | null },
  next: (cursor: string) => Promise<{ readonly rows: readonly R[]; readonly nextCursor: string | null }>,
): AsyncGenerator<R> {
  const seen = new Set<string>();
  for (let page = first; ; page = await next(page.nextCursor)) {
    for (const row of page.rows) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      yield row;
    }
    if (page.nextCursor === null) return;
  }
}

export interface TableFile {
  readonly format: 'xlsx' | 'csv';
  /** Of the sheet, and with the day of the file. */
  readonly name: string;
  readonly day: CivilDate;
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly isDay: boolean }[];
}

/** A civil day as a spreadsheet counts it, in no zone. */
const asDate = (cell: Cell) => (isDay(cell) ? new Date(toDayNumber(cell.day) * DAY_MS) : cell);

function xlsx(rows: AsyncIterable<Cell[]>, { name, columns }: TableFile): ReadableStream<Uint8Array> {
  async function* dated() {
    for await (const row of rows) yield row.map(asDate);
  }
  return writeXlsxStream(dated(), {
    name,
    freezePane: { rows: 1 },
    columns: columns.map(({ heading, width, isDay: ofDays }) => ({
      header: heading,
      width,
      ...(ofDays ? { numFmt: 'yyyy-mm-dd' } : {}),
    })),
  });
}

function csv(rows: AsyncIterable<Cell[]>, { columns }: TableFile): ReadableStream<Uint8Array> {
  const line = (row: readonly Cell[]) =>
    stringify([row.map((cell) => (isDay(cell) ? cell.day : typeof cell === 'string' ? withoutFormula(cell) : cell))]);
  async function* lines() {
    // Excel takes a file for UTF-8 only by its mark.
    yield `\uFEFF${line(columns.map((column) => column.heading))}`;
    for await (const row of rows) yield line(row);
  }
  return ReadableStream.from(lines()).pipeThrough(new TextEncoderStream());
}

const mediaType = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The rows as a file to keep. */
export function tableFile(rows: AsyncIterable<Cell[]>, file: TableFile): Response {
  const name = `${file.name}-${file.day}.${file.format}`;
  return new Response(file.format === 'xlsx' ? xlsx(rows, file) : csv(rows, file), {
    headers: {
      'content-type': mediaType[file.format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
}

function whoMay(ctx: Context): ActorContext {
  if (ctx.actor === null) throw new RedressError({ code: 'not-signed-in' });
  const mismatch = ctx.wantedPost !== null && ctx.wantedPost !== ctx.actor.acting.postId;
  if (mismatch || !may(ctx.actor, 'cases.read')) throw new RedressError({ code: 'not-permitted' });
  return { ...ctx, actor: ctx.actor };
}

/** A route at which whoever reads cases may fetch a list as a file. */
export function exportRoute(
  path: string,
  contextOf: (request: Request) => Promise<Context>,
  answer: (ctx: ActorContext, body: unknown) => Promise<Response>,
): Hono {
  const app = new Hono();
  app.post(path, async (c) => {
    try {
      const ctx = whoMay(await contextOf(c.req.raw));
      const body: unknown = await c.req.json().catch(() => null);
      const fields = unprintable(body);
      if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
      return await answer(ctx, body);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'unexpected') {
        const { services } = await contextOf(c.req.raw);
        services.log.error({ route: path, ...errorFields(error) }, 'unexpected failure');
      }
      return c.json({ failure }, httpStatusOf[failure.code]);
    }
  });
  return app;
}
