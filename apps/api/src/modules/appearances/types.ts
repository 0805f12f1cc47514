import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import type { LeaderOption } from '@redress/domain/litigation/leaders';
import type { Rate, RateKind } from '@redress/domain/litigation/rates';
import { rateKinds } from '@redress/domain/litigation/rates';
import { zAccountId, zCivilDate, zCivilTime, zOrganId, zStreamId } from '@redress/domain/schema';
import { z } from 'zod';
import { type DutyState, dutyStates, type SeatRow } from '../../case-store/appearance-lists.ts';

const period = { from: zCivilDate, to: zCivilDate };
const maybe = { organ: zOrganId.nullable().default(null), leader: zAccountId.nullable().default(null) };
const page = { cursor: z.string().max(400).nullable().default(null), limit: z.int().min(1).max(200).default(50) };

export const zCalendar = z.object({ ...period, ...maybe });
export const zDuties = z.object({
  state: z.enum(dutyStates).nullable().default(null),
  from: zCivilDate.nullable().default(null),
  to: zCivilDate.nullable().default(null),
  ...maybe,
  ...page,
});
export const zRates = z.object({ ...period, by: z.enum(['organ', 'leader']).default('organ') });
/** Which figure is opened: of all, of one organ, or of one leader. */
export const zRateList = z.object({
  ...period,
  kind: z.enum(rateKinds),
  part: z.enum(['numerator', 'denominator', 'missing']).default('denominator'),
  organ: zOrganId.nullable().default(null),
  /** A group's key, as `rates` gave it. */
  leader: z.string().max(200).nullable().default(null),
  ...page,
});
export const zLeaders = z.object({
  organId: zOrganId,
  on: zCivilDate,
  /** Given with `minutes`: whose diary is in the way is said, too. */
  time: zCivilTime.nullable().default(null),
  minutes: z.int().min(1).max(1440).default(180),
});
export const zSubstitutes = z.object({ lawsuitId: zStreamId, sessionId: z.string().min(1).max(60), organId: zOrganId });

export interface Seat extends SeatRow {
  readonly organName: string;
  readonly undertakingName: string;
  /** The actor's organ is the one, or answers for it. */
  readonly own: boolean;
  /** The actor is the leader named. */
  readonly mine: boolean;
  /** The leader named is somewhere else at that hour. */
  readonly clash: boolean;
}

/** A court session in the calendar. */
export interface CalendarSession {
  readonly caseId: StreamId;
  readonly sessionId: string;
  readonly instanceId: string;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly organId: OrganId;
  readonly level: string;
  readonly court: string;
  readonly courtNumber: string;
  readonly kind: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly isPublic: boolean;
  /** due: its day has passed and nobody said it was held. adjourned: held, and to be gone on with on another day. */
  readonly state: 'set' | 'due' | 'held' | 'adjourned' | 'cancelled';
  readonly observed: boolean;
  readonly version: number;
  readonly seats: readonly Seat[];
}
export interface Calendar {
  readonly today: CivilDate;
  readonly sessions: readonly CalendarSession[];
  /** There are more: ask for fewer days. */
  readonly cut: boolean;
}

/** One duty to appear: of which organ, in which court case, and how it stands. */
export interface DutyItem {
  readonly caseId: StreamId;
  readonly instanceId: string;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly level: string;
  readonly court: string;
  readonly courtNumber: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly undertakingId: OrganId;
  readonly undertakingName: string;
  readonly arisesOn: CivilDate | null;
  readonly dischargedOn: CivilDate | null;
  readonly result: string | null;
  readonly article: string | null;
  readonly coveredByName: string | null;
  readonly leaderName: string | null;
  readonly leaderRank: string | null;
  readonly ended: boolean;
  readonly nextSession: {
    readonly sessionId: string;
    readonly on: CivilDate;
    readonly time: string;
    readonly place: string;
    readonly leaderName: string | null;
    readonly leaderTitle: string | null;
    readonly confirmedOn: CivilDate | null;
  } | null;
}
export interface DutyPage {
  readonly rows: readonly DutyItem[];
  readonly nextCursor: string | null;
}
export type { DutyState };

export interface RateGroup {
  /** What `rateList` takes as `organ` or `leader`. */
  readonly key: string;
  readonly name: string;
  readonly organName: string;
  readonly rates: readonly Rate[];
}
export interface RatesView {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly by: 'organ' | 'leader';
  readonly all: readonly Rate[];
  readonly groups: readonly RateGroup[];
}
export interface RateItem {
  readonly caseId: StreamId;
  readonly instanceId: string;
  readonly sessionId: string | null;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly courtNumber: string | null;
  readonly organName: string | null;
  readonly on: CivilDate;
  readonly met: boolean;
  readonly leaderName: string | null;
  readonly result: string | null;
}
export interface RateList {
  readonly kind: RateKind;
  readonly total: number;
  readonly rows: readonly RateItem[];
  readonly nextCursor: string | null;
}

/** A leader who might come, what speaks against it, and what is in the way. */
export interface LeaderChoice extends LeaderOption {
  readonly organName: string;
  readonly clashes: readonly {
    readonly is: 'session' | 'engagement';
    readonly from: string;
    readonly until: string;
    /** The lawsuit, where the actor may see it. */
    readonly caseId: StreamId | null;
    /** The subject, for the organ's own people. */
    readonly what: string | null;
  }[];
  /** Named for the session now. */
  readonly named: boolean;
  /** Proposed: eligible and free; the first of them is the best. */
  readonly proposed: boolean;
}

export interface Unrecorded {
  readonly caseId: StreamId;
  readonly sessionId: string;
  readonly instanceId: string;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly court: string;
  readonly courtNumber: string;
  readonly level: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly undertakingName: string;
  /** The organ is the actor's, or the actor's answers for it. */
  readonly own: boolean;
  readonly leaderName: string | null;
  /** What is missing: the appearance, or even that the session was held. */
  readonly missing: 'appearance' | 'session';
}

/** 庭审观摩 */
export interface ObservedSession extends Omit<CalendarSession, 'seats' | 'caseId' | 'title' | 'caseNumber'> {
  /** null where the suit is not the actor's to see: the organ was only invited. */
  readonly caseId: StreamId | null;
  readonly caseNumber: string | null;
  /** The whole title, or the act alone. */
  readonly title: string;
  readonly invited: readonly { readonly organId: OrganId; readonly name: string; readonly own: boolean }[];
  readonly came: readonly { readonly organId: OrganId; readonly name: string; readonly people: number }[] | null;
}

/** 重大行政诉讼 */
export interface MajorSuit {
  readonly caseId: StreamId;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly organName: string;
  readonly stage: string;
  readonly grounds: readonly string[];
  readonly since: CivilDate;
  readonly everyDays: number;
  readonly lastOn: CivilDate | null;
  readonly nextOn: CivilDate;
  /** The day of the next feedback has passed. */
  readonly overdue: boolean;
  readonly ended: boolean;
  readonly feedbacks: number;
}

export interface Engagement {
  readonly id: string;
  readonly accountId: AccountId;
  readonly name: string;
  readonly on: CivilDate;
  readonly from: string;
  readonly until: string;
  readonly what: string;
}
