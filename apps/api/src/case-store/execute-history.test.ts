import { RedressError } from '@redress/domain/errors';
import type { CommandId, InstantMs, StreamId } from '@redress/domain/ids';
import type { Step } from '@redress/domain/ledger/kinds';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import {
  anActor,
  monday,
  newCommandId,
  newStreamId,
  onMonday,
  organ,
  shippedLaw,
  tallyKinds,
  tallyStep,
} from '../testing/tally.ts';
import { executeHistory, HistoryRefused, type HistoryStep } from './execute-history.ts';
import { loadLedger } from './ledgers.ts';
import { verify } from './verify.ts';

const db = await testDatabase();

const open: Step = {
  type: 'open',
  input: { on: onMonday, title: '史', organId: organ, respondentId: null, dueOn: null },
};
const add = (n: number): Step => ({ type: 'add', input: { on: onMonday, n } });
const after = (minutes: number) => (monday + minutes * 60_000) as InstantMs;

const steps = (...list: readonly (Step | ((state: unknown) => Step))[]) =>
  list.map(
    (step, i): HistoryStep => ({ step, commandId: newCommandId(), actor: anActor(), recordedAt: after(i) }),
  ) as unknown as readonly [HistoryStep, ...HistoryStep[]];

const history = (id: StreamId, list: readonly [HistoryStep, ...HistoryStep[]], expectedVersion: number | null = null) =>
  executeHistory(db.app, {
    stream: { id, kind: 'tally', expectedVersion },
    steps: list,
    law: shippedLaw,
    kinds: tallyKinds,
  });

const failureOf = async (done: Promise<unknown>) => {
  const error = await done.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof RedressError)) throw error ?? new Error('the history went through');
  return error;
};
const stored = async (id: StreamId) => (await loadLedger(db.app.pool, id))?.entries ?? [];
const differences = async () => (await verify(db.app, { kinds: tallyKinds, law: shippedLaw, files: null })).differences;

describe('a history', () => {
  test('leaves the ledger that its steps would leave one by one, each at its own moment', async () => {
    const id = newStreamId();
    const list = steps(open, add(1), add(2));
    const answer = await history(id, list);
    expect([answer.version, answer.done]).toEqual([3, 3]);
    const entries = await stored(id);
    expect(entries).toEqual(answer.ledger.entries);
    expect(entries.map((e) => [e.type, e.recordedAt, e.commandId])).toEqual(
      [
        ['opened', 0],
        ['added', 1],
        ['added', 2],
      ].map(([type, n], i) => [type, after(n as number), list[i]?.commandId]),
    );
    expect(await differences()).toEqual([]);
  });

  test('makes a step from the state the steps before it left', async () => {
    const id = newStreamId();
    const seen: unknown[] = [];
    const makesOne = (state: unknown) => {
      seen.push(state);
      return add(7);
    };
    await history(id, steps(open, add(5), makesOne));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ sum: 5 });
  });

  test('is written whole or not at all, and says which step was refused', async () => {
    const id = newStreamId();
    const before = await db.sql(
      'select (select count(*) from command) as c, (select json_agg(n) from number_counter n) as n',
    );
    const error = await failureOf(history(id, steps(open, add(1), open)));
    expect(error).toBeInstanceOf(HistoryRefused);
    expect([(error as HistoryRefused).index, error.failure.code]).toEqual([2, 'step-refused']);
    expect(await stored(id)).toEqual([]);
    expect(
      await db.sql('select (select count(*) from command) as c, (select json_agg(n) from number_counter n) as n'),
    ).toEqual(before);
  });

  test('sent again does nothing; a longer one of the same beginning goes on', async () => {
    const id = newStreamId();
    const list = steps(open, add(1), add(2), add(3));
    const begun = list.slice(0, 2) as unknown as typeof list;
    await history(id, begun);
    expect((await history(id, begun)).done).toBe(0);
    const [first, again] = await Promise.all([history(id, list), history(id, list)]);
    expect([first.done, again.done].sort()).toEqual([0, 2]);
    expect((await stored(id)).map((e) => e.seq)).toEqual([1, 2, 3, 4]);
    expect(await differences()).toEqual([]);
  });

  test('from an earlier register is no news: everybody counts as told of it, and of no other', async () => {
    const told = async (id: StreamId) =>
      (await db.sql<{ seq: number }>(`select seq from notice_watermark where stream_id = '${id}'`)).map((w) => w.seq);
    const [past, present] = [newStreamId(), newStreamId()];
    const list = steps(open, add(1), add(2));
    const c = { law: shippedLaw, kinds: tallyKinds, fromRegister: true };
    await executeHistory(db.app, { ...c, stream: { id: past, kind: 'tally', expectedVersion: null }, steps: list });
    await history(present, steps(open, add(1)));
    expect([await told(past), await told(present)]).toEqual([[3], []]);
  });

  test('two at once that would begin one stream: one begins it', async () => {
    const id = newStreamId();
    const results = await Promise.allSettled([history(id, steps(open, add(1))), history(id, steps(open, add(2)))]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await stored(id)).map((e) => e.type)).toEqual(['opened', 'added']);
  });

  test('answers a known command under another stream with command-reused', async () => {
    const list = steps(open, add(1));
    await history(newStreamId(), list);
    expect((await failureOf(history(newStreamId(), list))).failure.code).toBe('command-reused');
  });

  test('goes on in an existing stream only at the version that was seen', async () => {
    const id = newStreamId();
    await history(id, steps(open));
    await tallyStep(db.app, id, 1, 'add', { on: onMonday, n: 1 });
    expect((await failureOf(history(id, steps(add(2)), 1))).failure.code).toBe('stale-version');
    expect((await history(id, steps(add(2), add(3)), 2)).version).toBe(4);
    expect((await failureOf(history('nowhere' as StreamId, steps(add(1)), 1))).failure.code).toBe('not-found');
  });

  test('writes what belongs to it in the same transaction', async () => {
    const id = newStreamId();
    const done = executeHistory(db.app, {
      stream: { id, kind: 'tally', expectedVersion: null },
      steps: steps(open),
      law: shippedLaw,
      kinds: tallyKinds,
      also: async () => {
        throw new Error('the row could not be marked');
      },
    });
    await expect(done).rejects.toThrow('could not be marked');
    expect(await stored(id)).toEqual([]);
  });

  test('a command id that is another one of the list is a mistake', async () => {
    const commandId = 'same' as CommandId;
    const list = steps(open, add(1)).map((s) => ({ ...s, commandId })) as unknown as ReturnType<typeof steps>;
    await expect(history(newStreamId(), list)).rejects.toThrow();
  });
});
