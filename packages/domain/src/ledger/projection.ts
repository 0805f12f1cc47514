/**
 * The shared read tables every case kind projects into. A row depends on one stream only, and holds the days
 * on which things change, never a state that is true only today: lists compare with the day they are asked for.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, InstantMs, OrganId, StreamId } from '../ids.ts';

/** 'infinity' sorts after every day: keyset pages never lose a row without a due date. */
export type DueOrInfinity = CivilDate | 'infinity';

export interface CaseIndexRow {
  readonly streamId: StreamId;
  readonly kind: string;
  /** Of the projection's code; a lower stored one is rebuilt at start. */
  readonly projectionVersion: number;
  readonly version: number;
  readonly caseNumber: string | null;
  /** e.g. 李某不服云岭县公安局行政处罚决定; names as the list may show them. */
  readonly title: string;
  readonly organId: OrganId;
  readonly handlers: readonly AccountId[];
  readonly procedure: string | null;
  readonly lawVersion: string | null;
  readonly filedOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  /** By decision or by lapse; with a lapse, seen from `acceptedVisibleFrom` on. */
  readonly acceptedOn: CivilDate | null;
  readonly acceptedBy: 'decision' | 'lapse' | 'law' | null;
  readonly acceptedVisibleFrom: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly outcome: string | null;
  /** What lists are narrowed by, as codes of the kind's closed sets. */
  readonly matter: string | null;
  readonly category: string | null;
  readonly channel: string | null;
  /** Whose acts are in dispute, in the application's order; also those that have not been told yet. */
  readonly respondents: readonly OrganId[];
  readonly lawBookVersion: string;
  readonly calendarVersion: string;
}

/** One row per (organ, capacity, phase): `fromOn` ≤ day < `untilOn` picks the row that is true on that day. */
export interface ParticipantRow {
  readonly streamId: StreamId;
  readonly kind: string;
  readonly organId: OrganId;
  readonly capacity: 'reviewing' | 'respondent' | 'superior' | 'third-party' | 'addressed';
  readonly fromOn: CivilDate | '-infinity';
  readonly untilOn: DueOrInfinity;
  readonly stage: string;
  /** 等谁, a code of the kind's closed set. */
  readonly waitingFor: string | null;
  /** The clock that matters to this organ now. */
  readonly dueRule: string | null;
  /** The limit's own unit, in which what is left of it is said. */
  readonly dueUnit: 'working-day' | 'day' | null;
  readonly sortDue: DueOrInfinity;
  readonly dueStatus: 'final' | 'provisional' | 'stopped' | 'unknown' | 'none';
  /** Three working days before the end, and the day after the end. */
  readonly amberOn: DueOrInfinity;
  readonly redOn: DueOrInfinity;
  readonly handlers: readonly AccountId[];
  readonly closed: boolean;
  /** As this organ knows them in this phase: acceptance by silence from the day it is seen, an end once told. */
  readonly acceptedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly outcome: string | null;
}

export interface ClockRow {
  readonly streamId: StreamId;
  readonly clockId: string;
  readonly ruleId: string;
  readonly subject: string;
  readonly startSeq: number | null;
  readonly visibleFrom: CivilDate;
  readonly status: 'final' | 'provisional' | 'stopped' | 'unknown';
  readonly raw: CivilDate | null;
  readonly due: CivilDate | null;
  readonly endKind: 'open' | 'met' | 'superseded';
  readonly endOn: CivilDate | null;
  readonly marks: readonly string[];
  readonly lawBookVersion: string;
  readonly calendarVersion: string;
}

/** Capacities of what is searched for beside names: the case's own number, and those of its documents. */
export const numberCapacities = ['case-number', 'document-number'] as const;
/** What is searched for beside names and numbers: the words of the act under review. */
export const wordCapacities = ['act-words'] as const;

/**
 * What an organ may search a case by: a party's name, or a number it may know of. For a person the domain names the
 * record; the store fills the name in from `person_record` at insert and pads it, so that no personal data passes
 * through the ledger.
 */
export interface PartyNameRow {
  readonly streamId: StreamId;
  /** The party; for a number, what bears it: `case`, `act`, or the document's id. */
  readonly partyId: string;
  /** A party's capacity, or one of `numberCapacities` and `wordCapacities`. */
  readonly capacity: string;
  readonly organId: OrganId;
  readonly personRecordId: string | null;
  /** What is public by itself: an organ's name, a number. */
  readonly publicName: string | null;
}

export interface LinkRow {
  readonly fromStreamId: StreamId;
  readonly toStreamId: StreamId;
  readonly kind: string;
  readonly seq: number;
}

/**
 * One fact of the flat record, with the interval in which it was known (recorded time): as-of figures are a comparison.
 */
export interface CaseFactRow {
  readonly streamId: StreamId;
  readonly name: string;
  /** Distinguishes several of one name (per party); '' where there is one. */
  readonly subject: string;
  readonly on: CivilDate | null;
  readonly value: string | null;
  /** A lapse's fact is seen from the day after it; equals `on` otherwise. */
  readonly visibleFrom: CivilDate | null;
  readonly knownFrom: InstantMs;
  readonly knownTo: InstantMs | null;
}

export interface ReadRows {
  readonly caseIndex: CaseIndexRow;
  readonly participants: readonly ParticipantRow[];
  readonly clocks: readonly ClockRow[];
  readonly partyNames: readonly PartyNameRow[];
  readonly links: readonly LinkRow[];
  readonly caseFacts: readonly CaseFactRow[];
}

/** One dated fact of `facts(case)`. */
export interface Fact {
  readonly name: string;
  readonly subject: string;
  readonly on: CivilDate | null;
  readonly value: string | null;
  readonly visibleFrom: CivilDate | null;
}
