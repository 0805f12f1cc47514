/** "What if": the entries of a ledger together with some that nobody has written, and what they newly contradict. */
import type { Contradiction } from '../errors.ts';
import type { AccountId, CommandId, InstantMs, OrganId, PostId, StreamId } from '../ids.ts';
import { type Annulled, type EffectiveEntry, isCorrection, type Replaced } from '../ledger/correction.ts';
import { genesisHash, type NewEntry } from '../ledger/envelope.ts';

/** What of a folded case is needed to fold it again. */
export interface Folded {
  readonly streamId: StreamId;
  readonly version: number;
  /** Entries in force, in legal order. */
  readonly entries: readonly EffectiveEntry[];
}

/** The entries in force once these were added: corrections change those they name, the others join them. */
export function entriesWith(c: Folded, added: readonly NewEntry[]): EffectiveEntry[] {
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

interface Contradicted {
  readonly contradictions: readonly Contradiction[];
}

/** What contradicts after and did not before, an entry's old contradiction with other parameters left out. */
export function newContradictions(before: Contradicted, after: Contradicted): Contradiction[] {
  const keys = new Map<string, number>();
  const keyOf = (x: Contradiction) => `${x.code}|${x.seq}`;
  for (const x of before.contradictions) keys.set(keyOf(x), (keys.get(keyOf(x)) ?? 0) + 1);
  return after.contradictions.filter((x) => {
    const left = keys.get(keyOf(x)) ?? 0;
    keys.set(keyOf(x), left - 1);
    return left <= 0;
  });
}
