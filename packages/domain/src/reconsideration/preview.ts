/**
 * What a step would change, before anything is written: the same decision, folded and compared. What-if, the preview of
 * a step and the preview of a correction are this one call.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import { changesBetween } from '../case-view/clock-changes.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { DecideContext, Decision, Step } from '../ledger/kinds.ts';
import { asActorSees } from './as-respondent.ts';
import type { ReconsiderationCase } from './case-types.ts';
import { decideReconsideration } from './decide.ts';
import { foldWith } from './hypothetical.ts';
import { positionOn, stageOn } from './position.ts';
import type { ImpactPreview } from './view-types.ts';

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
    changes: changesBetween(c, { ...after, organs: after.respondents }, ctx.today, names),
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
