/**
 * One case's way to its limits: the row that governs (with what the case pinned) and the special limits recorded in it.
 */
import { type CivilDate, civilDate } from '../calendar/civil-date.ts';
import { type Computation, compute, type LimitFacts, noRule } from '../law/compute.ts';
import { type InstrumentId, instruments } from '../law/instruments.ts';
import { chooseRule, isRuleId } from '../law/law-book.ts';
import { type SpecialLimit, withSpecialLimit } from '../law/time-limit.ts';
import type { RuleId } from '../law/vocabulary.ts';
import type { LawContext } from '../ledger/kinds.ts';
import type { AnyEntry, ReconsiderationCase } from './case-types.ts';
import type { LawVersion } from './codes.ts';

/** The day from which the law of 2023 governs (its article 90). */
export const newLawFrom: CivilDate = civilDate('2024-01-01');

export const lawOfDay = (day: CivilDate): LawVersion => (day >= newLawFrom ? 'ARL2023' : 'ARL1999');

/** What the case pinned by recorded, reasoned entries: the whole case (`case`), and single rules. */
export interface Pins {
  readonly case: LawVersion | null;
  readonly rules: ReadonlyMap<RuleId, InstrumentId>;
  readonly specials: ReadonlyMap<RuleId, SpecialLimit>;
}

/**
 * The version an act of that day comes under, as the fold judges it: what the case pinned, else the law of the day
 * (A16). Approver, form and decision types follow it; examination, correction and acceptance keep the law of the receipt.
 */
export const lawOfActIn = (c: Pick<ReconsiderationCase, 'entries'>, day: CivilDate): LawVersion =>
  pinsOf(c.entries as unknown as readonly AnyEntry[]).case ?? lawOfDay(day);

const isInstrument = (law: string): law is InstrumentId => Object.hasOwn(instruments, law);

/** The pins in force; the last one of a rule, or of the case, wins. They hold for the whole case, not from their day on. */
export function pinsOf(entries: readonly AnyEntry[]): Pins {
  let whole: LawVersion | null = null;
  const rules = new Map<RuleId, InstrumentId>();
  const specials = new Map<RuleId, SpecialLimit>();
  for (const e of entries) {
    if (e.type === 'law-pinned') {
      const { ruleId, law } = e.payload;
      if (ruleId === null) whole = law === 'ARL1999' || law === 'ARL2023' ? law : whole;
      else if (isRuleId(ruleId) && isInstrument(law)) rules.set(ruleId, law);
    } else if (e.type === 'special-limit-set' && isRuleId(e.payload.ruleId)) {
      const { law, article, length, unit } = e.payload;
      specials.set(e.payload.ruleId, { lawName: law, article, length, unit });
    }
  }
  return { case: whole, rules, specials };
}

/** Examination, correction and acceptance follow the version at first receipt (resolution A16). */
const followsReceipt: ReadonlySet<RuleId> = new Set<RuleId>([
  'reconsideration.examine',
  'reconsideration.notify-correction',
  'reconsideration.correct',
  'reconsideration.examine-corrected',
]);

export type CaseLimitFacts = LimitFacts & { readonly filed?: CivilDate | null; readonly special?: SpecialLimit };
export type LimitOf = (ruleId: RuleId, facts: CaseLimitFacts) => Computation;

/** The function that computes any limit of this case. */
export function limitsUnder(caseLaw: LawVersion, pins: Pins, law: LawContext): LimitOf {
  return (ruleId, { filed, special: ownSpecial, ...facts }) => {
    const receiptPins =
      caseLaw === 'ARL1999' && followsReceipt.has(ruleId) && facts.trigger !== null && facts.trigger >= newLawFrom;
    const pinned = pins.rules.get(ruleId) ?? pins.case ?? (receiptPins ? caseLaw : null);
    const choice = chooseRule(law.lawBook, ruleId, { trigger: facts.trigger, filed: filed ?? null, pinned });
    if (!choice.found) {
      // Without its starting day a limit has no date, but it is known which limit it is, and what is missing.
      const rows = choice.why === 'no-trigger' ? law.lawBook.versionsOf(ruleId) : [];
      const likely = caseLaw === 'ARL1999' ? rows[0] : rows.at(-1);
      return likely === undefined ? noRule(ruleId, facts.trigger, choice.why, law) : compute(likely, facts, law);
    }
    const special = pins.specials.get(ruleId) ?? ownSpecial;
    const rule = special === undefined ? choice.rule : withSpecialLimit(choice.rule, special);
    return compute(rule, { ...facts, chosenBy: choice.by }, law);
  };
}
