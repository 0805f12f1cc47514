import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { suitRow } from '../../testing/suit-answers.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';
import { filterOf } from './lawsuit-filter.ts';
import { readColumns } from './use-columns.ts';

const office = () => new SmallOffice('2026-01-07');

test('a lawsuit stands in the list with both its numbers, its instance, whom it waits for and what is left', async () => {
  renderApp(office(), '/lawsuits');
  server.use(onTrpc('lawsuits.list', () => ({ rows: [suitRow()], nextCursor: null })));
  const row = await screen.findByRole('row', { name: /云政应〔2026〕1号/ });
  expect(within(row).getByText('（2026）云0423行初12号')).toBeTruthy();
  expect(within(row).getByText('李某诉某县公安局行政处罚')).toBeTruthy();
  expect(within(row).getByText('还有 9 个工作日')).toBeTruthy();
  expect(within(row).getByRole('link').getAttribute('href')).toBe('/lawsuits/suit-1');
});

test('a session for which no leader is arranged says so', async () => {
  renderApp(office(), '/lawsuits');
  const nextSession = {
    sessionId: 's-1',
    on: '2026-01-15' as never,
    time: '09:30',
    place: '第一审判庭',
    leaderPlanned: false,
  };
  server.use(onTrpc('lawsuits.list', () => ({ rows: [suitRow({ nextSession })], nextCursor: null })));
  const row = await screen.findByRole('row', { name: /云政应〔2026〕1号/ });
  expect(within(row).getByText('1月15日 09:30')).toBeTruthy();
  expect(within(row).getByText('负责人待安排')).toBeTruthy();
});

test('pressing what is to be done puts it into the address, and the list is asked for with it', async () => {
  const asked: unknown[] = [];
  const { history, user } = renderApp(office(), '/lawsuits');
  server.use(
    onTrpc('lawsuits.list', ({ filter }) => {
      asked.push(filter);
      return { rows: [], nextCursor: null };
    }),
  );
  await user.click(await screen.findByRole('button', { name: /^待安排负责人/ }));
  await waitFor(() => expect(history.location.search).toContain('todo=leader'));
  await screen.findByText('没有应诉案件');
  expect(asked.at(-1)).toEqual({ todo: 'leader', closed: false });
  await user.click(screen.getAllByRole('button', { name: '清除筛选' })[0] as HTMLElement);
  await waitFor(() => expect(history.location.search).not.toContain('todo'));
});

test('a filter behind 更多筛选 is named above the list and dropped with one press', async () => {
  const { history, user } = renderApp(office(), '/lawsuits?outcome=revoke');
  server.use(onTrpc('lawsuits.list', () => ({ rows: [suitRow()], nextCursor: null })));
  await screen.findByRole('row', { name: /云政应〔2026〕1号/ });
  await user.click(screen.getByRole('button', { name: /更多筛选|收起筛选|收起/ }));
  await user.click(await screen.findByRole('button', { name: /^删除：裁判结果：/ }));
  await waitFor(() => expect(history.location.search).not.toContain('outcome'));
});

test('a list that cannot be read says why', async () => {
  renderApp(office(), '/lawsuits');
  server.use(
    onTrpc('lawsuits.list', () => {
      throw new Failing({ code: 'database-away' });
    }),
  );
  expect(await screen.findByText('应诉案件清单没有读出来')).toBeTruthy();
  expect(screen.getByText(/数据库暂时无法连接/)).toBeTruthy();
});

test('the page speaks English on request', async () => {
  renderApp(office(), '/lawsuits', 'en');
  server.use(onTrpc('lawsuits.list', () => ({ rows: [suitRow()], nextCursor: null })));
  expect(await screen.findByRole('heading', { name: 'Lawsuits' })).toBeTruthy();
  const row = await screen.findByRole('row', { name: /云政应〔2026〕1号/ });
  expect(within(row).getByText('9 working days left')).toBeTruthy();
});

test('the list is of open lawsuits, unless what is looked for goes on after their end', () => {
  expect(filterOf({})).toEqual({ closed: false });
  expect(filterOf({ closed: true })).toEqual({ closed: true });
  expect(filterOf({ q: '李某' })).toEqual({ q: '李某' });
  expect(filterOf({ outcome: 'revoke' })).toEqual({ outcome: 'revoke' });
  expect(filterOf({ todo: 'perform' })).toEqual({ todo: 'perform' });
  expect(filterOf({ todo: 'answer', mine: true })).toEqual({ todo: 'answer', handler: 'me', closed: false });
});

test('columns that are no more are left out, and the number never is', () => {
  expect(readColumns({ columns: ['court', 'nowhere'] })).toEqual(['number', 'court']);
  expect(readColumns(null)).toContain('title');
});
