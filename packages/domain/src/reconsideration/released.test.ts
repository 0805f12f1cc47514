/**
 * Ledgers as released versions wrote them, frozen: whatever changes, they are read as they were. Where an entry gets a
 * new version, `upcast` lifts the old one; a fixture is never written anew, a new version adds one of its own.
 */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../ledger/envelope.ts';
import type { Fact } from '../ledger/projection.ts';
import { projectLedger, replay } from '../ledger/replay.ts';
import { shippedLaw } from '../testing/builders.ts';
import { type ReconsiderationEntryType, reconsiderationEntries } from './entries.ts';
import { factsOf } from './facts.ts';
import released1 from './fixtures/released-1.json' with { type: 'json' };
import released2 from './fixtures/released-2.json' with { type: 'json' };
import { reconsideration } from './kind.ts';

interface FrozenCase {
  readonly name: string;
  readonly entries: readonly Envelope[];
  readonly facts: readonly Fact[];
}
const releases: readonly { readonly release: number; readonly cases: readonly FrozenCase[] }[] = [
  { release: 1, cases: released1.cases as unknown as readonly FrozenCase[] },
  { release: 2, cases: released2.cases as unknown as readonly FrozenCase[] },
];
const frozen = releases.flatMap(({ release, cases }) => cases.map((c) => [release, c.name, c] as const));
/** Facts that a release knew to tell; what later programs tell of the same ledger beside them is compared with nothing. */
const toldBy = new Map(
  releases.map(({ release, cases }) => [release, new Set(cases.flatMap((c) => c.facts.map((f) => f.name)))]),
);
const law = shippedLaw();
const factsNow = (release: number, c: FrozenCase) =>
  factsOf(replay(reconsideration, ledgerOf(c), law)).filter((f) => toldBy.get(release)?.has(f.name));
const ledgerOf = ({ entries }: FrozenCase) => {
  const [first] = entries;
  if (first === undefined) throw new Error('an empty fixture');
  return { streamId: first.streamId, kind: reconsideration.kind, entries };
};

describe.each(frozen)('release %i: %s', (release, _name, one) => {
  it('says what it said', () => {
    expect(factsNow(release, one)).toEqual(one.facts);
  });

  it('has a place in the read tables', () => {
    const rows = projectLedger(reconsideration, ledgerOf(one), law);
    expect(rows?.caseIndex.version).toBe(one.entries.length);
  });

  it('holds what its entries may hold today, once lifted', () => {
    for (const e of one.entries) {
      const lifted = reconsideration.upcast(e.type, e.typeVersion, e.payload);
      const checked = reconsiderationEntries[e.type as ReconsiderationEntryType].safeParse(lifted);
      expect(checked.success, `${e.seq} ${e.type}`).toBe(true);
    }
  });
});

describe('the frozen ledgers', () => {
  it('hold every type of entry, save the erasure of personal data', () => {
    const types = new Set(frozen.flatMap(([, , c]) => c.entries.map((e) => e.type)));
    expect([...types, 'personal-data-erased'].sort()).toEqual(Object.keys(reconsiderationEntries).sort());
  });

  it('read the same where a field that came later is missing', () => {
    const later: readonly (readonly [ReconsiderationEntryType, string])[] = [
      ['mediation-letter-made', 'performBy'],
      ['procedure-changed', 'allPartiesAgree'],
    ];
    for (const [type, field] of later) {
      const holding = frozen.filter(([, , c]) =>
        c.entries.some((e) => e.type === type && field in (e.payload as object)),
      );
      expect(holding.length, type).toBeGreaterThan(0);
      for (const [release, , c] of holding) {
        const entries = c.entries.map((e) => {
          if (e.type !== type) return e;
          const { [field]: _gone, ...rest } = e.payload as Record<string, unknown>;
          return { ...e, payload: rest };
        });
        expect(factsNow(release, { ...c, entries }), c.name).toEqual(c.facts);
      }
    }
  });
});
