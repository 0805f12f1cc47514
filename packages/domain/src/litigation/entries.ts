/**
 * What can be written into a lawsuit's ledger, beside the entries every case kind shares. Types are past tense; the
 * envelope's `occurredOn` is the legal day of each. One stream is one lawsuit with all its instances; every organ in it
 * has its own duties, clocks and papers, named by `organId`.
 */
import { z } from 'zod';
import { commonEntries, zNarrativeRef } from '../ledger/common-entries.ts';
import { matters } from '../reconsideration/codes.ts';
import { zParty } from '../reconsideration/entries.ts';
import {
  zAccountId,
  zCivilDate,
  zCivilTime,
  zDocumentId,
  zFen,
  zFileId,
  zOrganId,
  zPartyId,
  zPostId,
  zStreamId,
} from '../schema.ts';
import * as codes from './codes.ts';

const text = (max: number) => z.string().trim().max(max);
const need = (max: number) => z.string().trim().min(1).max(max);
/** Ids of things inside one lawsuit, made by the client or by `newId`. */
const zInnerId = need(60);
const files = z.array(zFileId).max(200);

/** 原告、第三人 and their agents; organs are `zSuitOrgan`. Reads like a reconsideration's party: 'applicant' = 原告. */
export const zSuitParty = zParty;

/** An organ in the suit. */
export const zSuitOrgan = z.object({
  organId: zOrganId,
  role: z.enum(codes.organRoles),
  /** 承办部门: which organ's people answer for it (a government's act is answered by its department); null = itself. */
  undertakingId: zOrganId.nullable(),
});
export type SuitOrgan = Readonly<z.infer<typeof zSuitOrgan>>;

/** The act in dispute, as far as a lawsuit needs it. */
export const zSuedAct = z.object({
  name: need(120),
  number: text(80).nullable(),
  madeOn: zCivilDate.nullable(),
  matter: z.enum(matters),
  category: text(40).nullable(),
  content: text(400),
  immovable: z.boolean(),
});
export type SuedAct = Readonly<z.infer<typeof zSuedAct>>;

export const zLeader = z.object({
  /** The post in the office's ledgers, where the leader is in them. */
  postId: zPostId.nullable(),
  accountId: zAccountId.nullable(),
  name: need(60),
  /** 职务, as on the door plate. */
  title: need(60),
  rank: z.enum(codes.leaderRanks),
  /** The organ whose post it is: another than the one sued is a lower organ or an entrusted organisation. */
  organId: zOrganId,
  /** Term of office: [from, until); null = not known / still held. */
  from: zCivilDate.nullable(),
  until: zCivilDate.nullable(),
  /** Takes part in charge of the act in dispute: asked of the ranks that count only then. */
  inCharge: z.boolean(),
});
export type Leader = Readonly<z.infer<typeof zLeader>>;

export const zEvidenceItem = z.object({
  number: text(20),
  name: need(200),
  pages: z.int().min(0).nullable(),
  source: text(200),
  purpose: text(300),
  fileIds: files,
});
export type EvidenceItem = Readonly<z.infer<typeof zEvidenceItem>>;

const instance = { instanceId: zInnerId };
const ofOrgan = { ...instance, organId: zOrganId };
const ofSession = { sessionId: zInnerId };
const appearing = { ...ofSession, organId: zOrganId };

/** Who is told to come, and how. */
export const zSessionNotice = z.object({
  organId: zOrganId,
  leader: z.enum(codes.leaderNotices),
  /** The day the summons or the notice to appear reached this organ; null = not on record. */
  servedOn: zCivilDate.nullable(),
});

export const litigationEntries = {
  ...commonEntries,
  /** The suit came to the office. occurredOn = the day the first paper of the court was received. */
  'lawsuit-registered': z.object({
    /** The organ whose institution keeps the file (the office). */
    organId: zOrganId,
    organs: z.array(zSuitOrgan).min(1).max(10),
    parties: z.array(zSuitParty).min(1).max(700),
    act: zSuedAct,
    before: z.enum(codes.beforeSuit),
    /** The reconsideration before it, where it is a case of this system (a `linked` entry says the same). */
    reconsiderationId: zStreamId.nullable(),
    claims: zNarrativeRef,
    /** 一并请求赔偿 or a suit for compensation alone; null = none asked. */
    compensation: z.object({ amount: zFen.nullable(), alone: z.boolean() }).nullable(),
    fileIds: files,
  }),
  /** The office's own number for the suit (云政应〔2026〕12号). */
  'lawsuit-numbered': z.object({ number: need(60) }),
  /** An instance began for us. occurredOn = the day it became known; the court's own docket day is `docketedOn`. */
  'instance-opened': z.object({
    ...instance,
    level: z.enum(codes.instanceLevels),
    court: need(80),
    /** （2026）云0423行初12号 */
    courtNumber: need(60),
    docketedOn: zCivilDate.nullable(),
    procedure: z.enum(codes.courtProcedures),
    /** A remand: the first instance anew; the instance whose judgment sent it back. */
    remandedBy: zInnerId.nullable(),
    /** Of an appeal or a retrial: the instance it is about. */
    of: zInnerId.nullable(),
    /** Who appealed or applied: organs and parties. */
    by: z.object({ organs: z.array(zOrganId), parties: z.array(zPartyId), procurator: z.boolean() }).nullable(),
  }),
  /** Papers of the court reached an organ. occurredOn = received; the answer and evidence clocks start here. */
  'court-papers-received': z.object({
    ...ofOrgan,
    papers: z.array(z.enum(codes.courtPapers)).min(1),
    way: z.enum(codes.deliveryWays),
    proof: text(200),
    /** Simplified procedure: the day the court set for the evidence (INT2018 104). */
    evidenceUntil: zCivilDate.nullable(),
    /** The day to which the court's own limit was extended with approval (ALL2017 81, 88). */
    trialUntil: zCivilDate.nullable().optional(),
    fileIds: files,
  }),
  /** 承办部门 assigned or changed. */
  'undertaking-assigned': z.object({ organId: zOrganId, undertakingId: zOrganId, why: text(400) }),
  /** The department signed for the papers inside the system. */
  acknowledged: z.object({ ...ofOrgan, name: need(60) }),
  /** Inside the department: who answers. */
  'responders-assigned': z.object({ organId: zOrganId, accounts: z.array(zAccountId).min(1).max(4), why: text(400) }),
  'agent-appointed': z.object({
    ...ofOrgan,
    agentId: zInnerId,
    kind: z.enum(codes.agentKinds),
    /** Public office or professional capacity; no personal data. */
    name: need(60),
    unit: text(120),
    special: z.boolean(),
    powers: text(400),
    fileIds: files,
  }),
  'agent-ended': z.object({ agentId: zInnerId, why: text(400) }),
  'jurisdiction-objected': z.object({ ...ofOrgan, grounds: text(2000), fileIds: files }),
  'jurisdiction-objection-ruled': z.object({
    ...instance,
    upheld: z.boolean(),
    /** The day each organ received the ruling: its ten days for an appeal run from it (INT2018 101(2)). */
    services: z
      .array(z.object({ organId: zOrganId, servedOn: zCivilDate }))
      .max(10)
      .optional(),
    fileIds: files,
  }),
  /** INT2018 34: in writing, within the same fifteen days. */
  'evidence-extension-asked': z.object({ ...ofOrgan, reason: need(1000), fileIds: files }),
  'evidence-extension-answered': z.object({
    ...ofOrgan,
    allowed: z.boolean(),
    /** The day the cause is removed: fifteen days run from it. */
    causeRemovedOn: zCivilDate.nullable(),
    fileIds: files,
  }),
  /** occurredOn = handed to the court or posted. */
  'answer-filed': z.object({
    ...ofOrgan,
    way: z.enum(codes.deliveryWays),
    proof: text(200),
    opinion: zNarrativeRef.nullable(),
    bases: z.array(z.object({ law: need(200), article: text(100) })),
    evidence: z.array(zEvidenceItem),
    signedByHead: z.boolean(),
    /** Co-defendants for which the evidence is brought, too (INT2018 135(2)). */
    alsoFor: z.array(zOrganId).max(10).optional(),
    fileIds: files,
  }),
  /** Evidence apart from the answer, or more of it (INT2018 34, 35). */
  'evidence-filed': z.object({
    ...ofOrgan,
    way: z.enum(codes.deliveryWays),
    proof: text(200),
    evidence: z.array(zEvidenceItem).min(1),
    alsoFor: z.array(zOrganId).max(10).optional(),
    reason: text(1000),
    fileIds: files,
  }),
  'procedure-changed': z.object({ ...instance, to: z.enum(codes.courtProcedures), reason: text(1000) }),
  /** The suit stands still (87), or days begin that the court's limit leaves out (50(1)). */
  suspended: z.object({ ...instance, ground: z.enum(codes.spanGrounds), reason: text(1000), fileIds: files }),
  resumed: z.object({ ...instance, reason: text(1000), fileIds: files }),

  /** occurredOn = the day the summons made it known. */
  'session-set': z.object({
    ...instance,
    ...ofSession,
    kind: z.enum(codes.sessionKinds),
    on: zCivilDate,
    time: zCivilTime,
    /** Minutes it is expected to take; 180 where nothing is said. */
    minutes: z.int().min(15).max(1440),
    place: need(200),
    isPublic: z.boolean(),
    online: z.boolean(),
    notices: z.array(zSessionNotice).max(10),
    fileIds: files,
  }),
  'session-moved': z.object({
    ...ofSession,
    on: zCivilDate,
    time: zCivilTime,
    place: need(200),
    why: text(1000),
    notices: z.array(zSessionNotice).max(10),
  }),
  'session-cancelled': z.object({ ...ofSession, why: text(1000) }),
  /** occurredOn = the day it was held. */
  'session-held': z.object({ ...ofSession, adjourned: z.boolean(), note: text(1000), fileIds: files }),
  /** 庭审观摩 */
  'observation-marked': z.object({ ...ofSession, invited: z.array(zOrganId).max(100), why: text(400) }),
  'observers-recorded': z.object({
    ...ofSession,
    came: z.array(z.object({ organId: zOrganId, people: z.int().min(0).max(500) })).max(100),
    note: text(1000),
  }),

  /** LEAD2020 3: the co-defendants agreed, or the court fixed, whose leader appears for all of them in this instance. */
  'appearance-agreed': z.object({
    ...instance,
    organIds: z.array(zOrganId).min(2).max(10),
    byOrganId: zOrganId,
    how: z.enum(['agreed', 'court']),
    fileIds: files,
  }),
  'leader-planned': z.object({
    ...appearing,
    leader: zLeader,
    staff: z.array(z.object({ name: need(60), title: text(60), actsInPower: z.boolean() })).max(10),
  }),
  'leader-confirmed': z.object({ ...appearing }),
  /** LEAD2020 5(3): before the session. */
  'leader-replaced': z.object({ ...appearing, leader: zLeader, why: need(1000) }),
  'identity-proof-submitted': z.object({
    ...appearing,
    leaderName: need(60),
    hasName: z.boolean(),
    hasTitle: z.boolean(),
    sealed: z.boolean(),
    fileIds: files,
  }),
  /** The court's check (LEAD2020 6(2)). */
  'identity-proof-checked': z.object({
    ...appearing,
    result: z.enum(['accepted', 'to-cure', 'rejected']),
    why: text(1000),
  }),
  /** occurredOn = the session's day. Who sat for the organ. */
  'appearance-recorded': z.object({
    ...appearing,
    /** null = no leader came. */
    leader: zLeader.nullable(),
    spoke: z.boolean(),
    leftEarly: z.boolean(),
    refusedToExplain: z.boolean(),
    staff: z.array(z.object({ name: need(60), title: text(60), actsInPower: z.boolean() })).max(10),
    lawyers: z.int().min(0).max(2),
    fileIds: files,
  }),
  /** LEAD2020 8, 9. */
  'absence-explained': z.object({
    ...appearing,
    ground: z.enum(codes.absenceGrounds),
    reason: text(2000),
    proof: z.enum(codes.absenceProofs),
    askedAdjournment: z.boolean(),
    delegates: z.array(z.object({ name: need(60), title: text(60), actsInPower: z.boolean() })).max(10),
    fileIds: files,
  }),
  /** The court looked at the reason (LEAD2020 9(2)). */
  'absence-ruled': z.object({ ...appearing, accepted: z.boolean(), why: text(1000) }),

  /** What ended the instance. occurredOn = the document's date. */
  'instance-ended': z.object({
    ...instance,
    outcomes: z.array(z.enum(codes.outcomes)).min(1).max(4),
    /** ± 重作 */
    redo: z.object({ days: z.int().min(1).max(3650).nullable() }).nullable(),
    /** Of a reversal: what the new judgment holds. */
    reversedTo: z.array(z.enum(codes.outcomes)).max(4),
    /** The reconsideration decision was annulled, and whether a new one was ordered; or it was declared unlawful. */
    reconsideration: z.enum(codes.reconsiderationFates).nullable(),
    number: text(80).nullable(),
    pronouncedInCourt: z.boolean(),
    /** Of a retrial that is ordered: the judgment is executed all the same (pensions, subsistence, social insurance; INT2018 118). */
    executionGoesOn: z.boolean().optional(),
    operative: zNarrativeRef,
    compensation: zFen.nullable(),
    /** What must be done, by whom and until when; null = no day stated: enforcement counts from service. */
    obligations: z
      .array(
        z.object({
          obligationId: zInnerId,
          organId: zOrganId.nullable(),
          what: need(400),
          performBy: zCivilDate.nullable(),
        }),
      )
      .max(20),
    /** The court found a leader's conduct of LEAD2020 12(1) and wrote it into the judgment. */
    fileIds: files,
  }),
  /** occurredOn = the day that party received it. */
  'judgment-served': z.object({
    ...instance,
    to: z.discriminatedUnion('is', [
      z.object({ is: z.literal('organ'), organId: zOrganId }),
      z.object({ is: z.literal('party'), partyId: zPartyId }),
    ]),
    way: z.enum(codes.deliveryWays),
    proof: text(200),
    fileIds: files,
  }),
  /** occurredOn = filed. */
  appealed: z.object({
    ...instance,
    organs: z.array(zOrganId),
    parties: z.array(zPartyId),
    reason: text(2000),
    /** Of the ruling on an objection to jurisdiction, while the suit goes on; absent = of what ended the instance. */
    against: z.enum(['jurisdiction-ruling']).optional(),
    fileIds: files,
  }),
  'appeal-withdrawn': z.object({ ...instance, organs: z.array(zOrganId), parties: z.array(zPartyId) }),
  'retrial-applied': z.object({
    ...instance,
    organs: z.array(zOrganId),
    parties: z.array(zPartyId),
    procurator: z.boolean(),
    court: text(80),
    /** INT2018 110(1)-(4) have six months from the day they became known, or should have. */
    ground: z.enum(codes.retrialGrounds).nullable().optional(),
    knewOn: zCivilDate.nullable().optional(),
    reason: text(2000),
    fileIds: files,
  }),
  performed: z.object({ obligationId: zInnerId, proof: need(400), part: z.enum(['whole', 'partly']), fileIds: files }),
  /** ALL2017 96. */
  'court-measure-taken': z.object({
    obligationId: zInnerId,
    measure: z.enum(codes.courtMeasures),
    note: text(1000),
    fileIds: files,
  }),
  /** 司法建议. occurredOn = received. `dueOn` = the day it names itself. */
  'judicial-advice-received': z.object({
    adviceId: zInnerId,
    instanceId: zInnerId.nullable(),
    organId: zOrganId,
    subject: z.enum(codes.adviceSubjects),
    number: text(80).nullable(),
    summary: need(2000),
    dueOn: zCivilDate.nullable(),
    fileIds: files,
  }),
  'judicial-advice-answered': z.object({
    adviceId: zInnerId,
    adopted: z.enum(['yes', 'partly', 'no']),
    summary: need(2000),
    fileIds: files,
  }),
  /** Which element of the act failed, fed back to the organ. */
  'defects-recorded': z.object({
    ...instance,
    organId: zOrganId,
    elements: z.array(z.enum(codes.defectElements)).min(1),
    what: need(2000),
    advice: text(2000),
  }),
  'defects-read': z.object({ ...instance, organId: zOrganId, name: need(60), measures: text(2000) }),
  'major-marked': z.object({
    grounds: z.array(z.enum(codes.majorGrounds)).min(1),
    why: text(1000),
    /** Days between two feedbacks. */ everyDays: z.int().min(1).max(180),
  }),
  'major-fed-back': z.object({ text: zNarrativeRef }),
  'major-unmarked': z.object({ why: need(1000) }),
  /** 作废: registered by mistake; counts in no figure. */
  voided: z.object({ why: need(1000), duplicateOf: zStreamId.nullable() }),
  /** A document made from a template of the system. */
  'form-issued': z.object({
    documentId: zDocumentId,
    kind: z.enum(codes.documentKinds),
    instanceId: zInnerId.nullable(),
    sessionId: zInnerId.nullable(),
    organId: zOrganId,
    template: need(80),
    fileId: zFileId,
    name: need(200),
  }),
} as const;

export type LitigationEntryType = keyof typeof litigationEntries;
export type LitigationPayload<T extends LitigationEntryType> = z.infer<(typeof litigationEntries)[T]>;
