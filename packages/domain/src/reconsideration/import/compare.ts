/** What the register said against what is computed from the same days. */
import { type CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import { daysUsedOn } from '../../law/days-used.ts';
import type { Clock } from '../../ledger/clock.ts';
import type { ReconsiderationCase } from '../case-types.ts';
import { decisionClock } from '../next-steps.ts';
import type { ImportField } from './fields.ts';
import type { RegisterRow } from './parse-row.ts';
import type { Difference, ImportProblem, ImportProblemCode } from './problems.ts';

/** The clock by which a register's "due" is meant: the decision's, and where there was none the examination's. */
export const clockOfRegister = (c: ReconsiderationCase): Clock | null =>
  decisionClock(c) ?? c.clocks.findLast((k) => k.ruleId === 'reconsideration.examine') ?? null;

export function articleOfClock(clock: Clock): string | null {
  const citation = clock.computation.rule?.citations[0];
  return citation === undefined || citation.article === null ? null : `${citation.law} ${citation.article}`;
}

/** Calendar days after the end; 0 in time, null without a date. */
function daysLateOn(clock: Clock, today: CivilDate): number | null {
  const { due } = clock.computation;
  if (due === null || clock.end.is === 'superseded') return null;
  const on = clock.end.is === 'open' ? today : clock.end.on;
  return on > due ? daysBetween(due, on) : 0;
}

export function compareRow(row: RegisterRow, c: ReconsiderationCase, today: CivilDate): readonly Difference[] {
  const out: Difference[] = [];
  const clock = clockOfRegister(c);
  const accepted = row.days.acceptedOn;
  // Where the law itself accepts, the register's day is that of the notice and says nothing against it.
  if (accepted !== undefined && c.acceptance?.by === 'lapse' && c.acceptance.on !== accepted) {
    out.push({
      what: 'accepted',
      field: 'acceptedOn',
      said: accepted,
      computed: c.acceptance.on,
      daysLate: null,
      ruleId: 'reconsideration.examine',
      article: c.acceptance.article,
    });
  }
  if (clock === null) return out;
  const { computation } = clock;
  const about = { ruleId: clock.ruleId, article: articleOfClock(clock) };
  const late = daysLateOn(clock, today);
  const said = row.days.dueOn;
  if (said !== undefined && computation.due !== null && said !== computation.due) {
    out.push({ what: 'due', field: 'dueOn', said, computed: computation.due, daysLate: late, ...about });
  }
  const saidLate = row.choices.late;
  if (saidLate !== undefined && late !== null && saidLate !== (late > 0 ? 'late' : 'in-time')) {
    out.push({
      what: 'late',
      field: 'late',
      said: saidLate,
      computed: late > 0 ? 'late' : 'in-time',
      daysLate: late,
      ...about,
    });
  }
  const closedOn = c.closing?.on ?? null;
  if (row.daysUsed !== null && closedOn !== null) {
    const used = daysUsedOn(computation, closedOn);
    if (used !== null && used !== row.daysUsed) {
      out.push({ what: 'days-used', field: 'daysUsed', said: row.daysUsed, computed: used, daysLate: late, ...about });
    }
  }
  return out;
}

const lateRules: readonly (readonly [RegExp, ImportProblemCode, ImportField])[] = [
  [/^reconsideration\.decide-/, 'decided-late', 'closedOn'],
  [/^reconsideration\.examine/, 'examined-late', 'acceptedOn'],
  [/^reconsideration\.reply/, 'replied-late', 'replyOn'],
];

/** Limits that the register's own days overstep, whether or not it says so. */
export function lateFindings(c: ReconsiderationCase, row: RegisterRow): readonly ImportProblem[] {
  const found: ImportProblem[] = [];
  for (const clock of c.clocks) {
    if (clock.end.is !== 'met' || clock.computation.due === null || clock.end.on <= clock.computation.due) continue;
    const rule = lateRules.find(([pattern]) => pattern.test(clock.ruleId));
    if (rule === undefined) continue;
    const [, code, field] = rule;
    if (found.some((f) => f.code === code)) continue;
    found.push({
      from: 'import',
      code,
      field,
      severity: 'warning',
      value: row.days[field as 'closedOn'] ?? clock.end.on,
      article: articleOfClock(clock),
      params: { due: clock.computation.due, on: clock.end.on, days: daysBetween(clock.computation.due, clock.end.on) },
    });
  }
  if (c.acceptance?.by === 'lapse') {
    found.push({
      from: 'import',
      code: 'deemed-accepted',
      field: 'acceptedOn',
      severity: 'warning',
      value: row.days.acceptedOn ?? '',
      article: c.acceptance.article,
      params: { on: c.acceptance.on },
    });
  }
  return found;
}
