/**
 * The lawsuit as its ledger tells it. Instance, case stage, each organ's answer and each duty to appear are axes of their
 * own; nothing here is true only today: `positionOn` answers for a day.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Contradiction } from '../errors.ts';
import type { AccountId, OrganId, StreamId } from '../ids.ts';
import type { Clock } from '../ledger/clock.ts';
import type { LinkKind } from '../ledger/common-entries.ts';
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { Lapse } from '../ledger/lapse.ts';
import type { OpenProposal } from '../reconsideration/case-types.ts';
import type { Party } from '../reconsideration/entries.ts';
import type {
  AdviceTrigger,
  CourtProcedure,
  DutyResult,
  InstanceLevel,
  InstanceStage,
  NotCounting,
  Outcome,
  SatInstead,
  Stage,
  WaitedFor,
} from './codes.ts';
import type { Leader, LitigationEntryType, LitigationPayload, SuedAct, SuitOrgan } from './entries.ts';

/** A typed entry in force. */
export type Entry<T extends LitigationEntryType> = Omit<EffectiveEntry, 'payload' | 'type'> & {
  readonly type: T;
  readonly payload: LitigationPayload<T>;
};
export type AnyEntry = { [T in LitigationEntryType]: Entry<T> }[LitigationEntryType];

/** One instance of the suit, with its own court case number. */
export interface Instance {
  readonly instanceId: string;
  readonly opened: Entry<'instance-opened'>;
  readonly level: InstanceLevel;
  readonly court: string;
  readonly courtNumber: string;
  readonly docketedOn: CivilDate | null;
  /** From each day on, oldest first. */
  readonly procedures: readonly {
    readonly from: CivilDate;
    readonly procedure: CourtProcedure;
    readonly seq: number;
  }[];
  readonly papers: readonly Entry<'court-papers-received'>[];
  readonly answers: readonly Entry<'answer-filed'>[];
  readonly evidence: readonly Entry<'evidence-filed'>[];
  readonly extensionsAsked: readonly Entry<'evidence-extension-asked'>[];
  readonly extensionsAnswered: readonly Entry<'evidence-extension-answered'>[];
  readonly objections: readonly Entry<'jurisdiction-objected'>[];
  readonly objectionRuled: Entry<'jurisdiction-objection-ruled'> | null;
  readonly agents: readonly { readonly appointed: Entry<'agent-appointed'>; readonly endedOn: CivilDate | null }[];
  readonly sessions: readonly CourtSession[];
  readonly duties: readonly AppearanceDuty[];
  /** LEAD2020 3. */
  readonly agreed: readonly Entry<'appearance-agreed'>[];
  readonly spans: readonly {
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly ground: string;
    readonly startSeq: number;
    readonly endSeq: number | null;
  }[];
  readonly ended: Entry<'instance-ended'> | null;
  readonly served: readonly Entry<'judgment-served'>[];
  readonly appeals: readonly {
    readonly appealed: Entry<'appealed'> /** filed after that party's own limit, or after the judgment took effect */;
    readonly late: boolean;
    /** Who of the appellants let it go; the others' appeal goes on. */
    readonly withdrawnBy: readonly string[];
    /** The day the last of them did. */
    readonly withdrawnOn: CivilDate | null;
  }[];
  /** Of the ruling on an objection to jurisdiction (INT2018 101(2)); they keep no judgment from taking effect. */
  readonly rulingAppeals: readonly Entry<'appealed'>[];
  readonly retrialsApplied: readonly Entry<'retrial-applied'>[];
  /**
   * The day the judgment takes effect: by lapse (the day after the last party's appeal limit ends), by service on the last
   * party where there is no appeal, by the court's mediation letter's last receipt; null while unknown or appealed in time.
   */
  readonly effective: Lapse<'judgment-effective'> | null;
}

export interface CourtSession {
  readonly sessionId: string;
  readonly instanceId: string;
  readonly set: Entry<'session-set'>;
  readonly moves: readonly Entry<'session-moved'>[];
  /** As they stand after the moves. */
  readonly on: CivilDate;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly isPublic: boolean;
  readonly notices: readonly {
    readonly organId: OrganId;
    readonly leader: 'shall' | 'may' | 'none';
    readonly servedOn: CivilDate | null;
  }[];
  readonly cancelled: Entry<'session-cancelled'> | null;
  readonly held: Entry<'session-held'> | null;
  readonly observation: {
    readonly marked: Entry<'observation-marked'>;
    readonly came: Entry<'observers-recorded'> | null;
  } | null;
  /** One for each organ of the suit that has something on record for this session. */
  readonly appearances: readonly Appearance[];
}

/** One organ at one session: planned, confirmed, proof, attended, each its own fact. */
export interface Appearance {
  readonly sessionId: string;
  readonly organId: OrganId;
  readonly planned: Entry<'leader-planned'> | null;
  readonly replaced: readonly Entry<'leader-replaced'>[];
  /** The one who is to come: planned, or the last replacement. */
  readonly leader: Leader | null;
  readonly confirmed: Entry<'leader-confirmed'> | null;
  readonly proof: Entry<'identity-proof-submitted'> | null;
  readonly proofChecked: Entry<'identity-proof-checked'> | null;
  readonly recorded: Entry<'appearance-recorded'> | null;
  readonly explained: Entry<'absence-explained'> | null;
  readonly ruled: Entry<'absence-ruled'> | null;
  /** Whether this organ's leader sat and counts; null while nothing is recorded. */
  readonly counts: boolean | null;
  readonly notCounting: readonly { readonly code: NotCounting; readonly article: string }[];
  readonly satInstead: SatInstead | null;
  /** Others recorded as the organ's leader at this session beside `recorded`: one duty is discharged by one. */
  readonly further: readonly FurtherLeader[];
  /** LEAD2020 12(1). */
  readonly triggers: readonly AdviceTrigger[];
}

/** Another leader at the same bench: on record, and not counted beside the first. */
export interface FurtherLeader {
  readonly recorded: Entry<'appearance-recorded'>;
  readonly leader: Leader;
  readonly notCounting: readonly NotCounting[];
}

/** 应出庭: one for each court case number and organ (rulebook 5). It arises only when a session is held. */
export interface AppearanceDuty {
  readonly instanceId: string;
  readonly organId: OrganId;
  /** The first held trial session; null = none yet. */
  readonly arisesOn: CivilDate | null;
  /** The day it was discharged, by an appearance that counts or under article 3. */
  readonly dischargedOn: CivilDate | null;
  readonly dischargedIn: string | null;
  readonly leader: Leader | null;
  /** Covered: by which organ's leader. */
  readonly coveredBy: OrganId | null;
  /** Of what is on record; null while no session was held. */
  readonly result: DutyResult | null;
  /** The court notified again after it was discharged (LEAD2020 7(1)): the sessions so notified. */
  readonly again: readonly string[];
}

/** Execution stands still from a day on, up to but without another. */
export interface Stay {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly startSeq: number;
  readonly endSeq: number | null;
}

export interface Obligation {
  readonly obligationId: string;
  readonly instanceId: string;
  readonly organId: OrganId | null;
  readonly what: string;
  readonly performBy: CivilDate | null;
  /** The judgment that orders it can be enforced from this day on: its own effect, or that of the one that upheld it. */
  readonly inForceFrom: CivilDate | null;
  /** A later instance set that judgment aside. */
  readonly fellOn: CivilDate | null;
  /** A retrial was ordered: nothing is executed meanwhile (INT2018 118). */
  readonly stays: readonly Stay[];
  readonly performedOn: CivilDate | null;
  /** Everything recorded as done of it, whole or in part. */
  readonly performed: readonly Entry<'performed'>[];
  readonly measures: readonly Entry<'court-measure-taken'>[];
}

export interface Advice {
  readonly received: Entry<'judicial-advice-received'>;
  readonly answered: Entry<'judicial-advice-answered'> | null;
}

/** The fold's result. */
export interface Lawsuit {
  readonly streamId: StreamId;
  readonly version: number;
  /** Entries in force, in legal order. */
  readonly entries: readonly EffectiveEntry[];
  readonly registered: Entry<'lawsuit-registered'> | null;
  readonly number: string | null;
  readonly organId: OrganId | null;
  readonly organs: readonly SuitOrgan[];
  readonly parties: readonly (Party & { readonly leftOn: CivilDate | null })[];
  readonly act: SuedAct | null;
  /** Of the office. */
  readonly handlers: readonly AccountId[];
  /** Of each organ, inside it. */
  readonly responders: ReadonlyMap<OrganId, readonly AccountId[]>;
  readonly acknowledged: readonly Entry<'acknowledged'>[];
  /** Oldest first; the last one is the current. */
  readonly instances: readonly Instance[];
  readonly obligations: readonly Obligation[];
  readonly advice: readonly Advice[];
  readonly defects: readonly {
    readonly recorded: Entry<'defects-recorded'>;
    readonly read: Entry<'defects-read'> | null;
  }[];
  readonly major: {
    readonly marked: Entry<'major-marked'>;
    readonly feedbacks: readonly Entry<'major-fed-back'>[];
    readonly unmarkedOn: CivilDate | null;
  } | null;
  readonly proposals: readonly OpenProposal[];
  readonly links: readonly { readonly kind: LinkKind; readonly to: StreamId; readonly seq: number }[];
  readonly forms: readonly Entry<'form-issued'>[];
  readonly voided: Entry<'voided'> | null;
  /** 结案: the day the last judgment took effect and all it ordered is done; null while open. By lapse it may lie ahead. */
  readonly closing: { readonly on: CivilDate; readonly provisional: boolean } | null;
  readonly clocks: readonly Clock[];
  readonly contradictions: readonly Contradiction[];
}

/** Where one instance stands on a day. */
export interface InstancePosition {
  readonly instance: Instance;
  readonly stage: InstanceStage;
}

/** Where the lawsuit stands on a day. */
export interface Position {
  readonly day: CivilDate;
  readonly stage: Stage;
  /** The newest instance known that day; null only before registration. */
  readonly current: InstancePosition | null;
  readonly instances: readonly InstancePosition[];
  readonly waiting: Waiting;
  /** Clocks seen on that day that still run, worst first. */
  readonly running: readonly Clock[];
}

export interface Waiting {
  readonly who: WaitedFor;
  /** Code of the sentence in the catalogue, e.g. 'answer', 'plan-leader', 'record-appearance', 'judgment', 'perform'. */
  readonly what: string;
  readonly organId: OrganId | null;
  readonly article: string | null;
  readonly clockId: string | null;
  /** What follows if nothing happens, a code. */
  readonly consequence: string | null;
}

/** The result of one whole lawsuit for statistics: lost once, by the first of `lossOrder`. */
export interface SuitResult {
  readonly instanceId: string;
  readonly level: InstanceLevel;
  readonly principal: Outcome;
  readonly on: CivilDate;
  readonly lost: Outcome | null;
}
