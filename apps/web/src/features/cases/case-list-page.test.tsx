import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';

const office = () => new SmallOffice('2026-01-07', undefined, received());

test('a case stands in the list with its light, its number, whom it waits for and what is left', async () => {
  renderApp(office(), '/cases');
  const row = await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  expect(within(row).getByText('李某不服某县公安局行政处罚决定')).toBeTruthy();
  expect(within(row).getByText('已收到，待审查')).toBeTruthy();
  expect(within(row).getByText('行政复议机构')).toBeTruthy();
  // Five working days after 5 January 2026 end on the 12th: three are left on the 7th.
  expect(within(row).getByText('还有 3 个工作日')).toBeTruthy();
  expect(within(row).getByRole('link').getAttribute('href')).toBe('/cases/case-played');
  // What was put to the committee is one press away.
  expect(screen.getByRole('link', { name: /委员会/ }).getAttribute('href')).toBe('/committee');
});

test('pressing a filter puts it into the address, and the list is asked for with it', async () => {
  const asked: unknown[] = [];
  const small = office();
  const { history, user } = renderApp(small, '/cases');
  server.use(
    onTrpc('cases.list', ({ filter }) => {
      asked.push(filter);
      return { rows: [], nextCursor: null };
    }),
  );
  await user.click(await screen.findByRole('button', { name: /已超期/ }));
  await waitFor(() => expect(history.location.search).toContain('light=overdue'));
  await screen.findByText('没有符合条件的案件');
  expect(asked.at(-1)).toMatchObject({ light: 'overdue', closed: false });
  await user.click(screen.getAllByRole('button', { name: '清除筛选' })[0] as HTMLElement);
  await waitFor(() => expect(history.location.search).not.toContain('light'));
});

test('an address with unknown filters is read without them', async () => {
  const asked: unknown[] = [];
  const small = office();
  renderApp(small, '/cases?light=purple&stage=nowhere&q=%E6%9D%8E%E6%9F%90');
  server.use(
    onTrpc('cases.list', ({ filter }) => {
      asked.push(filter);
      return { rows: [small.row()], nextCursor: null };
    }),
  );
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  expect(asked.at(-1)).toEqual({ q: '李某' });
});

test('the next page is fetched by its key and added below', async () => {
  const small = office();
  renderApp(small, '/cases');
  const cursors: unknown[] = [];
  server.use(
    onTrpc('cases.list', ({ cursor }) => {
      cursors.push(cursor ?? null);
      const row = { ...small.row(), id: `case-${cursors.length}` as ReturnType<typeof small.row>['id'] };
      return { rows: [row], nextCursor: cursors.length === 1 ? 'after-the-first' : null };
    }),
  );
  const more = await screen.findByRole('button', { name: '再显示一些' });
  more.click();
  await screen.findByText('共 2 件');
  expect(cursors).toEqual([null, 'after-the-first']);
});

test('a list that cannot be read says why and reads again on request', async () => {
  const small = office();
  const { user } = renderApp(small, '/cases');
  let broken = true;
  server.use(
    onTrpc('cases.list', () => {
      if (broken) throw new Failing({ code: 'database-away' });
      return { rows: [small.row()], nextCursor: null };
    }),
  );
  await screen.findByText('案件清单没有读出来');
  expect(screen.getByText(/数据库暂时无法连接/)).toBeTruthy();
  broken = false;
  await user.click(screen.getByRole('button', { name: '重新读取' }));
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
});

test('the whole page speaks English on request', async () => {
  renderApp(office(), '/cases', 'en');
  const row = await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  expect(within(row).getByText('3 working days left')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Reconsideration cases' })).toBeTruthy();
});
