/** Every number of a workbench is the length of the list it opens, for every desk, on every day. */
import { addDays, type CivilDate, civilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../clock.ts';
import { type Api, type Browser, demoOrgans, demoPeople, testApi, today } from '../../testing/api.ts';
import type { CaseFilter } from '../cases/types.ts';
import { caseworkCounters } from './counters.ts';
import type { CounterKey, Workbench } from './types.ts';

type DemoPerson = (typeof demoPeople)[keyof typeof demoPeople];

let api: Api;
let now: CivilDate = today;
let ms = 0;
const clock = {
  now: () => {
    ms += 1;
    return (instantAt(now, 9) + ms) as ReturnType<typeof instantAt>;
  },
  today: () => now,
};
const policeId = demoOrgans.find((organ) => organ.code === 'YL11')?.id as never;

const mine = async (who: DemoPerson, input: { whose?: 'me' | 'office'; sinceDays?: 3 | 7 | 14 | 30 } = {}) => {
  const browser = await api.as(who);
  const answer = await browser.query('workbench', 'mine', input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data as Workbench;
};
const counter = (bench: Workbench, key: CounterKey): number =>
  bench.counters.find((one) => one.key === key)?.value ?? Number.NaN;

/** The ids of a whole list, page by page. */
async function listed(browser: Browser, filter: CaseFilter): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await browser.query('cases', 'list', { filter, cursor, limit: 3 });
    if (!page.ok) throw new Error(JSON.stringify(page.failure));
    ids.push(...page.data.rows.map((row: { id: string }) => row.id));
    cursor = page.data.nextCursor as string | null;
  } while (cursor !== null);
  return ids;
}

/** Another case of the handler's; `about` the police unless it says another. */
const aCase = () => api.aCase({ filedOn: now, receivedOn: now });
const accepted = async (): Promise<CaseView> => {
  const handler = await api.as(demoPeople.handler);
  return handler.step(await aCase(), 'accept', {});
};
const toPolice = (sentOn: CivilDate, servedOn: CivilDate | null) => ({
  sendings: [{ addressee: { is: 'organ' as const, organId: policeId }, method: 'direct' as const, sentOn, servedOn }],
});

let deemed: StreamId;
let copied: CaseView;
let unserved: CaseView;

beforeAll(async () => {
  api = await testApi({ clock });
  now = civilDate('2026-03-02');
  const handler = await api.as(demoPeople.handler);
  // One that nobody examines, one whose copy is signed for, one whose copy is under way, one with a proposal.
  deemed = (await aCase()).id;
  const one = await accepted();
  const two = await accepted();
  const three = await accepted();
  now = civilDate('2026-03-04');
  copied = await handler.step(one, 'issue-copy', { document: toPolice(now, now) });
  unserved = await handler.step(two, 'issue-copy', { document: toPolice(now, null) });
  const extension = { type: 'extend' as const, input: { days: 30, reason: '案情复杂' } };
  await handler.step(three, 'propose', { step: extension, opinion: '拟延长三十日。' });
});

const desks = [
  ['承办人', demoPeople.handler, undefined],
  ['另一承办人', demoPeople.secondHandler, undefined],
  ['科室负责人，全机构', demoPeople.sectionHead, 'office'],
  ['科室负责人，我的', demoPeople.sectionHead, 'me'],
  ['机构负责人', demoPeople.institutionHead, undefined],
  ['机关负责人', demoPeople.organHead, undefined],
  ['部门联络员', demoPeople.policeLiaison, undefined],
  ['部门负责人', demoPeople.policeHead, undefined],
  ['别的部门', demoPeople.marketLiaison, undefined],
] as const;
const days = ['2026-03-04', '2026-03-09', '2026-03-10', '2026-04-14', '2026-04-24', '2026-05-02'] as const;

describe('each number is the length of the list it names', () => {
  it.each(days)('on %s, for every desk', async (day) => {
    now = civilDate(day);
    for (const [name, who, whose] of desks) {
      const bench = await mine(who, whose === undefined ? {} : { whose });
      const browser = await api.as(who);
      expect(bench.counters.length, name).toBeGreaterThan(5);
      for (const { key, value, filter } of bench.counters) {
        const ids = await listed(browser, filter);
        expect([name, key, ids.length]).toEqual([name, key, value]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });

  it('the figure in the rail is the one of the sentence', async () => {
    now = civilDate('2026-04-24');
    for (const [name, who, whose] of desks) {
      if (whose === 'me') continue;
      const counts = await (await api.as(who)).query('cases', 'counts');
      const overdue = counter(await mine(who), 'overdue');
      expect([name, counts.ok && counts.data.deskOverdue]).toEqual([name, overdue]);
    }
    expect(counter(await mine(demoPeople.handler), 'overdue')).toBeGreaterThan(0);
    expect(counter(await mine(demoPeople.policeLiaison), 'overdue')).toBeGreaterThan(0);
  });

  it('the numbers are not all noughts', async () => {
    now = civilDate('2026-03-04');
    const bench = await mine(demoPeople.handler);
    expect(counter(bench, 'open')).toBe(4);
    expect(counter(bench, 'waits')).toBe(2);
    expect(counter(bench, 'unknown')).toBe(1);
    expect(counter(bench, 'unsigned')).toBe(1);
    now = civilDate('2026-03-09');
    expect(counter(await mine(demoPeople.handler), 'deemedToday')).toBe(1);
    expect(counter(await mine(demoPeople.secondHandler), 'open')).toBe(0);
    const police = await mine(demoPeople.policeLiaison);
    expect(counter(police, 'open')).toBe(2);
    expect(counter(police, 'reply')).toBe(2);
    expect(counter(police, 'unsigned')).toBe(1);
    expect(counter(await mine(demoPeople.marketLiaison), 'open')).toBe(0);
  });

  it('for each handler of the office, too', async () => {
    now = civilDate('2026-03-09');
    const bench = await mine(demoPeople.institutionHead);
    const browser = await api.as(demoPeople.institutionHead);
    expect(bench.load.map((one) => [one.name, one.open])).toEqual([[demoPeople.handler.name, 4]]);
    for (const one of bench.load) {
      for (const key of ['open', 'overdue', 'near', 'stopped'] as const) {
        expect([key, (await listed(browser, one.filters[key])).length]).toEqual([key, one[key]]);
      }
    }
  });

  it('what waits for approval is as long as the list of approvals', async () => {
    now = civilDate('2026-03-09');
    for (const who of [demoPeople.sectionHead, demoPeople.institutionHead, demoPeople.organHead]) {
      const bench = await mine(who);
      const list = await (await api.as(who)).query('approvals', 'list', { whose: 'mine' });
      expect(list.ok && list.data.rows.length).toBe(bench.waitingApproval);
    }
    const head = await mine(demoPeople.sectionHead);
    expect(head.waitingApproval).toBe(1);
    expect(head.approvals[0]).toMatchObject({ step: 'extend', days: 30, proposedBy: demoPeople.handler.name });
    // Sixty days from 2 March end on 1 May, a holiday: the sixth is the next working day.
    expect(head.approvals[0]?.by).toBe('2026-05-06');
    expect((await mine(demoPeople.handler)).waitingApproval).toBeNull();
    // Nothing stands with an approver for whose answer it does not wait yet; endorsed, it goes on to the next.
    expect((await mine(demoPeople.institutionHead)).approvals).toEqual([]);
    const [proposal] = head.approvals;
    if (proposal === undefined) throw new Error('no proposal');
    const section = await api.as(demoPeople.sectionHead);
    const file = await section.query('cases', 'view', { id: proposal.id });
    if (!file.ok) throw new Error('no case');
    await section.step(file.data, 'endorse', { proposalId: proposal.proposalId, opinion: '拟同意。' });
    expect((await mine(demoPeople.sectionHead)).approvals).toEqual([]);
    expect((await mine(demoPeople.institutionHead)).approvals).toMatchObject([
      { proposalId: proposal.proposalId, endorsed: true },
    ]);
  });
});

describe('the desk of a handler', () => {
  it('says on the last day of the examination what silence will do tonight, and when a refusal must leave', async () => {
    now = civilDate('2026-03-09');
    const bench = await mine(demoPeople.handler);
    expect(bench.deemedToday.map((row) => [row.id, row.deemedOn])).toEqual([[deemed, '2026-03-09']]);
    expect(bench.deemedToday[0]?.toPost).toMatchObject([{ document: 'refusal-decision', by: '2026-03-09' }]);
    now = civilDate('2026-03-10');
    const after = await mine(demoPeople.handler);
    expect(after.deemedToday).toEqual([]);
    expect(counter(after, 'deemedLately')).toBe(1);
    expect(after.happened.find((one) => one.is === 'lapse')).toMatchObject({ id: deemed, on: '2026-03-10' });
    // The copy must now leave within seven working days of the day on which silence accepted it.
    const row = after.due.find((one) => one.id === deemed);
    expect(row?.toPost).toMatchObject([{ document: 'reply-notice', state: 'to-make', by: '2026-03-18' }]);
  });

  it('counts the days used of the decision, with forty and fifty as marks', async () => {
    now = civilDate('2026-04-14');
    const at = async () => (await mine(demoPeople.handler)).due.find((row) => row.id === copied.id)?.used;
    expect(await at()).toMatchObject({
      used: 43,
      of: 60,
      marks: [
        { at: 40, reached: true },
        { at: 50, reached: false },
      ],
    });
    const bench = await mine(demoPeople.handler);
    expect([counter(bench, 'used40'), counter(bench, 'used50')]).toEqual([3, 0]);
    now = civilDate('2026-04-24');
    const later = await mine(demoPeople.handler);
    expect([counter(later, 'used40'), counter(later, 'used50')]).toEqual([4, 3]);
  });

  it('says since when a case waits for whom, and with what consequence', async () => {
    now = civilDate('2026-03-09');
    const { others } = await mine(demoPeople.handler);
    const row = others.find((one) => one.id === copied.id);
    expect(row).toMatchObject({
      who: 'respondent',
      what: 'reply',
      subjectName: '云岭县公安局',
      since: '2026-03-04',
      workingDays: 3,
      consequence: 'act-without-evidence-or-basis',
      article: 'ARL2023 48',
      canRemind: true,
    });
  });

  it('names the limit that cannot be reckoned and what is missing', async () => {
    now = civilDate('2026-03-09');
    const { unknown } = await mine(demoPeople.handler);
    expect(unknown.map((row) => row.id)).toEqual([unserved.id]);
    expect(unknown[0]?.limits).toMatchObject([
      { ruleId: 'reconsideration.reply-ordinary', subjectName: '云岭县公安局', missing: expect.any(String) },
    ]);
  });
});

describe('the desk of a department', () => {
  it('holds its own duties with what follows, and what it has not signed for', async () => {
    now = civilDate('2026-03-09');
    const bench = await mine(demoPeople.policeLiaison);
    expect(bench.desk).toBe('department');
    expect(bench.unsigned).toMatchObject([{ id: unserved.id, kind: 'reply-notice', sentOn: '2026-03-04' }]);
    const row = bench.due.find((one) => one.id === copied.id);
    expect(row).toMatchObject({ due: '2026-03-18', consequence: 'act-without-evidence-or-basis' });
    // Nothing of the office's own.
    expect([bench.others, bench.toPost, bench.approvals, bench.load].flat()).toEqual([]);
    expect(bench.due.flatMap((one) => one.toPost)).toEqual([]);
    expect(bench.happened.every((one) => one.by === null)).toBe(true);
  });

  it('shows another department nothing', async () => {
    now = civilDate('2026-03-09');
    const bench = await mine(demoPeople.marketLiaison);
    expect([bench.due, bench.unsigned, bench.happened, bench.hearings].flat()).toEqual([]);
  });
});

it('the office counts what a closed case still asks of a respondent within seven days, or asked before', () => {
  const desk = { today, since: addDays(today, -7), mine: true };
  const filters = new Map(caseworkCounters(desk));
  expect(filters.get('performDue')).toEqual({
    handler: 'me',
    closed: true,
    act: 'perform',
    dueTo: addDays(today, 7),
  });
  expect(filters.get('overdue')).toMatchObject({ closed: false });
});

it('a post that sees no cases has an empty desk', async () => {
  for (const who of [demoPeople.statistician, demoPeople.systemAdmin, demoPeople.auditor]) {
    const bench = await mine(who);
    expect(bench).toMatchObject({ desk: 'none', counters: [], due: [], waitingApproval: null });
  }
});

it('a handler may not look at all of the office through the workbench', async () => {
  now = civilDate('2026-03-09');
  expect(await mine(demoPeople.handler, { whose: 'office' })).toMatchObject({ whose: 'me', mayChoose: false });
  expect(await mine(demoPeople.sectionHead, { whose: 'me' })).toMatchObject({ whose: 'me', mayChoose: true });
});

it('tells after an absence what fell due and what others did', async () => {
  now = civilDate('2026-03-16');
  const liaison = await api.as(demoPeople.policeLiaison);
  await liaison.step(await liaison.view(copied.id), 'file-reply', {
    respondentId: policeId,
    receivedOn: now,
    evidence: [],
    basis: [],
    opinion: '请求维持。',
    signedByHead: true,
  });
  now = civilDate('2026-03-24');
  const bench = await mine(demoPeople.handler, { sinceDays: 14 });
  expect(bench.since).toBe(addDays(now, -14));
  expect(bench.happened).toContainEqual(
    expect.objectContaining({ id: copied.id, type: 'reply-filed', by: demoPeople.policeLiaison.name }),
  );
  // Two copies should have left meanwhile: by the 11th, and of the case that silence accepted by the 18th.
  expect(counter(bench, 'whileAway')).toBe(2);
  expect((await mine(demoPeople.handler, { sinceDays: 3 })).happened).toEqual([]);
});
