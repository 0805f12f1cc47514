import type { Actor } from '@redress/domain/access/actor';
import type { Role } from '@redress/domain/access/roles';
import { theHandler } from '@redress/domain/testing/play';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';

function inRole(role: Role): Actor {
  const acting = { ...theHandler.acting, role };
  return { ...theHandler, posts: [acting], acting };
}
const officeOf = (role: Role) => new SmallOffice('2026-01-05', inRole(role));

const row = {
  id: 'account-lin' as never,
  version: 3,
  username: 'lin.zhi',
  name: '林知',
  openedOn: '2024-01-01' as never,
  suspended: false,
  suspendedFrom: null,
  posts: [{ id: 'post-lin' as never, organName: '某县人民政府', role: 'handler' as const, title: '承办人' }],
  sessions: 1,
  lastAt: null,
  mustChange: false,
  locked: false,
};
const accounts = () => onTrpc('office.accounts', () => ({ rows: [row], nextCursor: null }));

test.each([
  ['system-admin', '/office/organs'],
  ['security-admin', '/office/people'],
  ['auditor', '/office/record'],
] as const)('a %s begins with their own part', async (role, path) => {
  const { history } = renderApp(officeOf(role), '/office');
  server.use(
    accounts(),
    onTrpc('office.organTree', () => []),
    onTrpc('office.record', () => ({ rows: [], nextCursor: null })),
    onTrpc('office.signIns', () => ({ failing: 0, locked: 0, signedIn: 1 })),
  );
  await waitFor(() => expect(history.location.pathname).toBe(path));
  const parts = await screen.findByRole('navigation', { name: '管理的各部分' });
  expect(within(parts).queryByRole('link', { name: '操作记录' }) !== null).toBe(role === 'auditor');
});

test('nobody else is led into the administration', async () => {
  renderApp(officeOf('handler'), '/office/people');
  expect(await screen.findByText('你的岗位不办理这一项')).toBeTruthy();
});

test('who reads a part that is another’s finds nothing to press', async () => {
  renderApp(officeOf('auditor'), '/office/people');
  server.use(accounts());
  expect(await screen.findByText('林知')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /停用/ })).not.toBeNull();
  expect(screen.queryByRole('button', { name: /停用 林知/ })).toBeNull();
  expect(screen.queryByRole('button', { name: '开立账号' })).toBeNull();
});

test('an account with open cases is suspended only once somebody hands them over', async () => {
  const { user } = renderApp(officeOf('security-admin'), '/office/people');
  const sent: unknown[] = [];
  server.use(
    accounts(),
    onTrpc('office.openWork', () => ({
      cases: 4,
      leftBehind: 4,
      assigners: [{ accountId: 'account-gu' as never, name: '顾长河' }],
    })),
    onTrpc('office.actOnAccount', ({ input, type }) => {
      sent.push([type, input]);
      const handOverBy = 'handOverBy' in input ? input.handOverBy : null;
      if (handOverBy == null) {
        throw new Failing({ code: 'step-refused', reason: { code: 'open-cases', article: null, params: { n: 4 } } });
      }
      return { id: row.id, password: null };
    }),
  );
  await user.click(await screen.findByRole('button', { name: '停用 林知' }));
  const form = within(await screen.findByRole('dialog'));
  expect(await form.findByText(/还有 4 件未结案件/)).toBeTruthy();
  await user.type(form.getByRole('textbox', { name: /理由/ }), '调离');
  await user.click(form.getByRole('button', { name: '停用' }));
  expect(await form.findByText(/还有 4 件未结案件，须先移交/)).toBeTruthy();
  await user.click(form.getByRole('radio', { name: /现在办理/ }));
  await user.click(form.getByRole('combobox', { name: /负责移交的人/ }));
  await user.click(await screen.findByText('顾长河', { selector: '.ant-select-item-option-content' }));
  await user.click(form.getByRole('button', { name: '停用' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent.map((one) => (one as [string, { handOverBy: unknown }])[1].handOverBy)).toEqual([null, 'account-gu']);
});

test('a one-time password is shown once, until it was handed over', async () => {
  const { user } = renderApp(officeOf('security-admin'), '/office/people');
  server.use(
    accounts(),
    onTrpc('office.openWork', () => ({ cases: 0, leftBehind: 0, assigners: [] })),
    onTrpc('office.actOnAccount', () => ({ id: row.id, password: 'abcd-efgh-jkmn' })),
  );
  await user.click(await screen.findByRole('button', { name: '重置密码 林知' }));
  const form = within(await screen.findByRole('dialog'));
  await user.click(form.getByRole('button', { name: '重置密码' }));
  expect(await form.findByText('不能为空。')).toBeTruthy();
  await user.type(form.getByRole('textbox', { name: /理由/ }), '本人到场');
  await user.click(form.getByRole('button', { name: '重置密码' }));
  expect(await screen.findByText('abcd-efgh-jkmn')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '已经交给本人' }));
  await waitFor(() => expect(screen.queryByText('abcd-efgh-jkmn')).toBeNull());
});

test('a leader’s post says the rank and what they are in charge of; another post says neither', async () => {
  const { user } = renderApp(officeOf('system-admin'), '/office/posts');
  const leading = {
    id: 'post-gu' as never,
    version: 1,
    accountId: 'account-gu' as never,
    name: '顾长风',
    organId: 'organ-police' as never,
    organName: '某县公安局',
    role: 'leader' as const,
    title: '副局长',
    rank: 'deputy' as const,
    charge: '治安管理',
    from: '2024-01-01' as never,
    leftOn: null,
    held: true,
    delegations: [],
  };
  server.use(
    accounts(),
    onTrpc('office.posts', () => ({ rows: [leading], nextCursor: null })),
  );
  expect(await screen.findByText('副职负责人 · 治安管理')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '设定岗位' }));
  const form = within(await screen.findByRole('dialog'));
  expect(form.queryByRole('textbox', { name: /分管工作/ })).toBeNull();
  await user.click(form.getByRole('combobox', { name: /负责人职级/ }));
  await user.click(await screen.findByTitle('副职负责人'));
  expect(form.getByRole('textbox', { name: /分管工作/ })).toBeTruthy();
});
