import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';

const session = (token: string, userAgent: string | null) => ({
  id: `session-${token}`,
  token,
  userAgent,
  ipAddress: '192.0.2.7',
  createdAt: '2026-01-07T01:00:00.000Z',
  expiresAt: '2026-01-08T01:00:00.000Z',
});

/** Sign-ins on this machine and elsewhere; `ended` hears which were revoked. */
function signIns(ended: string[]) {
  let all = [session('here', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'), session('there', null)];
  return [
    http.get('*/api/auth/list-sessions', () => HttpResponse.json(all)),
    http.get('*/api/auth/get-session', () => HttpResponse.json({ session: { token: 'here' } })),
    http.post('*/api/auth/revoke-session', async ({ request }) => {
      const { token } = (await request.json()) as { token: string };
      ended.push(token);
      all = all.filter((one) => one.token !== token);
      return HttpResponse.json({ status: true });
    }),
    http.post('*/api/auth/revoke-other-sessions', () => {
      ended.push('others');
      all = all.filter((one) => one.token === 'here');
      return HttpResponse.json({ status: true });
    }),
  ];
}

const open = () => renderApp(new SmallOffice('2026-01-07', undefined, received()), '/sessions');

test('one’s sign-ins are listed with their machine, and this one cannot be revoked by mistake', async () => {
  const ended: string[] = [];
  const { user } = open();
  server.use(...signIns(ended));
  expect(await screen.findByText('Firefox · Linux')).toBeTruthy();
  expect(screen.getByText('本次登录')).toBeTruthy();
  expect(screen.getByText('未知设备')).toBeTruthy();
  const main = screen.getByRole('main');
  await user.click(within(main).getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(screen.queryByText('未知设备')).toBeNull());
  expect(ended).toEqual(['there']);
  expect(screen.getByText('没有其他登录。')).toBeTruthy();
});

test('all others can be revoked at once', async () => {
  const ended: string[] = [];
  const { user } = open();
  server.use(...signIns(ended));
  await user.click(await screen.findByRole('button', { name: '撤销其他全部登录' }));
  expect(await screen.findByText('没有其他登录。')).toBeTruthy();
  expect(ended).toEqual(['others']);
});

test('a list that cannot be read says so and can be asked again', async () => {
  const { user } = open();
  server.use(
    http.get('*/api/auth/list-sessions', () => HttpResponse.json({}, { status: 500 })),
    ...signIns([]),
  );
  expect(await screen.findByText('登录记录没有读出来')).toBeTruthy();
  server.use(...signIns([]));
  await user.click(screen.getByRole('button', { name: '重新读取' }));
  expect(await screen.findByText('Firefox · Linux')).toBeTruthy();
});
