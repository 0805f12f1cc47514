/** 最急的在前: a session for which the leader is not settled presses like any limit, and hides no answer that is owed. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { instantAt, settableClock } from '../../clock.ts';
import { type Api, type Browser, demoPeople, testApi, today } from '../../testing/api.ts';
import { registerSuit, stepSuit, viewSuit } from '../../testing/suit-on-api.ts';

const police = demoPeople.policeLiaison.organId;
const { policeHead } = demoPeople;
const plus = (n: number): CivilDate => addDays(today, n);
const clock = settableClock(instantAt(today, 9));
const ids = {} as Record<'plain' | 'tomorrow' | 'arranged', StreamId>;
let api: Api;
let office: Browser;
let bureau: Browser;

async function withSession(on: CivilDate): Promise<StreamId> {
  const view = await registerSuit(office, {
    organs: [{ organId: police, role: 'original-organ' }],
    papers: [{ organId: police, papers: ['complaint-copy'], receivedOn: today }],
  });
  await stepSuit(office, view, 'set-session', {
    ...{ on, time: '09:30', place: '第三法庭' },
    notices: [{ organId: police, leader: 'shall', servedOn: today }],
  });
  return view.id;
}

beforeAll(async () => {
  api = await testApi({ clock });
  office = await api.as(demoPeople.handler);
  bureau = await api.as(demoPeople.policeLiaison);
  // Far ahead: the time to answer ends before it.
  ids.plain = await withSession(plus(60));
  ids.arranged = await withSession(plus(2));
  ids.tomorrow = await withSession(plus(1));
  const leader = {
    ...{ postId: policeHead.postId, accountId: policeHead.accountId, name: policeHead.name },
    ...{ title: policeHead.title, rank: 'deputy' as const },
  };
  await stepSuit(bureau, await viewSuit(bureau, ids.arranged), 'plan-leader', { leader, organId: police });
});

const rowsOf = async (browser: Browser, filter = {}) => {
  const page = await browser.query('lawsuits', 'list', { filter: { closed: false, ...filter }, limit: 200 });
  if (!page.ok) throw new Error(JSON.stringify(page));
  return page.data.rows;
};

const bench = async (browser: Browser) => {
  const answer = await browser.query('workbench', 'mine', { whose: 'office' });
  if (!answer.ok || answer.data.suits === null) throw new Error(JSON.stringify(answer));
  const { suits } = answer.data;
  return { ...suits, of: (key: string) => suits.counters.find((c) => c.key === key) };
};

describe('a department’s desk', () => {
  it('has rows of what waits for a leader, and none where nothing does', async () => {
    const desk = await bench(bureau);
    expect(desk.confirms.map((row) => [row.id, row.on, row.leaderName])).toEqual([
      [ids.arranged, plus(2), policeHead.name],
    ]);
    expect(desk.leaders.map((row) => row.id)).toEqual([ids.tomorrow, ids.plain]);
    expect(desk.of('confirm')?.value).toBe(1);
    const stranger = await bench(await api.as(demoPeople.landLiaison));
    expect([stranger.confirms, stranger.leaders, stranger.toAcknowledge]).toEqual([[], [], []]);
  });

  it('says of what is due how long its list is', async () => {
    const answer = await bureau.query('workbench', 'mine');
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const { due, dueAll } = answer.data;
    const list = await bureau.query('cases', 'list', { filter: dueAll.filter, limit: 200 });
    expect(list.ok && list.data.rows.length).toBe(dueAll.value);
    expect(due).toHaveLength(dueAll.value);
  });

  it('has the papers nobody signed for, as many as its figure and its list say, until they are', async () => {
    const unsigned = async () => {
      const desk = await bench(bureau);
      const listed = (await rowsOf(bureau, { todo: 'acknowledge' })).map((row) => row.id);
      expect(desk.toAcknowledge.map((row) => row.id)).toEqual(listed);
      expect(desk.of('acknowledge')?.value).toBe(listed.length);
      return listed;
    };
    expect(await unsigned()).toHaveLength(3);
    await stepSuit(bureau, await viewSuit(bureau, ids.plain), 'acknowledge', { organId: police, name: '陶一苇' });
    expect(await unsigned()).toEqual([ids.tomorrow, ids.arranged]);
  });
});

describe('what happened meanwhile', () => {
  const told = async (browser: Browser) => {
    const answer = await browser.query('workbench', 'mine', { whose: 'office' });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.data.happened.filter((one) => one.kind === 'litigation').map((one) => `${one.id} ${one.type}`);
  };

  it('is told of lawsuits too: what others entered, to those whose suit it is', async () => {
    expect(await told(bureau)).toContain(`${ids.tomorrow} session-set`);
    expect(await told(bureau)).not.toContain(`${ids.arranged} leader-planned`);
    expect(await told(await api.as(demoPeople.sectionHead))).toContain(`${ids.arranged} leader-planned`);
    expect(await told(await api.as(demoPeople.landLiaison))).toEqual([]);
  });
});

describe('the most urgent first', () => {
  it('is the session of tomorrow without a leader, lit as what it is', async () => {
    for (const browser of [office, bureau]) {
      const rows = await rowsOf(browser);
      expect(rows.map(({ id, dueRule, due, light }) => ({ id, dueRule, due, light }))).toEqual([
        { id: ids.tomorrow, dueRule: 'litigation.plan-leader', due: plus(1), light: 'near' },
        { id: ids.arranged, dueRule: 'litigation.confirm-leader', due: plus(2), light: 'near' },
        { id: ids.plain, dueRule: 'litigation.answer', due: expect.any(String), light: 'ok' },
      ]);
    }
  });

  it('leaves every answer that is owed on its list, and its figure the length of it', async () => {
    for (const browser of [office, bureau]) {
      const listed = (await rowsOf(browser, { todo: 'answer' })).map((row) => row.id);
      expect(listed.toSorted()).toEqual(Object.values(ids).toSorted());
      const counts = await browser.query('lawsuits', 'counts');
      expect(counts.ok && [counts.data.byTodo.answer, counts.data.near]).toEqual([3, 2]);
    }
  });

  it('but none that is not: another organ’s, or one already given', async () => {
    const stranger = await api.as(demoPeople.landLiaison);
    expect(await rowsOf(stranger, { todo: 'answer' })).toEqual([]);
    await stepSuit(office, await viewSuit(office, ids.tomorrow), 'file-answer', {
      organId: police,
      opinion: '处罚决定认定事实清楚。',
      evidence: [{ number: '1', name: '询问笔录' }],
    });
    expect((await rowsOf(office, { todo: 'answer' })).map((row) => row.id)).not.toContain(ids.tomorrow);
  });
});
