/** The list of proposals asks the database as often for many cases as for one. */
import { beforeAll, expect, it, vi } from 'vitest';
import { type Api, type Browser, demoPeople, testApi } from '../../testing/api.ts';

let api: Api;
let handler: Browser;
let sectionHead: Browser;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  sectionHead = await api.as(demoPeople.sectionHead);
});

async function propose(): Promise<void> {
  const view = await handler.step(await api.aCase(), 'accept', {});
  const step = { type: 'extend' as const, input: { days: 30, reason: '案情复杂' } };
  await handler.step(view, 'propose', { step, opinion: '拟延长三十日。' });
}

/** How many proposals the list shows, and how many questions it took. */
async function asked(): Promise<{ rows: number; questions: number }> {
  const query = vi.spyOn(api.services.db.pool, 'query');
  try {
    const page = await sectionHead.query('approvals', 'list', {});
    if (!page.ok) throw new Error(JSON.stringify(page.failure));
    return { rows: page.data.rows.length, questions: query.mock.calls.length };
  } finally {
    query.mockRestore();
  }
}

it('is opened in as many questions for five cases as for one', async () => {
  await propose();
  // Once for what is only read the first time: the office and the session.
  await asked();
  const one = await asked();
  expect(one.rows).toBe(1);
  expect(one.questions).toBeGreaterThan(0);
  for (let n = 0; n < 4; n += 1) await propose();
  await asked();
  const five = await asked();
  expect(five.rows).toBe(5);
  expect(five.questions).toBe(one.questions);
});
