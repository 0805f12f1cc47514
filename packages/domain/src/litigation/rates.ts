/**
 * The three rates of the leaders' appearance, each with its own denominator (法释〔2020〕3号; practice differs, so none is
 * shown without its definition). A unit is counted or not by one predicate: the figure is a count of units, and the list
 * behind it is these units.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId, StreamId } from '../ids.ts';
import { dutySessions } from './codes.ts';
import type { AppearanceDutyRow, AppearanceRow, CourtSessionRow } from './read-rows.ts';

export const rateKinds = [
  'per-case', // 按公开开庭的案件
  'per-duty', // 按应出庭义务
  'per-session', // 按庭次
] as const;
export type RateKind = (typeof rateKinds)[number];

type Seat = Pick<AppearanceRow, 'organId' | 'leaderName' | 'leaderAccountId' | 'counts' | 'notCounting' | 'recordedOn'>;
/** A held session with every organ's seat at it. */
export interface RateSession
  extends Pick<CourtSessionRow, 'streamId' | 'sessionId' | 'instanceId' | 'kind' | 'isPublic' | 'heldOn'> {
  readonly seats: readonly Seat[];
}
export type RateDuty = Pick<
  AppearanceDutyRow,
  | 'streamId'
  | 'instanceId'
  | 'organId'
  | 'arisesOn'
  | 'dischargedOn'
  | 'result'
  | 'coveredBy'
  | 'leaderName'
  | 'leaderAccountId'
>;
export interface RateFacts {
  readonly sessions: readonly RateSession[];
  readonly duties: readonly RateDuty[];
}

export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Whose rate: everybody's, one organ's, or one leader's. */
export type RateOf =
  | { readonly is: 'all' }
  | { readonly is: 'organ'; readonly organId: OrganId }
  | { readonly is: 'leader'; readonly key: string };

/** One thing a denominator counts. */
export interface RateUnit {
  readonly streamId: StreamId;
  readonly instanceId: string;
  readonly organId: OrganId | null;
  readonly sessionId: string | null;
  /** The day it belongs to: of the first public session, of the duty's arising, of the session. */
  readonly on: CivilDate;
  /** In the numerator, too. */
  readonly met: boolean;
  readonly leaderName: string | null;
  /** Of a duty. */
  readonly result: string | null;
}

/** One leader, whoever they sit for: the account, or the name at the organ's bench. */
export const leaderKey = (at: {
  readonly organId: OrganId;
  readonly leaderAccountId: AccountId | null;
  readonly leaderName: string | null;
}): string | null => at.leaderAccountId ?? (at.leaderName === null ? null : `${at.organId}|${at.leaderName}`);

/**
 * An eligible leader sat there: the appearance counts, or does not only because another leader had discharged the duty
 * before. Who left early sat there (12(1)(4) is recorded apart).
 */
export const isSeated = (seat: Seat): boolean =>
  seat.counts === true ||
  (seat.counts === false &&
    seat.recordedOn !== null &&
    seat.leaderName !== null &&
    seat.notCounting.length > 0 &&
    seat.notCounting.every((code) => code === 'second-leader'));

const isTrial = (session: Pick<RateSession, 'kind'>): boolean =>
  (dutySessions as readonly string[]).includes(session.kind);

/** The seats that matter to the one asked about: a case and a session are the suit's, whoever's leader came. */
function seatsFor(session: RateSession, of: RateOf): readonly Seat[] {
  if (of.is === 'all') return session.seats;
  if (of.is === 'organ') return session.seats.some((s) => s.organId === of.organId) ? session.seats : [];
  return session.seats.filter((seat) => leaderKey(seat) === of.key);
}

type Held = RateSession & { readonly heldOn: CivilDate };
const heldUntil = (sessions: readonly RateSession[], to: CivilDate): Held[] =>
  sessions
    .filter((s): s is Held => s.heldOn !== null && s.heldOn <= to && isTrial(s))
    .sort((a, b) => (a.heldOn === b.heldOn ? (a.sessionId < b.sessionId ? -1 : 1) : a.heldOn < b.heldOn ? -1 : 1));

function unitOfSeats(sessions: readonly [Held, ...Held[]], of: RateOf, whole: boolean): RateUnit {
  const [first] = sessions;
  const seats = sessions.flatMap((session) => seatsFor(session, of));
  const seated = seats.find(isSeated) ?? null;
  return {
    streamId: first.streamId,
    instanceId: first.instanceId,
    organId: of.is === 'organ' ? of.organId : null,
    sessionId: whole ? null : first.sessionId,
    on: first.heldOn,
    met: seated !== null,
    leaderName: seated?.leaderName ?? seats.find((seat) => seat.leaderName !== null)?.leaderName ?? null,
    result: null,
  };
}

/** Court case numbers with at least one public trial session, the first of them in the period. */
function cases({ sessions }: RateFacts, { from, to }: Period, of: RateOf): readonly RateUnit[] {
  const heard = heldUntil(sessions, to).filter((s) => s.isPublic && seatsFor(s, of).length > 0);
  const byCase = Map.groupBy(heard, (s) => `${s.streamId}|${s.instanceId}`);
  return [...byCase.values()].flatMap(([first, ...rest]) =>
    first === undefined || first.heldOn < from ? [] : [unitOfSeats([first, ...rest], of, true)],
  );
}

/** Duties that arose in the period, less those covered under article 3 by its end. */
function duties(facts: RateFacts, { from, to }: Period, of: RateOf): readonly RateUnit[] {
  return facts.duties.flatMap((duty): RateUnit[] => {
    const { arisesOn, dischargedOn, result } = duty;
    if (arisesOn === null || arisesOn < from || arisesOn > to) return [];
    if (of.is === 'organ' && duty.organId !== of.organId) return [];
    // What another organ's leader covered is nobody's own, also while it was still open.
    if (of.is === 'leader' && (result === 'covered' || leaderKey(duty) !== of.key)) return [];
    const inTime = dischargedOn !== null && dischargedOn <= to;
    if (result === 'covered' && inTime) return [];
    return [
      {
        streamId: duty.streamId,
        instanceId: duty.instanceId,
        organId: duty.organId,
        sessionId: null,
        on: arisesOn,
        met: result === 'appeared' && inTime,
        leaderName: duty.leaderName,
        result,
      },
    ];
  });
}

/** Trial sessions held in the period. */
function sessions(facts: RateFacts, { from, to }: Period, of: RateOf): readonly RateUnit[] {
  return heldUntil(facts.sessions, to)
    .filter((s) => s.heldOn >= from && seatsFor(s, of).length > 0)
    .map((s) => unitOfSeats([s], of, false));
}

const unitsBy = { 'per-case': cases, 'per-duty': duties, 'per-session': sessions } as const satisfies Record<
  RateKind,
  (facts: RateFacts, period: Period, of: RateOf) => readonly RateUnit[]
>;

/** The denominator's units; those that are `met` are the numerator's. Newest first. */
export const rateUnits = (kind: RateKind, facts: RateFacts, period: Period, of: RateOf): readonly RateUnit[] =>
  unitsBy[kind](facts, period, of).toSorted((a, b) => {
    const [left, right] = [a, b].map((u) => `${u.streamId}|${u.instanceId}|${u.organId ?? ''}|${u.sessionId ?? ''}`);
    return a.on === b.on ? ((left ?? '') < (right ?? '') ? -1 : 1) : a.on > b.on ? -1 : 1;
  });

export interface Rate {
  readonly kind: RateKind;
  readonly numerator: number;
  readonly denominator: number;
}

export const ratesOf = (facts: RateFacts, period: Period, of: RateOf): readonly Rate[] =>
  rateKinds.map((kind) => {
    const units = rateUnits(kind, facts, period, of);
    return { kind, numerator: units.filter((u) => u.met).length, denominator: units.length };
  });

/** Everybody who has a part in one of the figures: organs, or leaders by their key and name. */
export function subjectsOf(facts: RateFacts, period: Period, by: 'organ' | 'leader') {
  const seen = new Map<string, { readonly of: RateOf; readonly name: string | null; readonly organId: OrganId }>();
  const add = (at: Parameters<typeof leaderKey>[0]) => {
    const key = by === 'organ' ? at.organId : leaderKey(at);
    if (key === null || seen.has(key)) return;
    const of: RateOf = by === 'organ' ? { is: 'organ', organId: at.organId } : { is: 'leader', key };
    seen.set(key, { of, name: at.leaderName, organId: at.organId });
  };
  for (const s of heldUntil(facts.sessions, period.to)) for (const seat of s.seats) add(seat);
  for (const d of facts.duties) if (d.arisesOn !== null && d.arisesOn <= period.to) add(d);
  return seen;
}
