/**
 * What the law makes happen by silence. The fold never reads today: it names the lapse and its day,
 * an earlier entry prevents it, and `positionOn(case, day)` answers with it. No job ever writes it.
 */
import type { CivilDate } from '../calendar/civil-date.ts';

export interface Lapse<K extends string = string> {
  readonly kind: K;
  /** The legal day it happens on (deemed acceptance: the last day of the examination limit). */
  readonly on: CivilDate;
  /** From this day on everybody sees it: the day after `on`, for `on` itself can still be used. */
  readonly visibleFrom: CivilDate;
  readonly provisional: boolean;
  /** Law and article, e.g. 'ARL2023 30(3)'. */
  readonly article: string;
}
