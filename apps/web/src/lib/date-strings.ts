import { civilDate } from '@redress/domain/calendar/civil-date';
import type { CivilDateStrings } from '@redress/ui/civil-date-input';
import { useMemo } from 'react';
import { fullDay } from './format.ts';
import { useLanguage } from './language.tsx';

/** The words of every date input. */
export function useDateStrings(): CivilDateStrings {
  const { words, language } = useLanguage();
  return useMemo(
    () => ({
      weekdays: words.clocks.weekdays,
      openCalendar: words.date.open,
      previousMonth: words.date.previousMonth,
      nextMonth: words.date.nextMonth,
      monthTitle: words.date.monthTitle,
      dayName: (day) => fullDay(civilDate(day), language),
      problems: words.date.problems,
      placeholder: words.date.placeholder,
    }),
    [words, language],
  );
}
