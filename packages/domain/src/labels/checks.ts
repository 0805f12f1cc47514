/** The words of the checks before acceptance and of what makes two cases alike, in one language. */
import { formatCivilDate, isCivilDate, type Language } from '../calendar/civil-date.ts';
import type { CheckCode, CheckName, CheckState } from '../reconsideration/checks/check.ts';
import type { Likeness, LikenessReason } from '../reconsideration/checks/similar.ts';
import { checksEn } from './checks-en.ts';
import { checksZhCn } from './checks-zh-cn.ts';
import { say } from './say.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export interface CheckWords {
  readonly names: Words<CheckName>;
  readonly states: Words<CheckState>;
  /** What was found, as a whole sentence. */
  readonly codes: Words<CheckCode>;
  readonly likeness: Words<LikenessReason>;
  /** What to do about a case that is alike. */
  readonly proposals: Words<Likeness['propose']>;
}

export const checkWords = (language: Language): CheckWords => (language === 'zh-CN' ? checksZhCn : checksEn);

/** The sentence of what a check found. */
export function checkText(
  language: Language,
  code: CheckCode,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isCivilDate(value) ? formatCivilDate(value, language) : value,
    ]),
  );
  return say(checkWords(language).codes[code], shown);
}
