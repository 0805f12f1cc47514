import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  CivilDateError,
  civilDate,
  civilDateOf,
  compareCivilDates,
  daysBetween,
  formatCivilDate,
  fromDayNumber,
  isCivilDate,
  toDayNumber,
  weekdayOf,
} from './civil-date.ts';

const anyDay = fc.integer({ min: toDayNumber(civilDate('0001-01-01')), max: toDayNumber(civilDate('9999-12-31')) });

describe('a civil day', () => {
  it.each(['2025-02-30', '2025-13-01', '2025-00-10', '2025-04-31', '1900-02-29', '2025-02-29', '0000-01-01'])(
    'does not exist: %s',
    (text) => {
      expect(() => civilDate(text)).toThrow(CivilDateError);
      expect(isCivilDate(text)).toBe(false);
    },
  );

  it.each(['2025/02/03', '20250203', '2025-2-3', ' 2025-02-03', '2025-02-03T00:00', '', '二〇二五年'])(
    'is written in one way only: "%s" is refused',
    (text) => {
      expect(() => civilDate(text)).toThrow('YYYY-MM-DD');
    },
  );

  it('knows leap years', () => {
    expect(civilDate('2024-02-29')).toBe('2024-02-29');
    expect(civilDate('2000-02-29')).toBe('2000-02-29');
  });

  it('is a number of days from 1970 and back, without gaps, over all years', () => {
    expect(toDayNumber(civilDate('1970-01-01'))).toBe(0);
    expect(toDayNumber(civilDate('2000-03-01'))).toBe(11017);
    fc.assert(
      fc.property(anyDay, (n) => {
        expect(toDayNumber(fromDayNumber(n))).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with Temporal on weekdays, days and months', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 60000 }), fc.integer({ min: -500, max: 500 }), (n, by) => {
        const day = fromDayNumber(n);
        const plain = Temporal.PlainDate.from(day);
        expect(weekdayOf(day)).toBe(plain.dayOfWeek);
        expect(addDays(day, by)).toBe(plain.add({ days: by }).toString());
        expect(addMonths(day, by)).toBe(plain.add({ months: by }).toString());
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the day of the month, or takes the last one', () => {
    expect(addMonths(civilDate('2025-08-31'), 6)).toBe('2026-02-28');
    expect(addMonths(civilDate('2026-02-28'), 6)).toBe('2026-08-28');
    expect(addMonths(civilDate('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addYears(civilDate('2024-02-29'), 5)).toBe('2029-02-28');
    expect(addYears(civilDate('2024-02-29'), 20)).toBe('2044-02-29');
  });

  it('is compared and counted', () => {
    expect(daysBetween(civilDate('2026-02-24'), civilDate('2026-02-24'))).toBe(0);
    expect(daysBetween(civilDate('2026-03-01'), civilDate('2026-02-28'))).toBe(-1);
    expect(['2026-10-01', '2026-02-01'].map(civilDate).sort(compareCivilDates)).toEqual(['2026-02-01', '2026-10-01']);
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(civilDateOf(2026, 2, 4)).toBe('2026-02-04');
  });

  it('is written in Chinese and in English', () => {
    const day = civilDate('2026-02-24');
    expect(formatCivilDate(day, 'zh-CN', 'full')).toBe('2026年2月24日（周二）');
    expect(formatCivilDate(day, 'zh-CN')).toBe('2026年2月24日');
    expect(formatCivilDate(day, 'zh-CN', 'short')).toBe('2月24日');
    expect(formatCivilDate(day, 'en', 'full')).toBe('Tue 24 Feb 2026');
    expect(formatCivilDate(day, 'en', 'short')).toBe('24 Feb');
  });
});
