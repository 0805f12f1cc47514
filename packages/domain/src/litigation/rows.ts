/** The rows of the lawsuit's own read tables: instances, sessions, each organ at each session, and the duties. */
import type { OrganId } from '../ids.ts';
import { isDutySession } from './appearances.ts';
import type { CourtSession, Instance, Lawsuit } from './case-types.ts';
import { courtNumberKey } from './instances.ts';
import { noticeChecks } from './notice-checks.ts';
import { owesAt } from './owing.ts';
import { undertakingOf } from './project.ts';
import type { AppearanceDutyRow, AppearanceRow, CourtSessionRow, LawsuitInstanceRow } from './read-rows.ts';

export { courtNumberKey };

/** A suit that was registered by mistake has no session, appearance or duty, and its court numbers are free again. */
const isVoid = (suit: Pick<Lawsuit, 'voided'>): boolean => suit.voided !== null;

export function instanceRows(suit: Lawsuit): readonly LawsuitInstanceRow[] {
  const { streamId, organId } = suit;
  if (organId === null) return [];
  return suit.instances.map((i) => {
    const key = courtNumberKey(i.courtNumber);
    // A number that two instances of one suit bear stands with the first: the record says so, and the index holds.
    const isFirst = suit.instances.find((x) => courtNumberKey(x.courtNumber) === key) === i;
    return {
      streamId,
      instanceId: i.instanceId,
      organId,
      level: i.level,
      court: i.court,
      courtNumber: i.courtNumber,
      numberKey: isVoid(suit) || !isFirst || key === '' ? null : key,
      remand: i.opened.payload.remandedBy !== null,
      openedOn: i.opened.occurredOn,
      docketedOn: i.docketedOn,
      endedOn: i.ended?.occurredOn ?? null,
      outcomes: i.ended?.payload.outcomes ?? [],
      effectiveOn: i.effective?.visibleFrom ?? null,
    };
  });
}

export function sessionRows(suit: Lawsuit): readonly CourtSessionRow[] {
  if (isVoid(suit)) return [];
  return suit.instances.flatMap((i) =>
    i.sessions.map((s) => ({
      streamId: suit.streamId,
      sessionId: s.sessionId,
      instanceId: i.instanceId,
      kind: s.set.payload.kind,
      onDay: s.on,
      time: s.time,
      minutes: s.minutes,
      place: s.place,
      isPublic: s.isPublic,
      cancelledOn: s.cancelled?.occurredOn ?? null,
      heldOn: s.held?.occurredOn ?? null,
      adjourned: s.held?.payload.adjourned === true,
      observed: s.observation !== null,
      invited: s.observation?.marked.payload.invited ?? [],
    })),
  );
}

function appearanceRow(suit: Lawsuit, i: Instance, s: CourtSession, organId: OrganId): AppearanceRow {
  const a = s.appearances.find((x) => x.organId === organId) ?? null;
  const recorded = a?.recorded ?? null;
  // Once somebody sat, it is they who are shown; before, who is to come.
  const leader = recorded === null ? (a?.leader ?? null) : recorded.payload.leader;
  const notice = s.notices.find((n) => n.organId === organId);
  const checks = noticeChecks(suit.clocks, s, organId);
  return {
    streamId: suit.streamId,
    sessionId: s.sessionId,
    instanceId: i.instanceId,
    organId,
    undertakingId: undertakingOf(suit, organId),
    notified: notice?.leader ?? 'none',
    servedOn: notice?.servedOn ?? null,
    noticeRules: checks.rules,
    noticeLate: checks.late,
    owes: owesAt(i, s, organId),
    leaderName: leader?.name ?? null,
    leaderTitle: leader?.title ?? null,
    leaderRank: leader?.rank ?? null,
    leaderAccountId: leader?.accountId ?? null,
    leaderPostId: leader?.postId ?? null,
    plannedOn: a?.planned?.occurredOn ?? null,
    confirmedOn: a?.confirmed?.occurredOn ?? null,
    proofOn: a?.proof?.occurredOn ?? null,
    recordedOn: recorded?.occurredOn ?? null,
    explainedOn: a?.explained?.occurredOn ?? null,
    counts: a?.counts ?? null,
    spoke: recorded?.payload.spoke ?? null,
    leftEarly: recorded?.payload.leftEarly ?? null,
    refusedToExplain: recorded?.payload.refusedToExplain ?? null,
    satInstead: a?.satInstead ?? null,
    notCounting: a?.notCounting.map((n) => n.code) ?? [],
    triggers: a?.triggers ?? [],
  };
}

/**
 * One for every organ of the suit at every trial session, whatever is on record of it; of a cancelled one, and of a session
 * at which no duty arises, only where a leader was named: the leader's own calendar says that it is off, or on.
 */
export function appearanceRows(suit: Lawsuit): readonly AppearanceRow[] {
  if (isVoid(suit)) return [];
  return suit.instances.flatMap((i) =>
    i.sessions.flatMap((s) => {
      const all = s.cancelled === null && isDutySession(s);
      return suit.organs.flatMap(({ organId }) => {
        const row = appearanceRow(suit, i, s, organId);
        return all || row.leaderName !== null ? [row] : [];
      });
    }),
  );
}

export function dutyRows(suit: Lawsuit): readonly AppearanceDutyRow[] {
  if (isVoid(suit)) return [];
  return suit.instances.flatMap((i) =>
    i.duties.map((d) => ({
      streamId: suit.streamId,
      instanceId: i.instanceId,
      organId: d.organId,
      undertakingId: undertakingOf(suit, d.organId),
      level: i.level,
      arisesOn: d.arisesOn,
      dischargedOn: d.dischargedOn,
      result: d.result,
      coveredBy: d.coveredBy,
      leaderName: d.leader?.name ?? null,
      leaderRank: d.leader?.rank ?? null,
      leaderAccountId: d.leader?.accountId ?? null,
    })),
  );
}
