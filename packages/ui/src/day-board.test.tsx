import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DayBoard } from './day-board.tsx';

const days = Array.from({ length: 14 }, (_, at) => ({
  key: `2026-03-${String(at + 2).padStart(2, '0')}`,
  short: String(at + 2),
  long: `3月${at + 2}日`,
  isToday: at === 3,
  items: at === 8 ? [{ key: 'a', content: '09:30 第三法庭' }] : [],
}));

it('is a list of days in weeks, each day with what is on it, today marked', () => {
  render(<DayBoard label="3月开庭" weekdays={['一', '二', '三', '四', '五', '六', '日']} days={days} />);
  const board = screen.getByRole('region', { name: '3月开庭' });
  expect(within(board).getAllByRole('list')).toHaveLength(3);
  expect(board.querySelector('[aria-current="date"]')?.textContent).toContain('5');
  expect(board.querySelectorAll('[data-empty]')).toHaveLength(13);
  expect(within(board).getByText('09:30 第三法庭')).toBeTruthy();
});
