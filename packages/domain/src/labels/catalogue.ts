/**
 * The words of the domain in one language, for every code of every closed set: a code without words does not compile.
 * Sentences may hold `{name}`; `say` fills it in. The limits' own words are in `law/law-labels.ts`.
 */
import type { Role } from '../access/roles.ts';
import { formatCivilDate, isCivilDate, type Language } from '../calendar/civil-date.ts';
import type { FailureCode } from '../errors.ts';
import { citationLabel } from '../law/article-label.ts';
import { type InstrumentId, instruments } from '../law/instruments.ts';
import type { ClockStatus } from '../ledger/clock.ts';
import type { Closing } from '../reconsideration/case-types.ts';
import type {
  DecisionType,
  LawVersion,
  Stage,
  SuspensionGround,
  TerminationGround,
  WaitedFor,
} from '../reconsideration/codes.ts';
import {
  type ContradictionCode,
  suspensionGroundArticles,
  terminationGroundArticles,
} from '../reconsideration/contradictions.ts';
import type { ReconsiderationEntryType } from '../reconsideration/entries.ts';
import type { ReconsiderationFactName } from '../reconsideration/facts.ts';
import type { OptionSet, OptionValue } from '../reconsideration/option-sets.ts';
import { type FieldLabel, fieldLabelOf } from '../reconsideration/step-forms.ts';
import type { FieldRule } from '../reconsideration/step-inputs.ts';
import type { stepReasons } from '../reconsideration/step-reasons.ts';
import type { StepType } from '../reconsideration/steps.ts';
import type { ClockView, ImpactPreview, ProposalView, Verdict } from '../reconsideration/view-types.ts';
import { en } from './en.ts';
import { suitReasonText, suitRuleText } from './litigation.ts';
import { say } from './say.ts';
import { zhCn } from './zh-cn.ts';

/** What a case waits for, as `positionOn` says it. */
export const waitedWhat = [
  'approve',
  'examine',
  'serve-correction',
  'send-extension',
  'correct',
  'record-abandonment',
  'examine-corrected',
  'send-copy',
  'reply',
  'serve-copy',
  'hold-hearing',
  'decide',
  'serve-decision',
  'perform',
  'confirm-performance',
  'report',
  'normative-reply',
  'maker-reply',
  'normative-review',
  'other-case',
  'law-application',
  'successor',
  'resume',
  'nothing',
] as const;
export type WaitedWhat = (typeof waitedWhat)[number];

/** Reasons that arise at the edge or in the office's own ledgers. */
export const otherReasons = [
  'being-written',
  'account-suspended',
  'account-not-suspended',
  'organ-below-itself',
  'post-taken',
  'post-not-held',
  'delegated-to-self',
  'delegation-ends-before-it-begins',
  'no-delegation',
  'no-organ',
  'organ-exists',
  'organ-abolished',
  'before-established',
  'own-successor',
  'institution-and-prefix',
  'no-such-organ',
  'code-taken',
  'prefix-taken',
  'organs-below',
  'successor-needed',
  'successor-does-not-review',
  'account-exists',
  'no-account',
  'nobody-to-remind',
  'reminded-today',
  'account-closed',
  'own-account',
  'username-taken',
  'post-needs-reviewing-organ',
  'post-already-held',
  'administrators-apart',
  'last-administrator',
  'open-cases',
  'not-an-assigner',
  'no-list',
  'item-exists',
  'no-item',
  'item-maps-nowhere',
  'item-retired',
  'item-not-retired',
  'before-added',
  'password-must-change',
  'setup-code-wrong',
  'office-begun',
  'office-being-made',
  'demo-not-offered',
] as const;

type Words<K extends string> = Readonly<Record<K, string>>;

export interface StepWords {
  /** The button: the act and its effect. */
  readonly act: string;
  /** The act alone, for a menu, a heading, a proposal. */
  readonly name: string;
}

export interface Catalogue {
  readonly roles: Words<Role>;
  readonly stages: Words<Stage>;
  /** Beside the stage, where nobody decided. */
  readonly deemedAccepted: string;
  /** What a step does to it. */
  readonly deemedChanges: Words<'arises' | 'moves' | 'falls-away'>;
  readonly waitedFor: Words<WaitedFor>;
  /** The sentence: what the case waits for. */
  readonly waitedWhat: Words<WaitedWhat>;
  /** What follows if nothing happens, beside the limits' own `expiries`. */
  readonly consequences: Words<'not-effective'>;
  readonly verdicts: Words<Verdict>;
  readonly lights: Words<ClockView['light']>;
  readonly clockStatuses: Words<ClockStatus>;
  readonly changes: Words<ImpactPreview['changes'][number]['change']>;
  readonly effects: Words<'starts' | 'stops' | 'moves' | 'meets' | 'resumes'>;
  readonly laws: Words<LawVersion>;
  readonly outcomes: Words<Closing['how']['is'] | DecisionType>;
  readonly proposalStates: Words<ProposalView['state']>;
  readonly proposalWords: Words<ProposalView['words'][number]['verdict']>;
  readonly fileKinds: Words<'application' | 'evidence' | 'reply' | 'document' | 'scan' | 'other'>;
  readonly facts: Words<ReconsiderationFactName>;
  readonly entries: Words<ReconsiderationEntryType>;
  readonly steps: Readonly<Record<StepType, StepWords>>;
  readonly fields: Words<FieldLabel>;
  readonly options: { readonly [S in OptionSet]: Words<OptionValue<S>> };
  /** Why a step is refused or irregular. */
  readonly reasons: Words<(typeof stepReasons)[number] | (typeof otherReasons)[number]>;
  readonly contradictions: Words<ContradictionCode>;
  readonly failures: Words<FailureCode>;
  /** What is wrong with a field; the field's name is put before it. */
  readonly rules: Words<FieldRule>;
  /** `{field}` and `{rule}`. */
  readonly fieldProblem: string;
}

/** The catalogue of a language. */
export const catalogue = (language: Language): Catalogue => (language === 'zh-CN' ? zhCn : en);

export { say };

/** The parameters as a reader wants them: days in the words of the language. */
function shown(
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isCivilDate(value) ? formatCivilDate(value, language) : value,
    ]),
  );
}

const has = <K extends string>(words: Words<K>, code: string): code is K => Object.hasOwn(words, code);

/** The sentence of a reason or a contradiction. */
export function reasonText(
  language: Language,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const { reasons, contradictions } = catalogue(language);
  const sentence = has(contradictions, code) ? contradictions[code] : has(reasons, code) ? reasons[code] : null;
  // What only a lawsuit can say.
  return sentence === null ? (suitReasonText(language, code, params) ?? code) : say(sentence, shown(language, params));
}

/** What becomes of deemed acceptance: 视为受理 arises, moves, or falls away. */
export function deemedText(language: Language, change: NonNullable<ImpactPreview['deemedAcceptance']>): string {
  const { before, after } = change;
  const words = catalogue(language).deemedChanges;
  const sentence = after === null ? words['falls-away'] : before === null ? words.arises : words.moves;
  return say(sentence, shown(language, { before: before ?? '', after: after ?? '' }));
}

/** The name of a field by its path; the path itself where it has none. */
export function fieldText(language: Language, path: string): string {
  const label = fieldLabelOf(path);
  return label === null ? path : catalogue(language).fields[label];
}

type SaidProblem = {
  readonly field: string;
  readonly rule: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

const ruleWords = (language: Language, problem: SaidProblem): string => {
  const { rules } = catalogue(language);
  if (has(rules, problem.rule)) return say(rules[problem.rule], shown(language, problem.params));
  return suitRuleText(language, problem.rule, problem.params) ?? problem.rule;
};

/** What is wrong, as it stands under the field itself: the field is not named again. */
export function fieldRuleText(language: Language, problem: SaidProblem): string {
  const rule = ruleWords(language, problem);
  return language === 'zh-CN' ? `${rule}。` : `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`;
}

/** A field's problem as one sentence that names the field and the rule: away from the field. */
export function fieldProblemText(language: Language, problem: SaidProblem): string {
  return say(catalogue(language).fieldProblem, {
    field: fieldText(language, problem.field),
    rule: ruleWords(language, problem),
  });
}

/** The words of an option; the value itself where it is none of the set. */
export function optionText(language: Language, set: OptionSet, value: string): string {
  const words = catalogue(language).options[set] as Readonly<Record<string, string>>;
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}

/** The article behind an option in a version of the law: 'ARL2023 39(1)(3)'; null where that law knows none. */
export function optionArticle(set: OptionSet, value: string, law: LawVersion): string | null {
  const table: Readonly<Record<string, Readonly<Record<LawVersion, string | null>>>> | null =
    set === 'suspensionGround'
      ? (suspensionGroundArticles satisfies Record<SuspensionGround, unknown>)
      : set === 'terminationGround'
        ? (terminationGroundArticles satisfies Record<TerminationGround, unknown>)
        : set === 'decisionType'
          ? decisionTypeArticles
          : set === 'acceptanceCondition'
            ? conditionArticles
            : null;
  return table?.[value]?.[law] ?? null;
}

/** Each decision type's article. */
export const decisionTypeArticles = {
  change: { ARL1999: 'ARL1999 28(1)(3)', ARL2023: 'ARL2023 63' },
  revoke: { ARL1999: 'ARL1999 28(1)(3)', ARL2023: 'ARL2023 64' },
  'revoke-partly': { ARL1999: 'ARL1999 28(1)(3)', ARL2023: 'ARL2023 64' },
  'confirm-unlawful': { ARL1999: 'ARL1999 28(1)(3)', ARL2023: 'ARL2023 65' },
  'order-performance': { ARL1999: 'ARL1999 28(1)(2)', ARL2023: 'ARL2023 66' },
  'confirm-void': { ARL1999: null, ARL2023: 'ARL2023 67' },
  uphold: { ARL1999: 'ARL1999 28(1)(1)', ARL2023: 'ARL2023 68' },
  'reject-request': { ARL1999: 'REG2007 48(1)(1)', ARL2023: 'ARL2023 69' },
  'agreement-liability': { ARL1999: null, ARL2023: 'ARL2023 71' },
} as const satisfies Record<DecisionType, Record<LawVersion, string | null>>;

/** The conditions of acceptance: 30(1)(1)-(7); before 2024 the regulation's 28, the limit and the jurisdiction apart. */
export const conditionArticles = {
  'definite-parties': { ARL1999: 'REG2007 28(1)', ARL2023: 'ARL2023 30(1)(1)' },
  'interest-in-act': { ARL1999: 'REG2007 28(2)', ARL2023: 'ARL2023 30(1)(2)' },
  'definite-request': { ARL1999: 'REG2007 28(3)', ARL2023: 'ARL2023 30(1)(3)' },
  'within-time-limit': { ARL1999: 'REG2007 28(4)', ARL2023: 'ARL2023 30(1)(4)' },
  'within-scope': { ARL1999: 'REG2007 28(5)', ARL2023: 'ARL2023 30(1)(5)' },
  'own-jurisdiction': { ARL1999: 'REG2007 28(6)', ARL2023: 'ARL2023 30(1)(6)' },
  'not-filed-before': { ARL1999: 'REG2007 28(7)', ARL2023: 'ARL2023 30(1)(7)' },
} as const satisfies Record<OptionValue<'acceptanceCondition'>, Record<LawVersion, string>>;

/** An article as codes name it ('ARL2023 62(1)') in words; the text itself where the law is not on file. */
export function articleText(language: Language, article: string): string {
  const at = article.indexOf(' ');
  const law = at < 0 ? article : article.slice(0, at);
  if (!Object.hasOwn(instruments, law)) return article;
  return citationLabel({ law: law as InstrumentId, article: at < 0 ? null : article.slice(at + 1) }, language);
}
