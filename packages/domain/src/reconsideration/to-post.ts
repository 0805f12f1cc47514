/**
 * 须在某日前寄出: what must leave the office, and by which day. A document that must be made within a limit is in time
 * when it is made and first dispatched by its end (rulebook 2.9); an extension counts only when its notice has left by
 * then (2.6).
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId, PartyId } from '../ids.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import type { Sending } from '../ledger/documents.ts';
import {
  applicantsOf,
  closingDocument,
  documentOf,
  isOverByRegister,
  sendingsToOrgan,
  sendingsToParty,
} from './case-documents.ts';
import type { AnyEntry, CaseDocument, Position, ReconsiderationCase } from './case-types.ts';
import type { DocumentKind } from './codes.ts';
import { rulesOfAct } from './due-acts.ts';

/** A document on record that has not left for anybody, or not for each of those who must have it. */
export interface UnpostedDocument {
  readonly document: CaseDocument;
  /** Those it is for who have been sent none, where another has; empty where it has not left at all. */
  readonly missing: readonly (PartyId | OrganId)[];
  /** The last day on which it leaves in time; null where no limit says it, or its end is not known. */
  readonly by: CivilDate | null;
  readonly ruleId: string | null;
}

const ends = (c: ReconsiderationCase, rules: readonly string[]): Clock | null =>
  c.clocks.findLast((k) => rules.includes(k.ruleId)) ?? null;

/** The limit within which a closing document leaves: the examination's for a refusal, else the decision's. */
function limitOfClosing(c: ReconsiderationCase): Clock | null {
  const how = c.closing?.how.is ?? null;
  if (how === 'refused') return ends(c, rulesOfAct.examine);
  const counts = how === 'decided' || how === 'rejected' || how === 'terminated' || how === 'mediated';
  return counts ? ends(c, rulesOfAct.decide) : null;
}

/**
 * Documents made whose sending is awaited: refusals and other ends, extensions, correction notices, copies to the
 * respondents. An extension, and a notice to correct, are for every applicant: they are awaited while one of them has
 * been sent none.
 */
export function documentsToPost(c: ReconsiderationCase): readonly UnpostedDocument[] {
  const entries = c.entries as unknown as readonly AnyEntry[];
  const found: UnpostedDocument[] = [];
  const add = (document: CaseDocument | null, clock: Clock | null, forEach = false): void => {
    if (document === null || isOverByRegister(c, document)) return;
    const left = hasLeft(document.sendings);
    const missing = left && forEach ? withoutIt(c, document) : [];
    if (left && missing.length === 0) return;
    found.push({ document, missing, by: clock?.computation.due ?? null, ruleId: clock?.ruleId ?? null });
  };
  add(closingDocument(c), limitOfClosing(c));
  if (c.closing !== null) return found;
  for (const e of entries) {
    // While it has not left it moves nothing: the end that still stands is the one it must leave by.
    const awaits = c.extensions.some((x) => x.seq === e.seq && x.ineffectiveBecause === 'not-sent');
    if (e.type === 'extended' && awaits) add(documentOf(c, e.payload.documentId), ends(c, rulesOfAct.decide), true);
  }
  found.push(...unsentCopies(c, entries));
  if (c.correction !== null && c.correction.submitted === null && c.acceptance === null) {
    add(documentOf(c, c.correction.notice.payload.documentId), ends(c, ['reconsideration.notify-correction']), true);
  }
  return found;
}

/** Copies with a sending on record to a respondent whom none has left for, while the limit to send them is not met. */
function unsentCopies(c: ReconsiderationCase, entries: readonly AnyEntry[]): readonly UnpostedDocument[] {
  const clock = ends(c, rulesOfAct.copy);
  if (clock === null || clock.end.is !== 'open') return [];
  const copies = entries.flatMap((e) => (e.type === 'copy-issued' ? (documentOf(c, e.payload.documentId) ?? []) : []));
  const waiting = c.respondents.filter((r) => !hasLeft(copies.flatMap((d) => sendingsToOrgan(d, r))));
  return copies.flatMap((document) => {
    const missing = waiting.filter((r) => sendingsToOrgan(document, r).length > 0);
    if (missing.length === 0) return [];
    const by = clock.computation.due;
    return [{ document, missing: hasLeft(document.sendings) ? missing : [], by, ruleId: clock.ruleId }];
  });
}

/** Whether any of these sendings is known to have left; one that was served has. */
const hasLeft = (sendings: readonly Sending[]): boolean =>
  sendings.some((s) => s.sentOn !== null || s.servedOn !== null);

/** The applicants whom a document has not left for; a paper of the earlier register says nothing of them one by one. */
const withoutIt = (c: ReconsiderationCase, document: CaseDocument): readonly PartyId[] =>
  document.fromRegister === true
    ? []
    : applicantsOf(c).flatMap(({ partyId }) => (hasLeft(sendingsToParty(c, document, partyId)) ? [] : [partyId]));

export interface UnservedSending {
  readonly document: CaseDocument;
  readonly sending: Sending & { readonly sentOn: CivilDate };
  /** The party's or the organ's id. */
  readonly subject: string;
}

/** 待签收: what was sent and of which no service is on record, unless the same addressee signed for another copy. */
export function unservedSendings(c: Pick<ReconsiderationCase, 'documents' | 'closing'>): readonly UnservedSending[] {
  const subjectOf = ({ addressee }: Sending) => (addressee.is === 'organ' ? addressee.organId : addressee.partyId);
  return c.documents
    .filter((document) => !isOverByRegister(c, document))
    .flatMap((document) =>
      document.sendings.flatMap((sending) => {
        const subject = subjectOf(sending);
        const { sentOn } = sending;
        const isServed = document.sendings.some((s) => subjectOf(s) === subject && s.servedOn !== null);
        return sentOn === null || isServed ? [] : [{ document, sending: { ...sending, sentOn }, subject }];
      }),
    );
}

/** What is to be posted by a day, on record already or still to be made. */
export interface ToPost {
  readonly document: DocumentKind | string;
  readonly by: CivilDate | null;
  readonly ruleId: string | null;
  readonly article: string | null;
  /** `made`: on record and not yet dispatched; `to-make`: the duty itself is still open. */
  readonly state: 'made' | 'to-make';
  /** Those it is for who have been sent none, where another has. */
  readonly missing: readonly (PartyId | OrganId)[];
}

const articleOf = (clock: Clock | null): string | null => {
  const citation = clock?.computation.rule?.citations[0];
  return citation === undefined ? null : [citation.law, citation.article].filter(Boolean).join(' ');
};

/**
 * Everything in a case that must be posted by a day, as it stands on `position.day`: documents made and not dispatched,
 * the copy with its reply notice, and, while the application is examined, the refusal it could end in.
 */
export function mustBePostedBy(c: ReconsiderationCase, position: Position): readonly ToPost[] {
  const { day, stage } = position;
  const made = documentsToPost(c)
    .filter(({ document }) => document.madeOn <= day)
    .map(({ document, missing, by, ruleId }): ToPost => {
      const clock = ruleId === null ? null : ends(c, [ruleId]);
      return { document: document.kind, by, ruleId, article: articleOf(clock), state: 'made', missing };
    });
  const running = (rules: readonly string[]): Clock | null =>
    position.running.find((k) => rules.includes(k.ruleId) && clockStatusOn(k, day) !== 'unknown') ?? null;
  const toMake = (document: DocumentKind, clock: Clock | null): readonly ToPost[] =>
    clock === null || clock.computation.due === null
      ? []
      : [
          {
            document,
            by: clock.computation.due,
            ruleId: clock.ruleId,
            article: articleOf(clock),
            state: 'to-make',
            missing: [],
          },
        ];
  return [
    ...made,
    ...((stage === 'accepted' || stage === 'suspended') && !made.some((one) => one.document === 'reply-notice')
      ? toMake('reply-notice', running(rulesOfAct.copy))
      : []),
    ...(stage === 'received' || stage === 'examining-corrected'
      ? toMake('refusal-decision', running(rulesOfAct.examine))
      : []),
  ];
}
