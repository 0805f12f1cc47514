/**
 * Civil days: a calendar day in Asia/Shanghai, as an ISO string, and integer arithmetic on it.
 * A civil day is no instant: nothing here knows a time zone, and nothing goes through `Date`.
 */

import type { Brand } from '../ids.ts';

/** A valid Gregorian day written `YYYY-MM-DD` (years 0001 to 9999). Comparable as a string. */
export type CivilDate = Brand<string, 'CivilDate'>;

/** Days since 1970-01-01 (which is 0). The form for hot paths. */
export type DayNumber = number;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Why a text is no civil day. */
export type CivilDateProblem = 'not-a-date' | 'no-such-day';

/** The result of reading a text as a civil day. */
export type CivilDateResult =
  | { readonly ok: true; readonly date: CivilDate }
  | { readonly ok: false; readonly problem: CivilDateProblem; readonly text: string };

/** Thrown by `civilDate` for a text that is no civil day; `problem` says which way. */
export class CivilDateError extends Error {
  readonly problem: CivilDateProblem;
  readonly text: string;
  constructor(problem: CivilDateProblem, text: string) {
    super(
      problem === 'not-a-date'
        ? `"${text}" is not a day written YYYY-MM-DD`
        : `"${text}" is a day that the calendar does not have`,
    );
    this.name = 'CivilDateError';
    this.problem = problem;
    this.text = text;
  }
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether February of the year has 29 days. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Reads `YYYY-MM-DD` without throwing; other notations and days such as 2025-02-30 are refused. */
export function parseCivilDate(text: string): CivilDateResult {
  const match = pattern.exec(text);
  if (!match) return { ok: false, problem: 'not-a-date', text };
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return { ok: false, problem: 'no-such-day', text };
  }
  return { ok: true, date: text as CivilDate };
}

/** Reads `YYYY-MM-DD`; throws `CivilDateError` for anything else. */
export function civilDate(text: string): CivilDate {
  const result = parseCivilDate(text);
  if (!result.ok) throw new CivilDateError(result.problem, text);
  return result.date;
}

/** Whether the text is a civil day in the one notation the domain uses. */
export function isCivilDate(text: string): text is CivilDate {
  return parseCivilDate(text).ok;
}

/** Year, month (1 to 12) and day of month. */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The civil day of a year, month and day of month; throws `CivilDateError` where there is none. */
export function civilDateOf(year: number, month: number, day: number): CivilDate {
  return civilDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

/** The integer day number of year, month and day (proleptic Gregorian; March-based years make leap days last). */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The integer day number of a civil day. */
export function toDayNumber(date: CivilDate): DayNumber {
  const { year, month, day } = partsOf(date);
  return dayNumberOf(year, month, day);
}

/** The civil day of an integer day number; throws a RangeError outside the years 0001 to 9999. */
export function fromDayNumber(dayNumber: DayNumber): CivilDate {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1 || year > 9999) throw new RangeError(`day number ${dayNumber} lies outside the years 0001 to 9999`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The corresponding day `months` later; the month's last day where it has no such day (31 August + 6 = end of February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  if (toYear < 1 || toYear > 9999) throw new RangeError(`${date} and ${months} months leave the years 0001 to 9999`);
  return civilDateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The corresponding day `years` later; 28 February for 29 February where the year has none. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Negative, zero or positive: for sorting days, earliest first. */
export function compareCivilDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earlier of two days. */
export function earlierOf(a: CivilDate, b: CivilDate): CivilDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b;
}

/** The ISO weekday of an integer day number (1970-01-01 was a Thursday). */
export function weekdayOfNumber(dayNumber: DayNumber): Weekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CivilDate): Weekday {
  return weekdayOfNumber(toDayNumber(date));
}

/** The two languages of the product. */
export type Language = 'zh-CN' | 'en';

const weekdaysZh = ['一', '二', '三', '四', '五', '六', '日'] as const;
const weekdaysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `周二` or `Tue`. */
export function formatWeekday(weekday: Weekday, language: Language): string {
  return language === 'zh-CN' ? `周${weekdaysZh[weekday - 1]}` : `${weekdaysEn[weekday - 1]}`;
}

/** How much of a day is written: with its weekday, without it, or without its year. */
export type CivilDateStyle = 'full' | 'day' | 'short';

/** `2026年2月24日（周二）`, `2026年2月24日`, `2月24日`; in English `Tue 24 Feb 2026`, `24 Feb 2026`, `24 Feb`. */
export function formatCivilDate(date: CivilDate, language: Language, style: CivilDateStyle = 'day'): string {
  const { year, month, day } = partsOf(date);
  if (language === 'zh-CN') {
    const short = `${month}月${day}日`;
    if (style === 'short') return short;
    return style === 'full' ? `${year}年${short}（${formatWeekday(weekdayOf(date), language)}）` : `${year}年${short}`;
  }
  const short = `${day} ${monthsEn[month - 1]}`;
  if (style === 'short') return short;
  return style === 'full' ? `${formatWeekday(weekdayOf(date), language)} ${short} ${year}` : `${short} ${year}`;
}
