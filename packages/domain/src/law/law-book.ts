/** The book of rules: an immutable value with a version, and the choice of the row that governs (rulebook of limits, part 1). */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { InstrumentId } from './instruments.ts';
import type { TimeLimit } from './time-limit.ts';
import { timeLimits } from './time-limits.ts';
import { type RuleId, ruleIds } from './vocabulary.ts';

/** An immutable table of limits; `version` changes whenever any row does. */
export interface LawBook {
  readonly version: string;
  readonly rules: readonly TimeLimit[];
  /** The rows of one rule, oldest first; empty where the book has none. */
  versionsOf(id: RuleId): readonly TimeLimit[];
}

/** By what a row was chosen; `later-version`: nothing was in force on the trigger's day and nothing is filed yet. */
export type ChosenBy = 'trigger' | 'filing' | 'today' | 'pinned' | 'later-version';

/** The governing row, or why there is none. */
export type RuleChoice =
  | { readonly found: true; readonly rule: TimeLimit; readonly by: ChosenBy }
  | { readonly found: false; readonly why: 'no-trigger' | 'no-rule-on-file' };

/** The days a choice may look at. */
export interface RuleChoiceFacts {
  readonly trigger: CivilDate | null;
  /** The day of filing (posted, handed in, sent through the portal); null while nothing is filed. */
  readonly filed?: CivilDate | null;
  /** The day that stands for the day of filing while nothing is filed; leave it out where only the trigger is to speak. */
  readonly today?: CivilDate | null;
  /** The law that a recorded, reasoned entry of the case pinned. */
  readonly pinned?: InstrumentId | null;
}

/** Builds a book from rows. Its version is made from every field of every row. */
export function makeLawBook(rules: readonly TimeLimit[] = timeLimits): LawBook {
  const byId = new Map<RuleId, TimeLimit[]>();
  let hash = 0x811c9dc5;
  for (const rule of rules) {
    const rows = byId.get(rule.id);
    if (rows) rows.push(rule);
    else byId.set(rule.id, [rule]);
    const text = JSON.stringify(rule);
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  for (const rows of byId.values()) rows.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const none: readonly TimeLimit[] = [];
  return Object.freeze({
    version: `${rules.length}.${(hash >>> 0).toString(16).padStart(8, '0')}`,
    rules,
    versionsOf: (id: RuleId) => byId.get(id) ?? none,
  });
}

let shipped: LawBook | undefined;

/** The book of the shipped rows; built once. */
export function shippedLawBook(): LawBook {
  shipped ??= makeLawBook();
  return shipped;
}

const knownRuleIds: ReadonlySet<string> = new Set(ruleIds);

/** Whether a text names a rule of the vocabulary. */
export function isRuleId(text: string): text is RuleId {
  return knownRuleIds.has(text);
}

const filingRules =
  /^(reconsideration\.apply|litigation\.sue|litigation\.retrial-application|litigation\.([a-z]+-)*apply-enforcement$|compensation\.claim$|compensation\.sue)/;

/** Whether the day of filing, not the trigger's day, chooses the row: the limits for applying, suing and claiming, and their caps. */
export function isGovernedByFiling(id: RuleId): boolean {
  return filingRules.test(id);
}

function inForceOn(rows: readonly TimeLimit[], day: CivilDate): TimeLimit | undefined {
  return rows.find((row) => row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo));
}

/** The row of the pinned law, else the one that stood beside it: the old regulation's limits go with the old law. */
function rowUnderPinnedLaw(book: LawBook, rows: readonly TimeLimit[], law: InstrumentId): TimeLimit | undefined {
  const cites = (row: TimeLimit) => row.citations.some((citation) => citation.law === law);
  const own = rows.find(cites);
  if (own) return own;
  const era = book.rules.find(cites);
  return era && inForceOn(rows, era.effectiveTo ?? era.effectiveFrom);
}

/**
 * Chooses the row that governs. A pinned law comes first; a filing limit takes the row of the day of filing; every other
 * limit the row of its trigger's day. A filing limit of which only the trigger is known takes that day's row, else the
 * first later version. Where no version reaches, there is no rule on file: never today's rule instead.
 */
export function chooseRule(book: LawBook, id: RuleId, facts: RuleChoiceFacts): RuleChoice {
  const rows = book.versionsOf(id);
  if (facts.pinned) {
    const rule = rowUnderPinnedLaw(book, rows, facts.pinned);
    return rule ? { found: true, rule, by: 'pinned' } : { found: false, why: 'no-rule-on-file' };
  }
  if (isGovernedByFiling(id)) {
    const filing = facts.filed ?? facts.today ?? null;
    if (filing !== null) {
      const rule = inForceOn(rows, filing);
      if (!rule) return { found: false, why: 'no-rule-on-file' };
      return { found: true, rule, by: facts.filed ? 'filing' : 'today' };
    }
  }
  const { trigger } = facts;
  if (trigger === null) return { found: false, why: 'no-trigger' };
  const own = inForceOn(rows, trigger);
  if (own) return { found: true, rule: own, by: 'trigger' };
  if (isGovernedByFiling(id)) {
    const later = rows.find((row) => row.effectiveFrom > trigger);
    if (later) return { found: true, rule: later, by: 'later-version' };
  }
  return { found: false, why: 'no-rule-on-file' };
}
