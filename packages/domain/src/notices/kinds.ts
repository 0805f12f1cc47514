/**
 * What somebody is told. A notice is no fact and no entry: it says that something happened or is about to, to whom it
 * matters, and holds codes and ids only.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, DocumentId, OrganId } from '../ids.ts';
import type { InstanceLevel, Outcome } from '../litigation/codes.ts';
import type { RungCode } from './rungs.ts';

export const noticeKinds = [
  'assigned', // the case is mine now
  'proposed', // a step waits for my approval
  'returned', // my proposal came back
  'approved', // my proposal was approved
  'replied', // the respondent's written reply is in
  'performance-reported', // the respondent says it has performed
  'report-returned', // the office sent my report of performance back
  'opinion-reported', // the addressee of an opinion letter has answered
  'document-received', // to a department: a document of the case is for it
  'hearing-scheduled',
  'ordered', // the organ above orders acceptance or resumption, or takes the case up
  'transferred', // my case went to another organ
  'voided', // my case was registered by mistake
  'joined', // another case was joined into mine
  'suit-received', // papers of a court reached the organ: a lawsuit, or a new instance of one
  'answer-filed', // an organ filed its answer with the court
  'session-set', // a court session was fixed
  'session-moved',
  'session-cancelled',
  'session-near', // a court session is near, and whether a leader is arranged
  'leader-arranged', // I am to appear in court
  'proof-refused', // the court did not accept a leader's proof of identity, or wants it cured
  'judged', // an instance ended
  'appealed',
  'advice-received', // judicial advice to my organ
  'defects-recorded', // what failed in a lost case, fed back to my organ
  'due', // a limit has reached a rung
  'reminded', // a person of the reviewing organ asks for what the case waits for
  'hand-over-asked', // an administrator asks me to hand over what a colleague leaves behind
  'backup-failed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const isNoticeKind = (kind: string): kind is NoticeKind => (noticeKinds as readonly string[]).includes(kind);

/** What each kind says beside the case it is about. */
export interface NoticeParams {
  readonly assigned: Readonly<Record<never, never>>;
  readonly proposed: { readonly step: string };
  readonly returned: { readonly step: string };
  readonly approved: { readonly step: string };
  readonly replied: { readonly organId: OrganId };
  readonly 'performance-reported': { readonly organId: OrganId };
  readonly 'report-returned': Readonly<Record<never, never>>;
  readonly ordered: { readonly organId: OrganId };
  readonly transferred: Readonly<Record<never, never>>;
  readonly voided: Readonly<Record<never, never>>;
  readonly 'opinion-reported': { readonly organId: OrganId };
  readonly 'document-received': { readonly documentId: DocumentId; readonly documentKind: string };
  readonly 'hearing-scheduled': { readonly on: CivilDate; readonly time: string };
  readonly joined: Readonly<Record<never, never>>;
  readonly 'suit-received': { readonly courtNumber: string; readonly level: InstanceLevel };
  readonly 'answer-filed': { readonly organId: OrganId };
  readonly 'session-set': { readonly on: CivilDate; readonly time: string };
  readonly 'session-moved': { readonly on: CivilDate; readonly time: string };
  readonly 'session-cancelled': { readonly on: CivilDate; readonly time: string };
  /** `leader`: who is to appear; '' while nobody is arranged. */
  readonly 'session-near': { readonly on: CivilDate; readonly time: string; readonly leader: string };
  readonly 'leader-arranged': { readonly on: CivilDate; readonly time: string };
  readonly 'proof-refused': { readonly on: CivilDate; readonly time: string };
  readonly judged: { readonly outcome: Outcome; readonly level: InstanceLevel };
  /** `organId`: the organ that appealed; left out where a party did. */
  readonly appealed: { readonly organId?: OrganId };
  readonly 'advice-received': Readonly<Record<never, never>>;
  readonly 'defects-recorded': Readonly<Record<never, never>>;
  readonly due: {
    readonly ruleId: string;
    readonly due: CivilDate;
    readonly rung: RungCode;
    readonly organId?: OrganId;
  };
  readonly reminded: { readonly text: string; readonly by: AccountId; readonly commandId: string };
  readonly 'hand-over-asked': { readonly from: AccountId; readonly cases: number };
  readonly 'backup-failed': { readonly error: string };
}

/** A notice as pages and mails read it: its kind says what its parameters are. */
export type NoticeContent = { [K in NoticeKind]: { readonly kind: K; readonly params: NoticeParams[K] } }[NoticeKind];
