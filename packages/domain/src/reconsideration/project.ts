/**
 * The rows of the shared read tables. Pure, and true under any clock: a row holds the days on which things change.
 * Where silence alone will change the stage, whom the case waits for or the clock that matters, the participant rows
 * are cut at that day.
 */
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { AccountId, OrganId } from '../ids.ts';
import { ownUnit } from '../law/lateness.ts';
import type { Clock } from '../ledger/clock.ts';
import type { History, Kind, LawContext } from '../ledger/kinds.ts';
import type { ClockRow, numberCapacities, ParticipantRow, PartyNameRow, ReadRows } from '../ledger/projection.ts';
import { factRows } from '../ledger/replay.ts';
import { asRespondentSees, knownDays, mayReceive, reachedOn } from './as-respondent.ts';
import { titleApplicants } from './case-documents.ts';
import type { Position, ReconsiderationCase } from './case-types.ts';
import type { Stage } from './codes.ts';
import { factsOf } from './facts.ts';
import { positionOn } from './position.ts';
import { addressedOrgans, unansweredLetters } from './reports.ts';

export const kindName = 'reconsideration';
/** Raised whenever a row below changes its meaning: stored rows of a lower version are rebuilt at start. */
export const projectionVersion = 8;

/** A light turns amber three working days before the end, and red the day after it. */
const amberWorkingDays = 3;

const endedStages: ReadonlySet<Stage> = new Set<Stage>([
  'closed',
  'refused',
  'abandoned',
  'withdrawn-before-acceptance',
  'taken-up',
  'transferred',
  'voided',
]);

const officeObligors: ReadonlySet<string> = new Set(['reconsideration-organ', 'reconsideration-institution']);
const respondentObligors: ReadonlySet<string> = new Set(['respondent', 'addressed-organ', 'party']);

/** The clock that matters to the reviewing organ: the worst of its own, else the one the case waits on. */
export function clockOfOffice(position: Position): Clock | null {
  const own = position.running.find(
    (k) => k.computation.rule?.kind === 'deadline' && officeObligors.has(k.computation.rule.obligor),
  );
  return own ?? position.running.find((k) => k.id === position.waiting.clockId) ?? null;
}

/** The clock that matters to a respondent: the worst one that runs for it. */
export const clockOfRespondent = (position: Position, organ: OrganId): Clock | null =>
  position.running.find(
    (k) => k.subject === organ && k.computation.rule !== null && respondentObligors.has(k.computation.rule.obligor),
  ) ?? null;

/** Organs to which the copy went: from then on the case is theirs to see (48). */
export function respondentsInformed(c: ReconsiderationCase): readonly OrganId[] {
  const copies = new Set(
    c.entries.flatMap((e) => (e.type === 'copy-issued' ? [(e.payload as { documentId: string }).documentId] : [])),
  );
  return c.respondents.filter((r) => c.documents.some((d) => copies.has(d.id) && reachedOn(d, r) !== null));
}

/**
 * The row of an organ that was sent an opinion letter and has no other part in the case (76): its letter is open until
 * it is answered. How the case stands is not told: the stage says only whether something is still asked.
 */
function addressedRow(c: ReconsiderationCase, organId: OrganId, law: LawContext): ParticipantRow {
  const isOpen = unansweredLetters(c, organId).length > 0;
  const clock = isOpen
    ? (c.clocks.findLast((k) => k.ruleId === 'reconsideration.report-on-opinion' && k.subject === organId) ?? null)
    : null;
  return {
    streamId: c.streamId,
    kind: kindName,
    organId,
    capacity: 'addressed',
    stage: isOpen ? 'accepted' : 'closed',
    waitingFor: isOpen ? 'respondent' : 'nobody',
    handlers: [],
    closed: !isOpen,
    acceptedOn: null,
    closedOn: null,
    outcome: null,
    fromOn: '-infinity',
    untilOn: 'infinity',
    ...dueOf(clock, law.calendar),
  };
}

type Due = Pick<ParticipantRow, 'dueRule' | 'dueUnit' | 'sortDue' | 'dueStatus' | 'amberOn' | 'redOn'>;

function dueOf(clock: Clock | null, calendar: WorkCalendar): Due {
  const never = { sortDue: 'infinity', amberOn: 'infinity', redOn: 'infinity' } as const;
  if (clock === null) return { dueRule: null, dueUnit: null, dueStatus: 'none', ...never };
  const { due, status } = clock.computation;
  const dueUnit = ownUnit(clock.computation);
  if (due === null) return { dueRule: clock.ruleId, dueUnit, dueStatus: status, ...never };
  return {
    dueRule: clock.ruleId,
    dueUnit,
    dueStatus: status,
    sortDue: due,
    amberOn: calendar.nthWorkingDayBefore(due, amberWorkingDays) ?? addDays(due, -amberWorkingDays),
    redOn: addDays(due, 1),
  };
}

/** The days after the last entry on which something changes by itself, earliest first. */
function cutsAfter(c: ReconsiderationCase, base: CivilDate): readonly CivilDate[] {
  const days = new Set<CivilDate>();
  for (const l of c.lapses) days.add(l.visibleFrom);
  for (const k of c.clocks) {
    days.add(k.visibleFrom);
    if (k.computation.due !== null) days.add(addDays(k.computation.due, 1));
    if (k.end.is !== 'open') days.add(k.end.on);
  }
  for (const s of c.spans) {
    days.add(s.from);
    if (s.to !== null) days.add(s.to);
  }
  // A service may be recorded with its document, a day or two after the entry's own.
  for (const s of c.documents.flatMap((d) => d.sendings)) if (s.servedOn !== null) days.add(s.servedOn);
  if (c.closing !== null) days.add(c.closing.on);
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

/** Everything the read tables hold of one case. */
export function projectCase(
  c: ReconsiderationCase,
  history: History<ReconsiderationCase>,
  law: LawContext,
): ReadRows | null {
  const { received, organId } = c;
  if (received === null || organId === null) return null;
  const base = c.entries.at(-1)?.occurredOn ?? received.occurredOn;
  const phases: readonly Phase[] = [base, ...cutsAfter(c, base)].map((from) => ({
    from,
    position: positionOn(c, from),
  }));
  /** What a respondent knows changes also on the days on which it learns of an end of the case. */
  const phasesOf = (organ: OrganId): readonly Phase[] => {
    const learns = knownDays(c, organ).filter((d) => d > base);
    const cases = [base, ...learns].map((day) => asRespondentSees(c, organ, day, law));
    const cuts = new Set([...cases.flatMap((seen) => cutsAfter(seen, base)), ...learns]);
    return [base, ...[...cuts].sort()].map((from) => {
      const seen = cases[learns.filter((d) => d <= from).length] ?? c;
      return { from, position: positionOn(seen, from) };
    });
  };
  const { streamId } = c;
  const handlers = c.handlers as readonly AccountId[];
  const ended = { closedOn: c.closing?.on ?? null, outcome: outcomeOf(c) };
  const endOn = (stage: Stage) =>
    endedStages.has(stage) || stage === 'decided' ? ended : { closedOn: null, outcome: null };
  const common = (position: Position) => ({
    streamId,
    kind: kindName,
    stage: position.stage,
    waitingFor: position.waiting.who,
    handlers,
    closed: endedStages.has(position.stage),
    acceptedOn: position.accepted?.on ?? null,
    ...endOn(position.stage),
  });
  const informed = respondentsInformed(c);
  const named = new Set(titleApplicants(c).map((p) => p.partyId));
  const participants = [
    ...rowsOver(phases, (p) => ({
      ...common(p),
      organId,
      capacity: 'reviewing' as const,
      ...dueOf(clockOfOffice(p), law.calendar),
    })),
    ...informed.flatMap((r) =>
      rowsOver(phasesOf(r), (p) => ({
        ...common(p),
        organId: r,
        capacity: 'respondent' as const,
        ...dueOf(clockOfRespondent(p, r), law.calendar),
      })),
    ),
    ...addressedOrgans(c)
      .filter((organ) => c.documents.some((d) => d.kind === 'opinion-letter' && reachedOn(d, organ) !== null))
      .map((organ) => addressedRow(c, organ, law)),
  ];
  const versions = { lawBookVersion: law.lawBook.version, calendarVersion: law.calendar.version };
  const numbersFor = (organ: OrganId): readonly PartyNameRow[] => {
    const documents = organ === organId ? c.documents : c.documents.filter((d) => mayReceive(d, organ));
    const numbers: readonly (readonly [string, (typeof numberCapacities)[number], string | null])[] = [
      ['case', 'case-number', c.number],
      ['act', 'document-number', c.act?.number ?? null],
      ...documents.map((d) => [d.id, 'document-number', d.number] as const),
    ];
    /** The act's name and content, as the application's copy says them to everybody in the case. */
    const words = [c.act?.name, c.act?.content].filter((part) => part !== undefined && part !== '').join(' ');
    const said = [...numbers, ['act', 'act-words', words] as const];
    return said.flatMap(([partyId, capacity, number]) =>
      number === null || number === ''
        ? []
        : [{ streamId, partyId, capacity, organId: organ, personRecordId: null, publicName: number }],
    );
  };
  return {
    caseIndex: {
      streamId,
      kind: kindName,
      projectionVersion,
      version: c.version,
      caseNumber: c.number,
      title: c.act?.name ?? '',
      organId,
      handlers,
      procedure: c.procedures.at(-1)?.procedure ?? null,
      lawVersion: c.law,
      filedOn: received.payload.filedOn,
      receivedOn: received.occurredOn,
      acceptedOn: c.acceptance?.on ?? null,
      acceptedBy: c.acceptance?.by ?? null,
      acceptedVisibleFrom: c.acceptance?.visibleFrom ?? null,
      closedOn: c.closing?.on ?? null,
      outcome: outcomeOf(c),
      matter: c.act?.matter ?? null,
      category: c.act?.category ?? null,
      channel: received.payload.channel,
      respondents: c.respondents,
      ...versions,
    },
    participants,
    clocks: c.clocks.map(
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
    // Each organ searches by what it may see: a number of the office's own papers finds nothing for a respondent.
    partyNames: [...new Set([organId, ...informed])].flatMap((organ) => [
      ...c.parties.map(
        (p): PartyNameRow => ({
          streamId,
          partyId: p.partyId,
          // Found by their name still, and named in no title: somebody else applies in this case now.
          capacity: p.capacity === 'applicant' && !named.has(p.partyId) ? 'former-applicant' : p.capacity,
          organId: organ,
          personRecordId: p.person.personRecordId,
          publicName: null,
        }),
      ),
      ...numbersFor(organ),
    ]),
    links: c.links.map((l) => ({ fromStreamId: streamId, toStreamId: l.to, kind: l.kind, seq: l.seq })),
    caseFacts: factRows<ReconsiderationCase>(factSource, streamId, history),
  };
}

const factSource: Pick<Kind<ReconsiderationCase>, 'facts'> = { facts: factsOf };

/** How the case ended, in one code: a decision's first type, else the way it closed; null while it is open. */
export function outcomeOf(c: ReconsiderationCase): string | null {
  if (c.closing === null) return null;
  const { how } = c.closing;
  return how.is === 'decided' ? (how.types[0] ?? 'decided') : how.is;
}
