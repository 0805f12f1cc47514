/** The documents of a case with every sending and service on record, and who of the parties each reached. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { DocumentId, OrganId, PartyId, SendingId } from '../ids.ts';
import { firstDispatch, type Sending } from '../ledger/documents.ts';
import type { AnyEntry, CaseDocument, ReconsiderationCase } from './case-types.ts';

export interface CollectedDocuments {
  readonly documents: readonly CaseDocument[];
  /** The entry that put each sending's service on record: clocks name it as their start. */
  readonly servedBy: ReadonlyMap<SendingId, number>;
}

/**
 * Collects them in three rounds (issued, sent, served), so that the order in which somebody recorded them,
 * or a wrong day on one of them, never loses a sending.
 */
export function collectDocuments(entries: readonly AnyEntry[]): CollectedDocuments {
  const documents = new Map<DocumentId, Omit<CaseDocument, 'sendings'> & { sendings: Sending[] }>();
  const servedBy = new Map<SendingId, number>();
  for (const e of entries) {
    if (e.type !== 'document-issued' || documents.has(e.payload.id)) continue;
    documents.set(e.payload.id, { ...e.payload, sendings: [...e.payload.sendings], seq: e.seq });
    for (const s of e.payload.sendings) if (s.servedOn !== null) servedBy.set(s.id, e.seq);
  }
  for (const e of entries) {
    if (e.type !== 'document-sent') continue;
    documents.get(e.payload.documentId)?.sendings.push(e.payload.sending);
    if (e.payload.sending.servedOn !== null) servedBy.set(e.payload.sending.id, e.seq);
  }
  for (const e of entries) {
    if (e.type !== 'document-served') continue;
    const { sendingId, method, proof } = e.payload;
    for (const document of documents.values()) {
      const at = document.sendings.findIndex((s) => s.id === sendingId);
      const sending = document.sendings[at];
      if (sending === undefined) continue;
      document.sendings[at] = {
        ...sending,
        method: method ?? sending.method,
        servedOn: e.occurredOn,
        servedProof: proof,
      };
      servedBy.set(sendingId, e.seq);
    }
  }
  return { documents: [...documents.values()], servedBy };
}

type WithDocuments = Pick<ReconsiderationCase, 'documents' | 'parties'>;

export const documentOf = (c: Pick<ReconsiderationCase, 'documents'>, id: DocumentId | null): CaseDocument | null =>
  id === null ? null : (c.documents.find((d) => d.id === id) ?? null);

/** The day a document first left for anyone; null where it is not on record. */
export function dispatchOf(c: Pick<ReconsiderationCase, 'documents'>, id: DocumentId | null): CivilDate | null {
  const document = documentOf(c, id);
  return document === null ? null : firstDispatch(document);
}

/** The sendings that count for a party: its own, and those to its agents and representatives. */
export function sendingsToParty(c: WithDocuments, document: CaseDocument, partyId: PartyId): readonly Sending[] {
  const standIns = c.parties.filter((p) => p.actsFor.includes(partyId)).map((p) => p.partyId);
  return document.sendings.filter(
    ({ addressee }) =>
      addressee.is === 'party' && (addressee.partyId === partyId || standIns.includes(addressee.partyId)),
  );
}

export const sendingsToOrgan = (document: CaseDocument, organId: OrganId): readonly Sending[] =>
  document.sendings.filter(({ addressee }) => addressee.is === 'organ' && addressee.organId === organId);

/** The first of several sendings that was served: a later copy restarts no clock. */
export function firstServed(sendings: readonly Sending[]): (Sending & { readonly servedOn: CivilDate }) | null {
  const served = sendings.filter((s): s is Sending & { readonly servedOn: CivilDate } => s.servedOn !== null);
  return served.reduce<(Sending & { readonly servedOn: CivilDate }) | null>(
    (first, s) => (first === null || s.servedOn < first.servedOn ? s : first),
    null,
  );
}

/** The earliest known dispatch of several sendings; null where none is known. */
export const firstSentOn = (sendings: readonly Sending[]): CivilDate | null =>
  sendings.flatMap((s) => (s.sentOn === null ? [] : [s.sentOn])).sort()[0] ?? null;

/** Applicants of the case who are still in it. */
export const applicantsOf = (c: Pick<ReconsiderationCase, 'parties'>) =>
  c.parties.filter((p) => p.capacity === 'applicant' && p.leftOn === null);

/** Whom a title names: the applicants still in the case; where all of them left, those it had. */
export function titleApplicants(c: Pick<ReconsiderationCase, 'parties'>): ReturnType<typeof applicantsOf> {
  const present = applicantsOf(c);
  return present.length > 0 ? present : c.parties.filter((p) => p.capacity === 'applicant');
}

/** Applicants and third parties: those who receive what the organ decides, beside the respondents. */
export const principalParties = (c: Pick<ReconsiderationCase, 'parties'>) =>
  c.parties.filter((p) => (p.capacity === 'applicant' || p.capacity === 'third-party') && p.leftOn === null);

/** The document that closed the case: decision, mediation letter, refusal, rejection, termination. */
export function closingDocument(c: ReconsiderationCase): CaseDocument | null {
  const e = c.closing === null ? undefined : c.entries.find((x) => x.seq === c.closing?.seq);
  if (e === undefined) return null;
  const { documentId } = e.payload as { documentId?: DocumentId | null };
  if (documentId !== undefined && documentId !== null) return documentOf(c, documentId);
  return c.closing?.how.is === 'mediated' && c.mediation.letter !== null
    ? documentOf(c, c.mediation.letter.payload.documentId)
    : null;
}

/**
 * A paper of a case that is over, known from the earlier register only: that no day of its sending or service is on
 * record is a gap in the register and nothing to be done today. What it moves or begins stays unknown.
 */
export const isOverByRegister = (c: Pick<ReconsiderationCase, 'closing'>, document: CaseDocument): boolean =>
  c.closing !== null && document.fromRegister === true;

export interface Service {
  /** A party or an organ of the case. */
  readonly subject: PartyId | OrganId;
  readonly is: 'party' | 'organ';
  readonly sentOn: CivilDate | null;
  readonly servedOn: CivilDate | null;
  /** The entry that put the service on record. */
  readonly seq: number | null;
}

/** Who has received a document: every applicant, third party and respondent of the case, with the day (A14). */
export function servicesOf(
  c: WithDocuments & Pick<ReconsiderationCase, 'respondents'>,
  document: CaseDocument | null,
  servedBy: ReadonlyMap<SendingId, number>,
): readonly Service[] {
  const one = (subject: PartyId | OrganId, is: Service['is'], sendings: readonly Sending[]): Service => {
    const served = firstServed(sendings);
    return {
      subject,
      is,
      sentOn: firstSentOn(sendings),
      servedOn: served?.servedOn ?? null,
      seq: served === null ? null : (servedBy.get(served.id) ?? null),
    };
  };
  return [
    ...principalParties(c).map((p) =>
      one(p.partyId, 'party', document === null ? [] : sendingsToParty(c, document, p.partyId)),
    ),
    ...c.respondents.map((r) => one(r, 'organ', document === null ? [] : sendingsToOrgan(document, r))),
  ];
}
