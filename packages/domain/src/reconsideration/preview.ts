/**
 * What a step would change, before anything is written: the same decision, folded and compared. What-if, the preview of
 * a step and the preview of a correction are this one call.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import { type Clock, type ClockStatus, clockStatusOn } from '../ledger/clock.ts';
import type { DecideContext, Decision, Step } from '../ledger/kinds.ts';
import { asActorSees } from './as-respondent.ts';
import type { ReconsiderationCase } from './case-types.ts';
import { decideReconsideration } from './decide.ts';
import { foldWith } from './hypothetical.ts';
import { positionOn, stageOn } from './position.ts';
import type { CaseNames } from './view.ts';
import type { ImpactPreview } from './view-types.ts';

type Change = ImpactPreview['changes'][number];

/** Folds the case with the step's entries and says which clocks start, move, stop, run on, are met or end. */
export function previewStep(
  whole: ReconsiderationCase,
  step: Step,
  ctx: DecideContext,
  names: Pick<CaseNames, 'organ' | 'person'>,
): ImpactPreview {
  const c = asActorSees(whole, ctx.actor, ctx.today, ctx);
  // A proposal itself moves nothing: what it asks for is shown.
  if (step.type === 'propose') {
    const inner = (step.input as { step?: Step } | null)?.step;
    if (inner !== undefined) return previewStep(c, inner, ctx, names);
  }
  let decision = decideReconsideration(c, step, ctx);
  let verdict: ImpactPreview['verdict'] = 'allowed';
  let reason: ImpactPreview['reason'] = null;
  let article: string | null = null;
  let params: ImpactPreview['params'] = {};
  let contradictions: ImpactPreview['contradictions'] = [];

  // Twice at most: for the approval the article asks for, and for the reason an irregular act asks for.
  let input = step.input as Record<string, unknown>;
  for (let i = 0; i < 2 && !decision.ok; i += 1) {
    const { failure }: { failure: Extract<Decision, { ok: false }>['failure'] } = decision;
    if (failure.code === 'needs-approval') {
      // As if its approver had decided: nothing of it is written.
      const role = failure.reason?.params.approver ?? null;
      input = { ...input, onPaper: { doneBy: { name: '-', title: '-', role }, fileIds: ['file-preview'] } };
      reason = failure.reason?.code ?? 'needs-approval';
      article = failure.reason?.article ?? null;
      params = failure.reason?.params ?? {};
    } else if (failure.code === 'needs-reason') {
      input = { ...input, irregularReason: '-' };
      verdict = 'irregular';
      contradictions = failure.contradictions ?? [];
    } else break;
    decision = decideReconsideration(c, { type: step.type, input }, ctx);
  }
  if (!decision.ok) {
    const { failure } = decision;
    return {
      ok: false,
      verdict: 'refused',
      reason: failure.reason?.code ?? failure.code,
      article: failure.reason?.article ?? null,
      params: failure.reason?.params ?? {},
      contradictions: failure.contradictions ?? contradictions,
      changes: [],
      stageAfter: null,
      deemedAcceptance: null,
      fields: failure.fields ?? [],
    };
  }
  if (contradictions.length === 0 && decision.entries.some((e) => e.irregular !== null)) verdict = 'irregular';
  const after = foldWith(c, decision.entries, ctx);
  return {
    ok: true,
    verdict,
    reason,
    article,
    params,
    contradictions,
    changes: changesBetween(c, after, ctx.today, names),
    stageAfter: stageOn(after, ctx.today),
    deemedAcceptance: deemedChange(c, after, ctx.today),
    fields: [],
  };
}

/** The day of 视为受理 as seen on a day; null where nobody's silence has accepted the application. */
function deemedOn(c: ReconsiderationCase, day: CivilDate): CivilDate | null {
  const accepted = c.received === null ? null : positionOn(c, day).accepted;
  return accepted?.by === 'lapse' ? accepted.on : null;
}

function deemedChange(
  c: ReconsiderationCase,
  after: ReconsiderationCase,
  day: CivilDate,
): ImpactPreview['deemedAcceptance'] {
  const [was, is] = [deemedOn(c, day), deemedOn(after, day)];
  return was === is ? null : { before: was, after: is };
}

/**
 * Whether a clock hangs on a silence that has not happened by a day: deemed acceptance before its day, the right to sue
 * before the decision is overdue. A preview says what the step does, not what would follow if nobody did anything.
 */
const hangsOnSilence = (k: Clock, day: CivilDate): boolean => k.startSeq === null && k.visibleFrom > day;

/** Every clock that the second state has differently from the first, on a day. */
export function changesBetween(
  before: ReconsiderationCase,
  after: ReconsiderationCase,
  day: CivilDate,
  names: Pick<CaseNames, 'organ' | 'person'>,
): readonly Change[] {
  const changes: Change[] = [];
  const subjectName = (subject: string): string | null => {
    const party = after.parties.find((p) => p.partyId === subject);
    if (party !== undefined) return names.person(party.person)?.name ?? null;
    return after.respondents.includes(subject as OrganId) ? names.organ(subject as OrganId) : null;
  };
  const add = (clock: Clock, change: Change['change'], was: Clock | null, is: Clock | null): void => {
    changes.push({
      clockId: clock.id,
      ruleId: clock.ruleId,
      subjectName: subjectName(clock.subject),
      change,
      before: was === null ? null : stateOf(was, day),
      after: is === null ? null : stateOf(is, day),
    });
  };
  const wasClocks = before.clocks.filter((k) => !hangsOnSilence(k, day));
  const isClocks = after.clocks.filter((k) => !hangsOnSilence(k, day));
  const left = new Set(wasClocks);
  for (const is of isClocks) {
    const was =
      wasClocks.find((k) => k.id === is.id) ??
      // The same limit from another entry (a service now on record, a corrected receipt) has moved, not started.
      wasClocks.find(
        (k) =>
          left.has(k) && k.ruleId === is.ruleId && k.subject === is.subject && !isClocks.some((o) => o.id === k.id),
      ) ??
      null;
    if (was !== null) left.delete(was);
    const change = changeOf(was, is);
    if (change !== null) add(is, change, was, is);
  }
  for (const was of left) if (was.end.is === 'open') add(was, 'ends', was, null);
  return changes;
}

const stateOf = (k: Clock, day: CivilDate): { due: CivilDate | null; status: ClockStatus } => ({
  due: k.computation.due,
  status: clockStatusOn(k, day),
});

function changeOf(was: Clock | null, is: Clock): Change['change'] | null {
  if (was === null) return is.end.is === 'superseded' && is.end.bySeq !== null ? null : 'starts';
  if (was.end.is !== 'met' && is.end.is === 'met') return 'meets';
  const ended = (k: Clock) => k.end.is === 'superseded' && k.end.bySeq !== null;
  if (!ended(was) && ended(is)) return 'ends';
  if (ended(was) && !ended(is) && is.end.is === 'open') return 'starts';
  const stopped = (k: Clock) => k.computation.status === 'stopped';
  if (!stopped(was) && stopped(is)) return 'stops';
  if (stopped(was) && !stopped(is)) return 'resumes';
  return was.computation.due === is.computation.due ? null : 'moves';
}
