import type { Actor } from '@redress/domain/access/actor';
import type { Role } from '@redress/domain/access/roles';
import { theHandler } from '@redress/domain/testing/play';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';

function inRole(role: Role): Actor {
  const acting = { ...theHandler.acting, role };
  return { ...theHandler, posts: [acting], acting };
}
const office = (role: Role = 'handler') => new SmallOffice('2026-01-07', inRole(role), received());
const field = () => screen.findByRole('combobox', { name: /搜索案号/ });

test('Ctrl-K opens it, the arrows choose, Enter goes there', async () => {
  const { history, user } = renderApp(office(), '/cases');
  await screen.findByRole('button', { name: /搜索案号/ });
  await user.keyboard('{Control>}k{/Control}');
  const input = await field();
  await waitFor(() => expect(document.activeElement).toBe(input));
  const options = screen.getAllByRole('option');
  expect(options[0]?.textContent).toContain('工作台');
  expect(options[0]?.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{ArrowDown}');
  expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
  expect(input.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(screen.getAllByRole('option').at(-1)?.getAttribute('aria-selected')).toBe('true');
  await user.type(input, '超期');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(history.location.pathname).toBe('/cases'));
  expect(history.location.search).toContain('light=overdue');
});

test('/ opens it, too, but not while somebody types', async () => {
  const { user } = renderApp(office(), '/cases');
  await screen.findByRole('button', { name: /搜索案号/ });
  await user.keyboard('/');
  const input = await field();
  await user.type(input, '1/2');
  expect((input as HTMLInputElement).value).toBe('1/2');
});

test('a case is found with why, and opens', async () => {
  const { history, user } = renderApp(office(), '/cases');
  await user.click(await screen.findByRole('button', { name: /搜索案号/ }));
  await user.type(await field(), '行政处罚');
  const cases = await screen.findByRole('group', { name: '案件' });
  const option = within(cases).getByRole('option', { name: /云政复〔2026〕41号/ });
  expect(option.querySelector('mark')?.textContent).toBe('行政处罚');
  expect(option.textContent).toContain('行政行为：');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(history.location.pathname).toBe('/cases/case-played'));
});

test('all results are a line below, and open the list', async () => {
  const { history, user } = renderApp(office(), '/cases');
  await user.click(await screen.findByRole('button', { name: /搜索案号/ }));
  await user.type(await field(), '处罚');
  await user.click(await screen.findByRole('option', { name: '在清单里看“处罚”的全部结果' }));
  await waitFor(() => expect(history.location.pathname).toBe('/cases'));
  expect(decodeURIComponent(history.location.search)).toContain('q=处罚');
});

test('a case that was opened is offered again', async () => {
  const { user } = renderApp(office(), '/cases/case-played');
  await screen.findByRole('heading', { level: 1, name: /云政复〔2026〕41号|李某不服/ });
  await user.keyboard('{Control>}k{/Control}');
  const recent = await screen.findByRole('group', { name: '最近打开的案件' });
  expect(within(recent).getByRole('option').textContent).toContain('云政复〔2026〕41号');
});

test('an organ is offered as the respondent of its cases', async () => {
  const { history, user } = renderApp(office(), '/cases');
  await user.click(await screen.findByRole('button', { name: /搜索案号/ }));
  await user.type(await field(), '公安局');
  await user.click(await screen.findByRole('option', { name: '某县公安局作为被申请人的案件' }));
  await waitFor(() => expect(history.location.search).toContain('respondent='));
});

test('nothing found says what one can type; a failed search says why', async () => {
  const { user } = renderApp(office(), '/cases');
  await user.click(await screen.findByRole('button', { name: /搜索案号/ }));
  await user.type(await field(), '无此人');
  await screen.findByText('没有与“无此人”相符的案件或者页面');
  server.use(
    onTrpc('search.find', () => {
      throw new Failing({ code: 'database-away' });
    }),
  );
  await user.type(await field(), '甲');
  await screen.findByText(/搜索没有成功/);
});

test('a department is not led where it may not go', async () => {
  const { user } = renderApp(office('department-liaison'), '/cases');
  await user.click(await screen.findByRole('button', { name: /搜索案号/ }));
  await field();
  const offered = screen.getAllByRole('option').map((option) => option.textContent);
  expect(offered).toContain('案件清单');
  for (const page of ['登记申请', '审批', '等别人的案件', '管理']) expect(offered).not.toContain(page);
});

test('whoever sees no cases goes to their pages by it, and no case is searched for', async () => {
  const { history, user } = renderApp(office('auditor'), '/');
  let searched = 0;
  server.use(
    onTrpc('search.find', () => {
      searched += 1;
      return { rows: [], more: false, moreSuits: false };
    }),
  );
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{Control>}k{/Control}');
  await field();
  expect(screen.getAllByRole('option').map((option) => option.textContent)).not.toContain('案件清单');
  await user.keyboard('管理');
  await screen.findByRole('option', { name: '管理' });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(history.location.pathname).toBe('/office'));
  expect(searched).toBe(0);
});
