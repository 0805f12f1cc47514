/**
 * "What if": the case folded with entries that nobody has written. Decide, the preview of a step, the preview of a
 * correction and as-of are this one call.
 */
import { entriesWith } from '../case-view/hypothetical.ts';
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { foldCase } from './case.ts';
import type { ReconsiderationCase } from './case-types.ts';

/** The case as it would stand with these entries. */
export const foldWith = (c: ReconsiderationCase, added: readonly NewEntry[], law: LawContext): ReconsiderationCase =>
  foldCase(c.streamId, entriesWith(c, added), law);

/**
 * References that lead nowhere, as `seq:what`. A correction may leave none that was not there before:
 * no resumption without its stop, no service without its document.
 */
export function danglingReferences(entries: readonly EffectiveEntry[]): string[] {
  const documents = new Set<unknown>();
  const sendings = new Set<unknown>();
  const hearings = new Set<unknown>();
  const proposals = new Set<unknown>();
  const parties = new Set<unknown>();
  const count = new Map<string, number>();
  for (const e of entries) {
    const p = e.payload as Record<string, unknown>;
    count.set(e.type, (count.get(e.type) ?? 0) + 1);
    if (e.type === 'document-issued') {
      documents.add(p.id);
      for (const s of p.sendings as { id: string }[]) sendings.add(s.id);
    }
    if (e.type === 'document-sent') sendings.add((p.sending as { id: string }).id);
    if (e.type === 'hearing-scheduled') hearings.add(p.hearingId);
    if (e.type === 'step-proposed') proposals.add(p.proposalId);
    if (e.type === 'application-received') for (const x of p.parties as { partyId: string }[]) parties.add(x.partyId);
    if (e.type === 'party-added' || e.type === 'third-party-joined')
      parties.add((p.party as { partyId: string }).partyId);
  }
  const n = (type: string) => count.get(type) ?? 0;
  const out: string[] = [];
  for (const e of entries) {
    const p = e.payload as Record<string, unknown>;
    const check = (what: string, known: ReadonlySet<unknown>, id: unknown) => {
      if (id !== null && id !== undefined && !known.has(id)) out.push(`${e.seq}:${what}`);
    };
    const needs = (type: string) => {
      if (n(type) === 0) out.push(`${e.seq}:${type}`);
    };
    if (e.type !== 'document-issued') check('document', documents, p.documentId);
    check('sending', sendings, p.sendingId);
    if (e.type === 'hearing-held' || e.type === 'hearing-cancelled') check('hearing', hearings, p.hearingId);
    if (e.type.startsWith('step-')) check('proposal', proposals, p.proposalId);
    if (e.type === 'party-left' || e.type === 'opinion-heard' || e.type === 'person-updated') {
      check('party', parties, p.partyId);
    }
    if (e.type === 'correction-submitted' || e.type === 'correction-extended' || e.type === 'abandonment-recorded') {
      needs('correction-notified');
    }
    if (e.type === 'resumed' && n('suspended') + n('normative-review-begun') === 0) out.push(`${e.seq}:suspended`);
    if (e.type === 'mediation-signed') needs('mediation-letter-made');
    if (e.type === 'committee-advised') needs('committee-asked');
    if (e.type.startsWith('normative-') && e.type !== 'normative-review-begun') needs('normative-review-begun');
    if (e.type === 'stay-lifted') needs('stay-ordered');
  }
  if (n('application-received') === 0) out.push('0:application-received');
  return out;
}
