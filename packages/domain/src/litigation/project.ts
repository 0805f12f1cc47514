/** The rows of the shared read tables. Pure, and true under any clock: a row holds the days on which things change. */
import type { History, LawContext } from '../ledger/kinds.ts';
import type { ReadRows } from '../ledger/projection.ts';
import type { Lawsuit } from './case-types.ts';

export const kindName = 'litigation';
/** Raised whenever a row below changes its meaning: stored rows of a lower version are rebuilt at start. */
export const projectionVersion = 1;

/** Everything the shared read tables hold of one lawsuit. */
export function projectLawsuit(_suit: Lawsuit, _history: History<Lawsuit>, _law: LawContext): ReadRows | null {
  return null;
}
