/**
 * Ledgers as released versions wrote them, frozen: whatever changes, they are read as they were. Where an entry gets a
 * new version, `upcast` lifts the old one; a fixture is never written anew, a new version adds one of its own.
 */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../ledger/envelope.ts';
import type { Fact } from '../ledger/projection.ts';
import { projectLedger, replay } from '../ledger/replay.ts';
import { shippedLaw } from '../testing/builders.ts';
import { type LitigationEntryType, litigationEntries } from './entries.ts';
import { factsOf } from './facts.ts';
import released1 from './fixtures/released-1.json' with { type: 'json' };
import { litigation } from './kind.ts';

interface FrozenCase {
  readonly name: string;
  readonly entries: readonly Envelope[];
  readonly facts: readonly Fact[];
}
const releases: readonly { readonly release: number; readonly cases: readonly FrozenCase[] }[] = [
  { release: 1, cases: released1.cases as unknown as readonly FrozenCase[] },
];
const frozen = releases.flatMap(({ release, cases }) => cases.map((c) => [release, c.name, c] as const));
/** Facts that a release knew to tell; what later programs tell of the same ledger beside them is compared with nothing. */
const toldBy = new Map(
  releases.map(({ release, cases }) => [release, new Set(cases.flatMap((c) => c.facts.map((f) => f.name)))]),
);
const law = shippedLaw();
const ledgerOf = ({ entries }: FrozenCase) => {
  const [first] = entries;
  if (first === undefined) throw new Error('an empty fixture');
  return { streamId: first.streamId, kind: litigation.kind, entries };
};

describe.each(frozen)('release %i: %s', (release, _name, one) => {
  it('says what it said', () => {
    const told = factsOf(replay(litigation, ledgerOf(one), law)).filter((f) => toldBy.get(release)?.has(f.name));
    expect(told).toEqual(one.facts);
  });

  it('has a place in the read tables', () => {
    expect(projectLedger(litigation, ledgerOf(one), law)?.caseIndex.version).toBe(one.entries.length);
  });

  it('holds what its entries may hold today, once lifted', () => {
    for (const e of one.entries) {
      const lifted = litigation.upcast(e.type, e.typeVersion, e.payload);
      const checked = litigationEntries[e.type as LitigationEntryType].safeParse(lifted);
      expect(checked.success, `${e.seq} ${e.type}`).toBe(true);
    }
  });
});

describe('the frozen ledgers', () => {
  it('hold every type of entry, save the erasure of personal data', () => {
    const types = new Set(frozen.flatMap(([, , c]) => c.entries.map((e) => e.type)));
    expect([...types, 'personal-data-erased'].sort()).toEqual(Object.keys(litigationEntries).sort());
  });
});
