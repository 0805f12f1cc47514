/**
 * The work calendar as evidence: which days are working days, and which notice says so.
 * An immutable value with a version, built from the notices of the State Council (shipped, or entered by an office) and
 * a region's own days off. Beyond the last year with a notice only weekends and the fixed days of the holiday
 * regulation (全国年节及纪念日放假办法) are known: every answer there is provisional.
 */
import {
  type CivilDate,
  civilDate,
  civilDateOf,
  type DayNumber,
  dayNumberOf,
  fromDayNumber,
  partsOf,
  toDayNumber,
  weekdayOfNumber,
} from './civil-date.ts';
import type { HolidayNotice } from './holidays/holiday-notice.ts';
import { shippedHolidayNotices } from './holidays/shipped.ts';

/** What a day is: an ordinary working day, a make-up working day, a weekend, a holiday, a region's own day off, or not on file. */
export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday' | 'local-off' | 'unknown';

/** Where a day's kind comes from: the notice, or the holiday regulation's fixed days for a year without one. */
export interface DaySource {
  readonly kind: 'notice' | 'regulation' | 'local';
  /** The notice's address, number and title; null where they are not on file. */
  readonly url: string | null;
  readonly number: string | null;
  readonly title: string | null;
}

/** One day as the calendar knows it. */
export interface DayInfo {
  readonly date: CivilDate;
  readonly kind: DayKind;
  /** The holiday's name in the notice's own words; null for ordinary days and weekends. */
  readonly name: string | null;
  readonly source: DaySource | null;
  /** On or after 29 December of the last year with a notice. */
  readonly provisional: boolean;
}

/** A day off that a region set under article 4 of the holiday regulation. */
export interface LocalDayOff {
  readonly region: string;
  readonly date: CivilDate;
  readonly name: string;
  readonly number?: string | null;
  readonly title?: string | null;
  readonly url?: string | null;
}

/** What a work calendar is built from. All parts have defaults: the shipped notices and no local days. */
export interface WorkCalendarSources {
  /** Notices in order; a later one overrides an earlier one for the days it names. */
  readonly notices?: readonly HolidayNotice[];
  readonly localDaysOff?: readonly LocalDayOff[];
  /** Whose local days count; without a region none does. */
  readonly region?: string | null;
}

/** An immutable table of working days. Functions that would need a day that is not on file answer null. */
export interface WorkCalendar {
  /** Changes whenever any day that it knows changes. */
  readonly version: string;
  readonly region: string | null;
  /** The first and the last day on file, and the first day whose kind is provisional. */
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly provisionalFrom: CivilDate;
  readonly lastYearWithNotice: number;
  /** The day's kind with its name and notice. */
  dayInfo(date: CivilDate): DayInfo;
  /** The day's kind alone. */
  dayKind(date: CivilDate): DayKind;
  /** Whether work is done on the day; null where the day is not on file. */
  isWorkingDay(date: CivilDate): boolean | null;
  /** Whether the day lies on or after 29 December of the last year with a notice. */
  isProvisional(date: CivilDate): boolean;
  /** The n-th working day after the day (n ≥ 1; the day itself is not counted). */
  nthWorkingDayAfter(date: CivilDate, n: number): CivilDate | null;
  /** The n-th working day before the day (n ≥ 1; the day itself is not counted). */
  nthWorkingDayBefore(date: CivilDate, n: number): CivilDate | null;
  /** The day itself when it is a working day, else the next one. */
  nextWorkingDayOnOrAfter(date: CivilDate): CivilDate | null;
  /** The day itself when it is a working day, else the one before. */
  previousWorkingDayOnOrBefore(date: CivilDate): CivilDate | null;
  /** Working days in (from, to]: negative when `to` is earlier. */
  workingDaysBetween(from: CivilDate, to: CivilDate): number | null;
}

/** The years before this one have no calendar on file. */
const FIRST_YEAR = 2007;
/** A cap of 20 years, begun today, ends long before this year's end. */
const LAST_YEAR = 2099;

const FESTIVALS_2027: readonly (readonly [month: number, day: number, name: string])[] = [
  [2, 5, '春节'],
  [2, 6, '春节'],
  [2, 7, '春节'],
  [2, 8, '春节'],
  [6, 9, '端午节'],
  [9, 15, '中秋节'],
];

/** Festivals of the lunar calendar, for the years in which their days are known before a notice sets them. */
const KNOWN_LUNAR_DAYS: ReadonlyMap<number, typeof FESTIVALS_2027> = new Map([[2027, FESTIVALS_2027]]);

const REGULATION: DaySource = {
  kind: 'regulation',
  url: null,
  number: null,
  title: '全国年节及纪念日放假办法（2024年11月10日修订）',
};

/**
 * The day in April of Qingming (清明) in the years 2001 to 2099: the sun reaches 15° of longitude on the 4th, 5th or 6th.
 * The usual linear formula of this century; the tests compare it with every Qingming that a notice set.
 */
export function qingmingDayInApril(year: number): number {
  const y = year % 100;
  return Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4);
}

/** The days that the holiday regulation itself fixes in a year, as far as they are known without a notice. */
export function regulationDaysOff(year: number): readonly { readonly date: CivilDate; readonly name: string }[] {
  const days: (readonly [number, number, string])[] = [
    [1, 1, '元旦'],
    [4, qingmingDayInApril(year), '清明节'],
    [5, 1, '劳动节'],
    [5, 2, '劳动节'],
    [10, 1, '国庆节'],
    [10, 2, '国庆节'],
    [10, 3, '国庆节'],
    ...(KNOWN_LUNAR_DAYS.get(year) ?? []),
  ];
  return days
    .map(([month, day, name]) => ({ date: civilDateOf(year, month, day), name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

interface SetDay {
  readonly off: boolean;
  readonly local: boolean;
  readonly name: string;
  readonly source: DaySource;
}

/** FNV-1a over the parts that decide any day: a version needs to differ, not to be secret. */
function fingerprint(parts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 1) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The last year of an unbroken run of years with a notice. */
function lastNoticeYear(notices: readonly HolidayNotice[]): number {
  const years = new Set(notices.map((notice) => notice.year));
  let year = FIRST_YEAR;
  while (years.has(year + 1)) year += 1;
  return year;
}

/**
 * Builds a work calendar. Throws `CivilDateError` when a notice names a day that does not exist.
 * Building costs a few milliseconds; every question is then answered from prefix tables.
 */
export function makeWorkCalendar(sources: WorkCalendarSources = {}): WorkCalendar {
  const notices = sources.notices ?? shippedHolidayNotices;
  const region = sources.region ?? null;
  const localDays = (sources.localDaysOff ?? []).filter((day) => region !== null && day.region === region);
  const lastYearWithNotice = lastNoticeYear(notices);
  const provisionalFrom = civilDateOf(lastYearWithNotice, 12, 29);

  const set = new Map<DayNumber, SetDay>();
  for (let year = lastYearWithNotice + 1; year <= LAST_YEAR; year += 1) {
    for (const { date, name } of regulationDaysOff(year)) {
      set.set(toDayNumber(date), { off: true, local: false, name, source: REGULATION });
    }
  }
  for (const notice of notices) {
    const source: DaySource = { kind: 'notice', url: notice.url, number: notice.number, title: notice.title };
    for (const [text, day, name] of notice.days) {
      set.set(toDayNumber(civilDate(text)), { off: day === 'off', local: false, name, source });
    }
  }
  for (const day of localDays) {
    set.set(toDayNumber(day.date), {
      off: true,
      local: true,
      name: day.name,
      source: { kind: 'local', url: day.url ?? null, number: day.number ?? null, title: day.title ?? null },
    });
  }

  const first = dayNumberOf(FIRST_YEAR, 1, 1);
  const last = dayNumberOf(LAST_YEAR, 12, 31);
  const provisionalNumber = toDayNumber(provisionalFrom);
  /** before[i] = working days in [first, first + i). */
  const before = new Int32Array(last - first + 2);
  const working: DayNumber[] = [];
  for (let day = first; day <= last; day += 1) {
    const fixed = set.get(day);
    const works = fixed ? !fixed.off : weekdayOfNumber(day) <= 5;
    before[day - first + 1] = (before[day - first] ?? 0) + (works ? 1 : 0);
    if (works) working.push(day);
  }

  const onFile = (day: DayNumber): boolean => day >= first && day <= last;
  /** Working days up to and with the day. */
  const upTo = (day: DayNumber): number => before[day - first + 1] ?? 0;
  const works = (day: DayNumber): boolean => upTo(day) > (before[day - first] ?? 0);
  const workingAt = (index: number): CivilDate | null => {
    const day = working[index];
    return day === undefined ? null : fromDayNumber(day);
  };

  function kindOf(day: DayNumber): DayKind {
    const fixed = set.get(day);
    if (fixed) return fixed.local ? 'local-off' : fixed.off ? 'holiday' : 'make-up';
    if (!onFile(day)) return 'unknown';
    return weekdayOfNumber(day) <= 5 ? 'working' : 'weekend';
  }

  const version = `${FIRST_YEAR}-${lastYearWithNotice}.${fingerprint([
    region ?? '',
    ...[...set].sort(([a], [b]) => a - b).map(([day, d]) => `${day}${d.off ? '-' : '+'}${d.name}${d.source.url ?? ''}`),
  ])}`;

  return Object.freeze({
    version,
    region,
    firstDay: fromDayNumber(first),
    lastDay: fromDayNumber(last),
    provisionalFrom,
    lastYearWithNotice,
    dayInfo(date: CivilDate): DayInfo {
      const day = toDayNumber(date);
      const fixed = set.get(day);
      return {
        date,
        kind: kindOf(day),
        name: fixed?.name ?? null,
        source: fixed?.source ?? null,
        provisional: day >= provisionalNumber,
      };
    },
    dayKind: (date: CivilDate) => kindOf(toDayNumber(date)),
    isWorkingDay(date: CivilDate): boolean | null {
      const day = toDayNumber(date);
      return onFile(day) ? works(day) : null;
    },
    isProvisional: (date: CivilDate) => date >= provisionalFrom,
    nthWorkingDayAfter(date: CivilDate, n: number): CivilDate | null {
      const next = toDayNumber(date) + 1;
      return onFile(next) ? workingAt((before[next - first] ?? 0) + n - 1) : null;
    },
    nthWorkingDayBefore(date: CivilDate, n: number): CivilDate | null {
      const day = toDayNumber(date);
      return onFile(day) ? workingAt((before[day - first] ?? 0) - n) : null;
    },
    nextWorkingDayOnOrAfter(date: CivilDate): CivilDate | null {
      const day = toDayNumber(date);
      return onFile(day) ? workingAt(before[day - first] ?? 0) : null;
    },
    previousWorkingDayOnOrBefore(date: CivilDate): CivilDate | null {
      const day = toDayNumber(date);
      return onFile(day) ? workingAt(upTo(day) - 1) : null;
    },
    workingDaysBetween(from: CivilDate, to: CivilDate): number | null {
      const a = toDayNumber(from);
      const b = toDayNumber(to);
      // The day `from` itself is not counted, so that it may be the last day before the calendar begins.
      if (Math.min(a, b) < first - 1 || Math.max(a, b) > last) return null;
      return upTo(b) - upTo(a);
    },
  });
}

let shipped: WorkCalendar | undefined;

/** The calendar of the shipped notices, without local days off; built once. */
export function shippedWorkCalendar(): WorkCalendar {
  shipped ??= makeWorkCalendar();
  return shipped;
}

/** The year's days that a notice or the regulation sets, for a calendar page: days off and make-up days in order. */
export function setDaysOf(calendar: WorkCalendar, year: number): readonly DayInfo[] {
  const days: DayInfo[] = [];
  for (let day = dayNumberOf(year, 1, 1); day <= dayNumberOf(year, 12, 31); day += 1) {
    const info = calendar.dayInfo(fromDayNumber(day));
    if (info.source !== null) days.push(info);
  }
  return days;
}

/** The fixed days of a year without a notice that fall on a weekend: each brings a compensating day not yet known (article 6). */
export function unknownCompensatingDays(calendar: WorkCalendar, year: number): readonly CivilDate[] {
  if (year <= calendar.lastYearWithNotice) return [];
  return regulationDaysOff(year)
    .map((day) => day.date)
    .filter((date) => weekdayOfNumber(toDayNumber(date)) > 5 && partsOf(date).year === year);
}
