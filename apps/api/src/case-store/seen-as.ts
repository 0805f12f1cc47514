/** In which capacity a post sees the cases of its organs: a condition on `participant`, beside the organ. */
import type { Actor } from '@redress/domain/access/actor';
import { seesOwnSuitsOnly } from '@redress/domain/access/roles';

/** True of every row, but for a post that sees no more than the lawsuits its organ is sued in or answers for. */
export const seenAs = ({ acting }: Pick<Actor, 'acting'>, p = 'p'): string =>
  seesOwnSuitsOnly(acting.role) ? `(${p}.kind = 'litigation' and ${p}.capacity = 'respondent')` : 'true';
