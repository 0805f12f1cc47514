/**
 * What one reader sees of a case. Everything passes through its audience here: entries, clocks, documents, files,
 * parties, and who is waited for; nothing that a respondent must not have leaves the domain.
 */
import type { Actor } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { clockView } from '../case-view/clock-view.ts';
import { filesNamedIn } from '../case-view/files-named-in.ts';
import type { CaseNames } from '../case-view/names.ts';
import { partyView } from '../case-view/party-view.ts';
import { proposalViews } from '../case-view/proposal-views.ts';
import { timelineItem } from '../case-view/timeline.ts';
import type { AccountId, OrganId } from '../ids.ts';
import { type Audience, maySee } from '../ledger/audience.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { correct, type EffectiveEntry } from '../ledger/correction.ts';
import type { Sending } from '../ledger/documents.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import { approverOfProposal, mayWithProposal } from './approvals.ts';
import { asAddressedSees, asRespondentSees, hasReached, isWithheld, mayReceive } from './as-respondent.ts';
import { reconsiderationAudience } from './audience.ts';
import { titleApplicants } from './case-documents.ts';
import type { CaseDocument, ReconsiderationCase } from './case-types.ts';
import { isCorrectable } from './corrections.ts';
import { effectsOfCase } from './effects.ts';
import type { ReconsiderationEntryType } from './entries.ts';
import { positionOn } from './position.ts';
import { outcomeOf } from './project.ts';
import { addressedOrgans } from './reports.ts';
import { upcastReconsideration } from './upcast.ts';
import { asLetterOnly } from './view-addressed.ts';
import { asksOf } from './view-asks.ts';
import { proceedingsOf } from './view-proceedings.ts';
import type { CaseView, DocumentView, FileView, NextStep } from './view-types.ts';

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

  const effects = effectsOfCase(inputs.ledger, c.streamId, law, seesClock, seen);
  const { ledger } = inputs;
  const timeline = visible.map((e) =>
    timelineItem(e, {
      internal,
      ledger,
      upcast: upcastReconsideration,
      effects,
      names,
      partyName,
      own,
      internalFields: (type) => internalFields[type as ReconsiderationEntryType] ?? [],
      mayCorrect: (type) => audience === 'reviewing' && isCorrectable(type),
    }),
  );
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
    proposals: internal
      ? proposalViews(all, {
          names,
          open: c.proposals,
          approverOf: (p) => approverOfProposal(p, today),
          mayWith: (p) => mayWithProposal(c, p, actor, today),
        })
      : [],
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
