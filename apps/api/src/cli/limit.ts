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
  readonly from?: string;
  readonly filed?: string;
  readonly suspend: readonly string[];
  readonly extend?: string;
  readonly json?: boolean;
  readonly batch?: string;
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

/** Reads the rows of a CSV text; throws `BatchFileError` for a text without the columns or with an unclosed quote. */
function readRows(text: string, name: string): readonly (LimitRowCells & { readonly extra: number })[] {
  let records: string[][];
  try {
    records = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (problem) {
    if (problem instanceof CsvError) throw new BatchFileError(`${name}: not readable as CSV: ${problem.message}`);
    throw problem;
  }
  const header = (records[0] ?? []).map((cell) => cell.trim());
  const missing = neededColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new BatchFileError(`${name}: missing column${missing.length > 1 ? 's' : ''}: ${missing.join(', ')}`);
  }
  const twice = [...neededColumns, 'filed'].find((c) => header.indexOf(c) !== header.lastIndexOf(c));
  if (twice !== undefined) throw new BatchFileError(`${name}: the column ${twice} occurs twice`);
  const at = (record: readonly string[], column: string) => record[header.indexOf(column)] ?? '';
  return records.slice(1).map((record) => ({
    rule: at(record, 'rule'),
    from: at(record, 'from'),
    suspended: at(record, 'suspended'),
    extended_days: at(record, 'extended_days'),
    filed: header.includes('filed') ? at(record, 'filed') : '',
    extra: record.slice(header.length).filter((cell) => cell.trim() !== '').length,
  }));
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
    const extra = rows[index]?.extra ?? 0;
    // A row with more cells than the header was cut in the wrong places: its dates would be about something else.
    if (extra === 0) return answer;
    return {
      ...answer,
      raw: '',
      due: '',
      status: `error: row: ${extra} more cell${extra > 1 ? 's' : ''} than the header`,
    };
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
  if (options.from === undefined) {
    refuse(missingFrom);
    return;
  }
  const read = readLimitRow(
    {
      rule,
      from: options.from,
      suspended: options.suspend.join(';'),
      extended_days: options.extend ?? '',
      filed: options.filed ?? '',
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

/** The `limit` subcommand. `io` is the process's own unless a test gives another. */
export function limitCommand(io: LimitIo = processIo): Command {
  return new Command('limit')
    .description('compute a time limit with its steps, or a CSV file of limits')
    .argument('[rule]', 'the rule, e.g. reconsideration.decide-ordinary')
    .option('--from <date>', 'the day of the fact that starts the limit (YYYY-MM-DD)')
    .option('--filed <date>', 'the day of filing, for the limits of applying, suing and claiming')
    .option(
      '--suspend <A..B>',
      'a span in which the clock stood; A.. is still open; may be repeated',
      (span: string, spans: readonly string[]) => [...spans, span],
      [] as readonly string[],
    )
    .option('--extend <days>', 'the days of an extension')
    .option('--json', 'print the computation as JSON')
    .addOption(new Option('--lang <language>', 'the language of the steps').choices(['zh-CN', 'en']).default('zh-CN'))
    .option('--batch <file>', 'a CSV file with the columns rule,from,suspended,extended_days and, optionally, filed')
    .action(async (rule: string | undefined, options: LimitOptions) => {
      const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };
      if (options.batch !== undefined) {
        if (rule !== undefined) {
          io.err('limit: a rule and --batch exclude each other\n');
          io.fail(1);
          return;
        }
        await runBatch(options.batch, law, io);
        return;
      }
      if (rule === undefined) {
        io.err('RULE: missing: name a rule, or give a file with --batch\n');
        io.fail(1);
        return;
      }
      runOne(rule, options, law, io);
    });
}
