import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { anOpenTally, onMonday, tallyStep } from '../testing/tally.ts';
import { loadEntries } from './ledgers.ts';

const db = await testDatabase();

describe('a step', () => {
  test('is appended and projected', async () => {
    const id = await anOpenTally(db.app);
    const { version } = await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 3 });
    expect(version).toBe(2);
    expect((await loadEntries(db.app.pool, [id])).get(id)).toHaveLength(2);
  });
});
