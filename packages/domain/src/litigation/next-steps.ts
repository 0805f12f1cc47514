/**
 * The one function that says what may happen next in a lawsuit. Every step gets a verdict on a day, with its reason and
 * article: the API enforces with it, the page draws its buttons from it.
 *
 * First the table (stage × phase, with the steps that differ), instance by instance, for each stands where it stands;
 * then what the record itself adds (no session to hold, nobody planned, all served); then who asks.
 */
import { type Actor, holdsRole } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { NextStep as NextStepOf, Verdict } from '../case-view/types.ts';
import type { OrganId } from '../ids.ts';
import { clockStatusOn } from '../ledger/clock.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { reviewingRoles } from '../reconsideration/steps.ts';
import { openAppealAnswer } from './appeal-answers.ts';
import {
  type Approver,
  answeringUnit,
  approverOf,
  isOfOffice,
  isOrganStep,
  isProposable,
  mayWithProposal,
  organOfProposal,
  organsOf,
  ownAppearances,
  proposableSteps,
} from './approvals.ts';
import type { Appearance, CourtSession, Instance, Lawsuit, Obligation, Position } from './case-types.ts';
import {
  dutySessions,
  endsWithoutTrial,
  type InstanceLevel,
  type InstanceStage,
  lossOrder,
  type Outcome,
  type Stage,
} from './codes.ts';
import { type ContradictionCode, contradictionArticles } from './contradictions.ts';
import { appealsTried } from './effect.ts';
import { type Addressee, addresseesOf, hasEvidence, isLetGo, servedId, standsStill, triedAs } from './instances.ts';
import { positionOn } from './position.ts';
import { standingIn } from './standing.ts';
import { isStayedOn } from './stays.ts';
import { articleOfStep } from './step-articles.ts';
import type { StepReason } from './step-reasons.ts';
import { phaseOf, type StepPhase, type StepType, stepTypes } from './steps.ts';
import { isOpenSession, type Scope, wholeScope } from './targets.ts';

export type NextStep = NextStepOf<Approver>;

/** Where a lawsuit or one of its instances stands, or no lawsuit yet. */
export type StageKey = Stage | InstanceStage | 'unregistered';
export const stageKeys = [
  'unregistered',
  'answering',
  'trying',
  'suspended',
  'judged',
  'appealed',
  'effective',
  'performing',
  'closed',
  'voided',
] as const satisfies readonly StageKey[];

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

const everyPhase = (cell: Cell): StageRow['phases'] => ({
  opening: cell,
  instance: cell,
  answer: cell,
  session: cell,
  appearance: cell,
  judgment: cell,
  after: cell,
  file: cell,
  approval: cell,
});

/** Before the court has spoken. */
const open: StageRow = {
  phases: {
    ...everyPhase(allowed),
    opening: refused('suit-already-registered'),
    judgment: refused('no-judgment-yet'),
  },
  but: {
    'record-judgment': allowed,
    'record-appeal': allowed,
    'resume-instance': allowed,
    'open-instance': refused('instance-still-running'),
  },
};

/** After it: what belongs before the judgment can still be recorded, with a reason. */
const judged: StageRow = {
  phases: {
    ...everyPhase(allowed),
    opening: refused('suit-already-registered'),
    answer: irregular('after-instance-ended'),
    instance: irregular('after-instance-ended'),
  },
  but: {
    'open-instance': allowed,
    'receive-papers': allowed,
    'resume-instance': refused('not-standing-still'),
    acknowledge: allowed,
    'end-agent': allowed,
    'set-session': irregular('after-instance-ended'),
    'record-judgment': refused('judged-before'),
    'record-retrial-application': irregular('not-effective'),
  },
};

/** Once it has taken effect there is no appeal in time any more, but a retrial may be asked for. */
const inEffect: StageRow = {
  ...judged,
  but: {
    ...judged.but,
    'record-appeal': irregular('appeal-after-effect'),
    'record-retrial-application': allowed,
  },
};

export const stageTable = {
  unregistered: { phases: { ...everyPhase(refused('suit-not-registered')), opening: allowed }, but: {} },
  answering: open,
  trying: open,
  suspended: {
    phases: { ...open.phases, session: irregular('standing-still') },
    but: {
      ...open.but,
      'resume-instance': allowed,
      'suspend-instance': irregular('already-suspended'),
      'move-session': allowed,
      'cancel-session': allowed,
      'mark-observation': allowed,
      'record-observers': allowed,
    },
  },
  judged,
  appealed: judged,
  effective: inEffect,
  performing: inEffect,
  closed: inEffect,
  voided: {
    phases: { ...everyPhase(refused('suit-voided')), opening: refused('suit-already-registered') },
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

/** What the input says that the verdict depends on. */
export interface Asked {
  readonly level?: InstanceLevel;
  readonly procurator?: boolean;
  readonly outcomes?: readonly Outcome[];
}

/** What the record holds up to a day, of what a step could be about. */
interface Record_ extends Scope {
  readonly c: Lawsuit;
  readonly day: CivilDate;
  /** null before the registration. */
  readonly position: Position | null;
  readonly stage: StageKey;
  readonly asked: Asked;
  /** Somebody asks who takes an organ's own steps only. */
  readonly ofOrgan: boolean;
}

/** Where one instance stands on a day; on the very day of its judgment everything before it can still have happened. */
function stageOfInstance(r: Record_, instance: Instance, step: StepType): StageKey {
  const at = r.position?.instances.find((i) => i.instance.instanceId === instance.instanceId);
  const stage = at?.stage ?? 'answering';
  const phase = phaseOf[step];
  const onTheDay = instance.ended?.occurredOn === r.day && step !== 'record-judgment' && step !== 'open-instance';
  if (onTheDay && (phase === 'answer' || phase === 'session' || phase === 'appearance' || phase === 'instance')) {
    return 'trying';
  }
  return stage;
}

function recordOn(c: Lawsuit, day: CivilDate, scope: Scope, asked: Asked, ofOrgan = false): Record_ {
  const position = c.registered === null ? null : positionOn(c, day);
  const stage: StageKey = position === null ? 'unregistered' : c.voided !== null ? 'voided' : position.stage;
  return { c, day, position, stage, asked, ofOrgan, ...scope };
}

type Params = Readonly<Record<string, string | number>>;
type Finding = Cell | { readonly cell: Cell; readonly params: Params } | null;

const lastFirst = <X>(list: readonly X[]): X | null => list.at(-1) ?? null;
const rank = (cell: Cell): number => (cell === 'allowed' ? 0 : cell[0] === 'irregular' ? 1 : 2);

// What is on record ————————————————————————————————————————————————————————————————

const openSessions = (r: Scope): readonly CourtSession[] => r.sessions.filter(isOpenSession);
const standingSessions = (r: Scope): readonly CourtSession[] => r.sessions.filter((s) => s.cancelled === null);
const isTrial = (s: CourtSession): boolean => (dutySessions as readonly string[]).includes(s.set.payload.kind);

/** The appearances in question, also of organs with nothing on record. */
const appearances = (
  sessions: readonly CourtSession[],
  organs: readonly OrganId[],
): readonly { readonly session: CourtSession; readonly organId: OrganId; readonly is: Appearance | null }[] =>
  sessions.flatMap((session) =>
    organs.map((organId) => ({
      session,
      organId,
      is: session.appearances.find((a) => a.organId === organId) ?? null,
    })),
  );

const ofOrgans = <E extends { readonly payload: { readonly organId: OrganId } }>(
  entries: readonly E[],
  organs: readonly OrganId[],
): readonly E[] => entries.filter((e) => organs.includes(e.payload.organId));

/** Instances × organs in question: papers received and not yet signed for inside. */
const unacknowledged = (r: Record_): boolean =>
  r.instances.some((i) =>
    ofOrgans(i.papers, r.organs).some(
      (p) =>
        !r.c.acknowledged.some(
          (a) => a.payload.instanceId === i.instanceId && a.payload.organId === p.payload.organId && a.seq > p.seq,
        ),
    ),
  );

/** Who has the papers and owes the answer; in the simplified procedure its evidence (INT2018 104(1)). */
const unanswered = (i: Instance, organs: readonly OrganId[], day: CivilDate): readonly OrganId[] => {
  const isSimplified = i.level === 'first' && i.procedures.findLast((p) => p.from <= day)?.procedure === 'simplified';
  return organs.filter((o) => {
    if (!i.papers.some((p) => p.payload.organId === o)) return false;
    return isSimplified ? !hasEvidence(i, o, day) : !i.answers.some((a) => a.payload.organId === o);
  });
};

/** Who has to receive a judgment and is not known to have: every organ, and every party still in the suit. */
export function unservedOf(c: Lawsuit, instance: Instance): readonly Addressee[] {
  const reached = new Set<string>(instance.served.map((s) => servedId(s.payload.to)));
  return addresseesOf(c, instance.ended?.payload.outcomes ?? []).filter((a) => !reached.has(a.id));
}

const openObligations = (r: Record_): readonly Obligation[] =>
  r.c.obligations.filter(
    (o) => o.performedOn === null && o.fellOn === null && (o.organId === null || r.organs.includes(o.organId)),
  );

const openAdvice = (r: Record_) =>
  r.c.advice.filter((a) => a.answered === null && r.organs.includes(a.received.payload.organId));

const unreadDefects = (r: Record_) =>
  r.c.defects.filter((d) => d.read === null && r.organs.includes(d.recorded.payload.organId));

/** Whether an instance lost the case for an organ, on its merits (form 2's losses). */
export const isLost = (instance: Instance): boolean => {
  const found = [...(instance.ended?.payload.outcomes ?? []), ...(instance.ended?.payload.reversedTo ?? [])];
  // The reconsideration decision may fall alone (INT2018 136(5)).
  const fate = instance.ended?.payload.reconsideration ?? 'stands';
  return fate !== 'stands' || found.some((o) => (lossOrder as readonly Outcome[]).includes(o));
};

/** The court above has decided what was appealed: there is nothing left to appeal, and no appeal to let go (ALL2017 90). */
const isDecidedAbove = ({ c, day }: Record_, i: Instance): boolean =>
  appealsTried(i, c.instances).some((x) => x.ended !== null && x.ended.occurredOn <= day && !isLetGo(x));

/** One of the organs in question may appeal yet: its own limit runs. */
const mayStillAppeal = ({ c, day, organs }: Record_, i: Instance): boolean =>
  i.served.some((s) =>
    c.clocks.some(
      (k) =>
        (k.ruleId === 'litigation.appeal-judgment' || k.ruleId === 'litigation.appeal-ruling') &&
        k.startSeq === s.seq &&
        (organs as readonly string[]).includes(k.subject) &&
        clockStatusOn(k, day) === 'running',
    ),
  );

const isMajor = ({ major }: Lawsuit): boolean => major !== null && major.unmarkedOn === null;

/** The instance whose end sends the suit back to a first instance, or to another court; null where none does. */
export function sentBackBy(c: Lawsuit): Instance | null {
  const last = lastFirst(c.instances);
  const outcomes: readonly Outcome[] = last?.ended?.payload.outcomes ?? [];
  if (last === null || outcomes.length === 0) return null;
  if (outcomes.includes('remand') || outcomes.includes('transferred')) return last;
  // INT2018 109(1): the ruling that shut the court's door is set aside, and the first court is told to open it.
  const below = c.instances.findLast((i) => i !== last && i.level === 'first')?.ended?.payload.outcomes ?? [];
  const shut = below.includes('not-docketed') || below.includes('dismiss-suit');
  return last.level !== 'first' && shut && outcomes.includes('reverse') ? last : null;
}

/** What the record adds to the table's answer; null = nothing. Asked only where the table does not refuse. */
const findings: Partial<Record<StepType, (r: Record_) => Finding>> = {
  'open-instance': (r) => {
    const last = lastFirst(r.c.instances);
    if (last === null) return null;
    const { level } = r.asked;
    if (last.ended === null) return refused('instance-still-running');
    if (level === 'first') return sentBackBy(r.c) === null ? refused('second-first-instance') : null;
    if (level === 'second')
      return last.level === 'first' || last.level === 'retrial' ? null : refused('no-instance-below');
    if (level === 'retrial') {
      const ordered = last.ended.payload.outcomes.includes('retrial-ordered') || r.asked.procurator === true;
      return ordered ? null : irregular('no-retrial-ordered');
    }
    if (level === 'retrial-review' && (last.effective === null || last.effective.visibleFrom > r.day)) {
      return irregular('not-effective');
    }
    return null;
  },
  acknowledge: (r) => {
    if (!r.instances.some((i) => ofOrgans(i.papers, r.organs).length > 0)) return refused('no-papers-yet');
    return unacknowledged(r) ? null : refused('acknowledged-before');
  },
  'end-agent': (r) =>
    r.instances.some((i) => i.agents.some((a) => a.endedOn === null && r.organs.includes(a.appointed.payload.organId)))
      ? null
      : refused('no-agent-acting'),
  'record-objection-ruling': (r) =>
    r.instances.some((i) => i.objections.length > 0 && i.objectionRuled === null) ? null : refused('no-objection-made'),
  'record-extension-answer': (r) =>
    r.instances.some(
      (i) =>
        ofOrgans(i.extensionsAsked, r.organs).length > ofOrgans(i.extensionsAnswered, r.organs).length ||
        // Allowed before anybody knew when its cause would be gone (INT2018 34): that day is still to be told.
        r.organs.some((o) => {
          const last = lastFirst(ofOrgans(i.extensionsAnswered, [o]))?.payload;
          return last?.allowed === true && last.causeRemovedOn === null;
        }),
    )
      ? null
      : refused('no-extension-asked'),
  'file-answer': (r) => {
    // The answer to an appeal is given where its copy came from, before the court above has a number (INT2018 108(2)).
    if (r.instances.some((i) => r.organs.some((o) => openAppealAnswer(r.c, i, o, r.day) !== null))) return allowed;
    const without = r.instances.flatMap((i) =>
      r.organs.filter((o) => !i.answers.some((a) => a.payload.organId === o)).map((o) => ({ i, o })),
    );
    if (without.length === 0) {
      const filed = lastFirst(r.instances.flatMap((i) => ofOrgans(i.answers, r.organs)));
      return filed === null ? null : { cell: irregular('answer-already-filed'), params: { filedOn: filed.occurredOn } };
    }
    return without.some(({ i, o }) => i.papers.some((p) => p.payload.organId === o && p.occurredOn <= r.day))
      ? null
      : irregular('answer-before-papers');
  },

  'resume-instance': (r) =>
    r.instances.some((i) => i.spans.some((s) => s.from <= r.day && s.to === null))
      ? null
      : refused('not-standing-still'),

  'move-session': (r) => sessionNeeded(r, isOpenSession),
  'cancel-session': (r) => sessionNeeded(r, isOpenSession),
  'mark-observation': (r) => sessionNeeded(r, isOpenSession),
  'hold-session': (r) => {
    const none = sessionNeeded(r, isOpenSession);
    if (none !== null) return none;
    return notYet(r, openSessions(r));
  },
  'record-observers': (r) => {
    if (!r.sessions.some((s) => s.observation !== null)) return refused('not-observed');
    return notYet(
      r,
      r.sessions.filter((s) => s.observation !== null),
    );
  },
  'agree-appearance': (r) => (r.c.organs.length > 1 ? null : refused('one-organ-only')),
  'plan-leader': (r) => {
    const none = sessionNeeded(r, isOpenSession);
    if (none !== null) return none;
    const planned = appearances(openSessions(r), r.organs);
    return planned.length > 0 && planned.every((a) => a.is?.leader != null) ? irregular('leader-planned-before') : null;
  },
  'confirm-leader': (r) => {
    const planned = appearances(openSessions(r), r.organs).filter((a) => a.is?.leader != null);
    if (planned.length === 0) return refused('no-leader-planned');
    return planned.some((a) => a.is?.confirmed == null) ? null : refused('confirmed-before');
  },
  'replace-leader': (r) => {
    const planned = appearances(standingSessions(r), r.organs).filter((a) => a.is?.leader != null);
    if (planned.length === 0) return refused('no-leader-planned');
    return planned.some((a) => a.session.held === null && a.session.on >= r.day)
      ? null
      : irregular('replaced-after-session');
  },
  'submit-identity-proof': (r) => {
    const none = sessionNeeded(r, (s) => s.cancelled === null);
    if (none !== null) return none;
    return standingSessions(r).some((s) => s.on >= r.day) ? null : irregular('proof-after-session');
  },
  'check-identity-proof': (r) =>
    appearances(standingSessions(r), r.organs).some((a) => a.is?.proof != null) ? null : refused('no-proof-handed-in'),
  'record-appearance': (r) => {
    const none = sessionNeeded(r, (s) => s.cancelled === null);
    if (none !== null) return none;
    const early = notYet(r, standingSessions(r));
    if (early !== null) return early;
    const come = standingSessions(r).filter((s) => s.on <= r.day);
    return appearances(come, r.organs).every((a) => a.is?.recorded != null)
      ? irregular('appearance-recorded-before')
      : null;
  },
  'explain-absence': (r) => {
    const none = sessionNeeded(r, (s) => s.cancelled === null);
    if (none !== null) return none;
    if (appearances(standingSessions(r), r.organs).every((a) => a.is?.counts === true)) return refused('leader-came');
    return standingSessions(r).some((s) => s.on >= r.day) ? null : irregular('explained-after-session');
  },
  'rule-on-absence': (r) =>
    appearances(standingSessions(r), r.organs).some((a) => a.is?.explained != null)
      ? null
      : refused('no-absence-explained'),

  'record-judgment': (r) => {
    if (
      !r.instances.some((i) =>
        i.spans.some((s) => standsStill(s) && s.from <= r.day && (s.to === null || s.to > r.day)),
      )
    )
      return null;
    // A suit that ends without being tried further may end while it stands still (INT2018 88).
    const { outcomes } = r.asked;
    const ends = outcomes?.every((o) => endsWithoutTrial.includes(o));
    return ends || outcomes === undefined ? null : irregular('ended-while-suspended');
  },
  'record-service': (r) =>
    r.instances.some((i) => i.ended !== null && unservedOf(r.c, i).length > 0) ? null : refused('all-served'),
  'record-appeal': (r) => {
    const over = r.instances.filter((i) => i.ended !== null && i.ended.occurredOn <= r.day);
    if (over.some((i) => triedAs(i, r.c.instances) === 'first' && !isDecidedAbove(r, i))) return null;
    if (over.length > 0) return refused('final-instance');
    // Before the judgment there is one ruling to appeal: that on an objection to jurisdiction (INT2018 101(2)).
    const ruled = r.instances.some((i) => i.objectionRuled !== null && i.objectionRuled.occurredOn <= r.day);
    return ruled ? null : refused('no-judgment-yet');
  },
  'withdraw-appeal': (r) =>
    r.instances.some((i) => i.appeals.some((a) => a.withdrawnOn === null) && !isDecidedAbove(r, i))
      ? null
      : refused('no-appeal-made'),
  'record-retrial-application': (r) =>
    r.instances.some((i) => i.effective !== null && i.effective.visibleFrom <= r.day)
      ? allowed
      : irregular('not-effective'),

  'record-performance': (r) => {
    const open = openObligations(r);
    if (open.length === 0) return refused('no-open-obligation');
    const inForce = open.some((o) => o.inForceFrom !== null && o.inForceFrom <= r.day);
    return inForce ? null : irregular('performed-before-effect');
  },
  'record-court-measure': (r) => (openObligations(r).length > 0 ? null : refused('no-open-obligation')),
  'answer-advice': (r) => (openAdvice(r).length > 0 ? null : refused('no-open-advice')),
  'record-defects': (r) => {
    if (!r.c.instances.some((i) => i.ended !== null)) return refused('no-judgment-yet');
    return r.c.instances.some(isLost) ? null : irregular('not-lost');
  },
  'read-defects': (r) => (unreadDefects(r).length > 0 ? null : refused('no-unread-defects')),
  'mark-major': (r) => (isMajor(r.c) ? refused('marked-major-before') : null),
  'feed-back-major': (r) => (isMajor(r.c) ? null : refused('not-marked-major')),
  'unmark-major': (r) => (isMajor(r.c) ? null : refused('not-marked-major')),
  'void-lawsuit': (r) => (r.c.instances.some((i) => i.ended !== null) ? irregular('outcome-on-record') : null),
  unlink: (r) => (r.c.links.length > 0 ? null : refused('no-link')),
  'return-proposal': (r) => (r.c.proposals.length > 0 ? null : refused('no-open-proposal')),
  'withdraw-proposal': (r) => (r.c.proposals.length > 0 ? null : refused('no-open-proposal')),
  approve: (r) => (r.c.proposals.length > 0 ? null : refused('no-open-proposal')),
};

function sessionNeeded(r: Record_, fits: (s: CourtSession) => boolean): Finding {
  if (r.sessions.some(fits)) return null;
  const last = lastFirst(r.sessions);
  if (last === null) return refused('no-session-yet');
  if (r.sessions.length === 1 && last.held !== null) {
    return { cell: refused('session-held-before'), params: { on: last.held.occurredOn } };
  }
  return refused('no-open-session');
}

/** Refused until the first of these sessions' days has come. */
function notYet(r: Record_, sessions: readonly CourtSession[]): Finding {
  if (sessions.some((s) => s.on <= r.day)) return null;
  const next = sessions.reduce<CourtSession | null>((a, s) => (a === null || s.on < a.on ? s : a), null);
  return next === null ? null : { cell: refused('session-not-yet'), params: { on: next.on } };
}

/** Steps whose finding may soften what the table says. */
const overrules: ReadonlySet<StepType> = new Set<StepType>(['record-retrial-application', 'file-answer']);

/** Steps that belong to one instance: the table is asked where that instance stands. */
const ofInstance: ReadonlySet<StepPhase> = new Set<StepPhase>([
  'instance',
  'answer',
  'session',
  'appearance',
  'judgment',
]);

const isContradiction = (reason: StepReason): reason is ContradictionCode =>
  Object.hasOwn(contradictionArticles, reason);

/** What good order asks for, and no article. */
const inNoArticle: ReadonlySet<StepReason> = new Set<StepReason>([
  'not-this-actor',
  'not-the-approver',
  'suit-not-registered',
  'suit-already-registered',
  'suit-voided',
  'day-before-summons',
  'court-number-taken',
  'heads-only',
  'proposal-pending',
]);

/** Where a reason rests on another article than its step. */
const ownArticles: Partial<Readonly<Record<StepReason, string>>> = {
  'standing-still': 'INT2018 87(1)',
  'role-not-of-result': 'ALL2017 26',
  'appearance-recorded-before': 'LEAD2020 7(1)',
  'leader-planned-before': 'LEAD2020 5(3)',
  'no-retrial-ordered': 'ALL2017 92',
  'final-instance': 'ALL2017 90',
};

/** The article behind a reason: the contradiction's, else the step's own. */
export function articleOfReason(step: StepType, reason: StepReason | null): string | null {
  if (reason === null) return articleOfStep(step);
  const own = ownArticles[reason];
  if (own !== undefined) return own;
  if (isContradiction(reason)) return contradictionArticles[reason];
  return inNoArticle.has(reason) ? null : articleOfStep(step);
}

/** One instance's answer, or the lawsuit's. */
function cellOf(r: Record_, step: StepType, key: StageKey): { readonly cell: Cell; readonly params: Params } {
  const row: StageRow = stageTable[key];
  const table = row.but[step] ?? row.phases[phaseOf[step]];
  if (rank(table) === 2) return { cell: table, params: {} };
  const found = findings[step]?.(r) ?? null;
  if (found === null) return { cell: table, params: {} };
  const own = typeof found === 'object' && 'cell' in found ? found : { cell: found, params: {} };
  return overrules.has(step) || rank(own.cell) > rank(table) ? own : { cell: table, params: own.params };
}

function judgeOn(r: Record_, step: StepType): Judgement {
  const { c } = r;
  const organ = r.organs.length === 1 ? (r.organs[0] ?? null) : null;
  const say = (verdict: Verdict, reason: StepReason | null, params: Params = {}): Judgement => ({
    verdict,
    reason,
    article: articleOfReason(step, reason),
    params,
    approver: verdict === 'refused' ? null : approverOf(c, step, organ ?? r.organs[0] ?? null, null),
  });
  if (c.registered !== null && r.day < c.registered.occurredOn) {
    return say('refused', 'day-before-summons', { from: c.registered.occurredOn });
  }
  const over = r.stage === 'unregistered' || r.stage === 'voided';
  const perInstance = !over && ofInstance.has(phaseOf[step]) && step !== 'open-instance';
  if (perInstance && r.instances.length === 0) return say('refused', 'no-instance-yet');
  const candidates = perInstance
    ? // The newest first: of two equal answers its own is the one to tell.
      r.instances.toReversed().map((i) => {
        const own = { ...r, instances: [i], sessions: r.sessions.filter((s) => s.instanceId === i.instanceId) };
        return cellOf(own, step, stageOfInstance(r, i, step));
      })
    : [cellOf(r, step, r.stage)];
  const best = candidates.reduce((a, b) => (rank(b.cell) < rank(a.cell) ? b : a));
  const { cell, params } = best;

  if (cell !== 'allowed' && cell[0] === 'refused') return say('refused', cell[1], params);
  if (isProposable(step) && isPending(r, step)) return say('refused', 'proposal-pending');
  if (step === 'propose') {
    const mine = proposableSteps.filter((p) => !r.ofOrgan || isOrganStep(p));
    const some = mine.map((p) => judgeOn(r, p)).filter((j) => j.verdict !== 'refused');
    const best = some.find((j) => j.verdict !== 'irregular') ?? some[0];
    if (best === undefined) return say('refused', c.proposals.length > 0 ? 'proposal-pending' : 'nothing-to-propose');
    if (best.verdict === 'irregular') return say('irregular', best.reason, best.params);
  }
  if (cell === 'allowed') return say(usualSteps(r).has(step) ? 'usual' : 'allowed', null, params);
  return say(cell[0], cell[1], params);
}

/** Whether the step already waits for its signature, for every organ it could be about. */
function isPending(r: Record_, step: StepType): boolean {
  const same = r.c.proposals.filter((p) => p.step === step);
  if (same.length === 0) return false;
  if (step !== 'file-answer' || r.organs.length === 0) return true;
  return r.organs.every((o) => same.some((p) => organOfProposal(r.c, p) === o));
}

/** The expected next acts: what the law now waits for, of the newest instance and of what it left. */
function usualSteps(r: Record_): ReadonlySet<StepType> {
  const usual = new Set<StepType>();
  if (r.stage === 'unregistered') return new Set<StepType>(['register-summons']);
  if (r.stage === 'voided') return usual;
  const current = lastFirst(r.instances);
  if (openAdvice(r).length > 0) usual.add('answer-advice');
  if (unreadDefects(r).length > 0) usual.add('read-defects');
  if (current === null) return usual;
  const sessions = r.sessions.filter((s) => s.instanceId === current.instanceId);
  const upcoming = sessions.filter(isOpenSession);
  for (const { session, is } of appearances(
    sessions.filter((s) => s.cancelled === null && isTrial(s)),
    r.organs,
  )) {
    if (session.held !== null || session.on < r.day) {
      if (is?.recorded == null && is?.explained == null) usual.add('record-appearance');
      continue;
    }
    if (is?.leader == null) usual.add('plan-leader');
    else if (is.confirmed === null) usual.add('confirm-leader');
    else if (is.proof === null) usual.add('submit-identity-proof');
  }
  if (upcoming.some((s) => s.on <= r.day)) usual.add('hold-session');
  const stage = r.position?.instances.find((i) => i.instance === current)?.stage ?? 'answering';
  if (stage === 'answering' || stage === 'trying') {
    const waiting = unanswered(current, r.organs, r.day);
    if (waiting.length > 0) {
      const answered = waiting.every((o) => current.answers.some((a) => a.payload.organId === o));
      usual.add(answered ? 'file-evidence' : 'file-answer');
      if (unacknowledged({ ...r, organs: waiting })) usual.add('acknowledge');
    }
    if (waiting.length === 0 && upcoming.length === 0) {
      const held = lastFirst(sessions.filter((s) => s.held !== null));
      usual.add(held === null || held.held?.payload.adjourned === true ? 'set-session' : 'record-judgment');
    }
  }
  if (stage === 'suspended') usual.add('resume-instance');
  if (current.ended !== null) {
    if (r.organs.some((o) => openAppealAnswer(r.c, current, o, r.day) !== null)) usual.add('file-answer');
    if (unservedOf(r.c, current).length > 0) usual.add('record-service');
    else if (stage === 'judged' && isLost(current) && mayStillAppeal(r, current)) usual.add('record-appeal');
    if (stage === 'appealed' || sentBackBy(r.c) === current) usual.add('open-instance');
    const redone = r.c.defects.map((d) => d.recorded.payload.instanceId);
    if (isLost(current) && !redone.includes(current.instanceId) && stage === 'effective') usual.add('record-defects');
    const due = openObligations(r).some(
      (o) => o.inForceFrom !== null && o.inForceFrom <= r.day && !isStayedOn(o, r.day),
    );
    if (due) usual.add('record-performance');
  }
  return usual;
}

/**
 * What the law and the record say of a step on a day, whoever asks. `refused` = impossible; `irregular` = it can be
 * recorded with a reason; what it cannot move it does not move.
 */
export function judgeStep(
  c: Lawsuit,
  step: StepType,
  day: CivilDate,
  scope: Scope = wholeScope(c, null, day),
  asked: Asked = {},
): Judgement {
  return judgeOn(recordOn(c, day, scope, asked), step);
}

/** Why this actor may not take the step for these organs; null where they may. */
export function actorRefusal(
  c: Lawsuit,
  step: StepType,
  actor: Actor,
  about: Pick<Scope, 'organs' | 'sessions'>,
): StepReason | null {
  if (c.registered === null) return holdsRole(actor, ...reviewingRoles) ? null : 'not-this-actor';
  if (isOfOffice(c, actor)) return null;
  if (step === 'confirm-leader') {
    const own = ownAppearances(c, actor);
    const isOwn = own.some((a) => about.sessions.some((s) => s.sessionId === a.sessionId));
    if (isOwn) return null;
  }
  const own = organsOf(c, actor);
  if (own.length === 0 || !isOrganStep(step)) return 'not-this-actor';
  return about.organs.every((o) => own.includes(o)) ? null : 'not-this-actor';
}

const order: Readonly<Record<Verdict, number>> = { usual: 0, allowed: 1, irregular: 2, refused: 3 };

/** What an organ's own people are waited for: the office may record it, and is nudged only where it answers itself. */
const ofItsPeople: ReadonlySet<StepType> = new Set<StepType>([
  'acknowledge',
  'file-answer',
  'plan-leader',
  'confirm-leader',
  'submit-identity-proof',
  'answer-advice',
  'read-defects',
]);
const answering: ReadonlySet<StepType> = new Set<StepType>(['return-proposal', 'withdraw-proposal', 'approve']);

/**
 * Every step with its verdict for this actor today: the usual ones first, the refused last, each with its reason. `law`
 * is an argument, as everywhere here: the clocks of the suit were computed with it.
 */
export function nextSteps(suit: Lawsuit, given: Actor, today: CivilDate, _law: LawContext): readonly NextStep[] {
  const actor = standingIn(suit, given);
  const own = ownAppearances(suit, actor);
  const office = isOfOffice(suit, actor);
  const whole = wholeScope(suit, actor, today);
  // A leader who answers for no organ sees the appearances that are theirs.
  const mine: Scope =
    whole.organs.length > 0 || own.length === 0
      ? whole
      : {
          ...whole,
          organs: [...new Set(own.map((a) => a.organId))],
          sessions: whole.sessions.filter((s) => own.some((a) => a.sessionId === s.sessionId)),
        };
  const r = recordOn(suit, today, mine, {}, !office);
  const answersItself = (organId: OrganId) => answeringUnit(suit, organId) === suit.organId;
  const itself = usualSteps({ ...r, organs: suit.organs.map((o) => o.organId).filter(answersItself) });
  const steps = stepTypes.map((step): NextStep => {
    const no = actorRefusal(suit, step, actor, mine);
    if (no !== null) {
      return { step, verdict: 'refused', reason: no, article: articleOfReason(step, no), params: {}, approver: null };
    }
    const judgement = judgeOn(r, step);
    if (answering.has(step) && judgement.verdict !== 'refused') {
      const may = suit.proposals.map((p) => mayWithProposal(suit, p, actor));
      const can = may.some((m) =>
        step === 'approve' ? m.approve : step === 'return-proposal' ? m.giveBack : m.withdraw,
      );
      if (!can && step !== 'approve' && step !== 'return-proposal') {
        return { step, verdict: 'refused', reason: 'not-this-actor', article: null, params: {}, approver: null };
      }
      if (!can) {
        return { step, verdict: 'refused', reason: 'not-the-approver', article: null, params: {}, approver: null };
      }
      return { step, ...judgement, verdict: step === 'approve' ? 'usual' : judgement.verdict };
    }
    const elsewhere = office && ofItsPeople.has(step) && !itself.has(step);
    const verdict = judgement.verdict === 'usual' && elsewhere ? 'allowed' : judgement.verdict;
    const approver = judgement.approver && approverOf(suit, step, r.organs[0] ?? null, actor);
    return { step, ...judgement, verdict, approver };
  });
  return steps.sort((a, b) => order[a.verdict] - order[b.verdict]);
}
