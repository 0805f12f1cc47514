/**
 * The one function that says what may happen next. Every step gets a verdict on a day, with its reason and article:
 * the API enforces with it, the page draws its buttons from it.
 *
 * First the table (stage × phase, with the steps that differ), then what the record itself adds
 * (nothing to serve, no hearing open, extension used up), then who asks.
 */
import { type Actor, holdsRole } from '../access/actor.ts';
import { type CivilDate, laterOf } from '../calendar/civil-date.ts';
import type { DocumentId, OrganId } from '../ids.ts';
import type { LawContext, PostsHeld } from '../ledger/kinds.ts';
import {
  type Approver,
  approverOf,
  isOfRespondent,
  isOfReviewingOrgan,
  isOfSuperior,
  isProposable,
  mayWithProposal,
  proposableSteps,
  superiorSteps,
} from './approvals.ts';
import { asActorSees, isAddressed, ownUnserved } from './as-respondent.ts';
import { closingDocument, documentOf, firstSentOn, sendingsToOrgan } from './case-documents.ts';
import type { OpenProposal, Position, ReconsiderationCase } from './case-types.ts';
import type { LawVersion, Stage } from './codes.ts';
import { articleOf, type ContradictionCode, contradictionArticles, sixtyDayGrounds } from './contradictions.ts';
import type { ReconsiderationEntryType } from './entries.ts';
import { peopleFindings } from './findings-people.ts';
import { lawOfActIn } from './limit-of.ts';
import { positionOn, unsentExtensionOn } from './position.ts';
import { openReports, unansweredLetters } from './reports.ts';
import { standsAside } from './stand-aside.ts';
import { articleOfStep } from './step-articles.ts';
import type { StepReason } from './step-reasons.ts';
import { phaseOf, type StepPhase, type StepType, stepTypes } from './steps.ts';
import { documentsToPost } from './to-post.ts';
import type { NextStep, Verdict } from './view-types.ts';

/** A stage, or no case yet. */
export type StageKey = Stage | 'unregistered';

/** What the table says of one step in one stage, before the record is looked at. */
type Cell = 'allowed' | readonly ['irregular' | 'refused', StepReason];
const allowed: Cell = 'allowed';
const irregular = (reason: StepReason): Cell => ['irregular', reason];
const refused = (reason: StepReason): Cell => ['refused', reason];

interface StageRow {
  /** The answer for every step of a phase … */
  readonly phases: Readonly<Record<StepPhase, Cell>>;
  /** … but for these. */
  readonly but: Partial<Readonly<Record<StepType, Cell>>>;
}

/** The file, its documents and its approvals are open as long as there is a case. */
const always = { opening: refused('already-registered'), document: allowed, file: allowed, approval: allowed } as const;

/** The acts of examination once the case stands accepted: recordable, but they change nothing any more. */
const examinedAlready = {
  accept: irregular('already-accepted'),
  refuse: irregular('stands-accepted'),
  'notify-correction': irregular('correction-after-acceptance'),
  'extend-correction': irregular('correction-after-acceptance'),
  'record-correction': irregular('correction-after-acceptance'),
  'record-abandonment': irregular('stands-accepted'),
  'withdraw-before-acceptance': irregular('withdrawn-after-acceptance'),
  'order-acceptance': irregular('already-accepted'),
} as const;

const ended = (review: Cell, examination: Cell, afterDecision: Cell): StageRow['phases'] => ({
  ...always,
  examination,
  review,
  'after-decision': afterDecision,
});

export const stageTable = {
  unregistered: {
    phases: {
      opening: allowed,
      examination: refused('not-registered'),
      review: refused('not-registered'),
      document: refused('not-registered'),
      'after-decision': refused('not-registered'),
      file: refused('not-registered'),
      approval: refused('not-registered'),
    },
    but: {},
  },
  received: {
    phases: ended(refused('not-accepted-yet'), allowed, refused('not-decided-yet')),
    but: {
      'take-up': allowed,
      'transfer-case': allowed,
      'order-acceptance': irregular('not-refused'),
      'issue-opinion-letter': allowed,
      'record-opinion-report': allowed,
    },
  },
  correcting: {
    phases: ended(refused('not-accepted-yet'), allowed, refused('not-decided-yet')),
    but: {
      'take-up': allowed,
      'transfer-case': allowed,
      'notify-correction': irregular('second-correction-notice'),
      'order-acceptance': irregular('not-refused'),
      'issue-opinion-letter': allowed,
      'record-opinion-report': allowed,
    },
  },
  'examining-corrected': {
    phases: ended(refused('not-accepted-yet'), allowed, refused('not-decided-yet')),
    but: {
      'take-up': allowed,
      'transfer-case': allowed,
      'notify-correction': irregular('second-correction-notice'),
      'extend-correction': irregular('correction-already-submitted'),
      'record-correction': irregular('correction-already-submitted'),
      'record-abandonment': irregular('abandonment-after-submission'),
      'order-acceptance': irregular('not-refused'),
      'issue-opinion-letter': allowed,
      'record-opinion-report': allowed,
    },
  },
  accepted: {
    phases: ended(allowed, irregular('already-accepted'), refused('not-decided-yet')),
    but: {
      ...examinedAlready,
      'transfer-case': irregular('transfer-after-acceptance'),
      resume: refused('no-suspension'),
      'order-resumption': refused('no-suspension'),
      'issue-opinion-letter': allowed,
      'record-opinion-report': allowed,
    },
  },
  suspended: {
    phases: ended(allowed, irregular('already-accepted'), refused('not-decided-yet')),
    but: {
      ...examinedAlready,
      'transfer-case': irregular('transfer-after-acceptance'),
      decide: irregular('decided-while-suspended'),
      reject: irregular('decided-while-suspended'),
      'issue-opinion-letter': allowed,
      'record-opinion-report': allowed,
    },
  },
  decided: {
    phases: ended(irregular('after-closing'), irregular('after-closing'), allowed),
    but: { resume: refused('no-suspension'), 'order-resumption': refused('no-suspension') },
  },
  closed: {
    phases: ended(irregular('after-closing'), irregular('after-closing'), allowed),
    but: { resume: refused('no-suspension'), 'order-resumption': refused('no-suspension') },
  },
  refused: {
    phases: ended(refused('case-refused'), irregular('already-refused'), refused('case-refused')),
    but: { 'order-acceptance': allowed, 'issue-opinion-letter': allowed, 'record-opinion-report': allowed },
  },
  abandoned: {
    phases: ended(refused('case-abandoned'), irregular('after-closing'), refused('case-abandoned')),
    but: { 'order-acceptance': irregular('not-refused'), 'record-opinion-report': allowed },
  },
  'withdrawn-before-acceptance': {
    phases: ended(refused('case-withdrawn'), irregular('after-closing'), refused('case-withdrawn')),
    but: { 'order-acceptance': irregular('not-refused'), 'record-opinion-report': allowed },
  },
  'taken-up': {
    phases: ended(refused('case-taken-up'), refused('case-taken-up'), refused('case-taken-up')),
    but: { 'record-opinion-report': allowed },
  },
  transferred: {
    phases: ended(refused('case-transferred'), refused('case-transferred'), refused('case-transferred')),
    but: { 'record-opinion-report': allowed },
  },
  voided: {
    phases: {
      opening: refused('already-registered'),
      examination: refused('case-voided'),
      review: refused('case-voided'),
      document: refused('case-voided'),
      'after-decision': refused('case-voided'),
      file: refused('case-voided'),
      approval: refused('case-voided'),
    },
    but: { 'make-note': allowed, 'annul-entry': allowed },
  },
} as const satisfies Record<StageKey, StageRow>;

/** The verdict on one step. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: StepReason | null;
  readonly article: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly approver: Approver | null;
}

/** What the record holds up to a day. */
interface Record_ {
  readonly c: ReconsiderationCase;
  readonly day: CivilDate;
  readonly position: Position | null;
  readonly stage: StageKey;
  readonly count: (type: ReconsiderationEntryType) => number;
  readonly open: readonly OpenProposal[];
}

function recordOn(c: ReconsiderationCase, day: CivilDate): Record_ {
  const position = c.received === null || c.received.occurredOn > day ? null : positionOn(c, day);
  return {
    c,
    day,
    position,
    stage: c.received === null ? 'unregistered' : (position?.stage ?? 'received'),
    count: (type) => c.entries.filter((e) => e.type === type && e.occurredOn <= day).length,
    open: c.proposals.filter((p) => p.proposedOn <= day),
  };
}

/** The decision limit that runs, or ran last, in this procedure. */
export const decisionClock = (c: ReconsiderationCase) =>
  c.clocks.findLast((k) => k.ruleId.startsWith('reconsideration.decide-') && k.end.is !== 'superseded') ?? null;

/** A hearing set and neither held nor cancelled by the day. */
function openHearings({ c, day }: Record_): string[] {
  const over = new Set<string>();
  const set: string[] = [];
  for (const e of c.entries) {
    if (e.occurredOn > day) continue;
    if (e.type === 'hearing-held' || e.type === 'hearing-cancelled') over.add((e.payload as HearingId).hearingId);
    if (e.type === 'hearing-scheduled') set.push((e.payload as HearingId).hearingId);
  }
  return set.filter((id) => !over.has(id));
}
type HearingId = { readonly hearingId: string };

const openReview = ({ count }: Record_): boolean =>
  count('normative-review-begun') > count('normative-review-concluded');

const unserved = ({ c }: Record_) =>
  c.documents.flatMap((d) => d.sendings.filter((s) => s.servedOn === null).map((s) => ({ document: d, sending: s })));

/** Respondents whose reply is not on record. */
export const missingReplies = (c: ReconsiderationCase) =>
  c.respondents.filter((id) => !c.replies.some((r) => r.payload.respondentId === id));

/** The day the copy went to a respondent; null where none is on record by the day. */
function copySentOn({ c, day }: Record_, organ: OrganId): CivilDate | null {
  for (const e of c.entries) {
    if (e.type !== 'copy-issued' || e.occurredOn > day) continue;
    const document = documentOf(c, (e.payload as { readonly documentId: DocumentId }).documentId);
    const organs = c.respondents.filter((r) => document !== null && sendingsToOrgan(document, r).length > 0);
    // A copy whose sendings are not on record went to all of them.
    if (organs.length > 0 && !organs.includes(organ)) continue;
    return (document === null ? null : firstSentOn(sendingsToOrgan(document, organ))) ?? e.occurredOn;
  }
  return null;
}

type Finding = Cell | { readonly cell: Cell; readonly params: Readonly<Record<string, string | number>> } | null;

const correctionNeeded = (r: Record_): Finding =>
  r.c.correction === null || r.c.correction.notice.occurredOn > r.day ? refused('no-correction-notice') : null;
const reviewNeeded = (r: Record_): Finding => (openReview(r) ? null : refused('no-review-begun'));
const hearingNeeded = (r: Record_): Finding => (openHearings(r).length > 0 ? null : refused('no-open-hearing'));
const spanNeeded = (r: Record_): Finding =>
  r.c.spans.some((s) => s.kind === 'suspension' && s.from <= r.day && (s.to === null || s.to > r.day))
    ? allowed
    : refused('no-suspension');
const letterNeeded = (r: Record_): Finding =>
  r.count('mediation-letter-made') > 0 ? null : refused('no-mediation-letter');
const performable = (r: Record_): Finding =>
  r.c.decision !== null || r.c.closing?.how.is === 'mediated' || r.stage === 'decided'
    ? null
    : refused('nothing-to-perform');
const proposalNeeded = (r: Record_): Finding => (r.open.length > 0 ? null : refused('no-open-proposal'));
const oldLawLacks = (r: Record_): Finding =>
  lawOfActIn(r.c, r.day) === 'ARL1999' ? irregular('not-in-that-law') : null;

/**
 * Before 2024 acceptance follows from receipt (ARL1999 17(2)): within the five days of examination
 * the application may still be refused or sent back for correction.
 */
function derivedAcceptance(r: Record_): boolean {
  if (r.c.acceptance?.by !== 'law' || r.stage !== 'accepted') return false;
  const examine = r.c.clocks.findLast((k) => k.ruleId === 'reconsideration.examine');
  return examine?.computation.due !== undefined && examine.computation.due !== null && r.day <= examine.computation.due;
}

/** 35: accepted, and not answered by the end of the limit; the earlier law named the refusal alone (ARL1999 20). */
function isOverdueUndecided(r: Record_): boolean {
  if (r.stage !== 'accepted' || lawOfActIn(r.c, r.day) === 'ARL1999') return false;
  const due = decisionClock(r.c)?.computation.due ?? null;
  return due !== null && r.day > due;
}

/** What the record adds to the table's answer; null = nothing. Asked only where the table does not refuse. */
const findings: Partial<Record<StepType, (r: Record_) => Finding>> = {
  ...peopleFindings,
  accept: (r) => {
    if (r.stage !== 'accepted' || r.count('accepted') > 0) return null;
    if (r.c.acceptance?.by === 'law') return allowed;
    return r.c.acceptance?.by === 'lapse' ? irregular('stands-accepted') : null;
  },
  refuse: (r) => (derivedAcceptance(r) && r.count('copy-issued') === 0 ? allowed : null),
  'notify-correction': (r) => {
    if (r.stage !== 'accepted') return null;
    if (r.c.correction !== null && r.c.correction.notice.occurredOn <= r.day)
      return irregular('second-correction-notice');
    return derivedAcceptance(r) ? allowed : null;
  },
  'withdraw-before-acceptance': (r) => (derivedAcceptance(r) ? allowed : null),
  'transfer-case': (r) => (derivedAcceptance(r) ? allowed : null),
  'order-acceptance': (r) => {
    if (r.c.closing?.how.is === 'rejected' && r.stage === 'closed') return allowed;
    return isOverdueUndecided(r) ? allowed : null;
  },
  'extend-correction': correctionNeeded,
  'record-correction': correctionNeeded,
  'record-abandonment': (r) => {
    const missing = correctionNeeded(r);
    if (missing !== null || r.stage !== 'correcting') return missing;
    const clock = r.c.clocks.findLast((k) => k.ruleId === 'reconsideration.correct');
    const due = clock?.computation.due ?? null;
    const until = r.c.correction?.extendedUntil ?? null;
    const end = due === null || (until !== null && until > due) ? until : due;
    return end !== null && r.day > end ? null : irregular('abandonment-before-limit');
  },
  'issue-copy': (r) => {
    const copied = r.c.respondents.map((id) => copySentOn(r, id));
    const last = copied.reduce((a, b) => (a === null || b === null ? null : laterOf(a, b)), copied[0] ?? null);
    return last === null ? null : { cell: irregular('copy-already-issued'), params: { sentOn: last } };
  },
  'file-reply': (r) => {
    if (r.count('copy-issued') === 0) return irregular('reply-before-copy');
    const last = r.c.replies.at(-1);
    if (last === undefined || missingReplies(r.c).length > 0) return null;
    return { cell: irregular('reply-already-filed'), params: { filedOn: last.occurredOn } };
  },
  'reschedule-hearing': hearingNeeded,
  'cancel-hearing': hearingNeeded,
  'hold-hearing': hearingNeeded,
  'record-committee-advice': (r) => (r.count('committee-asked') > 0 ? null : refused('committee-not-yet-asked')),
  'ask-normative-maker': reviewNeeded,
  'record-maker-reply': (r) =>
    reviewNeeded(r) ?? (r.count('normative-maker-asked') > 0 ? null : refused('no-maker-asked')),
  'refer-normative-review': reviewNeeded,
  'conclude-normative-review': reviewNeeded,
  'lift-stay': (r) => (r.count('stay-ordered') > r.count('stay-lifted') ? null : refused('no-stay-ordered')),
  resume: spanNeeded,
  'order-resumption': (r) => {
    const found = spanNeeded(r);
    return found === allowed ? (oldLawLacks(r) ?? allowed) : found;
  },
  'take-up': oldLawLacks,
  'change-procedure': (r) => {
    if (r.c.law === 'ARL1999') return irregular('simplified-not-known');
    const due = decisionClock(r.c)?.computation.due ?? null;
    if (r.position?.procedure === 'simplified') {
      return due !== null && r.day > due ? irregular('procedure-changed-late') : null;
    }
    return null;
  },
  extend: (r) => {
    if (r.position?.procedure === 'simplified') return irregular('extension-in-simplified');
    const clock = decisionClock(r.c);
    const cap = clock?.computation.rule?.extensionCapDays ?? null;
    const used = r.c.extensions.filter((e) => e.effective && e.decidedOn <= r.day).reduce((n, e) => n + e.days, 0);
    if (cap !== null && used >= cap) return { cell: irregular('extension-beyond-cap'), params: { cap, used } };
    const due = clock?.computation.due ?? null;
    if (r.stage === 'accepted' && due !== null && r.day > due) return irregular('extension-made-late');
    if (used > 0) return irregular('extension-second');
    return cap === null ? null : { cell: allowed, params: { left: cap - used } };
  },
  'sign-mediation': letterNeeded,
  'fail-mediation': (r) =>
    r.count('mediation-held') + r.count('mediation-letter-made') > 0 ? null : refused('no-mediation-begun'),
  'send-document': (r) => (r.c.documents.length > 0 ? null : refused('no-document')),
  'record-service': (r) => (unserved(r).length > 0 ? null : refused('nothing-unserved')),
  'report-performance': performable,
  'return-performance-report': (r) =>
    performable(r) ?? (openReports(r.c, r.day).length > 0 ? null : refused('no-performance-report')),
  'record-performance': performable,
  'order-performance': performable,
  'record-interview': (r) => performable(r) ?? oldLawLacks(r),
  'record-criticism': (r) => performable(r) ?? oldLawLacks(r),
  'record-opinion-report': (r) => (r.count('opinion-letter-issued') > 0 ? null : refused('no-opinion-letter')),
  unlink: (r) => (r.c.links.length > 0 ? null : refused('no-link')),
  endorse: proposalNeeded,
  'return-proposal': proposalNeeded,
  'withdraw-proposal': proposalNeeded,
  approve: proposalNeeded,
};

/** The expected next acts: what the law now waits for. */
function usualSteps(r: Record_): ReadonlySet<StepType> {
  const { c, stage, count } = r;
  switch (stage) {
    case 'unregistered':
      return new Set(['register-application']);
    case 'received':
    case 'examining-corrected':
      return new Set(['accept']);
    case 'correcting': {
      const notice = c.correction?.notice.payload.documentId;
      const waiting = unserved(r).some((u) => u.document.id === notice);
      return new Set(waiting ? ['record-service', 'record-correction'] : ['record-correction', 'record-abandonment']);
    }
    case 'accepted':
      return new Set(usualInReview(r));
    case 'suspended': {
      if (openReview(r)) return new Set(['conclude-normative-review']);
      const lapse = c.clocks.findLast((k) => k.ruleId === 'reconsideration.suspension-longest');
      const over = lapse?.computation.due != null && r.day > lapse.computation.due;
      const ground = r.position?.suspended?.ground ?? null;
      return new Set(
        over && ground !== null && sixtyDayGrounds.includes(ground) ? ['terminate', 'resume'] : ['resume'],
      );
    }
    case 'decided':
      return new Set(
        closingDocument(c)?.sendings.some((s) => s.servedOn === null) ? ['record-service'] : ['send-document'],
      );
    case 'closed':
      return new Set(c.decision !== null && count('performed') === 0 ? ['record-performance'] : []);
    case 'refused':
      return new Set(closingDocument(c)?.sendings.some((s) => s.servedOn === null) ? ['record-service'] : []);
    case 'abandoned':
    case 'withdrawn-before-acceptance':
    case 'taken-up':
    case 'transferred':
    case 'voided':
      return new Set();
  }
}

const hasUnsentCopy = (c: ReconsiderationCase, position: Position): boolean =>
  position.waiting.what === 'send-copy' && documentsToPost(c).some(({ document }) => document.kind === 'reply-notice');

function usualInReview(r: Record_): StepType[] {
  const { c, count, position } = r;
  if (unsentExtensionOn(c, r.day, decisionClock(c)) !== null)
    return unserved(r).length > 0 ? ['send-document', 'record-service'] : ['send-document'];
  if (count('withdrawal-requested') > 0) return ['terminate'];
  if (count('mediation-letter-made') > count('mediation-failed')) return ['sign-mediation'];
  if (
    c.entries.some(
      (e) => e.type === 'mediation-held' && e.occurredOn <= r.day && (e.payload as { agreed: boolean }).agreed,
    )
  ) {
    return ['make-mediation-letter'];
  }
  if (openHearings(r).length > 0) return ['hold-hearing'];
  if (count('copy-issued') === 0) return ['issue-copy'];
  // A copy on record that has not left for every respondent is sent, before anything is asked of them.
  if (position !== null && hasUnsentCopy(c, position)) return ['send-document'];
  const missing = missingReplies(c);
  if (missing.length > 0) {
    const unservedCopy = unserved(r).some((u) => u.sending.addressee.is === 'organ');
    return unservedCopy ? ['record-service', 'file-reply'] : ['file-reply'];
  }
  // Every party is heard in the ordinary procedure (49); the old law left it to request and need (22).
  if (lawOfActIn(c, r.day) === 'ARL2023' && position?.procedure !== 'simplified' && count('opinion-heard') === 0)
    return ['hear-opinion'];
  return ['decide'];
}

const isContradiction = (reason: StepReason): reason is ContradictionCode => reason in contradictionArticles;

/**
 * The version that governs a step taken on a day: the case keeps the law of its receipt for examination, correction and
 * acceptance and for the procedures it may have; everything else follows the act's own day, and the pin (A16).
 */
const lawOfStep = (c: ReconsiderationCase, step: StepType, day: CivilDate): LawVersion =>
  phaseOf[step] === 'examination' || phaseOf[step] === 'opening' ? c.law : lawOfActIn(c, day);

/** What good order asks for, and no article. */
const inNoArticle: ReadonlySet<string> = new Set<StepReason>([
  'recused',
  'handled-the-act',
  'heads-only',
  'case-voided',
]);

/** The article that stands behind a reason on a day: the contradiction's, else the step's own. */
export function articleOfReason(
  c: ReconsiderationCase,
  step: StepType,
  reason: StepReason | null,
  day: CivilDate,
): string | null {
  const law = lawOfStep(c, step, day);
  if (reason === 'simplified-not-known') return articleOf(reason, c.law);
  if (reason !== null && inNoArticle.has(reason)) return null;
  if (reason === 'transfer-after-acceptance') return articleOfStep('reject', law);
  if (reason === 'fewer-than-two-handlers') return law === 'ARL2023' ? 'ARL2023 45(2)' : 'REG2007 32';
  if (reason !== null && isContradiction(reason)) return articleOf(reason, law);
  return articleOfStep(step, law);
}

/** The days that a reason's own sentence names, out of the record. */
function daysOfReason(r: Record_, reason: StepReason | null): Judgement['params'] {
  const { c } = r;
  const day = (name: string, on: CivilDate | null | undefined): Judgement['params'] =>
    on === null || on === undefined ? {} : { [name]: on };
  switch (reason) {
    case 'already-accepted':
    case 'stands-accepted':
    case 'correction-after-acceptance':
    case 'withdrawn-after-acceptance':
    case 'transfer-after-acceptance':
      return day('acceptedOn', r.position?.accepted?.on ?? c.acceptance?.on);
    case 'after-closing':
      return day('closedOn', c.closing?.on);
    case 'already-suspended':
      return day('since', r.position?.suspended?.from);
    case 'abandonment-after-submission':
      return day('submittedOn', c.correction?.submitted?.occurredOn);
    case 'abandonment-before-limit':
      return day('due', c.clocks.findLast((k) => k.ruleId === 'reconsideration.correct')?.computation.due);
    case 'procedure-changed-late':
    case 'extension-made-late':
    case 'overdue-undecided':
      return day('due', decisionClock(c)?.computation.due);
    default:
      return {};
  }
}

/**
 * What the law and the record say of a step on a day, whoever asks. `refused` = impossible;
 * `irregular` = it can be recorded with a reason; what it cannot move it does not move.
 */
export function judgeStep(c: ReconsiderationCase, step: StepType, day: CivilDate): Judgement {
  const r = recordOn(c, day);
  return judgeOn(r, step);
}

function judgeOn(r: Record_, step: StepType): Judgement {
  const { c, day } = r;
  const procedureAfter = r.position?.procedure === 'simplified' ? 'ordinary' : 'simplified';
  const approver = approverOf(step, day, procedureAfter, lawOfActIn(c, day))?.approver ?? null;
  const say = (verdict: Verdict, reason: StepReason | null, params: Judgement['params'] = {}): Judgement => ({
    verdict,
    reason,
    article: articleOfReason(c, step, reason, day),
    // A sentence that names a day is never shown without it.
    params: { ...daysOfReason(r, reason), ...params },
    approver: verdict === 'refused' ? null : approver,
  });

  if (c.received !== null && day < c.received.occurredOn) return say('refused', 'day-before-receipt');
  const row: StageRow = stageTable[r.stage];
  let cell: Cell = row.but[step] ?? row.phases[phaseOf[step]];
  let params: Judgement['params'] = {};
  const mayOverrule = overrules.has(step);
  if (rank(cell) < 2 || (mayOverrule && r.stage === 'accepted')) {
    const found = findings[step]?.(r) ?? null;
    if (found !== null) {
      const { cell: own, params: ownParams } =
        typeof found === 'object' && 'cell' in found ? found : { cell: found, params: {} };
      if (mayOverrule || rank(own) > rank(cell)) cell = own;
      params = ownParams;
    }
  }
  if (isProposable(step) && cell !== 'allowed' && cell[0] === 'refused') return say('refused', cell[1], params);
  if (isProposable(step) && r.open.some((p) => p.step === step)) return say('refused', 'proposal-pending');
  if (step === 'propose' && rank(cell) < 2) {
    const some = proposableSteps.map((p) => judgeOn(r, p)).filter((j) => j.verdict !== 'refused');
    const best = some.find((j) => j.verdict !== 'irregular') ?? some[0];
    if (best === undefined) return say('refused', r.open.length > 0 ? 'proposal-pending' : 'nothing-to-propose');
    if (best.verdict === 'irregular') return say('irregular', best.reason, best.params);
  }
  if (cell === 'allowed') {
    const reason =
      step === 'change-procedure' && procedureAfter === 'simplified'
        ? 'only-if-all-parties-agree'
        : step === 'accept' && c.acceptance?.by === 'law'
          ? 'acceptance-derived'
          : step === 'assign-handlers' && underReview.has(r.stage) && c.handlers.length < 2
            ? 'fewer-than-two-handlers'
            : step === 'order-acceptance' && isOverdueUndecided(r)
              ? 'overdue-undecided'
              : null;
    return say(usualSteps(r).has(step) ? 'usual' : 'allowed', reason, params);
  }
  return say(cell[0], cell[1], params);
}

/**
 * Where the record speaks instead of the table, also milder: acceptance that the old law derives, a rejection that the
 * superior set aside, a stop without effect that is still to be ended.
 */
const overrules: ReadonlySet<StepType> = new Set<StepType>([
  'accept',
  'refuse',
  'notify-correction',
  'withdraw-before-acceptance',
  'transfer-case',
  'order-acceptance',
  'resume',
  'order-resumption',
]);

/** Where evidence may be taken and the parties are heard: two people or more do it. */
const underReview: ReadonlySet<StageKey> = new Set<StageKey>(['accepted', 'suspended']);

const rank = (cell: Cell): number => (cell === 'allowed' ? 0 : cell[0] === 'irregular' ? 1 : 2);

/** Why this actor may not ask for the step at all; null where they may. */
export function actorRefusal(c: ReconsiderationCase, step: StepType, actor: Actor, day: CivilDate): StepReason | null {
  if (c.received === null) return null;
  const department = ofDepartment(c, step, actor);
  if (department !== 'not-asked') return department;
  if (isOfSuperior(c, actor) && superiorSteps.some((s) => s === step)) return null;
  if (!isOfReviewingOrgan(c, actor)) return 'not-this-actor';
  if (step === 'clear-conflict' && !holdsRole(actor, 'section-head', 'institution-head', 'organ-head')) {
    return 'heads-only';
  }
  const open = c.proposals.filter((p) => p.proposedOn <= day);
  const mayOne = (what: keyof ReturnType<typeof mayWithProposal>) =>
    open.length === 0 || open.some((p) => mayWithProposal(c, p, actor, day)[what]);
  if (step === 'endorse') {
    if (!holdsRole(actor, 'section-head')) return 'not-this-actor';
    return mayOne('endorse') ? null : 'already-endorsed';
  }
  if (step === 'approve') return mayOne('approve') ? null : 'not-the-approver';
  if (step === 'return-proposal') return mayOne('giveBack') ? null : 'not-the-approver';
  if (step === 'withdraw-proposal') return mayOne('withdraw') ? null : 'not-this-actor';
  return null;
}

/** The steps a department takes itself, from its own post, about what was sent to it; `not-asked`: another step. */
function ofDepartment(c: ReconsiderationCase, step: StepType, actor: Actor): StepReason | null | 'not-asked' {
  const own = actor.acting.organId;
  const respondent = isOfRespondent(c, actor);
  const isDepartment = respondent || isAddressed(c, actor);
  if (step === 'acknowledge-receipt') {
    if (!isDepartment) return 'not-this-actor';
    return ownUnserved(c, own, null).length > 0 ? null : 'nothing-unserved';
  }
  if (step === 'report-performance') return respondent ? null : 'not-this-actor';
  if (step === 'file-reply' && respondent) return null;
  if (step === 'record-opinion-report' && isDepartment) {
    return unansweredLetters(c, own).length > 0 ? null : 'no-opinion-letter';
  }
  return 'not-asked';
}

const order: Readonly<Record<Verdict, number>> = { usual: 0, allowed: 1, irregular: 2, refused: 3 };

/**
 * Every step with its verdict for this actor today: the usual one first, the refused last, each with its reason.
 * `law` is an argument, as everywhere here: the question can be asked of another version or calendar. The clocks of `c`
 * were computed with it.
 */
export function nextSteps(
  whole: ReconsiderationCase,
  actor: Actor,
  today: CivilDate,
  law: LawContext,
  postsHeld?: PostsHeld,
): readonly NextStep[] {
  const c = asActorSees(whole, actor, today, law);
  const r = recordOn(c, today);
  const aside = c.received !== null && isOfReviewingOrgan(c, actor) ? standsAside(c, actor.accountId, postsHeld) : null;
  const steps = stepTypes.map((step): NextStep => {
    if (aside !== null) return { step, verdict: 'refused', ...aside, article: null, approver: null };
    const judged = judgeOn(r, step);
    const own = actorRefusal(c, step, actor, today);
    if (own !== null && (own === 'not-this-actor' || judged.verdict !== 'refused')) {
      return {
        step,
        verdict: 'refused',
        reason: own,
        article: articleOfReason(c, step, own, today),
        params: {},
        approver: null,
      };
    }
    const mine = usualForActor(step, judged, r, actor);
    return { step, ...judged, verdict: mine };
  });
  return steps.sort((a, b) => order[a.verdict] - order[b.verdict]);
}

const departmentSteps: ReadonlySet<StepType> = new Set<StepType>([
  'acknowledge-receipt',
  'report-performance',
  'record-opinion-report',
]);

/** An open proposal is the usual act of whoever has to answer it. */
function usualForActor(step: StepType, judged: Judgement, r: Record_, actor: Actor): Verdict {
  if (judged.verdict !== 'allowed') return judged.verdict;
  // What a department is asked for is its usual act.
  if (!isOfReviewingOrgan(r.c, actor)) return departmentSteps.has(step) ? 'usual' : judged.verdict;
  const may = r.open.map((p) => mayWithProposal(r.c, p, actor, r.day));
  if (step === 'approve' && may.some((m) => m.approve)) return 'usual';
  if (step === 'endorse' && may.some((m) => m.endorse)) return 'usual';
  return judged.verdict;
}
