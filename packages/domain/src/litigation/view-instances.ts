/** The instances of a lawsuit as one reader sees them: papers, answers, agents, sessions, duties, judgment, service. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { OrganId } from '../ids.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { appealAnswers, appealCopies, instancesOfAppeal } from './appeal-answers.ts';
import { articleOfDuty, articleOfNotCounting, articleOfTrigger, isDutySession } from './appearances.ts';
import type { Appearance, CourtSession, Instance, Lawsuit, Position } from './case-types.ts';
import { appealsTried } from './effect.ts';
import { addresseesOf, appealRule, isLetGo, servedId, triedAs } from './instances.ts';
import { answerRules, evidenceRules } from './limits.ts';
import { noticeChecks } from './notice-checks.ts';
import { unrecordedOn } from './position.ts';
import type { AnswerView, AppearanceView, DutyView, InstanceView, SessionView } from './view-types.ts';

export interface InstanceInputs {
  readonly suit: Lawsuit;
  readonly position: Position;
  readonly today: CivilDate;
  readonly names: CaseNames;
  readonly partyName: (id: string) => string | null;
  /** Clocks the reader sees. */
  readonly clocks: readonly Clock[];
  /** Whether the reader sees what an organ does for itself. */
  readonly sees: (organ: OrganId) => boolean;
  /** The organs the reader answers for. */
  readonly own: readonly OrganId[];
}

const appealRules = ['litigation.appeal-judgment', 'litigation.appeal-ruling'] as const satisfies readonly string[];

const isOf = (rules: readonly string[], k: Clock): boolean => rules.includes(k.ruleId);

/** One of several clocks of an instance: the one that still means something, else the last. */
const theOne = (clocks: readonly Clock[], day: CivilDate): Clock | null =>
  clocks.findLast((k) => clockStatusOn(k, day) !== 'superseded') ?? clocks.at(-1) ?? null;

export function instanceViews(inputs: InstanceInputs): readonly InstanceView[] {
  return inputs.suit.instances.map((instance) => instanceView(instance, inputs));
}

function instanceView(instance: Instance, inputs: InstanceInputs): InstanceView {
  const { suit, position, names, partyName, sees, clocks, today } = inputs;
  const { opened, ended } = instance;
  const seen = { ...inputs, unrecorded: unrecordedOn(suit, instance, today) };
  const procedure = instance.procedures.findLast((p) => p.from <= today) ?? instance.procedures[0];
  const stage = position.instances.find((p) => p.instance.instanceId === instance.instanceId)?.stage ?? 'answering';
  const nameOf = (id: string): string => partyName(id) ?? names.organ(id as OrganId);
  return {
    instanceId: instance.instanceId,
    level: instance.level,
    remand: opened.payload.remandedBy !== null,
    court: instance.court,
    courtNumber: instance.courtNumber,
    docketedOn: instance.docketedOn,
    openedOn: opened.occurredOn,
    stage,
    procedure: procedure?.procedure ?? opened.payload.procedure,
    papers: instance.papers
      .filter((e) => sees(e.payload.organId))
      .map((e) => ({
        seq: e.seq,
        organId: e.payload.organId,
        papers: e.payload.papers,
        receivedOn: e.occurredOn,
        way: e.payload.way,
        proof: e.payload.proof,
        fileIds: e.payload.fileIds,
      })),
    answers: suit.organs.filter((o) => sees(o.organId)).map((o) => answerView(instance, o.organId, inputs)),
    agents: instance.agents
      .filter(({ appointed }) => sees(appointed.payload.organId))
      .map(({ appointed, endedOn }) => {
        const { agentId, organId, kind, name, unit, special } = appointed.payload;
        return { agentId, organId, kind, name, unit, special, endedOn };
      }),
    sessions: sessionsOf(instance).map((session) => sessionView(session, seen)),
    duties: instance.duties.map((duty): DutyView => {
      const result = duty.result;
      return {
        organId: duty.organId,
        arisesOn: duty.arisesOn,
        dischargedOn: duty.dischargedOn,
        result,
        unexamined: result === 'excused' && isUnexamined(instance, duty.organId),
        coveredByName: duty.coveredBy === null ? null : names.organ(duty.coveredBy),
        leaderName: duty.leader?.name ?? null,
        article: result === null ? 'LEAD2020 7(1)' : articleOfDuty[result],
      };
    }),
    ended:
      ended === null
        ? null
        : {
            on: ended.occurredOn,
            outcomes: ended.payload.outcomes,
            redo: ended.payload.redo,
            reversedTo: ended.payload.reversedTo,
            reconsideration: ended.payload.reconsideration,
            number: ended.payload.number,
            operative: names.narrative(ended.payload.operative),
            compensation: ended.payload.compensation,
          },
    served: instance.served.map((e) => {
      const { to } = e.payload;
      const id = servedId(to);
      const clock = clocks.findLast((k) => isOf(appealRules, k) && k.subject === id && startsIn(k, instance, e.seq));
      return {
        name: nameOf(id),
        on: e.occurredOn,
        own: to.is === 'organ' && inputs.own.includes(to.organId),
        clockId: clock?.id ?? null,
      };
    }),
    unserved: ended === null ? [] : unservedOf(instance, inputs),
    appeals: instance.appeals.map(({ appealed, late, withdrawnOn }) => ({
      on: appealed.occurredOn,
      by: [...appealed.payload.organs, ...appealed.payload.parties].map(nameOf),
      late,
      withdrawnOn,
    })),
    effective:
      instance.effective === null
        ? null
        : {
            on: instance.effective.on,
            provisional: instance.effective.provisional,
            article: instance.effective.article,
          },
    overtakenOn: overtakenOn(instance, suit, today),
    appealable:
      ended !== null &&
      appealRule(triedAs(instance, suit.instances), ended.payload.outcomes) !== null &&
      !appealsTried(instance, suit.instances).some((x) => x.ended !== null && !isLetGo(x)),
  };
}

/** Since when the court above has said what holds: a judgment that was appealed in time never takes effect by itself. */
function overtakenOn(instance: Instance, suit: Lawsuit, today: CivilDate): CivilDate | null {
  if (instance.ended === null || instance.effective !== null) return null;
  const above = appealsTried(instance, suit.instances).find((x) => x.ended !== null && !isLetGo(x));
  const on = above?.effective?.visibleFrom ?? null;
  return on !== null && on <= today ? on : null;
}

/** A reason for an absence that the court has said nothing of. */
const isUnexamined = (instance: Instance, organId: OrganId): boolean => {
  const own = instance.sessions.flatMap((s) => s.appearances.filter((a) => a.organId === organId));
  return (
    own.some((a) => a.explained !== null && a.ruled === null) && !own.some((a) => a.ruled?.payload.accepted === true)
  );
};

/** Whether a clock began with an entry of this instance. */
const startsIn = (k: Clock, instance: Instance, seq: number): boolean =>
  k.startSeq === seq || k.startSeq === instance.ended?.seq;

/** Whom the judgment has not reached yet, as far as the record says: the effective day waits for them. */
function unservedOf(instance: Instance, { suit, names, partyName }: InstanceInputs): InstanceView['unserved'] {
  const reached = new Set(instance.served.map((e) => servedId(e.payload.to)));
  return addresseesOf(suit, instance.ended?.payload.outcomes ?? [])
    .filter((a) => !reached.has(a.id))
    .map(({ is, id }) => ({ is, id, name: is === 'organ' ? names.organ(id as OrganId) : (partyName(id) ?? '') }));
}

function answerView(instance: Instance, organId: OrganId, inputs: InstanceInputs): AnswerView {
  const { clocks, today, names, suit } = inputs;
  const own = instance.papers.filter((e) => e.payload.organId === organId);
  // The copy of an appeal, and the answer to it, may be on record in the instance below.
  const copies = instance.level === 'second' ? appealCopies(instance, suit.instances, organId) : [];
  const papers = [...own, ...copies.filter((p) => !own.includes(p))];
  const tried = instance.level !== 'second' && instancesOfAppeal(instance, suit.instances).length > 1;
  const extension = instance.extensionsAsked.findLast((e) => e.payload.organId === organId);
  const said = instance.extensionsAnswered.findLast((e) => e.payload.organId === organId);
  const starts = new Set([
    instance.opened.seq,
    ...papers.map((e) => e.seq),
    ...[extension?.seq, said?.seq].filter((seq) => seq !== undefined),
  ]);
  const ofOrgan = clocks.filter((k) => k.subject === organId && k.startSeq !== null && starts.has(k.startSeq));
  const answer = theOne(
    ofOrgan.filter((k) => isOf(answerRules, k) && !(tried && k.ruleId === 'litigation.appeal-answer')),
    today,
  );
  const evidence = theOne(
    ofOrgan.filter((k) => isOf(evidenceRules, k)),
    today,
  );
  const [copy] = copies;
  const filed =
    copy === undefined
      ? instance.answers.filter((e) => e.payload.organId === organId)
      : appealAnswers(instance, suit.instances, copy);
  const more = instance.evidence.filter((e) => e.payload.organId === organId);
  const last = filed.at(-1);
  const consequence = (evidence ?? answer)?.computation.rule?.onExpiry[0] ?? null;
  return {
    organId,
    answerClockId: answer?.id ?? null,
    evidenceClockId: evidence?.id ?? null,
    filedOn: filed[0]?.occurredOn ?? null,
    evidence: [...filed, ...more].flatMap((e) => e.payload.evidence),
    bases: filed.flatMap((e) => e.payload.bases),
    opinion: last === undefined || last.payload.opinion === null ? null : names.narrative(last.payload.opinion),
    extension:
      extension === undefined
        ? null
        : {
            askedOn: extension.occurredOn,
            allowed: said?.payload.allowed ?? null,
            causeRemovedOn: said?.payload.causeRemovedOn ?? null,
          },
    consequence,
  };
}

/** A session whose day has come is due until it is said whether it was held. */
function stateOf(session: CourtSession, today: CivilDate): SessionView['state'] {
  if (session.cancelled !== null) return 'cancelled';
  if (session.held !== null) return session.held.payload.adjourned ? 'adjourned' : 'held';
  return session.on <= today ? 'due' : 'set';
}

interface SessionInputs extends InstanceInputs {
  /** Organs that had to appear at a session that was held, and of whom nothing is on record. */
  readonly unrecorded: ReturnType<typeof unrecordedOn>;
}

/** The sessions of an instance in the order of their days. */
const sessionsOf = (instance: Instance): readonly CourtSession[] =>
  [...instance.sessions].sort((a, b) => (a.on === b.on ? a.time.localeCompare(b.time) : a.on < b.on ? -1 : 1));

function sessionView(session: CourtSession, inputs: SessionInputs): SessionView {
  const { suit, names, today } = inputs;
  const { marked, came } = session.observation ?? { marked: null, came: null };
  const first = session.set.payload;
  let before = { on: first.on, time: first.time };
  const moves = session.moves.map(({ payload }) => {
    const from = before;
    before = { on: payload.on, time: payload.time };
    return { from, why: payload.why };
  });
  const organ = (organId: OrganId) => ({ organId, name: names.organ(organId) });
  return {
    sessionId: session.sessionId,
    instanceId: session.instanceId,
    kind: first.kind,
    on: session.on,
    time: session.time,
    minutes: session.minutes,
    place: session.place,
    isPublic: session.isPublic,
    state: stateOf(session, today),
    moves,
    observation:
      marked === null
        ? null
        : {
            invited: marked.payload.invited.map(organ),
            came: came?.payload.came.map((c) => ({ ...organ(c.organId), people: c.people })) ?? null,
          },
    appearances: isDutySession(session)
      ? suit.organs.map((o) => appearanceView(session, o.organId, inputs))
      : suit.organs
          .filter((o) => session.appearances.some((a) => a.organId === o.organId))
          .map((o) => appearanceView(session, o.organId, inputs)),
  };
}

const nothing = (session: CourtSession, organId: OrganId): Appearance => ({
  sessionId: session.sessionId,
  organId,
  planned: null,
  replaced: [],
  leader: null,
  further: [],
  confirmed: null,
  proof: null,
  proofChecked: null,
  recorded: null,
  explained: null,
  ruled: null,
  counts: null,
  notCounting: [],
  satInstead: null,
  triggers: [],
});

function appearanceView(session: CourtSession, organId: OrganId, inputs: SessionInputs): AppearanceView {
  const { clocks, sees } = inputs;
  const a = session.appearances.find((x) => x.organId === organId) ?? nothing(session, organId);
  const notice = session.notices.find((n) => n.organId === organId);
  // What it proved to the court and why nobody came is between the organ, the court and the office.
  const isSeen = sees(organId);
  const recorded = a.recorded;
  const explained = isSeen ? a.explained : null;
  return {
    organId,
    notified: notice?.leader ?? 'none',
    servedOn: notice?.servedOn ?? null,
    servedLate: noticeChecks(clocks, session, organId).late.length > 0,
    leader: a.leader,
    plannedOn: a.planned?.occurredOn ?? null,
    confirmedOn: a.confirmed?.occurredOn ?? null,
    proofOn: isSeen ? (a.proof?.occurredOn ?? null) : null,
    proofResult: isSeen ? (a.proofChecked?.payload.result ?? null) : null,
    recorded:
      recorded === null
        ? null
        : {
            on: recorded.occurredOn,
            leader: recorded.payload.leader,
            spoke: recorded.payload.spoke,
            leftEarly: recorded.payload.leftEarly,
            refusedToExplain: recorded.payload.refusedToExplain,
            staff: recorded.payload.staff,
            lawyers: recorded.payload.lawyers,
          },
    explained:
      explained === null
        ? null
        : {
            on: explained.occurredOn,
            ground: explained.payload.ground,
            reason: explained.payload.reason,
            proof: explained.payload.proof,
            ruled: a.ruled?.payload.accepted ?? null,
          },
    counts: a.counts,
    notCounting: a.notCounting,
    satInstead: a.satInstead,
    further: a.further.map(({ leader, notCounting }) => ({
      leader,
      notCounting: notCounting.map((code) => ({ code, article: articleOfNotCounting[code] })),
    })),
    triggers: a.triggers.map((code) => ({ code, article: articleOfTrigger[code] })),
    toRecord: inputs.unrecorded.some((u) => u.session.sessionId === session.sessionId && u.organId === organId),
  };
}
