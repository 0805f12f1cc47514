/** Corrections name their original and say why; nothing is edited, and as-of shows what was known then. */
import { describe, expect, it } from 'vitest';
import type { InstantMs } from '../ids.ts';
import { reconsideration } from '../reconsideration/kind.ts';
import { aCase } from '../testing/builders.ts';
import { byLegalOrder, correct, inForce } from './correction.ts';
import { replay } from './replay.ts';

const same = (_t: string, _v: number, payload: unknown) => payload;

describe('corrections', () => {
  const b = () => {
    const c = aCase().received('2026-03-02').accepted('2026-03-04');
    const original = c.entries.find((e) => e.type === 'accepted');
    return { c, original, seq: original?.seq ?? 0 };
  };

  it('a replacement takes the original’s place with its new day, and keeps the old one beside it', () => {
    const { c, original, seq } = b();
    c.replaced(seq, '2026-03-05', original?.payload);
    const now = correct(c.entries, same).find((e) => e.seq === seq);
    expect(now).toMatchObject({ occurredOn: '2026-03-05', standing: { is: 'replaced', why: '录入有误' } });
    expect(now?.standing.is === 'replaced' && now.standing.was.occurredOn).toBe('2026-03-04');
    expect(correct(c.entries, same).some((e) => e.type === 'replaced')).toBe(false);
  });

  it('the last correction of an entry wins, also an annulment of a replacement', () => {
    const { c, original, seq } = b();
    c.replaced(seq, '2026-03-05', original?.payload).annulled(seq, '2026-03-09');
    expect(inForce(correct(c.entries, same)).some((e) => e.seq === seq)).toBe(false);
    expect(correct(c.entries, same).find((e) => e.seq === seq)?.standing).toMatchObject({ is: 'annulled' });
  });

  it('as known at an instant, later entries and later corrections are not there', () => {
    const { c, original, seq } = b();
    const before = c.head.lastRecordedAt ?? (0 as InstantMs);
    c.replaced(seq, '2026-03-05', original?.payload);
    expect(replay(reconsideration, c.ledger, c.law).acceptance?.on).toBe('2026-03-05');
    expect(replay(reconsideration, c.ledger, c.law, before).acceptance?.on).toBe('2026-03-04');
    expect(replay(reconsideration, c.ledger, c.law, 0 as InstantMs).received).toBeNull();
  });

  it('the legal order is the day, then the hour, then the order of writing; no hour comes first', () => {
    const at = (occurredOn: string, occurredTime: string | null, seq: number) =>
      ({ occurredOn, occurredTime, seq }) as never;
    const sorted = [
      at('2026-03-05', null, 1),
      at('2026-03-04', '15:00', 2),
      at('2026-03-04', '09:00', 3),
      at('2026-03-04', null, 5),
      at('2026-03-04', null, 4),
    ].sort(byLegalOrder);
    expect(sorted.map((e: { seq: number }) => e.seq)).toEqual([4, 5, 3, 2, 1]);
  });
});
