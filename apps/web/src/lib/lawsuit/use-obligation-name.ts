import type { ObligationView } from '@redress/domain/litigation/view-types';
import { useWords } from '../language.tsx';

/** What an obligation is: in the judgment's words, or what an order to act anew is where it says no more. */
export function useObligationName(): (obligation: Pick<ObligationView, 'what' | 'anew'>) => string {
  const w = useWords().lawsuitFile.judgment;
  return ({ what, anew }) => (what === '' ? w.redo[anew ?? 'act'] : what);
}
