import type { Actor } from '@redress/domain/access/actor';
import type { Role } from '@redress/domain/access/roles';
import { theHandler } from '@redress/domain/testing/play';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { received, SmallOffice } from '../../testing/small-office.ts';

/** The same person in a post of another role. */
function inRole(role: Role): Actor {
  const acting = { ...theHandler.acting, role };
  return { ...theHandler, posts: [acting], acting };
}
const officeOf = (role: Role) => new SmallOffice('2026-01-05', inRole(role));

test.each([
  ['statistician', /统计人员不查看具体案卷/],
  ['system-admin', /系统管理员不查看案卷/],
  ['security-admin', /安全管理员不查看案卷/],
  ['auditor', /审计员不查看案卷/],
] as const)('a %s lands on a page that says what the post can do, from any way in', async (role, said) => {
  const { history } = renderApp(officeOf(role), '/cases');
  expect(await screen.findByText(said)).toBeTruthy();
  expect(history.location.pathname).toBe('/');
  expect(screen.queryByRole('button', { name: '重新读取' })).toBeNull();
});

test('whoever reads cases lands on the workbench', async () => {
  const { history } = renderApp(new SmallOffice('2026-01-05', inRole('handler'), received()), '/');
  expect(await screen.findByRole('heading', { level: 1, name: /1月5日 星期一/ })).toBeTruthy();
  expect(history.location.pathname).toBe('/');
});

test.each([
  ['department-liaison', '/cases/new'],
  ['handler', '/approvals'],
  ['auditor', '/cases/some-case'],
] as const)('a %s at %s is told that the post does not handle it', async (role, path) => {
  renderApp(officeOf(role), path);
  expect(await screen.findByText('你的岗位不办理这一项')).toBeTruthy();
});
