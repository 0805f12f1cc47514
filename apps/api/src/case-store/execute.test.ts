import { RedressError } from '@redress/domain/errors';
import type { InstantMs } from '@redress/domain/ids';
import type { Envelope } from '@redress/domain/ledger/envelope';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import {
  anActor,
  anOpenTally,
  monday,
  newCommandId,
  newStreamId,
  onMonday,
  otherOrgan,
  shippedLaw,
  tallyKinds,
  tallyStep,
} from '../testing/tally.ts';
import { executeStep } from './execute.ts';
import { loadLedger } from './ledgers.ts';
import { lockKeyOf } from './transaction.ts';
import { verify } from './verify.ts';

const db = await testDatabase();

const failureOf = async (step: Promise<unknown>) => {
  const error = await step.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof RedressError)) throw error ?? new Error('the step went through');
  return error.failure;
};

/** Everything the store holds, so that "nothing changed" can be said of all of it. */
const contents = async () =>
  db.sql(`select (select coalesce(json_agg(e order by stream_id, seq), '[]') from entry e) as entry,
    (select json_agg(s order by id) from stream s) as stream, (select json_agg(n) from number_counter n) as numbers,
    (select json_agg(c order by id) from command c) as command, (select json_agg(p order by id) from person_record p) as persons,
    (select json_agg(i order by stream_id) from case_index i) as index`);

const additionsOf = async (id: Parameters<typeof loadLedger>[1]) =>
  (await loadLedger(db.app.pool, id))?.entries
    .filter((entry) => entry.type === 'added')
    .map((entry) => (entry.payload as { n: number }).n);

const readIndex = async (id: string) =>
  (
    await db.sql<{ version: number; number: string; title: string }>(
      'select version, case_number as number, title from case_index where stream_id = $1',
      [id],
    )
  )[0];

describe('a step', () => {
  test('is appended to its chain and shown by the read tables', async () => {
    const id = await anOpenTally(db.app, { title: '甲' });
    const answer = await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 3 });
    expect(answer.version).toBe(2);
    expect(answer.entries.map((entry) => [entry.seq, entry.type])).toEqual([[2, 'added']]);
    expect(answer.ledger.entries).toEqual((await loadLedger(db.app.pool, id))?.entries);
    expect(answer.ledger.entries[1]?.prevHash).toBe(answer.ledger.entries[0]?.hash);
    expect(await readIndex(id)).toMatchObject({ version: 2, title: '甲' });
  });

  test('that is refused changes nothing and takes no number', async () => {
    const id = await anOpenTally(db.app);
    const before = await contents();
    expect(await failureOf(tallyStep(db.app, id, 1, 'open', {} as never))).toMatchObject({ code: 'invalid-input' });
    const again = { on: onMonday, title: '又', organId: otherOrgan, respondentId: null, dueOn: null };
    expect(await failureOf(tallyStep(db.app, id, 1, 'open', again))).toMatchObject({
      code: 'step-refused',
      reason: { code: 'already-open' },
    });
    expect(await contents()).toEqual(before);
  });

  test('with text the database cannot keep is answered with the field', async () => {
    const id = await anOpenTally(db.app);
    const before = await contents();
    for (const text of ['a\0b', '\ud800']) {
      const failure = await failureOf(
        tallyStep(db.app, id, 1, 'note-person', { on: onMonday, partyId: 'p1', person: { name: text }, text: '正文' }),
      );
      expect(failure).toMatchObject({ code: 'invalid-input', fields: [{ field: 'person.name', rule: 'unprintable' }] });
    }
    expect(await contents()).toEqual(before);
  });

  test('takes the next number of its organ, and two organs count apart', async () => {
    const actor = anActor('a-counter', 'o-counting' as never);
    const numbers: (string | undefined)[] = [];
    for (const organId of ['o-counting', 'o-counting', 'o-counting-too']) {
      const id = await anOpenTally(db.app, { organId }, { actor });
      numbers.push((await readIndex(id))?.number);
    }
    expect(numbers).toEqual(['计〔2026〕1号', '计〔2026〕2号', '计〔2026〕1号']);
  });

  test('is recorded no earlier than the one before it, although the clock was set back', async () => {
    const id = await anOpenTally(db.app);
    const earlier = (monday - 60_000) as InstantMs;
    const { entries } = await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 }, { clock: () => earlier });
    expect(entries[0]?.recordedAt).toBe(monday);
  });

  test('over two ledgers is appended to both or to none', async () => {
    const [to, from] = [await anOpenTally(db.app), await anOpenTally(db.app)];
    const streams = (fromVersion: number) =>
      [
        { id: to, kind: 'tally', expectedVersion: 1 },
        { id: from, kind: 'tally', expectedVersion: fromVersion },
      ] as const;
    const move = { on: onMonday, n: 5, from };
    expect(await failureOf(tallyStep(db.app, to, 1, 'move', move, { streams: streams(7) }))).toMatchObject({
      code: 'stale-version',
    });
    expect([await additionsOf(to), await additionsOf(from)]).toEqual([[], []]);
    await tallyStep(db.app, to, 1, 'move', move, { streams: streams(1) });
    expect([await additionsOf(to), await additionsOf(from)]).toEqual([[5], [-5]]);
  });

  test('that was annulled still raises the version to expect', async () => {
    const id = await anOpenTally(db.app);
    await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 3 });
    await tallyStep(db.app, id, 2, 'annul', { on: onMonday, annulled: { seq: 2, why: '误录' } });
    expect((await readIndex(id))?.version).toBe(3);
    await tallyStep(db.app, id, 3, 'add', { on: onMonday, n: 4 });
    expect((await readIndex(id))?.version).toBe(4);
  });
});

describe('a command', () => {
  test('sent again acts once and gets its first answer, whatever happened since', async () => {
    const id = await anOpenTally(db.app);
    const commandId = newCommandId();
    const once = () => tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 2 }, { commandId });
    const first = await once();
    await tallyStep(db.app, id, 2, 'add', { on: onMonday, n: 9 });
    const second = await once();
    expect([second.version, second.entries]).toEqual([first.version, first.entries]);
    expect(second.ledger.entries).toHaveLength(3);
    expect(await additionsOf(id)).toEqual([2, 9]);
  });

  test('sent twenty times at once acts once', async () => {
    const id = newStreamId();
    const commandId = newCommandId();
    const input = { on: onMonday, title: '同时', organId: 'o-yunling', respondentId: null, dueOn: null };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tallyStep(db.app, id, null, 'open', input, { commandId })),
    );
    expect(new Set(answers.map((answer) => answer.entries[0]?.hash)).size).toBe(1);
    expect((await loadLedger(db.app.pool, id))?.entries).toHaveLength(1);
  });

  test('with another body, or from another account, is refused as reused', async () => {
    const id = await anOpenTally(db.app);
    const commandId = newCommandId();
    await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 2 }, { commandId });
    const before = await contents();
    const others = [
      () => tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 3 }, { commandId }),
      () => tallyStep(db.app, id, 2, 'add', { on: onMonday, n: 2 }, { commandId }),
      () => tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 2 }, { commandId, actor: anActor('a-other') }),
      () => tallyStep(db.app, id, 1, 'close', { on: onMonday }, { commandId }),
    ];
    for (const other of others) expect(await failureOf(other())).toEqual({ code: 'command-reused' });
    expect(await contents()).toEqual(before);
  });
});

describe('the version a person saw', () => {
  test('must be the current one: who comes second is told so, and nothing is lost', async () => {
    const id = await anOpenTally(db.app);
    await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 });
    expect(await failureOf(tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 2 }))).toEqual({ code: 'stale-version' });
    expect(await failureOf(tallyStep(db.app, id, 3, 'add', { on: onMonday, n: 2 }))).toEqual({ code: 'stale-version' });
    expect(await additionsOf(id)).toEqual([1]);
  });

  test('is none for a new ledger: a taken id is refused, an unknown one not found', async () => {
    const id = await anOpenTally(db.app);
    const input = { on: onMonday, title: '二', organId: 'o-yunling', respondentId: null, dueOn: null };
    expect(await failureOf(tallyStep(db.app, id, null, 'open', input))).toEqual({ code: 'already-exists' });
    expect(await failureOf(tallyStep(db.app, newStreamId(), 1, 'add', { on: onMonday, n: 1 }))).toEqual({
      code: 'not-found',
    });
  });

  test("of another organ's case does not matter: the case answers like an unknown one", async () => {
    const id = await anOpenTally(db.app);
    const stranger = anActor('a-stranger', otherOrgan);
    for (const version of [1, 2]) {
      const step = tallyStep(db.app, id, version, 'add', { on: onMonday, n: 1 }, { actor: stranger });
      expect(await failureOf(step)).toEqual({ code: 'not-found' });
    }
    const shared = await anOpenTally(db.app, { respondentId: otherOrgan });
    await tallyStep(db.app, shared, 1, 'add', { on: onMonday, n: 1 }, { actor: stranger });
    expect(await additionsOf(shared)).toEqual([1]);
  });
});

describe("people's data", () => {
  const note = { on: onMonday, partyId: 'p1', person: { name: '王伟', idNumber: '000000' }, text: '请求撤销' };

  test('lie beside the ledger, which holds only their salted hash', async () => {
    const id = await anOpenTally(db.app);
    const { ledger } = await tallyStep(db.app, id, 1, 'note-person', note);
    expect(JSON.stringify(ledger)).not.toContain('王伟');
    expect(JSON.stringify(ledger)).not.toContain('请求撤销');
    const kept = await db.sql('select content from person_record where stream_id = $1', [id]);
    expect(kept).toMatchObject([{ content: { name: '王伟', idNumber: '000000' } }]);
  });

  test('once erased are gone with their salt and from search, and the ledger still verifies', async () => {
    const id = await anOpenTally(db.app);
    const commandId = newCommandId();
    const { entries } = await tallyStep(db.app, id, 1, 'note-person', note, { commandId });
    const { person, text } = (entries[0] as Envelope).payload as {
      person: { personRecordId: string };
      text: { narrativeId: string };
    };
    const erased = { personRecordIds: [person.personRecordId], narrativeIds: [text.narrativeId], ground: '依申请删除' };
    expect(await db.sql(`select from party_name where stream_id = $1 and capacity = 'applicant'`, [id])).toHaveLength(
      1,
    );
    await tallyStep(db.app, id, 2, 'erase', { on: onMonday, erased });
    for (const table of ['person_record', 'narrative']) {
      expect(await db.sql(`select salt, content from ${table} where stream_id = $1`, [id])).toEqual([
        { salt: null, content: null },
      ]);
    }
    expect(await db.sql(`select from party_name where stream_id = $1 and capacity = 'applicant'`, [id])).toHaveLength(
      0,
    );
    expect(await db.sql('select salt, body_hash from command where id = $1', [commandId])).toEqual([
      { salt: null, body_hash: null },
    ]);
    expect((await verify(db.owner, { kinds: tallyKinds, law: shippedLaw, files: null })).differences).toEqual([]);
  });
});

describe('a lock that is not got in time', () => {
  const holding = async (id: string, use: () => Promise<void>) => {
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    await client.query(`begin; set local application_name = 'redress write a-slow'`);
    await client.query('select pg_advisory_xact_lock($1::bigint)', [lockKeyOf(id)]);
    try {
      await use();
    } finally {
      await client.end();
    }
  };

  test('answers busy, says who is writing, and changes nothing', async () => {
    const id = await anOpenTally(db.app);
    const before = await contents();
    await holding(id, async () => {
      const step = tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 }, { lockTimeout: 100 });
      expect(await failureOf(step)).toEqual({
        code: 'busy',
        reason: { code: 'being-written', article: null, params: { account: 'a-slow' } },
      });
    });
    expect(await contents()).toEqual(before);
    await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 });
  });

  test('of one case keeps no other case waiting', async () => {
    const [held, free] = [await anOpenTally(db.app), await anOpenTally(db.app)];
    await holding(held, async () => {
      await tallyStep(db.app, free, 1, 'add', { on: onMonday, n: 1 }, { lockTimeout: 100 });
    });
    expect(await additionsOf(free)).toEqual([1]);
  });
});

describe('a database that goes away', () => {
  test('in the middle of a step is said so, leaves nothing half written, and the same command then acts once', async () => {
    const id = await anOpenTally(db.app);
    const before = await contents();
    const commandId = newCommandId();
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    // The step appends its entry and then waits here for its read rows.
    await client.query('begin; lock table case_fact in access exclusive mode');
    const step = failureOf(tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 }, { commandId }));
    // Asked on another connection: within a transaction the list of connections stands still.
    let ended = 0;
    while (ended === 0) {
      const rows = await db.sql(
        `select pg_terminate_backend(a.pid) from pg_stat_activity a
          where a.datname = current_database() and a.application_name = 'redress write a-clerk'
            and a.wait_event_type = 'Lock'`,
      );
      ended = rows.length;
    }
    await client.query('rollback');
    await client.end();
    expect(await step).toEqual({ code: 'database-away' });
    expect(await contents()).toEqual(before);
    await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 }, { commandId });
    await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 }, { commandId });
    expect(await additionsOf(id)).toEqual([1]);
  });

  test('and is not there at all is said so', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://nobody:x@127.0.0.1:1/none' });
    const step = executeStep(
      { ...db.app, pool },
      {
        streams: [{ id: newStreamId(), kind: 'tally', expectedVersion: null }],
        step: { type: 'open', input: {} },
        commandId: newCommandId(),
        actor: anActor(),
        clock: () => monday,
        law: shippedLaw,
        kinds: tallyKinds,
      },
    );
    expect(await failureOf(step)).toEqual({ code: 'database-away' });
    await pool.end();
  });
});
