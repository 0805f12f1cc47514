import type { StreamId } from '@redress/domain/ids';
import { type Tally, tally } from '@redress/domain/ledger/tally-kind';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { runRebuild } from '../cli/rebuild.ts';
import { testDatabase } from '../testing/database.ts';
import { anOpenTally, onMonday, shippedLaw, tallyKinds, tallyStep } from '../testing/tally.ts';
import { registerKinds } from './kinds.ts';
import { rebuild, rebuildStale } from './rebuild.ts';
import { verify } from './verify.ts';

const db = await testDatabase();
const options = { kinds: tallyKinds, law: shippedLaw, files: null };
const differences = async (o = options) => (await verify(db.owner, o)).differences;

/** Text that COPY must write with care. */
const awkward = '引"号\\、制表\t、换行\n、{括},号';
const ids: StreamId[] = [];
for (let i = 0; i < 5; i += 1) ids.push(await anOpenTally(db.app, { title: awkward, dueOn: '2026-03-20' }));

describe('rebuilding', () => {
  test('puts every read table right, whatever was in it', async () => {
    await db.sql('truncate participant, clock');
    await db.sql(`update case_index set title = 'x', handlers = array['x']`);
    expect((await differences()).length).toBeGreaterThan(0);
    const lines: string[] = [];
    expect(await runRebuild({ db: db.owner, ...options, print: (line) => lines.push(line) })).toBe(0);
    expect(lines).toEqual(expect.arrayContaining(['stream: 5', 'case_index: 5', 'participant: 10', 'clock: 5']));
    expect(await differences()).toEqual([]);
    expect((await db.sql<{ title: string }>('select distinct title from case_index')).map((r) => r.title)).toEqual([
      awkward,
    ]);
  });

  test('beside writers loses nothing of theirs', async () => {
    const writer = async (id: StreamId) => {
      for (let version = 1; version <= 8; version += 1)
        await tallyStep(db.app, id, version, 'add', { on: onMonday, n: 1 });
    };
    const rebuilder = async () => {
      for (let n = 0; n < 4; n += 1) await rebuild(db.owner, options);
    };
    await Promise.all([...ids.map(writer), rebuilder()]);
    expect(await differences()).toEqual([]);
    expect(await db.sql('select distinct version from case_index')).toEqual([{ version: 9 }]);
  });

  test.each([
    ['an older projection', 'projection_version = 0'],
    ['another law book', `law_book_version = 'older'`],
    ['another calendar', `calendar_version = 'older'`],
  ])('at start concerns only the cases projected by %s', async (_what, change) => {
    expect((await rebuildStale(db.owner, options)).streams).toBe(0);
    await db.sql(`update case_index set ${change} where stream_id = any($1)`, [ids.slice(0, 2)]);
    expect((await rebuildStale(db.owner, options)).streams).toBe(2);
    expect(await differences()).toEqual([]);
  });
});

describe("a noun's own table", () => {
  const tallyDetail = pgTable('tally_detail', {
    streamId: text('stream_id').primaryKey(),
    sum: integer().notNull(),
  });
  const kinds = registerKinds(
    [tally],
    [
      {
        kind: 'tally',
        table: tallyDetail,
        rows: (state) => [{ streamId: (state as Tally).streamId, sum: (state as Tally).sum }],
      },
    ],
  );

  test('is written, verified and rebuilt as the shared ones are', async () => {
    await db.owner.pool.query('create table tally_detail (stream_id text primary key, sum integer not null)');
    await db.owner.pool.query('grant all on tally_detail to public');
    const own = { ...options, kinds };
    expect((await differences(own)).length).toBe(5);
    await rebuild(db.owner, own);
    expect(await differences(own)).toEqual([]);
    const [id] = ids as [StreamId];
    const sums = () => db.sql('select sum from tally_detail where stream_id = $1', [id]);
    expect(await sums()).toEqual([{ sum: 8 }]);
    await tallyStep(db.app, id, 9, 'add', { on: onMonday, n: 30 }, { kinds });
    expect(await sums()).toEqual([{ sum: 38 }]);
    await db.sql('update tally_detail set sum = 0 where stream_id = $1', [id]);
    expect(await differences(own)).toEqual([{ streamId: id, what: 'tally_detail', detail: 'differs in sum' }]);
  });
});
