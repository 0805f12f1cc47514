/**
 * The rows of the shared read tables. Pure, and true under any clock: a row holds the days on which things change. Where
 * time alone will change the stage, whom the suit waits for or the clock that matters, the participant rows are cut.
 */
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { AccountId, OrganId } from '../ids.ts';
import { ownUnit } from '../law/lateness.ts';
import type { Clock } from '../ledger/clock.ts';
import type { History, Kind, LawContext } from '../ledger/kinds.ts';
import type { ClockRow, numberCapacities, ParticipantRow, PartyNameRow, ReadRows } from '../ledger/projection.ts';
import { factRows } from '../ledger/replay.ts';
import type { Lawsuit, Position } from './case-types.ts';
import { factsOf } from './facts.ts';
import { isRight } from './limits.ts';
import { positionOn } from './position.ts';
import { resultOf } from './results.ts';
import { type DueBySession, dueBySession } from './session-limit.ts';

export const kindName = 'litigation';
/** Raised whenever a row below changes its meaning: stored rows of a lower version are rebuilt at start. */
export const projectionVersion = 3;

/** A light turns amber three working days before the end, and red the day after it. */
const amberWorkingDays = 3;

/** Organs whose people answer for an organ of the suit: the undertaking department, else the organ itself. */
export const undertakingOf = (suit: Pick<Lawsuit, 'organs'>, organId: OrganId): OrganId =>
  suit.organs.find((o) => o.organId === organId)?.undertakingId ?? organId;

/** Every organ that takes part as a defendant does: the organs of the suit, and the departments that answer for them. */
export const respondentsOf = (suit: Pick<Lawsuit, 'organs'>): readonly OrganId[] => [
  ...new Set(suit.organs.flatMap((o) => (o.undertakingId === null ? [o.organId] : [o.organId, o.undertakingId]))),
];

/** The organs of the suit that one organ's people answer for: itself where it is one, and those it undertakes. */
export const answersFor = (suit: Pick<Lawsuit, 'organs'>, organId: OrganId): readonly OrganId[] =>
  suit.organs.filter((o) => o.organId === organId || o.undertakingId === organId).map((o) => o.organId);

/** Whose clock it is: an organ of the suit, also by what it must perform; null for the court's and the parties'. */
export function organOfClock(suit: Pick<Lawsuit, 'organs' | 'obligations'>, clock: Clock): OrganId | null {
  const organ = suit.organs.find((o) => o.organId === clock.subject);
  if (organ !== undefined) return organ.organId;
  if (clock.ruleId !== 'litigation.perform') return null;
  return suit.obligations.find((o) => o.obligationId === clock.subject)?.organId ?? null;
}

/** A duty of somebody in the suit, not the court's limit and nobody's right. */
const isDuty = (clock: Clock): boolean => !isRight(clock) && clock.computation.rule?.obligor !== 'court';

/** The clock that matters to the office: the worst duty of any organ, else the one the suit waits on, else the court's. */
export function clockOfOffice(suit: Lawsuit, position: Position): Clock | null {
  const { running, waiting } = position;
  const duty = running.find((k) => isDuty(k) && organOfClock(suit, k) !== null);
  const ofCourt = (k: Clock) => k.subject === 'court' && k.computation.rule?.obligor === 'court';
  return duty ?? running.find((k) => k.id === waiting.clockId) ?? running.find(ofCourt) ?? null;
}

/** The clock that matters to whoever answers for these organs: their worst duty, else the end of their time to appeal. */
export function clockOfOrgans(suit: Lawsuit, position: Position, organs: readonly OrganId[]): Clock | null {
  const own = position.running.filter((k) => {
    const organ = organOfClock(suit, k);
    return organ !== null && organs.includes(organ);
  });
  return own.find(isDuty) ?? own.find((k) => k.ruleId.startsWith('litigation.appeal-')) ?? null;
}

type Due = Pick<ParticipantRow, 'dueRule' | 'dueUnit' | 'sortDue' | 'dueStatus' | 'amberOn' | 'redOn'>;

const lightsOf = (due: CivilDate, calendar: WorkCalendar): Pick<Due, 'sortDue' | 'amberOn' | 'redOn'> => ({
  sortDue: due,
  amberOn: calendar.nthWorkingDayBefore(due, amberWorkingDays) ?? addDays(due, -amberWorkingDays),
  redOn: addDays(due, 1),
});

/** What presses: the clock, or a session before its end for which the leader is not arranged, confirmed and proved. */
function dueOf(clock: Clock | null, session: DueBySession | null, calendar: WorkCalendar): Due {
  const never = { sortDue: 'infinity', amberOn: 'infinity', redOn: 'infinity' } as const;
  if (session !== null && session.due < (clock?.computation.due ?? '9999')) {
    const { rule, due } = session;
    return { dueRule: rule, dueUnit: 'day', dueStatus: 'final', ...lightsOf(due, calendar) };
  }
  if (clock === null) return { dueRule: null, dueUnit: null, dueStatus: 'none', ...never };
  const { due, status } = clock.computation;
  const dueUnit = ownUnit(clock.computation);
  if (due === null) return { dueRule: clock.ruleId, dueUnit, dueStatus: status, ...never };
  return {
    dueRule: clock.ruleId,
    dueUnit,
    dueStatus: status,
    ...lightsOf(due, calendar),
  };
}

/** The days after the last entry on which something changes by itself, earliest first. */
function cutsAfter(suit: Lawsuit, base: CivilDate): readonly CivilDate[] {
  const days = new Set<CivilDate>();
  for (const k of suit.clocks) {
    days.add(k.visibleFrom);
    if (k.computation.due !== null) days.add(addDays(k.computation.due, 1));
    if (k.end.is !== 'open') days.add(k.end.on);
  }
  for (const i of suit.instances) {
    if (i.effective !== null) days.add(i.effective.visibleFrom);
    // The day after a session it is a task to say whether it was held.
    for (const s of i.sessions) if (s.cancelled === null && s.held === null) days.add(addDays(s.on, 1));
  }
  for (const o of suit.obligations) {
    if (o.inForceFrom !== null) days.add(o.inForceFrom);
    if (o.fellOn !== null) days.add(o.fellOn);
    for (const s of o.stays) for (const day of [s.from, s.to]) if (day !== null) days.add(day);
  }
  if (suit.closing !== null) days.add(suit.closing.on);
  return [...days].filter((d) => d > base).sort();
}

interface Phase {
  readonly from: CivilDate;
  readonly position: Position;
}

/** Rows of one organ over the phases; neighbours that say the same are one row. */
function rowsOver(
  phases: readonly Phase[],
  row: (position: Position) => Omit<ParticipantRow, 'fromOn' | 'untilOn'>,
): readonly ParticipantRow[] {
  const rows: ParticipantRow[] = [];
  let said = '';
  for (const phase of phases) {
    const next = row(phase.position);
    const says = JSON.stringify(next);
    if (says === said) continue;
    said = says;
    const last = rows.at(-1);
    if (last !== undefined) rows[rows.length - 1] = { ...last, untilOn: phase.from };
    rows.push({ ...next, fromOn: last === undefined ? '-infinity' : phase.from, untilOn: 'infinity' });
  }
  return rows;
}

/** How the suit ended, in one code; null while nothing that stands ended it. */
export const outcomeOf = (suit: Lawsuit): string | null =>
  suit.voided !== null ? 'voided' : (resultOf(suit)?.principal ?? null);

/** Everything the shared read tables hold of one lawsuit. */
export function projectLawsuit(suit: Lawsuit, history: History<Lawsuit>, law: LawContext): ReadRows | null {
  const { registered, organId, streamId } = suit;
  if (registered === null || organId === null) return null;
  const base = suit.entries.at(-1)?.occurredOn ?? registered.occurredOn;
  const phases: readonly Phase[] = [base, ...cutsAfter(suit, base)].map((from) => ({
    from,
    position: positionOn(suit, from),
  }));
  const handlers = suit.handlers as readonly AccountId[];
  const outcome = outcomeOf(suit);
  const closedOn = suit.voided?.occurredOn ?? suit.closing?.on ?? null;
  const common = (position: Position) => {
    const closed = position.stage === 'closed' || position.stage === 'voided';
    return {
      streamId,
      kind: kindName,
      stage: position.stage,
      waitingFor: position.waiting.who,
      closed,
      acceptedOn: suit.instances[0]?.docketedOn ?? null,
      closedOn: closed ? closedOn : null,
      outcome,
    };
  };
  const respondents = respondentsOf(suit);
  const participants = [
    ...rowsOver(phases, (p) => ({
      ...common(p),
      organId,
      capacity: 'reviewing' as const,
      handlers,
      ...dueOf(clockOfOffice(suit, p), dueBySession(suit, p, null), law.calendar),
    })),
    ...respondents.flatMap((r) => {
      const organs = answersFor(suit, r);
      const own = [...new Set(organs.flatMap((o) => suit.responders.get(o) ?? []))];
      return rowsOver(phases, (p) => ({
        ...common(p),
        organId: r,
        capacity: 'respondent' as const,
        handlers: own,
        ...dueOf(clockOfOrgans(suit, p, organs), dueBySession(suit, p, organs), law.calendar),
      }));
    }),
  ];
  const versions = { lawBookVersion: law.lawBook.version, calendarVersion: law.calendar.version };
  /** The suit's number, the courts', those of the judgments, and the act's; its words, as the complaint says them to all. */
  const numbers: readonly (readonly [string, (typeof numberCapacities)[number], string | null])[] = [
    ['case', 'case-number', suit.number],
    ['act', 'document-number', suit.act?.number ?? null],
    ...suit.instances.map((i) => [i.instanceId, 'document-number', i.courtNumber] as const),
    ...suit.instances.flatMap((i) => {
      const number = i.ended?.payload.number ?? null;
      return number === i.courtNumber ? [] : [[`${i.instanceId}|judgment`, 'document-number', number] as const];
    }),
  ];
  const words = [suit.act?.name, suit.act?.content].filter((part) => part !== undefined && part !== '').join(' ');
  const said = [...numbers, ['act', 'act-words', words] as const];
  const namesFor = (organ: OrganId): readonly PartyNameRow[] => [
    ...suit.parties.map(
      (p): PartyNameRow => ({
        streamId,
        partyId: p.partyId,
        capacity: p.capacity,
        organId: organ,
        personRecordId: p.person.personRecordId,
        publicName: null,
      }),
    ),
    ...said.flatMap(([partyId, capacity, number]) =>
      number === null || number === ''
        ? []
        : [{ streamId, partyId, capacity, organId: organ, personRecordId: null, publicName: number }],
    ),
  ];
  const current = suit.instances.at(-1);
  return {
    caseIndex: {
      streamId,
      kind: kindName,
      projectionVersion,
      version: suit.version,
      caseNumber: suit.number,
      title: suit.act?.name ?? '',
      organId,
      handlers,
      procedure: current?.procedures.at(-1)?.procedure ?? null,
      lawVersion: 'ALL2017',
      filedOn: null,
      receivedOn: registered.occurredOn,
      acceptedOn: suit.instances[0]?.docketedOn ?? null,
      acceptedBy: null,
      acceptedVisibleFrom: null,
      closedOn,
      outcome,
      matter: suit.act?.matter ?? null,
      category: suit.act?.category ?? null,
      channel: null,
      respondents: suit.organs.map((o) => o.organId),
      ...versions,
    },
    participants,
    clocks: suit.clocks.map(
      (k): ClockRow => ({
        streamId,
        clockId: k.id,
        ruleId: k.ruleId,
        subject: k.subject,
        startSeq: k.startSeq,
        visibleFrom: k.visibleFrom,
        status: k.computation.status,
        raw: k.computation.raw,
        due: k.computation.due,
        endKind: k.end.is,
        endOn: k.end.is === 'open' ? null : k.end.on,
        marks: k.computation.marks,
        ...versions,
      }),
    ),
    partyNames: [...new Set([organId, ...respondents])].flatMap(namesFor),
    links: suit.links.map((l) => ({ fromStreamId: streamId, toStreamId: l.to, kind: l.kind, seq: l.seq })),
    caseFacts: factRows<Lawsuit>(factSource, streamId, history),
  };
}

const factSource: Pick<Kind<Lawsuit>, 'facts'> = { facts: factsOf };
