import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';

const office = () => new SmallOffice('2026-01-07', undefined, received());

test('without a session a page leads to the sign-in, and from there back to the page', async () => {
  const small = office();
  let signedIn = false;
  const { history, user } = renderApp(small, '/cases/case-played?tab=parties');
  const [, me] = small.handlers();
  server.use(
    onTrpc('session.me', () => {
      throw new Failing({ code: 'not-signed-in' });
    }),
    http.post('*/api/auth/sign-in/username', async ({ request }) => {
      expect(await request.json()).toEqual({ username: 'linzhi', password: 'a good password' });
      signedIn = true;
      if (me !== undefined) server.use(me);
      return HttpResponse.json({});
    }),
  );
  await user.type(await screen.findByLabelText('用户名'), 'linzhi');
  expect(history.location.pathname).toBe('/sign-in');
  await user.type(screen.getByLabelText('密码'), 'a good password');
  await user.click(screen.getByRole('button', { name: '登录' }));
  await waitFor(() => expect(history.location.href).toBe('/cases/case-played?tab=parties'));
  expect(signedIn).toBe(true);
});

const refusals = [
  [401, 'INVALID_USERNAME_OR_PASSWORD', '用户名或者密码不对。'],
  [423, 'ACCOUNT_LOCKED', /账号已暂时锁定/],
  [403, 'DEMO_ACCOUNT_REFUSED', '演示账号只能在本机登录。'],
  [429, 'TOO_MANY_FAILURES', /太频繁/],
  [500, '', /连不上服务器/],
] as const;

test.each(refusals)('a refusal (%i %s) is said in words, and what was typed stays', async (status, code, words) => {
  const { user } = renderApp(office(), '/sign-in');
  server.use(http.post('*/api/auth/sign-in/username', () => HttpResponse.json({ code }, { status })));
  await user.type(await screen.findByLabelText('用户名'), 'linzhi');
  await user.type(screen.getByLabelText('密码'), 'wrong');
  await user.click(screen.getByRole('button', { name: '登录' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
  expect((screen.getByLabelText('用户名') as HTMLInputElement).value).toBe('linzhi');
});

test('nothing is sent while a field is empty', async () => {
  const { user } = renderApp(office(), '/sign-in');
  await user.click(await screen.findByRole('button', { name: '登录' }));
  expect((await screen.findByRole('alert')).textContent).toContain('请填写用户名和密码。');
});

test('a demonstration office lists its accounts, and pressing one signs in with it', async () => {
  const { history, user } = renderApp(office(), '/sign-in');
  const sent: unknown[] = [];
  server.use(
    onTrpc('session.info', () => ({
      today: '2026-01-07' as never,
      firstStart: false,
      demo: {
        password: 'demo-password',
        accounts: [{ username: 'linzhi', name: '林之', organName: '某县人民政府', role: 'handler', title: '科员' }],
      },
    })),
    http.post('*/api/auth/sign-in/username', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  await user.click(await screen.findByRole('button', { name: /林之/ }));
  await waitFor(() => expect(history.location.pathname).toBe('/'));
  expect(sent).toEqual([{ username: 'linzhi', password: 'demo-password' }]);
});
