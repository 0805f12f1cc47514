/**
 * Limits in bulk, as a table: one row in, the same row out with its dates. Pure: text in, text out, so that a file of
 * judgments' dates can be checked without a case. A row that cannot be read is answered in its place.
 */
import { type CivilDate, parseCivilDate } from '../calendar/civil-date.ts';
import { type Computation, computeLimit, type LimitLaw, type StoppedSpan } from './compute.ts';
import { chooseRule, isGovernedByFiling, isRuleId, type LawBook } from './law-book.ts';
import type { RuleId, Trigger } from './vocabulary.ts';

/** The cells of one row as they were read; `filed` is optional, and an empty cell says nothing. */
export interface LimitRowCells {
  readonly rule: string;
  readonly from: string;
  /** Spans `A..B` joined by `;`; `A..` is a span still open. */
  readonly suspended: string;
  readonly extended_days: string;
  readonly filed?: string;
}

/** The columns that a row may be wrong in. */
export type LimitField = keyof LimitRowCells | 'row';

/** A row that was understood. */
export interface LimitRequest {
  readonly ruleId: RuleId;
  readonly from: CivilDate | null;
  readonly filed: CivilDate | null;
  readonly suspended: readonly StoppedSpan[];
  readonly extendedDays: number;
}

/** What is wrong with a row, by its column. */
export interface LimitRowError {
  readonly field: LimitField;
  readonly reason: string;
}

/** A row read, or the first thing wrong with it in the order of the columns. */
export type LimitRequestResult =
  | { readonly ok: true; readonly request: LimitRequest }
  | { readonly ok: false; readonly error: LimitRowError };

/** One row answered: the cells as they came, and `raw`, `due`, `status`. */
export interface LimitRowAnswer {
  readonly rule: string;
  readonly from: string;
  readonly suspended: string;
  readonly extended_days: string;
  readonly raw: string;
  readonly due: string;
  readonly status: string;
}

class RowProblem extends Error {
  readonly detail: LimitRowError;
  constructor(field: LimitField, reason: string) {
    super(reason);
    this.detail = { field, reason };
  }
}

function readDay(field: LimitField, text: string): CivilDate {
  const result = parseCivilDate(text);
  if (result.ok) return result.date;
  throw new RowProblem(
    field,
    result.problem === 'not-a-date' ? `${text} is not a day written YYYY-MM-DD` : `there is no day ${text}`,
  );
}

function readSpans(text: string): readonly StoppedSpan[] {
  if (text === '') return [];
  return text.split(';').map((piece) => {
    const part = piece.trim();
    const match = /^(.*?)\.\.(.*)$/.exec(part);
    if (!match) throw new RowProblem('suspended', `${part === '' ? 'an empty text' : part} is not a span written A..B`);
    const begin = (match[1] ?? '').trim();
    if (begin === '') throw new RowProblem('suspended', `of the span ${part} the begin is missing`);
    const from = readDay('suspended', begin);
    const end = (match[2] ?? '').trim();
    if (end === '') return { from, to: null, kind: 'suspension' as const };
    const to = readDay('suspended', end);
    if (to < from) throw new RowProblem('suspended', `the span ${part} ends before it begins`);
    return { from, to, kind: 'suspension' as const };
  });
}

function readDays(text: string): number {
  if (text === '') return 0;
  if (!/^\d{1,6}$/.test(text)) throw new RowProblem('extended_days', `${text} is not a whole number of days`);
  return Number(text);
}

/** The cap on extensions of the governing row; of all rows where none is chosen. Null where the rule knows none. */
function extensionCap(book: LawBook, ruleId: RuleId, from: CivilDate | null, filed: CivilDate | null): number | null {
  const choice = chooseRule(book, ruleId, { trigger: from, filed });
  const rows = choice.found ? [choice.rule] : book.versionsOf(ruleId);
  const caps = rows.map((row) => row.extensionCapDays).filter((cap) => cap !== null);
  return caps.length > 0 ? Math.max(...caps) : null;
}

/**
 * Facts without which there is nothing to file against yet. Of other triggers a filing may come first: a period that has
 * not run out, a notice of one's rights that never came.
 */
const needsTrigger: ReadonlySet<Trigger> = new Set([
  'act-made',
  'knew-of-act',
  'knew-or-should-have-known-of-act',
  'knew-or-should-have-known-of-act-content',
  'knew-or-should-have-known-of-decision-content',
  'knew-or-should-have-known-of-infringement',
  'reconsideration-decision-received',
  'reconsideration-decision-served',
  'refusal-or-rejection-received',
  'refusal-received',
  'compensation-decided',
] satisfies readonly Trigger[]);

/** Whether the row's filing day is earlier than the very fact that is filed against: one of the two days is wrong. */
function isFiledTooSoon(book: LawBook, ruleId: RuleId, from: CivilDate | null, filed: CivilDate | null): boolean {
  if (from === null || filed === null || filed >= from || !isGovernedByFiling(ruleId)) return false;
  const choice = chooseRule(book, ruleId, { trigger: from, filed });
  return (choice.found ? [choice.rule] : book.versionsOf(ruleId)).every((row) => needsTrigger.has(row.trigger));
}

/** Reads a row's cells; surrounding blanks do not count. An empty `from` is no error: without the trigger there is no date. */
export function readLimitRow(cells: LimitRowCells, book: LawBook): LimitRequestResult {
  try {
    const ruleId = cells.rule.trim();
    if (ruleId === '') throw new RowProblem('rule', 'missing');
    if (!isRuleId(ruleId)) throw new RowProblem('rule', `${ruleId} is not a rule on file`);
    const from = cells.from.trim() === '' ? null : readDay('from', cells.from.trim());
    const suspended = readSpans(cells.suspended.trim());
    const extendedDays = readDays(cells.extended_days.trim());
    const filedText = cells.filed?.trim() ?? '';
    const filed = filedText === '' ? null : readDay('filed', filedText);
    if (isFiledTooSoon(book, ruleId, from, filed)) throw new RowProblem('filed', 'before from');
    if (extendedDays > 0) {
      const cap = extensionCap(book, ruleId, from, filed);
      if (cap === null) throw new RowProblem('extended_days', 'the rule knows no extension');
      if (extendedDays > cap) throw new RowProblem('extended_days', `${extendedDays} days are above the cap of ${cap}`);
    }
    return { ok: true, request: { ruleId, from, filed, suspended, extendedDays } };
  } catch (problem) {
    if (problem instanceof RowProblem) return { ok: false, error: problem.detail };
    throw problem;
  }
}

/** Computes a row that was understood. */
export function computeLimitRequest(request: LimitRequest, law: LimitLaw): Computation {
  return computeLimit(
    request.ruleId,
    {
      trigger: request.from,
      filed: request.filed,
      stopped: request.suspended,
      extensions: request.extendedDays > 0 ? [{ days: request.extendedDays }] : [],
    },
    law,
  );
}

/** The status word with the marks that say more than it does: `final`, `provisional unverified`. */
export function limitStatusText(computation: Computation): string {
  const marks = computation.marks.filter((mark) => mark !== computation.status);
  return [computation.status, ...marks].join(' ');
}

/** Answers one row. */
export function limitRow(cells: LimitRowCells, law: LimitLaw): LimitRowAnswer {
  const { rule, from, suspended, extended_days } = cells;
  const echo = { rule, from, suspended, extended_days };
  const read = readLimitRow(cells, law.lawBook);
  if (!read.ok) return { ...echo, raw: '', due: '', status: `error: ${read.error.field}: ${read.error.reason}` };
  const computation = computeLimitRequest(read.request, law);
  return {
    ...echo,
    raw: computation.raw ?? '',
    due: computation.due ?? '',
    status: limitStatusText(computation),
  };
}

/** Whether an answer is that of a row that could not be read. */
export function isLimitRowError(answer: LimitRowAnswer): boolean {
  return answer.status.startsWith('error: ');
}

/** Answers rows one by one, in their order. */
export function limitBatch(rows: readonly LimitRowCells[], law: LimitLaw): readonly LimitRowAnswer[] {
  return rows.map((row) => limitRow(row, law));
}
