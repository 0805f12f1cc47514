/** What the view says of the proceedings, and of what departments are asked for; already through its audience. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { FileId, OrganId } from '../ids.ts';
import type { CommitteeFollowed, DocumentKind, SuspensionGround } from './codes.ts';
import type { NoticeState } from './notice-of-hearing.ts';

/** One party or respondent whose opinion is to be heard (49). */
export interface OpinionView {
  readonly subject: string;
  readonly is: 'party' | 'organ';
  readonly name: string;
  readonly capacity: string;
  /** `written`: could not be heard for a reason of its own, so the review is in writing. */
  readonly state: 'heard' | 'written' | 'not-yet';
  readonly times: readonly {
    readonly seq: number;
    readonly on: CivilDate;
    readonly manner: string;
    readonly heardBy: string | null;
    readonly summary: string;
    /** null = not asked. */
    readonly mediationWilling: boolean | null;
    readonly fileIds: readonly FileId[];
  }[];
}

export interface HearingView {
  readonly hearingId: string;
  readonly seq: number;
  readonly setOn: CivilDate;
  readonly on: CivilDate;
  readonly time: string;
  readonly place: string;
  readonly topics: string;
  readonly mandatory: boolean;
  readonly insteadOf: string | null;
  readonly replacedBy: string | null;
  readonly state: 'set' | 'moved' | 'cancelled' | 'held';
  readonly ended: { readonly on: CivilDate; readonly reason: string } | null;
  /** The last day on which a notice reaches a party in time; null where no law on file says one. */
  readonly latestNotice: CivilDate | null;
  readonly notices: readonly {
    readonly subject: string;
    readonly name: string;
    readonly sentOn: CivilDate | null;
    readonly servedOn: CivilDate | null;
    readonly state: NoticeState;
  }[];
  /** As planned until it is held, then as it was. */
  readonly panel: {
    readonly presider: string;
    readonly hearers: readonly string[];
    readonly recorder: string;
  } | null;
  readonly held: {
    readonly on: CivilDate;
    readonly applicantAbsent: boolean;
    /** 51(2): absent without good reason though every notice to the applicants had come in time. */
    readonly waived: boolean;
    readonly excused: string | null;
    readonly leader:
      | { readonly attended: true; readonly name: string; readonly title: string }
      | { readonly attended: false; readonly reason: string; readonly delegate: string | null };
    readonly record: string | null;
    readonly fileIds: readonly FileId[];
  } | null;
}

export interface CommitteeView {
  readonly asked: { readonly on: CivilDate; readonly category: string; readonly question: string } | null;
  readonly advised: {
    readonly on: CivilDate;
    readonly opinion: string;
    readonly members: number | null;
    readonly sitting: {
      readonly on: CivilDate | null;
      readonly place: string;
      readonly members: readonly {
        readonly name: string;
        readonly unit: string;
        readonly outside: boolean;
        readonly opinion: string | null;
      }[];
    } | null;
    readonly fileIds: readonly FileId[];
  } | null;
  readonly followed: { readonly follows: CommitteeFollowed; readonly why: string } | null;
}

export interface ReviewView {
  readonly seq: number;
  readonly on: CivilDate;
  readonly article: '56' | '57';
  readonly subject: string;
  readonly maker: string;
  readonly competent: boolean;
  readonly state: 'ask-maker' | 'maker-reply' | 'handle' | 'refer' | 'referred' | 'concluded';
  readonly askedOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
  readonly referred: { readonly on: CivilDate; readonly to: string } | null;
  readonly concluded: { readonly on: CivilDate; readonly result: string; readonly summary: string } | null;
  /** Its limits among the view's clocks. */
  readonly clockIds: readonly string[];
}

export interface StopView {
  readonly seq: number;
  readonly kind: 'suspension' | 'inspection' | 'appraisal' | 'receiver-dispute';
  readonly ground: SuspensionGround | null;
  readonly from: CivilDate;
  /** The first day counted again; null while it lasts. */
  readonly to: CivilDate | null;
  /** Days that stood still so far. */
  readonly days: number;
  readonly effective: boolean;
  readonly article: string;
  readonly where: string | null;
  /** It lies after the end of the regulation of 2007, and its successor's wording is not on file. */
  readonly unverified: boolean;
}

export const missingCodes = [
  'opinion-not-heard',
  'mediation-not-asked',
  'hearing-required',
  'hearing-asked-for',
  'notice-not-sent',
  'notice-not-served',
  'notice-late',
  'committee-not-asked',
  'committee-advice-missing',
  'review-not-begun',
] as const;
export type MissingCode = (typeof missingCodes)[number];

/** What the proceedings still lack, with the step that brings it. */
export interface MissingView {
  readonly code: MissingCode;
  /** null: what is good to do and no article demands. */
  readonly article: string | null;
  /** Of whom it is missing. */
  readonly name: string | null;
  readonly step: string;
  readonly about: string | null;
}

export interface ProceedingsView {
  readonly opinions: readonly OpinionView[];
  readonly hearings: readonly HearingView[];
  /** null: not this reader's to see. */
  readonly committee: CommitteeView | null;
  readonly reviews: readonly ReviewView[];
  readonly stops: readonly StopView[];
  readonly missing: readonly MissingView[];
}

export const askKinds = ['acknowledge', 'reply', 'hearing', 'perform', 'opinion-letter'] as const;
export type AskKind = (typeof askKinds)[number];

/** One thing a department is asked for: by when, and what follows if nothing comes. */
export interface AskView {
  readonly key: string;
  readonly kind: AskKind;
  readonly organId: OrganId;
  readonly organName: string;
  readonly step: string | null;
  readonly about: string | null;
  readonly document: {
    readonly id: string;
    readonly kind: DocumentKind | string;
    readonly number: string | null;
  } | null;
  /** What the letter or the hearing is about. */
  readonly subject: string | null;
  readonly askedOn: CivilDate | null;
  readonly due: CivilDate | null;
  readonly clockId: string | null;
  /** `waiting`: done by the department, to be looked at by the office; `returned`: sent back to it. */
  readonly state: 'open' | 'overdue' | 'waiting' | 'returned' | 'done' | 'done-late';
  readonly doneOn: CivilDate | null;
  readonly returned: string | null;
  readonly article: string | null;
  /** Codes of what follows the limit. */
  readonly consequences: readonly string[];
}
