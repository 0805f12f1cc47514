import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { formatCivilDate } from '@redress/domain/calendar/civil-date';
import type { Words } from './labels/words.ts';
import type { Language } from './language.tsx';

/** 2026年2月24日（周二）: a limit's day, with its weekday as a check. */
export const fullDay = (day: CivilDate, language: Language): string => formatCivilDate(day, language, 'full');
/** 2026年2月24日 */
export const plainDay = (day: CivilDate, language: Language): string => formatCivilDate(day, language, 'day');
/** 2月24日: where the year is plain from the context. */
export const shortDay = (day: CivilDate, language: Language): string => formatCivilDate(day, language, 'short');
/** 2月24日, in another year than today's 2024年2月24日: on lists, where days of many years stand together. */
export const dayInList = (day: CivilDate, today: CivilDate, language: Language): string =>
  formatCivilDate(day, language, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'day');

/** An instant on the office's wall clock (Asia/Shanghai): for display only. */
export function instant(ms: number | string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(typeof ms === 'string' ? Date.parse(ms) : ms);
}

/** The civil day (Asia/Shanghai) of an instant, short: the day something was recorded. */
export function instantDay(ms: number, language: Language): string {
  const english = language === 'en';
  return new Intl.DateTimeFormat(english ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: english ? 'short' : '2-digit',
    day: english ? 'numeric' : '2-digit',
  })
    .format(ms)
    .replace('/', '-');
}

/** 1.2 MB */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

export interface Left {
  readonly due: CivilDate | null;
  readonly status: string;
  readonly daysLeft: number | null;
  readonly workingDaysLeft: number | null;
  /** The unit of `daysLeft`; calendar days where it is not said. */
  readonly unit?: string;
}

/** How much is left, in words: working days while few remain, calendar days otherwise. */
export function leftInWords(left: Left, words: Words): string {
  if (left.status === 'stopped') {
    return left.daysLeft === null ? words.days.stopped : words.days.stoppedLeft(left.daysLeft);
  }
  if (left.due === null || left.daysLeft === null) return left.status === 'none' ? words.days.none : words.days.unknown;
  const working = left.unit === 'working-day';
  if (left.daysLeft < 0) {
    return working ? words.days.overdueWorking(-left.daysLeft) : words.days.overdue(-left.daysLeft);
  }
  if (left.daysLeft === 0) return words.days.today;
  if (left.workingDaysLeft !== null && left.workingDaysLeft > 0 && left.workingDaysLeft <= 10) {
    return words.days.workingLeft(left.workingDaysLeft);
  }
  return working ? words.days.workingLeft(left.daysLeft) : words.days.left(left.daysLeft);
}
