/**
 * The words of a lawsuit's steps, forms and reasons in one language; those of its codes are in `litigation-view.ts`. A
 * code without words does not compile.
 */
import { formatCivilDate, isCivilDate, type Language } from '../calendar/civil-date.ts';
import { type SuitOptionSet, suitOptionSets } from '../litigation/option-sets.ts';
import { type SuitFieldLabel, suitFieldLabelOf } from '../litigation/step-forms.ts';
import type { suitFieldRules } from '../litigation/step-inputs.ts';
import type { SuitReason } from '../litigation/step-reasons.ts';
import { isStepType, type StepType } from '../litigation/steps.ts';
import type { StepWords } from './catalogue.ts';
import { litigationEn } from './litigation-en.ts';
import { type LitigationViewWords, litigationViewWords } from './litigation-view.ts';
import { litigationZhCn } from './litigation-zh-cn.ts';
import { say } from './say.ts';

type Words<K extends string> = Readonly<Record<K, string>>;
type Params = Readonly<Record<string, string | number>>;

/** Option sets whose words are here; the others' are those of the codes, or of reconsideration. */
export const ownSets = ['signer'] as const satisfies readonly SuitOptionSet[];

export interface LitigationWords {
  readonly steps: Readonly<Record<StepType, StepWords>>;
  readonly fields: Words<SuitFieldLabel>;
  /** Why a step is refused or irregular, beside what the record contradicts. */
  readonly reasons: Words<SuitReason>;
  /** What is wrong with a field; the field's name is put before it. */
  readonly rules: Words<(typeof suitFieldRules)[number]>;
  readonly options: { readonly signer: Words<(typeof suitOptionSets)['signer'][number]> };
}

export const litigationWords = (language: Language): LitigationWords =>
  language === 'zh-CN' ? litigationZhCn : litigationEn;

const pick = (words: Words<string>, code: string): string | null =>
  Object.hasOwn(words, code) ? (words[code] ?? null) : null;

/** The parameters as a reader wants them: days, levels and signers in the words of the language. */
function shown(language: Language, params: Params): Params {
  const { levels, approvers } = litigationViewWords(language);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (isCivilDate(value)) return [name, formatCivilDate(value, language)];
      const word = name === 'level' ? pick(levels, value) : name === 'approver' ? pick(approvers, value) : null;
      return [name, word ?? value];
    }),
  );
}

/** The step in short: a heading, a menu; null where it is no step of a lawsuit. */
export const suitStepName = (language: Language, step: string): string | null =>
  isStepType(step) ? litigationWords(language).steps[step].name : null;
/** The button: the act and its effect. */
export const suitStepAct = (language: Language, step: string): string | null =>
  isStepType(step) ? litigationWords(language).steps[step].act : null;

/** The sentence of a reason or a contradiction of a lawsuit; null where it is none of its own. */
export function suitReasonText(language: Language, code: string, params: Params = {}): string | null {
  const own = pick(litigationWords(language).reasons, code) ?? pick(litigationViewWords(language).contradictions, code);
  return own === null ? null : say(own, shown(language, params));
}

/** The rule a field broke; null where it is none of a lawsuit's own. */
export function suitRuleText(language: Language, rule: string, params: Params = {}): string | null {
  const own = pick(litigationWords(language).rules, rule);
  return own === null ? null : say(own, shown(language, params));
}

/** The name of a field by its path; null where it has none. */
export function suitFieldText(language: Language, path: string): string | null {
  const label = suitFieldLabelOf(path);
  return label === null ? null : litigationWords(language).fields[label];
}

/** Where an option's words stand among those of the codes. */
const wordsOfSet: Partial<Readonly<Record<SuitOptionSet, keyof LitigationViewWords>>> = {
  level: 'levels',
  procedure: 'procedures',
  before: 'before',
  role: 'roles',
  paper: 'papers',
  way: 'ways',
  agent: 'agents',
  notice: 'notices',
  sessionKind: 'sessionKinds',
  rank: 'ranks',
  absenceGround: 'absenceGrounds',
  absenceProof: 'absenceProofs',
  proofResult: 'proofResults',
  agreedHow: 'agreedHow',
  outcome: 'outcomes',
  reconsideration: 'reconsideration',
  defect: 'defects',
  majorGround: 'majorGrounds',
  measure: 'measures',
  suspension: 'suspensions',
  retrialGround: 'retrialGrounds',
  adviceSubject: 'adviceSubjects',
  adopted: 'adopted',
  performedPart: 'performedParts',
  document: 'documents',
};

const isSet = (set: string): set is SuitOptionSet => Object.hasOwn(suitOptionSets, set);

/** The words of an option; null where the set's words are reconsideration's. */
export function suitOptionText(language: Language, set: string, value: string): string | null {
  if (!isSet(set)) return null;
  if (set === 'signer') return pick(litigationWords(language).options.signer, value);
  const at = wordsOfSet[set];
  return at === undefined ? null : pick(litigationViewWords(language)[at] as Words<string>, value);
}
