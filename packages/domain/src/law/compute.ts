/**
 * A time limit is a rule applied to facts. `compute` gives the day *and the steps to it*, as data:
 * `explain.ts` writes them out in either language, `day-grid.ts` lays them on a calendar.
 *
 * The arithmetic: the day of the trigger is not counted. Working days are counted one by one and need no roll. Days,
 * months and years end on the corresponding day; one that ends on a day off ends on the next working day. Extensions
 * lengthen the raw limit, never a rolled date. A stopped day is not counted. Backward limits never move.
 */
import {
  addDays,
  addMonths,
  addYears,
  type CivilDate,
  daysBetween,
  earlierOf,
  laterOf,
} from '../calendar/civil-date.ts';
import type { DayInfo, WorkCalendar } from '../calendar/work-calendar.ts';
import { type ChosenBy, chooseRule, type LawBook, type RuleChoiceFacts } from './law-book.ts';
import type { SpecialLimit, TimeLimit } from './time-limit.ts';
import type { LimitUnit, RuleId } from './vocabulary.ts';

/** Why a clock stands still. Obstacle and detention toll the limits for applying, suing and claiming. */
export type StopKind =
  | 'suspension'
  | 'on-site-inspection'
  | 'appraisal'
  | 'settling-receiver'
  | 'public-notice'
  | 'mediation'
  | 'jurisdiction'
  | 'obstacle'
  | 'detention';

/** Days from `from` up to but without `to` are not counted; `to` is null while the span is open, and equal days count none. */
export interface StoppedSpan {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly kind: StopKind;
  /** The ground's key, where the kind has grounds. */
  readonly ground?: string;
  /** The sequence number of the entry that stopped the clock. */
  readonly ref?: number;
}

/** When the notice of an extension went out: a day, `unknown` (in time, but unproven), or `not-sent` (no effect yet). */
export type SentOn = CivilDate | 'unknown' | 'not-sent';

/** An extension as recorded. Without days of decision and sending (a plain calculation) it is taken as effective. */
export interface ExtensionFact {
  readonly days: number;
  readonly decidedOn?: CivilDate;
  readonly sentOn?: SentOn;
  readonly ref?: number;
}

/** The facts that a limit is computed from. */
export interface LimitFacts {
  /** The day of the fact that starts the limit, or that it counts back from; null while unknown. */
  readonly trigger: CivilDate | null;
  /** The sequence number of the entry that holds the trigger. */
  readonly triggerRef?: number;
  readonly stopped?: readonly StoppedSpan[];
  readonly extensions?: readonly ExtensionFact[];
  /** The day that a decision, notice or agreement sets itself; it is not rolled. */
  readonly decidedDay?: CivilDate;
  readonly decidedDayRef?: number;
  /** By what the row was chosen (see `chooseRule`); shown in the steps where it is not the trigger. */
  readonly chosenBy?: ChosenBy;
  /** Readings of the law that helped to make the trigger's day, beyond the row's own. */
  readonly readings?: readonly Reading[];
  /** False where a reading or text that helped to make the trigger's day is not on file. */
  readonly factsVerified?: boolean;
}

/** The law as an argument. */
export interface LimitLaw {
  readonly lawBook: LawBook;
  readonly calendar: WorkCalendar;
}

/** What the texts leave open and one reading settles, by its key in `labels`. */
export type Reading =
  | 'normative-review-start'
  | 'not-informed-of-any-of-three'
  | 'span-by-later-and-earlier'
  | 'stop-without-text-on-file'
  | 'enforcement-start'
  | 'simplified-to-ordinary'
  | 'knowledge-from-service';

/** What a date must be shown with. */
export type Mark = 'provisional' | 'unverified' | 'later-version' | 'reading' | 'extension-unproven' | 'warns-only';

/** Why there is no date. */
export type UnknownWhy = 'no-trigger' | 'no-rule-on-file' | 'as-decided' | 'no-calendar';

/** Why a recorded extension does not move the day. */
export type ExtensionProblem = 'rule-knows-none' | 'above-cap' | 'decided-late' | 'sent-late' | 'not-sent';

/** What became of one recorded extension. */
export type ExtensionOutcome =
  | { readonly effective: true; readonly fact: ExtensionFact; readonly unproven: boolean; readonly second: boolean }
  | {
      readonly effective: false;
      readonly fact: ExtensionFact;
      readonly problem: ExtensionProblem;
      /** The end that had to be met, and how many calendar days later the act was; null where lateness is not the problem. */
      readonly end: CivilDate | null;
      readonly lateDays: number | null;
    };

/** One step of the way to a date. Days are civil days; lengths are in the unit named. */
export type Step =
  | { readonly step: 'chosen'; readonly by: Exclude<ChosenBy, 'trigger'>; readonly effectiveFrom: CivilDate }
  | { readonly step: 'displaced'; readonly special: SpecialLimit }
  | { readonly step: 'started'; readonly on: CivilDate; readonly ref: number | null }
  | { readonly step: 'counts-back-from'; readonly on: CivilDate; readonly ref: number | null }
  | {
      readonly step: 'added';
      readonly length: number;
      readonly unit: Exclude<LimitUnit, 'as-decided'>;
      readonly to: CivilDate;
    }
  | {
      readonly step: 'counted-working-days';
      readonly length: number;
      readonly direction: 'after' | 'before';
      readonly to: CivilDate;
      /** The days set by a notice or the regulation that lie within: holidays left out, make-up days counted. */
      readonly set: readonly DayInfo[];
    }
  | { readonly step: 'subtracted'; readonly length: number; readonly to: CivilDate }
  | {
      readonly step: 'extended';
      readonly days: number;
      readonly to: CivilDate;
      readonly ref: number | null;
      readonly unproven: boolean;
      readonly second: boolean;
    }
  | { readonly step: 'extension-without-effect'; readonly outcome: ExtensionOutcome & { readonly effective: false } }
  | {
      readonly step: 'stopped';
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly days: number;
      readonly end: CivilDate;
      readonly spans: readonly StoppedSpan[];
    }
  | {
      readonly step: 'standing';
      readonly from: CivilDate;
      readonly daysLeft: number;
      readonly spans: readonly StoppedSpan[];
    }
  | { readonly step: 'rolled'; readonly from: CivilDate; readonly to: CivilDate; readonly over: readonly DayInfo[] }
  | { readonly step: 'stopped-before-roll-ended'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly step: 'set-by-document'; readonly on: CivilDate; readonly ref: number | null }
  | { readonly step: 'capped'; readonly by: RuleId; readonly on: CivilDate; readonly instead: CivilDate | null }
  | { readonly step: 'ends'; readonly on: CivilDate; readonly kind: TimeLimit['kind'] }
  | { readonly step: 'latest-day'; readonly on: CivilDate }
  | { readonly step: 'advised'; readonly on: CivilDate; readonly because: DayInfo }
  | { readonly step: 'provisional'; readonly from: CivilDate; readonly lastYearWithNotice: number }
  | { readonly step: 'unverified' }
  | { readonly step: 'reading'; readonly reading: Reading }
  | { readonly step: 'unknown'; readonly why: UnknownWhy };

/** How the limit stands: a day, a day that a future notice may move, stopped by an open span, or not known. */
export type LimitStatus = 'final' | 'provisional' | 'stopped' | 'unknown';

/** A computed limit. `raw` and `due` are null unless the status is final or provisional. */
export interface Computation {
  readonly ruleId: RuleId;
  readonly rule: TimeLimit | null;
  readonly status: LimitStatus;
  readonly trigger: CivilDate | null;
  /** The day before any roll; equal to `due` for working-day, backward and document-set limits. */
  readonly raw: CivilDate | null;
  /** The last lawful day; for a lapse, the day after which the act is lawful. */
  readonly due: CivilDate | null;
  /** For a backward limit that falls on a day off: the working day before it. */
  readonly advised: CivilDate | null;
  /** Days still to be counted when an open span began; null unless stopped. */
  readonly daysLeft: number | null;
  readonly unknownWhy: UnknownWhy | null;
  /** Calendar days not counted because they were stopped. */
  readonly stoppedDays: number;
  /** The spans that held the limit, merged and cut to it. */
  readonly stoppedSpans: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly extensions: readonly ExtensionOutcome[];
  readonly marks: readonly Mark[];
  readonly steps: readonly Step[];
  readonly lawBookVersion: string;
  readonly calendarVersion: string;
}

const TOLLING_KINDS: ReadonlySet<StopKind> = new Set(['obstacle', 'detention']);
const TOLLED_BY = new Set([
  'obstacle-tolls',
  'time-lost-without-fault-not-counted',
  'suspension-and-interruption',
  'obstacle-in-last-six-months-suspends',
]);

/** Whether an obstacle (不可抗力 or another good cause) holds this limit of applying, suing or claiming. */
function isTolled(rule: TimeLimit): boolean {
  return rule.kind !== 'outer' && rule.extension.some((code) => TOLLED_BY.has(code));
}

/** A merged stretch of stopped days with the recorded spans it came from. */
interface Stretch {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly spans: readonly StoppedSpan[];
}

/** Overlapping and touching spans as stretches, earliest first; empty spans fall away. */
function mergeSpans(spans: readonly StoppedSpan[]): readonly Stretch[] {
  const sorted = spans
    .filter((span) => span.to === null || span.from < span.to)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: Stretch[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && (last.to === null || span.from <= last.to)) {
      const to = last.to === null || span.to === null ? null : laterOf(last.to, span.to);
      merged[merged.length - 1] = { from: last.from, to, spans: [...last.spans, span] };
    } else {
      merged.push({ from: span.from, to: span.to, spans: [span] });
    }
  }
  return merged;
}

/** Spans that end beyond the calendar are cut one day after it: no limit that they hold can have a date. */
function withinCalendar(spans: readonly StoppedSpan[], calendar: WorkCalendar): readonly StoppedSpan[] {
  const beyond = addDays(calendar.lastDay, 1);
  if (!spans.some((span) => span.to !== null && span.to > beyond)) return spans;
  return spans.map((span) =>
    span.to !== null && span.to > beyond ? { ...span, to: laterOf(span.from, beyond) } : span,
  );
}

/** The spans that hold this rule's clock: suspensions where the row stops for them, obstacles where it is tolled. */
function spansThatHold(rule: TimeLimit, trigger: CivilDate, spans: readonly StoppedSpan[]): readonly StoppedSpan[] {
  const tolled = isTolled(rule);
  const holding = spans.filter((span) =>
    TOLLING_KINDS.has(span.kind) ? tolled : rule.stopsForSuspension && rule.kind !== 'outer',
  );
  if (!rule.extension.includes('obstacle-in-last-six-months-suspends') || rule.length === null) return holding;
  // State Compensation Law 39: detention is never counted; another obstacle only within the last six months.
  const detention = mergeSpans(holding.filter((span) => span.kind === 'detention'));
  const walk = walkStretches(trigger, addYears(trigger, rule.length), detention);
  if (walk.standing) return holding.filter((span) => span.kind === 'detention');
  const window = addMonths(walk.end, -6);
  return holding.flatMap((span) => {
    if (span.kind === 'detention') return [span];
    if (span.to !== null && span.to <= window) return [];
    return [{ ...span, from: laterOf(span.from, window) }];
  });
}

interface HeldStretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly days: number;
  readonly end: CivilDate;
  readonly spans: readonly StoppedSpan[];
}

interface Walk {
  readonly end: CivilDate;
  readonly held: readonly HeldStretch[];
  readonly standing: {
    readonly from: CivilDate;
    readonly daysLeft: number;
    readonly spans: readonly StoppedSpan[];
  } | null;
}

/** Pushes an end out by every stopped day between the trigger and it: also by those inside the limit so prolonged. */
function walkStretches(trigger: CivilDate, rawEnd: CivilDate, stretches: readonly Stretch[]): Walk {
  const firstCounted = addDays(trigger, 1);
  const held: HeldStretch[] = [];
  let end = rawEnd;
  for (const stretch of stretches) {
    const from = laterOf(stretch.from, firstCounted);
    if (from > end) break;
    if (stretch.to === null) {
      return { end, held, standing: { from, daysLeft: daysBetween(from, end) + 1, spans: stretch.spans } };
    }
    if (stretch.to <= from) continue;
    const days = daysBetween(from, stretch.to);
    end = addDays(end, days);
    held.push({ from, to: stretch.to, days, end, spans: stretch.spans });
  }
  return { end, held, standing: null };
}

type End =
  | {
      readonly is: 'day';
      readonly raw: CivilDate;
      readonly due: CivilDate;
      readonly held: readonly HeldStretch[];
      readonly steps: readonly Step[];
    }
  | { readonly is: 'standing'; readonly standing: NonNullable<Walk['standing']>; readonly held: readonly HeldStretch[] }
  | { readonly is: 'no-calendar' };

function daysOver(from: CivilDate, until: CivilDate, calendar: WorkCalendar): readonly DayInfo[] {
  const days: DayInfo[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(calendar.dayInfo(day));
  return days;
}

/** The end of a limit counted in days, months or years, its stopped days, its roll and the roll's own stops. */
function endOf(trigger: CivilDate, base: CivilDate, stretches: readonly Stretch[], calendar: WorkCalendar): End {
  const walk = walkStretches(trigger, base, stretches);
  if (walk.standing) return { is: 'standing', standing: walk.standing, held: walk.held };
  const raw = walk.end;
  const steps: Step[] = [];
  let from = raw;
  for (;;) {
    const due = calendar.nextWorkingDayOnOrAfter(from);
    if (due === null) return { is: 'no-calendar' };
    if (due !== from) steps.push({ step: 'rolled', from, to: due, over: daysOver(from, due, calendar) });
    // A stop in the gap between the raw and the rolled end holds the end until the clock runs again.
    const covering = stretches.find((stretch) => stretch.from <= due && (stretch.to === null || stretch.to > due));
    if (covering === undefined) return { is: 'day', raw, due, held: walk.held, steps };
    if (covering.to === null) {
      return { is: 'standing', standing: { from: covering.from, daysLeft: 0, spans: covering.spans }, held: walk.held };
    }
    steps.push({ step: 'stopped-before-roll-ended', from: due, to: covering.to });
    from = covering.to;
  }
}

/** The n-th day after the trigger that is a working day and not stopped. */
function nthOpenWorkingDay(
  trigger: CivilDate,
  n: number,
  stretches: readonly Stretch[],
  calendar: WorkCalendar,
): CivilDate | null {
  if (stretches.length === 0) return calendar.nthWorkingDayAfter(trigger, n);
  let day = trigger;
  let left = n;
  while (left > 0) {
    const next = calendar.nthWorkingDayAfter(day, 1);
    if (next === null) return null;
    day = next;
    if (!stretches.some((stretch) => stretch.from <= day && (stretch.to === null || day < stretch.to))) left -= 1;
    else if (stretches.some((stretch) => stretch.from <= day && stretch.to === null)) return null;
  }
  return day;
}

function setDaysWithin(from: CivilDate, to: CivilDate, calendar: WorkCalendar): readonly DayInfo[] {
  return daysOver(from, addDays(to, 1), calendar).filter((day) => day.source !== null);
}

interface Outcome {
  readonly status: LimitStatus;
  readonly raw: CivilDate | null;
  readonly due: CivilDate | null;
  readonly advised: CivilDate | null;
  readonly daysLeft: number | null;
  readonly unknownWhy: UnknownWhy | null;
  readonly held: readonly HeldStretch[];
  readonly standing: Walk['standing'];
  readonly steps: readonly Step[];
}

function notKnown(why: UnknownWhy, steps: readonly Step[]): Outcome {
  return {
    status: 'unknown',
    raw: null,
    due: null,
    advised: null,
    daysLeft: null,
    unknownWhy: why,
    held: [],
    standing: null,
    steps: [...steps, { step: 'unknown', why }],
  };
}

function reached(
  calendar: WorkCalendar,
  lastCounted: CivilDate,
  days: { raw: CivilDate; due: CivilDate; advised?: CivilDate },
  held: readonly HeldStretch[],
  steps: readonly Step[],
): Outcome {
  const provisional = calendar.isProvisional(lastCounted);
  return {
    status: provisional ? 'provisional' : 'final',
    raw: days.raw,
    due: days.due,
    advised: days.advised ?? null,
    daysLeft: null,
    unknownWhy: null,
    held,
    standing: null,
    steps: provisional
      ? [
          ...steps,
          { step: 'provisional', from: calendar.provisionalFrom, lastYearWithNotice: calendar.lastYearWithNotice },
        ]
      : steps,
  };
}

/** A limit that counts back from an event. Nothing moves it: the day found is the latest lawful day. */
function backward(
  event: CivilDate,
  length: number,
  unit: LimitUnit,
  calendar: WorkCalendar,
  ref: number | null,
): Outcome {
  const steps: Step[] = [{ step: 'counts-back-from', on: event, ref }];
  const lastCounted = addDays(event, -1);
  if (unit === 'working-day') {
    const due = calendar.nthWorkingDayBefore(event, length);
    if (due === null) return notKnown('no-calendar', steps);
    steps.push({
      step: 'counted-working-days',
      length,
      direction: 'before',
      to: due,
      set: setDaysWithin(due, lastCounted, calendar),
    });
    steps.push({ step: 'latest-day', on: due });
    return reached(calendar, lastCounted, { raw: due, due }, [], steps);
  }
  const due = unit === 'day' ? addDays(event, -length) : addMonths(event, unit === 'month' ? -length : -12 * length);
  steps.push({ step: 'subtracted', length, to: due }, { step: 'latest-day', on: due });
  const advised = calendar.previousWorkingDayOnOrBefore(due);
  if (advised !== null && advised !== due) {
    steps.push({ step: 'advised', on: advised, because: calendar.dayInfo(due) });
    return reached(calendar, lastCounted, { raw: due, due, advised }, [], steps);
  }
  return reached(calendar, lastCounted, { raw: due, due }, [], steps);
}

/** A limit that runs forward from its trigger. */
function forward(
  trigger: CivilDate,
  length: number,
  unit: Exclude<LimitUnit, 'as-decided'>,
  stretches: readonly Stretch[],
  extensions: readonly ExtensionOutcome[],
  calendar: WorkCalendar,
  ref: number | null,
): Outcome {
  const steps: Step[] = [{ step: 'started', on: trigger, ref }];
  if (unit === 'working-day') {
    const due = nthOpenWorkingDay(trigger, length, stretches, calendar);
    if (due === null) {
      const open = stretches.find((stretch) => stretch.to === null);
      if (open === undefined) return notKnown('no-calendar', steps);
      const from = laterOf(open.from, addDays(trigger, 1));
      const used = calendar.workingDaysBetween(trigger, addDays(from, -1)) ?? 0;
      return standingOutcome({ from, daysLeft: Math.max(0, length - used), spans: open.spans }, [], steps);
    }
    const set = setDaysWithin(addDays(trigger, 1), due, calendar);
    steps.push({ step: 'counted-working-days', length, direction: 'after', to: due, set });
    return reached(calendar, due, { raw: due, due }, [], steps);
  }
  let base =
    unit === 'day'
      ? addDays(trigger, length)
      : unit === 'month'
        ? addMonths(trigger, length)
        : addYears(trigger, length);
  steps.push({ step: 'added', length, unit, to: base });
  for (const outcome of extensions) {
    if (!outcome.effective) {
      steps.push({ step: 'extension-without-effect', outcome });
      continue;
    }
    base = addDays(base, outcome.fact.days);
    const { unproven, second } = outcome;
    steps.push({
      step: 'extended',
      days: outcome.fact.days,
      to: base,
      ref: outcome.fact.ref ?? null,
      unproven,
      second,
    });
  }
  const end = endOf(trigger, base, stretches, calendar);
  if (end.is === 'no-calendar') return notKnown('no-calendar', steps);
  for (const { from, to, days, end: pushed, spans } of end.held) {
    steps.push({ step: 'stopped', from, to, days, end: pushed, spans });
  }
  if (end.is === 'standing') return standingOutcome(end.standing, end.held, steps);
  steps.push(...end.steps);
  return reached(calendar, end.due, { raw: end.raw, due: end.due }, end.held, steps);
}

function standingOutcome(
  standing: NonNullable<Walk['standing']>,
  held: readonly HeldStretch[],
  steps: readonly Step[],
): Outcome {
  return {
    status: 'stopped',
    raw: null,
    due: null,
    advised: null,
    daysLeft: standing.daysLeft,
    unknownWhy: null,
    held,
    standing,
    steps: [...steps, { step: 'standing', ...standing }],
  };
}

/**
 * Judges the recorded extensions one after another. One takes effect only when the row knows extensions, the total stays
 * within the cap, and it was decided and sent on or before the end as it then stood; while the clock stands still it may
 * be decided at any time. A sending that is not known counts as in time, but unproven.
 */
function judgeExtensions(
  rule: TimeLimit,
  facts: readonly ExtensionFact[],
  endWith: (days: number) => CivilDate | 'standing' | null,
): readonly ExtensionOutcome[] {
  const outcomes: ExtensionOutcome[] = [];
  let total = 0;
  let granted = 0;
  for (const fact of facts) {
    const refused = (problem: ExtensionProblem, end: CivilDate | null = null, lateDays: number | null = null) =>
      outcomes.push({ effective: false, fact, problem, end, lateDays });
    if (rule.extensionCapDays === null || rule.special !== undefined) {
      refused('rule-knows-none');
      continue;
    }
    if (total + fact.days > rule.extensionCapDays) {
      refused('above-cap');
      continue;
    }
    const end = endWith(total);
    if (end !== null && end !== 'standing' && fact.decidedOn !== undefined && fact.decidedOn > end) {
      refused('decided-late', end, daysBetween(end, fact.decidedOn));
      continue;
    }
    if (fact.sentOn === 'not-sent') {
      // Its notice has to leave by this day.
      refused('not-sent', end === 'standing' ? null : end);
      continue;
    }
    if (end !== null && end !== 'standing') {
      if (fact.sentOn !== undefined && fact.sentOn !== 'unknown' && fact.sentOn > end) {
        refused('sent-late', end, daysBetween(end, fact.sentOn));
        continue;
      }
    }
    total += fact.days;
    granted += 1;
    outcomes.push({ effective: true, fact, unproven: fact.sentOn === 'unknown', second: granted > 1 });
  }
  return outcomes;
}

/** The reading that a row itself uses, and those of its facts. */
function readingsOf(rule: TimeLimit, facts: LimitFacts): readonly Reading[] {
  const own: readonly Reading[] = rule.condition === 'start-is-our-reading' ? ['normative-review-start'] : [];
  return [...new Set([...own, ...(facts.readings ?? [])])];
}

/**
 * Computes a limit from its row and its facts. Total: whatever is missing makes the status `unknown` and says what.
 * Status, days and steps are as described at `Computation`; nothing here knows today.
 */
export function compute(rule: TimeLimit, facts: LimitFacts, law: LimitLaw): Computation {
  const { calendar } = law;
  const { trigger } = facts;
  const intro: Step[] = [];
  if (facts.chosenBy !== undefined && facts.chosenBy !== 'trigger') {
    intro.push({ step: 'chosen', by: facts.chosenBy, effectiveFrom: rule.effectiveFrom });
  }
  const length = rule.special?.length ?? rule.length;
  const unit = rule.special?.unit ?? rule.unit;
  if (rule.special) intro.push({ step: 'displaced', special: rule.special });

  let outcome: Outcome;
  let extensions: readonly ExtensionOutcome[] = [];
  if (facts.decidedDay !== undefined) {
    const on = facts.decidedDay;
    outcome = {
      ...notKnown('as-decided', []),
      status: 'final',
      raw: on,
      due: on,
      unknownWhy: null,
      steps: [...intro, { step: 'set-by-document', on, ref: facts.decidedDayRef ?? null }],
    };
  } else if (trigger === null) {
    outcome = notKnown('no-trigger', intro);
  } else if (length === null || unit === 'as-decided') {
    outcome = notKnown('as-decided', [...intro, { step: 'started', on: trigger, ref: facts.triggerRef ?? null }]);
  } else if (trigger > calendar.lastDay) {
    outcome = notKnown('no-calendar', [...intro, { step: 'started', on: trigger, ref: facts.triggerRef ?? null }]);
  } else if (rule.direction === 'before') {
    const back = backward(trigger, length, unit, calendar, facts.triggerRef ?? null);
    outcome = { ...back, steps: [...intro, ...back.steps] };
  } else {
    const stretches = mergeSpans(spansThatHold(rule, trigger, withinCalendar(facts.stopped ?? [], calendar)));
    const run = (outcomes: readonly ExtensionOutcome[]) =>
      forward(trigger, length, unit, stretches, outcomes, calendar, facts.triggerRef ?? null);
    if (facts.extensions !== undefined && facts.extensions.length > 0) {
      extensions = judgeExtensions(rule, facts.extensions, (days) => {
        const trial = run(days > 0 ? [{ effective: true, fact: { days }, unproven: false, second: false }] : []);
        return trial.status === 'stopped' ? 'standing' : trial.due;
      });
    }
    const ahead = run(extensions);
    outcome = { ...ahead, steps: [...intro, ...ahead.steps] };
  }
  return finish(rule, facts, law, outcome, extensions);
}

/** The one-year cap of article 20(3) is new: for content known before 2024 it warns, and never refuses by itself. */
function warnsOnly(rule: TimeLimit, trigger: CivilDate | null): boolean {
  return rule.id === 'reconsideration.apply-not-informed-longest' && trigger !== null && trigger < '2024-01-01';
}

function finish(
  rule: TimeLimit,
  facts: LimitFacts,
  law: LimitLaw,
  outcome: Outcome,
  extensions: readonly ExtensionOutcome[],
): Computation {
  const readings = readingsOf(rule, facts);
  const unverified = !rule.verified || facts.factsVerified === false;
  const marks: Mark[] = [];
  if (outcome.status === 'provisional') marks.push('provisional');
  if (unverified) marks.push('unverified');
  if (facts.chosenBy === 'later-version') marks.push('later-version');
  if (readings.length > 0) marks.push('reading');
  if (extensions.some((extension) => extension.effective && extension.unproven)) marks.push('extension-unproven');

  if (warnsOnly(rule, facts.trigger)) marks.push('warns-only');

  const steps: Step[] = [...outcome.steps];
  for (const reading of readings) steps.push({ step: 'reading', reading });
  if (unverified) steps.push({ step: 'unverified' });
  if (outcome.due !== null && rule.direction === 'after') {
    steps.push({ step: 'ends', on: outcome.due, kind: rule.kind });
  }
  const standing = outcome.standing;
  return {
    ruleId: rule.id,
    rule,
    status: outcome.status,
    trigger: facts.trigger,
    raw: outcome.raw,
    due: outcome.due,
    advised: outcome.advised,
    daysLeft: outcome.daysLeft,
    unknownWhy: outcome.unknownWhy,
    stoppedDays: outcome.held.reduce((sum, held) => sum + held.days, 0),
    stoppedSpans: [
      ...outcome.held.map(({ from, to }) => ({ from, to })),
      ...(standing ? [{ from: standing.from, to: null }] : []),
    ],
    extensions,
    marks,
    steps,
    lawBookVersion: law.lawBook.version,
    calendarVersion: law.calendar.version,
  };
}

/** A limit with no row on file, or with nothing to choose a row by: no date, never today's rule instead. */
export function noRule(ruleId: RuleId, trigger: CivilDate | null, why: UnknownWhy, law: LimitLaw): Computation {
  return {
    ruleId,
    rule: null,
    status: 'unknown',
    trigger,
    raw: null,
    due: null,
    advised: null,
    daysLeft: null,
    unknownWhy: why,
    stoppedDays: 0,
    stoppedSpans: [],
    extensions: [],
    marks: [],
    steps: [{ step: 'unknown', why }],
    lawBookVersion: law.lawBook.version,
    calendarVersion: law.calendar.version,
  };
}

/** Chooses the governing row and computes the limit in one go. */
export function computeLimit(
  ruleId: RuleId,
  facts: LimitFacts & Pick<RuleChoiceFacts, 'filed' | 'today' | 'pinned'>,
  law: LimitLaw,
): Computation {
  const choice = chooseRule(law.lawBook, ruleId, facts);
  if (!choice.found) return noRule(ruleId, facts.trigger, choice.why, law);
  return compute(choice.rule, { ...facts, chosenBy: choice.by }, law);
}

/**
 * The limit under its caps: the earliest end governs, save for a cap that only warns: one that would have ended the
 * limit leaves its mark on it. A cap is rolled, never tolled or extended; one without a date leaves the limit as it is,
 * and a limit without a date of its own is not given the cap's.
 */
export function underCaps(main: Computation, caps: readonly Computation[]): Computation {
  if (main.due === null) return main;
  let governing: Computation | null = null;
  let day = main.due;
  const warned: Mark[] = [];
  for (const cap of caps) {
    if (cap.due === null) continue;
    if (cap.marks.includes('warns-only')) {
      if (cap.due < main.due) warned.push('warns-only');
    } else if (cap.due < day) {
      day = earlierOf(day, cap.due);
      governing = cap;
    }
  }
  if (governing === null) return warned.length === 0 ? main : { ...main, marks: [...main.marks, ...warned] };
  const own = main.marks.filter((mark) => mark !== 'provisional');
  const marks = [...new Set([...own, ...governing.marks, ...warned])];
  return {
    ...main,
    status: governing.status,
    raw: governing.raw,
    due: governing.due,
    marks,
    steps: [...main.steps, { step: 'capped', by: governing.ruleId, on: day, instead: main.due }],
  };
}
