/** Days used of a limit: the trigger's day is not counted, stopped days are not, and an open stop has no later day. */
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../calendar/civil-date.ts';
import { dayOfUse, daysUsedOn, stoppedUntil } from './days-used.ts';

const trigger = civilDate('2026-03-02');
const free = { trigger, stoppedSpans: [] };
const stopped = { trigger, stoppedSpans: [{ from: civilDate('2026-03-12'), to: civilDate('2026-03-22') }] };
const open = { trigger, stoppedSpans: [{ from: civilDate('2026-03-12'), to: null }] };
const day = civilDate;

describe('days used', () => {
  it('begin after the trigger', () => {
    expect([
      daysUsedOn(free, day('2026-03-01')),
      daysUsedOn(free, trigger),
      daysUsedOn(free, day('2026-03-03')),
    ]).toEqual([null, 0, 1]);
    expect(daysUsedOn({ trigger: null, stoppedSpans: [] }, trigger)).toBeNull();
  });

  it('stand still while the limit does: [from, to)', () => {
    const on = (d: string) => daysUsedOn(stopped, day(d));
    expect([on('2026-03-11'), on('2026-03-12'), on('2026-03-21'), on('2026-03-22'), on('2026-03-23')]).toEqual([
      9, 9, 9, 10, 11,
    ]);
    expect([stoppedUntil(stopped, day('2026-03-14')), stoppedUntil(open, day('2026-03-14'))]).toEqual([3, 3]);
    expect(stoppedUntil({ trigger: null, stoppedSpans: open.stoppedSpans }, day('2026-03-14'))).toBe(0);
  });
});

describe('the day on which the n-th day is used', () => {
  it('is the trigger plus n, and later by what was stopped before it', () => {
    expect(dayOfUse(free, 40)).toBe('2026-04-11');
    expect(dayOfUse(stopped, 9)).toBe('2026-03-11');
    expect(dayOfUse(stopped, 10)).toBe('2026-03-22');
    expect(dayOfUse(stopped, 40)).toBe('2026-04-21');
  });

  it('is none while an open stop stands before it, and without a trigger', () => {
    expect(dayOfUse(open, 9)).toBe('2026-03-11');
    expect(dayOfUse(open, 10)).toBeNull();
    expect(dayOfUse({ trigger: null, stoppedSpans: [] }, 10)).toBeNull();
  });

  it('is the first day on which so many are used, for every n', () => {
    for (let n = 1; n <= 70; n += 1) {
      const on = dayOfUse(stopped, n);
      if (on === null) throw new Error(`no day for ${n}`);
      expect(daysUsedOn(stopped, on)).toBe(n);
      expect(daysUsedOn(stopped, addDays(on, -1))).toBeLessThan(n);
    }
  });
});
