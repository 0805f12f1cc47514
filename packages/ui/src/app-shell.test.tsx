import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AppShell } from './app-shell.tsx';
import { UiRoot } from './theme.tsx';

function show() {
  render(
    <UiRoot locale="zh-CN">
      <AppShell
        brand="云岭复议"
        office="云岭县司法局"
        groups={[
          {
            key: 'work',
            items: [
              { key: 'desk', label: '工作台', counter: { value: 3, tone: 'red', name: '3 件已超期' } },
              { key: 'cases', label: '复议', current: true },
            ],
          },
        ]}
        bottom={{ key: 'admin', label: '管理' }}
        renderLink={(item, link) => <a href={`#${item.key}`} {...link} />}
        strings={{ navigation: '主导航', openMenu: '打开导航', closeMenu: '关闭导航', skipToContent: '跳到正文' }}
      >
        <h1>案件</h1>
      </AppShell>
    </UiRoot>,
  );
}

describe('the frame of a page', () => {
  it('lists the places, says which one is on screen and what a counter counts', () => {
    show();
    const links = within(screen.getByRole('navigation', { name: '主导航' })).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#desk', '#cases', '#admin']);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'page', null]);
    expect(screen.getByRole('link', { name: /3 件已超期/ })).toBeTruthy();
  });

  it('lets a keyboard skip to the content', async () => {
    show();
    await userEvent.setup().tab();
    expect(document.activeElement?.getAttribute('href')).toBe(`#${screen.getByRole('main').id}`);
  });

  it('opens its places behind a button and closes when one is chosen', async () => {
    const user = userEvent.setup();
    show();
    const opener = screen.getByRole('button', { name: '打开导航' });
    await user.click(opener);
    const drawer = await screen.findByRole('dialog');
    expect(opener.getAttribute('aria-expanded')).toBe('true');
    await user.click(within(drawer).getByRole('link', { name: /工作台/ }));
    await waitFor(() => expect(opener.getAttribute('aria-expanded')).toBe('false'));
  });
});
