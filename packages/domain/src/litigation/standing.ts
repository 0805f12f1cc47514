/** For which organ somebody acts in a lawsuit: their own, or one whose place it took (ALL2017 26(6)). */
import type { Actor } from '../access/actor.ts';
import { inPlaceOf } from '../access/in-place-of.ts';
import type { Lawsuit } from './case-types.ts';

export const standingIn = (suit: Pick<Lawsuit, 'organId' | 'organs'>, actor: Actor): Actor =>
  inPlaceOf(actor, [suit.organId, ...suit.organs.flatMap((o) => [o.undertakingId ?? o.organId, o.organId])]);
