/**
 * The reconsideration case as its ledger tells it. Case state, procedure and clocks are separate axes;
 * nothing here is true only today: `positionOn` answers for a day.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OpenProposal } from '../case-view/proposal-views.ts';
import type { Contradiction } from '../errors.ts';
import type { AccountId, DocumentId, OrganId, PartyId, StreamId } from '../ids.ts';
import type { Clock } from '../ledger/clock.ts';
import type { LinkKind } from '../ledger/common-entries.ts';
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { IssuedDocument, Sending } from '../ledger/documents.ts';
import type { Lapse } from '../ledger/lapse.ts';
import type {
  AcceptanceCondition,
  DecisionType,
  LawVersion,
  Procedure,
  Stage,
  SuspensionGround,
  TerminationGround,
  WaitedFor,
} from './codes.ts';
import type { Act, Party, ReconsiderationEntryType, ReconsiderationPayload } from './entries.ts';
import type { RecusalGround, RecusalWay } from './people-codes.ts';

/** A typed entry in force. */
export type Entry<T extends ReconsiderationEntryType> = Omit<EffectiveEntry, 'payload' | 'type'> & {
  readonly type: T;
  readonly payload: ReconsiderationPayload<T>;
};

/** Any entry in force, its payload known by its type. */
export type AnyEntry = { [T in ReconsiderationEntryType]: Entry<T> }[ReconsiderationEntryType];

export interface CaseDocument extends IssuedDocument {
  readonly seq: number;
}

/** A span in which the decision limit stands still: [from, to), `to` null while open. */
export interface StoppedSpan {
  readonly kind: 'suspension' | 'inspection' | 'appraisal' | 'receiver-dispute';
  readonly ground: SuspensionGround | null;
  /** The later of the decision to stop and its sending (A10). */
  readonly from: CivilDate;
  /** The earlier of the decision to resume and its sending. */
  readonly to: CivilDate | null;
  readonly startSeq: number;
  readonly endSeq: number | null;
  /** false: on no listed ground; recorded, stops no clock. */
  readonly effective: boolean;
  readonly article: string;
}

export interface CaseExtension {
  readonly seq: number;
  readonly days: number;
  readonly decidedOn: CivilDate;
  /** Sent to the applicant; null = not on record. */
  readonly sentOn: CivilDate | null;
  readonly effective: boolean;
  /** Why it moves nothing: 'made-late' | 'sent-late' | 'not-sent' (so far) | 'beyond-cap' | 'simplified-has-none'. */
  readonly ineffectiveBecause: string | null;
}

export type { OpenProposal };

export interface Acceptance {
  readonly on: CivilDate;
  readonly by: 'decision' | 'lapse' | 'law';
  readonly seq: number | null;
  /** on itself for a decision, the day after for a lapse. */
  readonly visibleFrom: CivilDate;
  readonly article: string;
}

export interface Closing {
  readonly on: CivilDate;
  readonly seq: number;
  readonly how:
    | { readonly is: 'refused'; readonly condition: AcceptanceCondition }
    | { readonly is: 'abandoned' }
    | { readonly is: 'withdrawn-before-acceptance' }
    | { readonly is: 'rejected'; readonly condition: AcceptanceCondition }
    | { readonly is: 'decided'; readonly types: readonly DecisionType[] }
    | { readonly is: 'mediated' }
    | { readonly is: 'terminated'; readonly ground: TerminationGround; readonly settled: boolean }
    | { readonly is: 'taken-up' }
    | { readonly is: 'transferred'; readonly toName: string }
    | { readonly is: 'voided'; readonly duplicateOf: StreamId | null };
}

/** 回避: somebody who does nothing in this case any more. */
export interface CaseRecusal {
  readonly accountId: AccountId;
  readonly ground: RecusalGround;
  readonly how: RecusalWay;
  readonly decidedBy: string;
  readonly on: CivilDate;
  readonly seq: number;
}

export interface CaseHearing {
  readonly hearingId: string;
  readonly scheduled: Entry<'hearing-scheduled'>;
  readonly cancelledOn: CivilDate | null;
  readonly cancelled: Entry<'hearing-cancelled'> | null;
  readonly held: Entry<'hearing-held'> | null;
}

export interface CaseReview {
  readonly begun: Entry<'normative-review-begun'>;
  readonly asked: Entry<'normative-maker-asked'> | null;
  readonly replied: Entry<'normative-maker-replied'> | null;
  readonly referred: Entry<'normative-review-referred'> | null;
  readonly concluded: Entry<'normative-review-concluded'> | null;
}

export interface CaseMediation {
  readonly held: readonly Entry<'mediation-held'>[];
  /** The letter that is not yet overtaken by a failure of the mediation. */
  readonly letter: Entry<'mediation-letter-made'> | null;
  /** The later of the last signature and the seal (73(1)); null while one is missing. */
  readonly effectiveOn: CivilDate | null;
}

/** The fold's result. */
export interface ReconsiderationCase {
  readonly streamId: StreamId;
  /** seq of the last entry folded, 0 for an empty ledger. */
  readonly version: number;
  /** Entries in force, in legal order. */
  readonly entries: readonly EffectiveEntry[];
  readonly received: Entry<'application-received'> | null;
  readonly number: string | null;
  readonly law: LawVersion;
  readonly organId: OrganId | null;
  readonly respondents: readonly OrganId[];
  readonly parties: readonly (Party & { readonly leftOn: CivilDate | null })[];
  readonly act: Act | null;
  /** The first is the main one (主办); whoever stands aside is none. */
  readonly handlers: readonly string[];
  readonly recusals: readonly CaseRecusal[];
  /** Accounts of which a head said why they had nothing to do with the act. */
  readonly cleared: readonly { readonly accountId: AccountId; readonly seq: number }[];
  readonly documents: readonly CaseDocument[];
  readonly acceptance: Acceptance | null;
  readonly lapses: readonly Lapse<'deemed-accepted'>[];
  /** The procedure from each day on, oldest first. */
  readonly procedures: readonly {
    readonly from: CivilDate;
    readonly procedure: Procedure;
    readonly seq: number | null;
  }[];
  readonly correction: {
    readonly notice: Entry<'correction-notified'>;
    readonly submitted: Entry<'correction-submitted'> | null;
    readonly extendedUntil: CivilDate | null;
    /** The notice went out within the examination limit; a late one lets the application stand accepted (30(3)). */
    readonly inTime: boolean;
  } | null;
  readonly spans: readonly StoppedSpan[];
  readonly extensions: readonly CaseExtension[];
  readonly proposals: readonly OpenProposal[];
  readonly replies: readonly Entry<'reply-filed'>[];
  /** Opinions of the parties heard (49). */
  readonly heard: readonly Entry<'opinion-heard'>[];
  readonly hearings: readonly CaseHearing[];
  /** Normative documents under review (56, 57). */
  readonly reviews: readonly CaseReview[];
  readonly committee: {
    readonly asked: Entry<'committee-asked'> | null;
    readonly advised: Entry<'committee-advised'> | null;
  };
  readonly stay: { readonly ordered: Entry<'stay-ordered'>; readonly liftedOn: CivilDate | null } | null;
  readonly mediation: CaseMediation;
  readonly withdrawal: Entry<'withdrawal-requested'> | null;
  readonly settlement: Entry<'settlement-reached'> | null;
  readonly closing: Closing | null;
  readonly decision: Entry<'decided'> | null;
  readonly links: readonly { readonly kind: LinkKind; readonly to: StreamId; readonly seq: number }[];
  readonly clocks: readonly Clock[];
  readonly contradictions: readonly Contradiction[];
}

/** Where the case stands on a day: the lapses of that day are in it. */
export interface Position {
  readonly day: CivilDate;
  readonly stage: Stage;
  readonly accepted: Acceptance | null;
  readonly procedure: Procedure | null;
  readonly suspended: StoppedSpan | null;
  readonly proposal: OpenProposal | null;
  readonly waiting: Waiting;
  /** Clocks seen on that day that still run, worst first. */
  readonly running: readonly Clock[];
}

/** 等谁: whom, for what, and what follows if nothing happens. */
export interface Waiting {
  readonly who: WaitedFor;
  /** Code of the sentence in the catalogue, e.g. 'reply', 'decide', 'correct'. */
  readonly what: string;
  readonly subject: OrganId | PartyId | null;
  readonly article: string | null;
  readonly clockId: string | null;
  /** Code of the consequence. */
  readonly consequence: string | null;
}

export type SendingOf = Sending & { readonly document: DocumentId };
