/** An uploaded table as rows of plain cells: spreadsheets of the usual kinds, and CSV in UTF-8 or GB18030. */

import { Worker } from 'node:worker_threads';
import { type Failure, RedressError } from '@redress/domain/errors';
import { type Cell, textOf } from '@redress/domain/reconsideration/import/cells';
import { parse } from 'csv-parse/sync';
import { read } from 'hucre';
import { unfoldedSize } from './unfolded-size.ts';

export const maxRegisterBytes = 32 * 1024 * 1024;
export const maxRegisterRows = 100_000;
const maxColumns = 200;

export interface RegisterSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const refused = (rule: string, params: Record<string, string | number> = {}): RedressError =>
  new RedressError({ code: 'invalid-input', fields: [{ field: 'file', rule, params }] });

/** A cell as JSON keeps it: a real date is its day; the spreadsheet's own days know no zone. */
function plain(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  // What the database cannot keep is not seen on paper either.
  return value.replaceAll('\0', '').toWellFormed().slice(0, 4000);
}

/** Without the empty cells at the end of a row and the empty rows at the end of a sheet. */
function trimmed(rows: readonly (readonly unknown[])[]): Cell[][] {
  const out = rows.map((row) => {
    const cells = row.slice(0, maxColumns).map(plain);
    while (cells.length > 0 && textOf(cells.at(-1) ?? null) === '') cells.pop();
    return cells;
  });
  while (out.length > 0 && out.at(-1)?.length === 0) out.pop();
  return out;
}

/** CSV of an office's spreadsheet: UTF-8 where it is that, else the national code. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What begins so is some other kind of file: PDF, pictures, rich text; or holds what no text holds. */
function isNoText(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (/^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|\{\\rtf|Rar!|7z)/.test(head)) return true;
  const isWide = head.startsWith('\xff\xfe');
  return !isWide && bytes.subarray(0, 64_000).includes(0);
}

function readCsv(bytes: Uint8Array): RegisterSheet[] {
  if (isNoText(bytes)) throw refused('register-wrong-kind');
  const text = decodeText(bytes);
  // A web page that calls itself a workbook.
  if (/^\uFEFF?\s*</.test(text)) throw refused('register-wrong-kind');
  const head = text.slice(0, 4000);
  const delimiter = [',', '\t', ';'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  const rows = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  }) as string[][];
  const table = trimmed(rows);
  // Lines of plain text are no table.
  if (table.length > 0 && table.every((row) => row.length < 2)) throw refused('register-wrong-kind');
  return [{ name: 'CSV', rows: table }];
}

const isZip = (b: Uint8Array): boolean => b[0] === 0x50 && b[1] === 0x4b;
const isOle = (b: Uint8Array): boolean => b[0] === 0xd0 && b[1] === 0xcf;

/** Reads a register in this thread: a large one keeps everybody else waiting. Throws as `readRegister` does. */
export async function readRegisterHere(bytes: Uint8Array): Promise<readonly RegisterSheet[]> {
  let sheets: RegisterSheet[];
  try {
    if (isZip(bytes) || isOle(bytes)) {
      const book = await read(bytes, { maxRows: maxRegisterRows + 50 });
      sheets = book.sheets
        .filter((s) => s.hidden !== true && s.veryHidden !== true)
        .map((s) => ({ name: s.name, rows: trimmed(s.rows) }));
    } else sheets = readCsv(bytes);
  } catch (error) {
    if (error instanceof RedressError) throw error;
    throw refused('register-unreadable');
  }
  const filled = sheets.filter((s) => s.rows.length > 0);
  if (filled.length === 0) throw refused('register-empty');
  if (filled.some((s) => s.rows.length > maxRegisterRows)) throw refused('register-too-long', { max: maxRegisterRows });
  return filled;
}

/** What the reading thread answers with. */
export type ReadAnswer =
  | { readonly ok: true; readonly sheets: readonly RegisterSheet[] }
  | { readonly ok: false; readonly failure: Failure };

export interface ReadLimits {
  /** Bytes that an archive may unfold to: more is no register. */
  readonly maxUnfolded: number;
  /** How long reading may take. */
  readonly timeoutMs: number;
}
const usualLimits: ReadLimits = { maxUnfolded: 300 * 1024 * 1024, timeoutMs: 90_000 };
const resourceLimits = { maxOldGenerationSizeMb: 1500 };

async function readInThread(bytes: Uint8Array, timeoutMs: number): Promise<readonly RegisterSheet[]> {
  const worker = new Worker(new URL('./read-register-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits,
  });
  let timer: NodeJS.Timeout | undefined;
  const answer = await new Promise<ReadAnswer>((resolve) => {
    const instead = (rule: string) => () => resolve({ ok: false, failure: refused(rule).failure });
    timer = setTimeout(instead('register-too-heavy'), timeoutMs);
    worker.once('message', resolve);
    worker.once('error', instead('register-unreadable'));
    worker.once('exit', instead('register-unreadable'));
  });
  clearTimeout(timer);
  await worker.terminate();
  if (!answer.ok) throw new RedressError(answer.failure);
  return answer.sheets;
}

let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a register in a thread of its own, one after the other; only the content says what it is, whatever its name.
 * @throws RedressError `invalid-input` at `file`: damaged, encrypted, no table, empty or beyond what one import takes.
 */
export async function readRegister(
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<readonly RegisterSheet[]> {
  const { maxUnfolded, timeoutMs } = { ...usualLimits, ...limits };
  if (isZip(bytes)) {
    const unfolded = unfoldedSize(bytes);
    if (unfolded === null) throw refused('register-unreadable');
    if (unfolded > maxUnfolded) throw refused('register-too-heavy');
  }
  const own = before.then(() => readInThread(bytes, timeoutMs));
  before = own.catch(() => undefined);
  return own;
}
