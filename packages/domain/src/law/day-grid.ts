/** A computed limit laid on a calendar: every day from the fact to the end, each with what it is. */
import { addDays, type CivilDate, laterOf } from '../calendar/civil-date.ts';
import type { DayInfo, WorkCalendar } from '../calendar/work-calendar.ts';
import type { Computation } from './compute.ts';

/** What a day is to the limit. `off` kinds lie inside a working-day limit uncounted; `rolled` days lie after the raw end. */
export type GridDayKind =
  | 'start'
  | 'counted'
  | 'weekend'
  | 'holiday'
  | 'make-up'
  | 'stopped'
  | 'raw'
  | 'rolled'
  | 'due'
  | 'advised';

/** One day of the grid. */
export interface GridDay {
  readonly date: CivilDate;
  readonly kind: GridDayKind;
  /** Whether the limit counts the day, and as which one (1 for the first); null where it does not. */
  readonly count: number | null;
  readonly info: DayInfo;
}

/** At most this many days are laid out: a cap of twenty years is told, not drawn. */
const LONGEST_GRID = 800;

/**
 * The days from the trigger to the end (from the latest or advised day to the event for a backward limit); up to `until`
 * while the clock stands. Empty where there is nothing to lay out, or more than is sensible.
 */
export function dayGrid(computation: Computation, calendar: WorkCalendar, until?: CivilDate): readonly GridDay[] {
  const { rule, trigger, due } = computation;
  if (rule === null || trigger === null) return [];
  const backward = rule.direction === 'before';
  const standing = computation.stoppedSpans.find((span) => span.to === null);
  const end = due ?? (standing ? laterOf(until ?? standing.from, standing.from) : null);
  if (end === null) return [];
  const first = backward ? (computation.advised ?? end) : trigger;
  const last = backward ? trigger : laterOf(end, trigger);
  const unit = rule.special?.unit ?? rule.unit;
  const days: GridDay[] = [];
  let count = 0;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (days.length >= LONGEST_GRID) return [];
    const info = calendar.dayInfo(date);
    const kind = kindOf(date, info);
    const works = info.kind === 'working' || info.kind === 'make-up';
    const inLimit = backward
      ? date >= end && date < trigger
      : date > trigger && (computation.raw === null || date <= computation.raw);
    const counts = inLimit && kind !== 'stopped' && (unit !== 'working-day' || works);
    if (counts) count += 1;
    days.push({ date, kind, count: counts ? count : null, info });
  }
  if (!backward) return days;
  // Back from the event: the day before it is the first.
  return days.map((day) => (day.count === null ? day : { ...day, count: count + 1 - day.count }));

  function kindOf(date: CivilDate, info: DayInfo): GridDayKind {
    if (date === trigger) return 'start';
    if (date === computation.due) return 'due';
    if (backward && date === computation.advised) return 'advised';
    if (date === computation.raw) return 'raw';
    if (computation.stoppedSpans.some((span) => span.from <= date && (span.to === null || date < span.to))) {
      return 'stopped';
    }
    if (info.kind === 'make-up') return 'make-up';
    if (info.kind === 'holiday' || info.kind === 'local-off') return 'holiday';
    if (info.kind === 'weekend') return 'weekend';
    if (!backward && computation.raw !== null && date > computation.raw) return 'rolled';
    return 'counted';
  }
}
