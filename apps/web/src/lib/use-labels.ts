import type { FieldProblem } from '@redress/domain/errors';
import {
  type Catalogue,
  catalogue,
  deemedText,
  fieldProblemText,
  fieldRuleText,
  fieldText,
  articleText as fullArticle,
  optionArticle,
  optionText,
  reasonText,
} from '@redress/domain/labels/catalogue';
import {
  litigationWords,
  suitFieldText,
  suitOptionText,
  suitReasonText,
  suitRuleText,
  suitStepAct,
  suitStepName,
} from '@redress/domain/labels/litigation';
import { wordOf } from '@redress/domain/labels/litigation-view';
import { articleLabel } from '@redress/domain/law/article-label';
import { type LawLabels, lawLabels } from '@redress/domain/law/law-labels';
import { suitOptionSetOf } from '@redress/domain/litigation/option-sets';
import type { LawVersion } from '@redress/domain/reconsideration/codes';
import { type OptionSet, optionSetOf, optionSets } from '@redress/domain/reconsideration/option-sets';
import type { ImpactPreview } from '@redress/domain/reconsideration/view-types';
import { useMemo } from 'react';
import { useCaseKind } from './case-kind.tsx';
import type { PageFailure } from './failure.ts';
import type { Words } from './labels/words.ts';
import { type Language, useLanguage } from './language.tsx';

type Params = Readonly<Record<string, string | number>>;

/** The word for a code that came over the wire; the code itself where the catalogue has none. */
const word = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** A failure as a page shows it: what happened, and why. */
function failureText(
  words: Words,
  failures: Catalogue['failures'],
  failure: PageFailure,
  say: Pick<Labels, 'reason' | 'article' | 'problemNamed'>,
): string {
  if (failure.code === 'unreachable') return words.errors.unreachable;
  const reason = 'reason' in failure ? failure.reason : undefined;
  const because = [
    reason === undefined
      ? ''
      : [say.reason(reason.code, reason.params), reason.article === null ? '' : say.article(reason.article)]
          .filter((part) => part !== '')
          .join(' '),
    'fields' in failure && failure.fields !== undefined
      ? failure.fields.map((problem) => say.problemNamed(problem)).join(' ')
      : '',
  ].filter((part) => part !== '');
  return [failures[failure.code], ...because].join(words.because);
}

/** The laws a case page cites all day, by the names people use. */
const shortLaws: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ARL2023: { 'zh-CN': '', en: '' },
  ARL1999: { 'zh-CN': '原行政复议法', en: 'former Reconsideration Law, ' },
  REG2007: { 'zh-CN': '行政复议法实施条例', en: 'Implementing Regulation, ' },
  ALL2017: { 'zh-CN': '行政诉讼法', en: 'Administrative Litigation Law, ' },
  INT2018: { 'zh-CN': '行诉法解释', en: 'Interpretation of 2018, ' },
  LEAD2020: { 'zh-CN': '负责人出庭规定', en: 'Rules on leaders’ appearances, ' },
  CPL2023: { 'zh-CN': '民事诉讼法', en: 'Civil Procedure Law, ' },
};

/** Every word of the law and of the record, in the language of the screen, by its code. */
export function makeLabels(language: Language, words: Words) {
  const c: Catalogue = catalogue(language);
  const law: LawLabels = lawLabels(language);
  const rulesShort: Readonly<Record<string, string>> = words.rules;

  const option = (type: string, field: string, value: string, version?: LawVersion): string => {
    const set = optionSetOf(type, field);
    return set === null ? value : optionOf(set, value, version);
  };
  /** The version of the law decides which article stands beside it; without one, none does. */
  const optionOf = (name: string | undefined, value: string, version?: LawVersion): string => {
    if (name === undefined || !Object.hasOwn(optionSets, name)) return value;
    const set = name as OptionSet;
    const said = optionText(language, set, value);
    const article = version === undefined ? null : optionArticle(set, value, version);
    return article === null ? said : words.withArticle(said, articleOf(article));
  };
  /** 'ARL2023 62(1)' as 第六十二条第一款: the law in force is not named again and again. */
  const articleOf = (reference: string): string => {
    const [id, article] = reference.split(/ (.*)/s);
    const name = id === undefined ? undefined : shortLaws[id];
    if (name === undefined || article === undefined) return fullArticle(language, reference);
    return `${name[language]}${articleLabel(id as Parameters<typeof articleLabel>[0], article, language)}`;
  };

  return {
    role: (code: string) => word(c.roles, code),
    stage: (code: string) => word(c.stages, code),
    /** What becomes of deemed acceptance once a step is saved. */
    deemed: (change: NonNullable<ImpactPreview['deemedAcceptance']>) => deemedText(language, change),
    procedure: (code: string) => optionText(language, 'procedure', code),
    waitedFor: (code: string) => word(c.waitedFor, code),
    waiting: (code: string) => word(c.waitedWhat, code),
    consequence: (code: string) =>
      Object.hasOwn(law.expiries, code) ? word(law.expiries, code) : word(c.consequences, code),
    outcome: (code: string) => word(c.outcomes, code),
    /** The step in short: a heading, a menu. */
    step: (type: string) => c.steps[type as keyof Catalogue['steps']]?.name ?? type,
    /** The button: the act and its effect. */
    act: (type: string) => c.steps[type as keyof Catalogue['steps']]?.act ?? type,
    entry: (type: string, payload: Readonly<Record<string, unknown>>) => {
      const said = word(c.entries, type);
      if (type !== 'document-issued' || typeof payload.kind !== 'string') return said;
      return words.entryOfDocument(said, optionText(language, 'documentKind', payload.kind));
    },
    documentKind: (code: string) => optionText(language, 'documentKind', code),
    serviceMethod: (code: string) => optionText(language, 'serviceMethod', code),
    fileKind: (code: string) => word(c.fileKinds, code),
    channel: (code: string) => optionText(language, 'channel', code),
    law: (code: string) => word(c.laws, code),
    matter: (code: string) => optionText(language, 'matter', code),
    category: (code: string) => optionText(language, 'category', code),
    knownHow: (code: string) => optionText(language, 'knownHow', code),
    rule: (id: string) => word(law.rules, id),
    /** A limit as the act it is for: 作出决定, 书面答复. */
    ruleAct: (id: string) => (Object.hasOwn(rulesShort, id) ? word(rulesShort, id) : word(law.rules, id)),
    /** Why a limit cannot be reckoned: what it waits for. */
    missing: (code: string) =>
      Object.hasOwn(law.triggers, code) ? words.clocks.missing(word(law.triggers, code)) : word(law.unknownWhy, code),
    reason: (code: string, params: Params) => reasonText(language, code, params),
    article: articleOf,
    /** The value of an entry's or a step's field in words. */
    option,
    optionOf,
    /** Whether the field's values are codes of a closed set. */
    isCode: (type: string, path: string) =>
      optionSetOf(
        type,
        path
          .replace(/\.\d+$/, '')
          .split('.')
          .at(-1) ?? path,
      ) !== null,
    field: (label: string) => word(c.fields, label),
    /** The name of a field by its path. */
    fieldAt: (path: string) => fieldText(language, path),
    /** Under the field itself. */
    fieldProblem: (problem: FieldProblem) => fieldRuleText(language, problem),
    /** Away from the field. */
    problemNamed: (problem: FieldProblem) => fieldProblemText(language, problem),
    failure: (failure: PageFailure): string =>
      failureText(words, c.failures, failure, {
        reason: (code, params) => reasonText(language, code, params),
        article: articleOf,
        problemNamed: (problem) => fieldProblemText(language, problem),
      }),
  };
}

export type Labels = ReturnType<typeof makeLabels>;

/** The same for a lawsuit: its steps, entries and codes in its own words, all else as everywhere. */
export function makeSuitLabels(language: Language, words: Words): Labels {
  const base = makeLabels(language, words);
  const law: LawLabels = lawLabels(language);
  const rulesShort: Readonly<Record<string, string>> = words.lawsuitFile.rules;
  const optionOf: Labels['optionOf'] = (set, value, version) =>
    (set === undefined ? null : suitOptionText(language, set === 'paperDecider' ? 'signer' : set, value)) ??
    base.optionOf(set, value, version);
  const reason: Labels['reason'] = (code, params) =>
    suitReasonText(language, code, params) ?? base.reason(code, params);
  const rule = (problem: FieldProblem): string => {
    const own = suitRuleText(language, problem.rule, problem.params);
    if (own === null) return base.fieldProblem(problem);
    return language === 'en' ? `${own.charAt(0).toUpperCase()}${own.slice(1)}.` : `${own}。`;
  };
  const fieldAt = (path: string): string => suitFieldText(language, path) ?? base.fieldAt(path);
  const problemNamed = (problem: FieldProblem): string => `${fieldAt(problem.field)}${words.colon}${rule(problem)}`;
  return {
    ...base,
    step: (type) => suitStepName(language, type) ?? type,
    act: (type) => suitStepAct(language, type) ?? type,
    field: (label) => {
      const own: Readonly<Record<string, string>> = litigationWords(language).fields;
      return Object.hasOwn(own, label) ? word(own, label) : base.field(label);
    },
    fieldAt,
    fieldProblem: rule,
    problemNamed,
    failure: (failure) =>
      failureText(words, catalogue(language).failures, failure, { reason, article: base.article, problemNamed }),
    stage: (code) => wordOf(language, 'stages', code),
    waitedFor: (code) => wordOf(language, 'waitedFor', code),
    waiting: (code) => wordOf(language, 'waitedWhat', code),
    consequence: (code) =>
      Object.hasOwn(law.expiries, code) ? word(law.expiries, code) : wordOf(language, 'consequences', code),
    outcome: (code) => wordOf(language, 'outcomes', code),
    entry: (type, payload) => {
      const said = wordOf(language, 'entries', type);
      const kind = type === 'form-issued' || type === 'document-issued' ? payload.kind : undefined;
      return typeof kind === 'string' ? words.entryOfDocument(said, wordOf(language, 'documents', kind)) : said;
    },
    documentKind: (code) => wordOf(language, 'documents', code),
    ruleAct: (id) => (Object.hasOwn(rulesShort, id) ? word(rulesShort, id) : base.ruleAct(id)),
    reason,
    option: (type, field, value, version) => {
      const set = suitOptionSetOf(type, field);
      return set === null ? value : optionOf(set, value, version);
    },
    optionOf,
    isCode: (type, path) =>
      suitOptionSetOf(
        type,
        path
          .replace(/\.\d+$/, '')
          .split('.')
          .at(-1) ?? path,
      ) !== null,
  };
}

/** The words for the kind of case that stands above. */
export function useLabels(): Labels {
  const { language, words } = useLanguage();
  const kind = useCaseKind();
  return useMemo(() => (kind === 'litigation' ? makeSuitLabels : makeLabels)(language, words), [kind, language, words]);
}

/** The words of a reconsideration, wherever it is named. */
export function useCaseLabels(): Labels {
  const { language, words } = useLanguage();
  return useMemo(() => makeLabels(language, words), [language, words]);
}
