/** How much of a limit in calendar days is used: stopped days are not counted, and a day is used when it is over. */
import { addDays, type CivilDate, daysBetween, earlierOf, laterOf } from '../calendar/civil-date.ts';
import type { Computation } from './compute.ts';

type Counted = Pick<Computation, 'trigger' | 'stoppedSpans'>;

/** Days that stood still in (trigger, day]. */
export function stoppedUntil({ trigger, stoppedSpans }: Counted, day: CivilDate): number {
  if (trigger === null) return 0;
  return stoppedSpans.reduce((sum, span) => {
    const from = laterOf(span.from, addDays(trigger, 1));
    const to = span.to === null ? addDays(day, 1) : earlierOf(span.to, addDays(day, 1));
    return from < to ? sum + daysBetween(from, to) : sum;
  }, 0);
}

/** Days used up to a day; null before the trigger or without one. */
export const daysUsedOn = (c: Counted, day: CivilDate): number | null =>
  c.trigger === null || day < c.trigger ? null : daysBetween(c.trigger, day) - stoppedUntil(c, day);

/** The day on which the n-th day is used; null without a trigger, and while an open stop stands before it. */
export function dayOfUse(c: Counted, n: number): CivilDate | null {
  if (c.trigger === null) return null;
  let day = addDays(c.trigger, n);
  for (;;) {
    const at = day;
    if (c.stoppedSpans.some((span) => span.to === null && span.from <= at)) return null;
    const next = addDays(c.trigger, n + stoppedUntil(c, at));
    if (next === day) return day;
    day = next;
  }
}
