/** How many days may be asked for at once, said in words that name the field. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';

/** The days of a calendar, and of a rate. */
export const longest = { calendar: 800, rates: 3700 } as const;

/** Throws where the days stand the wrong way round, or are too many. */
export function checkPeriod(
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  max: (typeof longest)[keyof typeof longest],
): void {
  const wrong = (rule: string, params: Readonly<Record<string, number>> = {}) =>
    new RedressError({ code: 'invalid-input', fields: [{ field: 'to', rule, params }] });
  if (to < from) throw wrong('ends-before-it-begins');
  if (to > addDays(from, max)) throw wrong('period-too-long', { max });
}
