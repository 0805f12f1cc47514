/**
 * The only reader of now. Everything below the edge takes today as an argument.
 */
import { type CivilDate, toDayNumber } from '@redress/domain/calendar/civil-date';
import type { InstantMs } from '@redress/domain/ids';
import { civilDayOf } from './case-store/civil-day.ts';

export interface Clock {
  /** The instant of writing. */
  now(): InstantMs;
  /** The civil day in Asia/Shanghai, whatever the machine's zone. */
  today(): CivilDate;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Asia/Shanghai has kept UTC+8 without summer time since 1992; every instant recorded here is later. */
const SHANGHAI_MS = 8 * HOUR_MS;

/** The instant at which an hour strikes in Asia/Shanghai on a civil day. */
export const instantAt = (day: CivilDate, hour: number, minute = 0): InstantMs =>
  (toDayNumber(day) * DAY_MS + hour * HOUR_MS + minute * 60_000 - SHANGHAI_MS) as InstantMs;

export const systemClock: Clock = {
  now: () => Date.now() as InstantMs,
  today: () => civilDayOf(Date.now() as InstantMs),
};

/** A clock that stays on one civil day (demonstration and tests): its instants run on from nine o'clock of that day. */
export function clockFixedOn(day: CivilDate): Clock {
  const started = Date.now();
  const nine = instantAt(day, 9);
  const lastMoment = instantAt(day, 23, 59);
  return {
    now: () => Math.min(nine + (Date.now() - started), lastMoment) as InstantMs,
    today: () => day,
  };
}

/** A clock that stands where it is put: replaying the demonstration's past days. */
export function settableClock(start: InstantMs): Clock & { set(instant: InstantMs): void } {
  let at = start;
  return {
    now: () => at,
    today: () => civilDayOf(at),
    set(instant) {
      at = instant;
    },
  };
}

/** The clock of this run: the machine's, or one that stays on a fixed day. */
export const clockOf = (fixedToday: CivilDate | null): Clock =>
  fixedToday === null ? systemClock : clockFixedOn(fixedToday);
