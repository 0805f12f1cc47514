import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { anOpenTally, monday } from '../testing/tally.ts';
import { sealNow } from './seal.ts';

const db = await testDatabase();
await anOpenTally(db.app);
await sealNow(db.app.pool, { at: monday, occasion: 'manual' });

const proof = ['entry', 'seal', 'seal_head'];
/** Each would change or remove the whole table, if it were let. */
const changes = proof.flatMap((table) => [
  [table, `update ${table} set ${table === 'seal_head' ? 'head_hash' : 'hash'} = 'x'`],
  [table, `update ${table} set ${table === 'seal_head' ? 'head_hash' : 'hash'} = 'x' where false`],
  [table, `delete from ${table}`],
  [table, `truncate ${table}`],
]);

describe('entries and seals are only ever added', () => {
  test.each(changes)('the owner is refused by the trigger: %s: %s', async (table, change) => {
    const before = await db.sql(`select * from ${table} order by 1, 2`);
    expect(before.length).toBeGreaterThan(0);
    await expect(db.sql(change)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('append-only'),
    });
    expect(await db.sql(`select * from ${table} order by 1, 2`)).toEqual(before);
  });

  test.each(changes)('the application has no right to: %s: %s', async (_table, change) => {
    await expect(db.app.pool.query(change)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('permission denied'),
    });
  });

  test.each(['stream', 'command', 'person_record', 'narrative', 'number_counter'])(
    'the application cannot delete from %s',
    async (table) => {
      await expect(db.app.pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('the application owns no table and may not switch a trigger off', async () => {
    const owned = await db.app.pool.query('select from pg_tables where tableowner = current_user');
    expect(owned.rowCount).toBe(0);
    for (const change of [
      'alter table entry disable trigger user',
      'drop table entry',
      'drop trigger entry_append_only on entry',
    ]) {
      await expect(db.app.pool.query(change)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
