/**
 * What each step asks for, checked field by field. People and long texts are given in plain words:
 * `decide` puts them beside the ledger and keeps the reference.
 * A field's rule is a code; the catalogue says it with the field's name.
 */
import { z } from 'zod';
import { isCivilDate } from '../calendar/civil-date.ts';
import type { FieldProblem } from '../errors.ts';
import type { StreamId } from '../ids.ts';
import { zLinkKind } from '../ledger/common-entries.ts';
import { zAddressee, zServiceMethod } from '../ledger/documents.ts';
import { zDoneBy } from '../ledger/envelope.ts';
import { zPersonData } from '../ledger/person.ts';
import {
  zAccountId,
  zCivilDate,
  zCivilTime,
  zDocumentId,
  zFen,
  zFileId,
  zOrganId,
  zPartyId,
  zProposalId,
  zSendingId,
  zSha256,
  zStreamId,
} from '../schema.ts';
import { categories } from './categories.ts';
import * as codes from './codes.ts';
import { partyCapacities } from './entries.ts';
import { authorityKinds, recusalGrounds, recusalWays, specialPowers } from './people-codes.ts';
import { type StepType, stepTypes } from './steps.ts';

const text = (max: number) => z.string().trim().max(max);
const optionalText = (max: number) => text(max).default('');
const need = (max: number) => z.string().trim().min(1).max(max);
const maybeDay = zCivilDate.nullable().default(null);
const files = z.array(zFileId).max(200).default([]);

/** Who decides on paper: a head, or the organ's collective discussion, whose minutes are the paper (61(1)). */
export const paperDeciders = ['section-head', 'institution-head', 'organ-head', 'collective-discussion'] as const;
export type PaperDecider = (typeof paperDeciders)[number];

/**
 * A decision taken on paper and recorded afterwards: who decided, in which office, and the scan, without which there is
 * nothing to record it from.
 */
export const zOnPaper = z.object({
  doneBy: zDoneBy.extend({ role: z.enum(paperDeciders).nullable().default(null) }),
  fileIds: z.array(zFileId).min(1).max(200),
});
export type OnPaper = Readonly<z.infer<typeof zOnPaper>>;

/** Carried by every step. */
const base = {
  /** The legal day of the act; null = today. */
  occurredOn: maybeDay,
  occurredTime: zCivilTime.nullable().default(null),
  onPaper: zOnPaper.nullable().default(null),
  /** Why the step is recorded although it contradicts the law or the record. */
  irregularReason: text(1000).nullable().default(null),
};

export const zSendingInput = z.object({
  addressee: zAddressee,
  method: zServiceMethod,
  sentOn: maybeDay,
  sentProof: text(200).nullable().default(null),
  servedOn: maybeDay,
  servedProof: text(200).nullable().default(null),
});
export type SendingInput = Readonly<z.infer<typeof zSendingInput>>;

export const zDocumentInput = z.object({
  /** null = the case's own serial with the document's character (云政复延字〔2026〕41号). */
  number: text(80).nullable().default(null),
  /** null = the day of the act. */
  madeOn: maybeDay,
  printedDue: maybeDay,
  fileIds: files,
  sendings: z.array(zSendingInput).max(500).default([]),
});
export type DocumentInput = Readonly<z.infer<typeof zDocumentInput>>;

const emptyDocument = { number: null, madeOn: null, printedDue: null, fileIds: [], sendings: [] };
/** A document that may be missing from the record. */
const document = zDocumentInput.nullable().default(null);
/** A document without which there is no act. */
const wholeDocument = zDocumentInput.default(() => ({ ...emptyDocument, fileIds: [], sendings: [] }));

const partyKinds = ['citizen', 'legal-person', 'other-organisation'] as const;

/** What a power of attorney names (ARL2023 17(2)). */
const zAuthorityInput = z
  .object({
    kind: z.enum(authorityKinds).default('general'),
    matters: z.array(z.enum(specialPowers)).max(specialPowers.length).default([]),
    until: maybeDay,
    fileIds: files,
  })
  .nullable()
  .default(null);

/** A party as a later step names it. */
export const zPartyInput = z.object({
  capacity: z.enum(partyCapacities),
  kind: z.enum(partyKinds).default('citizen'),
  person: zPersonData,
  actsFor: z.array(zPartyId).max(400).default([]),
  powers: optionalText(400),
  authority: zAuthorityInput,
});

const zActInput = z.object({
  name: need(120),
  number: text(80).nullable().default(null),
  madeOn: maybeDay,
  matter: z.enum(codes.matters),
  /** A row of the form, or one this office has added: which are offered is known at the edge. */
  category: z.union([z.enum(categories), z.string().regex(/^[a-z][a-z0-9-]{1,39}$/), z.null()]).default(null),
  content: optionalText(400),
  amount: zFen.nullable().default(null),
  madeOnTheSpot: z.boolean().default(false),
  immovable: z.boolean().default(false),
  knownHow: z.enum(codes.knownHow),
  knownOn: maybeDay,
  notInformed: z.object({ rightsKnownOn: maybeDay, contentKnownOn: maybeDay }).nullable().default(null),
  obstacles: z
    .array(z.object({ from: zCivilDate, to: zCivilDate, reason: need(400) }))
    .max(20)
    .default([]),
  inaction: z.object({ requestedOn: maybeDay, periodEndsOn: maybeDay }).nullable().default(null),
});

/** The client's own name for a party inside one form: agents and representatives point to it. */
const key = z.string().trim().min(1).max(40);
const zMainParty = z.object({
  key,
  kind: z.enum(partyKinds).default('citizen'),
  person: zPersonData,
  /** Agrees to electronic service for itself. */
  electronicService: z.boolean().default(false),
});
const zActingParty = z.object({
  kind: z.enum(partyKinds).default('citizen'),
  person: zPersonData,
  actsFor: z.array(key).min(1).max(400),
  powers: optionalText(400),
});

/** At most two agents for each applicant or third party (ARL2023 17). */
export const maxAgents = 2;
/** Of more than five applicants one to five act for all (REG2007 8). */
export const manyApplicants = 5;
export const maxRepresentatives = 5;

export const zRegisterApplication = z
  .object({
    ...base,
    channel: z.enum(codes.channels),
    filedOn: zCivilDate,
    /** The day the organ signed for it: the legal day of the entry. */
    receivedOn: zCivilDate,
    relay: z
      .object({ organId: zOrganId, receivedOn: zCivilDate, sentOn: maybeDay, note: optionalText(400) })
      .nullable()
      .default(null),
    /** An oral application's record (22(3)). */
    oral: z
      .object({
        recordedBy: need(60),
        record: need(20_000),
        readBackOn: zCivilDate,
        readBack: z.enum(codes.readBackWays),
        confirmedBy: need(80),
        confirmation: z.enum(codes.confirmationMarks),
        fileIds: files,
      })
      .nullable()
      .default(null),
    /** Whether the applicant has sued over the same act (29); null = not asked. */
    suit: z.enum(codes.suitStates).nullable().default(null),
    filingProof: optionalText(200),
    reviewingOrganId: zOrganId,
    /** The organ's characters in front of the number; filled in at the edge from the organ's own data. */
    numberPrefix: z.string().trim().min(1).max(20).default('政复'),
    /** The number the case has borne in the office's earlier register; taken only where that register is recorded. */
    numberGiven: text(60).nullable().default(null),
    respondents: z.array(zOrganId).min(1).max(10),
    applicants: z.array(zMainParty).min(1).max(400),
    thirdParties: z.array(zMainParty).max(100).default([]),
    /** 诉讼代表人: chosen among many applicants. */
    representatives: z.array(zActingParty).max(50).default([]),
    /** 委托代理人 */
    agents: z.array(zActingParty).max(100).default([]),
    /** 法定代理人 of those without full capacity (14(3)). */
    legalRepresentatives: z.array(zActingParty).max(50).default([]),
    act: zActInput,
    requests: need(8000),
    grounds: need(20_000),
    asks: z
      .object({
        compensation: zFen.nullable().default(null),
        hearing: z.boolean().default(false),
        stay: z.boolean().default(false),
        normativeReview: text(200).nullable().default(null),
        simplified: z.boolean().default(false),
        electronicService: z.boolean().default(false),
      })
      .default({
        compensation: null,
        hearing: false,
        stay: false,
        normativeReview: null,
        simplified: false,
        electronicService: false,
      }),
    materials: z.array(need(120)).max(100).default([]),
    fileIds: files,
    /** The first handlers; empty = the handler who registers. */
    handlers: z.array(zAccountId).max(4).default([]),
    /** What it follows: the lawsuit whose judgment orders a new decision, and the reconsideration decided before. */
    links: z
      .array(z.object({ kind: z.enum(['remanded-to', 'same-dispute']), to: zStreamId }))
      .max(5)
      .default([]),
  })
  .superRefine((v, ctx) => {
    const wrong = (path: (string | number)[], rule: string, params: Record<string, string | number> = {}) =>
      ctx.addIssue({ code: 'custom', path, message: rule, params: { params } });
    // A day that is none was reported already: nothing is compared with it.
    const madeOn = v.act.madeOn !== null && isCivilDate(v.act.madeOn) ? v.act.madeOn : null;
    if (v.filedOn > v.receivedOn) wrong(['filedOn'], 'filed-after-received');
    if (v.channel === 'via-penalising-organ') {
      if (v.relay === null) wrong(['relay'], 'relay-required');
      else if (v.relay.receivedOn < v.filedOn || v.relay.receivedOn > v.receivedOn) {
        wrong(['relay', 'receivedOn'], 'relay-day-between');
      } else if (v.relay.sentOn !== null && (v.relay.sentOn < v.relay.receivedOn || v.relay.sentOn > v.receivedOn)) {
        wrong(['relay', 'sentOn'], 'relay-sent-between');
      }
    } else if (v.relay !== null) wrong(['relay'], 'relay-only-through-organ');
    if (v.oral !== null && v.channel !== 'oral') wrong(['oral'], 'record-only-of-oral');
    // The record is made on the spot and read back there: not before the words were said.
    if (v.oral !== null && v.oral.readBackOn < v.filedOn) wrong(['oral', 'readBackOn'], 'read-back-before-said');
    if (new Set(v.respondents).size < v.respondents.length) wrong(['respondents'], 'named-twice');
    if (madeOn !== null && madeOn > v.filedOn) wrong(['act', 'madeOn'], 'made-after-filed');
    if (madeOn !== null && v.act.knownOn !== null && v.act.knownOn < madeOn) {
      wrong(['act', 'knownOn'], 'known-before-made');
    }
    v.act.obstacles.forEach((o, i) => {
      if (o.to < o.from) wrong(['act', 'obstacles', i, 'to'], 'ends-before-it-begins');
    });
    const keys = [...v.applicants, ...v.thirdParties].map((p) => p.key);
    keys.forEach((k, i) => {
      if (keys.indexOf(k) === i) return;
      const n = v.applicants.length;
      wrong(i < n ? ['applicants', i, 'key'] : ['thirdParties', i - n, 'key'], 'named-twice');
    });
    const applicantKeys = new Set(v.applicants.map((p) => p.key));
    const lists = ['representatives', 'agents', 'legalRepresentatives'] as const;
    for (const list of lists) {
      v[list].forEach((p, i) => {
        p.actsFor.forEach((k, j) => {
          const known = list === 'representatives' ? applicantKeys.has(k) : keys.includes(k);
          if (!known) wrong([list, i, 'actsFor', j], 'unknown-party');
        });
      });
    }
    for (const k of keys) {
      const count = v.agents.filter((a) => a.actsFor.includes(k)).length;
      if (count > maxAgents) wrong(['agents'], 'too-many-agents', { max: maxAgents, count });
    }
    if (v.representatives.length > maxRepresentatives) {
      wrong(['representatives'], 'too-many-representatives', { max: maxRepresentatives });
    }
  });
/** As the page sends it. */
export type RegisterApplicationInput = z.input<typeof zRegisterApplication>;

const evidence = z
  .array(
    z.object({
      number: optionalText(20),
      name: need(200),
      pages: z.int().min(0).nullable().default(null),
      source: optionalText(200),
      purpose: optionalText(300),
    }),
  )
  .max(300)
  .default([]);
const condition = z.enum(codes.acceptanceConditions);
const opinion = optionalText(4000);

/** Who will hear (50(3)); left out where it is not yet settled. */
const panel = z
  .object({ presider: optionalText(60), hearers: z.array(need(60)).max(10).default([]), recorder: optionalText(60) })
  .nullable()
  .default(null);
/** What a decision says of the committee's advice: where it does not wholly follow it, the reason (61(3)). */
const committee = z
  .object({ follows: z.enum(codes.committeeFollowed), why: optionalText(2000) })
  .superRefine((v, ctx) => {
    if (v.follows !== 'yes' && v.why === '') ctx.addIssue({ code: 'custom', path: ['why'], message: 'required' });
  })
  .nullable()
  .default(null);

/** Step type → schema of its input. */
export const stepInputs = {
  'register-application': zRegisterApplication,

  accept: z
    .object({
      ...base,
      procedure: z.enum(codes.procedures).default('ordinary'),
      simplifiedGround: z.enum(codes.simplifiedGrounds).nullable().default(null),
      /** Asked where the ground is that all parties agree (53(2)). */
      allPartiesAgree: z.boolean().default(false),
      /** Checks that warned, each with the reason why the person went on. */
      overridden: z
        .array(z.object({ check: need(60), reason: need(1000) }))
        .max(20)
        .default([]),
      document,
    })
    .superRefine((v, ctx) => {
      if (v.procedure === 'simplified' && v.simplifiedGround === null) {
        ctx.addIssue({ code: 'custom', path: ['simplifiedGround'], message: 'simplified-needs-ground' });
      }
    }),
  refuse: z
    .object({ ...base, condition, reason: need(2000), competentOrgan: text(120).nullable().default(null), document })
    .superRefine((v, ctx) => {
      if (v.condition === 'own-jurisdiction' && !v.competentOrgan) {
        ctx.addIssue({ code: 'custom', path: ['competentOrgan'], message: 'competent-organ-required' });
      }
    }),
  'notify-correction': z.object({
    ...base,
    items: z.array(need(300)).min(1).max(50),
    /** Only before 2024: the notice itself set the period. */
    dueOn: maybeDay,
    document: wholeDocument,
  }),
  'extend-correction': z.object({ ...base, until: zCivilDate, reason: need(1000) }),
  /** occurredOn = the day the organ received the materials. */
  'record-correction': z
    .object({
      ...base,
      filedOn: maybeDay,
      materials: z.array(need(120)).max(100).default([]),
      fileIds: files,
    })
    .superRefine((v, ctx) => {
      // Materials are what is recorded: named, or there as files.
      if (v.materials.length === 0 && v.fileIds.length === 0) {
        ctx.addIssue({ code: 'custom', path: ['materials'], message: 'material-or-file' });
      }
    }),
  'record-abandonment': z.object({ ...base, reason: need(1000) }),
  'withdraw-before-acceptance': z.object({ ...base, reason: optionalText(1000) }),
  'order-acceptance': z.object({ ...base, byOrgan: need(120), reason: need(1000) }),

  'issue-copy': z.object({ ...base, document: wholeDocument }),
  /** occurredOn = the day the respondent filed it (posted, handed in, portal). */
  'file-reply': z.object({
    ...base,
    respondentId: zOrganId,
    receivedOn: maybeDay,
    evidence,
    /** In free words; article by article in `bases`. */
    basis: z.array(need(300)).max(100).default([]),
    bases: z
      .array(z.object({ law: need(200), article: optionalText(100) }))
      .max(100)
      .default([]),
    opinion: text(20_000).nullable().default(null),
    signedByHead: z.boolean().default(true),
    headName: optionalText(60),
    fileIds: files,
  }),
  'join-third-party': z.object({
    ...base,
    kind: z.enum(partyKinds).default('citizen'),
    person: zPersonData,
    how: z.enum(['applied', 'notified']),
    document,
  }),
  'add-party': z.object({ ...base, party: zPartyInput, why: optionalText(400) }),
  'remove-party': z.object({ ...base, partyId: zPartyId, why: need(400) }),
  'update-person': z.object({ ...base, partyId: zPartyId, person: zPersonData, why: optionalText(1000) }),
  'hear-opinion': z
    .object({
      ...base,
      partyId: zPartyId.nullable().default(null),
      organId: zOrganId.nullable().default(null),
      manner: z.enum(['in-person', 'internet', 'telephone', 'not-possible']),
      summary: need(20_000),
      mediationWilling: z.boolean().nullable().default(null),
      heardBy: optionalText(120),
      fileIds: files,
    })
    .superRefine((v, ctx) => {
      if ((v.partyId === null) === (v.organId === null)) {
        ctx.addIssue({ code: 'custom', path: ['partyId'], message: 'one-party-or-organ' });
      }
    }),
  'schedule-hearing': z.object({
    ...base,
    on: zCivilDate,
    time: zCivilTime,
    place: need(200),
    topics: optionalText(1000),
    mandatory: z.boolean().default(false),
    panel,
    document,
  }),
  /** Another day for a hearing: the notice is due anew (A17). What is left out stays as it was. */
  'reschedule-hearing': z.object({
    ...base,
    hearingId: need(40),
    reason: need(1000),
    on: zCivilDate,
    time: zCivilTime,
    place: optionalText(200),
    document,
  }),
  'cancel-hearing': z.object({ ...base, hearingId: need(40), reason: need(1000) }),
  'hold-hearing': z.object({
    ...base,
    hearingId: need(40),
    presider: need(60),
    hearers: z.array(need(60)).max(10).default([]),
    recorder: need(60),
    applicantAbsent: z.boolean().default(false),
    applicantExcused: optionalText(400),
    respondentLeader: z.discriminatedUnion('attended', [
      z.object({ attended: z.literal(true), name: need(60), title: need(60) }),
      z.object({
        attended: z.literal(false),
        reason: optionalText(1000),
        delegate: text(120).nullable().default(null),
      }),
    ]),
    record: text(20_000).nullable().default(null),
    fileIds: files,
  }),
  'ask-committee': z.object({
    ...base,
    category: z.enum(['complex', 'technical', 'provinces-own-act', 'deemed-necessary']),
    question: optionalText(2000),
  }),
  /** occurredOn = the day the advice was received. */
  'record-committee-advice': z.object({
    ...base,
    opinion: need(20_000),
    members: z.int().min(1).max(99).nullable().default(null),
    sitting: z
      .object({
        on: maybeDay,
        place: optionalText(200),
        members: z
          .array(
            z.object({
              name: need(60),
              unit: optionalText(120),
              outside: z.boolean().default(false),
              opinion: optionalText(4000),
            }),
          )
          .max(99)
          .default([]),
      })
      .nullable()
      .default(null),
    fileIds: files,
  }),
  'begin-normative-review': z.object({
    ...base,
    article: z.enum(['56', '57']),
    subject: need(200),
    maker: need(120),
    competent: z.boolean(),
    document,
  }),
  'ask-normative-maker': z.object({ ...base, document: wholeDocument }),
  'record-maker-reply': z.object({ ...base, summary: optionalText(2000), fileIds: files }),
  'refer-normative-review': z.object({ ...base, to: need(120), document: wholeDocument }),
  'conclude-normative-review': z.object({
    ...base,
    result: z.enum(['lawful', 'unlawful', 'not-handled']),
    summary: optionalText(2000),
  }),
  'order-stay': z.object({ ...base, ground: z.enum(codes.stayGrounds), until: maybeDay, document }),
  'refuse-stay': z.object({ ...base, reason: need(1000) }),
  'lift-stay': z.object({ ...base, reason: need(1000) }),
  /** `ground` null = on no listed ground: recordable as irregular, stops nothing. */
  suspend: z.object({
    ...base,
    ground: z.enum(codes.suspensionGrounds).nullable().default(null),
    reason: need(2000),
    document,
  }),
  /** `ofSeq`: the entry of the stop that ends, where several hold the case; null = the latest one still open. */
  resume: z.object({ ...base, reason: need(2000), ofSeq: z.int().min(1).nullable().default(null), document }),
  'order-resumption': z.object({ ...base, byOrgan: need(120), reason: need(1000) }),
  /** occurredOn = the first day not counted; `to` = the first day counted again. */
  'exclude-span': z.object({
    ...base,
    kind: z.enum(codes.excludedSpanKinds),
    to: zCivilDate,
    where: optionalText(200),
    reason: optionalText(1000),
  }),
  'change-procedure': z.object({
    ...base,
    to: z.enum(codes.procedures),
    reason: need(2000),
    /** Ordinary to simplified only if every party agrees (53(2)). */
    allPartiesAgree: z.boolean().default(false),
    document,
  }),
  extend: z.object({ ...base, days: z.int().min(1).max(365), reason: need(2000), document }),

  'hold-mediation': z.object({ ...base, summary: optionalText(2000), agreed: z.boolean() }),
  'make-mediation-letter': z.object({
    ...base,
    terms: need(4000),
    lastSignedOn: maybeDay,
    sealedOn: maybeDay,
    performBy: maybeDay,
    document: wholeDocument,
  }),
  'sign-mediation': z.object({ ...base, lastSignedOn: zCivilDate, sealedOn: zCivilDate }),
  'fail-mediation': z.object({ ...base, reason: need(1000) }),
  'record-settlement': z.object({ ...base, terms: need(4000) }),
  'request-withdrawal': z.object({
    ...base,
    reason: optionalText(2000),
    settled: z.boolean().default(false),
    fileIds: files,
  }),
  terminate: z.object({ ...base, ground: z.enum(codes.terminationGrounds), reason: optionalText(2000), document }),
  reject: z.object({ ...base, condition, reason: need(2000), document }),
  decide: z.object({
    ...base,
    /** Asked where the committee's advice is on record; null = not said. */
    committee,
    types: z.array(z.enum(codes.decisionTypes)).min(1).max(4),
    articles: z.array(need(20)).max(20).default([]),
    noReply: z.boolean().default(false),
    operative: need(8000),
    redo: z
      .object({ days: z.int().min(1).max(3650).nullable().default(null) })
      .nullable()
      .default(null),
    performBy: maybeDay,
    compensation: z
      .object({ granted: z.boolean(), amount: zFen.nullable().default(null) })
      .nullable()
      .default(null),
    collective: z.boolean().default(false),
    document: wholeDocument,
  }),
  'take-up': z.object({ ...base, byOrgan: need(120), how: z.enum(['on-own-motion', 'on-request']), document }),
  'transfer-case': z.object({
    ...base,
    toOrganId: zOrganId.nullable().default(null),
    toName: need(120),
    reason: need(2000),
    document,
  }),

  'issue-document': z.object({ ...base, kind: z.enum(codes.documentKinds), document: wholeDocument }),
  'send-document': z.object({ ...base, documentId: zDocumentId, sendings: z.array(zSendingInput).min(1).max(500) }),
  /** occurredOn = the day of service. */
  'record-service': z.object({
    ...base,
    sendingId: zSendingId,
    method: zServiceMethod.nullable().default(null),
    proof: need(200),
    fileIds: files,
  }),

  /** The respondent signs for what was sent to it: its own sendings only. occurredOn = the day it received it. */
  'acknowledge-receipt': z.object({ ...base, sendingId: zSendingId, signer: need(60) }),

  /** The respondent's own report; the office confirms it with `record-performance` or sends it back. */
  'report-performance': z.object({
    ...base,
    respondentId: zOrganId,
    performedOn: maybeDay,
    summary: need(2000),
    fileIds: files,
  }),
  'return-performance-report': z.object({ ...base, seq: z.int().min(1).nullable().default(null), reason: need(1000) }),
  'record-performance': z.object({ ...base, respondentId: zOrganId, proof: need(400), fileIds: files }),
  'order-performance': z.object({ ...base, respondentId: zOrganId, dueOn: zCivilDate, document: wholeDocument }),
  'record-interview': z.object({ ...base, respondentId: zOrganId, summary: optionalText(2000) }),
  'record-criticism': z.object({ ...base, respondentId: zOrganId, summary: optionalText(2000) }),
  'issue-opinion-letter': z.object({ ...base, toOrgan: zOrganId, subject: need(400), document: wholeDocument }),
  'record-opinion-report': z.object({
    ...base,
    documentId: zDocumentId,
    summary: need(2000),
    adopted: z.enum(['yes', 'partly', 'no']),
    fileIds: files,
  }),

  /** The first is the main handler (主办). */
  'assign-handlers': z.object({ ...base, accounts: z.array(zAccountId).min(1).max(4), why: optionalText(1000) }),
  'hand-over': z.object({ ...base, from: zAccountId, to: zAccountId, why: need(1000) }),
  'record-recusal': z.object({
    ...base,
    accountId: zAccountId,
    ground: z.enum(recusalGrounds),
    how: z.enum(recusalWays),
    decidedBy: need(60),
    why: optionalText(1000),
  }),
  'clear-conflict': z.object({ ...base, accountId: zAccountId, why: need(1000) }),
  'replace-agent': z.object({
    ...base,
    partyId: zPartyId,
    kind: z.enum(partyKinds).default('citizen'),
    person: zPersonData,
    powers: optionalText(400),
    authority: zAuthorityInput,
    why: need(400),
  }),
  'join-cases': z.object({ ...base, into: zStreamId, reason: need(1000) }),
  /** The new case's id, its organ's characters and the words beside the ledger are filled in at the edge. */
  'split-case': z.object({
    ...base,
    parties: z.array(zPartyId).min(1).max(400),
    why: need(400),
    newCaseId: zStreamId.default('case-new' as StreamId),
    numberPrefix: z.string().trim().min(1).max(20).default('政复'),
    persons: z.record(z.string(), zPersonData).default({}),
    requests: text(8000).default('—'),
    grounds: text(20_000).default('—'),
  }),
  'void-case': z.object({ ...base, why: need(1000), duplicateOf: zStreamId.nullable().default(null) }),
  'pin-law': z.object({ ...base, ruleId: text(80).nullable().default(null), law: need(20), why: need(1000) }),
  'set-special-limit': z.object({
    ...base,
    ruleId: need(80),
    law: need(80),
    article: need(40),
    length: z.int().min(1).max(3650),
    unit: z.enum(['day', 'working-day', 'month', 'year']),
    why: need(1000),
  }),
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
  /**
   * The new payload may leave out what stays; a narrative may be given as plain text.
   * `occurredOn` here is the corrected day of the entry.
   */
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

  propose: z.object({ ...base, step: z.object({ type: z.enum(stepTypes), input: z.unknown() }), opinion }),
  endorse: z.object({ ...base, proposalId: zProposalId, opinion }),
  'return-proposal': z.object({ ...base, proposalId: zProposalId, reasons: need(4000) }),
  'withdraw-proposal': z.object({ ...base, proposalId: zProposalId, reasons: optionalText(4000) }),
  approve: z.object({ ...base, proposalId: zProposalId, opinion }),
} as const satisfies Record<StepType, z.ZodType>;

/** A step's input, checked. */
export type StepInput<T extends StepType> = z.output<(typeof stepInputs)[T]>;
/** A step's input as the page sends it. */
export type StepInputGiven<T extends StepType> = z.input<(typeof stepInputs)[T]>;

/** The rules a field can break, beside those of one form only. */
export const fieldRules = [
  'required',
  'malformed',
  'not-a-day',
  'not-a-time',
  'not-an-option',
  'too-long',
  'too-short',
  'too-many',
  'too-few',
  'too-high',
  'too-low',
  'not-whole',
  'unknown-field',
  // One form's own rules
  'filed-after-received',
  'relay-required',
  'relay-day-between',
  'relay-sent-between',
  'record-only-of-oral',
  'read-back-before-said',
  'relay-only-through-organ',
  'named-twice',
  'made-after-filed',
  'known-before-made',
  'ends-before-it-begins',
  'period-too-long',
  'unknown-party',
  'too-many-agents',
  'too-many-representatives',
  'simplified-needs-ground',
  'competent-organ-required',
  'one-party-or-organ',
  'material-or-file',
  // Judged against the record
  'day-in-future',
  'day-before-trigger',
  'day-after-follower',
  'signed-after-recording',
  'sent-before-made',
  'served-before-sent',
  'unknown-respondent',
  'unknown-document',
  'unknown-sending',
  'unknown-hearing',
  'unknown-proposal',
  'unknown-entry',
  'unknown-organ',
  'unknown-link',
  'already-served',
  'unknown-report',
  'same-procedure',
  'not-the-redo-types',
  'not-the-approver',
  // Who works on the case, and which cases belong together
  'recused',
  'handled-the-act',
  'reassignment-needs-reason',
  'not-a-handler',
  'not-for-oneself',
  'not-an-agent',
  'of-another-organ',
  'case-ended',
  'joined-elsewhere',
  'join-by-its-step',
  'not-the-older',
  'one-applicant-stays',
  'split-moves-limit',
  'person-erased',
  // Numbers given before this program
  'number-taken',
  'only-from-register',
  'register-unreadable',
  'register-empty',
  'register-too-long',
  'register-too-heavy',
  'register-wrong-kind',
  // Files and drafts, judged at the edge
  'file-too-large',
  'wrong-file',
  'unprintable',
] as const;
export type FieldRule = (typeof fieldRules)[number];
const isFieldRule = (s: string): s is FieldRule => (fieldRules as readonly string[]).includes(s);

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, k) => (at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[k] : undefined),
    data,
  );

function ruleOf(
  issue: z.core.$ZodIssue,
  value: unknown,
): { rule: FieldRule; params?: Record<string, string | number> } {
  if (issue.code === 'custom' && isFieldRule(issue.message)) {
    const inner = (issue.params as { params?: Record<string, string | number> } | undefined)?.params;
    return inner === undefined ? { rule: issue.message } : { rule: issue.message, params: inner };
  }
  if (value === undefined || value === null) return { rule: 'required' };
  switch (issue.code) {
    case 'custom':
      return { rule: typeof value === 'string' && !isCivilDate(value) ? 'not-a-day' : 'malformed' };
    case 'too_big': {
      const max = Number(issue.maximum);
      if (issue.origin === 'string') return { rule: 'too-long', params: { max } };
      return { rule: issue.origin === 'array' ? 'too-many' : 'too-high', params: { max } };
    }
    case 'too_small': {
      const min = Number(issue.minimum);
      if (issue.origin === 'string') return min <= 1 ? { rule: 'required' } : { rule: 'too-short', params: { min } };
      if (issue.origin === 'array') return min <= 1 ? { rule: 'required' } : { rule: 'too-few', params: { min } };
      return { rule: 'too-low', params: { min } };
    }
    case 'invalid_value':
    case 'invalid_union':
      return { rule: 'not-an-option' };
    case 'unrecognized_keys':
      return { rule: 'unknown-field' };
    case 'invalid_format':
      return { rule: issue.path.at(-1)?.toString().toLowerCase().endsWith('time') ? 'not-a-time' : 'malformed' };
    case 'invalid_type':
      return { rule: issue.expected === 'int' ? 'not-whole' : 'malformed' };
    default:
      return { rule: 'malformed' };
  }
}

/** zod's findings as field problems; a rule's sentence is in the catalogue. */
export function problemsOf(error: z.ZodError, data: unknown, prefix = ''): FieldProblem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    const field = prefix === '' ? path : path === '' ? prefix : `${prefix}.${path}`;
    return { field, ...ruleOf(issue, valueAt(data, issue.path)) };
  });
}

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
