import type { InstantMs } from '@redress/domain/ids';
import { describe, expect, test } from 'vitest';
import { runSeal } from '../cli/seal.ts';
import { testDatabase } from '../testing/database.ts';
import { anOpenTally, monday, onMonday, shippedLaw, tallyKinds, tallyStep } from '../testing/tally.ts';
import { lastSeal, sealNow } from './seal.ts';
import { verify } from './verify.ts';

const db = await testDatabase();
const DAY_MS = 86_400_000;
const at = (days: number) => () => (monday + days * DAY_MS) as InstantMs;
const seals = () =>
  db.sql<{ number: number; on: string; occasion: string; streams: number; heads: number }>(
    `select number, sealed_on::text as on, occasion, stream_count as streams,
            (select count(*)::int from seal_head h where h.seal_number = s.number) as heads from seal s order by number`,
  );
const differences = async () =>
  (await verify(db.owner, { kinds: tallyKinds, law: shippedLaw, files: null })).differences;

describe('seals', () => {
  test('an empty ledger has none', async () => {
    expect(await sealNow(db.app.pool, { at: monday, occasion: 'manual' })).toBeNull();
    expect(await lastSeal(db.app.pool)).toBeNull();
  });

  test('the first write of each day seals all that was written before it, and later ones do not', async () => {
    const first = await anOpenTally(db.app, {}, { clock: at(0) });
    await anOpenTally(db.app, {}, { clock: at(1) });
    await anOpenTally(db.app, {}, { clock: at(1) });
    await tallyStep(db.app, first, 1, 'add', { on: onMonday, n: 1 }, { clock: at(2) });
    await tallyStep(db.app, first, 2, 'add', { on: onMonday, n: 1 }, { clock: at(3) });
    expect(await seals()).toEqual([
      { number: 1, on: '2026-03-03', occasion: 'daily', streams: 1, heads: 1 },
      { number: 2, on: '2026-03-04', occasion: 'daily', streams: 3, heads: 2 },
      // Only what had moved since the seal before is written down again.
      { number: 3, on: '2026-03-05', occasion: 'daily', streams: 3, heads: 1 },
    ]);
    expect(await differences()).toEqual([]);
  });

  test('a day begins at midnight in Shanghai, and a clock set back makes no seal of an earlier day', async () => {
    const beforeMidnight = Date.UTC(2026, 2, 5, 15, 59) as InstantMs;
    const midnight = Date.UTC(2026, 2, 5, 16, 0) as InstantMs;
    await anOpenTally(db.app, {}, { clock: () => beforeMidnight });
    expect(await seals()).toHaveLength(3);
    await anOpenTally(db.app, {}, { clock: () => midnight });
    await anOpenTally(db.app, {}, { clock: at(0) });
    expect((await seals()).map((seal) => seal.on)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']);
  });

  test('made by many at once follow each other without a gap', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () =>
        sealNow(db.app.pool, { at: (monday + 9 * DAY_MS) as InstantMs, occasion: 'backup' }),
      ),
    );
    expect((await seals()).map((seal) => seal.number)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(await differences()).toEqual([]);
  });

  test('redress seal prints the hash, to be kept elsewhere', async () => {
    const lines: string[] = [];
    await runSeal({ db: db.owner, clock: at(10), print: (line) => lines.push(line) });
    expect(lines).toEqual([`seal 13: 6 streams, ${(await lastSeal(db.app.pool))?.hash}`]);
  });
});
