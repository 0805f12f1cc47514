import type { Language } from '../calendar/civil-date.ts';
import type { ExtensionProblem, LimitStatus, Mark, Reading, StopKind, UnknownWhy } from './compute.ts';
import { lawLabelsEn } from './labels-en.ts';
import { lawLabelsZhCn } from './labels-zh-cn.ts';
import type { MadeInTime } from './lateness.ts';
import type { ChosenBy } from './law-book.ts';
import type {
  ConditionCode,
  ExpiryCode,
  ExtensionCode,
  LimitKind,
  LimitUnit,
  MetBy,
  Obligor,
  Proceeding,
  RuleId,
  Trigger,
} from './vocabulary.ts';

/** The words of one language for every code of the law's vocabulary; a missing code does not compile. */
export interface LawLabels {
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly triggers: Readonly<Record<Trigger, string>>;
  readonly obligors: Readonly<Record<Obligor, string>>;
  readonly proceedings: Readonly<Record<Proceeding, string>>;
  readonly kinds: Readonly<Record<LimitKind, string>>;
  readonly units: Readonly<Record<LimitUnit, string>>;
  readonly metBys: Readonly<Record<MetBy, string>>;
  readonly conditions: Readonly<Record<ConditionCode, string>>;
  readonly extensions: Readonly<Record<ExtensionCode, string>>;
  readonly expiries: Readonly<Record<ExpiryCode, string>>;
  readonly statuses: Readonly<Record<LimitStatus, string>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly readings: Readonly<Record<Reading, string>>;
  readonly stopKinds: Readonly<Record<StopKind, string>>;
  readonly chosenBy: Readonly<Record<ChosenBy, string>>;
  readonly unknownWhy: Readonly<Record<UnknownWhy, string>>;
  readonly extensionProblems: Readonly<Record<ExtensionProblem, string>>;
  readonly madeInTime: Readonly<Record<MadeInTime, string>>;
}

/** The law's words in a language. */
export function lawLabels(language: Language): LawLabels {
  return language === 'zh-CN' ? lawLabelsZhCn : lawLabelsEn;
}
