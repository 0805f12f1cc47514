/**
 * What one reader sees of a case. Everything passes through its audience here: entries, clocks, documents, files,
 * parties, and who is waited for; nothing that a respondent must not have leaves the domain.
 */
import type { Actor } from '../access/actor.ts';
import { type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { AccountId, FileId, OrganId } from '../ids.ts';
import { dayGrid } from '../law/day-grid.ts';
import { stoppedUntil } from '../law/days-used.ts';
import { daysLeft } from '../law/lateness.ts';
import { type Audience, maySee } from '../ledger/audience.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import type { NarrativeRef, PersonRef } from '../ledger/common-entries.ts';
import { type Annulled, correct, type EffectiveEntry, isCorrection, type Replaced } from '../ledger/correction.ts';
import type { Sending } from '../ledger/documents.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import type { PersonData } from '../ledger/person.ts';
import { approverOfProposal, mayWithProposal } from './approvals.ts';
import { asAddressedSees, asRespondentSees, hasReached, isWithheld, mayReceive } from './as-respondent.ts';
import { reconsiderationAudience } from './audience.ts';
import { titleApplicants } from './case-documents.ts';
import type { AnyEntry, CaseDocument, OpenProposal, ReconsiderationCase } from './case-types.ts';
import { isCorrectable } from './corrections.ts';
import { effectsOfLedger } from './effects.ts';
import type { ReconsiderationEntryType } from './entries.ts';
import { positionOn } from './position.ts';
import { outcomeOf } from './project.ts';
import { addressedOrgans } from './reports.ts';
import { upcastReconsideration } from './upcast.ts';
import { asLetterOnly } from './view-addressed.ts';
import { asksOf } from './view-asks.ts';
import { proceedingsOf } from './view-proceedings.ts';
import type {
  CaseView,
  ClockView,
  CorrectionView,
  DocumentView,
  FileView,
  NextStep,
  PartyView,
  ProposalView,
  Scalar,
  TimelineItem,
} from './view-types.ts';

/** What lies beside the ledger, looked up at the edge. Erased content answers null. */
export interface CaseNames {
  organ(id: OrganId): string;
  account(id: AccountId): string;
  person(ref: PersonRef): PersonData | null;
  narrative(ref: NarrativeRef): string | null;
}

export interface ViewInputs {
  readonly audience: Audience;
  readonly today: CivilDate;
  readonly actor: Actor;
  readonly law: LawContext;
  /** With every correction: the timeline shows annulled entries, too. */
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly names: CaseNames;
  /** The files on record of the case. */
  readonly files: readonly FileView[];
  readonly nextSteps: readonly NextStep[];
}

/** Three working days before the end a clock is near. */
const nearWorkingDays = 3;

/** Clocks a respondent sees: what it must do itself, and when the case must be decided. */
const respondentSeesRule = (k: Clock, organ: OrganId): boolean =>
  k.subject === organ || k.ruleId.startsWith('reconsideration.decide-');

/** Entries about one organ: another respondent's reply or performance is not this one's to see. */
function isOwn(payload: Readonly<Record<string, unknown>>, organ: OrganId): boolean {
  const about = payload.respondentId ?? payload.toOrgan;
  return about === undefined || about === organ;
}

/** The view of a case for one reader on a day. */
export function viewOf(whole: ReconsiderationCase, inputs: ViewInputs): CaseView {
  const { audience, today, actor, names, law } = inputs;
  const internal = audience === 'reviewing' || audience === 'superior';
  const own = actor.acting.organId;
  // For a respondent the case waits for the office, not for its approver, and has no end it was not told of.
  const isAddressedOnly = audience === 'addressed';
  const seen = (all: ReconsiderationCase): ReconsiderationCase => {
    if (internal) return all;
    return isAddressedOnly ? asAddressedSees(all, own, today, law) : asRespondentSees(all, own, today, law);
  };
  const c = seen(whole);
  const position = positionOn(c, today);
  const { received, organId } = c;
  const partyName = (id: string): string | null => {
    const party = c.parties.find((p) => p.partyId === id);
    return party === undefined ? null : (names.person(party.person)?.name ?? '');
  };
  const subjectName = (subject: string | null): string | null => {
    if (subject === null || subject === 'case') return null;
    const party = partyName(subject);
    if (party !== null) return party;
    if (c.respondents.includes(subject as OrganId)) return names.organ(subject as OrganId);
    return ['applicant', 'document-maker', 'competent-organ'].includes(subject)
      ? null
      : names.organ(subject as OrganId);
  };

  const documents = c.documents.filter((d) => internal || respondentMaySeeDocument(d, own, today));
  const shown = (e: EffectiveEntry): boolean => {
    const rule = reconsiderationAudience[e.type as ReconsiderationEntryType];
    if (rule === undefined || !maySee(rule, audience)) return false;
    if (internal) return true;
    const payload = e.payload as Readonly<Record<string, unknown>>;
    if (!isOwn(payload, own) || isWithheld(whole, e, own, today)) return false;
    if (e.type === 'document-issued') return documents.some((d) => d.id === payload.id);
    if (e.type === 'document-sent') {
      const { addressee } = payload.sending as Sending;
      return (
        addressee.is === 'organ' && addressee.organId === own && documents.some((d) => d.id === payload.documentId)
      );
    }
    if (e.type === 'opinion-reported') {
      return documents.some((d) => d.id === payload.documentId);
    }
    if (e.type === 'document-served') {
      return documents.some((d) =>
        d.sendings.some((s) => s.id === payload.sendingId && s.addressee.is === 'organ' && s.addressee.organId === own),
      );
    }
    return true;
  };
  const all = correct(inputs.ledger.entries, upcastReconsideration);
  const visible = all.filter(shown);

  const seesClock = (k: Clock): boolean => k.visibleFrom <= today && (internal || respondentSeesRule(k, own));
  const clocks = c.clocks.filter(seesClock).filter((k) => clockStatusOn(k, today) !== 'superseded');
  const order = new Map(position.running.map((k, i) => [k.id, i]));
  const sorted = [...clocks].sort((a, b) => (order.get(a.id) ?? 999) - (order.get(b.id) ?? 999));

  const effects = effectsOfLedger(inputs.ledger, c.streamId, law, seesClock, seen);
  const { ledger } = inputs;
  const timeline = visible.map((e) => timelineItem(e, { internal, audience, ledger, effects, names, partyName, own }));
  const shownDocuments = documents.map((d) => documentView(c, d, internal ? null : own, names, partyName));
  // What the answer names is what may be read, nothing else: a field that is left out takes its files with it.
  const named = internal ? null : filesNamedIn([timeline.map((item) => item.payload), shownDocuments]);
  const files = inputs.files.filter((f) => named === null || named.has(f.id));

  const asked = internal ? [...c.respondents, ...addressedOrgans(c)] : [own];

  const view: CaseView = {
    id: c.streamId,
    version: inputs.ledger.entries.at(-1)?.seq ?? c.version,
    kind: 'reconsideration',
    audience,
    today,
    number: c.number,
    title: titleOf(c, names),
    organId: organId ?? ('' as OrganId),
    organName: organId === null ? '' : names.organ(organId),
    respondents: c.respondents.map((r) => ({ organId: r, name: names.organ(r) })),
    handlers: c.handlers.map((a) => ({ accountId: a, name: names.account(a as AccountId) })),
    recusals: internal ? c.recusals.map((r) => ({ ...r, name: names.account(r.accountId) })) : [],
    law: c.law,
    stage: position.stage,
    deemedAccepted: position.accepted?.by === 'lapse',
    acceptedOn: position.accepted?.on ?? null,
    procedure: position.procedure,
    waiting: { ...position.waiting, subjectName: subjectName(position.waiting.subject) },
    closedOn: c.closing !== null && c.closing.on <= today ? c.closing.on : null,
    outcome: c.closing !== null && c.closing.on <= today ? outcomeOf(c) : null,
    act: c.act,
    requests: received === null ? null : names.narrative(received.payload.requests),
    grounds: received === null ? null : names.narrative(received.payload.grounds),
    channel: received?.payload.channel ?? null,
    filedOn: received?.payload.filedOn ?? null,
    receivedOn: received?.occurredOn ?? null,
    clocks: sorted.map((k) => clockView(k, today, law, subjectName(k.subject))),
    nextSteps: inputs.nextSteps,
    timeline,
    parties: c.parties.map((p) => partyView(p, names, internal)),
    documents: shownDocuments,
    files,
    proposals: internal ? proposalViews(c, all, inputs) : [],
    proceedings: proceedingsOf({ c, today, law, names, partyName, onlyOf: internal ? null : own }),
    asks: asked.flatMap((organ) => asksOf(c, organ, names.organ(organ), today)),
    contradictions: internal ? c.contradictions : [],
  };
  return isAddressedOnly ? asLetterOnly(view, own) : view;
}

/** 申请人不服被申请人某行为: names as the list shows them. */
export function titleOf(c: ReconsiderationCase, names: Pick<CaseNames, 'organ' | 'person'>): string {
  const applicants = titleApplicants(c);
  const first = applicants[0];
  const who = first === undefined ? '' : (names.person(first.person)?.name ?? '');
  const several = applicants.length > 1 ? '等' : '';
  const organs = c.respondents.map((r) => names.organ(r)).join('、');
  return `${who}${several}不服${organs}${c.act?.name ?? ''}`;
}

/** A respondent sees the documents that were sent to it. */
const respondentMaySeeDocument = (d: CaseDocument, organ: OrganId, day: CivilDate): boolean =>
  mayReceive(d, organ) && hasReached(d, organ, day);

/** Every file that a value names, however deep. */
function filesNamedIn(value: unknown, found: Set<FileId> = new Set()): ReadonlySet<FileId> {
  if (value === null || typeof value !== 'object') return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'fileId' && typeof inner === 'string') found.add(inner as FileId);
    else if (key === 'fileIds' && Array.isArray(inner)) for (const id of inner) found.add(id as FileId);
    else filesNamedIn(inner, found);
  }
  return found;
}

/** One clock as the page shows it on a day. */
export function clockView(clock: Clock, today: CivilDate, law: LawContext, subjectName: string | null): ClockView {
  const { computation, end } = clock;
  const { rule, trigger } = computation;
  const isLapse = rule?.kind === 'lapse';
  const bare = clockStatusOn(clock, today);
  // Nothing is late after a lapse: from the next day the act is lawful.
  const status = isLapse && bare === 'overdue' ? 'running' : bare;
  const left = status === 'running' || status === 'overdue' ? daysLeft(computation, today, law.calendar) : null;
  const unit = rule?.special?.unit ?? rule?.unit ?? 'day';
  const metOn = end.is === 'met' && end.on <= today ? end.on : null;
  const extended = computation.extensions.reduce((sum, x) => (x.effective ? sum + x.fact.days : sum), 0);
  const length = rule === null ? null : (rule.special?.length ?? rule.length);
  const countTo = metOn ?? today;
  const used =
    trigger === null || rule?.direction === 'before' || countTo < trigger
      ? null
      : unit === 'working-day'
        ? law.calendar.workingDaysBetween(trigger, countTo)
        : daysBetween(trigger, countTo) - stoppedUntil(computation, countTo);
  const near = left !== null && left.workingDays !== null && left.workingDays <= nearWorkingDays;
  return {
    id: clock.id,
    ruleId: clock.ruleId,
    subject: clock.subject,
    subjectName,
    obligor: rule?.obligor ?? '',
    status,
    raw: computation.raw,
    due: computation.due,
    advised: computation.advised,
    metOn,
    marks: computation.marks,
    unit,
    daysLeft: status === 'stopped' ? computation.daysLeft : (left?.inUnit ?? null),
    workingDaysLeft: left?.workingDays ?? null,
    daysUsed: used,
    length: length === null ? null : length + extended,
    stoppedDays: stoppedUntil(computation, countTo),
    light: status === 'running' ? (near ? 'near' : 'ok') : status === 'superseded' ? 'met' : status,
    missing: computation.unknownWhy === 'no-trigger' ? (rule?.trigger ?? 'no-trigger') : computation.unknownWhy,
    computation,
    grid: unit === 'year' || unit === 'month' ? [] : dayGrid(computation, law.calendar, today),
  };
}

function partyView(p: ReconsiderationCase['parties'][number], names: CaseNames, internal: boolean): PartyView {
  const person = names.person(p.person);
  return {
    partyId: p.partyId,
    capacity: p.capacity,
    kind: p.kind,
    name: person?.name ?? '',
    idNumber: internal ? (person?.idNumber ?? null) : null,
    address: person?.address ?? null,
    telephone: internal ? (person?.telephone ?? null) : null,
    legalRepresentative: person?.legalRepresentative ?? null,
    actsFor: p.actsFor,
    powers: p.powers,
    authority: internal ? (p.authority ?? null) : null,
    leftOn: p.leftOn,
  };
}

/** Which clock a document's printed limit speaks of. */
const printedRules: Readonly<Record<string, readonly string[]>> = {
  'correction-notice': ['reconsideration.correct'],
  'reply-notice': ['reconsideration.reply-ordinary', 'reconsideration.reply-simplified'],
  'extension-notice': ['reconsideration.decide-ordinary'],
  'acceptance-notice': ['reconsideration.decide-ordinary', 'reconsideration.decide-simplified'],
  'opinion-letter': ['reconsideration.report-on-opinion'],
  'performance-order': ['reconsideration.perform-as-ordered'],
};

function documentView(
  c: ReconsiderationCase,
  d: CaseDocument,
  /** A respondent sees its own sendings only; null shows all. */
  onlyTo: OrganId | null,
  names: CaseNames,
  partyName: (id: string) => string | null,
): DocumentView {
  const rules = printedRules[d.kind] ?? [];
  const computed =
    c.clocks.findLast((k) => rules.includes(k.ruleId) && k.end.is !== 'superseded')?.computation.due ?? null;
  return {
    id: d.id,
    kind: d.kind,
    number: d.number,
    madeOn: d.madeOn,
    printedDue: d.printedDue,
    computedDue: d.printedDue !== null && computed !== null && computed !== d.printedDue ? computed : null,
    fileIds: d.fileIds,
    sendings: d.sendings
      .filter(({ addressee }) => onlyTo === null || (addressee.is === 'organ' && addressee.organId === onlyTo))
      .map((s) => ({
        ...s,
        addresseeName:
          s.addressee.is === 'organ' ? names.organ(s.addressee.organId) : (partyName(s.addressee.partyId) ?? ''),
      })),
  };
}

interface ItemInputs {
  readonly internal: boolean;
  readonly audience: Audience;
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly effects: ReadonlyMap<number, TimelineItem['effects']>;
  readonly names: CaseNames;
  readonly partyName: (id: string) => string | null;
  readonly own: OrganId;
}

function timelineItem(e: EffectiveEntry, inputs: ItemInputs): TimelineItem {
  const { internal, names } = inputs;
  const { standing } = e;
  return {
    seq: e.seq,
    type: e.type,
    occurredOn: e.occurredOn,
    occurredTime: e.occurredTime,
    recordedAt: e.recordedAt,
    recordedByName: names.account(e.recordedBy.account),
    doneBy: internal ? e.doneBy : null,
    irregular: internal ? e.irregular : null,
    standing:
      standing.is === 'original'
        ? standing
        : standing.is === 'annulled'
          ? { is: 'annulled', why: internal ? standing.why : '' }
          : { is: 'replaced', why: internal ? standing.why : '', was: { occurredOn: standing.was.occurredOn } },
    corrections: correctionsOf(e, inputs.ledger, inputs),
    payload: payloadFor(e, inputs),
    effects: standing.is === 'annulled' ? [] : (inputs.effects.get(e.seq) ?? []),
    correctable: inputs.audience === 'reviewing' && standing.is !== 'annulled' && isCorrectable(e.type),
  };
}

/** Fields of an entry that are the office's own, by type: what it weighed and why it went on. */
const internalFields: Readonly<Partial<Record<ReconsiderationEntryType, readonly string[]>>> = {
  // The record of an oral application holds the applicant's number and telephone; the suit is the office's question.
  'application-received': ['filingProof', 'fileIds', 'oral', 'suit'],
  accepted: ['overridden'],
  'party-added': ['why'],
  'party-left': ['why'],
  // How the office came to its decision: by its head or in collective discussion.
  decided: ['collective'],
  // That the case ended this way concerns everybody in it; why, and what other case there is, the office alone.
  voided: ['why', 'duplicateOf'],
  transferred: ['reason'],
};

const isNarrative = (v: object): v is NarrativeRef => 'narrativeId' in v && 'saltedHash' in v;
const isPerson = (v: object): v is PersonRef => 'personRecordId' in v && 'saltedHash' in v;

/** The payload with narratives and names filled in, and without what this audience must not have. */
function payloadFor(
  e: EffectiveEntry,
  { internal, names, partyName, own }: ItemInputs,
): Readonly<Record<string, unknown>> {
  const hidden = internal ? [] : (internalFields[e.type as ReconsiderationEntryType] ?? []);
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (value === null || typeof value !== 'object') return value;
    if (isNarrative(value)) return names.narrative(value) ?? '';
    if (isPerson(value)) {
      const person = names.person(value);
      if (person === null) return { name: '' };
      const { name, address, legalRepresentative } = person;
      return internal ? person : { name, address, legalRepresentative };
    }
    const out: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      if (hidden.includes(key)) continue;
      if (key === 'sendings' && !internal && Array.isArray(inner)) {
        out[key] = inner
          .filter((s) => (s as { addressee?: { organId?: string } }).addressee?.organId === own)
          .map(fill);
        continue;
      }
      out[key] = fill(inner);
      if (key === 'accounts' && Array.isArray(inner))
        out.accountNames = inner.map((id) => names.account(id as AccountId));
      if (typeof inner !== 'string') continue;
      if (key === 'organId' || key === 'toOrgan' || key === 'respondentId' || key === 'reviewingOrganId') {
        out[`${key.replace(/Id$/, '')}Name`] = names.organ(inner as OrganId);
      } else if (key === 'partyId') out.partyName = partyName(inner) ?? '';
      else if (key === 'accountId') out.accountName = names.account(inner as AccountId);
    }
    return out;
  };
  return fill(e.payload) as Readonly<Record<string, unknown>>;
}

/** Every correction of an entry in the order of recording, each against what the one before it left. */
function correctionsOf(
  e: EffectiveEntry,
  ledger: Pick<Ledger, 'entries'>,
  inputs: ItemInputs,
): readonly CorrectionView[] {
  if (e.standing.is === 'original') return [];
  const { internal, names } = inputs;
  const original = ledger.entries.find((x) => x.seq === e.seq);
  let on = original?.occurredOn ?? e.occurredOn;
  let payload =
    original === undefined ? e.payload : upcastReconsideration(e.type, original.typeVersion, original.payload);
  return ledger.entries
    .filter((x) => isCorrection(x.type) && (x.payload as Annulled).seq === e.seq)
    .map((x): CorrectionView => {
      const is = x.type === 'replaced' ? (x.payload as Replaced) : null;
      const was = { occurredOn: on };
      const before = payload;
      if (is !== null) {
        on = is.occurredOn;
        payload = upcastReconsideration(e.type, x.typeVersion, is.payload);
      }
      const seen = (p: unknown) => payloadFor({ ...e, payload: p }, inputs);
      return {
        seq: x.seq,
        kind: is === null ? 'annulled' : 'replaced',
        by: names.account(x.recordedBy.account),
        doneBy: internal ? x.doneBy : null,
        recordedAt: x.recordedAt,
        why: internal ? (x.payload as Annulled).why : '',
        was,
        now: is === null ? null : { occurredOn: on },
        changes: internal && is !== null ? changesOf(seen(before), seen(payload)) : [],
      };
    });
}

/** Every single value by its path. */
function valuesOf(value: unknown, path = '', into: Map<string, Scalar> = new Map()): ReadonlyMap<string, Scalar> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object') into.set(path, value as Scalar);
  else for (const [key, inner] of Object.entries(value)) valuesOf(inner, path === '' ? key : `${path}.${key}`, into);
  return into;
}

function changesOf(before: unknown, after: unknown): CorrectionView['changes'] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ field, from: was.get(field) ?? null, to: is.get(field) ?? null }));
}

/** Every proposal with its words, kept as they were written, and what this actor may do with it. */
function proposalViews(
  c: ReconsiderationCase,
  all: readonly EffectiveEntry[],
  inputs: ViewInputs,
): readonly ProposalView[] {
  const { actor, today, names } = inputs;
  const entries = all as unknown as readonly AnyEntry[];
  const views: ProposalView[] = [];
  for (const e of entries) {
    if (e.type !== 'step-proposed') continue;
    const { proposalId, step, input, opinion } = e.payload;
    const words: ProposalView['words'][number][] = [
      { by: names.account(e.recordedBy.account), verdict: 'proposed', text: opinion, on: e.occurredOn },
    ];
    let state: ProposalView['state'] = 'open';
    for (const w of entries) {
      const by = w.doneBy?.name ?? names.account(w.recordedBy.account);
      if (w.type === 'step-endorsed' && w.payload.proposalId === proposalId) {
        words.push({ by, verdict: 'endorsed', text: w.payload.opinion, on: w.occurredOn });
      } else if (w.type === 'step-returned' && w.payload.proposalId === proposalId) {
        words.push({ by, verdict: 'returned', text: w.payload.reasons, on: w.occurredOn });
        state = 'returned';
      } else if (w.type === 'step-withdrawn' && w.payload.proposalId === proposalId) {
        words.push({ by, verdict: 'withdrawn', text: w.payload.reasons, on: w.occurredOn });
        state = 'withdrawn';
      } else if (w.type === 'step-approved' && w.payload.proposalId === proposalId) {
        words.push({ by, verdict: 'approved', text: w.payload.opinion, on: w.occurredOn });
        state = 'approved';
      }
    }
    const folded: OpenProposal = c.proposals.find((p) => p.proposalId === proposalId) ?? {
      proposalId,
      seq: e.seq,
      step,
      input,
      proposedBy: e.recordedBy,
      proposedOn: e.occurredOn,
      opinion,
      endorsed: [],
    };
    views.push({
      proposalId,
      step,
      input,
      proposedByName: names.account(e.recordedBy.account),
      proposedOn: e.occurredOn,
      approver: approverOfProposal(folded, today),
      words,
      state,
      may:
        state === 'open'
          ? mayWithProposal(c, folded, actor, today)
          : { endorse: false, approve: false, giveBack: false, withdraw: false },
    });
  }
  return views;
}
