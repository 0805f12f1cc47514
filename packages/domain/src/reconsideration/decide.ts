/**
 * Decides a step: the entries it leaves, or why it leaves none. Pure; replay and `verify` never call it.
 *
 * In this order: is the input whole (field by field) · may this actor ask · is the step possible on its own day ·
 * does somebody else have to approve · which entries · do they contradict anything that was not contradicted before.
 * New contradictions need a recorded reason: the record must hold the truth, and what an irregular act
 * cannot move it does not move.
 */
import { holdsRole } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { newContradictions } from '../case-view/hypothetical.ts';
import type { Contradiction, Failure, FieldProblem } from '../errors.ts';
import type {
  DocumentId,
  NarrativeId,
  PartyId,
  PersonRecordId,
  ProposalId,
  SendingId,
  Sha256,
  StreamId,
} from '../ids.ts';
import type { Sending } from '../ledger/documents.ts';
import type { DoneBy, NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision, NumberRequest, Step } from '../ledger/kinds.ts';
import type { PersonData } from '../ledger/person.ts';
import {
  type Approver,
  approverOf,
  approverOfProposal,
  holdersOf,
  isOfReviewingOrgan,
  isProposable,
  mayWithProposal,
  type ProposableStep,
} from './approvals.ts';
import { asActorSees } from './as-respondent.ts';
import type { OpenProposal, ReconsiderationCase } from './case-types.ts';
import type { DocumentKind, Procedure } from './codes.ts';
import { applyCorrection, type CorrectionRequest } from './corrections.ts';
import { knownParty, knownRespondent, lastOf, notBefore } from './decide-checks.ts';
import { departmentBuilders } from './decide-department.ts';
import { hearingBuilders } from './decide-hearing.ts';
import { mayBeAssigned, peopleBuilders, tooManyActing } from './decide-people.ts';
import { caseNumberFormat, documentNumber, serialOf, yearOfNumber } from './document-numbers.ts';
import type { ReconsiderationEntryType, ReconsiderationPayload } from './entries.ts';
import { futureDays } from './future-days.ts';
import { foldWith } from './hypothetical.ts';
import { lawOfActIn } from './limit-of.ts';
import { actorRefusal, type Judgement, judgeStep } from './next-steps.ts';
import { positionOn } from './position.ts';
import { standsAside } from './stand-aside.ts';
import { articleOfStep } from './step-articles.ts';
import {
  type DocumentInput,
  type FieldRule,
  manyApplicants,
  type OnPaper,
  type PaperDecider,
  parseStepInput,
  type SendingInput,
  type StepInput,
} from './step-inputs.ts';
import type { StepReason } from './step-reasons.ts';
import { isStepType, type StepType } from './steps.ts';

const fail = (failure: Failure): Decision => ({ ok: false, failure });
const refuse = (
  code: StepReason,
  article: string | null = null,
  params: Record<string, string | number> = {},
  fields?: readonly FieldProblem[],
): Decision =>
  fail({ code: 'step-refused', reason: { code, article, params }, ...(fields === undefined ? {} : { fields }) });
const invalid = (fields: readonly FieldProblem[]): Decision => fail({ code: 'invalid-input', fields });

/** What every step's input carries. */
interface Carried {
  readonly occurredOn: CivilDate | null;
  readonly occurredTime?: string | null | undefined;
  readonly onPaper: OnPaper | null;
  readonly irregularReason: string | null;
}

/** Who decided, as the envelope keeps it. */
const doneByOf = ({ onPaper }: Pick<Carried, 'onPaper'>): DoneBy | null =>
  onPaper === null ? null : { name: onPaper.doneBy.name, title: onPaper.doneBy.title };

/**
 * A paper counts for the approver whose it is, and for nobody else's: the office in which it was decided has to be the
 * one that the article names; for the decision itself collective discussion stands beside the organ's head.
 */
function paperProblems(
  step: string,
  onPaper: OnPaper | null,
  deciders: readonly PaperDecider[],
): readonly FieldProblem[] {
  if (onPaper === null) return [];
  const { role } = onPaper.doneBy;
  if (role === null) return [{ field: 'onPaper.doneBy.role', rule: 'required' }];
  const may = step === 'decide' && deciders.includes('organ-head') ? [...deciders, 'collective-discussion'] : deciders;
  return may.includes(role) ? [] : [{ field: 'onPaper.doneBy.role', rule: 'not-the-approver' }];
}

/** The legal day of a step: what its input says, else today. */
const dayOf = (type: StepType, input: Carried, today: CivilDate): CivilDate =>
  type === 'register-application'
    ? (input as unknown as { receivedOn: CivilDate }).receivedOn
    : (input.occurredOn ?? today);

/** Collects the entries of one step, its documents and what is wrong with its references. */
function makeDraft(c: ReconsiderationCase, ctx: DecideContext, day: CivilDate, carried: Carried) {
  const entries: NewEntry[] = [];
  const problems: FieldProblem[] = [];
  const numbers: NumberRequest[] = [];
  const warned: Contradiction[] = [];
  const elsewhere: { readonly streamId: StreamId; readonly entries: readonly NewEntry[] }[] = [];
  const doneBy = doneByOf(carried);
  const issuedNow = new Map<string, number>();
  let number = c.number;
  const newParties = new Set<string>();

  const wrong = (field: string, rule: FieldRule, params: Record<string, string | number> = {}) => {
    problems.push({ field, rule, params });
  };
  const push = (
    type: string,
    payload: unknown,
    on: CivilDate,
    time: string | null,
    documentIds: readonly DocumentId[],
  ) =>
    entries.push({
      type,
      typeVersion: 1,
      occurredOn: on,
      occurredTime: time,
      doneBy,
      documentIds,
      irregular: null,
      payload,
    });

  const sending = (s: SendingInput, madeOn: CivilDate, field: string): Sending => {
    if (s.sentOn !== null && s.sentOn < madeOn) wrong(`${field}.sentOn`, 'sent-before-made', { madeOn });
    const from = s.sentOn ?? madeOn;
    if (s.servedOn !== null && s.servedOn < from) wrong(`${field}.servedOn`, 'served-before-sent', { sentOn: from });
    if (s.addressee.is === 'party') {
      const { partyId } = s.addressee;
      if (!newParties.has(partyId) && !c.parties.some((p) => p.partyId === partyId)) {
        wrong(`${field}.addressee`, 'unknown-party');
      }
    }
    return { id: ctx.newId() as SendingId, ...s };
  };

  const issue = (kind: DocumentKind, d: DocumentInput, field = 'document'): DocumentId => {
    const id = ctx.newId() as DocumentId;
    const madeOn = d.madeOn ?? day;
    if (c.received !== null && madeOn < c.received.occurredOn) {
      wrong(`${field}.madeOn`, 'day-before-trigger', { from: c.received.occurredOn });
    }
    const before = c.documents.filter((x) => x.kind === kind).length + (issuedNow.get(kind) ?? 0);
    issuedNow.set(kind, (issuedNow.get(kind) ?? 0) + 1);
    // A paper of before this program bears what stood on it: a number made up today was never on it.
    const numberOf = (given: string | null): string | null =>
      given !== null && given !== '' ? given : ctx.fromRegister === true ? null : documentNumber(number, kind, before);
    const payload: ReconsiderationPayload<'document-issued'> = {
      id,
      kind,
      number: numberOf(d.number),
      madeOn,
      printedDue: d.printedDue,
      fileIds: [...d.fileIds],
      sendings: d.sendings.map((s, i) => sending(s, madeOn, `${field}.sendings.${i}`)),
      ...(ctx.fromRegister === true ? { fromRegister: true as const } : {}),
    };
    push('document-issued', payload, madeOn, null, [id]);
    return id;
  };

  return {
    entries,
    problems,
    numbers,
    warned,
    elsewhere,
    wrong,
    issue,
    sending,
    /** The document where one was given. */
    maybe: (kind: DocumentKind, d: DocumentInput | null): DocumentId | null => (d === null ? null : issue(kind, d)),
    add<T extends ReconsiderationEntryType>(
      type: T,
      payload: ReconsiderationPayload<T>,
      at: { on?: CivilDate; time?: string | null; documents?: readonly (DocumentId | null)[] } = {},
    ): void {
      const documents = (at.documents ?? []).filter((d): d is DocumentId => d !== null);
      push(type, payload, at.on ?? day, at.time === undefined ? (carried.occurredTime ?? null) : at.time, documents);
    },
    person: (data: PersonData) => ctx.keep.person(data),
    narrative: (text: string) => ctx.keep.narrative(text),
    newParty(): PartyId {
      const id = ctx.newId() as PartyId;
      newParties.add(id);
      return id;
    },
    /** Entries for another stream of the command. */
    also(streamId: StreamId, written: readonly NewEntry[]) {
      elsewhere.push({ streamId, entries: written });
    },
    requestNumber(request: NumberRequest) {
      numbers.push(request);
      number = request.placeholder;
    },
  };
}
type Draft = ReturnType<typeof makeDraft>;

/** Entries of the steps that are not themselves about other steps. */
type ActType = Exclude<
  StepType,
  'correct-entry' | 'annul-entry' | 'propose' | 'endorse' | 'return-proposal' | 'withdraw-proposal' | 'approve'
>;
export interface Building {
  readonly c: ReconsiderationCase;
  readonly ctx: DecideContext;
  readonly day: CivilDate;
  readonly d: Draft;
}
export type Builders = { readonly [T in ActType]: (b: Building, input: StepInput<T>) => void };

/** What the relaying organ did itself, where it did something. */
const withoutEmptyNote = ({ note, ...relay }: NonNullable<StepInput<'register-application'>['relay']>) =>
  note === '' ? relay : { ...relay, note };

const builders: Builders = {
  ...hearingBuilders,
  ...departmentBuilders,

  'register-application': ({ c, ctx, d, day }, i) => {
    const ids = new Map<string, PartyId>();
    const main = (p: (typeof i.applicants)[number], capacity: 'applicant' | 'third-party') => {
      const partyId = d.newParty();
      ids.set(p.key, partyId);
      const consent = p.electronicService ? { electronicService: true } : {};
      return { partyId, capacity, kind: p.kind, person: d.person(p.person), actsFor: [], powers: '', ...consent };
    };
    const acting = (p: (typeof i.agents)[number], capacity: 'agent' | 'representative' | 'legal-representative') => ({
      partyId: d.newParty(),
      capacity,
      kind: p.kind,
      person: d.person(p.person),
      actsFor: p.actsFor.flatMap((k) => ids.get(k) ?? []),
      powers: p.powers,
    });
    const parties = [
      ...i.applicants.map((p) => main(p, 'applicant')),
      ...i.thirdParties.map((p) => main(p, 'third-party')),
    ];
    const stand = [
      ...i.representatives.map((p) => acting(p, 'representative')),
      ...i.agents.map((p) => acting(p, 'agent')),
      ...i.legalRepresentatives.map((p) => acting(p, 'legal-representative')),
    ];
    if (i.applicants.length > manyApplicants && i.representatives.length === 0) {
      const article = day >= '2024-01-01' ? 'ARL2023 15(1)' : 'REG2007 8';
      d.warned.push({
        code: 'representatives-missing',
        article,
        params: { applicants: i.applicants.length },
        seq: null,
      });
    }
    const placeholder = `number:${ctx.newId()}`;
    const given = i.numberGiven === null || i.numberGiven === '' ? null : i.numberGiven;
    if (given !== null && ctx.fromRegister !== true) d.wrong('numberGiven', 'only-from-register');
    d.add('application-received', {
      channel: i.channel,
      filedOn: i.filedOn,
      relay: i.relay === null ? null : withoutEmptyNote(i.relay),
      ...(i.oral === null ? {} : { oral: { ...i.oral, record: d.narrative(i.oral.record) } }),
      ...(i.suit === null ? {} : { suit: i.suit }),
      filingProof: i.filingProof,
      reviewingOrganId: i.reviewingOrganId,
      respondents: i.respondents,
      parties: [...parties, ...stand],
      act: i.act,
      requests: d.narrative(i.requests),
      grounds: d.narrative(i.grounds),
      asks: i.asks,
      materials: i.materials,
      fileIds: i.fileIds,
    });
    d.add('case-registered', { number: placeholder }, { time: null });
    d.requestNumber({
      placeholder,
      organId: i.reviewingOrganId,
      series: 'reconsideration',
      year: yearOfNumber(given) ?? Number(day.slice(0, 4)),
      format: caseNumberFormat(i.numberPrefix),
      ...(given === null ? {} : { given: { number: given, n: serialOf(given) } }),
    });
    const accounts = i.handlers.length > 0 ? i.handlers : [ctx.actor.accountId];
    // Who handled the act is given the new case no more than one on record.
    const registered = foldWith(c, d.entries, ctx);
    accounts.forEach((id, n) => {
      mayBeAssigned({ c: registered, ctx, d }, id, i.handlers.length > 0 ? `handlers.${n}` : 'handlers');
    });
    d.add('handlers-assigned', { accounts, why: '' }, { time: null });
    for (const { kind, to } of i.links) d.add('linked', { kind, to, why: '' }, { time: null });
  },

  accept: ({ d }, i) => {
    const documentId = d.maybe('acceptance-notice', i.document);
    const { procedure, overridden } = i;
    const simplifiedGround = procedure === 'simplified' ? i.simplifiedGround : null;
    const accepted = { procedure, simplifiedGround, overridden, documentId };
    d.add(
      'accepted',
      simplifiedGround === 'all-parties-agree' ? { ...accepted, allPartiesAgree: i.allPartiesAgree } : accepted,
      { documents: [documentId] },
    );
  },
  refuse: ({ d }, i) => {
    const documentId = d.maybe('refusal-decision', i.document);
    const { condition, reason, competentOrgan } = i;
    d.add('refused', { condition, reason, competentOrgan, documentId }, { documents: [documentId] });
  },
  'notify-correction': ({ d }, i) => {
    const documentId = d.issue('correction-notice', i.document);
    d.add('correction-notified', { documentId, items: i.items, dueOn: i.dueOn }, { documents: [documentId] });
  },
  'extend-correction': (b, i) => {
    notBefore(b, b.c.correction?.notice.occurredOn);
    b.d.add('correction-extended', { until: i.until, reason: i.reason });
  },
  'record-correction': (b, i) => {
    notBefore(b, b.c.correction?.notice.occurredOn);
    const filedOn = i.filedOn ?? b.day;
    if (filedOn > b.day) b.d.wrong('filedOn', 'filed-after-received');
    b.d.add('correction-submitted', { filedOn, materials: i.materials, fileIds: i.fileIds });
  },
  'record-abandonment': (b, i) => {
    notBefore(b, b.c.correction?.notice.occurredOn);
    b.d.add('abandonment-recorded', { reason: i.reason });
  },
  'withdraw-before-acceptance': ({ d }, i) => d.add('withdrawn-before-acceptance', { reason: i.reason }),
  'order-acceptance': ({ d }, i) => d.add('acceptance-ordered', { byOrgan: i.byOrgan, reason: i.reason }),

  'issue-copy': ({ d }, i) => {
    const documentId = d.issue('reply-notice', i.document);
    d.add('copy-issued', { documentId }, { documents: [documentId] });
  },
  'join-third-party': ({ d }, i) => {
    const partyId = d.newParty();
    const documentId = d.maybe('third-party-notice', i.document);
    const party = {
      partyId,
      capacity: 'third-party' as const,
      kind: i.kind,
      person: d.person(i.person),
      actsFor: [],
      powers: '',
    };
    d.add('third-party-joined', { party, how: i.how, documentId }, { documents: [documentId] });
  },
  'add-party': (b, i) => {
    i.party.actsFor.forEach((id, n) => {
      knownParty(b, id, `party.actsFor.${n}`);
    });
    tooManyActing(b, i.party, 'party.actsFor');
    const { person, authority, ...rest } = i.party;
    const party = { partyId: b.d.newParty(), person: b.d.person(person), ...rest };
    b.d.add('party-added', { party: authority === null ? party : { ...party, authority }, why: i.why });
  },
  'remove-party': (b, i) => {
    knownParty(b, i.partyId);
    b.d.add('party-left', { partyId: i.partyId, why: i.why });
  },
  'update-person': (b, i) => {
    knownParty(b, i.partyId);
    b.d.add('person-updated', { partyId: i.partyId, person: b.d.person(i.person), why: i.why });
  },
  'begin-normative-review': ({ d }, i) => {
    const documentId = d.maybe('suspension-notice', i.document);
    const { article, subject, maker, competent } = i;
    d.add('normative-review-begun', { article, subject, maker, competent, documentId }, { documents: [documentId] });
  },
  'ask-normative-maker': ({ d }, i) => {
    const documentId = d.issue('normative-reply-notice', i.document);
    d.add('normative-maker-asked', { documentId }, { documents: [documentId] });
  },
  'record-maker-reply': (b, i) => {
    notBefore(b, lastOf(b.c, 'normative-maker-asked'));
    b.d.add('normative-maker-replied', { summary: i.summary, fileIds: i.fileIds });
  },
  'refer-normative-review': ({ d }, i) => {
    const documentId = d.issue('normative-referral', i.document);
    d.add('normative-review-referred', { to: i.to, documentId }, { documents: [documentId] });
  },
  'conclude-normative-review': (b, i) => {
    notBefore(b, lastOf(b.c, 'normative-review-begun'));
    b.d.add('normative-review-concluded', { result: i.result, summary: i.summary });
  },
  'order-stay': ({ d }, i) => {
    const documentId = d.maybe('stay-notice', i.document);
    d.add('stay-ordered', { ground: i.ground, until: i.until, documentId }, { documents: [documentId] });
  },
  'refuse-stay': ({ d }, i) => d.add('stay-refused', { reason: i.reason }),
  'lift-stay': (b, i) => {
    notBefore(b, lastOf(b.c, 'stay-ordered'));
    b.d.add('stay-lifted', { reason: i.reason });
  },
  suspend: ({ d }, i) => {
    const documentId = d.maybe('suspension-notice', i.document);
    d.add('suspended', { ground: i.ground, reason: i.reason, documentId }, { documents: [documentId] });
  },
  resume: ({ c, d }, i) => {
    const { reason, ofSeq } = i;
    if (ofSeq !== null && !c.spans.some((s) => s.kind === 'suspension' && s.startSeq === ofSeq && s.to === null)) {
      d.wrong('ofSeq', 'not-an-option');
    }
    const documentId = d.maybe('resumption-notice', i.document);
    const resumed = { reason, documentId };
    d.add('resumed', ofSeq === null ? resumed : { ...resumed, ofSeq }, { documents: [documentId] });
  },
  'order-resumption': ({ d }, i) => d.add('resumption-ordered', { byOrgan: i.byOrgan, reason: i.reason }),
  'exclude-span': (b, i) => {
    if (i.to < b.day) b.d.wrong('to', 'ends-before-it-begins');
    const { kind, to, reason, where } = i;
    b.d.add('span-excluded', where === '' ? { kind, to, reason } : { kind, to, reason, where });
  },
  'change-procedure': ({ c, d, day }, i) => {
    if (positionOn(c, day).procedure === i.to) d.wrong('to', 'same-procedure');
    const documentId = d.maybe('procedure-change-notice', i.document);
    const { to, reason, allPartiesAgree } = i;
    const change = { to, reason, documentId };
    d.add('procedure-changed', to === 'simplified' ? { ...change, allPartiesAgree } : change, {
      documents: [documentId],
    });
  },
  extend: ({ d }, i) => {
    const documentId = d.maybe('extension-notice', i.document);
    d.add('extended', { days: i.days, reason: i.reason, documentId }, { documents: [documentId] });
  },

  'hold-mediation': ({ d }, i) => d.add('mediation-held', { summary: i.summary, agreed: i.agreed }),
  'make-mediation-letter': ({ d, day }, i) => {
    for (const field of ['lastSignedOn', 'sealedOn'] as const) {
      const on = i[field];
      if (on !== null && on < day) d.wrong(field, 'day-before-trigger', { from: day });
    }
    const documentId = d.issue('mediation-letter', i.document);
    const { terms, lastSignedOn, sealedOn, performBy } = i;
    d.add(
      'mediation-letter-made',
      { documentId, terms, lastSignedOn, sealedOn, performBy },
      { documents: [documentId] },
    );
  },
  'sign-mediation': (b, i) => {
    const madeOn = lastOf(b.c, 'mediation-letter-made');
    notBefore(b, madeOn);
    for (const field of ['lastSignedOn', 'sealedOn'] as const) {
      const on = i[field];
      if (madeOn !== undefined && on < madeOn) b.d.wrong(field, 'day-before-trigger', { from: madeOn });
      else if (on > b.day) b.d.wrong(field, 'signed-after-recording', { on: b.day });
    }
    b.d.add('mediation-signed', { lastSignedOn: i.lastSignedOn, sealedOn: i.sealedOn });
  },
  'fail-mediation': ({ d }, i) => d.add('mediation-failed', { reason: i.reason }),
  'record-settlement': ({ d }, i) => d.add('settlement-reached', { terms: i.terms }),
  'request-withdrawal': ({ d }, i) => {
    d.add('withdrawal-requested', { reason: i.reason, settled: i.settled, fileIds: i.fileIds });
  },
  terminate: ({ d }, i) => {
    const documentId = d.maybe('termination-decision', i.document);
    d.add('terminated', { ground: i.ground, reason: i.reason, documentId }, { documents: [documentId] });
  },
  reject: ({ d }, i) => {
    const documentId = d.maybe('rejection-decision', i.document);
    d.add('rejected', { condition: i.condition, reason: i.reason, documentId }, { documents: [documentId] });
  },
  decide: ({ d }, i) => {
    const redoes = i.types.some((t) => t === 'revoke' || t === 'revoke-partly' || t === 'confirm-unlawful');
    if (i.redo !== null && !redoes) d.wrong('redo', 'not-the-redo-types');
    const documentId = d.issue('decision', i.document);
    const { types, articles, noReply, operative, redo, performBy, compensation, committee } = i;
    const collective = i.collective || i.onPaper?.doneBy.role === 'collective-discussion';
    d.add(
      'decided',
      {
        ...{ types, articles, noReply, operative, redo, performBy, compensation, collective, documentId },
        ...(committee === null ? {} : { committee }),
      },
      { documents: [documentId] },
    );
  },
  'take-up': ({ d }, i) => {
    const documentId = d.maybe('take-up-notice', i.document);
    d.add('taken-up', { byOrgan: i.byOrgan, how: i.how, documentId }, { documents: [documentId] });
  },

  'issue-document': ({ d }, i) => {
    d.issue(i.kind, i.document);
  },
  'send-document': ({ c, d, day }, i) => {
    const document = c.documents.find((x) => x.id === i.documentId);
    if (document === undefined) {
      d.wrong('documentId', 'unknown-document');
      return;
    }
    i.sendings.forEach((s, n) => {
      const sentOn = s.sentOn ?? day;
      const sending = d.sending({ ...s, sentOn }, document.madeOn, `sendings.${n}`);
      d.add('document-sent', { documentId: i.documentId, sending }, { on: sentOn, documents: [i.documentId] });
    });
  },
  'record-service': ({ c, d, day }, i) => {
    const document = c.documents.find((x) => x.sendings.some((s) => s.id === i.sendingId));
    const sending = document?.sendings.find((s) => s.id === i.sendingId);
    if (document === undefined || sending === undefined) {
      d.wrong('sendingId', 'unknown-sending');
      return;
    }
    if (sending.servedOn !== null) d.wrong('sendingId', 'already-served', { servedOn: sending.servedOn });
    const from = sending.sentOn ?? document.madeOn;
    if (day < from) d.wrong('occurredOn', 'served-before-sent', { sentOn: from });
    const { sendingId, method, proof, fileIds } = i;
    d.add('document-served', { sendingId, method, proof, fileIds }, { documents: [document.id] });
  },

  'order-performance': (b, i) => {
    knownRespondent(b, i.respondentId);
    if (i.dueOn < b.day) b.d.wrong('dueOn', 'day-before-trigger', { from: b.day });
    const documentId = b.d.issue('performance-order', i.document);
    const { respondentId, dueOn } = i;
    b.d.add('performance-ordered', { respondentId, dueOn, documentId }, { documents: [documentId] });
  },
  'record-interview': (b, i) => {
    knownRespondent(b, i.respondentId);
    b.d.add('interviewed', { respondentId: i.respondentId, summary: i.summary });
  },
  'record-criticism': (b, i) => {
    knownRespondent(b, i.respondentId);
    b.d.add('criticised', { respondentId: i.respondentId, summary: i.summary });
  },
  'issue-opinion-letter': ({ d }, i) => {
    const documentId = d.issue('opinion-letter', i.document);
    d.add('opinion-letter-issued', { toOrgan: i.toOrgan, subject: i.subject, documentId }, { documents: [documentId] });
  },

  ...peopleBuilders,
  'pin-law': ({ d }, i) => d.add('law-pinned', { ruleId: i.ruleId === '' ? null : i.ruleId, law: i.law, why: i.why }),
  'set-special-limit': ({ d }, i) => {
    const { ruleId, law, article, length, unit, why } = i;
    d.add('special-limit-set', { ruleId, law, article, length, unit, why });
  },
  link: ({ d }, i) => {
    // Joining has conditions of its own, and a step that asks for them.
    if (i.kind === 'joined-into') d.wrong('kind', 'join-by-its-step');
    d.add('linked', { kind: i.kind, to: i.to, why: i.why });
  },
  unlink: ({ c, d }, i) => {
    if (!c.links.some((l) => l.seq === i.seq)) d.wrong('seq', 'unknown-link');
    d.add('unlinked', { seq: i.seq, why: i.why });
  },
  'add-file': ({ d }, i) => {
    const { fileId, sha256, name, kind, size } = i;
    d.add('file-added', { fileId, sha256, name, kind, size });
  },
  'make-note': ({ d }, i) => d.add('note-made', { text: d.narrative(i.text) }),
};

/** What is still to follow the act, in time: on record as open, and no reason has to be given for it. */
const toBeDone: ReadonlySet<string> = new Set(['extension-not-sent']);

/** How a step came to be decided: asked for by the actor, or approved by the approver that the article names. */
type Route = 'asked' | 'approved' | 'dry-run';

/** The approver that some article names for a step of that day. */
function approverNamed(
  c: ReconsiderationCase,
  type: StepType,
  input: Carried,
  day: CivilDate,
): { approver: Approver; article: string | null } | null {
  if (!isProposable(type)) return null;
  return approverOf(type, day, (input as { to?: Procedure }).to ?? 'ordinary', lawOfActIn(c, day));
}

function decideAct<T extends ActType>(
  c: ReconsiderationCase,
  type: T,
  input: StepInput<T>,
  ctx: DecideContext,
  route: Route,
): Decision {
  const carried = input as unknown as Carried;
  const day = dayOf(type, carried, ctx.today);
  const future = futureDays(input, ctx.today);
  if (future.length > 0) {
    return refuse('day-in-future', null, { today: ctx.today }, future);
  }
  if (type === 'register-application') {
    const own = (input as StepInput<'register-application'>).reviewingOrganId;
    if (
      ctx.actor.acting.organId !== own ||
      !holdsRole(ctx.actor, 'handler', 'section-head', 'institution-head', 'organ-head')
    ) {
      return refuse('not-this-actor');
    }
    if (c.received !== null) return refuse('already-registered');
  }
  const actor = actorRefusal(c, type, ctx.actor, day);
  if (actor !== null) return refuse(actor, articleOfStep(type, c.law));

  const judged: Judgement = judgeStep(c, type, day);
  const pendingApproved = route === 'approved' && judged.reason === 'proposal-pending';
  if (judged.verdict === 'refused' && !pendingApproved) {
    const fields: FieldProblem[] =
      judged.reason === 'day-before-receipt'
        ? [{ field: 'occurredOn', rule: 'day-before-trigger', params: { from: c.received?.occurredOn ?? '' } }]
        : [];
    return refuse(
      judged.reason ?? 'unknown-step',
      judged.article,
      judged.params,
      fields.length > 0 ? fields : undefined,
    );
  }
  if (route === 'asked') {
    const named = approverNamed(c, type, carried, day);
    if (named !== null) {
      // On paper: the clerk records who decided, with the scan.
      const wrong = paperProblems(type, carried.onPaper, holdersOf(named.approver) as readonly PaperDecider[]);
      if (wrong.length > 0) return invalid(wrong);
    }
    const inPerson =
      named !== null && holdsRole(ctx.actor, ...holdersOf(named.approver)) && ctx.actor.acting.organId === c.organId;
    if (named !== null && !inPerson && carried.onPaper === null && ctx.fromRegister !== true) {
      return fail({
        code: 'needs-approval',
        reason: { code: 'proposes-to-approver', article: named.article, params: { approver: named.approver } },
      });
    }
  }

  const draft = makeDraft(c, ctx, day, carried);
  // TypeScript cannot follow that builder and input belong to the same T once both are looked up.
  (builders[type] as (b: Building, i: StepInput<T>) => void)({ c, ctx, day, d: draft }, input);
  if (carried.onPaper !== null) attachScan(draft, carried.onPaper.fileIds);
  if (draft.problems.length > 0) return invalid(draft.problems);

  const after = foldWith(c, draft.entries, ctx);
  const found = [...newContradictions(c, after).filter((x) => !toBeDone.has(x.code)), ...draft.warned];
  if (judged.verdict === 'irregular' && found.length === 0 && judged.reason !== null) {
    found.push({ code: judged.reason, article: judged.article, params: judged.params, seq: null });
  }
  const finished = withReason(draft.entries, found, carried.irregularReason);
  if (finished === null) return fail({ code: 'needs-reason', contradictions: found });
  return {
    ok: true,
    entries: finished,
    ...(draft.numbers.length > 0 ? { numbers: draft.numbers } : {}),
    ...(draft.elsewhere.length > 0 ? { also: draft.elsewhere } : {}),
  };
}

const issueScan = (draft: Draft, fileIds: OnPaper['fileIds']): DocumentId =>
  draft.issue('approval-form', { number: null, madeOn: null, printedDue: null, fileIds, sendings: [] }, 'onPaper');

/** The scan of a decision on paper: a document of its own, seen by the reviewing organ only, named by the act's entry. */
function attachScan(draft: Draft, fileIds: OnPaper['fileIds']): void {
  const main = draft.entries.findIndex((e) => e.type !== 'document-issued');
  if (main < 0) return;
  const id = issueScan(draft, fileIds);
  const entry = draft.entries[main];
  const form = draft.entries.pop();
  if (entry === undefined || form === undefined) return;
  draft.entries.splice(main, 1, form, { ...entry, documentIds: [...entry.documentIds, id] });
}

/** The entries with the reason on those that act; null where there are contradictions and no reason. */
function withReason(
  entries: readonly NewEntry[],
  found: readonly Contradiction[],
  reason: string | null,
): readonly NewEntry[] | null {
  if (found.length === 0) return entries;
  if (reason === null || reason === '') return null;
  const codes = [...new Set(found.map((x) => x.code))];
  const acts = entries.some((e) => e.type !== 'document-issued');
  return entries.map((e) => (acts && e.type === 'document-issued' ? e : { ...e, irregular: { codes, reason } }));
}

/** A context whose ids and references are thrown away: for deciding without writing. */
export function dryContext(ctx: DecideContext): DecideContext {
  let n = 0;
  const saltedHash = '0'.repeat(64) as Sha256;
  return {
    ...ctx,
    newId: () => `dry-${++n}`,
    keep: {
      narrative: () => ({ narrativeId: `dry-${++n}` as NarrativeId, saltedHash }),
      person: () => ({ personRecordId: `dry-${++n}` as PersonRecordId, saltedHash }),
    },
  };
}

const bookkeeping = (type: string, payload: unknown, day: CivilDate, doneBy: DoneBy | null): NewEntry => ({
  type,
  typeVersion: 1,
  occurredOn: day,
  occurredTime: null,
  doneBy,
  documentIds: [],
  irregular: null,
  payload,
});

/** Input of the proposed step as it would be decided on `day`: signed that day, sent no earlier; on paper or not. */
function asApprovedOn(input: unknown, day: CivilDate, onPaper: OnPaper | null): unknown {
  const given = (input ?? {}) as Record<string, unknown>;
  const document = given.document as DocumentInput | null | undefined;
  return {
    ...given,
    occurredOn: day,
    onPaper,
    ...(document === null || document === undefined
      ? {}
      : {
          document: {
            ...document,
            // The letter bears the day on which the one who may sign it signed it.
            madeOn: day,
            sendings: (document.sendings ?? []).map((s) => ({ ...s, sentOn: null, servedOn: null })),
          },
        }),
  };
}

function decideProposed(
  c: ReconsiderationCase,
  type: ProposableStep,
  given: unknown,
  day: CivilDate,
  ctx: DecideContext,
  route: Route,
  onPaper: OnPaper | null = null,
): Decision {
  const parsed = parseStepInput(type, asApprovedOn(given, day, onPaper), 'step.input');
  if (!parsed.ok) return invalid(parsed.fields);
  const decision = decideAct(c, type, parsed.input, ctx, route);
  if (decision.ok || decision.failure.fields === undefined) return decision;
  const fields = decision.failure.fields.map((f) => ({ ...f, field: `step.input.${f.field}` }));
  return fail({ ...decision.failure, fields });
}

function propose(c: ReconsiderationCase, input: StepInput<'propose'>, ctx: DecideContext): Decision {
  const day = input.occurredOn ?? ctx.today;
  const { type } = input.step;
  if (!isProposable(type)) return refuse('no-approval-needed', null, { step: type });
  const to = (input.step.input as { to?: Procedure } | null)?.to ?? 'ordinary';
  if (approverOf(type, day, to, lawOfActIn(c, day)) === null) return refuse('no-approval-needed', null, { step: type });
  const judged = judgeStep(c, type, day);
  if (judged.verdict === 'refused') return refuse(judged.reason ?? 'unknown-step', judged.article, judged.params);
  // Decided once without writing: nobody is asked to approve what could not be done.
  const dry = decideProposed(c, type, input.step.input, day, dryContext(ctx), 'dry-run');
  if (!dry.ok) return dry;
  const parsed = parseStepInput(type, input.step.input, 'step.input');
  if (!parsed.ok) return invalid(parsed.fields);
  const proposalId = ctx.newId() as ProposalId;
  const payload = { proposalId, step: type, input: parsed.input, opinion: input.opinion };
  return { ok: true, entries: [bookkeeping('step-proposed', payload, day, doneByOf(input))] };
}

/** The scan of a paper beside entries that are no acts: a document of its own, named by the first of them. */
function withScan(c: ReconsiderationCase, ctx: DecideContext, input: Carried, decision: Decision): Decision {
  if (!decision.ok || input.onPaper === null) return decision;
  const [first, ...rest] = decision.entries;
  if (first === undefined) return decision;
  const draft = makeDraft(c, ctx, input.occurredOn ?? ctx.today, input);
  const id = issueScan(draft, input.onPaper.fileIds);
  if (draft.problems.length > 0) return invalid(draft.problems);
  return { ...decision, entries: [...draft.entries, { ...first, documentIds: [...first.documentIds, id] }, ...rest] };
}

type AnswerType = 'endorse' | 'return-proposal' | 'withdraw-proposal' | 'approve';
const mayOf = {
  endorse: 'endorse',
  'return-proposal': 'giveBack',
  'withdraw-proposal': 'withdraw',
  approve: 'approve',
} as const satisfies Record<AnswerType, keyof ReturnType<typeof mayWithProposal>>;

function answerProposal<T extends AnswerType>(
  c: ReconsiderationCase,
  type: T,
  input: StepInput<T>,
  ctx: DecideContext,
): Decision {
  const day = input.occurredOn ?? ctx.today;
  const proposal: OpenProposal | undefined = c.proposals.find((p) => p.proposalId === input.proposalId);
  if (proposal === undefined) return invalid([{ field: 'proposalId', rule: 'unknown-proposal' }]);
  if (day < proposal.proposedOn) {
    return refuse('day-before-trigger', null, { from: proposal.proposedOn }, [
      { field: 'occurredOn', rule: 'day-before-trigger', params: { from: proposal.proposedOn } },
    ]);
  }
  // The approver's decision on paper may be recorded by whoever works on the case.
  const onPaper = type === 'approve' || type === 'return-proposal' ? input.onPaper : null;
  if (onPaper !== null) {
    const approver = approverOfProposal(proposal, day, lawOfActIn(c, day));
    const wrong = paperProblems(
      proposal.step,
      onPaper,
      type === 'approve' ? (holdersOf(approver) as readonly PaperDecider[]) : [approver, 'section-head'],
    );
    if (wrong.length > 0) return invalid(wrong);
  } else if (!mayWithProposal(c, proposal, ctx.actor, day)[mayOf[type]]) {
    const twice = type === 'endorse' && proposal.endorsed.some((e) => e.by.account === ctx.actor.accountId);
    return refuse(twice ? 'already-endorsed' : type === 'approve' ? 'not-the-approver' : 'not-this-actor');
  }
  const doneBy = doneByOf(input);
  const { proposalId } = input;
  switch (type) {
    case 'endorse': {
      const { opinion } = input as StepInput<'endorse'>;
      return { ok: true, entries: [bookkeeping('step-endorsed', { proposalId, opinion }, day, doneBy)] };
    }
    case 'return-proposal':
    case 'withdraw-proposal': {
      const { reasons } = input as StepInput<'return-proposal'>;
      const entry = type === 'return-proposal' ? 'step-returned' : 'step-withdrawn';
      return { ok: true, entries: [bookkeeping(entry, { proposalId, reasons }, day, doneBy)] };
    }
    default: {
      const { opinion, irregularReason } = input as StepInput<'approve'>;
      if (!isProposable(proposal.step)) return refuse('no-approval-needed', null, { step: proposal.step });
      const approved = bookkeeping('step-approved', { proposalId, opinion }, day, doneBy);
      const given = proposal.input as Record<string, unknown>;
      const withOwn = irregularReason === null || irregularReason === '' ? given : { ...given, irregularReason };
      const after = foldWith(c, [approved], ctx);
      const decided = decideProposed(after, proposal.step, withOwn, day, ctx, 'approved', onPaper);
      return decided.ok ? { ...decided, entries: [approved, ...decided.entries] } : decided;
    }
  }
}

/**
 * Decides one step of a reconsideration case. A respondent's step is judged by what it may know: it is asked no reason
 * for acting after an end that nobody told it of; the office sees the contradiction.
 */
export function decideReconsideration(whole: ReconsiderationCase, step: Step, ctx: DecideContext): Decision {
  const c = asActorSees(whole, ctx.actor, ctx.today, ctx);
  if (!isStepType(step.type)) return refuse('unknown-step', null, { step: step.type.slice(0, 60) });
  const { type } = step;
  const parsed = parseStepInput(type, step.input);
  if (!parsed.ok) return invalid(parsed.fields);
  const input = parsed.input;
  const stop = hardStop(c, type, ctx);
  if (stop !== null) return stop;

  switch (type) {
    case 'correct-entry':
    case 'annul-entry':
    case 'propose':
    case 'endorse':
    case 'return-proposal':
    case 'withdraw-proposal':
    case 'approve': {
      if (c.received === null) return refuse('not-registered');
      const future = futureDays({ ...(input as Record<string, unknown>), step: null, payload: null }, ctx.today);
      if (future.length > 0) return refuse('day-in-future', null, { today: ctx.today }, future);
      const onPaper = (input as { onPaper: unknown }).onPaper !== null && type !== 'endorse';
      const own = actorRefusal(c, onPaper ? 'make-note' : type, ctx.actor, ctx.today);
      // Which of several proposals is meant is only known from the input: its own check follows.
      if (own === 'not-this-actor' && type !== 'withdraw-proposal') return refuse(own);
      if (own !== null && type === 'withdraw-proposal' && !isWorkingOnIt(c, ctx)) return refuse('not-this-actor');
      const carried = input as unknown as Carried;
      if (type === 'approve') return answerProposal(c, type, input as StepInput<'approve'>, ctx);
      if (type === 'propose') return withScan(c, ctx, carried, propose(c, input as StepInput<'propose'>, ctx));
      if (type === 'correct-entry' || type === 'annul-entry') {
        // The paper is as old as the correction, not as what it corrects.
        const ofToday = { ...carried, occurredOn: null };
        return withScan(c, ctx, ofToday, applyCorrection(c, { type, input } as CorrectionRequest, ctx));
      }
      return withScan(c, ctx, carried, answerProposal(c, type, input as StepInput<AnswerType>, ctx));
    }
    default:
      return decideAct(c, type, input as StepInput<typeof type>, ctx, 'asked');
  }
}

/**
 * Before anything else: whoever stands aside does nothing in the case, and in a void one nothing is done but a note, and
 * taking the voiding back.
 */
function hardStop(c: ReconsiderationCase, type: StepType, ctx: DecideContext): Decision | null {
  if (c.received === null || !isOfReviewingOrgan(c, ctx.actor)) return null;
  const aside = standsAside(c, ctx.actor.accountId, ctx.postsHeld);
  if (aside !== null) return refuse(aside.reason, null, aside.params);
  const open: readonly StepType[] = ['make-note', 'annul-entry'];
  if (c.closing?.how.is === 'voided' && !open.includes(type)) return refuse('case-voided', null, { on: c.closing.on });
  return null;
}

const isWorkingOnIt = (c: ReconsiderationCase, ctx: DecideContext): boolean => ctx.actor.acting.organId === c.organId;
