/** Which obligation an order to act anew is, whose days are then its limit (ALL2017 70). */
import type { Lawsuit, Obligation } from './case-types.ts';

/**
 * The one that follows from the order; where the judgment's obligations were stated one by one, the only one of the organ
 * that made the act for which no day is set. Where several could be meant, none is.
 */
export function isAnew(
  o: Pick<Obligation, 'obligationId' | 'instanceId' | 'organId' | 'performBy'>,
  suit: Pick<Lawsuit, 'obligations' | 'organs'>,
): boolean {
  if (o.obligationId.startsWith('redo-')) return true;
  const actor = suit.organs.find((x) => x.role === 'original-organ')?.organId ?? suit.organs[0]?.organId ?? null;
  const same = suit.obligations.filter((x) => x.instanceId === o.instanceId);
  if (actor === null || same.some((x) => x.obligationId.startsWith('redo-'))) return false;
  const meant = same.filter((x) => x.organId === actor && x.performBy === null);
  return meant.length === 1 && meant[0]?.obligationId === o.obligationId;
}

/** The days that the judgment gives for it; null where it sets a day of its own, or none. */
export function daysOf(o: Obligation, suit: Pick<Lawsuit, 'obligations' | 'organs' | 'instances'>): number | null {
  if (o.performBy !== null || !isAnew(o, suit)) return null;
  return suit.instances.find((i) => i.instanceId === o.instanceId)?.ended?.payload.redo?.days ?? null;
}
