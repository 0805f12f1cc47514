/** The words of the forms: their fields, where a value comes from, and what to look at before one is issued. */
import type { Language } from '../calendar/civil-date.ts';
import type { FormWords } from '../documents/fill.ts';
import type { FormFieldName, FormKind, FormOptionSet, FormSource } from '../documents/forms.ts';
import type { FormCaution } from '../documents/propose.ts';
import { documentWordsEn } from './documents-en.ts';
import { documentWordsZhCn } from './documents-zh-cn.ts';
import { type LitigationViewWords, wordOf } from './litigation-view.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export interface DocumentWords {
  readonly forms: Words<FormKind>;
  /** One sentence: what the form is for. */
  readonly purposes: Words<FormKind>;
  readonly fields: Words<FormFieldName>;
  readonly sources: Words<FormSource>;
  readonly cautions: Words<FormCaution['code']>;
  readonly yesNo: Words<'yes' | 'no'>;
}

export const documentWords = (language: Language): DocumentWords =>
  language === 'zh-CN' ? documentWordsZhCn : documentWordsEn;

const setOf = {
  rank: 'ranks',
  ground: 'absenceGrounds',
  proof: 'absenceProofs',
  agent: 'agents',
  level: 'levels',
  notice: 'notices',
  role: 'roles',
  authority: 'authority',
  proofResult: 'proofResults',
} as const satisfies Record<FormOptionSet, keyof LitigationViewWords>;

/** The words of a choice of a form. */
export const formOptionText = (language: Language, set: FormOptionSet, code: string): string =>
  wordOf(language, setOf[set], code);

/** What a form itself says, whatever language its maker reads in: the court's. */
export const formWordsForCourt: FormWords = {
  option: (set, code) => formOptionText('zh-CN', set, code),
  yesNo: (yes) => documentWordsZhCn.yesNo[yes ? 'yes' : 'no'],
};
