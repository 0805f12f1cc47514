/**
 * Decides a step of a lawsuit: the entries it leaves, or why it leaves none. Pure; replay and `verify` never call it.
 *
 * In this order: is the input whole · what is it about · may this actor ask · is the step possible on its own day · does
 * somebody else have to sign · which entries · do they contradict anything that was not contradicted before. New
 * contradictions need a recorded reason: the record must hold the truth, and what an irregular act cannot move it does
 * not move.
 */
import { holdsRole } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { newContradictions } from '../case-view/hypothetical.ts';
import type { OpenProposal } from '../case-view/proposal-views.ts';
import type { Contradiction, Failure, FieldProblem } from '../errors.ts';
import type { DocumentId, NarrativeId, PersonRecordId, ProposalId, Sha256 } from '../ids.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision, Step } from '../ledger/kinds.ts';
import { reviewingRoles } from '../reconsideration/steps.ts';
import {
  type Approver,
  approverOf,
  approverOfProposal,
  holdersOf,
  isOfOffice,
  isProposable,
  maySign,
  mayWithProposal,
  type ProposableStep,
} from './approvals.ts';
import type { Lawsuit } from './case-types.ts';
import { applyCorrection, type CorrectionRequest } from './corrections.ts';
import { answerBuilders } from './decide-answer.ts';
import { fileBuilders } from './decide-file.ts';
import { judgmentBuilders } from './decide-judgment.ts';
import { dayOfSummons, openingBuilders } from './decide-opening.ts';
import { sessionBuilders } from './decide-sessions.ts';
import { type ActType, type Builders, byNumber, type Carried, doneByOf, entryOf, makeDraft } from './draft.ts';
import type { LitigationPayload } from './entries.ts';
import { futureDays } from './future-days.ts';
import { foldWith } from './hypothetical.ts';
import { dayOfOrder, isImpossible } from './impossible.ts';
import { type Asked, actorRefusal, articleOfReason, judgeStep } from './next-steps.ts';
import type { RegisterSummons } from './register-input.ts';
import { standingIn } from './standing.ts';
import { parseStepInput, type SignedPaper, type StepInput, type SuitFieldRule } from './step-inputs.ts';
import type { StepReason } from './step-reasons.ts';
import { isStepType, type StepType } from './steps.ts';
import { type Target, targetOf } from './targets.ts';

const fail = (failure: Failure): Decision => ({ ok: false, failure });
const refuse = (
  code: StepReason,
  article: string | null = null,
  params: Readonly<Record<string, string | number>> = {},
  fields?: readonly FieldProblem[],
): Decision =>
  fail({ code: 'step-refused', reason: { code, article, params }, ...(fields === undefined ? {} : { fields }) });
const invalid = (fields: readonly FieldProblem[]): Decision => fail({ code: 'invalid-input', fields });

const builders: Builders = {
  ...openingBuilders,
  ...answerBuilders,
  ...sessionBuilders,
  ...judgmentBuilders,
  ...fileBuilders,
};

/** Steps that happen at the session itself. */
const atSession: ReadonlySet<StepType> = new Set<StepType>(['hold-session', 'record-appearance', 'record-observers']);

/** The legal day of a step: what its input says, else the session's, else today. */
function dayOf(c: Lawsuit, type: StepType, input: Carried, ctx: DecideContext): CivilDate {
  if (type === 'register-summons') return dayOfSummons(input as unknown as RegisterSummons, ctx.today);
  if (input.occurredOn !== null || !atSession.has(type)) return input.occurredOn ?? ctx.today;
  const { session } = targetOf(c, type, input, ctx.actor, ctx.today);
  const day = session?.held?.occurredOn ?? session?.on ?? ctx.today;
  return day > ctx.today ? ctx.today : day;
}

/** Of the input, what the verdict depends on. */
function askedOf(type: StepType, input: unknown): Asked {
  if (type === 'open-instance') {
    const { level, procurator } = input as StepInput<'open-instance'>;
    return { level, procurator };
  }
  return type === 'record-judgment' ? { outcomes: (input as StepInput<'record-judgment'>).outcomes } : {};
}

/** How a step came to be decided: asked for by the actor, or signed by its approver. */
type Route = 'asked' | 'approved' | 'dry-run';

/** A paper counts for the one whose signature the step asks for. */
function paperProblems(onPaper: SignedPaper, approver: Approver): readonly FieldProblem[] {
  const { role } = onPaper.doneBy;
  const rule: SuitFieldRule | null =
    role === null ? 'required' : (holdersOf(approver) as readonly string[]).includes(role) ? null : 'not-the-signer';
  return rule === null ? [] : [{ field: 'onPaper.doneBy.role', rule }];
}

/** Whoever keeps the file records what an organ filed, as it records every paper: the organ's head has signed it there. */
const recordsForOrgan = (c: Lawsuit, approver: Approver, ctx: DecideContext): boolean =>
  approver === 'department-head' && isOfOffice(c, ctx.actor);

/** What a step about another instance of this suit, or about none, comes to before it is built. */
function cannotBe(c: Lawsuit, type: StepType, input: unknown, ctx: DecideContext): Decision | null {
  if (type === 'register-summons') {
    if (!holdsRole(ctx.actor, ...reviewingRoles)) return refuse('not-this-actor');
    if (c.registered !== null) return refuse('suit-already-registered');
  }
  if (type === 'open-instance') {
    const { courtNumber } = input as StepInput<'open-instance'>;
    const same = byNumber(c, courtNumber);
    if (same !== null) return refuse('court-number-taken', null, { id: c.streamId, number: same.courtNumber });
  }
  return null;
}

/** Problems that say that the record does not know what was named: nothing else can be told then. */
const isUnknown = ({ rule }: FieldProblem): boolean => rule.startsWith('unknown-') || rule === 'not-in-the-suit';

/** The day of the judgment that a step is about, where it lies after the step's own. */
function endsAfter(c: Lawsuit, { instance }: Target, day: CivilDate): CivilDate | null {
  const ended = (instance ?? c.instances.findLast((i) => i.ended !== null))?.ended?.occurredOn ?? null;
  return ended !== null && ended > day ? ended : null;
}

function decideAct<T extends ActType>(
  c: Lawsuit,
  type: T,
  input: StepInput<T>,
  ctx: DecideContext,
  route: Route,
): Decision {
  const carried: Carried = { occurredTime: null, onPaper: null, ...(input as Partial<Carried>) } as Carried;
  const day = dayOf(c, type, carried, ctx);
  const future = futureDays(input, ctx.today);
  if (future.length > 0) return refuse('day-in-future', null, { today: ctx.today }, future);
  const target = targetOf(c, type, input, ctx.actor, day);
  const unknown = target.problems.filter(isUnknown);
  if (unknown.length > 0) return invalid(unknown);
  const own = actorRefusal(c, type, ctx.actor, target);
  if (own !== null) return refuse(own, articleOfReason(type, own));
  const stop = cannotBe(c, type, input, ctx);
  if (stop !== null) return stop;

  const judged = judgeStep(c, type, day, target, askedOf(type, input));
  const pendingSigned = route === 'approved' && judged.reason === 'proposal-pending';
  if (judged.verdict === 'refused' && !pendingSigned) {
    // The judgment is there, but of a later day: that is what is wrong, not that there is none.
    const later = endsAfter(c, target, day);
    if (judged.reason === 'no-judgment-yet' && later !== null) {
      const params = { from: later };
      return refuse('day-before-trigger', null, params, [{ field: 'occurredOn', rule: 'day-before-trigger', params }]);
    }
    const early = judged.reason === 'day-before-summons' || judged.reason === 'session-not-yet';
    const from = judged.params.from ?? judged.params.on ?? '';
    const fields = early ? [{ field: 'occurredOn', rule: 'day-before-trigger', params: { from } }] : undefined;
    return refuse(judged.reason ?? 'unknown-step', judged.article, judged.params, fields);
  }
  if (target.problems.length > 0) return invalid(target.problems);

  const approver = approverOf(c, type, target.organId, ctx.actor);
  if (route === 'asked' && approver !== null) {
    if (carried.onPaper !== null) {
      const wrong = paperProblems(carried.onPaper, approver);
      if (wrong.length > 0) return invalid(wrong);
    } else if (
      !maySign(c, approver, target.organId, ctx.actor) &&
      !recordsForOrgan(c, approver, ctx) &&
      ctx.fromRegister !== true
    ) {
      return fail({
        code: 'needs-approval',
        reason: { code: 'proposes-to-approver', article: null, params: { approver } },
      });
    }
  }

  const draft = makeDraft(c, ctx, day, carried, target);
  // TypeScript cannot follow that builder and input belong to the same T once both are looked up.
  (builders[type] as (b: unknown, i: StepInput<T>) => void)({ c, ctx, day, d: draft, target }, input);
  if (draft.problems.length > 0) return invalid(draft.problems);
  const entries = carried.onPaper === null ? draft.entries : withScan(draft.entries, carried.onPaper, day, ctx);

  const found = [...newContradictions(c, foldWith(c, entries, ctx)), ...draft.warned];
  const cannot = found.find(isImpossible);
  if (cannot !== undefined) return impossibleAt(type, cannot);
  if (judged.verdict === 'irregular' && found.length === 0 && judged.reason !== null) {
    found.push({ code: judged.reason, article: judged.article, params: judged.params, seq: null });
  }
  const finished = withReason(entries, found, carried.irregularReason);
  if (finished === null) return fail({ code: 'needs-reason', contradictions: found });
  return { ok: true, entries: finished, ...(draft.numbers.length > 0 ? { numbers: draft.numbers } : {}) };
}

/** What no reason makes recordable; an order of days stands at the day's field. */
function impossibleAt(type: StepType, x: Contradiction): Decision {
  const from = dayOfOrder(x);
  const fields = from === null ? undefined : [{ field: 'occurredOn', rule: 'day-before-trigger', params: { from } }];
  return refuse(x.code as StepReason, x.article ?? articleOfReason(type, null), x.params, fields);
}

/** The scan of what was signed on paper: a document of its own, named by the first entry of the act. */
function withScan(
  entries: readonly NewEntry[],
  onPaper: SignedPaper,
  day: CivilDate,
  ctx: DecideContext,
): readonly NewEntry[] {
  const [first, ...rest] = entries;
  if (first === undefined) return entries;
  const id = ctx.newId() as DocumentId;
  const payload: LitigationPayload<'document-issued'> = {
    id,
    kind: 'approval-form',
    number: null,
    madeOn: day,
    printedDue: null,
    fileIds: [...onPaper.fileIds],
    sendings: [],
  };
  const scan = {
    ...entryOf('document-issued', payload, { on: day, doneBy: doneByOf({ onPaper }) }),
    documentIds: [id],
  };
  return [scan, { ...first, documentIds: [...first.documentIds, id] }, ...rest];
}

/** The entries with the reason on those that act; null where there are contradictions and no reason. */
function withReason(
  entries: readonly NewEntry[],
  found: readonly Contradiction[],
  reason: string | null,
): readonly NewEntry[] | null {
  if (found.length === 0) return entries;
  if (reason === null || reason === '') return null;
  const codes = [...new Set(found.map((x) => x.code))];
  return entries.map((e) => (e.type === 'document-issued' ? e : { ...e, irregular: { codes, reason } }));
}

/** A context whose ids and references are thrown away: for deciding without writing. */
export function dryContext(ctx: DecideContext): DecideContext {
  let n = 0;
  const saltedHash = '0'.repeat(64) as Sha256;
  return {
    ...ctx,
    newId: () => `dry-${++n}`,
    keep: {
      narrative: () => ({ narrativeId: `dry-${++n}` as NarrativeId, saltedHash }),
      person: () => ({ personRecordId: `dry-${++n}` as PersonRecordId, saltedHash }),
    },
  };
}

/** The proposed step, decided on `day` as its approver signs it. */
function decideProposed(
  c: Lawsuit,
  type: ProposableStep,
  given: unknown,
  day: CivilDate,
  ctx: DecideContext,
  route: Route,
  onPaper: SignedPaper | null = null,
): Decision {
  const asSigned = { ...((given ?? {}) as Record<string, unknown>), occurredOn: day, onPaper };
  const parsed = parseStepInput(type, asSigned, 'step.input');
  if (!parsed.ok) return invalid(parsed.fields);
  const decision = decideAct(c, type, parsed.input, ctx, route);
  if (decision.ok || decision.failure.fields === undefined) return decision;
  const fields = decision.failure.fields.map((f) => ({ ...f, field: `step.input.${f.field}` }));
  return fail({ ...decision.failure, fields });
}

function propose(c: Lawsuit, input: StepInput<'propose'>, ctx: DecideContext): Decision {
  const day = input.occurredOn ?? ctx.today;
  const { type } = input.step;
  if (!isProposable(type)) return refuse('no-approval-needed', null, { step: type });
  const parsed = parseStepInput(type, input.step.input, 'step.input');
  if (!parsed.ok) return invalid(parsed.fields);
  // Decided once without writing: nobody is asked to sign what could not be done.
  const dry = decideProposed(c, type, input.step.input, day, dryContext(ctx), 'dry-run');
  if (!dry.ok) return dry;
  // What the proposer left to be understood is written down: the approver may answer for other organs, too.
  const { instance, organId } = targetOf(c, type, parsed.input, ctx.actor, day);
  const meant: object =
    type === 'file-answer' ? { instanceId: instance?.instanceId ?? null, organId: organId ?? null } : {};
  const proposalId = ctx.newId() as ProposalId;
  const payload: LitigationPayload<'step-proposed'> = {
    proposalId,
    step: type,
    input: { ...parsed.input, ...meant },
    opinion: input.opinion,
  };
  return { ok: true, entries: [entryOf('step-proposed', payload, { on: day, doneBy: doneByOf(input) })] };
}

type AnswerType = 'return-proposal' | 'withdraw-proposal' | 'approve';
const mayOf = { 'return-proposal': 'giveBack', 'withdraw-proposal': 'withdraw', approve: 'approve' } as const;

function answerProposal<T extends AnswerType>(c: Lawsuit, type: T, input: StepInput<T>, ctx: DecideContext): Decision {
  const day = input.occurredOn ?? ctx.today;
  const proposal: OpenProposal | undefined = c.proposals.find((p) => p.proposalId === input.proposalId);
  if (proposal === undefined) return invalid([{ field: 'proposalId', rule: 'unknown-proposal' }]);
  if (day < proposal.proposedOn) {
    const params = { from: proposal.proposedOn };
    return refuse('day-before-trigger', null, params, [{ field: 'occurredOn', rule: 'day-before-trigger', params }]);
  }
  // What the approver signed on paper may be recorded by whoever works on it.
  const onPaper = type === 'withdraw-proposal' ? null : input.onPaper;
  if (onPaper !== null) {
    const wrong = paperProblems(onPaper, approverOfProposal(c, proposal, ctx.actor));
    if (wrong.length > 0) return invalid(wrong);
  } else if (!mayWithProposal(c, proposal, ctx.actor)[mayOf[type]]) {
    return refuse(type === 'approve' ? 'not-the-approver' : 'not-this-actor');
  }
  const doneBy = doneByOf(input);
  const { proposalId } = input;
  if (type !== 'approve') {
    const { reasons } = input as StepInput<'return-proposal'>;
    const entry = type === 'return-proposal' ? 'step-returned' : 'step-withdrawn';
    const answered = entryOf(entry, { proposalId, reasons }, { on: day, doneBy });
    return { ok: true, entries: onPaper === null ? [answered] : withScan([answered], onPaper, day, ctx) };
  }
  const { opinion, irregularReason } = input as StepInput<'approve'>;
  if (!isProposable(proposal.step)) return refuse('no-approval-needed', null, { step: proposal.step });
  const approved = entryOf('step-approved', { proposalId, opinion }, { on: day, doneBy });
  const given = proposal.input as Record<string, unknown>;
  const withOwn = irregularReason === null || irregularReason === '' ? given : { ...given, irregularReason };
  const decided = decideProposed(foldWith(c, [approved], ctx), proposal.step, withOwn, day, ctx, 'approved', onPaper);
  return decided.ok ? { ...decided, entries: [approved, ...decided.entries] } : decided;
}

/** Steps about other steps or entries. */
function decideAbout(c: Lawsuit, type: Exclude<StepType, ActType>, input: unknown, ctx: DecideContext): Decision {
  if (c.registered === null) return refuse('suit-not-registered');
  const future = futureDays({ ...(input as object), step: null, payload: null }, ctx.today);
  if (future.length > 0) return refuse('day-in-future', null, { today: ctx.today }, future);
  const target: Target = targetOf(c, type, {}, ctx.actor, ctx.today);
  const own = actorRefusal(c, type, ctx.actor, target);
  if (own !== null) return refuse(own);
  if (c.voided !== null && type !== 'annul-entry') return refuse('suit-voided', null, { on: c.voided.occurredOn });
  switch (type) {
    case 'correct-entry':
    case 'annul-entry': {
      const request = { type, input } as CorrectionRequest;
      const decision = applyCorrection(c, request, ctx);
      const { onPaper } = request.input;
      // The paper is as old as the correction, not as what it corrects.
      return decision.ok && onPaper !== null
        ? { ...decision, entries: withScan(decision.entries, onPaper, ctx.today, ctx) }
        : decision;
    }
    case 'propose':
      return propose(c, input as StepInput<'propose'>, ctx);
    default:
      return answerProposal(c, type, input as StepInput<AnswerType>, ctx);
  }
}

const isAct = (type: StepType): type is ActType => Object.hasOwn(builders, type);

/** Decides one step of a lawsuit. The people of an organ that took another's place act in its suits. */
export function decideLitigation(c: Lawsuit, step: Step, given: DecideContext): Decision {
  if (!isStepType(step.type)) return refuse('unknown-step', null, { step: step.type.slice(0, 60) });
  const ctx = { ...given, actor: standingIn(c, given.actor) };
  const { type } = step;
  const parsed = parseStepInput(type, step.input);
  if (!parsed.ok) return invalid(parsed.fields);
  return isAct(type)
    ? decideAct(c, type, parsed.input as StepInput<typeof type>, ctx, 'asked')
    : decideAbout(c, type as Exclude<StepType, ActType>, parsed.input, ctx);
}
