import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumber,
  fromDayNumber,
  isCompleteDayText,
  isoDay,
  parseDayText,
  partsOf,
  weekdayIndex,
} from './civil-day.ts';

function parts(iso: string) {
  const found = partsOf(iso);
  if (found === null) throw new Error(`${iso} is no day`);
  return found;
}

describe('a day as people type it', () => {
  it.each([
    ['2026-02-03'],
    ['20260203'],
    ['2026.2.3'],
    ['2026/2/3'],
    ['2026-2-3'],
    ['2026年2月3日'],
    ['2026年2月3'],
    ['２０２６年２月３日'],
    ['  2026 - 02 - 03 '],
  ])('reads %s as 3 February 2026', (text) => {
    expect(parseDayText(text)).toEqual({ ok: true, day: '2026-02-03' });
  });

  it.each([
    ['3/2/2026'],
    ['26-02-03'],
    ['2026-02'],
    ['2026-02.03'],
    ['明天'],
    ['2026020'],
    ['202602030'],
    ['2026-02-03T00:00Z'],
  ])('does not guess at %s', (text) => {
    expect(parseDayText(text)).toEqual({ ok: false, problem: 'format' });
  });

  it.each([
    ['2026-02-29'],
    ['2026-13-01'],
    ['2026-04-31'],
    ['1900-02-29'],
    ['0000-01-01'],
    ['2026-00-10'],
    ['20260230'],
  ])('knows that the calendar has no %s', (text) => {
    expect(parseDayText(text)).toEqual({ ok: false, problem: 'no-such-day' });
  });

  it('has the leap days that exist', () => {
    expect(parseDayText('2028-02-29').ok).toBe(true);
    expect(parseDayText('2000-02-29').ok).toBe(true);
  });

  it('takes a text at once only when more typing could not make it another day', () => {
    expect(['2026-02-03', '20260203', '2026.02.03', '2026年2月3日'].every(isCompleteDayText)).toBe(true);
    expect(['2026-2-3', '2026-02-0', '2026年2月3', ''].some(isCompleteDayText)).toBe(false);
  });
});

describe('reckoning on day numbers', () => {
  it('begins at 1970-01-01 and is the inverse of itself over eight centuries', () => {
    expect(dayNumber(parts('1970-01-01'))).toBe(0);
    let previous = '';
    for (let number = -146_097; number <= 146_097; number += 1) {
      const iso = isoDay(fromDayNumber(number));
      if (dayNumber(parts(iso)) !== number || iso <= previous)
        throw new Error(`${number} gave ${iso} after ${previous}`);
      previous = iso;
    }
    expect(previous).toBe('2370-01-01');
  });

  it('knows the weekday', () => {
    expect(weekdayIndex(parts('2026-02-24'))).toBe(1);
    expect(weekdayIndex(parts('2026-03-01'))).toBe(6);
    expect(weekdayIndex(parts('1969-12-29'))).toBe(0);
  });

  it('moves by days over the ends of months and years, and by months to the last day there is', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
  });
});
