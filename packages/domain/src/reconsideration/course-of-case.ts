/**
 * 办案经过: what began, stopped or moved a limit of a case, as a case that is split off takes it over. Its limits are then
 * those of the case it came from: no day that one of them had is lost, and none is won.
 */
import type { DocumentId, PartyId, SendingId } from '../ids.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { AnyEntry, CaseDocument, ReconsiderationCase } from './case-types.ts';
import type { Party, ReconsiderationEntryType, ReconsiderationPayload } from './entries.ts';

/** Whether two cases have the same acceptance, and every limit of the case itself with the same end. */
export function haveSameLimits(a: ReconsiderationCase, b: ReconsiderationCase): boolean {
  const limits = (c: ReconsiderationCase) =>
    c.clocks
      .filter((k) => k.subject === 'case')
      .map((k) => [k.ruleId, k.computation.due, k.end.is, k.end.is === 'open' ? '' : k.end.on].join(' '))
      .sort()
      .join('|');
  return a.acceptance?.on === b.acceptance?.on && limits(a) === limits(b);
}

/** Entries on which a limit of an open case rests, or the lawfulness of what was done in it; and who stands aside. */
const taken = [
  'recused',
  'conflict-cleared',
  'law-pinned',
  'special-limit-set',
  'correction-notified',
  'correction-extended',
  'correction-submitted',
  'accepted',
  'acceptance-ordered',
  'copy-issued',
  'reply-filed',
  'procedure-changed',
  'suspended',
  'resumed',
  'resumption-ordered',
  'span-excluded',
  'normative-review-begun',
  'normative-maker-asked',
  'normative-maker-replied',
  'normative-review-referred',
  'normative-review-concluded',
  'extended',
] as const satisfies readonly ReconsiderationEntryType[];
type Taken = (typeof taken)[number];
type TakenEntry = Extract<AnyEntry, { readonly type: Taken }>;

const isTaken = (e: AnyEntry): e is TakenEntry => (taken as readonly string[]).includes(e.type);

/** An entry of the new case, its payload known by its type. */
export type CourseEntry = {
  [T in ReconsiderationEntryType]: Pick<
    NewEntry,
    'occurredOn' | 'occurredTime' | 'doneBy' | 'documentIds' | 'irregular'
  > & { readonly type: T; readonly payload: ReconsiderationPayload<T> };
}[ReconsiderationEntryType];

/**
 * The course of a case for the parties who leave it, in its order. `before`: how many entries the new case has already,
 * for an entry that names another one names it by its place. Documents get ids of their own with the sendings that
 * concern those who leave; files, and the words of a reply, stay in the case they were filed in, to which a link leads.
 */
export function courseOf(
  c: ReconsiderationCase,
  parties: readonly Pick<Party, 'partyId'>[],
  before: number,
  newId: () => string,
): readonly CourseEntry[] {
  const leaving = new Set<PartyId>(parties.map((p) => p.partyId));
  const out: CourseEntry[] = [];
  const seqs = new Map<number, number>();
  const documents = new Map<DocumentId, DocumentId>();

  const copyOf = ({ seq: _seq, ...issued }: CaseDocument): ReconsiderationPayload<'document-issued'> => ({
    ...issued,
    id: newId() as DocumentId,
    fileIds: [],
    sendings: issued.sendings
      .filter(({ addressee }) => addressee.is === 'organ' || leaving.has(addressee.partyId))
      .map((s) => ({ ...s, id: newId() as SendingId })),
  });
  const withDocument = (id: DocumentId): DocumentId => {
    const known = documents.get(id);
    if (known !== undefined) return known;
    const document = c.documents.find((d) => d.id === id);
    if (document === undefined) return id;
    const payload = copyOf(document);
    documents.set(id, payload.id);
    out.push({
      type: 'document-issued',
      occurredOn: document.madeOn,
      occurredTime: null,
      doneBy: null,
      documentIds: [payload.id],
      irregular: null,
      payload,
    });
    return payload.id;
  };

  for (const e of c.entries as unknown as readonly AnyEntry[]) {
    if (!isTaken(e)) continue;
    const { type, occurredOn, occurredTime, doneBy, irregular } = e;
    const payload: Record<string, unknown> = { ...e.payload };
    const documentIds: DocumentId[] = [];
    if (typeof payload.documentId === 'string') {
      const id = withDocument(payload.documentId as DocumentId);
      payload.documentId = id;
      documentIds.push(id);
    }
    if (Array.isArray(payload.fileIds)) payload.fileIds = [];
    if (type === 'reply-filed') payload.opinion = null;
    if (type === 'resumed' && payload.ofSeq !== undefined) {
      const ofSeq = seqs.get(payload.ofSeq as number);
      if (ofSeq === undefined) delete payload.ofSeq;
      else payload.ofSeq = ofSeq;
    }
    out.push({ type, occurredOn, occurredTime, doneBy, documentIds, irregular, payload } as unknown as CourseEntry);
    seqs.set(e.seq, before + out.length);
  }
  return out;
}
