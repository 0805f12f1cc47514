import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ClockCard } from './clock-card.tsx';
import { ImpactList } from './impact-list.tsx';
import { Timeline } from './timeline.tsx';

describe('a limit on a card', () => {
  it('says its state in words and opens its explanation on request', async () => {
    const user = userEvent.setup();
    const onToggle = vi.fn();
    render(
      <ClockCard
        name="作出复议决定"
        light={{ state: 'overdue', label: '已超期' }}
        due="2026年2月24日（周二）"
        explanation={<p>加 60 日</p>}
        explanationLabel="为什么是这一天？"
        onToggle={onToggle}
      />,
    );
    expect(screen.getByRole('article', { name: /已超期\s*作出复议决定/ })).toBeTruthy();
    expect(screen.queryByText('加 60 日')).toBeNull();
    const opener = screen.getByRole('button', { name: /为什么是这一天/ });
    await user.click(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('加 60 日')).toBeTruthy();
    await user.click(opener);
    expect(onToggle.mock.calls).toEqual([[true], [false]]);
  });
});

describe('before saving', () => {
  it('says from which day to which a limit moves, and nothing about a day that stays', () => {
    render(
      <ImpactList
        title="保存后"
        none="不影响任何期限"
        strings={{ before: '原为', after: '改为' }}
        items={[
          {
            key: '1',
            clock: '作出决定',
            direction: 'moves',
            directionLabel: '延后',
            before: '2月24日',
            after: '3月26日',
          },
          {
            key: '2',
            clock: '答复',
            direction: 'unchanged',
            directionLabel: '不变',
            before: '2月10日',
            after: '2月10日',
          },
        ]}
      />,
    );
    const [moved, same] = screen.getAllByRole('listitem');
    expect(moved?.textContent?.replaceAll(/\s+/g, ' ')).toBe('作出决定延后原为 2月24日 → 改为 3月26日');
    expect(same?.querySelector('del')).toBeNull();
  });

  it('says so when no limit moves', () => {
    render(<ImpactList title="保存后" none="不影响任何期限" strings={{ before: '', after: '' }} items={[]} />);
    expect(screen.getByText('不影响任何期限')).toBeTruthy();
  });
});

describe('the ledger', () => {
  it('keeps a wrong entry in sight, struck, with what stands in its place', () => {
    render(
      <Timeline
        label="经过"
        entries={[
          { key: '1', date: '12月2日', title: '收到补正材料' },
          {
            key: '2',
            date: '12月1日',
            title: '收到补正材料',
            state: 'replaced',
            stateLabel: '已更正',
            correction: '更正为 12月2日',
          },
        ]}
      />,
    );
    const [right, wrong] = screen.getAllByRole('listitem');
    expect(right?.querySelector('s')).toBeNull();
    expect(wrong?.querySelector('s')?.textContent).toBe('收到补正材料');
    expect(wrong?.textContent).toContain('已更正');
    expect(wrong?.textContent).toContain('更正为 12月2日');
  });
});
