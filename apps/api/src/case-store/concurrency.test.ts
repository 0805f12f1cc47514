import { RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import { afterAll, describe, expect, test } from 'vitest';
import type { Database } from '../db/database.ts';
import { openDatabases } from '../postgres/databases.ts';
import { testDatabase } from '../testing/database.ts';
import { anOpenTally, onMonday, shippedLaw, tallyKinds, tallyStep } from '../testing/tally.ts';
import { loadLedger } from './ledgers.ts';
import { verify } from './verify.ts';

const db = await testDatabase();
// A second application on the same database, with connections of its own.
const second = await openDatabases({ databaseUrl: db.url });
afterAll(() => second.close());
const applications = [db.app, second.app];

/** Adds `n` as a person would: on a conflict, looks at the fresh case and tries again. */
async function addPatiently(app: Database, id: StreamId, n: number): Promise<void> {
  for (;;) {
    const version = (await loadLedger(app.pool, id))?.entries.length ?? 0;
    try {
      await tallyStep(app, id, version, 'add', { on: onMonday, n });
      return;
    } catch (error) {
      const mayRetry = error instanceof RedressError && ['stale-version', 'busy'].includes(error.failure.code);
      if (!mayRetry) throw error;
    }
  }
}

const additionsOf = async (id: StreamId) =>
  ((await loadLedger(db.app.pool, id))?.entries ?? [])
    .filter((entry) => entry.type === 'added')
    .map((entry) => (entry.payload as { n: number }).n);

const ascending = (a: number, b: number) => a - b;
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('two applications with fifty writers each', () => {
  test('on one case: no entry is lost or doubled', async () => {
    const id = await anOpenTally(db.app);
    const writers = applications.flatMap((app, a) => oneTo(50).map((n) => addPatiently(app, id, a * 50 + n)));
    await Promise.all(writers);
    expect((await additionsOf(id)).sort(ascending)).toEqual(oneTo(100));
    // A hundred people who all want the same case look at it some five thousand times.
  }, 120_000);

  test('on fifty cases: no entry is lost or doubled', async () => {
    const ids = await Promise.all(oneTo(50).map(() => anOpenTally(db.app)));
    const writers = applications.flatMap((app, a) => ids.map((id) => addPatiently(app, id, a + 1)));
    await Promise.all(writers);
    for (const id of ids) expect((await additionsOf(id)).sort(ascending)).toEqual([1, 2]);
  });

  test('each case has its own number, and none is skipped', async () => {
    const rows = await db.sql<{ number: string }>('select case_number as number from case_index');
    const numbers = rows.map(({ number }) => Number(/〕(\d+)号/.exec(number)?.[1]));
    expect(numbers.sort(ascending)).toEqual(oneTo(51));
  });

  test('leave everything in agreement', async () => {
    const { counts, differences } = await verify(db.owner, { kinds: tallyKinds, law: shippedLaw, files: null });
    expect(differences).toEqual([]);
    expect(counts).toMatchObject({ stream: 51, entry: 51 + 100 + 100 });
  });
});
