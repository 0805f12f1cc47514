/** What the workbench gives: counters with the filter of the list each opens, and the first rows of each panel. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, StreamId } from '@redress/domain/ids';
import type { ToPost } from '@redress/domain/reconsideration/to-post';
import type { DecisionDays, ProposalEffect } from '@redress/domain/reconsideration/worklist';
import { z } from 'zod';
import type { CaseFilter, ListLight } from '../cases/types.ts';
import type { SuitBench } from '../lawsuits/bench.ts';
import type { SuitToSignBrief } from '../lawsuits/to-sign.ts';

/** How far back "these days" reaches: what happened and what fell due while somebody was away. */
export const sinceChoices = [3, 7, 14, 30] as const;

export const zWorkbenchInput = z
  .object({
    /** One's own cases, or all of the office; left out: as the post usually works. */
    whose: z.enum(['me', 'office']).optional(),
    sinceDays: z.literal(sinceChoices).default(7),
  })
  .default({ sinceDays: 7 });
export type WorkbenchInput = z.infer<typeof zWorkbenchInput>;

export const counterKeys = [
  'deemedToday',
  'overdue',
  'today',
  'near',
  'week',
  'whileAway',
  'deemedLately',
  'used40',
  'used50',
  'toPost',
  'unsigned',
  'waits',
  'stopped',
  'unknown',
  'hearings',
  'unassigned',
  'performDue',
  'reply',
  'perform',
  'report',
  'open',
] as const;
export type CounterKey = (typeof counterKeys)[number];

export interface Counter {
  readonly key: CounterKey;
  readonly value: number;
  /** Of the list that this number is the length of. */
  readonly filter: CaseFilter;
}

export interface WorkRow {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
  readonly light: ListLight;
  readonly waitingFor: string | null;
  readonly dueRule: string | null;
  readonly due: CivilDate | null;
  readonly dueStatus: string;
  readonly dueUnit: 'working-day' | 'day' | null;
  readonly daysLeft: number | null;
  readonly workingDaysLeft: number | null;
  readonly handlers: readonly string[];
  /** The day at whose end silence accepts the application. */
  readonly deemedOn: CivilDate | null;
  readonly used: DecisionDays | null;
  /** `missingNames`: the applicants who have been sent none, where another has. */
  readonly toPost: readonly (ToPost & { readonly missingNames: readonly string[] })[];
  /** What follows if the limit ends with nothing done, and under which article. */
  readonly consequence: string | null;
  readonly article: string | null;
}

export interface WaitRow {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly what: string;
  readonly who: string;
  readonly subjectName: string | null;
  readonly since: CivilDate;
  readonly workingDays: number | null;
  readonly due: CivilDate | null;
  readonly overdue: boolean;
  readonly consequence: string | null;
  readonly article: string | null;
  /** Somebody inside the system can be reminded. */
  readonly canRemind: boolean;
}

export interface UnknownRow {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly limits: readonly {
    readonly ruleId: string;
    readonly subjectName: string | null;
    readonly missing: string;
  }[];
}

export interface HearingRow {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly hearingId: string;
  readonly on: CivilDate;
  readonly time: string | null;
  readonly place: string | null;
  /** The respondent's leader: named to attend, excused with a delegate, or not yet settled (51(3)). */
  readonly leader: 'attends' | 'delegates' | 'unsettled';
  readonly leaderName: string | null;
}

export interface ApprovalBrief extends ProposalEffect {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly proposedBy: string;
}

export interface Happening {
  /** Of which kind the case is; left out, a reconsideration. */
  readonly kind?: 'litigation';
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  /** Distinguishes two of one case. */
  readonly key: string;
  readonly on: CivilDate;
  readonly is: 'entry' | 'lapse';
  /** An entry's type; for a lapse `deemed-accepted`. */
  readonly type: string;
  readonly by: string | null;
}

export interface UnsignedRow {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly documentId: string;
  readonly kind: string;
  readonly documentNumber: string | null;
  readonly sentOn: CivilDate;
}

export interface Load {
  readonly accountId: AccountId;
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  readonly near: number;
  readonly stopped: number;
  /** Each number's list. */
  readonly filters: Readonly<Record<'open' | 'overdue' | 'near' | 'stopped', CaseFilter>>;
}

export interface Workbench {
  readonly today: CivilDate;
  /** `casework`: the reviewing office; `department`: a respondent; `none`: a post that sees no cases. */
  readonly desk: 'casework' | 'department' | 'none';
  readonly whose: 'me' | 'office';
  /** May switch between one's own and all of the office. */
  readonly mayChoose: boolean;
  readonly since: CivilDate;
  readonly counters: readonly Counter[];
  /** How many proposals of either kind wait for this post; null: it approves nothing. Its list is /approvals. */
  readonly waitingApproval: number | null;
  readonly deemedToday: readonly WorkRow[];
  readonly due: readonly WorkRow[];
  /** All of which `due` shows the first, and their list. */
  readonly dueAll: Omit<Counter, 'key'>;
  readonly toPost: readonly WorkRow[];
  readonly approvals: readonly ApprovalBrief[];
  /** Of lawsuits. */
  readonly suitApprovals: readonly SuitToSignBrief[];
  readonly others: readonly WaitRow[];
  readonly unknown: readonly UnknownRow[];
  readonly hearings: readonly HearingRow[];
  readonly unsigned: readonly UnsignedRow[];
  readonly happened: readonly Happening[];
  readonly load: readonly Load[];
  /** The lawsuits of this desk; null for a post that sees no cases. */
  readonly suits: SuitBench | null;
}
