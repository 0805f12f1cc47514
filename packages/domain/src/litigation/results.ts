/** What a whole lawsuit came to: its principal outcome, and whether it was lost (败诉). */
import type { Lawsuit, SuitResult } from './case-types.ts';

/** The result of the last instance that ended on its merits or by ruling; null while none has. */
export function resultOf(_suit: Lawsuit): SuitResult | null {
  return null;
}
