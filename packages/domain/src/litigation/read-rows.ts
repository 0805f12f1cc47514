/**
 * The rows of the lawsuit's own read tables, as the domain projects them: instances, sessions and duties. Days only,
 * never a state that is true only today.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId, StreamId } from '../ids.ts';

export interface LawsuitInstanceRow {
  readonly streamId: StreamId;
  readonly instanceId: string;
  readonly organId: OrganId;
  readonly level: string;
  readonly court: string;
  readonly courtNumber: string;
  /** The number as it is compared (`courtNumberKey`); null where the suit is voided: unique. */
  readonly numberKey: string | null;
  readonly remand: boolean;
  readonly openedOn: CivilDate;
  readonly docketedOn: CivilDate | null;
  readonly endedOn: CivilDate | null;
  readonly outcomes: readonly string[];
  readonly effectiveOn: CivilDate | null;
}

export interface CourtSessionRow {
  readonly streamId: StreamId;
  readonly sessionId: string;
  readonly instanceId: string;
  readonly kind: string;
  readonly onDay: CivilDate;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly isPublic: boolean;
  readonly cancelledOn: CivilDate | null;
  readonly heldOn: CivilDate | null;
  /** Held, and to be gone on with on another day (休庭). */
  readonly adjourned: boolean;
  readonly observed: boolean;
  readonly invited: readonly OrganId[];
}

/**
 * One organ at one session. Rows exist for every organ of the suit at every trial session that was not cancelled; of another
 * session only where a leader was named. Lists of what is owed ask for the session's kind and for `cancelledOn`.
 */
export interface AppearanceRow {
  readonly streamId: StreamId;
  readonly sessionId: string;
  readonly instanceId: string;
  readonly organId: OrganId;
  /** Whose people answer: the undertaking department, or the organ itself. */
  readonly undertakingId: OrganId;
  readonly notified: string;
  readonly servedOn: CivilDate | null;
  /** The rules on the three days before a session that its service was held against, and those it did not keep. */
  readonly noticeRules: readonly string[];
  readonly noticeLate: readonly string[];
  /** It owes an appearance there (owing.ts): with a session that took place and no entry of who sat, a task. */
  readonly owes: boolean;
  readonly leaderName: string | null;
  readonly leaderTitle: string | null;
  readonly leaderRank: string | null;
  readonly leaderAccountId: AccountId | null;
  readonly leaderPostId: string | null;
  readonly plannedOn: CivilDate | null;
  readonly confirmedOn: CivilDate | null;
  readonly proofOn: CivilDate | null;
  readonly recordedOn: CivilDate | null;
  readonly explainedOn: CivilDate | null;
  /** true/false once recorded. */
  readonly counts: boolean | null;
  readonly spoke: boolean | null;
  readonly leftEarly: boolean | null;
  readonly refusedToExplain: boolean | null;
  readonly satInstead: string | null;
  readonly notCounting: readonly string[];
  readonly triggers: readonly string[];
}

export interface AppearanceDutyRow {
  readonly streamId: StreamId;
  readonly instanceId: string;
  readonly organId: OrganId;
  readonly undertakingId: OrganId;
  readonly level: string;
  readonly arisesOn: CivilDate | null;
  readonly dischargedOn: CivilDate | null;
  readonly result: string | null;
  readonly coveredBy: OrganId | null;
  readonly leaderName: string | null;
  readonly leaderRank: string | null;
  readonly leaderAccountId: AccountId | null;
}
