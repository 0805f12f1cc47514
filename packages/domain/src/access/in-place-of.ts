/**
 * Whoever carries on an abolished organ's duties stands in its place in the cases that ran (行政复议法 19(4)): the
 * successor's people act in them as that organ's people did, and what they record names their own organ.
 */
import type { OrganId } from '../ids.ts';
import type { Actor } from './actor.ts';

/** The actor as they act in a case of these organs: for their own organ, else for one whose place it took. */
export function inPlaceOf(actor: Actor, organs: readonly (OrganId | null)[]): Actor {
  const { acting } = actor;
  if (organs.includes(acting.organId)) return actor;
  const predecessor = acting.succeeds?.find((organ) => organs.includes(organ));
  return predecessor === undefined ? actor : { ...actor, acting: { ...acting, organId: predecessor } };
}
