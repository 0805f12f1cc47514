import type { Actor } from '@redress/domain/access/actor';
import type { Role } from '@redress/domain/access/roles';
import { civilDate } from '@redress/domain/calendar/civil-date';
import { theHandler } from '@redress/domain/testing/play';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';
import type { Letter } from './own-letters.ts';

/** The same person in a post of another role. */
function inRole(role: Role): Actor {
  const acting = { ...theHandler.acting, role };
  return { ...theHandler, posts: [acting], acting };
}
const atWork = (today: string, role: Role = 'handler') => new SmallOffice(today, inRole(role), received());
const panel = async (title: string) => {
  const heading = await screen.findByRole('heading', { level: 2, name: new RegExp(title) });
  return heading.closest('section, .rd-panel') as HTMLElement;
};

/** An opinion letter to the organ; `alone`: in a case that it has no other part in. */
const letter = (due: string, state: 'open' | 'overdue', alone: boolean): Letter => ({
  caseId: 'case-of-the-letter' as Letter['caseId'],
  organName: '某县人民政府',
  alone,
  unsignedSince: alone ? civilDate('2025-12-30') : null,
  light: null,
  ask: {
    key: `opinion-letter-${due}`,
    kind: 'opinion-letter',
    organId: theHandler.acting.organId,
    organName: '某机关',
    step: 'record-opinion-report',
    about: null,
    document: { id: 'document-1', kind: 'opinion-letter', number: '云政复意〔2026〕1号' },
    subject: '规范送达',
    askedOn: civilDate('2025-12-30'),
    due: civilDate(due),
    clockId: null,
    state,
    doneOn: null,
    returned: null,
    article: null,
    consequences: [],
  },
});

test('the page says the day, and what is due with its rule, what is left and by when a refusal must be posted', async () => {
  renderApp(atWork('2026-01-07'), '/');
  await screen.findByRole('heading', { level: 1, name: '1月7日 星期三' });
  expect(screen.getByText('今天没有已超期、今日届满和等你审批的案件。')).toBeTruthy();
  const row = within(await panel('要办的')).getByRole('row', { name: /云政复〔2026〕41号/ });
  expect(within(row).getByText('审查申请')).toBeTruthy();
  expect(within(row).getByText('还有 3 个工作日')).toBeTruthy();
  expect(within(row).getByText('不予受理的，决定书须在 1月12日前（含当日）寄出')).toBeTruthy();
  expect(within(row).getByRole('link').getAttribute('href')).toBe('/cases/case-played');
});

test('on the last day of the examination silence stands on top', async () => {
  renderApp(atWork('2026-01-12'), '/');
  await panel('要办的');
  const top = screen.getAllByRole('status').find((one) => one.textContent?.includes('今日 24 时视为受理'));
  expect(top?.textContent).toContain('第三十条第三款');
  expect(top?.textContent).toContain('云政复〔2026〕41号');
  expect(screen.getAllByText('今日 24 时视为受理').length).toBe(2);
});

test('a number in the sentence opens the list it counts', async () => {
  const { history, user } = renderApp(atWork('2026-01-12'), '/');
  const asked: unknown[] = [];
  const link = await screen.findByRole('link', { name: '1 件今日届满' });
  server.use(
    onTrpc('cases.list', ({ filter }) => {
      asked.push(filter);
      return { rows: [], nextCursor: null };
    }),
  );
  await user.click(link);
  await waitFor(() => expect(history.location.pathname).toBe('/cases'));
  await waitFor(() =>
    expect(asked.at(-1)).toMatchObject({ dueFrom: '2026-01-12', dueTo: '2026-01-12', closed: false }),
  );
});

test('a list of open and closed cases is asked for as it was counted', async () => {
  const { history, user } = renderApp(atWork('2026-01-12'), '/');
  const asked: unknown[] = [];
  const link = await screen.findByRole('link', { name: /^等别人/ });
  server.use(
    onTrpc('cases.list', ({ filter }) => {
      asked.push(filter);
      return { rows: [], nextCursor: null };
    }),
  );
  await user.click(link);
  await waitFor(() => expect(history.location.search).toContain('waits=others'));
  await waitFor(() => expect(asked.length).toBeGreaterThan(0));
  expect(asked.at(-1)).toMatchObject({ waits: 'others', handler: 'me' });
  expect(asked.at(-1)).not.toHaveProperty('closed');
});

test('how far back and whose cases stand in the address', async () => {
  const asked: unknown[] = [];
  const small = atWork('2026-01-07', 'section-head');
  const { history, user } = renderApp(small, '/');
  await panel('要办的');
  server.use(
    onTrpc('workbench.mine', (input) => {
      asked.push(input);
      return small.bench(input?.sinceDays, input?.whose);
    }),
  );
  await user.click(screen.getByRole('button', { name: '14 天' }));
  await waitFor(() => expect(history.location.search).toContain('since=14'));
  await waitFor(() => expect(asked.at(-1)).toEqual({ sinceDays: 14 }));
  await user.click(screen.getByRole('button', { name: '我的' }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ sinceDays: 14, whose: 'me' }));
});

test('a handler has no switch and no approvals', async () => {
  renderApp(atWork('2026-01-07'), '/');
  await panel('要办的');
  expect(screen.queryByRole('button', { name: '全机构' })).toBeNull();
  expect(screen.queryByRole('heading', { name: /等我审批/ })).toBeNull();
});

test('the days used and the mark that is reached; what happened; a hearing without the leader', async () => {
  const small = atWork('2026-01-07');
  const { user } = renderApp(small, '/');
  await panel('要办的');
  const bench = small.bench();
  const { id, number, title } = bench.due[0] as (typeof bench.due)[number];
  server.use(
    onTrpc('workbench.mine', () => ({
      ...bench,
      due: bench.due.map((row) => ({
        ...row,
        stage: 'accepted',
        used: {
          used: 47,
          of: 60,
          marks: [
            { at: 40, reached: true },
            { at: 50, reached: false },
          ],
          stopped: false,
        },
      })),
      hearings: [
        {
          ...{ id, number, title, hearingId: 'h1', on: civilDate('2026-01-09'), time: '09:30', place: '第一会议室' },
          ...{ leader: 'unsettled' as const, leaderName: null },
        },
      ],
      happened: [
        {
          ...{ id, number, title, key: 'e1', on: civilDate('2026-01-06') },
          is: 'entry' as const,
          type: 'reply-filed',
          by: '陶某',
        },
        {
          ...{ id, number, title, key: 'l1', on: civilDate('2026-01-06') },
          is: 'lapse' as const,
          type: 'deemed-accepted',
          by: null,
        },
      ],
    })),
  );
  await user.click(screen.getByRole('button', { name: '30 天' }));
  expect(await screen.findByRole('img', { name: '审理期限 60 天，已用 47 天' })).toBeTruthy();
  expect(screen.getByText('已满 40 天')).toBeTruthy();
  const hearings = within(await panel('本周听证'));
  expect(hearings.getByText('周五 09:30')).toBeTruthy();
  expect(hearings.getByText('被申请人负责人应当参加，尚未确定')).toBeTruthy();
  const happened = within(await panel('这几天发生的'));
  expect(happened.getByText('期限届满未作决定，视为受理')).toBeTruthy();
  expect(happened.getByText(/陶某/)).toBeTruthy();
});

test('whom the case waits for, how long it has, what follows, and a reminder', async () => {
  const played = received();
  played.do('accept', {}, '2026-01-06');
  played.do(
    'issue-copy',
    {
      document: {
        sendings: [
          {
            addressee: { is: 'organ', organId: played.case.respondents[0] as never },
            method: 'direct',
            sentOn: '2026-01-07',
            servedOn: '2026-01-07',
          },
        ],
      },
    },
    '2026-01-07',
  );
  const { user } = renderApp(new SmallOffice('2026-01-12', inRole('handler'), played), '/');
  const others = within(await panel('等别人'));
  expect(others.getByText('某县公安局')).toBeTruthy();
  expect(others.getByText('3 个工作日')).toBeTruthy();
  expect(others.getByText(/视为该行政行为没有证据、依据/)).toBeTruthy();
  const sent: unknown[] = [];
  server.use(
    onTrpc('notices.remind', (input) => {
      sent.push(input);
      return { told: 1 } as never;
    }),
  );
  await user.click(others.getByRole('button', { name: /^提醒/ }));
  await waitFor(() => expect(sent.length).toBe(1));
  expect(await others.findByText('已提醒')).toBeTruthy();
  await user.click(others.getByText('已提醒'));
  expect(sent.length).toBe(1);
});

test('a workbench that cannot be read says why and reads again on request', async () => {
  const small = atWork('2026-01-07');
  let broken = true;
  const { user } = renderApp(small, '/');
  server.use(
    onTrpc('workbench.mine', () => {
      if (broken) throw new Failing({ code: 'database-away' });
      return small.bench();
    }),
  );
  await screen.findByText('工作台没有读出来');
  broken = false;
  await user.click(screen.getByRole('button', { name: '重新读取' }));
  await panel('要办的');
});

test('the whole page speaks English on request', async () => {
  renderApp(atWork('2026-01-07'), '/', 'en');
  await screen.findByRole('heading', { level: 1, name: /^Wednesday/ });
  expect(screen.getByRole('heading', { name: 'To do' })).toBeTruthy();
  expect(screen.getByText('3 working days left')).toBeTruthy();
});

test('a department that was only sent a letter is told that it is overdue, and that nobody has signed for it', async () => {
  const office = atWork('2026-01-07', 'department-liaison');
  renderApp(office, '/');
  server.use(onTrpc('proceedings.letters', () => [letter('2026-01-06', 'overdue', true)]));
  const link = await screen.findByRole('link', { name: '1 份意见书超期未报送' });
  expect(link.getAttribute('href')).toBe('/letters');
  expect(screen.queryByText('今天没有已超期和今日届满的事项。')).toBeNull();
  const row = within(await panel('已寄出、尚未签收的文书')).getByRole('link', { name: /云政复意〔2026〕1号/ });
  expect(row.getAttribute('href')).toBe('/cases/case-of-the-letter');
});

test('a letter in a case of its own list is counted there, and what is not due yet is not said to be', async () => {
  renderApp(atWork('2026-01-07', 'department-liaison'), '/');
  server.use(
    onTrpc('proceedings.letters', () => [letter('2026-01-06', 'overdue', false), letter('2026-01-20', 'open', true)]),
  );
  expect(await screen.findByText('今天没有已超期和今日届满的事项。')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /份意见书/ })).toBeNull();
});
