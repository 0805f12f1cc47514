import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { StepMenu } from './step-menu.tsx';
import type { Verdict } from './verdict-button.tsx';
import { VerdictButton } from './verdict-button.tsx';

function show(verdict: Verdict, busy = false) {
  const onAct = vi.fn();
  render(
    <VerdictButton
      verdict={verdict}
      label="作出决定"
      reason="尚未听取意见"
      article="第四十九条"
      busy={busy}
      onAct={onAct}
    />,
  );
  return { onAct, button: screen.getByRole('button') };
}

describe('a step as a button', () => {
  it.each<[Verdict, boolean, boolean]>([
    ['usual', true, false],
    ['allowed', true, false],
    ['irregular', true, true],
    ['refused', false, true],
  ])('%s: acts %s, shows its reason and article %s', async (verdict, acts, shows) => {
    const user = userEvent.setup();
    const { onAct, button } = show(verdict);
    await user.click(button);
    expect(onAct).toHaveBeenCalledTimes(acts ? 1 : 0);
    expect(button.textContent?.includes('尚未听取意见')).toBe(shows);
    expect(button.textContent?.includes('第四十九条')).toBe(shows);
    expect(button.getAttribute('aria-disabled')).toBe(acts ? null : 'true');
  });

  it('can be reached by keyboard when refused, so that its reason can be read, and still does nothing', async () => {
    const user = userEvent.setup();
    const { onAct, button } = show('refused');
    await user.tab();
    expect(document.activeElement).toBe(button);
    await user.keyboard('{Enter} ');
    expect(onAct).not.toHaveBeenCalled();
  });

  it('acts once while it is being sent', async () => {
    const user = userEvent.setup();
    const { onAct, button } = show('usual', true);
    await user.dblClick(button);
    expect(onAct).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-busy')).toBe('true');
  });
});

describe('the rest of the steps', () => {
  function menu() {
    const suspend = vi.fn();
    const accept = vi.fn();
    render(
      <StepMenu
        label="更多"
        items={[
          { key: 'suspend', verdict: 'allowed', label: '中止审理', onAct: suspend },
          { key: 'accept', verdict: 'refused', label: '受理', reason: '已受理', article: '第三十条', onAct: accept },
        ]}
      />,
    );
    return { suspend, accept };
  }

  it('opens on the first step, moves with the arrows and comes back to its button on Escape', async () => {
    const user = userEvent.setup();
    menu();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('中止审理');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('受理已受理 · 第三十条');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('中止审理');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /更多/ }));
  });

  it('does an allowed step and closes; a refused one stays as it is', async () => {
    const user = userEvent.setup();
    const { suspend, accept } = menu();
    await user.click(screen.getByRole('button', { name: /更多/ }));
    await user.click(screen.getByRole('menuitem', { name: /受理/ }));
    expect(accept).not.toHaveBeenCalled();
    expect(screen.getByRole('menuitem', { name: /受理/ }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('menuitem', { name: '中止审理' }));
    expect(suspend).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('puts the steps under headings and folds the refused ones away until asked for', async () => {
    const user = userEvent.setup();
    render(
      <StepMenu
        label="更多"
        refusedLabel={(count) => `现在不可以（${count}）`}
        items={[
          { key: 'suspend', verdict: 'allowed', label: '中止审理', group: '审理', onAct: vi.fn() },
          { key: 'accept', verdict: 'refused', label: '受理', reason: '已受理', group: '审查', onAct: vi.fn() },
          { key: 'note', verdict: 'allowed', label: '办案记录', group: '案卷', onAct: vi.fn() },
        ]}
      />,
    );
    await user.click(screen.getByRole('button', { name: /更多/ }));
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual(['审理', '案卷']);
    expect(screen.queryByRole('menuitem', { name: /^受理/ })).toBeNull();
    await user.keyboard('{End}{Enter}');
    expect(screen.getByRole('menuitem', { name: /现在不可以（1）/ }).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('menuitem', { name: /^受理/ }).textContent).toContain('已受理');
  });

  it('is not there when there is no further step', () => {
    const { container } = render(<StepMenu label="更多" items={[]} />);
    expect(container.childElementCount).toBe(0);
  });
});
