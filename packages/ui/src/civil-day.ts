/**
 * Civil days as plain text `YYYY-MM-DD`, reckoned on whole day numbers. Nothing here touches an instant or a time
 * zone, so a day typed in New York is the same day in Shanghai.
 */

/** A day of the proleptic Gregorian calendar. */
export interface CivilParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Why typed text is no day: it has no such form, or the form is right and the calendar has no such day. */
export type DayTextProblem = 'format' | 'no-such-day';

export type ParsedDay =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly problem: DayTextProblem };

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYY-MM-DD` of a day's parts. */
export function isoDay({ year, month, day }: CivilParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The parts of `YYYY-MM-DD`; null when the text is not a day in exactly this form. */
export function partsOf(iso: string): CivilParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return exists(parts) ? parts : null;
}

function exists({ year, month, day }: CivilParts): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01 (negative before), counted in eras of 400 years that begin on 1 March. */
export function dayNumber({ year, month, day }: CivilParts): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day with this number: the inverse of `dayNumber`. */
export function fromDayNumber(number: number): CivilParts {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 Monday to 6 Sunday. */
export function weekdayIndex(parts: CivilParts): number {
  // 1970-01-01, number 0, was a Thursday.
  return (((dayNumber(parts) + 3) % 7) + 7) % 7;
}

/** `iso` moved by whole days. */
export function addDays(iso: string, days: number): string {
  const parts = partsOf(iso);
  return parts === null ? iso : isoDay(fromDayNumber(dayNumber(parts) + days));
}

/** `iso` moved by months, to the month's last day when it has no such day. */
export function addMonths(iso: string, months: number): string {
  const parts = partsOf(iso);
  if (parts === null) return iso;
  const index = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return isoDay({ year, month, day: Math.min(parts.day, daysInMonth(year, month)) });
}

/**
 * Reads a day as people type it: 2026-02-03, 20260203, 2026.2.3, 2026/2/3, 2026年2月3日 (full-width digits and marks
 * too). The year always has four digits and comes first: 3/2/2026 means two different days to two readers.
 */
export function parseDayText(text: string): ParsedDay {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(plain) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(plain);
  if (match === null) return { ok: false, problem: 'format' };
  const numbers = match.slice(1).filter((group) => /^\d+$/.test(group));
  const parts = { year: Number(numbers[0]), month: Number(numbers[1]), day: Number(numbers[2]) };
  return exists(parts) ? { ok: true, day: isoDay(parts) } : { ok: false, problem: 'no-such-day' };
}

/** True when more typing cannot turn the text into another day, so that it may be taken at once. */
export function isCompleteDayText(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return /^(\d{8}|\d{4}([-./])\d{2}\2\d{2}|\d{4}年\d{1,2}月\d{1,2}日)$/.test(plain);
}
