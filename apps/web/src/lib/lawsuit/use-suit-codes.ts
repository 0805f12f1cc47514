import { type LitigationViewWords, wordOf } from '@redress/domain/labels/litigation-view';
import { useMemo } from 'react';
import { useLanguage } from '../language.tsx';

/** The word of a lawsuit's code, by its set; the code itself where the set has none. */
export type SuitCode = (set: keyof LitigationViewWords, code: string) => string;

export function useSuitCodes(): SuitCode {
  const { language } = useLanguage();
  return useMemo(() => (set, code) => wordOf(language, set, code), [language]);
}
