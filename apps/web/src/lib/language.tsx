import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { en } from './labels/en.ts';
import type { Words } from './labels/words.ts';
import { zhCn } from './labels/zh-cn.ts';

/** The languages of the screen; the words of the law stay in the language they were enacted in. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const catalogues: Record<Language, Words> = { 'zh-CN': zhCn, en };

interface LanguageState {
  readonly language: Language;
  readonly words: Words;
  setLanguage(language: Language): void;
}

const LanguageContext = createContext<LanguageState | null>(null);

/** A preference of this browser, no personal data. */
const storageKey = 'redress.language';

const isLanguage = (text: string | null): text is Language => languages.some((l) => l === text);

function remembered(): Language {
  const stored = window.localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : 'zh-CN';
}

/** Holds the language for everything below; Chinese unless this browser chose otherwise. */
export function LanguageProvider({ initial, children }: { initial?: Language; children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(initial ?? remembered);

  useEffect(() => {
    document.documentElement.lang = language;
    window.localStorage.setItem(storageKey, language);
  }, [language]);

  const state = useMemo(() => ({ language, words: catalogues[language], setLanguage }), [language]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  const state = use(LanguageContext);
  if (state === null) throw new Error('no LanguageProvider above');
  return state;
}

/** The interface's own words in the language of the screen. */
export const useWords = (): Words => useLanguage().words;
