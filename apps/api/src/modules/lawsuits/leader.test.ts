/** What a leader sees who works on no case: the lawsuits the organ is sued in, each of which opens, and no other case. */
import type { StreamId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, governmentId, newCommandId, testApi } from '../../testing/api.ts';
import { aLawsuit, policeId, suitStep } from '../../testing/lawsuits.ts';

const session = { on: '2026-03-20', time: '09:30', place: '第三法庭' };
let api: Api;
let chief: Browser;
let kept: StreamId;
let own: StreamId;
let reviewed: StreamId;
beforeAll(async () => {
  api = await testApi();
  const handler = await api.as(demoPeople.handler);
  chief = await api.as(demoPeople.governmentChief);
  reviewed = (await api.aCase()).id;
  const view = await aLawsuit(api);
  kept = view.id;
  await suitStep(handler, view, 'set-session', session as never);
  const both = await aLawsuit(api, {
    before: 'upheld',
    organs: [
      { organId: policeId, role: 'original-organ' },
      { organId: governmentId, role: 'reconsideration-organ' },
    ],
    papers: [{ organId: governmentId, papers: ['complaint-copy'] }],
  });
  own = both.id;
  await suitStep(handler, both, 'set-session', session as never);
});

const asked = async <T>(answer: Promise<{ ok: true; data: T } | { ok: false; failure: unknown }>): Promise<T> => {
  const got = await answer;
  if (!got.ok) throw new Error(JSON.stringify(got.failure));
  return got.data;
};

describe('the head of a government', () => {
  it('lists the suits the government is sued in, and what is listed opens', async () => {
    const { rows } = await asked(chief.query('lawsuits', 'list', { filter: {}, limit: 100 }));
    expect(rows.map((row) => row.id)).toEqual([own]);
    for (const { id } of rows) expect((await chief.query('lawsuits', 'view', { id })).ok).toBe(true);
    expect(await chief.query('lawsuits', 'view', { id: kept })).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('finds no reconsideration, neither on the list nor by a party’s name', async () => {
    const { rows } = await asked(chief.query('cases', 'list', { filter: {}, limit: 100 }));
    expect(rows).toEqual([]);
    const found = JSON.stringify(await asked(chief.query('search', 'find', { q: '黎向晨' })));
    expect(found).toContain(own);
    for (const id of [kept, reviewed]) expect(found).not.toContain(id);
    expect(await chief.query('cases', 'view', { id: reviewed })).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('reads in calendar, duties and figures of the government’s own suits', async () => {
    const calendar = await asked(chief.query('appearances', 'sessions', { from: session.on, to: session.on } as never));
    expect(calendar.sessions.map((s) => s.caseId)).toEqual([own]);
    const duties = JSON.stringify(await asked(chief.query('appearances', 'duties', {})));
    expect(duties).toContain(own);
    expect(duties).not.toContain(kept);
    const counts = await asked(chief.query('lawsuits', 'counts'));
    expect(counts.open).toBe(1);
  });

  it('writes nothing in a suit whose file the government only keeps, and is not told where a number stands', async () => {
    const [id, known] = [kept, own];
    const step = { type: 'acknowledge' as const, input: { organId: policeId } };
    const command = { commandId: newCommandId(), id, expectedVersion: 4, step };
    expect(await chief.mutate('lawsuits', 'execute', command)).toMatchObject({ failure: { code: 'not-found' } });
    const numberOf = async (of: StreamId) =>
      (await asked((await api.as(demoPeople.handler)).query('lawsuits', 'view', { id: of }))).instances[0]?.courtNumber;
    const taken = async (of: StreamId) =>
      asked(chief.query('lawsuits', 'byCourtNumber', { number: (await numberOf(of)) ?? '' }));
    expect(await taken(id)).toMatchObject({ taken: true, id: null });
    expect(await taken(known)).toMatchObject({ taken: true, id: known });
  });

  it('has a calendar address of their own, and none of the whole government', async () => {
    const address = (accountId: string | null) =>
      chief.mutate('feeds', 'create', { id: newCommandId(), organId: governmentId, accountId: accountId as never });
    expect((await address(demoPeople.governmentChief.accountId)).ok).toBe(true);
    expect(await address(null)).toMatchObject({ failure: { fields: [{ field: 'organId', rule: 'not-an-option' }] } });
  });
});

describe('everybody else', () => {
  it('the office lists all it keeps and reviews; a department’s leader the suits of the department', async () => {
    const handler = await api.as(demoPeople.handler);
    const suits = async (browser: Browser) =>
      (await asked(browser.query('lawsuits', 'list', { filter: {}, limit: 100 }))).rows.map((row) => row.id).sort();
    expect(await suits(handler)).toEqual([kept, own].sort());
    expect(await suits(await api.as(demoPeople.policeChief))).toEqual([kept, own].sort());
    const cases = await asked(handler.query('cases', 'list', { filter: {}, limit: 100 }));
    expect(cases.rows.map((row) => row.id)).toEqual([reviewed]);
  });
});
