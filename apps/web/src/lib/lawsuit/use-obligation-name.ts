import type { ObligationView } from '@redress/domain/litigation/view-types';
import { useWords } from '../language.tsx';
import { useSuitCodes } from './use-suit-codes.ts';

/** What an obligation is: in the judgment's words, or what the order is where it says no more. */
export function useObligationName(): (obligation: Pick<ObligationView, 'what' | 'anew'>) => string {
  const w = useWords().lawsuitFile.judgment;
  const code = useSuitCodes();
  return ({ what, anew }) => {
    if (what !== '') return what;
    return anew === null || anew === 'act' || anew === 'decision' ? w.redo[anew ?? 'act'] : code('outcomes', anew);
  };
}
