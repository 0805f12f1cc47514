/**
 * Where a lawsuit stands on a day: its stage, 等谁, and the clocks that run. The fold has no today; here is where silence
 * shows: a judgment takes effect when the last appeal limit is over, a limit is overdue from the day after its end.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { appealCopies, openAppealAnswer } from './appeal-answers.ts';
import { isDutySession } from './appearances.ts';
import type { CourtSession, Instance, InstancePosition, Lawsuit, Position, Waiting } from './case-types.ts';
import { closingOf, instancesBy, openObligations } from './closing.ts';
import type { InstanceStage, Stage } from './codes.ts';
import { servedOn } from './effect.ts';
import { addresseesOf, appealRule, hasEvidence, standsStill, suitGoesOn, triedAs } from './instances.ts';
import { answerRules, isRight, simplifiedEvidence } from './limits.ts';
import { owesAt } from './owing.ts';
import { isStayedOn } from './stays.ts';

const by = (e: { readonly occurredOn: CivilDate } | null | undefined, day: CivilDate): boolean =>
  e !== null && e !== undefined && e.occurredOn <= day;

/** A session that was held by that day. */
const heldBy = (s: CourtSession, day: CivilDate): boolean => by(s.held, day);

/** The organs whose answer this instance waits for (simplified: whose evidence): the papers came, it did not. */
function unanswered(suit: Lawsuit, i: Instance, day: CivilDate): readonly OrganId[] {
  return suit.organs
    .map((o) => o.organId)
    .filter((organId) => {
      const clock = answerClockOf(suit, i, organId, day);
      if (clock === null) return false;
      if (clock.ruleId === 'litigation.appeal-answer') return openAppealAnswer(suit, i, organId, day) !== null;
      return clock.ruleId === simplifiedEvidence ? !hasEvidence(i, organId, day) : !answeredBy(i, organId, day);
    });
}

const answeredBy = (i: Instance, organId: OrganId, day: CivilDate): boolean =>
  i.answers.some((a) => a.payload.organId === organId && a.occurredOn <= day);

/** The clock of an organ's answer in an instance, as seen on a day; in the simplified procedure that of its evidence. */
export function answerClockOf(
  suit: Pick<Lawsuit, 'clocks' | 'instances'>,
  i: Instance,
  organId: OrganId,
  day: CivilDate,
): Clock | null {
  const copies = i.level === 'second' ? appealCopies(i, suit.instances, organId) : [];
  const starts = new Set([...i.papers, ...copies].filter((p) => p.payload.organId === organId).map((p) => p.seq));
  return (
    suit.clocks.findLast(
      (k) =>
        (answerRules.includes(k.ruleId) || k.ruleId === simplifiedEvidence) &&
        k.subject === organId &&
        k.startSeq !== null &&
        starts.has(k.startSeq) &&
        k.visibleFrom <= day &&
        !(k.end.is === 'superseded' && k.end.on <= day),
    ) ?? null
  );
}

/** An appeal that is tried, or that was made in time and not let go; one too late moves nothing. */
function isAppealed(suit: Lawsuit, i: Instance, day: CivilDate): boolean {
  if (i.appeals.some((a) => !a.late && by(a.appealed, day) && (a.withdrawnOn === null || day < a.withdrawnOn)))
    return true;
  return (
    i.appeals.every((a) => !a.late) &&
    suit.instances.some((x) => x.level === 'second' && x.opened.payload.of === i.instanceId && by(x.opened, day))
  );
}

/** The stage of one instance on a day. */
export function stageOfInstance(suit: Lawsuit, i: Instance, day: CivilDate): InstanceStage {
  if (by(i.ended, day)) {
    if (i.effective !== null && i.effective.visibleFrom <= day) return 'effective';
    return isAppealed(suit, i, day) ? 'appealed' : 'judged';
  }
  if (i.spans.some((s) => standsStill(s) && s.from <= day && (s.to === null || day < s.to))) return 'suspended';
  if (i.sessions.some((s) => heldBy(s, day))) return 'trying';
  return unanswered(suit, i, day).length > 0 ? 'answering' : 'trying';
}

const rank = { overdue: 0, running: 1, stopped: 2, unknown: 3, met: 4, late: 4, superseded: 4 } as const;

/**
 * The clocks seen on a day that still run, worst first: overdue by how long, running by their end, stopped, unknown; duties
 * before rights. A right that nobody used in time runs no more.
 */
export function runningOn(suit: Pick<Lawsuit, 'clocks' | 'voided'>, day: CivilDate): readonly Clock[] {
  if (by(suit.voided, day)) return [];
  return suit.clocks
    .filter((k) => {
      if (k.visibleFrom > day) return false;
      const status = clockStatusOn(k, day);
      return rank[status] < 4 && !(isRight(k) && status === 'overdue');
    })
    .sort((a, b) => {
      const byRight = Number(isRight(a)) - Number(isRight(b));
      if (byRight !== 0) return byRight;
      const byStatus = rank[clockStatusOn(a, day)] - rank[clockStatusOn(b, day)];
      if (byStatus !== 0) return byStatus;
      const x = a.computation.due ?? '9999';
      const y = b.computation.due ?? '9999';
      return x === y ? 0 : x < y ? -1 : 1;
    });
}

const waiting = (
  who: Waiting['who'],
  what: string,
  clock: Clock | null,
  more: Partial<Pick<Waiting, 'organId' | 'article' | 'consequence'>> = {},
): Waiting => {
  const citation = clock?.computation.rule?.citations[0];
  return {
    who,
    what,
    organId: more.organId ?? null,
    article:
      more.article ?? (citation === undefined ? null : [citation.law, citation.article].filter(Boolean).join(' ')),
    clockId: clock?.id ?? null,
    consequence: more.consequence ?? clock?.computation.rule?.onExpiry[0] ?? null,
  };
};

const nobody = waiting('nobody', 'nothing', null);

/** Organs whose leader must be arranged for a session: they owe a duty that nothing discharged or covers yet (LEAD2020). */
export function organsToAppear(
  suit: Pick<Lawsuit, 'organs'>,
  i: Instance,
  s: CourtSession,
  day: CivilDate,
): readonly OrganId[] {
  if (!isDutySession(s)) return [];
  return suit.organs
    .map((o) => o.organId)
    .filter((organId) => {
      const duty = i.duties.find((d) => d.organId === organId);
      if (duty?.again.includes(s.sessionId) === true) return true;
      const done = duty !== undefined && duty.dischargedOn !== null && duty.dischargedOn <= day;
      if (done && duty.dischargedIn !== s.sessionId) return false;
      const covered = i.agreed.findLast((a) => a.occurredOn <= day && a.payload.organIds.includes(organId));
      return covered === undefined || covered.payload.byOrganId === organId;
    });
}

/** Sessions that took place and where nothing is on record of the appearance that an organ owed: a task (see owing.ts). */
export function unrecordedOn(
  suit: Pick<Lawsuit, 'organs'>,
  i: Instance,
  day: CivilDate,
): readonly { readonly session: CourtSession; readonly organId: OrganId }[] {
  const recorded = (session: CourtSession, organId: OrganId): boolean =>
    by(session.appearances.find((a) => a.organId === organId)?.recorded, day);
  return i.sessions
    .filter((s) => heldBy(s, day))
    .flatMap((session) =>
      suit.organs
        .filter(({ organId }) => owesAt(i, session, organId) && !recorded(session, organId))
        .map(({ organId }) => ({ session, organId })),
    );
}

function waitingForSession(suit: Lawsuit, i: Instance, day: CivilDate): Waiting | null {
  const unrecorded = unrecordedOn(suit, i, day)[0];
  if (unrecorded !== undefined) {
    return waiting('department', 'record-appearance', null, {
      organId: unrecorded.organId,
      article: 'LEAD2020 1(1)',
      consequence: 'counted-as-unrecorded',
    });
  }
  const next = i.sessions.find((s) => s.cancelled === null && s.held === null && s.set.occurredOn <= day);
  if (next === undefined) return null;
  if (next.on < day) return waiting('office', 'hold-session', null, { consequence: 'counted-as-unrecorded' });
  for (const organId of organsToAppear(suit, i, next, day)) {
    const a = next.appearances.find((x) => x.organId === organId);
    if (by(a?.explained, day)) continue;
    const more = { organId, article: 'ALL2017 3(3)', consequence: 'judicial-advice' };
    if (a === undefined || a.leader === null) return waiting('department', 'plan-leader', null, more);
    if (!by(a.confirmed, day)) return waiting('leader', 'confirm-leader', null, more);
    if (!by(a.proof, day)) {
      return waiting('department', 'submit-identity-proof', null, {
        organId,
        article: 'LEAD2020 6(1)',
        consequence: 'not-appeared',
      });
    }
  }
  return waiting('court', 'session', null);
}

/** 等谁: whom the lawsuit waits for on a day, for what, under which article, and what follows if nothing happens. */
function waitingOn(
  suit: Lawsuit,
  day: CivilDate,
  stage: Stage,
  current: InstancePosition | null,
  running: readonly Clock[],
): Waiting {
  if (stage === 'voided' || stage === 'closed' || current === null) return afterClosing(suit, day, stage, running);
  const proposal = suit.proposals.find((p) => p.proposedOn <= day) ?? null;
  const i = current.instance;
  if (proposal !== null) {
    const organId = (proposal.input as { readonly organId?: OrganId } | null)?.organId ?? null;
    const clock = organId === null ? null : answerClockOf(suit, i, organId, day);
    const runs = clock !== null && rank[clockStatusOn(clock, day)] < 4 ? clock : null;
    return waiting(organId === null ? 'office' : 'department', 'approve', runs, { organId });
  }
  const court = running.find((k) => k.computation.rule?.obligor === 'court' && k.subject === 'court') ?? null;
  switch (stage) {
    case 'answering': {
      // Whether a session took place is asked first: it moves the suit on.
      const past = waitingForSession(suit, i, day);
      if (past?.what === 'hold-session') return past;
      const organs = unanswered(suit, i, day);
      const clocks = organs.flatMap((organId) => {
        const clock = answerClockOf(suit, i, organId, day);
        return clock === null ? [] : [{ organId, clock }];
      });
      const worst =
        running.map((k) => clocks.find((c) => c.clock.id === k.id)).find((c) => c !== undefined) ?? clocks[0];
      if (worst === undefined) return waiting('court', 'judgment', court);
      const { organId, clock } = worst;
      if (clock.computation.trigger === null) return waiting('court', 'complaint-copy', clock, { organId });
      const isAcknowledged = suit.acknowledged.some(
        (a) => a.payload.organId === organId && a.payload.instanceId === i.instanceId && a.occurredOn <= day,
      );
      const own = suit.organs.find((o) => o.organId === organId)?.undertakingId ?? organId;
      // Whoever keeps the file has the papers already.
      const toAcknowledge = !isAcknowledged && own !== suit.organId;
      const owed = clock.ruleId === simplifiedEvidence ? 'file-evidence' : 'answer';
      return waiting('department', toAcknowledge ? 'acknowledge' : owed, clock, { organId });
    }
    case 'trying':
      return waitingForSession(suit, i, day) ?? waiting('court', 'judgment', court);
    case 'suspended': {
      const lapse = running.find((k) => k.ruleId === 'litigation.suspension-longest') ?? null;
      if (lapse !== null) return waiting('other-party', 'successor', lapse);
      return waiting('court', 'resume', null, { article: 'INT2018 87(2)' });
    }
    case 'judged': {
      const unrecorded = waitingUnrecorded(suit, i, day);
      if (unrecorded !== null) return unrecorded;
      const outcomes = i.ended?.payload.outcomes ?? [];
      if (current.stage === 'effective' && suitGoesOn(i, suit.instances))
        return waiting('court', 'next-instance', null);
      const left = addresseesOf(suit, outcomes).find((a) => !by(servedOn(i, a.id), day));
      if (left !== undefined) {
        const organId = left.is === 'organ' ? (left.id as OrganId) : null;
        return waiting('service', 'serve-judgment', null, {
          organId,
          article: 'ALL2017 85',
          consequence: appealRule(triedAs(i, suit.instances), outcomes) === null ? 'not-in-force' : 'not-effective',
        });
      }
      const appeal = running.findLast((k) => k.ruleId.startsWith('litigation.appeal-') && isRight(k)) ?? null;
      const organ = suit.organs.find((o) => o.organId === appeal?.subject)?.organId ?? null;
      return waiting(organ === null ? 'other-party' : 'department', 'appeal', appeal, { organId: organ });
    }
    case 'appealed': {
      const unrecorded = waitingUnrecorded(suit, i, day);
      if (unrecorded !== null) return unrecorded;
      for (const { organId } of suit.organs) {
        const clock = openAppealAnswer(suit, i, organId, day);
        if (clock !== null) return waiting('department', 'answer', clock, { organId });
      }
      return waiting('court', 'second-instance', null, { article: 'ALL2017 88' });
    }
    case 'performing': {
      const unrecorded = waitingUnrecorded(suit, i, day);
      if (unrecorded !== null) return unrecorded;
      const openOnes = openObligations(suit, day).filter((o) => !isStayedOn(o, day));
      const clock = running.find((k) => k.ruleId === 'litigation.perform') ?? null;
      const o = openOnes.find((x) => x.obligationId === clock?.subject) ?? openOnes[0];
      const who = o !== undefined && o.organId === null ? 'other-party' : 'department';
      // ALL2017 96 is against an organ; who is no organ is enforced against under 95.
      const more = who === 'other-party' ? { article: 'ALL2017 95', consequence: 'enforced-by-court-or-organ' } : {};
      return waiting(who, 'perform', clock, { organId: o?.organId ?? null, ...more });
    }
  }
}

function waitingUnrecorded(suit: Lawsuit, i: Instance, day: CivilDate): Waiting | null {
  const w = waitingForSession(suit, i, day);
  return w?.what === 'record-appearance' ? w : null;
}

/** A suit that is over still waits for what the law asks afterwards: the answer to a judicial advice, a missing appearance. */
function afterClosing(suit: Lawsuit, day: CivilDate, stage: Stage, running: readonly Clock[]): Waiting {
  if (stage === 'voided') return nobody;
  const last = instancesBy(suit, day).at(-1);
  const unrecorded = last === undefined ? null : waitingUnrecorded(suit, last, day);
  if (unrecorded !== null) return unrecorded;
  const advice = suit.advice.find((a) => by(a.received, day) && !by(a.answered, day));
  if (advice === undefined) return nobody;
  const { organId } = advice.received.payload;
  const clock = running.find((k) => k.startSeq === advice.received.seq) ?? null;
  return waiting('department', 'answer-advice', clock, { organId });
}

/** The stage of the lawsuit on a day. */
export function stageOn(suit: Lawsuit, day: CivilDate): Stage {
  if (by(suit.voided, day)) return 'voided';
  const current = instancesBy(suit, day).at(-1);
  if (current === undefined) return 'answering';
  const stage = stageOfInstance(suit, current, day);
  if (stage !== 'effective') return stage;
  if (closingOf(suit, day) !== null) return 'closed';
  return openObligations(suit, day).some((o) => !isStayedOn(o, day)) ? 'performing' : 'judged';
}

/** Where the lawsuit stands on a day. Entries of later days are not yet there, lapses of that day are. */
export function positionOn(suit: Lawsuit, day: CivilDate): Position {
  const stage = stageOn(suit, day);
  const instances = instancesBy(suit, day).map(
    (instance): InstancePosition => ({ instance, stage: stageOfInstance(suit, instance, day) }),
  );
  const current = instances.at(-1) ?? null;
  const running = runningOn(suit, day);
  return { day, stage, current, instances, waiting: waitingOn(suit, day, stage, current, running), running };
}
