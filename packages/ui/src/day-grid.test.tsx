import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { addDays } from './civil-day.ts';
import type { DayKind, GridDay } from './day-grid.tsx';
import { DayGrid } from './day-grid.tsx';

const words = {
  label: '作出决定，逐日',
  weekdayNames: ['一', '二', '三', '四', '五', '六', '日'],
  monthName: (month: number) => `${month}月`,
  hint: '指向一天',
  kindNames: {
    start: '起算之日',
    counted: '计入',
    weekend: '周末',
    holiday: '放假',
    'make-up': '调休上班',
    stopped: '中止',
    raw: '顺延前',
    due: '届满',
    provisional: '暂定',
  },
};

/** Wednesday 25 February to Tuesday 10 March 2026. */
function span(): GridDay[] {
  return Array.from({ length: 14 }, (_, index) => {
    const date = addDays('2026-02-25', index);
    const kinds: Record<number, DayKind> = { 0: 'start', 3: 'make-up', 4: 'weekend', 13: 'due' };
    return { date, kind: kinds[index] ?? 'counted', label: `${date} ${index}` };
  });
}

describe('the day grid', () => {
  it('has one named square per day, Monday to Sunday as rows and weeks as columns', () => {
    render(<DayGrid {...words} days={span()} />);
    const grid = screen.getByRole('grid', { name: '作出决定，逐日' });
    expect(within(grid).getAllByRole('gridcell', { name: /^2026-/ })).toHaveLength(14);
    const rows = within(grid).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(7);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(words.weekdayNames);
    const monday = within(rows[0] as HTMLElement).getAllByRole('gridcell', { name: /^2026-/ });
    expect(monday.map((cell) => cell.getAttribute('aria-label'))).toEqual(['2026-03-02 5', '2026-03-09 12']);
    const wednesday = within(rows[2] as HTMLElement).getAllByRole('gridcell', { name: /^2026-/ });
    expect(wednesday.map((cell) => cell.getAttribute('aria-label'))).toEqual(['2026-02-25 0', '2026-03-04 7']);
  });

  it('heads the weeks with their month, a week belonging to the month of its Sunday', () => {
    render(<DayGrid {...words} days={span()} />);
    const heads = screen.getAllByRole('columnheader');
    expect(heads.map((head) => [head.textContent, head.getAttribute('colspan')])).toEqual([['3月', '3']]);
  });

  it('says in the legend only what occurs', () => {
    render(<DayGrid {...words} days={span()} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '起算之日',
      '计入',
      '周末',
      '调休上班',
      '届满',
    ]);
  });

  it('is one tab stop, at the end of the limit, and names the day that has the focus', async () => {
    const user = userEvent.setup();
    render(
      <>
        <DayGrid {...words} days={span()} />
        <button type="button">after</button>
      </>,
    );
    expect(screen.getByText('指向一天')).toBeTruthy();
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('2026-03-10 13');
    expect(screen.getByText('2026-03-10 13')).toBeTruthy();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('after');
  });

  it('moves by day down the week, by week across, and stays inside the span', async () => {
    const user = userEvent.setup();
    render(<DayGrid {...words} days={span()} />);
    const at = () => document.activeElement?.getAttribute('aria-label');
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(at()).toBe('2026-03-10 13');
    await user.keyboard('{ArrowUp}');
    expect(at()).toBe('2026-03-09 12');
    await user.keyboard('{ArrowUp}');
    expect(at()).toBe('2026-03-08 11');
    await user.keyboard('{ArrowLeft}');
    expect(at()).toBe('2026-03-01 4');
    await user.keyboard('{ArrowRight}');
    expect(at()).toBe('2026-03-08 11');
    await user.keyboard('{Home}');
    expect(at()).toBe('2026-02-25 0');
    await user.keyboard('{ArrowLeft}');
    expect(at()).toBe('2026-02-25 0');
    await user.keyboard('{End}');
    expect(at()).toBe('2026-03-10 13');
    expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
  });

  it('names the day that is pointed at', async () => {
    const user = userEvent.setup();
    render(<DayGrid {...words} days={span()} />);
    await user.hover(screen.getByRole('gridcell', { name: '2026-02-28 3' }));
    expect(screen.getByText('2026-02-28 3')).toBeTruthy();
  });

  it('stands empty without days', () => {
    render(<DayGrid {...words} days={[]} />);
    expect(screen.queryAllByRole('gridcell', { name: /./ })).toHaveLength(0);
  });
});
