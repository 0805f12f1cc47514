/** What waits in lawsuits for a signature: on the list of whoever signs it, counted as it is listed, and nowhere else. */
import type { StreamId } from '@redress/domain/ids';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Api, type Browser, demoPeople, governmentId, testApi } from '../../testing/api.ts';
import { aLawsuit, policeId, suitStep, suitView } from '../../testing/lawsuits.ts';

type DemoPerson = Parameters<Api['as']>[0];

let api: Api;
beforeAll(async () => {
  api = await testApi();
});
const as = (who: DemoPerson): Promise<Browser> => api.as(who);

const answer = (organId = policeId) => ({
  step: { type: 'file-answer' as const, input: { organId, opinion: '认定事实清楚。' } },
  opinion: '请审签。',
});
const voiding = { step: { type: 'void-lawsuit' as const, input: { why: '重复登记。' } }, opinion: '请批准作废。' };

/** The lawsuits on somebody's list, and what the rail and the workbench say of it. */
async function listed(who: DemoPerson, whose: 'mine' | 'others' = 'mine') {
  const browser = await as(who);
  const [list, cases, suits, bench] = await Promise.all([
    browser.query('approvals', 'list', { whose }),
    browser.query('cases', 'counts'),
    browser.query('lawsuits', 'counts'),
    browser.query('workbench', 'mine', {}),
  ]);
  if (!list.ok || !cases.ok || !suits.ok || !bench.ok) throw new Error(JSON.stringify([list, cases, suits, bench]));
  return {
    all: list.data.rows.length,
    ids: list.data.rows.flatMap((row) => (row.kind === 'litigation' ? [row.caseId] : [])),
    rows: list.data.rows.flatMap((row) => (row.kind === 'litigation' ? [row] : [])),
    rail: cases.data.waitingApproval + suits.data.waitingApproval,
    bench: bench.data.waitingApproval,
    lines: bench.data.suitApprovals.map((row) => row.id),
  };
}

/** Everybody who might be asked to sign something. */
const signers = [
  demoPeople.sectionHead,
  demoPeople.institutionHead,
  demoPeople.organHead,
  demoPeople.policeHead,
  demoPeople.otherOrganHead,
] as const;

/** Nobody's list differs from what is counted of it; who has the lawsuit on theirs. */
async function whoseIs(id: StreamId): Promise<readonly string[]> {
  const names: string[] = [];
  for (const who of signers) {
    const { all, ids, rail, bench, lines } = await listed(who);
    expect([who.name, rail, bench]).toEqual([who.name, all, all]);
    if (all <= 6) expect(lines).toEqual(ids);
    if (ids.includes(id)) names.push(who.name);
  }
  return names;
}

describe('an answer sent up for signature', () => {
  let id: StreamId;
  beforeEach(async () => {
    ({ id } = await aLawsuit(api));
  });

  it('waits for the head of the department that answers, and for nobody else', async () => {
    const police = await as(demoPeople.policeLiaison);
    expect(await whoseIs(id)).toEqual([]);
    await suitStep(police, await suitView(police, id), 'propose', answer());
    expect(await whoseIs(id)).toEqual([demoPeople.policeHead.name]);
    const { rows } = await listed(demoPeople.policeHead);
    expect(rows.find((row) => row.caseId === id)).toMatchObject({
      proposal: { step: 'file-answer', approver: 'department-head', may: { approve: true, giveBack: true } },
      organs: [{ organId: policeId, name: '云岭县公安局' }],
    });
  });

  it('is off the list once it is signed, and once it is returned', async () => {
    const police = await as(demoPeople.policeLiaison);
    const head = await as(demoPeople.policeHead);
    for (const how of ['return-proposal', 'approve'] as const) {
      await suitStep(police, await suitView(police, id), 'propose', answer());
      expect(await whoseIs(id)).toEqual([demoPeople.policeHead.name]);
      const view = await suitView(head, id);
      const proposalId = view.proposals.find((p) => p.state === 'open')?.proposalId ?? ('' as never);
      if (how === 'approve') await suitStep(head, view, how, { proposalId, opinion: '同意。' });
      else await suitStep(head, view, how, { proposalId, reasons: '补充法律依据。' });
      expect(await whoseIs(id)).toEqual([]);
    }
  });

  it('drafted by the office for the department, it waits for the department’s head all the same', async () => {
    const handler = await as(demoPeople.handler);
    await suitStep(handler, await suitView(handler, id), 'propose', answer());
    expect(await whoseIs(id)).toEqual([demoPeople.policeHead.name]);
    // The figure of the lawsuits on their desk knows it, too.
    const head = await as(demoPeople.policeHead);
    const page = await head.query('lawsuits', 'list', { filter: { todo: 'sign', closed: false } });
    expect(page.ok && page.data.rows.map((row) => row.id)).toContain(id);
  });

  it('is no list of a deputy leader: they sign nothing', async () => {
    const leader = await as(demoPeople.policeChief);
    expect(await leader.query('approvals', 'list', {})).toMatchObject({ failure: { code: 'not-permitted' } });
    const suits = await leader.query('lawsuits', 'counts');
    expect(suits.ok && suits.data.waitingApproval).toBe(0);
    const bench = await leader.query('workbench', 'mine', {});
    expect(bench.ok && [bench.data.waitingApproval, bench.data.suitApprovals]).toEqual([null, []]);
  });
});

it('an answer of the government that its own office drafts waits for the organ’s head', async () => {
  const organs = [{ organId: governmentId, role: 'original-organ' as const }];
  const papers = [{ organId: governmentId, papers: ['complaint-copy' as const] }];
  const { id } = await aLawsuit(api, { organs, papers });
  const handler = await as(demoPeople.handler);
  await suitStep(handler, await suitView(handler, id), 'propose', answer(governmentId));
  expect(await whoseIs(id)).toEqual([demoPeople.organHead.name]);
});

it('an answer of the government that a department drafts waits for that department’s head', async () => {
  const { organId: landId } = demoPeople.landLiaison;
  const organs = [{ organId: governmentId, role: 'original-organ' as const, undertakingId: landId }];
  const papers = [{ organId: governmentId, papers: ['complaint-copy' as const] }];
  const { id } = await aLawsuit(api, { organs, papers });
  const land = await as(demoPeople.landLiaison);
  await suitStep(land, await suitView(land, id), 'propose', answer(governmentId));
  // Neither the organ's head nor the head of another department signs it.
  expect(await whoseIs(id)).toEqual([]);
});

it('the voiding of a lawsuit waits for the section’s head; the institution’s head may sign it, too', async () => {
  const { id } = await aLawsuit(api);
  const handler = await as(demoPeople.handler);
  await suitStep(handler, await suitView(handler, id), 'propose', voiding);
  expect(await whoseIs(id)).toEqual([demoPeople.sectionHead.name]);
  expect((await listed(demoPeople.institutionHead, 'others')).ids).toEqual([id]);
  expect((await listed(demoPeople.organHead, 'others')).ids).toEqual([]);
});

it('both kinds stand on one list, and it is opened in as many questions for many as for one', async () => {
  const section = await as(demoPeople.sectionHead);
  const handler = await as(demoPeople.handler);
  const accepted = await handler.step(await api.aCase(), 'accept', {});
  const extend = { type: 'extend' as const, input: { days: 30, reason: '案情复杂' } };
  await handler.step(accepted, 'propose', { step: extend, opinion: '拟延长三十日。' });
  const before = await listed(demoPeople.sectionHead);
  expect(before.all).toBe(before.ids.length + 1);
  expect([before.rail, before.bench]).toEqual([before.all, before.all]);
  const once = async (): Promise<number> => {
    const query = vi.spyOn(api.services.db.pool, 'query');
    try {
      await section.query('approvals', 'list', {});
      return query.mock.calls.length;
    } finally {
      query.mockRestore();
    }
  };
  // What runs beside it after a commit asks, too: the least of several is what the list itself asks.
  const questions = async (): Promise<number> => Math.min(await once(), await once(), await once());
  const one = await questions();
  for (let n = 0; n < 3; n += 1) {
    const { id } = await aLawsuit(api);
    await suitStep(handler, await suitView(handler, id), 'propose', voiding);
  }
  expect((await listed(demoPeople.sectionHead)).ids).toHaveLength(before.ids.length + 3);
  expect(await questions()).toBe(one);
});
