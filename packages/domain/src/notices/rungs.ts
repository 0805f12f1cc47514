/**
 * How near a limit is, in the few steps somebody is told of. A rung belongs to one clock *and one end of it*: where a
 * suspension, an extension or a correction moves the end, the nearness to the new end is news again, and what was said
 * of the old end is said no more. Only the rung that holds on the day asked for is ever named: after days on which nobody
 * asked, those in between are passed over and never made up for.
 */
import { type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';

export const rungCodes = [
  'used-40', // forty days of the decision's limit are used, as the workbench counts them
  'used-50',
  'left-10', // so many working days are left
  'left-5',
  'left-3',
  'left-1',
  'today',
  'overdue',
] as const;
export type RungCode = (typeof rungCodes)[number];

interface Rung {
  readonly code: RungCode;
  readonly left: number;
}

/** Nearest first. */
const usual: readonly Rung[] = [
  { code: 'left-1', left: 1 },
  { code: 'left-3', left: 3 },
  { code: 'left-5', left: 5 },
  { code: 'left-10', left: 10 },
];
/**
 * Of a decision's days staff know the fortieth and the fiftieth. How many are used is no matter of its end: an extension, a
 * stop or an end that falls on a holiday moves the end and uses no day.
 */
const isOfDecision = (ruleId: string): boolean => ruleId === 'reconsideration.decide-ordinary';
const ofDecision = usual.slice(0, 3);
const usedRung = (used: number): RungCode | null => (used >= 50 ? 'used-50' : used >= 40 ? 'used-40' : null);

export interface RungFacts {
  readonly ruleId: string;
  /** The day the clock began to run. */
  readonly from: CivilDate;
  readonly due: CivilDate;
  /** How many days of a decision's limit are used, or the last of its marks that is reached; null where none is. */
  readonly used?: number | null;
}

/**
 * The rung a limit stands on; null while its end is far. A rung that lies in the first half of its limit is none: of five
 * working days nobody is told on the first that five are left.
 */
export function rungOn(clock: RungFacts, day: CivilDate, calendar: WorkCalendar): RungCode | null {
  const { from, due } = clock;
  if (day < from) return null;
  if (day > due) return 'overdue';
  if (day === due) return 'today';
  const between = (a: CivilDate, b: CivilDate): number => calendar.workingDaysBetween(a, b) ?? daysBetween(a, b);
  const standing = (isOfDecision(clock.ruleId) ? ofDecision : usual).find(
    ({ left }) => between(day, due) <= left && between(from, due) > 2 * left,
  );
  return standing?.code ?? (isOfDecision(clock.ruleId) ? usedRung(clock.used ?? 0) : null);
}
