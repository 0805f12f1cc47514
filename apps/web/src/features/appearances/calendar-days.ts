/** Which days a month's sheet and a week hold, and the period one step before or after. */
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateOf,
  daysInMonth,
  partsOf,
  weekdayOf,
} from '@redress/domain/calendar/civil-date';

export type CalendarView = 'month' | 'week';

export interface Sheet {
  readonly days: readonly CivilDate[];
  /** The days asked for: without those of the months beside. */
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekdayOf(day));
const run = (from: CivilDate, count: number): readonly CivilDate[] =>
  Array.from({ length: count }, (_, n) => addDays(from, n));

export function sheetOf(view: CalendarView, on: CivilDate): Sheet {
  if (view === 'week') {
    const monday = mondayOf(on);
    return { days: run(monday, 7), from: monday, to: addDays(monday, 6) };
  }
  const { year, month } = partsOf(on);
  const from = civilDateOf(year, month, 1);
  const to = civilDateOf(year, month, daysInMonth(year, month));
  const weeks = Math.ceil((weekdayOf(from) - 1 + daysInMonth(year, month)) / 7);
  return { days: run(mondayOf(from), weeks * 7), from, to };
}

export function stepped(view: CalendarView, on: CivilDate, by: 1 | -1): CivilDate {
  if (view === 'week') return addDays(on, 7 * by);
  const { year, month } = partsOf(on);
  return addMonths(civilDateOf(year, month, 1), by);
}
