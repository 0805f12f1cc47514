/** What a step in a lawsuit would change, before anything is written: the same decision, folded and compared. */
import { changesBetween } from '../case-view/clock-changes.ts';
import { entriesWith } from '../case-view/hypothetical.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { DecideContext, Decision, Step } from '../ledger/kinds.ts';
import { foldLawsuit } from './case.ts';
import type { Lawsuit } from './case-types.ts';
import { decideLitigation } from './decide.ts';
import { positionOn } from './position.ts';
import { isInternal, ownOrgans } from './view-audience.ts';
import type { LawsuitImpact } from './view-types.ts';

/** Folds the suit with the step's entries and says which clocks start, move, stop, run on, are met or end. */
export function previewLawsuitStep(
  suit: Lawsuit,
  step: Step,
  ctx: DecideContext,
  names: Pick<CaseNames, 'organ' | 'person'>,
): LawsuitImpact {
  // A proposal itself moves nothing: what it asks for is shown.
  if (step.type === 'propose') {
    const inner = (step.input as { step?: Step } | null)?.step;
    if (inner !== undefined) return previewLawsuitStep(suit, inner, ctx, names);
  }
  let decision: Decision = decideLitigation(suit, step, ctx);
  let verdict: LawsuitImpact['verdict'] = 'allowed';
  let reason: LawsuitImpact['reason'] = null;
  let article: string | null = null;
  let params: LawsuitImpact['params'] = {};
  let contradictions: LawsuitImpact['contradictions'] = [];

  // Twice at most: for the approval a step asks for, and for the reason an irregular act asks for.
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
    decision = decideLitigation(suit, { type: step.type, input }, ctx);
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
      fields: failure.fields ?? [],
    };
  }
  if (contradictions.length === 0 && decision.entries.some((e) => e.irregular !== null)) verdict = 'irregular';
  const after = foldLawsuit(suit.streamId, entriesWith(suit, decision.entries), ctx);
  const organs = after.organs.map((o) => o.organId);
  return {
    ok: true,
    verdict,
    reason,
    article,
    params,
    contradictions,
    changes: changesBetween(
      asSeen(suit, ctx),
      { ...asSeen(after, ctx), parties: after.parties, organs },
      ctx.today,
      names,
    ),
    stageAfter: positionOn(after, ctx.today).stage,
    fields: [],
  };
}

/** The clocks the actor may see: another organ's limits are told to the office only. */
function asSeen(suit: Lawsuit, { actor }: DecideContext): Pick<Lawsuit, 'clocks'> {
  const { organId } = actor.acting;
  const own = ownOrgans(suit.organs, organId);
  const internal = isInternal(suit.organId === organId ? 'reviewing' : own.length === 0 ? 'superior' : 'respondent');
  const isOther = (subject: string) =>
    suit.organs.some((o) => o.organId === subject) && !(own as readonly string[]).includes(subject);
  return { clocks: suit.clocks.filter((k) => internal || !isOther(k.subject)) };
}
