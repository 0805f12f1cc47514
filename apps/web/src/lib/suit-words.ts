import { wordOf } from '@redress/domain/labels/litigation-view';
import { useMemo } from 'react';
import { type Language, useLanguage } from './language.tsx';

/** The words of a lawsuit's closed sets, by their codes. */
export function makeSuitWords(language: Language) {
  const of = (set: Parameters<typeof wordOf>[1]) => (code: string) => wordOf(language, set, code);
  return {
    level: of('levels'),
    procedure: of('procedures'),
    before: of('before'),
    role: of('roles'),
    paper: of('papers'),
    way: of('ways'),
    sessionKind: of('sessionKinds'),
    leaderNotice: of('notices'),
    stage: of('stages'),
    waitedFor: of('waitedFor'),
    outcome: of('outcomes'),
    rank: of('ranks'),
    notCounting: of('notCounting'),
    dutyResult: of('dutyResults'),
    majorGround: of('majorGrounds'),
  };
}

export type SuitWords = ReturnType<typeof makeSuitWords>;

export function useSuitWords(): SuitWords {
  const { language } = useLanguage();
  return useMemo(() => makeSuitWords(language), [language]);
}
