import type { Actor } from '@redress/domain/access/actor';
import type { Role } from '@redress/domain/access/roles';
import { civilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, PostId, StreamId } from '@redress/domain/ids';
import { policeBureau } from '@redress/domain/testing/builders';
import { theHandler } from '@redress/domain/testing/play';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';
import type { CalendarSession, Seat } from './appearance-types.ts';

const today = civilDate('2026-03-02');

function inRole(role: Role): Actor {
  const acting = { ...theHandler.acting, role };
  return { ...theHandler, posts: [acting], acting };
}

const seat: Seat = {
  organId: policeBureau,
  organName: '某县公安局',
  undertakingId: policeBureau,
  undertakingName: '某县公安局',
  own: true,
  mine: true,
  clash: false,
  notified: 'shall',
  servedOn: civilDate('2026-03-02'),
  noticeRules: ['litigation.summons', 'litigation.appearance-notice'],
  noticeLate: [],
  owes: true,
  leaderName: '聂霜降',
  leaderTitle: '副局长',
  leaderRank: 'deputy',
  leaderAccountId: theHandler.accountId,
  leaderPostId: null,
  plannedOn: today,
  confirmedOn: null,
  proofOn: null,
  recordedOn: null,
  explainedOn: null,
  counts: null,
  spoke: null,
  leftEarly: null,
  refusedToExplain: null,
  satInstead: null,
  notCounting: [],
  triggers: [],
};
const session: CalendarSession = {
  caseId: 'suit-1' as StreamId,
  sessionId: 'session-2',
  instanceId: 'first',
  caseNumber: '某政应〔2026〕1号',
  title: '李某诉某县公安局行政处罚决定',
  organId: policeBureau,
  level: 'first',
  court: '某县人民法院',
  courtNumber: '（2026）某01行初5号',
  kind: 'trial',
  on: civilDate('2026-03-10'),
  time: '09:30',
  minutes: 180,
  place: '第三法庭',
  isPublic: true,
  state: 'set',
  observed: false,
  version: 3,
  seats: [seat],
};
/** The proof of the first session was rejected: the duty of this instance stands. */
const failedBefore: CalendarSession = {
  ...session,
  sessionId: 'session-1',
  on: civilDate('2026-02-10'),
  state: 'held',
  seats: [{ ...seat, recordedOn: civilDate('2026-02-10'), counts: false, notCounting: ['proof-rejected'] }],
};

const answers = (sessions: readonly CalendarSession[]) => [
  onTrpc('appearances.sessions', () => ({ today, cut: false, sessions: sessions as CalendarSession[] })),
  onTrpc('appearances.unrecorded', () => []),
  onTrpc('appearances.leaders', () => []),
  onTrpc('appearances.engagements', () => []),
  onTrpc('appearances.rates', () => ({ from: today, to: today, by: 'organ', all: [], groups: [] })),
];

function open(role: Role, address: string, sessions: readonly CalendarSession[] = [session]) {
  const app = renderApp(new SmallOffice('2026-03-02', inRole(role)), address);
  server.use(...answers(sessions));
  return app;
}

test('a leader lands on the sessions they go to, with what to bring and what became of the first one', async () => {
  open('leader', '/', [failedBefore, session]);
  expect(await screen.findByRole('heading', { level: 1, name: '我的出庭' })).toBeTruthy();
  expect(await screen.findByText('接下来你有 1 次出庭。')).toBeTruthy();
  expect(screen.getByText('法院通知应当出庭')).toBeTruthy();
  expect(screen.getByText(/2月10日开庭：身份证明不符合条件.*本审级的出庭义务尚未履行/)).toBeTruthy();
  expect(screen.getByText(/身份证明还没有登记提交/)).toBeTruthy();
});

test('the three days before a session: kept, not kept with each article, and not on record', async () => {
  open('leader', '/', [
    session,
    {
      ...session,
      sessionId: 'late',
      seats: [{ ...seat, servedOn: civilDate('2026-03-09'), noticeLate: ['litigation.summons'] }],
    },
    { ...session, sessionId: 'untold', seats: [{ ...seat, servedOn: null, noticeRules: [] }] },
  ]);
  expect(await screen.findByText('2026年3月2日送达')).toBeTruthy();
  expect(screen.getAllByText(/出庭通知在开庭三日前送达/)).toHaveLength(2);
  const late = screen.getByText(/传票送达不足开庭三日前/);
  expect(late.textContent).toMatch(/第七十一条|71/);
  expect(screen.getByText('送达日未登记，是否在开庭三日前无从核对')).toBeTruthy();
});

test('one tap confirms: the lawsuit is taken as it stands now', async () => {
  const { user } = open('leader', '/');
  const sent: unknown[] = [];
  server.use(
    onTrpc('lawsuits.view', () => {
      return { id: session.caseId, version: 7 } as never;
    }),
    onTrpc('lawsuits.execute', (input) => {
      sent.push([input.expectedVersion, input.step]);
      return { id: session.caseId, version: 8 } as never;
    }),
  );
  await user.click(await screen.findByRole('button', { name: '确认我出庭' }));
  await waitFor(() =>
    expect(sent).toEqual([[7, { type: 'confirm-leader', input: { sessionId: 'session-2', organId: policeBureau } }]]),
  );
});

test('a clash stands at its session; the session opens with its seats, by its address', async () => {
  const { user, history } = open('handler', '/appearances', [
    { ...session, seats: [{ ...seat, clash: true, mine: false }] },
  ]);
  const button = await screen.findByRole('button', { name: /（2026）某01行初5号/ });
  expect(button.textContent).toContain('时间冲突');
  await user.click(button);
  expect(history.location.search).toContain('session=');
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByText('副局长 聂霜降')).toBeTruthy();
  expect(within(drawer).getByRole('button', { name: '更换负责人' })).toBeTruthy();
});

test('the drawer holds the service against the three days, and an adjourned session is to be gone on with', async () => {
  const { user } = open('handler', '/appearances', [
    { ...session, state: 'adjourned', seats: [{ ...seat, noticeLate: ['litigation.appearance-notice'] }] },
  ]);
  const button = await screen.findByRole('button', { name: /（2026）某01行初5号/ });
  expect(button.textContent).toContain('休庭，择日继续');
  await user.click(button);
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByText(/传票在开庭三日前送达/)).toBeTruthy();
  expect(within(drawer).getByText(/出庭通知送达不足开庭三日前/)).toBeTruthy();
});

test('the calendar offers every leader of one’s own organ, and those of the sessions on screen', async () => {
  const { user } = open('handler', '/appearances');
  const idle = { postId: 'post-idle' as PostId, accountId: 'idle' as AccountId, name: '柯仲秋', title: '县长' };
  server.use(
    onTrpc('appearances.leaders', () => [
      {
        leader: { ...idle, rank: 'head', organId: policeBureau, from: null, until: null, inCharge: false },
        ...{ charge: '', problems: [], organName: '某县人民政府', clashes: [], named: false, proposed: false },
      },
    ]),
  );
  await user.click(await screen.findByRole('combobox', { name: '负责人' }));
  expect(await screen.findByTitle('柯仲秋 县长')).toBeTruthy();
  expect(screen.getByTitle('聂霜降')).toBeTruthy();
});

test('the rail and the tab count the same appearances to record', async () => {
  open('handler', '/appearances');
  server.use(onTrpc('lawsuits.counts', () => ({ ...({} as Record<string, never>), byTodo: {}, toRecord: 7 }) as never));
  expect(await screen.findByRole('tab', { name: /待登记.*7/ })).toBeTruthy();
  expect(await screen.findByRole('link', { name: /出庭.*待登记 7 项/ })).toBeTruthy();
});

test('who does not count may be recorded, with the reason and its article in sight', async () => {
  const { user } = open('department-liaison', '/appearances', [
    { ...session, seats: [{ ...seat, leaderName: null, leaderTitle: null, plannedOn: null, mine: false }] },
  ]);
  server.use(
    onTrpc('appearances.substitutes', () => [
      {
        leader: {
          postId: 'post-lower' as PostId,
          accountId: 'lower' as AccountId,
          name: '温庭松',
          title: '派出所所长',
          rank: 'lower-organ',
          organId: policeBureau,
          from: null,
          until: null,
          inCharge: false,
        },
        charge: '',
        problems: [{ code: 'lower-organ', article: 'LEAD2020 2(2)' }],
        organName: '某县公安局',
        clashes: [],
        named: false,
        proposed: false,
      },
    ]),
  );
  await user.click(await screen.findByRole('button', { name: /（2026）某01行初5号/ }));
  await user.click(await screen.findByRole('button', { name: '安排负责人' }));
  expect(await screen.findByText('没有时间上空着、又可以出庭的其他负责人。')).toBeTruthy();
  expect(screen.getByText(/下级行政机关或者其他机关的负责人，不是被诉行政机关负责人/)).toBeTruthy();
  const [, submit] = screen.getAllByRole('button', { name: '安排负责人' });
  if (submit === undefined) throw new Error('the form has no button');
  await user.click(submit);
  expect(await screen.findByText('请选择一名负责人。')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /温庭松/ }));
  expect(screen.getByLabelText(/记录理由/)).toBeTruthy();
});

test('every part says what it is for; what cannot be read says so and is asked again', async () => {
  const { user } = open('handler', '/appearances?part=unrecorded');
  expect(await screen.findByText('没有待登记的')).toBeTruthy();
  server.use(
    onTrpc('appearances.major', () => {
      throw new Failing({ code: 'database-away' });
    }),
  );
  await user.click(screen.getByRole('tab', { name: '重大案件' }));
  expect(await screen.findByText(/按期反馈，直到结案/)).toBeTruthy();
  expect(await screen.findByText('没有读出来')).toBeTruthy();
  server.use(onTrpc('appearances.major', () => []));
  await user.click(screen.getByRole('button', { name: '重新读取' }));
  expect(await screen.findByText('没有列为重大的案件')).toBeTruthy();
});

test('an auditor is told that the post does not handle it', async () => {
  open('auditor', '/appearances');
  expect(await screen.findByText('你的岗位不办理这一项')).toBeTruthy();
});
