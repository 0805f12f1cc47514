import type { CivilDateStrings } from '../src/civil-date-input.tsx';
import { partsOf, weekdayIndex } from '../src/civil-day.ts';
import type { DayKind } from '../src/day-grid.tsx';

export type Lang = 'zh-CN' | 'en';

/** One of two texts by language: the gallery's whole catalogue. */
export type Say = (zh: string, en: string) => string;

export function sayIn(lang: Lang): Say {
  return (zh, en) => (lang === 'zh-CN' ? zh : en);
}

export const weekdays: Record<Lang, readonly string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const shortWeekdays: Record<Lang, readonly string[]> = {
  'zh-CN': ['一', '二', '三', '四', '五', '六', '日'],
  en: ['M', 'Tu', 'W', 'Th', 'F', 'Sa', 'Su'],
};

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function monthName(lang: Lang): (month: number) => string {
  return (month) => (lang === 'zh-CN' ? `${month}月` : (monthsEn[month - 1] ?? ''));
}

/** A day in words with its weekday. */
export function dayText(lang: Lang, iso: string): string {
  const parts = partsOf(iso);
  if (parts === null) return iso;
  const weekday = weekdays[lang][weekdayIndex(parts)] ?? '';
  return lang === 'zh-CN'
    ? `${parts.year}年${parts.month}月${parts.day}日（${weekday}）`
    : `${weekday} ${parts.day} ${monthsEn[parts.month - 1]} ${parts.year}`;
}

export const kindNames: Record<Lang, Record<Exclude<DayKind, 'none'>, string>> = {
  'zh-CN': {
    start: '起算之日，不计',
    counted: '计入',
    weekend: '周末',
    holiday: '放假',
    'make-up': '调休上班',
    stopped: '中止',
    raw: '顺延前',
    due: '届满',
    provisional: '暂定',
  },
  en: {
    start: 'the day of the fact, not counted',
    counted: 'counted',
    weekend: 'weekend',
    holiday: 'holiday',
    'make-up': 'make-up working day',
    stopped: 'stopped',
    raw: 'before rolling',
    due: 'the end',
    provisional: 'provisional',
  },
};

export function gridWords(lang: Lang, say: Say) {
  return {
    kindNames: kindNames[lang],
    weekdayNames: shortWeekdays[lang],
    monthName: monthName(lang),
    hint: say('指向或用方向键移到一天，看它是什么', 'Point at a day, or move with the arrow keys, to see what it is'),
  };
}

export function dateWords(lang: Lang, say: Say): CivilDateStrings {
  return {
    weekdays: weekdays[lang],
    openCalendar: say('打开月历', 'Open the calendar'),
    previousMonth: say('上一月', 'Previous month'),
    nextMonth: say('下一月', 'Next month'),
    monthTitle: (year, month) => (lang === 'zh-CN' ? `${year}年${month}月` : `${monthsEn[month - 1]} ${year}`),
    dayName: (day) => dayText(lang, day),
    placeholder: say('如 2026-02-03', 'e.g. 2026-02-03'),
    problems: {
      format: say('请按 年-月-日 填写，如 2026-02-03', 'Write it as year-month-day, e.g. 2026-02-03'),
      'no-such-day': say('历上没有这一天', 'The calendar has no such day'),
      'before-min': say('早于原行为作出之日', 'Earlier than the act itself'),
      'after-max': say('不得晚于今天', 'Not after today'),
    },
  };
}
