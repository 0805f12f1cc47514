/** What leaves the server for one lawsuit: already through its audience. Codes and parameters, never sentences. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type {
  ClockView,
  DocumentView,
  FileView,
  Impact,
  NextStep as NextStepOf,
  PartyView,
  ProposalView,
  TimelineItem,
} from '../case-view/types.ts';
import type { Contradiction } from '../errors.ts';
import type { OrganId, StreamId } from '../ids.ts';
import type { Audience } from '../ledger/audience.ts';
import type { Waiting } from './case-types.ts';
import type { InstanceLevel, InstanceStage, OrderingOutcome, Outcome, Stage } from './codes.ts';
import type { EvidenceItem, Leader, SuedAct } from './entries.ts';

/** Who signs what a suit's own people propose: the head of the department, of the organ, or of the office's section. */
export type SuitApprover = 'department-head' | 'organ-head' | 'section-head';
export type NextStep = NextStepOf<SuitApprover>;

export interface SuitOrganView {
  readonly organId: OrganId;
  readonly name: string;
  readonly role: string;
  readonly undertakingId: OrganId;
  readonly undertakingName: string;
  /** The reader answers for this organ. */
  readonly own: boolean;
  readonly responders: readonly { readonly accountId: string; readonly name: string }[];
  readonly acknowledgedOn: CivilDate | null;
}

export interface PapersView {
  readonly seq: number;
  readonly organId: OrganId;
  readonly papers: readonly string[];
  readonly receivedOn: CivilDate;
  readonly way: string;
  readonly proof: string;
  readonly fileIds: readonly string[];
}

/** How one organ answers in one instance: its two clocks, what it filed, and what follows if nothing is filed. */
export interface AnswerView {
  readonly organId: OrganId;
  readonly answerClockId: string | null;
  readonly evidenceClockId: string | null;
  readonly filedOn: CivilDate | null;
  readonly evidence: readonly EvidenceItem[];
  readonly bases: readonly { readonly law: string; readonly article: string }[];
  readonly opinion: string | null;
  readonly extension: {
    readonly askedOn: CivilDate;
    readonly allowed: boolean | null;
    readonly causeRemovedOn: CivilDate | null;
  } | null;
  readonly consequence: string | null;
}

export interface AppearanceView {
  readonly organId: OrganId;
  readonly notified: string;
  readonly servedOn: CivilDate | null;
  /** Served later than three days before the session (INT2018 71, LEAD2020 5(2)). */
  readonly servedLate: boolean;
  readonly leader: Leader | null;
  readonly plannedOn: CivilDate | null;
  readonly confirmedOn: CivilDate | null;
  readonly proofOn: CivilDate | null;
  readonly proofResult: string | null;
  readonly recorded: {
    readonly on: CivilDate;
    readonly leader: Leader | null;
    readonly spoke: boolean;
    readonly leftEarly: boolean;
    readonly refusedToExplain: boolean;
    readonly staff: readonly { readonly name: string; readonly title: string; readonly actsInPower: boolean }[];
    readonly lawyers: number;
  } | null;
  readonly explained: {
    readonly on: CivilDate;
    readonly ground: string;
    readonly reason: string;
    readonly proof: string;
    readonly ruled: boolean | null;
  } | null;
  readonly counts: boolean | null;
  readonly notCounting: readonly { readonly code: string; readonly article: string }[];
  readonly satInstead: string | null;
  /** Others recorded as this organ's leader at the session: one duty is discharged by one. */
  readonly further: readonly {
    readonly leader: Leader;
    readonly notCounting: readonly { readonly code: string; readonly article: string }[];
  }[];
  readonly triggers: readonly { readonly code: string; readonly article: string }[];
  /** The session took place and nothing of this organ's appearance is on record: a task. */
  readonly toRecord: boolean;
}

export interface SessionView {
  readonly sessionId: string;
  readonly instanceId: string;
  readonly kind: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly isPublic: boolean;
  readonly state: 'set' | 'due' | 'held' | 'adjourned' | 'cancelled';
  readonly moves: readonly { readonly from: { readonly on: CivilDate; readonly time: string }; readonly why: string }[];
  readonly observation: {
    readonly invited: readonly { readonly organId: OrganId; readonly name: string }[];
    readonly came: readonly { readonly organId: OrganId; readonly name: string; readonly people: number }[] | null;
  } | null;
  readonly appearances: readonly AppearanceView[];
}

export interface DutyView {
  readonly organId: OrganId;
  readonly arisesOn: CivilDate | null;
  readonly dischargedOn: CivilDate | null;
  readonly result: string | null;
  /** A reason was given, and the court has not examined it (LEAD2020 9(2)). */
  readonly unexamined: boolean;
  readonly coveredByName: string | null;
  readonly leaderName: string | null;
  readonly article: string;
}

export interface InstanceView {
  readonly instanceId: string;
  readonly level: InstanceLevel;
  readonly remand: boolean;
  readonly court: string;
  readonly courtNumber: string;
  readonly docketedOn: CivilDate | null;
  readonly openedOn: CivilDate;
  readonly stage: InstanceStage;
  readonly procedure: string;
  readonly papers: readonly PapersView[];
  readonly answers: readonly AnswerView[];
  readonly agents: readonly {
    readonly agentId: string;
    readonly organId: OrganId;
    readonly kind: string;
    readonly name: string;
    readonly unit: string;
    readonly special: boolean;
    readonly endedOn: CivilDate | null;
  }[];
  readonly sessions: readonly SessionView[];
  readonly duties: readonly DutyView[];
  readonly ended: {
    readonly on: CivilDate;
    readonly outcomes: readonly Outcome[];
    readonly redo: { readonly days: number | null } | null;
    readonly reversedTo: readonly Outcome[];
    readonly reconsideration: string | null;
    readonly number: string | null;
    readonly operative: string | null;
    readonly compensation: number | null;
  } | null;
  readonly served: readonly {
    readonly name: string;
    readonly on: CivilDate;
    readonly own: boolean /** appeal clock of this party */;
    readonly clockId: string | null;
  }[];
  readonly unserved: readonly { readonly is: 'organ' | 'party'; readonly id: string; readonly name: string }[];
  readonly appeals: readonly {
    readonly on: CivilDate;
    readonly by: readonly string[];
    readonly late: boolean;
    readonly withdrawnOn: CivilDate | null;
  }[];
  readonly effective: { readonly on: CivilDate; readonly provisional: boolean; readonly article: string } | null;
  /** An appeal was decided above, and that judgment is in force since: this one takes effect no more by itself. */
  readonly overtakenOn: CivilDate | null;
  /** There is an appeal against what ended it, and nobody has decided one. */
  readonly appealable: boolean;
}

export interface ObligationView {
  readonly obligationId: string;
  readonly instanceId: string;
  readonly organId: OrganId | null;
  readonly organName: string | null;
  /** In the judgment's words; empty where it is known only that the judgment orders it. */
  readonly what: string;
  /**
   * What an order to act anew is about, the act or the reconsideration decision; else which judgment is the order.
   * null = the judgment's own words say it.
   */
  readonly anew: 'act' | 'decision' | OrderingOutcome | null;
  readonly performBy: CivilDate | null;
  /** The days that the judgment gives for acting anew, where it names no day. */
  readonly days: number | null;
  readonly clockId: string | null;
  readonly performedOn: CivilDate | null;
  readonly measures: readonly { readonly measure: string; readonly on: CivilDate }[];
}

export interface AdviceView {
  readonly adviceId: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly subject: string;
  readonly number: string | null;
  readonly receivedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly clockId: string | null;
  readonly summary: string;
  readonly answeredOn: CivilDate | null;
}

export interface LawsuitView {
  readonly id: StreamId;
  readonly version: number;
  readonly kind: 'litigation';
  readonly audience: Audience;
  readonly today: CivilDate;
  readonly number: string | null;
  readonly title: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly organs: readonly SuitOrganView[];
  readonly handlers: readonly { readonly accountId: string; readonly name: string }[];
  readonly act: SuedAct | null;
  readonly before: string;
  readonly claims: string | null;
  readonly compensation: { readonly amount: number | null; readonly alone: boolean } | null;
  readonly stage: Stage;
  readonly currentInstanceId: string | null;
  readonly waiting: Waiting & { readonly organName: string | null };
  readonly closedOn: CivilDate | null;
  readonly result: { readonly principal: Outcome; readonly lost: boolean } | null;
  readonly instances: readonly InstanceView[];
  readonly obligations: readonly ObligationView[];
  readonly advice: readonly AdviceView[];
  readonly defects: readonly {
    readonly organId: OrganId;
    readonly organName: string;
    readonly instanceId: string;
    readonly elements: readonly string[];
    readonly what: string;
    readonly advice: string;
    readonly on: CivilDate;
    readonly readOn: CivilDate | null;
    readonly measures: string | null;
  }[];
  readonly major: {
    readonly grounds: readonly string[];
    readonly since: CivilDate;
    readonly everyDays: number;
    readonly nextOn: CivilDate;
    readonly feedbacks: readonly { readonly on: CivilDate; readonly text: string | null }[];
    readonly ended: boolean;
  } | null;
  readonly clocks: readonly ClockView[];
  readonly nextSteps: readonly NextStep[];
  readonly timeline: readonly TimelineItem[];
  readonly parties: readonly PartyView[];
  readonly documents: readonly DocumentView[];
  readonly files: readonly FileView[];
  readonly proposals: readonly ProposalView<SuitApprover>[];
  readonly contradictions: readonly Contradiction[];
}

/** What a step would change, before saving. */
export interface LawsuitImpact extends Impact {
  readonly stageAfter: Stage | null;
}

/** One proceeding on the dispute's line of time; of any kind. */
export interface DisputeStrand {
  readonly streamId: StreamId;
  readonly kind: 'reconsideration' | 'litigation';
  readonly number: string | null;
  readonly title: string;
  readonly organName: string;
  /** 'reconsideration', or the instance's level. */
  readonly label: string;
  readonly court: string | null;
  readonly courtNumber: string | null;
  readonly from: CivilDate;
  /** null while it goes on. */
  readonly to: CivilDate | null;
  readonly outcome: string | null;
  readonly events: readonly { readonly on: CivilDate; readonly code: string; readonly text: string | null }[];
}
export interface DisputeView {
  readonly today: CivilDate;
  readonly strands: readonly DisputeStrand[];
  readonly links: readonly { readonly from: StreamId; readonly to: StreamId; readonly kind: string }[];
}
