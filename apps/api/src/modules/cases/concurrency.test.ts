/** Fifty people at once, over two applications on one database, on real cases with files. */
import { actorOn } from '@redress/domain/access/scope';
import { RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeStep } from '../../case-store/execute.ts';
import { recordFile } from '../../case-store/files.ts';
import { verify } from '../../case-store/verify.ts';
import { openDatabases } from '../../postgres/databases.ts';
import {
  type Api,
  anApplication,
  type Browser,
  demoPeople,
  newCaseId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';

let api: Api;
let handler: Browser;
let second: Awaited<ReturnType<typeof openDatabases>>;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  // The other application, with connections of its own.
  second = await openDatabases({ databaseUrl: api.database.url });
});
afterAll(() => second.close());

const fifty = Array.from({ length: 50 }, (_, i) => i);

async function upload(name: string): Promise<string> {
  const answer = await handler.fetch(`/api/files?name=${encodeURIComponent(`${name}.txt`)}&kind=evidence`, {
    method: 'PUT',
    body: name,
  });
  return ((await answer.json()) as { fileId: string }).fileId;
}

/** One step by the second handler through the other application; the code of its refusal, or 'ok'. */
async function elsewhere(id: StreamId, expectedVersion: number, type: string, input: unknown): Promise<string> {
  const { accountId } = demoPeople.secondHandler;
  const actor = actorOn(await api.services.directory.current(), accountId, null, today);
  if (actor === null) throw new Error('nobody acts');
  const { clock, law, kinds } = api.services;
  try {
    await executeStep(second.app, {
      streams: [{ id, kind: reconsideration.kind, expectedVersion }],
      step: { type, input },
      commandId: newCommandId(),
      actor,
      clock: clock.now,
      law,
      kinds,
    });
    return 'ok';
  } catch (error) {
    if (error instanceof RedressError) return error.failure.code;
    throw error;
  }
}

/** The same by the handler over HTTP. */
async function here(id: StreamId, expectedVersion: number, type: string, input: unknown): Promise<string> {
  const step = { type, input };
  const answer = await handler.mutate('cases', 'execute', { commandId: newCommandId(), id, expectedVersion, step });
  return answer.ok ? 'ok' : answer.failure.code;
}

const tallied = (answers: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(answers, (a) => a)].map(([code, list]) => [code, list.length]));

const ids: StreamId[] = [];

describe('fifty applications at once', () => {
  it('get fifty numbers, none skipped or given twice, each with its own file', async () => {
    const files = await Promise.all(fifty.map((i) => upload(`申请书${i}`)));
    const answers = await Promise.all(
      fifty.map((i) =>
        handler.mutate('cases', 'register', {
          commandId: newCommandId(),
          id: newCaseId(),
          input: anApplication({ fileIds: [files[i] as never] }),
        }),
      ),
    );
    const numbers = answers.map((a) => (a.ok ? Number(/〕(\d+)号$/.exec(a.data.number ?? '')?.[1]) : Number.NaN));
    expect(numbers.sort((a, b) => a - b)).toEqual(fifty.map((i) => i + 1));
    for (const answer of answers) if (answer.ok) ids.push(answer.data.id);
    const owners = await api.database.sql<{ n: number }>('select count(distinct stream_id)::int as n from file');
    expect(owners[0]?.n).toBe(50);
  });
});

describe('two applications at once', () => {
  it('on one case: one of fifty wins each version, every other is told, and no entry is lost or doubled', async () => {
    const id = ids[0] as StreamId;
    const { version } = await handler.view(id);
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(
        fifty.map((i) => (i % 2 === 0 ? here : elsewhere)(id, version + round, 'make-note', { text: `${round}-${i}` })),
      );
      expect(tallied(answers)).toEqual({ ok: 1, 'stale-version': 49 });
    }
    expect((await handler.view(id)).version).toBe(version + 3);
  });

  it('on fifty cases: all are accepted from one, and noted from the other', async () => {
    const rest = ids.slice(1);
    const answers = await Promise.all(
      rest.flatMap((id, i) => [
        here(id, 3, 'accept', {}),
        // The one who comes second looks again, as a person would.
        (async () => {
          const first = await elsewhere(id, 3, 'make-note', { text: `${i}` });
          return first === 'stale-version' ? elsewhere(id, 4, 'make-note', { text: `${i}` }) : first;
        })(),
      ]),
    );
    const stale = await Promise.all(
      rest.map(async (id, i) => (answers[i * 2] === 'stale-version' ? here(id, 4, 'accept', {}) : 'ok')),
    );
    const others = answers.filter((_, i) => i % 2 === 1);
    expect(tallied(others)).toEqual({ ok: 49 });
    expect(tallied(stale)).toEqual({ ok: 49 });
    const streams = await api.database.sql<{ version: number; n: number }>(
      `select version, count(*)::int as n from stream where id = any($1) group by 1`,
      [rest],
    );
    expect(streams).toEqual([{ version: 5, n: 49 }]);
  });

  it('naming one fresh file: it goes to one case', async () => {
    const stored = await api.services.files.put('争用.txt', new Blob(['争用']).stream());
    const actor = actorOn(await api.services.directory.current(), demoPeople.handler.accountId, null, today);
    if (actor === null) throw new Error('nobody acts');
    const about = { name: '争用.txt', kind: 'evidence' };
    const fileId = await recordFile(api.services.db, stored, about, actor, api.services.clock.now());
    const answers = await Promise.all(
      ids.slice(1, 11).map((id) => here(id, 5, 'add-file', { fileId, sha256: stored.sha256, ...about, size: 0 })),
    );
    expect(tallied(answers)).toEqual({ ok: 1, 'invalid-input': 9 });
  });

  it('leave everything in agreement', async () => {
    const { law, kinds, files } = api.services;
    const { counts, differences } = await verify(api.database.owner, { kinds, law, files });
    expect(differences).toEqual([]);
    // Three entries each at registration, three notes on one, an acceptance and a note on the others, one file.
    const cases = await api.database.sql<{ n: number }>(
      `select sum(version)::int as n from stream where kind = 'reconsideration'`,
    );
    expect(cases[0]?.n).toBe(50 * 3 + 3 + 49 * 2 + 1);
    expect(counts).toMatchObject({ case_index: 50, file: 51 });
  });
});
