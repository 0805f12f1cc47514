/**
 * A clock is a rule applied to one starting fact for one subject: two respondents have two reply clocks.
 * Its date is derived with its steps; only facts are stored.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Computation } from '../law/compute.ts';

/** `late` and `overdue` are no states of the record: they are a comparison of `due` with the day asked for. */
export type ClockEnd =
  | { readonly is: 'open' }
  | { readonly is: 'met'; readonly on: CivilDate; readonly bySeq: number; readonly unproven: boolean }
  | { readonly is: 'superseded'; readonly on: CivilDate; readonly bySeq: number | null };

export interface Clock {
  /** `rule|subject|startSeq`: the identity. */
  readonly id: string;
  readonly ruleId: string;
  /** Whom it runs for: a party id, an organ id, or 'case'. */
  readonly subject: string;
  /** The entry whose fact started it; null where a lapse did. */
  readonly startSeq: number | null;
  /** Runs from this day on in everybody's eyes (a lapse's `visibleFrom`, else the trigger's day). */
  readonly visibleFrom: CivilDate;
  readonly computation: Computation;
  readonly end: ClockEnd;
}

export type ClockStatus = 'running' | 'met' | 'late' | 'overdue' | 'stopped' | 'unknown' | 'superseded';

/**
 * The clock's status on a day: `met` in time, `late` met after its end, `overdue` not met and past its end.
 */
export function clockStatusOn(clock: Clock, day: CivilDate): ClockStatus {
  const { computation: c, end } = clock;
  if (end.is === 'superseded' && end.on <= day) return 'superseded';
  if (end.is === 'met' && end.on <= day) return c.due !== null && end.on > c.due ? 'late' : 'met';
  if (c.status === 'stopped') return 'stopped';
  if (c.status === 'unknown' || c.due === null) return 'unknown';
  return day > c.due ? 'overdue' : 'running';
}
