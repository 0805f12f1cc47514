/**
 * A case as one respondent may know it on a day. Proposals are the office's own; an end of the case is the office's own,
 * too, until the document that makes it known has gone to this respondent. Until then the case folds without it, so that
 * no stage, clock or fact tells of it.
 */
import { type Actor, holdsRole } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { DocumentId, OrganId } from '../ids.ts';
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { Sending } from '../ledger/documents.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { isOfRespondent } from './approvals.ts';
import { documentsForRespondent } from './audience.ts';
import { foldCase } from './case.ts';
import { documentOf, sendingsToOrgan } from './case-documents.ts';
import type { CaseDocument, ReconsiderationCase } from './case-types.ts';
import type { ReconsiderationEntryType } from './entries.ts';
import { respondentRoles } from './steps.ts';

/** Ends of a case that count for a respondent only once made known to it by their document. */
const madeKnown: ReadonlySet<string> = new Set([
  'decided',
  'rejected',
  'terminated',
  'mediation-letter-made',
] satisfies readonly ReconsiderationEntryType[]);

/** The first day on which a document was sent to an organ, or reached it; null while neither is on record. */
export const reachedOn = (document: CaseDocument, organ: OrganId): CivilDate | null =>
  sendingsToOrgan(document, organ)
    .flatMap((s) => [s.sentOn, s.servedOn])
    .filter((day) => day !== null)
    .sort()[0] ?? null;

/** Whether a document had gone to an organ by a day. */
export function hasReached(document: CaseDocument, organ: OrganId, day: CivilDate): boolean {
  const on = reachedOn(document, organ);
  return on !== null && on <= day;
}

/** Whether a respondent sees a document: of a kind that is for it, and sent to it. */
export const mayReceive = (document: CaseDocument, organ: OrganId): boolean =>
  documentsForRespondent.has(document.kind) && reachedOn(document, organ) !== null;

const documentIdOf = (e: Pick<EffectiveEntry, 'payload'>): DocumentId | null =>
  (e.payload as { readonly documentId?: DocumentId | null }).documentId ?? null;

/** Whether an entry is still unknown to a respondent on a day. A letter's signatures are as unknown as the letter. */
export function isWithheld(
  c: ReconsiderationCase,
  e: Pick<EffectiveEntry, 'type' | 'payload'>,
  organ: OrganId,
  day: CivilDate,
): boolean {
  if (e.type === 'mediation-signed') {
    const letters = c.entries.filter((x) => x.type === 'mediation-letter-made');
    return letters.some((x) => isWithheld(c, x, organ, day));
  }
  if (!madeKnown.has(e.type)) return false;
  const document = documentOf(c, documentIdOf(e));
  return document === null || !hasReached(document, organ, day);
}

/** The days on which a respondent comes to know of an end of the case, earliest first. */
export const knownDays = (c: ReconsiderationCase, organ: OrganId): readonly CivilDate[] =>
  c.entries
    .filter((e) => madeKnown.has(e.type))
    .flatMap((e) => {
      const document = documentOf(c, documentIdOf(e));
      return (document === null ? null : reachedOn(document, organ)) ?? [];
    })
    .sort();

/** The case as it stands for who acts: to a department no answer may tell what it was not told. */
export function asActorSees(
  c: ReconsiderationCase,
  actor: Actor,
  today: CivilDate,
  law: LawContext,
): ReconsiderationCase {
  const own = actor.acting.organId;
  if (isOfRespondent(c, actor)) return asRespondentSees(c, own, today, law);
  return isAddressed(c, actor) ? asAddressedSees(c, own, today, law) : c;
}

const lettersTo = (c: ReconsiderationCase, organ: OrganId): readonly DocumentId[] =>
  c.entries.flatMap((e) => {
    const { toOrgan, documentId } = e.payload as { toOrgan?: OrganId; documentId?: DocumentId };
    return e.type === 'opinion-letter-issued' && toOrgan === organ && documentId !== undefined ? [documentId] : [];
  });

/** Whether the actor acts for an organ that is no respondent, but has been sent an opinion letter in the case (76). */
export const isAddressed = (c: ReconsiderationCase, actor: Actor): boolean =>
  holdsRole(actor, ...respondentRoles) &&
  !c.respondents.includes(actor.acting.organId) &&
  lettersTo(c, actor.acting.organId).some((id) => {
    const document = documentOf(c, id);
    return document !== null && reachedOn(document, actor.acting.organId) !== null;
  });

/** What an addressed organ may know: its letter and its own report on it; the case itself stays unknown to it. */
export function asAddressedSees(
  c: ReconsiderationCase,
  organ: OrganId,
  day: CivilDate,
  law: LawContext,
): ReconsiderationCase {
  const letters = new Set<unknown>(
    lettersTo(c, organ).filter((id) => {
      const document = documentOf(c, id);
      return document !== null && hasReached(document, organ, day);
    }),
  );
  const sendings = new Set<unknown>(
    c.documents.filter((d) => letters.has(d.id)).flatMap((d) => sendingsToOrgan(d, organ).map((s) => s.id)),
  );
  const known = c.entries.filter((e) => {
    const payload = e.payload as { readonly id?: unknown; readonly documentId?: unknown; readonly sendingId?: unknown };
    if (e.type === 'application-received') return true;
    if (e.type === 'document-issued') return letters.has(payload.id);
    if (e.type === 'document-served') return sendings.has(payload.sendingId);
    return (
      (e.type === 'document-sent' || e.type === 'opinion-letter-issued' || e.type === 'opinion-reported') &&
      letters.has(payload.documentId)
    );
  });
  return { ...foldCase(c.streamId, known, law), version: c.version };
}

export interface OwnSending {
  readonly document: CaseDocument;
  readonly sending: Sending;
}

/** What was sent to an organ, by a day or at all, and is not yet signed for, oldest first. */
export const ownUnserved = (c: ReconsiderationCase, organ: OrganId, day: CivilDate | null): readonly OwnSending[] =>
  c.documents
    .filter((d) => mayReceive(d, organ) && (day === null || hasReached(d, organ, day)))
    .flatMap((document) => {
      const sendings = sendingsToOrgan(document, organ);
      // Who holds the document has received it: a second copy asks for nothing.
      if (sendings.some((s) => s.servedOn !== null)) return [];
      return sendings
        .filter((s) => s.sentOn !== null && (day === null || s.sentOn <= day))
        .slice(0, 1)
        .map((sending) => ({ document, sending }));
    });

/** The case as a respondent may know it on a day. */
export function asRespondentSees(
  c: ReconsiderationCase,
  organ: OrganId,
  day: CivilDate,
  law: LawContext,
): ReconsiderationCase {
  const known = c.entries.filter((e) => !isWithheld(c, e, organ, day));
  const seen = known.length === c.entries.length ? c : foldCase(c.streamId, known, law);
  return { ...seen, version: c.version, proposals: [] };
}
