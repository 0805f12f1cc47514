import { expect, test } from 'vitest';
import { typedTime } from './typed-time.ts';

test.each([
  ['9:30', '09:30'],
  ['9：30', '09:30'],
  ['09:30', '09:30'],
  ['930', '09:30'],
  ['1430', '14:30'],
  ['9点半', '09:30'],
  ['9点', '09:00'],
  ['14时05分', '14:05'],
])('%s is the time %s', (typed, time) => {
  expect(typedTime(typed)).toBe(time);
});

test.each(['', '25:00', '9:75', '上午', '9:3'])('%s is no time, and stays as it was typed', (typed) => {
  expect(typedTime(typed)).toBe(typed);
});
