/** `redress limit`: a limit's date with its steps, or a file of limits row by row. Needs no database. */
import { readFile } from 'node:fs/promises';
import { shippedWorkCalendar } from '@redress/domain/calendar/work-calendar';
import type { LimitLaw } from '@redress/domain/law/compute';
import { explain } from '@redress/domain/law/explain';
import { shippedLawBook } from '@redress/domain/law/law-book';
import {
  computeLimitRequest,
  isLimitRowError,
  type LimitRowCells,
  limitBatch,
  limitStatusText,
  readLimitRow,
} from '@redress/domain/law/limit-batch';
import { Command, Option } from 'commander';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Where a command writes, and how it says that something was wrong. */
export interface LimitIo {
  out(text: string): void;
  err(text: string): void;
  /** The process's exit code; 0 unless called. */
  fail(code: number): void;
}

const processIo: LimitIo = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  fail: (code) => {
    process.exitCode = code;
  },
};

const outputColumns = ['rule', 'from', 'suspended', 'extended_days', 'raw', 'due', 'status'] as const;
const neededColumns = ['rule', 'from', 'suspended', 'extended_days'] as const;

interface LimitOptions {
  /** Each as often as it was given: twice is an error, never silently the last one. */
  readonly from: readonly string[];
  readonly filed: readonly string[];
  readonly suspend: readonly string[];
  readonly extend: readonly string[];
  readonly batch: readonly string[];
  readonly json?: boolean;
  readonly lang: 'zh-CN' | 'en';
}

/** The flag that a field of a single request comes from. */
const flags: Readonly<Record<keyof LimitRowCells | 'row', string>> = {
  rule: 'RULE',
  from: '--from',
  suspended: '--suspend',
  extended_days: '--extend',
  filed: '--filed',
  row: 'limit',
};

/** A file that cannot be answered row by row; the message is for the person at the terminal. */
class BatchFileError extends Error {}

/** A record over more lines than this is a quote left open, not a long note. */
const MAX_LINES_IN_CELLS = 200;

type Line = { readonly cells: readonly string[] } | { readonly broken: string };

/** The one record that a text is; null where its quotes are not closed, or it is none or several. */
function recordOf(text: string): readonly string[] | null {
  if (!text.includes('"')) return text.split(',');
  try {
    const records: string[][] = parse(text, { relax_column_count: true });
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch (problem) {
    if (problem instanceof CsvError) return null;
    throw problem;
  }
}

/**
 * Reads a CSV text record by record, so that one broken quote costs its own row only. A cell may hold line ends between
 * quotes; but lines that are whole rows by themselves are never taken for the inside of a cell that somebody left open.
 */
function recordsOf(text: string): readonly Line[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const found: Line[] = [];
  let width = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    if (line === '') continue;
    let cells = recordOf(line);
    let to = at;
    for (let whole = line; cells === null && to + 1 < lines.length && to - at < MAX_LINES_IN_CELLS; ) {
      const next = lines[to + 1] as string;
      if (width > 0 && recordOf(next)?.length === width) break;
      to += 1;
      whole += `\n${next}`;
      // Only a quote can close the cell.
      if (next.includes('"')) cells = recordOf(whole);
    }
    if (to > at && width > 0 && cells?.length !== width) cells = null;
    if (cells === null) found.push({ broken: line });
    else {
      found.push({ cells });
      at = to;
    }
    if (width === 0) width = cells?.length ?? 0;
  }
  return found;
}

interface Row extends LimitRowCells {
  /** What is wrong with the row as a whole; null where it was read. */
  readonly wrong: string | null;
}

/** Reads the rows of a CSV text; throws `BatchFileError` where its first line is no header. */
function readRows(text: string, name: string): readonly Row[] {
  const [first, ...records] = recordsOf(text);
  if (first !== undefined && 'broken' in first) {
    throw new BatchFileError(`${name}: the header is not readable as CSV: its quotes are broken`);
  }
  const header = (first?.cells ?? []).map((cell) => cell.trim());
  const missing = neededColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new BatchFileError(`${name}: missing column${missing.length > 1 ? 's' : ''}: ${missing.join(', ')}`);
  }
  const twice = [...neededColumns, 'filed'].find((c) => header.indexOf(c) !== header.lastIndexOf(c));
  if (twice !== undefined) throw new BatchFileError(`${name}: the column ${twice} occurs twice`);
  const at = (cells: readonly string[], column: string) => cells[header.indexOf(column)] ?? '';
  return records.map((record) => {
    // Of a broken row the pieces between its commas are given back as they stand.
    const cells = 'broken' in record ? record.broken.split(',') : record.cells;
    const extra = cells.slice(header.length).filter((cell) => cell.trim() !== '').length;
    return {
      rule: at(cells, 'rule'),
      from: at(cells, 'from'),
      suspended: at(cells, 'suspended'),
      extended_days: at(cells, 'extended_days'),
      filed: header.includes('filed') ? at(cells, 'filed') : '',
      // A row with more cells than the header was cut in the wrong places: its dates would be about something else.
      wrong:
        'broken' in record
          ? 'a quote is not closed, or stands where none can'
          : extra > 0
            ? `${extra} more cell${extra > 1 ? 's' : ''} than the header`
            : null,
    };
  });
}

/**
 * Answers a CSV text of limits with a CSV text, row by row in order.
 * Throws `BatchFileError` where the file as a whole cannot be read.
 */
export function answerBatch(
  text: string,
  name: string,
  law: LimitLaw,
): { readonly csv: string; readonly errors: number } {
  const rows = readRows(text, name);
  const answers = limitBatch(rows, law).map((answer, index) => {
    const wrong = rows[index]?.wrong ?? null;
    return wrong === null ? answer : { ...answer, raw: '', due: '', status: `error: row: ${wrong}` };
  });
  const csv = stringify([...answers], { header: true, columns: [...outputColumns] });
  return { csv, errors: answers.filter(isLimitRowError).length };
}

async function runBatch(file: string, law: LimitLaw, io: LimitIo): Promise<void> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'this is a folder'
          : code === 'EACCES'
            ? 'no permission to read it'
            : problem instanceof TypeError
              ? 'the text is not UTF-8'
              : code || 'cannot be read';
    io.err(`${file}: ${reason}\n`);
    io.fail(1);
    return;
  }
  try {
    const { csv, errors } = answerBatch(text, file, law);
    io.out(csv);
    if (errors > 0) {
      io.err(`${file}: ${errors} row${errors > 1 ? 's' : ''} could not be answered\n`);
      io.fail(1);
    }
  } catch (problem) {
    if (!(problem instanceof BatchFileError)) throw problem;
    io.err(`${problem.message}\n`);
    io.fail(1);
  }
}

function runOne(rule: string, options: LimitOptions, law: LimitLaw, io: LimitIo): void {
  const refuse = (text: string) => {
    io.err(`${text}\n`);
    io.fail(1);
  };
  const missingFrom = '--from: missing: the day of the fact that starts the limit';
  const [from] = options.from;
  if (from === undefined) {
    refuse(missingFrom);
    return;
  }
  const read = readLimitRow(
    {
      rule,
      from,
      suspended: options.suspend.join(';'),
      extended_days: options.extend[0] ?? '',
      filed: options.filed[0] ?? '',
    },
    law.lawBook,
  );
  if (!read.ok) {
    refuse(`${flags[read.error.field]}: ${read.error.reason}`);
    return;
  }
  if (read.request.from === null) {
    refuse(missingFrom);
    return;
  }
  const computation = computeLimitRequest(read.request, law);
  const explained = explain(computation, options.lang);
  if (options.json) {
    const { rule: row, ...rest } = computation;
    io.out(`${JSON.stringify({ ...rest, citations: row?.citations ?? [], explained }, null, 2)}\n`);
    return;
  }
  io.out(`${explained.name}  ${computation.ruleId}\n`);
  if (explained.law) io.out(`${explained.law}\n`);
  io.out(`${explained.result}  ${limitStatusText(computation)}\n\n`);
  explained.steps.forEach((step, index) => {
    io.out(`${String(index + 1).padStart(2)}  ${step.text}${step.law ? `  〔${step.law}〕` : ''}\n`);
    for (const notice of step.notices) io.out(`    ${notice}\n`);
  });
}

/** Gathers what an option was given, each time it was given. */
const gather = (value: string, before: readonly string[]): readonly string[] => [...before, value];
const none: readonly string[] = [];

/** What is wrong with the options among themselves; null where nothing is. */
function optionsProblem(rule: string | undefined, options: LimitOptions): string | null {
  for (const name of ['from', 'filed', 'extend', 'batch'] as const) {
    if (options[name].length > 1) return `--${name}: given twice: ${options[name].join(' and ')}`;
  }
  if (options.batch.length === 0) {
    return rule === undefined ? 'RULE: missing: name a rule, or give a file with --batch' : null;
  }
  if (rule !== undefined) return 'limit: a rule and --batch exclude each other';
  for (const name of ['from', 'filed', 'suspend', 'extend'] as const) {
    if (options[name].length > 0) return `--${name}: with --batch every row has its own`;
  }
  return options.json === true ? '--json: --batch answers with CSV' : null;
}

/** The `limit` subcommand. `io` is the process's own unless a test gives another. */
export function limitCommand(io: LimitIo = processIo): Command {
  return new Command('limit')
    .description(
      '计算一个期限并列出步骤，或批量计算一个 CSV 文件 · compute a time limit with its steps, or a CSV file of limits',
    )
    .argument('[rule]', '规则，如 reconsideration.decide-ordinary · the rule, e.g. the same')
    .option(
      '--from <date>',
      '期限起算的事实之日 · the day of the fact that starts the limit (YYYY-MM-DD)',
      gather,
      none,
    )
    .option(
      '--filed <date>',
      '提出之日，用于申请、起诉和请求赔偿的期限 · the day of filing, for the limits of applying, suing and claiming',
      gather,
      none,
    )
    .option(
      '--suspend <A..B>',
      '中止期间，A.. 为尚未恢复，可重复 · a span in which the clock stood; A.. is still open; may be repeated',
      gather,
      none,
    )
    .option('--extend <days>', '延长的天数 · the days of an extension', gather, none)
    .option('--json', '以 JSON 输出计算过程 · print the computation as JSON')
    .addOption(
      new Option('--lang <language>', '步骤所用语言 · the language of the steps')
        .choices(['zh-CN', 'en'])
        .default('zh-CN'),
    )
    .option(
      '--batch <file>',
      'CSV 文件，列为 rule,from,suspended,extended_days，可加 filed · a CSV file with these columns, filed being optional',
      gather,
      none,
    )
    .action(async (rule: string | undefined, options: LimitOptions) => {
      const problem = optionsProblem(rule, options);
      if (problem !== null) {
        io.err(`${problem}\n`);
        io.fail(1);
        return;
      }
      const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };
      const [file] = options.batch;
      if (file !== undefined) await runBatch(file, law, io);
      else if (rule !== undefined) runOne(rule, options, law, io);
    });
}
