/**
 * How near a limit is, in the few steps somebody is told of. A rung belongs to one clock *and one end of it*: where a
 * suspension, an extension or a correction moves the end, the nearness to the new end is news again, and what was said
 * of the old end is said no more. Only the rung that holds on the day asked for is ever named: after days on which nobody
 * asked, those in between are passed over and never made up for.
 */
import { type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';

export const rungCodes = [
  'used-40', // forty of the sixty days of the decision are used
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
  readonly unit: 'working-day' | 'day';
}

/** Nearest first. */
const usual: readonly Rung[] = [
  { code: 'left-1', left: 1, unit: 'working-day' },
  { code: 'left-3', left: 3, unit: 'working-day' },
  { code: 'left-5', left: 5, unit: 'working-day' },
  { code: 'left-10', left: 10, unit: 'working-day' },
];
/** Of a decision's sixty days staff know the fortieth and the fiftieth: twenty and ten days before its end. */
const ofDecision: readonly Rung[] = [
  ...usual.slice(0, 3),
  { code: 'used-50', left: 10, unit: 'day' },
  { code: 'used-40', left: 20, unit: 'day' },
];

const ladderOf = (ruleId: string): readonly Rung[] =>
  ruleId === 'reconsideration.decide-ordinary' ? ofDecision : usual;

export interface RungFacts {
  readonly ruleId: string;
  /** The day the clock began to run. */
  readonly from: CivilDate;
  readonly due: CivilDate;
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
  const between = (a: CivilDate, b: CivilDate, unit: Rung['unit']): number =>
    unit === 'day' ? daysBetween(a, b) : (calendar.workingDaysBetween(a, b) ?? daysBetween(a, b));
  const standing = ladderOf(clock.ruleId).find(
    ({ left, unit }) => between(day, due, unit) <= left && between(from, due, unit) > 2 * left,
  );
  return standing?.code ?? null;
}
