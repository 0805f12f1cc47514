import otherTable from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, fromDayNumber, toDayNumber, weekdayOf } from './civil-date.ts';
import { shippedHolidayNotices } from './holidays/shipped.ts';
import {
  makeWorkCalendar,
  qingmingDayInApril,
  regulationDaysOff,
  setDaysOf,
  shippedWorkCalendar,
  unknownCompensatingDays,
} from './work-calendar.ts';

const calendar = shippedWorkCalendar();
const day = civilDate;

function eachDay(from: CivilDate, to: CivilDate, visit: (date: CivilDate) => void): void {
  for (let n = toDayNumber(from); n <= toDayNumber(to); n += 1) visit(fromDayNumber(n));
}

describe('the shipped calendar', () => {
  it('holds every notice from 2007 to 2026', () => {
    expect([...new Set(shippedHolidayNotices.map((notice) => notice.year))]).toEqual(
      Array.from({ length: 20 }, (_, i) => 2007 + i),
    );
    expect(shippedHolidayNotices.flatMap((notice) => notice.days)).toHaveLength(678);
    expect(calendar.provisionalFrom).toBe('2026-12-29');
  });

  it('agrees with an independent table on every day from 2008 to 2026', () => {
    let compared = 0;
    const otherSays = (date: CivilDate) =>
      date in otherTable.workdays || (weekdayOf(date) <= 5 && !(date in otherTable.holidays));
    eachDay(day('2008-01-01'), day('2026-12-31'), (date) => {
      expect(`${date} ${calendar.isWorkingDay(date)}`).toBe(`${date} ${otherSays(date)}`);
      compared += 1;
    });
    expect(compared).toBe(6940);
  });

  it('says what a day is and which notice says so', () => {
    expect(calendar.dayInfo(day('2026-02-16'))).toMatchObject({ kind: 'holiday', name: '春节', provisional: false });
    expect(calendar.dayInfo(day('2026-02-16')).source?.url).toContain('content_7047091');
    expect(calendar.dayInfo(day('2016-10-08'))).toMatchObject({ kind: 'make-up', name: '国庆节' });
    expect(calendar.isWorkingDay(day('2016-10-08'))).toBe(true);
    expect(calendar.dayKind(day('2026-11-21'))).toBe('weekend');
    expect(calendar.dayKind(day('2026-11-20'))).toBe('working');
  });

  it('leaves the title of a notice that is not on file unknown', () => {
    for (const date of ['2015-09-03', '2019-05-02', '2020-01-31']) {
      expect(calendar.dayInfo(day(date))).toMatchObject({
        kind: 'holiday',
        source: { url: null, title: null, number: null },
      });
    }
  });

  it('follows the amended May of 2019 and the prolonged Spring Festival of 2020', () => {
    expect(calendar.isWorkingDay(day('2019-04-28'))).toBe(true);
    expect(calendar.isWorkingDay(day('2019-05-03'))).toBe(false);
    expect(calendar.isWorkingDay(day('2019-05-05'))).toBe(true);
    expect(calendar.nextWorkingDayOnOrAfter(day('2020-01-31'))).toBe('2020-02-03');
  });

  it('has no days before 2007, save the two that the notice of 2007 names', () => {
    expect(calendar.isWorkingDay(day('2006-12-29'))).toBeNull();
    expect(calendar.dayKind(day('2006-12-29'))).toBe('unknown');
    expect(calendar.dayKind(day('2006-12-30'))).toBe('make-up');
    expect(calendar.nextWorkingDayOnOrAfter(day('2006-11-05'))).toBeNull();
    expect(calendar.nthWorkingDayAfter(day('2006-12-30'), 1)).toBeNull();
    expect(calendar.nthWorkingDayAfter(day('2006-12-31'), 1)).toBe('2007-01-04');
    expect(calendar.nthWorkingDayBefore(day('2007-01-04'), 1)).toBeNull();
    expect(calendar.workingDaysBetween(day('2006-12-01'), day('2007-05-01'))).toBeNull();
  });

  it('changes its version with any day, and only then', () => {
    expect(makeWorkCalendar().version).toBe(calendar.version);
    const local = { region: '云岭县', date: day('2026-08-05'), name: '火把节' };
    expect(makeWorkCalendar({ localDaysOff: [local], region: '云岭县' }).version).not.toBe(calendar.version);
  });
});

describe('beyond the last notice', () => {
  it('counts weekends and the fixed days, in 2027 the festivals too', () => {
    expect(regulationDaysOff(2027).map(({ date }) => date)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
    expect(regulationDaysOff(2028).map(({ date }) => date.slice(5))).toEqual([
      '01-01',
      '04-04',
      '05-01',
      '05-02',
      '10-01',
      '10-02',
      '10-03',
    ]);
    expect(calendar.isWorkingDay(day('2027-02-05'))).toBe(false);
    expect(calendar.isWorkingDay(day('2027-02-09'))).toBe(true);
    expect(calendar.isProvisional(day('2026-12-28'))).toBe(false);
    expect(calendar.isProvisional(day('2026-12-29'))).toBe(true);
  });

  it('names the fixed days on a weekend: each brings a day off not known yet', () => {
    expect(unknownCompensatingDays(calendar, 2027)).toEqual([
      '2027-02-06',
      '2027-02-07',
      '2027-05-01',
      '2027-05-02',
      '2027-10-02',
      '2027-10-03',
    ]);
    expect(unknownCompensatingDays(calendar, 2026)).toEqual([]);
  });

  it('puts Qingming where every notice put it', () => {
    for (let year = 2008; year <= 2026; year += 1) {
      const info = calendar.dayInfo(day(`${year}-04-0${qingmingDayInApril(year)}`));
      expect(`${year} ${info.kind} ${info.name}`).toBe(`${year} holiday 清明节`);
    }
  });

  it('becomes known when the notice is loaded', () => {
    const notice = {
      year: 2027,
      url: 'https://example.invalid/2027',
      number: null,
      title: null,
      days: [
        ['2027-01-01', 'off', '元旦'],
        ['2027-01-02', 'off', '元旦'],
        ['2027-01-03', 'off', '元旦'],
        ['2026-12-27', 'work', '元旦'],
      ],
    } as const;
    const loaded = makeWorkCalendar({ notices: [...shippedHolidayNotices, notice] });
    expect(loaded.provisionalFrom).toBe('2027-12-29');
    expect(loaded.isWorkingDay(day('2026-12-27'))).toBe(true);
    // The notice speaks for its whole year: the fixed days are no longer guessed.
    expect(loaded.dayKind(day('2027-04-05'))).toBe('working');
    expect(loaded.version).not.toBe(calendar.version);
  });
});

describe('counting working days', () => {
  const within = fc.integer({ min: toDayNumber(day('2007-05-01')), max: toDayNumber(day('2040-01-01')) });

  it('equals walking day by day', () => {
    fc.assert(
      fc.property(within, fc.integer({ min: 1, max: 40 }), (n, count) => {
        const start = fromDayNumber(n);
        let date = start;
        for (let left = count; left > 0; ) {
          date = addDays(date, 1);
          if (calendar.isWorkingDay(date)) left -= 1;
        }
        expect(calendar.nthWorkingDayAfter(start, count)).toBe(date);
        expect(calendar.workingDaysBetween(start, date)).toBe(count);
        expect(calendar.workingDaysBetween(date, start)).toBe(-count);
        let back = start;
        for (let left = count; left > 0; ) {
          back = addDays(back, -1);
          if (calendar.isWorkingDay(back)) left -= 1;
        }
        expect(calendar.nthWorkingDayBefore(start, count)).toBe(back);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts a region’s own days off for that region alone (holiday regulation, article 4)', () => {
    const localDaysOff = [{ region: '云岭县', date: day('2026-08-05'), name: '火把节' }];
    const there = makeWorkCalendar({ localDaysOff, region: '云岭县' });
    const elsewhere = makeWorkCalendar({ localDaysOff, region: '青石县' });
    expect(there.dayInfo(day('2026-08-05'))).toMatchObject({ kind: 'local-off', name: '火把节' });
    expect(there.nextWorkingDayOnOrAfter(day('2026-08-05'))).toBe('2026-08-06');
    expect(elsewhere.nextWorkingDayOnOrAfter(day('2026-08-05'))).toBe('2026-08-05');
  });

  it('lists the days that are set in a year', () => {
    expect(setDaysOf(calendar, 2026)).toHaveLength(39);
    expect(setDaysOf(calendar, 2026).filter((info) => info.kind === 'make-up')).toHaveLength(6);
  });
});
