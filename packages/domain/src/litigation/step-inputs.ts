/**
 * What each step of a lawsuit asks for, checked field by field. People and long texts are given in plain words, ids of
 * new things are left out: `decide` puts the ones beside the ledger and makes the others. Which instance, organ or
 * session is meant may be left out where only one can be.
 */
import { z } from 'zod';
import type { FieldProblem } from '../errors.ts';
import { zLinkKind } from '../ledger/common-entries.ts';
import { zDoneBy } from '../ledger/envelope.ts';
import { zPersonData } from '../ledger/person.ts';
import { type FieldRule, problemsOf } from '../reconsideration/step-inputs.ts';
import {
  zAccountId,
  zCivilDate,
  zCivilTime,
  zFen,
  zFileId,
  zOrganId,
  zPartyId,
  zPostId,
  zProposalId,
  zSha256,
  zStreamId,
} from '../schema.ts';
import * as codes from './codes.ts';
import { zSessionNotice } from './entries.ts';
import { zInstanceInput, zPapersInput, zRegisterSummons, zSessionInput } from './register-input.ts';
import { type StepType, stepTypes } from './steps.ts';

const text = (max: number) => z.string().trim().max(max);
const optionalText = (max: number) => text(max).default('');
const need = (max: number) => z.string().trim().min(1).max(max);
const maybeText = (max: number) => text(max).nullable().default(null);
const maybeDay = zCivilDate.nullable().default(null);
const files = z.array(zFileId).max(200).default([]);
const flag = z.boolean().default(false);
const innerId = need(60);
const maybeId = innerId.nullable().default(null);

/** What was signed on paper and is recorded afterwards: who signed, in which office, and the scan. */
export const zSignedPaper = z.object({
  doneBy: zDoneBy.extend({ role: z.enum(codes.paperSigners).nullable().default(null) }),
  fileIds: z.array(zFileId).min(1).max(200),
});
export type SignedPaper = Readonly<z.infer<typeof zSignedPaper>>;

/** Carried by every step. */
const base = {
  /** The legal day of the act; null = today, of a session's own steps the session's day. */
  occurredOn: maybeDay,
  occurredTime: zCivilTime.nullable().default(null),
  onPaper: zSignedPaper.nullable().default(null),
  /** Why the step is recorded although it contradicts the law or the record. */
  irregularReason: maybeText(1000),
};
/** null = the current instance, of judgments and what follows them the last one that ended. */
const instance = { instanceId: maybeId };
/** null = the organ whose people ask, or the only one in the suit. */
const organ = { organId: zOrganId.nullable().default(null) };
const ofOrgan = { ...instance, ...organ };
/** null = the only one that it can be. */
const session = { sessionId: maybeId };
const appearing = { ...session, ...organ };

export const zLeaderInput = z.object({
  postId: zPostId.nullable().default(null),
  accountId: zAccountId.nullable().default(null),
  name: need(60),
  title: need(60),
  rank: z.enum(codes.leaderRanks),
  /** null = the organ sued. */
  organId: zOrganId.nullable().default(null),
  from: maybeDay,
  until: maybeDay,
  inCharge: flag,
});
export type LeaderInput = Readonly<z.infer<typeof zLeaderInput>>;

const staff = z
  .array(z.object({ name: need(60), title: optionalText(60), actsInPower: flag }))
  .max(10)
  .default([]);

export const zEvidenceInput = z.object({
  number: optionalText(20),
  name: need(200),
  pages: z.int().min(0).nullable().default(null),
  source: optionalText(200),
  purpose: optionalText(300),
  fileIds: files,
});

/** To whom a judgment went. */
export const zServedTo = z.discriminatedUnion('is', [
  z.object({ is: z.literal('organ'), organId: zOrganId }),
  z.object({ is: z.literal('party'), partyId: zPartyId }),
]);
export type ServedTo = Readonly<z.infer<typeof zServedTo>>;

/** Who appeals or applies. */
const appellants = {
  organs: z.array(zOrganId).max(10).default([]),
  parties: z.array(zPartyId).max(400).default([]),
};

const notices = z.array(zSessionNotice).max(10).default([]);
const way = z.enum(codes.deliveryWays).default('post');
const proof = optionalText(200);

/** Step type → schema of its input. */
export const stepInputs = {
  'register-summons': zRegisterSummons,

  'open-instance': z.object({
    ...base,
    ...zInstanceInput.shape,
    /** Of an appeal, a remand or a retrial: the instance before; null = the last one that ended. */
    of: maybeId,
    ...appellants,
    procurator: flag,
    /** The day the appeal was filed, where no appeal is on record yet. */
    appealedOn: maybeDay,
    papers: z.array(zPapersInput).max(10).default([]),
    session: zSessionInput.nullable().default(null),
    fileIds: files,
  }),
  'receive-papers': z.object({
    ...base,
    ...ofOrgan,
    papers: z.array(z.enum(codes.courtPapers)).min(1),
    way,
    proof,
    evidenceUntil: maybeDay,
    trialUntil: maybeDay,
    fileIds: files,
  }),
  'assign-undertaking': z.object({ ...base, ...organ, undertakingId: zOrganId, why: optionalText(400) }),
  acknowledge: z.object({ ...base, ...ofOrgan, name: need(60) }),
  'assign-responders': z.object({
    ...base,
    ...organ,
    accounts: z.array(zAccountId).min(1).max(4),
    why: optionalText(400),
  }),

  'appoint-agent': z.object({
    ...base,
    ...ofOrgan,
    kind: z.enum(codes.agentKinds).default('staff'),
    name: need(60),
    unit: optionalText(120),
    special: flag,
    powers: optionalText(400),
    fileIds: files,
  }),
  'end-agent': z.object({ ...base, agentId: innerId, why: optionalText(400) }),
  'object-jurisdiction': z.object({ ...base, ...ofOrgan, grounds: need(2000), fileIds: files }),
  'record-objection-ruling': z.object({
    ...base,
    ...instance,
    upheld: z.boolean(),
    /** Which organ received it already, and when. */
    services: z
      .array(z.object({ organId: zOrganId, servedOn: zCivilDate }))
      .max(10)
      .default([]),
    fileIds: files,
  }),
  'ask-evidence-extension': z.object({ ...base, ...ofOrgan, reason: need(1000), fileIds: files }),
  'record-extension-answer': z.object({
    ...base,
    ...ofOrgan,
    allowed: z.boolean(),
    causeRemovedOn: maybeDay,
    fileIds: files,
  }),
  'file-answer': z.object({
    ...base,
    ...ofOrgan,
    way: z.enum(codes.deliveryWays).default('direct'),
    proof,
    opinion: optionalText(20_000),
    bases: z
      .array(z.object({ law: need(200), article: optionalText(100) }))
      .max(100)
      .default([]),
    evidence: z.array(zEvidenceInput).max(300).default([]),
    signedByHead: flag,
    alsoFor: z.array(zOrganId).max(10).default([]),
    fileIds: files,
  }),
  'file-evidence': z.object({
    ...base,
    ...ofOrgan,
    way: z.enum(codes.deliveryWays).default('direct'),
    proof,
    evidence: z.array(zEvidenceInput).min(1).max(300),
    alsoFor: z.array(zOrganId).max(10).default([]),
    reason: optionalText(1000),
    fileIds: files,
  }),
  'change-procedure': z.object({
    ...base,
    ...instance,
    to: z.enum(codes.courtProcedures),
    reason: optionalText(1000),
  }),
  'suspend-instance': z.object({
    ...base,
    ...instance,
    ground: z.enum(codes.spanGrounds),
    reason: optionalText(1000),
    fileIds: files,
  }),
  'resume-instance': z.object({ ...base, ...instance, reason: optionalText(1000), fileIds: files }),

  'set-session': z.object({ ...base, ...instance, ...zSessionInput.shape, fileIds: files }),
  'move-session': z.object({
    ...base,
    ...session,
    on: zCivilDate,
    time: zCivilTime,
    /** Empty = the place stays. */
    place: optionalText(200),
    why: optionalText(1000),
    notices,
  }),
  'cancel-session': z.object({ ...base, ...session, why: optionalText(1000) }),
  'hold-session': z.object({ ...base, ...session, adjourned: flag, note: optionalText(1000), fileIds: files }),
  'mark-observation': z.object({
    ...base,
    ...session,
    invited: z.array(zOrganId).max(100).default([]),
    why: optionalText(400),
  }),
  'record-observers': z.object({
    ...base,
    ...session,
    came: z
      .array(z.object({ organId: zOrganId, people: z.int().min(0).max(500) }))
      .max(100)
      .default([]),
    note: optionalText(1000),
  }),

  'agree-appearance': z.object({
    ...base,
    ...instance,
    organIds: z.array(zOrganId).min(2).max(10),
    byOrganId: zOrganId,
    how: z.enum(codes.agreementWays).default('agreed'),
    fileIds: files,
  }),
  'plan-leader': z.object({ ...base, ...appearing, leader: zLeaderInput, staff }),
  'confirm-leader': z.object({ ...base, ...appearing }),
  'replace-leader': z.object({ ...base, ...appearing, leader: zLeaderInput, why: need(1000) }),
  'submit-identity-proof': z.object({
    ...base,
    ...appearing,
    /** Empty = the leader who is to come. */
    leaderName: optionalText(60),
    hasName: z.boolean().default(true),
    hasTitle: z.boolean().default(true),
    sealed: z.boolean().default(true),
    fileIds: files,
  }),
  'check-identity-proof': z.object({
    ...base,
    ...appearing,
    result: z.enum(codes.proofResults),
    why: optionalText(1000),
  }),
  'record-appearance': z.object({
    ...base,
    ...appearing,
    leader: zLeaderInput.nullable().default(null),
    spoke: flag,
    leftEarly: flag,
    refusedToExplain: flag,
    staff,
    lawyers: z.int().min(0).max(2).default(0),
    /** Of a session that nobody has recorded as held yet: whoever sat there knows whether it was adjourned. */
    adjourned: flag,
    fileIds: files,
  }),
  'explain-absence': z.object({
    ...base,
    ...appearing,
    ground: z.enum(codes.absenceGrounds),
    reason: optionalText(2000),
    proof: z.enum(codes.absenceProofs),
    askedAdjournment: flag,
    delegates: staff,
    fileIds: files,
  }),
  'rule-on-absence': z.object({ ...base, ...appearing, accepted: z.boolean(), why: optionalText(1000) }),

  'record-judgment': z.object({
    ...base,
    ...instance,
    outcomes: z.array(z.enum(codes.outcomes)).min(1).max(4),
    /** `ordered: false` = looked at, and none was ordered. */
    redo: z
      .object({ ordered: z.boolean().default(true), days: z.int().min(1).max(3650).nullable().default(null) })
      .nullable()
      .default(null),
    reversedTo: z.array(z.enum(codes.outcomes)).max(4).default([]),
    reconsideration: z.enum(codes.reconsiderationFates).nullable().default(null),
    number: maybeText(80),
    /** Of a retrial that is ordered: execution is not stayed (INT2018 118). */
    executionGoesOn: flag,
    pronouncedInCourt: flag,
    operative: need(20_000),
    compensation: zFen.nullable().default(null),
    obligations: z
      .array(z.object({ organId: zOrganId.nullable().default(null), what: need(400), performBy: maybeDay }))
      .max(20)
      .default([]),
    /** Who has received it already, each with its day. */
    services: z
      .array(z.object({ to: zServedTo, servedOn: zCivilDate, way, proof }))
      .max(500)
      .default([]),
    fileIds: files,
  }),
  'record-service': z.object({
    ...base,
    ...instance,
    /** One, or several who received it on the same day. */
    to: z.union([zServedTo.transform((one) => [one]), z.array(zServedTo).min(1).max(500)]),
    way,
    proof,
    fileIds: files,
  }),
  'record-appeal': z.object({ ...base, ...instance, ...appellants, reason: optionalText(2000), fileIds: files }),
  'withdraw-appeal': z.object({ ...base, ...instance, ...appellants }),
  'record-retrial-application': z.object({
    ...base,
    ...instance,
    ...appellants,
    procurator: flag,
    court: optionalText(80),
    ground: z.enum(codes.retrialGrounds).nullable().default(null),
    knewOn: maybeDay,
    reason: optionalText(2000),
    fileIds: files,
  }),

  'record-performance': z.object({
    ...base,
    obligationId: maybeId,
    proof: need(400),
    part: z.enum(codes.performedParts).default('whole'),
    fileIds: files,
  }),
  'record-court-measure': z.object({
    ...base,
    obligationId: maybeId,
    measure: z.enum(codes.courtMeasures),
    note: optionalText(1000),
    fileIds: files,
  }),
  'receive-advice': z.object({
    ...base,
    instanceId: maybeId,
    ...organ,
    subject: z.enum(codes.adviceSubjects),
    number: maybeText(80),
    summary: need(2000),
    dueOn: maybeDay,
    fileIds: files,
  }),
  'answer-advice': z.object({
    ...base,
    adviceId: maybeId,
    adopted: z.enum(codes.adoptions),
    summary: need(2000),
    fileIds: files,
  }),
  'record-defects': z.object({
    ...base,
    ...ofOrgan,
    elements: z.array(z.enum(codes.defectElements)).min(1),
    what: need(2000),
    advice: optionalText(2000),
  }),
  'read-defects': z.object({ ...base, ...ofOrgan, name: need(60), measures: optionalText(2000) }),
  'mark-major': z.object({
    ...base,
    grounds: z.array(z.enum(codes.majorGrounds)).min(1),
    why: optionalText(1000),
    everyDays: z.int().min(1).max(180).default(30),
  }),
  'feed-back-major': z.object({ ...base, text: need(8000) }),
  'unmark-major': z.object({ ...base, why: need(1000) }),

  /** The file is made at the edge from the template; what it was made from is in the file. */
  'issue-form': z.object({
    ...base,
    kind: z.enum(codes.documentKinds),
    instanceId: maybeId,
    sessionId: maybeId,
    ...organ,
    template: need(80),
    fileId: zFileId,
    name: need(200),
  }),
  'assign-handlers': z.object({ ...base, accounts: z.array(zAccountId).min(1).max(4), why: optionalText(1000) }),
  'hand-over': z.object({ ...base, from: zAccountId, to: zAccountId, why: optionalText(1000) }),
  'update-person': z.object({ ...base, partyId: zPartyId, person: zPersonData, why: optionalText(1000) }),
  link: z.object({ ...base, kind: zLinkKind, to: zStreamId, why: optionalText(1000) }),
  unlink: z.object({ ...base, seq: z.int().min(1), why: need(1000) }),
  'add-file': z.object({
    ...base,
    fileId: zFileId,
    sha256: zSha256,
    name: need(200),
    kind: need(60),
    size: z.int().min(0),
  }),
  'make-note': z.object({ ...base, text: need(8000) }),
  'void-lawsuit': z.object({ ...base, why: need(1000), duplicateOf: zStreamId.nullable().default(null) }),
  /** The new payload may leave out what stays; `occurredOn` is the corrected day of the entry. */
  'correct-entry': z.object({
    seq: z.int().min(1),
    payload: z.record(z.string(), z.unknown()).default({}),
    /** null = the entry keeps its day. */
    occurredOn: maybeDay,
    occurredTime: zCivilTime.nullable().optional(),
    why: need(1000),
    onPaper: base.onPaper,
    irregularReason: base.irregularReason,
  }),
  'annul-entry': z.object({ ...base, seq: z.int().min(1), why: need(1000) }),

  propose: z.object({
    ...base,
    step: z.object({ type: z.enum(stepTypes), input: z.unknown() }),
    opinion: optionalText(4000),
  }),
  'return-proposal': z.object({ ...base, proposalId: zProposalId, reasons: need(4000) }),
  'withdraw-proposal': z.object({ ...base, proposalId: zProposalId, reasons: optionalText(4000) }),
  approve: z.object({ ...base, proposalId: zProposalId, opinion: optionalText(4000) }),
} as const satisfies Record<StepType, z.ZodType>;

/** A step's input, checked. */
export type StepInput<T extends StepType> = z.output<(typeof stepInputs)[T]>;
/** A step's input as the page sends it. */
export type StepInputGiven<T extends StepType> = z.input<(typeof stepInputs)[T]>;

/** Rules of a lawsuit's fields, beside those that every form knows. */
export const suitFieldRules = [
  'unknown-instance',
  'unknown-session',
  'unknown-agent',
  'unknown-obligation',
  'unknown-advice',
  'not-in-the-suit',
  'instance-needed',
  'session-needed',
  'organ-needed',
  'not-of-this-instance',
  'reversal-needed',
  'no-reconsideration-before',
  'not-the-sessions-day',
  'leader-needed',
  'somebody-needed',
  'did-not-appeal',
  'already-received-it',
  'docketed-after-received',
  'papers-before-first',
  'only-simplified',
  'not-among-them',
  'not-the-signer',
] as const;
export type SuitFieldRule = (typeof suitFieldRules)[number] | FieldRule;

export type ParsedInput<T extends StepType> =
  | { readonly ok: true; readonly input: StepInput<T> }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

/** Checks a step's input with its own schema. */
export function parseStepInput<T extends StepType>(type: T, given: unknown, prefix = ''): ParsedInput<T> {
  const result = stepInputs[type].safeParse(given ?? {});
  return result.success
    ? { ok: true, input: result.data as StepInput<T> }
    : { ok: false, fields: problemsOf(result.error, given ?? {}, prefix) };
}
