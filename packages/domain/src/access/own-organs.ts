/**
 * Whose cases somebody asks for: those of their own organ (and of organs whose place it took), or those of the reviewing
 * organs below it, which a superior sees but does not work on.
 */
import type { OrganId } from '../ids.ts';
import type { Actor } from './actor.ts';

export const whose = ['own', 'below', 'all'] as const;
export type Whose = (typeof whose)[number];

/** The organ acted for, and those whose place it took. */
export const ownOrgans = ({ acting }: Pick<Actor, 'acting'>): readonly OrganId[] => [
  acting.organId,
  ...(acting.succeeds ?? []),
];

const isOwn = (actor: Pick<Actor, 'acting'>, organ: OrganId): boolean => ownOrgans(actor).includes(organ);

/** Whether there are organs below whose cases the actor sees. */
export const seesBelow = (actor: Pick<Actor, 'acting' | 'scope'>): boolean =>
  actor.scope.some((organ) => !isOwn(actor, organ));

/** The actor, asking within these organs only; never more than their scope. */
export function within(actor: Actor, asked: Whose): Actor {
  if (asked === 'all') return actor;
  return { ...actor, scope: actor.scope.filter((organ) => isOwn(actor, organ) === (asked === 'own')) };
}
