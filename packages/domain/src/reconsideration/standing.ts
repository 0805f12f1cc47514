/** For which organ somebody acts in a case: their own, or one whose place it took. */
import type { Actor } from '../access/actor.ts';
import { inPlaceOf } from '../access/in-place-of.ts';
import type { ReconsiderationCase } from './case-types.ts';
import { addressedOrgans } from './reports.ts';

/** The actor as they act in the case. A part in the case comes before a letter that was only sent to somebody (76). */
export function standingIn(c: Pick<ReconsiderationCase, 'organId' | 'respondents' | 'entries'>, actor: Actor): Actor {
  const parts = [c.organId, ...c.respondents];
  const acts = inPlaceOf(actor, parts);
  return parts.includes(acts.acting.organId) ? acts : inPlaceOf(actor, addressedOrgans(c));
}
