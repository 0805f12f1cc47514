/**
 * A notice that arranges the days off of a year, as data.
 * Numbers and titles are null where the source does not carry them: they are never filled in from memory.
 */
export interface HolidayNotice {
  /** The year that the notice arranges. */
  readonly year: number;
  /** Where the notice was published; null where the notice itself is not on file. */
  readonly url: string | null;
  readonly number: string | null;
  readonly title: string | null;
  /** The days it sets: `[YYYY-MM-DD, 'off' | 'work', name of the holiday]`. */
  readonly days: readonly HolidayNoticeDay[];
}

/** One day of a notice: a day off, or a make-up working day (调休上班). */
export type HolidayNoticeDay = readonly [date: string, day: 'off' | 'work', name: string];
