/**
 * When a lawsuit is over (结案): the last instance's judgment has taken effect and everything it ordered is done. Asked of
 * the whole record, or of what was on record and had come to pass on a day.
 */
import { type CivilDate, laterOf } from '../calendar/civil-date.ts';
import type { Instance, Lawsuit, Obligation } from './case-types.ts';
import { suitGoesOn } from './instances.ts';

/** Instances known on a day, oldest first; without a day, all. */
export const instancesBy = (suit: Pick<Lawsuit, 'instances'>, day: CivilDate | null): readonly Instance[] =>
  suit.instances.filter((i) => day === null || i.opened.occurredOn <= day);

/** What a judgment in force orders and nobody has done by that day; without a day, in the end. */
export const openObligations = (suit: Pick<Lawsuit, 'obligations'>, day: CivilDate | null): readonly Obligation[] =>
  suit.obligations.filter(
    (o) =>
      o.inForceFrom !== null &&
      (day === null || o.inForceFrom <= day) &&
      !(o.fellOn !== null && (day === null || o.fellOn <= day)) &&
      !(o.performedOn !== null && (day === null || o.performedOn <= day)),
  );

/** The closing as of a day; null while the suit is open then. */
export function closingOf(suit: Pick<Lawsuit, 'instances' | 'obligations'>, day: CivilDate | null): Lawsuit['closing'] {
  const last = instancesBy(suit, day).at(-1);
  if (last === undefined || last.ended === null || last.effective === null) return null;
  if (day !== null && (last.ended.occurredOn > day || last.effective.visibleFrom > day)) return null;
  if (suitGoesOn(last, suit.instances)) return null;
  if (openObligations(suit, day).length > 0) return null;
  let on = last.effective.visibleFrom;
  for (const o of suit.obligations) {
    const counts = o.inForceFrom !== null && o.fellOn === null && o.performedOn !== null;
    if (counts && o.performedOn !== null && (day === null || o.performedOn <= day)) on = laterOf(on, o.performedOn);
  }
  return { on, provisional: last.effective.provisional };
}
