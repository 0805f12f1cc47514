/** The flat dated record of a lawsuit: the only vocabulary of lists, checks and statistics. */
import type { Fact } from '../ledger/projection.ts';
import type { Lawsuit } from './case-types.ts';

export function factsOf(_suit: Lawsuit): readonly Fact[] {
  return [];
}
