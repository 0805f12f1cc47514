import type { CivilDate } from '../calendar/civil-date.ts';
import type { InstrumentId } from './instruments.ts';
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

/** An article of one version of a law: `20(1)` is article 20, first paragraph. Null where the wording is not on file. */
export interface Citation {
  readonly law: InstrumentId;
  readonly article: string | null;
}

/** A limit that a special law sets in place of the general one (an entry of the case names it). */
export interface SpecialLimit {
  /** The special law's name and article as the entry names them. */
  readonly lawName: string;
  readonly article: string;
  readonly length: number;
  readonly unit: Exclude<LimitUnit, 'as-decided'>;
  /** True where no law but the reconsideration decision itself set the length (a period for acting anew). */
  readonly byDecision?: boolean;
}

/** One row of the table of time limits: a limit as one version of the law sets it. */
export interface TimeLimit {
  readonly id: RuleId;
  readonly citations: readonly Citation[];
  /** Where the rule stood before, when the wording of its present place is not on file. */
  readonly formerly: Citation | null;
  readonly effectiveFrom: CivilDate;
  /** Null while the row is in force. */
  readonly effectiveTo: CivilDate | null;
  readonly proceeding: Proceeding;
  readonly kind: LimitKind;
  readonly obligor: Obligor;
  readonly trigger: Trigger;
  /** Null where a document sets the day (`as-decided`). */
  readonly length: number | null;
  readonly unit: LimitUnit;
  readonly direction: 'after' | 'before';
  readonly stopsForSuspension: boolean;
  readonly metBy: MetBy;
  /** The limit that an `outer` row caps. */
  readonly outerOf: RuleId | null;
  readonly condition: ConditionCode | null;
  /** The most days that all extensions may add; null where the row knows no extension by days. */
  readonly extensionCapDays: number | null;
  readonly extension: readonly ExtensionCode[];
  /** Rules that the row's prose points to. */
  readonly seeAlso: readonly RuleId[];
  readonly onExpiry: readonly ExpiryCode[];
  /** False where the current wording is not on file: each date made with it carries the mark. */
  readonly verified: boolean;
  /** The special law's limit that displaces this row's own length, where a case recorded one. */
  readonly special?: SpecialLimit;
}

/** The row with a special law's own length in place of its own; the steps show what was displaced. */
export function withSpecialLimit(rule: TimeLimit, special: SpecialLimit): TimeLimit {
  return { ...rule, special };
}
