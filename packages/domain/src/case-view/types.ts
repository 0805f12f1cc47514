/**
 * What every kind of case shows alike: clocks, entries with their corrections, parties, papers, proposals, and what a
 * step would change. Codes and parameters, never sentences: the page says them in its language from the catalogue.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Contradiction, FieldProblem } from '../errors.ts';
import type { FileId, PartyId } from '../ids.ts';
import type { Computation } from '../law/compute.ts';
import type { GridDay } from '../law/day-grid.ts';
import type { ClockStatus } from '../ledger/clock.ts';
import type { Sending } from '../ledger/documents.ts';
import type { Authority } from '../reconsideration/people-entries.ts';

/** `usual`: the expected next act; `irregular`: goes on with a recorded reason; `refused`: impossible, or not this actor. */
export type Verdict = 'usual' | 'allowed' | 'irregular' | 'refused';

/** A step with its verdict; `A`: who may be an approver in this kind of case. */
export interface NextStep<A extends string = string> {
  readonly step: string;
  readonly verdict: Verdict;
  /** Code of the reason in the catalogue; null where none is needed. */
  readonly reason: string | null;
  readonly article: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** The approver the article names; the step is proposed, or recorded from paper. */
  readonly approver: A | null;
}

export interface ClockView {
  readonly id: string;
  readonly ruleId: string;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly obligor: string;
  readonly status: ClockStatus;
  readonly raw: CivilDate | null;
  readonly due: CivilDate | null;
  readonly advised: CivilDate | null;
  readonly metOn: CivilDate | null;
  readonly marks: readonly string[];
  readonly unit: string;
  /** In the limit's own unit; negative = overdue. */
  readonly daysLeft: number | null;
  readonly workingDaysLeft: number | null;
  readonly daysUsed: number | null;
  readonly length: number | null;
  readonly stoppedDays: number;
  readonly light: 'overdue' | 'near' | 'ok' | 'stopped' | 'unknown' | 'met' | 'late';
  readonly missing: string | null;
  /** With its steps: `law/explain.ts` says them in the reader's language. */
  readonly computation: Computation;
  readonly grid: readonly GridDay[];
}

/** One correction of an entry: who recorded it, when, why, and what it changed. */
export interface CorrectionView {
  readonly seq: number;
  readonly kind: 'replaced' | 'annulled';
  readonly by: string;
  readonly doneBy: { readonly name: string; readonly title: string } | null;
  readonly recordedAt: number;
  readonly why: string;
  readonly was: { readonly occurredOn: CivilDate };
  /** null for an annulment. */
  readonly now: { readonly occurredOn: CivilDate } | null;
  /** Values of the payload that changed, by their path; only the reviewing organ's own reader sees them. */
  readonly changes: readonly { readonly field: string; readonly from: Scalar | null; readonly to: Scalar | null }[];
}
export type Scalar = string | number | boolean;

export interface TimelineItem {
  readonly seq: number;
  readonly type: string;
  readonly occurredOn: CivilDate;
  readonly occurredTime: string | null;
  readonly recordedAt: number;
  readonly recordedByName: string;
  readonly doneBy: { readonly name: string; readonly title: string } | null;
  readonly irregular: { readonly codes: readonly string[]; readonly reason: string } | null;
  readonly standing:
    | { readonly is: 'original' }
    | { readonly is: 'replaced'; readonly why: string; readonly was: { readonly occurredOn: CivilDate } }
    | { readonly is: 'annulled'; readonly why: string };
  /** Every correction of this entry, oldest first: none vanishes behind a later one. */
  readonly corrections: readonly CorrectionView[];
  /** The payload as this audience may see it (narratives and names filled in, forbidden fields left out). */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Clocks this entry started, stopped, moved or met, with the days of the moment it was recorded. */
  readonly effects: readonly {
    readonly effect: 'starts' | 'stops' | 'moves' | 'meets' | 'resumes';
    readonly ruleId: string;
    /** Where the limit then ended; null where it was met or stopped. */
    readonly due: CivilDate | null;
    /** For a limit that moved: where it had ended before. */
    readonly from: CivilDate | null;
  }[];
  readonly correctable: boolean;
}

export interface PartyView {
  readonly partyId: PartyId;
  readonly capacity: string;
  readonly kind: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly legalRepresentative: string | null;
  readonly actsFor: readonly PartyId[];
  readonly powers: string;
  /** What the power of attorney names; null where it is not on record. */
  readonly authority: Authority | null;
  readonly leftOn: CivilDate | null;
}

export interface DocumentView {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly madeOn: CivilDate;
  readonly printedDue: CivilDate | null;
  /** The computed date, where it differs from the printed one. */
  readonly computedDue: CivilDate | null;
  readonly fileIds: readonly FileId[];
  readonly sendings: readonly (Sending & { readonly addresseeName: string })[];
}

export interface FileView {
  readonly id: FileId;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly sha256: string;
  readonly seq: number | null;
}

export interface ProposalView<A extends string = string> {
  readonly proposalId: string;
  readonly step: string;
  /** As proposed; optional only because a value of any kind may be missing on the wire. */
  readonly input?: unknown;
  readonly proposedByName: string;
  readonly proposedOn: CivilDate;
  readonly approver: A;
  readonly words: readonly {
    readonly by: string;
    readonly verdict: 'proposed' | 'endorsed' | 'returned' | 'approved' | 'withdrawn';
    readonly text: string;
    readonly on: CivilDate;
  }[];
  readonly state: 'open' | 'returned' | 'approved' | 'withdrawn';
  /** What this actor may do with it. */
  readonly may: {
    readonly endorse: boolean;
    readonly approve: boolean;
    readonly giveBack: boolean;
    readonly withdraw: boolean;
  };
}

/** What a step would change, before saving: the same call as what-if and the correction's preview. */
export interface Impact {
  readonly ok: boolean;
  readonly verdict: Verdict;
  readonly reason: NextStep['reason'];
  readonly article: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the recorder must give a reason for. */
  readonly contradictions: readonly Contradiction[];
  readonly changes: readonly {
    readonly clockId: string;
    readonly ruleId: string;
    readonly subjectName: string | null;
    readonly change: 'starts' | 'moves' | 'stops' | 'resumes' | 'meets' | 'ends';
    readonly before: { readonly due: CivilDate | null; readonly status: ClockStatus } | null;
    readonly after: { readonly due: CivilDate | null; readonly status: ClockStatus } | null;
  }[];
  /** Where the step is not possible as given: what is wrong, field by field. */
  readonly fields: readonly FieldProblem[];
}
