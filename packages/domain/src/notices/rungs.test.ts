/** How near a limit is, in the few steps somebody hears of. */
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, daysBetween } from '../calendar/civil-date.ts';
import { shippedWorkCalendar } from '../calendar/work-calendar.ts';
import { type RungCode, rungCodes, rungOn } from './rungs.ts';

const calendar = shippedWorkCalendar();
const d = civilDate;

/** The days of a limit on which its rung changes, with the rung. */
function ladder(ruleId: string, from: string, due: string, stopped = 0): (readonly [string, RungCode | null])[] {
  const out: (readonly [string, RungCode | null])[] = [];
  let said: RungCode | null | undefined;
  for (let day: CivilDate = addDays(d(from), -1); day <= addDays(d(due), 3); day = addDays(day, 1)) {
    const used = day < d(from) ? null : daysBetween(d(from), day) - stopped;
    const rung = rungOn({ ruleId, from: d(from), due: d(due), used }, day, calendar);
    if (rung !== said) out.push([day, rung]);
    said = rung;
  }
  return out;
}

describe('the rungs of a limit', () => {
  it('of sixty days for a decision: forty and fifty used, then working days, the day itself, and once overdue', () => {
    expect(ladder('reconsideration.decide-ordinary', '2026-06-01', '2026-07-31')).toEqual([
      ['2026-05-31', null],
      ['2026-07-11', 'used-40'],
      ['2026-07-21', 'used-50'],
      ['2026-07-24', 'left-5'],
      ['2026-07-28', 'left-3'],
      ['2026-07-30', 'left-1'],
      ['2026-07-31', 'today'],
      ['2026-08-01', 'overdue'],
    ]);
    // An end that a holiday moves uses no day: fifty are used on the fiftieth.
    expect(ladder('reconsideration.decide-ordinary', '2026-03-02', '2026-05-06')).toContainEqual([
      '2026-04-21',
      'used-50',
    ]);
  });

  it('of an extended or a stopped decision: the days that are used, not those before its end', () => {
    const rungs = (due: string, stopped = 0) =>
      ladder('reconsideration.decide-ordinary', '2026-06-01', due, stopped).filter(([, r]) => r?.startsWith('used'));
    expect(rungs('2026-08-31')).toEqual([
      ['2026-07-11', 'used-40'],
      ['2026-07-21', 'used-50'],
    ]);
    expect(rungs('2026-08-10', 10)).toEqual([
      ['2026-07-21', 'used-40'],
      ['2026-07-31', 'used-50'],
    ]);
    const never = { ruleId: 'reconsideration.perform', from: d('2026-06-01'), due: d('2026-08-31'), used: 55 };
    expect(rungOn(never, d('2026-07-26'), calendar)).toBeNull();
  });

  it('of ten working days for a reply: in its second half only', () => {
    expect(ladder('reconsideration.reply-ordinary', '2026-03-02', '2026-03-16')).toEqual([
      ['2026-03-01', null],
      ['2026-03-11', 'left-3'],
      ['2026-03-13', 'left-1'],
      ['2026-03-16', 'today'],
      ['2026-03-17', 'overdue'],
    ]);
  });

  it('of five working days for the examination: nobody is told on the first that five are left', () => {
    expect(ladder('reconsideration.examine', '2026-03-02', '2026-03-09').map(([, rung]) => rung)).toEqual([
      null,
      'left-1',
      'today',
      'overdue',
    ]);
  });

  it('of one day: that day, and then overdue', () => {
    expect(ladder('reconsideration.examine', '2026-03-02', '2026-03-02')).toEqual([
      ['2026-03-01', null],
      ['2026-03-02', 'today'],
      ['2026-03-03', 'overdue'],
    ]);
  });

  it('are counted by the calendar: a made-up Saturday is a working day, a holiday is none', () => {
    // 2026-02-28 (Saturday) is worked for the Spring Festival.
    expect(rungOn({ ruleId: 'r', from: d('2026-01-01'), due: d('2026-03-02') }, d('2026-02-27'), calendar)).toBe(
      'left-3',
    );
    expect(calendar.dayKind(d('2026-02-28'))).toBe('make-up');
    expect(rungOn({ ruleId: 'r', from: d('2026-01-01'), due: d('2026-03-02') }, d('2026-02-28'), calendar)).toBe(
      'left-1',
    );
  });

  it('only ever come nearer as the days pass, whatever the limit', () => {
    const order = (rung: RungCode | null): number => (rung === null ? -1 : rungCodes.indexOf(rung));
    for (const ruleId of ['reconsideration.decide-ordinary', 'reconsideration.perform']) {
      for (let length = 0; length <= 95; length += 1) {
        const from = d('2026-01-05');
        const due = addDays(from, length);
        let last = -1;
        for (let day = from; day <= addDays(due, 2); day = addDays(day, 1)) {
          const now = order(rungOn({ ruleId, from, due, used: daysBetween(from, day) }, day, calendar));
          expect(now, `${ruleId} ${length} days on ${day}`).toBeGreaterThanOrEqual(last);
          last = now;
        }
        expect(last).toBe(order('overdue'));
      }
    }
  });
});
