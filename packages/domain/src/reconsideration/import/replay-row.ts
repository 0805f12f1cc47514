/**
 * A row replayed in memory: its steps through the kind's own `decide`, each on the state the one before it left. Nothing
 * is written. The run writes the very same steps, so what the dry run says is what happens.
 */
import type { Actor } from '../../access/actor.ts';
import type { CivilDate } from '../../calendar/civil-date.ts';
import { newContradictions } from '../../case-view/hypothetical.ts';
import type { Failure } from '../../errors.ts';
import type { StreamId } from '../../ids.ts';
import type { DecideContext, LawContext } from '../../ledger/kinds.ts';
import { foldCase } from '../case.ts';
import type { ReconsiderationCase } from '../case-types.ts';
import { decideReconsideration, dryContext } from '../decide.ts';
import { foldWith } from '../hypothetical.ts';
import type { Cell } from './cells.ts';
import { compareRow, lateFindings } from './compare.ts';
import type { ImportField } from './fields.ts';
import type { ImportMapping } from './mapping.ts';
import { type Directory, parseRow, type RegisterRow } from './parse-row.ts';
import { type PlanContext, type PlannedStep, planRow } from './plan-row.ts';
import { type Difference, hasError, type ImportProblem } from './problems.ts';

export interface ReplayContext extends LawContext, PlanContext {
  readonly actor: Actor;
  readonly directory: Directory;
  readonly mapping: ImportMapping;
}

export interface ReplayedRow {
  readonly row: RegisterRow;
  readonly steps: readonly PlannedStep[];
  readonly problems: readonly ImportProblem[];
  readonly differences: readonly Difference[];
  /** The case as it would stand; null where an error stopped it. */
  readonly case: ReconsiderationCase | null;
}

const streamId = 'import' as StreamId;

/** The column that a field of a step's input came from. */
export function columnOf(step: PlannedStep, field: string): ImportField {
  const path = field.split('.');
  for (let n = path.length; n > 0; n -= 1) {
    const found = step.fields[path.slice(0, n).join('.')];
    if (found !== undefined) return found;
  }
  const withoutIndex = path.filter((p) => !/^\d+$/.test(p));
  for (let n = withoutIndex.length; n > 0; n -= 1) {
    const found = step.fields[withoutIndex.slice(0, n).join('.')];
    if (found !== undefined) return found;
  }
  return step.field;
}

/** Why a step was refused, at the columns it came from. */
export function problemsOfFailure(step: PlannedStep, failure: Failure): ImportProblem[] {
  const error = (
    from: ImportProblem['from'],
    code: string,
    field: ImportField,
    article: string | null,
    params: ImportProblem['params'],
  ): ImportProblem => ({ from, code, field, severity: 'error', value: step.day, article, params });
  if (failure.code === 'step-refused' && failure.reason !== undefined) {
    const { code, article, params } = failure.reason;
    return [error('reason', code, step.field, article, params)];
  }
  if (failure.fields !== undefined && failure.fields.length > 0) {
    return failure.fields.map((f) => error('rule', f.rule, columnOf(step, f.field), null, f.params ?? {}));
  }
  return [error('reason', 'unknown-step', step.field, null, {})];
}

/**
 * What a register never holds is no finding about it: opinions heard have no column. The entry still bears it, with the
 * import as its reason.
 */
const notInRegisters: ReadonlySet<string> = new Set(['decided-before-heard', 'extension-not-sent']);

/** Plays planned steps; the first refusal ends it. */
function play(steps: readonly PlannedStep[], ctx: ReplayContext): Pick<ReplayedRow, 'case' | 'problems'> {
  const problems: ImportProblem[] = [];
  let c = foldCase(streamId, [], ctx);
  const base: DecideContext = dryContext({
    lawBook: ctx.lawBook,
    calendar: ctx.calendar,
    actor: ctx.actor,
    today: ctx.today,
    newId: () => '',
    keep: { narrative: () => ({}) as never, person: () => ({}) as never },
    fromRegister: true,
  });
  for (const step of steps) {
    const decision = decideReconsideration(c, step.make(c), base);
    if (!decision.ok) {
      problems.push(...problemsOfFailure(step, decision.failure));
      return { case: null, problems };
    }
    const given = new Map((decision.numbers ?? []).map((n) => [n.placeholder, n.given?.number ?? n.format]));
    const entries =
      given.size === 0
        ? decision.entries
        : decision.entries.map((e) =>
            e.type === 'case-registered'
              ? { ...e, payload: { number: given.get((e.payload as { number: string }).number) ?? '' } }
              : e,
          );
    const after = foldWith(c, entries, ctx);
    for (const x of newContradictions(c, after)) {
      if (notInRegisters.has(x.code)) continue;
      problems.push({
        from: 'contradiction',
        code: x.code,
        field: step.field,
        severity: 'warning',
        value: step.day,
        article: x.article,
        params: x.params,
      });
    }
    c = after;
  }
  return { case: c, problems };
}

/** What a row would become. */
export function replayRow(cells: readonly Cell[], ctx: ReplayContext): ReplayedRow {
  const parsed = parseRow(cells, ctx.mapping, ctx.directory);
  const plan = planRow(parsed.row, ctx);
  // What follows from a cell that cannot be read is said by the cell.
  const unread = new Set(parsed.problems.filter((p) => p.severity === 'error').map((p) => p.field));
  const problems = [...parsed.problems, ...plan.problems.filter((p) => p.field === null || !unread.has(p.field))];
  // What cannot be read would be refused a second time, in other words.
  if (hasError(problems)) return { row: parsed.row, steps: plan.steps, problems, differences: [], case: null };
  const played = play(plan.steps, ctx);
  problems.push(...played.problems);
  const differences = played.case === null ? [] : compareRow(parsed.row, played.case, ctx.today);
  if (played.case !== null) problems.push(...lateFindings(played.case, parsed.row));
  return { row: parsed.row, steps: plan.steps, problems, differences, case: played.case };
}

/** The day to which a row brings its case. */
export const lastDayOf = (steps: readonly PlannedStep[]): CivilDate | null =>
  steps.filter((s) => s.type !== 'make-note').at(-1)?.day ?? null;
