import { type CivilDate, fromDayNumber } from '@redress/domain/calendar/civil-date';
import type { InstantMs } from '@redress/domain/ids';

const DAY_MS = 86_400_000;
/** Asia/Shanghai: UTC+8, without summer time since 1992. */
const SHANGHAI_MS = 8 * 3_600_000;

/** The civil day in Asia/Shanghai of an instant, whatever the machine's own zone. */
export const civilDayOf = (instant: InstantMs): CivilDate =>
  fromDayNumber(Math.floor((instant + SHANGHAI_MS) / DAY_MS));
