/** What a computed limit means on a day: how late an act was, how many days are left, whether a document met it. */
import { addDays, type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Computation } from './compute.ts';
import type { LimitUnit } from './vocabulary.ts';

/** The unit that days are told in: working days for working-day limits, else calendar days. */
export type DayUnit = 'day' | 'working-day';

/** The unit that lateness and days left of a limit are told in. */
export function dayUnitOf(unit: LimitUnit | undefined): DayUnit {
  return unit === 'working-day' ? 'working-day' : 'day';
}

/** The unit in which a computed limit's days are told: a special law's own unit displaces the rule's. */
export function ownUnit(computation: Computation): DayUnit {
  return dayUnitOf(computation.rule?.special?.unit ?? computation.rule?.unit);
}

/** How late an act was: the due day is day 0. `inUnit` is null where the calendar does not reach. */
export interface Lateness {
  readonly late: boolean;
  readonly unit: DayUnit;
  readonly inUnit: number | null;
  readonly calendarDays: number;
}

/** How late the act of `metOn` was against the (rolled) end; null where the limit has no date. Backward limits alike. */
export function lateness(computation: Computation, metOn: CivilDate, calendar: WorkCalendar): Lateness | null {
  const { due } = computation;
  if (due === null) return null;
  const unit = ownUnit(computation);
  const late = metOn > due;
  const calendarDays = late ? daysBetween(due, metOn) : 0;
  const inUnit = !late ? 0 : unit === 'day' ? calendarDays : calendar.workingDaysBetween(due, metOn);
  return { late, unit, inUnit, calendarDays };
}

/** Days left until the end: 0 on the last day, negative when overdue. `workingDays` is null where the calendar does not reach. */
export interface DaysLeft {
  readonly unit: DayUnit;
  readonly inUnit: number | null;
  readonly calendarDays: number;
  readonly workingDays: number | null;
}

/** Days left on a day; null where the limit has no date. */
export function daysLeft(computation: Computation, today: CivilDate, calendar: WorkCalendar): DaysLeft | null {
  const { due } = computation;
  if (due === null) return null;
  const unit = ownUnit(computation);
  const calendarDays = daysBetween(today, due);
  const workingDays = calendar.workingDaysBetween(today, due);
  return { unit, inUnit: unit === 'day' ? calendarDays : workingDays, calendarDays, workingDays };
}

/** The days that turn a light: `redOn` the first day overdue, `amberOn` the first day of warning (`warnDays` before the end). */
export function lightDays(
  computation: Computation,
  warnDays = 1,
): { readonly amberOn: CivilDate; readonly redOn: CivilDate } | null {
  const { due } = computation;
  if (due === null || computation.rule?.kind === 'lapse') return null;
  return { amberOn: addDays(due, -warnDays), redOn: addDays(due, 1) };
}

/** The first day on which the act that a lapse allows is lawful; null for other limits or where there is no date. */
export function lawfulFrom(computation: Computation): CivilDate | null {
  return computation.rule?.kind === 'lapse' && computation.due !== null ? addDays(computation.due, 1) : null;
}

/** Whether a document met a limit that it must be *made* within. */
export type MadeInTime = 'in-time' | 'in-time-unproven' | 'made-in-time-sent-late' | 'late';

/**
 * Judges a document by its date and its first dispatch. Dispatched after the end: made in time, sent late (courts differ;
 * late in on-time figures). Dispatch not known (null): in time, listed as unproven. Null where the limit has no date.
 */
export function madeInTime(
  computation: Computation,
  document: { readonly madeOn: CivilDate; readonly sentOn: CivilDate | null },
): MadeInTime | null {
  const { due } = computation;
  if (due === null) return null;
  if (document.madeOn > due) return 'late';
  if (document.sentOn === null) return 'in-time-unproven';
  return document.sentOn > due ? 'made-in-time-sent-late' : 'in-time';
}

/** Whether the working days left are worth showing beside the limit's own unit: where the two numbers differ. */
export function showsWorkingDaysToo(left: DaysLeft): boolean {
  return left.workingDays !== null && left.workingDays !== left.inUnit;
}
