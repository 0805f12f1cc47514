import { type LitigationViewWords, wordOf } from '@redress/domain/labels/litigation-view';
import { useMemo } from 'react';
import { useLanguage } from '../language.tsx';

/** The word of a lawsuit's code, by its set; the code itself where the set has none. */
export type SuitCode = (set: keyof LitigationViewWords, code: string) => string;

export function useSuitCodes(): SuitCode {
  const { language } = useLanguage();
  return useMemo(() => (set, code) => wordOf(language, set, code), [language]);
}

/** What ended an instance, in its level's words: in the review of a retrial an application is withdrawn, and no suit. */
export function useOutcomeWords(): (level: string, outcome: string) => string {
  const code = useSuitCodes();
  return useMemo(
    () => (level, outcome) =>
      level === 'retrial-review' && outcome === 'withdrawn'
        ? code('reviewOutcomes', outcome)
        : code('outcomes', outcome),
    [code],
  );
}
