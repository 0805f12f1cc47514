/**
 * What can be written into a reconsideration case's ledger, beside the entries every case kind shares.
 * Entry types are past tense; the envelope's `occurredOn` is the legal day of each.
 */
import { z } from 'zod';
import { commonEntries, zNarrativeRef, zPersonRef } from '../ledger/common-entries.ts';
import { zCivilDate, zCivilTime, zDocumentId, zFen, zFileId, zOrganId, zPartyId } from '../schema.ts';
import * as codes from './codes.ts';
import { peopleEntries, zAuthority } from './people-entries.ts';

/** Public text that may stand in the ledger (no personal data). */
const text = (max: number) => z.string().trim().max(max);
const need = (max: number) => z.string().trim().min(1).max(max);

export const partyCapacities = ['applicant', 'third-party', 'agent', 'representative', 'legal-representative'] as const;

export const zParty = z.object({
  partyId: zPartyId,
  capacity: z.enum(partyCapacities),
  kind: z.enum(['citizen', 'legal-person', 'other-organisation']),
  person: zPersonRef,
  /** For agents and representatives: whom they act for, and with which powers. */
  actsFor: z.array(zPartyId),
  powers: text(400),
  /** What the power of attorney names; left out where only its words are on record. */
  authority: zAuthority.optional(),
  /** Agreed to electronic service for itself; an applicant's consent may also stand in what it asks for. */
  electronicService: z.boolean().optional(),
});
export type Party = Readonly<z.infer<typeof zParty>>;

/** The act under review. */
export const zAct = z.object({
  /** e.g. 行政处罚决定 */
  name: need(120),
  /** 文号; null where the act has none (inaction, factual act). */
  number: text(80).nullable(),
  /** null for inaction. */
  madeOn: zCivilDate.nullable(),
  matter: z.enum(codes.matters),
  /** 行政管理类别: row of form 1, by key; null = not yet classified. */
  category: text(40).nullable(),
  /** What it ordered, in short (罚款五百元). */
  content: text(400),
  /** The sum it concerns, for the simplified procedure's 3,000 yuan. */
  amount: zFen.nullable(),
  madeOnTheSpot: z.boolean(),
  immovable: z.boolean(),
  knownHow: z.enum(codes.knownHow),
  /** The day derived from the recorded way (A2); null = unknown. */
  knownOn: zCivilDate.nullable(),
  /** 20(3): not told of the right, the organ or the limit; when the last of them was known, and the content. */
  notInformed: z.object({ rightsKnownOn: zCivilDate.nullable(), contentKnownOn: zCivilDate.nullable() }).nullable(),
  /** 20(2): obstacles that stopped the applicant's limit. */
  obstacles: z.array(z.object({ from: zCivilDate, to: zCivilDate, reason: need(400) })),
  /** Inaction: the day the organ received the request, and the performance period's end where one is set. */
  inaction: z.object({ requestedOn: zCivilDate.nullable(), periodEndsOn: zCivilDate.nullable() }).nullable(),
});
export type Act = Readonly<z.infer<typeof zAct>>;

export const reconsiderationEntries = {
  ...commonEntries,
  ...peopleEntries,
  /** The application reached the reconsideration organ. occurredOn = the day it signed for it. */
  'application-received': z.object({
    channel: z.enum(codes.channels),
    /** Posting date, portal day or hand-in (A1); via the penalising organ: the day it was handed to that organ. */
    filedOn: zCivilDate,
    relay: z
      .object({
        organId: zOrganId,
        receivedOn: zCivilDate,
        /** When the penalising organ sent it on; left out or null where only its arrival is on record. */
        sentOn: zCivilDate.nullable().optional(),
        /** What that organ did itself before sending it on: changed or revoked its penalty. */
        note: text(400).optional(),
      })
      .nullable(),
    /** Said orally and recorded on the spot (22(3)); the record may hold personal data and lies beside the ledger. */
    oral: z
      .object({
        recordedBy: need(60),
        record: zNarrativeRef,
        readBackOn: zCivilDate,
        readBack: z.enum(codes.readBackWays),
        confirmedBy: need(80),
        confirmation: z.enum(codes.confirmationMarks),
        fileIds: z.array(zFileId),
      })
      .nullable()
      .optional(),
    /** Whether a suit was brought over the same act (29); left out where it was not asked. */
    suit: z.enum(codes.suitStates).nullable().optional(),
    /** Courier number or the like. */
    filingProof: text(200),
    reviewingOrganId: zOrganId,
    respondents: z.array(zOrganId).min(1).max(10),
    parties: z.array(zParty).min(1).max(700),
    act: zAct,
    requests: zNarrativeRef,
    grounds: zNarrativeRef,
    asks: z.object({
      compensation: zFen.nullable(),
      hearing: z.boolean(),
      stay: z.boolean(),
      normativeReview: text(200).nullable(),
      simplified: z.boolean(),
      electronicService: z.boolean(),
    }),
    /** Titles of the materials handed in. */
    materials: z.array(need(120)),
    fileIds: z.array(zFileId),
  }),
  'case-registered': z.object({ number: need(60) }),
  /** Case pinned to another version of the law, with its reason (rulebook 1). */
  'law-pinned': z.object({ ruleId: text(80).nullable(), law: need(20), why: need(1000) }),
  /** A special law's own limit displaces the rule (rulebook 2.15). */
  'special-limit-set': z.object({
    ruleId: need(80),
    law: need(80),
    article: need(40),
    length: z.int().min(1).max(3650),
    unit: z.enum(['day', 'working-day', 'month', 'year']),
    why: need(1000),
  }),
  /** One-off (31(1)). occurredOn = the notice's date; sent and received days are on the document's sendings. */
  'correction-notified': z.object({
    documentId: zDocumentId,
    items: z.array(need(300)).min(1),
    /** Before 2024 the notice sets the period. */ dueOn: zCivilDate.nullable(),
  }),
  /** 31(2): a longer period for good reason. occurredOn = the day it was granted. */
  'correction-extended': z.object({ until: zCivilDate, reason: need(1000) }),
  /** occurredOn = the day the organ received the materials; filedOn = posted or handed in. */
  'correction-submitted': z.object({ filedOn: zCivilDate, materials: z.array(need(120)), fileIds: z.array(zFileId) }),
  'abandonment-recorded': z.object({ reason: need(1000) }),
  'withdrawn-before-acceptance': z.object({ reason: text(1000) }),
  accepted: z.object({
    procedure: z.enum(codes.procedures),
    simplifiedGround: z.enum(codes.simplifiedGrounds).nullable(),
    /** Checks (23-29, 30(1)) that warned, and why the person went on. */
    overridden: z.array(z.object({ check: need(60), reason: need(1000) })),
    documentId: zDocumentId.nullable(),
    /** Simplified because all parties agree (53(2)): whether they did; left out on any other ground. */
    allPartiesAgree: z.boolean().optional(),
  }),
  refused: z.object({
    condition: z.enum(codes.acceptanceConditions),
    reason: need(2000),
    competentOrgan: text(120).nullable(),
    documentId: zDocumentId.nullable(),
  }),
  /** 33: found not acceptable after acceptance. */
  rejected: z.object({
    condition: z.enum(codes.acceptanceConditions),
    reason: need(2000),
    documentId: zDocumentId.nullable(),
  }),
  /** 35: the superior ordered acceptance, or accepted directly. */
  'acceptance-ordered': z.object({ byOrgan: need(120), reason: need(1000) }),
  /** The copy of the application and the reply notice (48, 54); to whom and when is on the sendings. */
  'copy-issued': z.object({ documentId: zDocumentId }),
  /** The respondent's written reply. occurredOn = filed (posted, handed in, portal). */
  'reply-filed': z.object({
    respondentId: zOrganId,
    receivedOn: zCivilDate.nullable(),
    evidence: z.array(
      z.object({
        name: need(200),
        pages: z.int().min(0).nullable(),
        purpose: text(300),
        /** Its number in the list, and where it comes from; left out in lists of before they were asked for. */
        number: text(20).optional(),
        source: text(200).optional(),
      }),
    ),
    basis: z.array(need(300)),
    /** The basis article by article; left out where it was given in free words only. */
    bases: z.array(z.object({ law: need(200), article: text(100) })).optional(),
    opinion: zNarrativeRef.nullable(),
    signedByHead: z.boolean(),
    /** Who signed as the respondent's head. */
    headName: text(60).optional(),
    fileIds: z.array(zFileId),
  }),
  'third-party-joined': z.object({
    party: zParty,
    how: z.enum(['applied', 'notified']),
    documentId: zDocumentId.nullable(),
  }),
  'party-added': z.object({ party: zParty, why: text(400) }),
  'party-left': z.object({ partyId: zPartyId, why: need(400) }),
  'opinion-heard': z.object({
    partyId: zPartyId.nullable(),
    organId: zOrganId.nullable(),
    manner: z.enum(['in-person', 'internet', 'telephone', 'not-possible']),
    summary: zNarrativeRef,
    mediationWilling: z.boolean().nullable(),
    /** Who of the institution listened. */
    heardBy: text(120).optional(),
    /** The record, signed. */
    fileIds: z.array(zFileId).optional(),
  }),
  'hearing-scheduled': z.object({
    hearingId: need(40),
    on: zCivilDate,
    time: zCivilTime,
    place: need(200),
    topics: text(1000),
    mandatory: z.boolean(),
    documentId: zDocumentId.nullable(),
    /** The hearing in whose place this one is set. */
    insteadOf: need(40).optional(),
    /** Who will hear: one presider, two hearers or more, one recorder (50(3)). */
    panel: z.object({ presider: text(60), hearers: z.array(need(60)).max(10), recorder: text(60) }).optional(),
  }),
  'hearing-cancelled': z.object({
    hearingId: need(40),
    reason: need(1000),
    /** The hearing that is set in its place. */
    replacedBy: need(40).optional(),
  }),
  'hearing-held': z.object({
    hearingId: need(40),
    presider: need(60),
    hearers: z.array(need(60)).min(0).max(10),
    recorder: need(60),
    /** Without good reason: the right to a hearing counts as waived (51(2)). */
    applicantAbsent: z.boolean(),
    /** Why the applicant did not come, where there was a good reason. */
    applicantExcused: text(400).optional(),
    /** 51(3): the respondent's leader attends, or a reason and a delegate. */
    respondentLeader: z.discriminatedUnion('attended', [
      z.object({ attended: z.literal(true), name: need(60), title: need(60) }),
      z.object({ attended: z.literal(false), reason: text(1000), delegate: text(120).nullable() }),
    ]),
    record: zNarrativeRef.nullable(),
    fileIds: z.array(zFileId),
  }),
  'committee-asked': z.object({
    category: z.enum(['complex', 'technical', 'provinces-own-act', 'deemed-necessary']),
    /** What the committee is asked. */
    question: text(2000).optional(),
  }),
  /** occurredOn = the day the advice was received. */
  'committee-advised': z.object({
    opinion: zNarrativeRef,
    members: z.int().min(1).max(99).nullable(),
    /** The sitting: its day, where it was held, who took part and what each of them said. */
    sitting: z
      .object({
        on: zCivilDate.nullable(),
        place: text(200),
        members: z
          .array(z.object({ name: need(60), unit: text(120), outside: z.boolean(), opinion: zNarrativeRef.nullable() }))
          .max(99),
      })
      .optional(),
    fileIds: z.array(zFileId).optional(),
  }),
  /** 56, 57; the case is suspended from the same day (A12, A13). */
  'normative-review-begun': z.object({
    article: z.enum(['56', '57']),
    subject: need(200),
    maker: need(120),
    competent: z.boolean(),
    documentId: zDocumentId.nullable(),
  }),
  'normative-maker-asked': z.object({ documentId: zDocumentId }),
  'normative-maker-replied': z.object({ summary: text(2000), fileIds: z.array(zFileId) }),
  'normative-review-referred': z.object({ to: need(120), documentId: zDocumentId }),
  'normative-review-concluded': z.object({
    result: z.enum(['lawful', 'unlawful', 'not-handled']),
    summary: text(2000),
  }),
  'stay-ordered': z.object({
    ground: z.enum(codes.stayGrounds),
    until: zCivilDate.nullable(),
    documentId: zDocumentId.nullable(),
  }),
  'stay-refused': z.object({ reason: need(1000) }),
  'stay-lifted': z.object({ reason: need(1000) }),
  suspended: z.object({
    /** null = no listed ground: irregular, stops nothing. */ ground: z.enum(codes.suspensionGrounds).nullable(),
    reason: need(2000),
    documentId: zDocumentId.nullable(),
  }),
  resumed: z.object({
    reason: need(2000),
    documentId: zDocumentId.nullable(),
    /** The entry of the stop that ends, where several hold the case; left out: the latest one still open. */
    ofSeq: z.int().min(1).optional(),
  }),
  /** 40: the superior ordered resumption. */
  'resumption-ordered': z.object({ byOrgan: need(120), reason: need(1000) }),
  /** On-site inspection, appraisal, receiver dispute: not counted until 2026-06-30 (after that unverified). occurredOn = from. */
  'span-excluded': z.object({
    kind: z.enum(codes.excludedSpanKinds),
    to: zCivilDate,
    reason: text(1000),
    /** The place inspected, or who was entrusted with the appraisal. */
    where: text(200).optional(),
  }),
  'procedure-changed': z.object({
    to: z.enum(codes.procedures),
    reason: need(2000),
    documentId: zDocumentId.nullable(),
    /** To simplified: whether every party agreed (53(2), A9); left out for the other way. */
    allPartiesAgree: z.boolean().optional(),
  }),
  extended: z.object({ days: z.int().min(1).max(365), reason: need(2000), documentId: zDocumentId.nullable() }),
  'mediation-held': z.object({ summary: text(2000), agreed: z.boolean() }),
  /** 73: effective on the last signature with the organ's seal; null while one is missing. occurredOn = the letter's date. */
  'mediation-letter-made': z.object({
    documentId: zDocumentId,
    terms: need(4000),
    lastSignedOn: zCivilDate.nullable(),
    sealedOn: zCivilDate.nullable(),
    /** The day by which the letter has the respondent perform; left out or null where it names none. */
    performBy: zCivilDate.nullable().optional(),
  }),
  'mediation-signed': z.object({ lastSignedOn: zCivilDate, sealedOn: zCivilDate }),
  'mediation-failed': z.object({ reason: need(1000) }),
  'settlement-reached': z.object({ terms: need(4000) }),
  'withdrawal-requested': z.object({ reason: text(2000), settled: z.boolean(), fileIds: z.array(zFileId) }),
  terminated: z.object({
    ground: z.enum(codes.terminationGrounds),
    reason: text(2000),
    documentId: zDocumentId.nullable(),
  }),
  decided: z.object({
    types: z.array(z.enum(codes.decisionTypes)).min(1).max(4),
    /** The item of the article, e.g. '64(1)(1)'. */
    articles: z.array(need(20)),
    /** 70: the act counts as without evidence for want of a reply. */
    noReply: z.boolean(),
    operative: need(8000),
    redo: z.object({ days: z.int().min(1).max(3650).nullable() }).nullable(),
    performBy: zCivilDate.nullable(),
    compensation: z.object({ granted: z.boolean(), amount: zFen.nullable() }).nullable(),
    collective: z.boolean(),
    documentId: zDocumentId,
    /** Whether it follows the committee's advice (52, 61(3)), and why where it does not wholly. */
    committee: z.object({ follows: z.enum(codes.committeeFollowed), why: text(2000) }).optional(),
  }),
  /** 38: taken up by the superior organ; this organ's part ends. */
  'taken-up': z.object({
    byOrgan: need(120),
    how: z.enum(['on-own-motion', 'on-request']),
    documentId: zDocumentId.nullable(),
  }),
  /** 77, 76: after the decision. */
  performed: z.object({
    respondentId: zOrganId,
    proof: need(400),
    fileIds: z.array(zFileId),
    /** The respondent's report that the office confirms with it. */
    ofSeq: z.int().min(1).optional(),
  }),
  /** The respondent's own report: it ends no limit until the office confirms it (`performed`) or sends it back. */
  'performance-reported': z.object({
    respondentId: zOrganId,
    /** The day it says it performed. */
    performedOn: zCivilDate,
    summary: need(2000),
    fileIds: z.array(zFileId),
  }),
  'performance-report-returned': z.object({ respondentId: zOrganId, ofSeq: z.int().min(1), reason: need(1000) }),
  'performance-ordered': z.object({ respondentId: zOrganId, dueOn: zCivilDate, documentId: zDocumentId }),
  interviewed: z.object({ respondentId: zOrganId, summary: text(2000) }),
  criticised: z.object({ respondentId: zOrganId, summary: text(2000) }),
  'opinion-letter-issued': z.object({ toOrgan: zOrganId, subject: need(400), documentId: zDocumentId }),
  'opinion-reported': z.object({
    documentId: zDocumentId,
    summary: need(2000),
    adopted: z.enum(['yes', 'partly', 'no']),
    fileIds: z.array(zFileId),
  }),
} as const;

export type ReconsiderationEntryType = keyof typeof reconsiderationEntries;
export type ReconsiderationPayload<T extends ReconsiderationEntryType> = z.infer<(typeof reconsiderationEntries)[T]>;
