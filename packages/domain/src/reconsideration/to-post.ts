/**
 * 须在某日前寄出: what must leave the office, and by which day. A document that must be made within a limit is in time
 * when it is made and first dispatched by its end (rulebook 2.9); an extension counts only when its notice has left by
 * then (2.6).
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { firstDispatch, type Sending } from '../ledger/documents.ts';
import { closingDocument, documentOf, isOverByRegister } from './case-documents.ts';
import type { AnyEntry, CaseDocument, Position, ReconsiderationCase } from './case-types.ts';
import type { DocumentKind } from './codes.ts';
import { rulesOfAct } from './due-acts.ts';

/** A document on record that has not left for anybody. */
export interface UnpostedDocument {
  readonly document: CaseDocument;
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

/** Documents made whose sending is awaited: refusals and other ends, extensions, correction notices. */
export function documentsToPost(c: ReconsiderationCase): readonly UnpostedDocument[] {
  const entries = c.entries as unknown as readonly AnyEntry[];
  const found: UnpostedDocument[] = [];
  const add = (document: CaseDocument | null, clock: Clock | null): void => {
    if (document === null || hasLeft(document) || isOverByRegister(c, document)) return;
    found.push({ document, by: clock?.computation.due ?? null, ruleId: clock?.ruleId ?? null });
  };
  add(closingDocument(c), limitOfClosing(c));
  if (c.closing !== null) return found;
  for (const e of entries) {
    // While it has not left it moves nothing: the end that still stands is the one it must leave by.
    const awaits = c.extensions.some((x) => x.seq === e.seq && x.ineffectiveBecause === 'not-sent');
    if (e.type === 'extended' && awaits) add(documentOf(c, e.payload.documentId), ends(c, rulesOfAct.decide));
  }
  if (c.correction !== null && c.correction.submitted === null && c.acceptance === null) {
    add(documentOf(c, c.correction.notice.payload.documentId), ends(c, ['reconsideration.notify-correction']));
  }
  return found;
}

/** Whether any sending of a document is known to have left; one that was served has. */
const hasLeft = (document: CaseDocument): boolean =>
  firstDispatch(document) !== null || document.sendings.some((s) => s.servedOn !== null);

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
    .map(({ document, by, ruleId }): ToPost => {
      const clock = ruleId === null ? null : ends(c, [ruleId]);
      return { document: document.kind, by, ruleId, article: articleOf(clock), state: 'made' };
    });
  const running = (rules: readonly string[]): Clock | null =>
    position.running.find((k) => rules.includes(k.ruleId) && clockStatusOn(k, day) !== 'unknown') ?? null;
  const toMake = (document: DocumentKind, clock: Clock | null): readonly ToPost[] =>
    clock === null || clock.computation.due === null
      ? []
      : [{ document, by: clock.computation.due, ruleId: clock.ruleId, article: articleOf(clock), state: 'to-make' }];
  return [
    ...made,
    ...(stage === 'accepted' || stage === 'suspended' ? toMake('reply-notice', running(rulesOfAct.copy)) : []),
    ...(stage === 'received' || stage === 'examining-corrected'
      ? toMake('refusal-decision', running(rulesOfAct.examine))
      : []),
  ];
}
