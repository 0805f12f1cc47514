import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { onTrpc } from '../../testing/trpc-handlers.ts';

const office = () => new SmallOffice('2026-01-05');
const empty = () => ({ is: 'empty' as const, demoOffered: true });

test('a sign-in where nobody can sign in yet leads to the first start', async () => {
  const { history } = renderApp(office(), '/sign-in');
  server.use(
    onTrpc('session.info', () => ({ today: office().today, demo: null, firstStart: true })),
    onTrpc('firstStart.state', empty),
  );
  expect(await screen.findByRole('heading', { level: 1, name: '首次启动' })).toBeTruthy();
  expect(history.location.pathname).toBe('/first-start');
});

test('the demonstration is made while the page says how far it is', async () => {
  let making = false;
  const { user } = renderApp(office(), '/first-start');
  server.use(
    onTrpc('firstStart.state', () => (making ? { is: 'making', made: 41 } : empty())),
    onTrpc('firstStart.demo', ({ code }) => {
      if (code !== 'GOOD-CODE') return { is: 'refused', reason: 'setup-code-wrong' };
      making = true;
      return { is: 'making', made: 1 };
    }),
  );
  // One press makes nothing: it is for good, and the code is asked for.
  await user.click(await screen.findByRole('button', { name: '建立演示' }));
  expect(await screen.findByText(/启动码不对/)).toBeTruthy();
  expect(screen.getByText(/建立后不能撤销/)).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /启动码/ }), 'GOOD-CODE');
  await user.click(screen.getByRole('button', { name: '建立演示' }));
  expect(await screen.findByText(/已写入 41 份记录/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '建立本单位' })).toBeNull();
});

test('open to the network no demonstration is offered, and the page says why', async () => {
  renderApp(office(), '/first-start');
  server.use(onTrpc('firstStart.state', () => ({ is: 'empty', demoOffered: false })));
  expect(await screen.findByText(/演示账号不能登录，因此不建立演示/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '建立演示' })).toBeNull();
});

test('a wrong code goes no further; a mistake in the table is told with line and column', async () => {
  const sent: string[] = [];
  const { user } = renderApp(office(), '/first-start');
  server.use(
    onTrpc('firstStart.state', empty),
    onTrpc('firstStart.check', ({ code, csv }) => {
      sent.push(code);
      if (code !== 'GOOD-CODE') return { is: 'refused', reason: 'setup-code-wrong' };
      const problems =
        csv === '' ? [] : [{ field: 'organs.2.level', rule: 'not-one-of', params: { given: '村级', options: '县级' } }];
      return { is: 'checked', organs: [], problems };
    }),
  );
  await user.click(await screen.findByRole('button', { name: '建立本单位' }));
  const next = () => user.click(screen.getByRole('button', { name: '下一步' }));
  await user.type(screen.getByRole('textbox', { name: '启动码' }), 'BAD');
  await next();
  expect(await screen.findByText(/启动码不对/)).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: '启动码' }));
  await user.type(screen.getByRole('textbox', { name: '启动码' }), 'GOOD-CODE');
  await next();
  await screen.findByRole('textbox', { name: '案号前缀' });
  await next();
  await user.type(await screen.findByRole('textbox', { name: '或者在这里粘贴' }), 'code');
  await next();
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('第 2 行，级别（level）：“村级”不在可选项中：县级')).toBeTruthy();
  await waitFor(() => expect(sent).toEqual(['BAD', 'GOOD-CODE', 'GOOD-CODE', 'GOOD-CODE']));
});
