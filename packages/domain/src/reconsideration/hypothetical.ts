/**
 * "What if": the case folded with entries that nobody has written. Decide, the preview of a step, the preview of a
 * correction and as-of are this one call.
 */
import type { Contradiction } from '../errors.ts';
import type { AccountId, CommandId, InstantMs, OrganId, PostId } from '../ids.ts';
import { type Annulled, type EffectiveEntry, isCorrection, type Replaced } from '../ledger/correction.ts';
import { genesisHash, type NewEntry } from '../ledger/envelope.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { foldCase } from './case.ts';
import type { ReconsiderationCase } from './case-types.ts';

/** The entries in force once these were added: corrections change those they name, the others join them. */
export function entriesWith(c: ReconsiderationCase, added: readonly NewEntry[]): EffectiveEntry[] {
  const last = c.entries.reduce((seq, e) => Math.max(seq, e.seq), c.version);
  const some = c.entries.at(-1);
  let entries = [...c.entries];
  added.forEach((entry, i) => {
    if (isCorrection(entry.type)) {
      const { seq } = entry.payload as Annulled | Replaced;
      entries = entries.flatMap((e) => (e.seq === seq ? corrected(e, entry, last + 1 + i) : [e]));
      return;
    }
    entries.push({
      ...entry,
      streamId: c.streamId,
      seq: last + 1 + i,
      recordedAt: some?.recordedAt ?? (0 as InstantMs),
      recordedBy: some?.recordedBy ?? { account: '-' as AccountId, organ: '-' as OrganId, post: '-' as PostId },
      commandId: 'hypothetical' as CommandId,
      prevHash: genesisHash,
      hash: genesisHash,
      standing: { is: 'original' },
    });
  });
  return entries;
}

function corrected(e: EffectiveEntry, by: NewEntry, bySeq: number): EffectiveEntry[] {
  if (by.type === 'annulled') return [];
  const { payload, occurredOn, occurredTime, why } = by.payload as Replaced;
  const was = e.standing.is === 'replaced' ? e.standing.was : e;
  return [{ ...e, payload, occurredOn, occurredTime, standing: { is: 'replaced', bySeq, was, why } }];
}

/** The case as it would stand with these entries. */
export const foldWith = (c: ReconsiderationCase, added: readonly NewEntry[], law: LawContext): ReconsiderationCase =>
  foldCase(c.streamId, entriesWith(c, added), law);

/** What contradicts after and did not before, an entry's old contradiction with other parameters left out. */
export function newContradictions(before: ReconsiderationCase, after: ReconsiderationCase): Contradiction[] {
  const keys = new Map<string, number>();
  const keyOf = (x: Contradiction) => `${x.code}|${x.seq}`;
  for (const x of before.contradictions) keys.set(keyOf(x), (keys.get(keyOf(x)) ?? 0) + 1);
  return after.contradictions.filter((x) => {
    const left = keys.get(keyOf(x)) ?? 0;
    keys.set(keyOf(x), left - 1);
    return left <= 0;
  });
}

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
