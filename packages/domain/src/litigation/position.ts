/** Where a lawsuit stands on a day: its stage, 等谁, and the clocks that run. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Lawsuit, Position } from './case-types.ts';

/** Where the lawsuit stands on a day. Entries of later days are not yet there, lapses of that day are. */
export function positionOn(_suit: Lawsuit, day: CivilDate): Position {
  return {
    day,
    stage: 'answering',
    current: null,
    instances: [],
    waiting: { who: 'office', what: 'answer', organId: null, article: null, clockId: null, consequence: null },
    running: [],
  };
}
