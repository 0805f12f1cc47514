/** An uploaded table as rows of plain cells: spreadsheets of the usual kinds, and CSV in UTF-8 or GB18030. */

import { Worker } from 'node:worker_threads';
import { type Failure, RedressError } from '@redress/domain/errors';
import { type Cell, textOf } from '@redress/domain/reconsideration/import/cells';
import { parse } from 'csv-parse/sync';
import { read } from 'hucre';

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

function readCsv(bytes: Uint8Array): RegisterSheet[] {
  const text = decodeText(bytes);
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
  return [{ name: 'CSV', rows: trimmed(rows) }];
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

/** A file that unfolds into more than this is no register. */
const limits = { maxOldGenerationSizeMb: 1500 };

/**
 * Reads a register in a thread of its own; only the content says what it is, whatever its name.
 * @throws RedressError `invalid-input` at `file`: damaged, encrypted, empty or beyond what one import takes.
 */
export async function readRegister(bytes: Uint8Array): Promise<readonly RegisterSheet[]> {
  const worker = new Worker(new URL('./read-register-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: limits,
  });
  const answer = await new Promise<ReadAnswer>((resolve) => {
    const unreadable = () => resolve({ ok: false, failure: refused('register-unreadable').failure });
    worker.once('message', resolve);
    worker.once('error', unreadable);
    worker.once('exit', unreadable);
  });
  void worker.terminate();
  if (!answer.ok) throw new RedressError(answer.failure);
  return answer.sheets;
}
