/** The notice of a hearing: by which day it must have reached the parties, and whether it did (51(1), rulebook 2.8). */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Clock } from '../ledger/clock.ts';
import type { LawContext } from '../ledger/kinds.ts';
import type { AnyEntry, ReconsiderationCase } from './case-types.ts';
import { limitsUnder, pinsOf } from './limit-of.ts';

/** The latest day on which a party may receive the notice of a hearing on `on`; null where no law on file says one. */
export function latestNoticeDay(
  c: Pick<ReconsiderationCase, 'entries' | 'law'>,
  on: CivilDate,
  law: LawContext,
): CivilDate | null {
  const pins = pinsOf(c.entries as unknown as readonly AnyEntry[]);
  return limitsUnder(c.law, pins, law)('reconsideration.hearing-notice', { trigger: on }).due;
}

/** Whether a notice reached its party in time: `open` while it still may. */
export type NoticeState = 'in-time' | 'late' | 'unproven' | 'open';

/** How the notice of one hearing stands for one party on a day. */
export function noticeStateOn(clock: Clock, day: CivilDate): NoticeState {
  const { due } = clock.computation;
  if (clock.end.is === 'met') return due !== null && clock.end.on > due ? 'late' : 'in-time';
  return due !== null && day <= due ? 'open' : 'unproven';
}
