import { civilDate } from '@redress/domain/calendar/civil-date';
import { expect, test } from 'vitest';
import { dayInList } from './format.ts';

test('a day of another year says its year, one of this year does not', () => {
  const today = civilDate('2026-11-22');
  expect(dayInList(civilDate('2026-05-06'), today, 'zh-CN')).toBe('5月6日');
  expect(dayInList(civilDate('2024-05-06'), today, 'zh-CN')).toBe('2024年5月6日');
  expect(dayInList(civilDate('2027-03-01'), today, 'en')).toBe('1 Mar 2027');
});
