/**
 * What an entry did to the limits when it was recorded: the ledger folded up to its command, and up to the one before.
 * Later entries do not change what stood on that day's screen; the correction of an entry does.
 */
import type { Clock } from '../ledger/clock.ts';
import { correct, type EffectiveEntry, inForce, isCorrection, type Upcast } from '../ledger/correction.ts';
import type { Envelope } from '../ledger/envelope.ts';
import type { Ledger } from '../ledger/kinds.ts';
import type { TimelineItem } from './types.ts';

type Effect = TimelineItem['effects'][number];

/** A span in which a limit stands still, and the limit. */
export interface StoppedClock {
  readonly clock: Clock;
  readonly startSeq: number;
  readonly endSeq: number | null;
}

/** How a kind of case is read for it. */
export interface EffectsOf<C extends { readonly clocks: readonly Clock[] }> {
  readonly upcast: Upcast;
  readonly fold: (entries: readonly EffectiveEntry[]) => C;
  /** Entries that never touch a limit: no state is folded for them. */
  readonly inert: ReadonlySet<string>;
  /** Entries that come with an act of their command and are not it. */
  readonly beside: readonly string[];
  /** The clocks the reader may see. */
  readonly sees: (k: Clock) => boolean;
  readonly stopped: (state: C, seen: readonly Clock[]) => readonly StoppedClock[];
  /** The same clock in an earlier state. */
  readonly before: (state: C, k: Clock) => Clock | undefined;
}

/** The entry whose fact started a clock: of a limit that runs from service, the one that recorded the service. */
function startedBy(k: Clock): number | null {
  for (const step of k.computation.steps) {
    if ((step.step === 'started' || step.step === 'counts-back-from') && step.ref !== null) return step.ref;
  }
  return k.startSeq;
}

/** Effects of every entry by its `seq`. */
export function effectsOfLedger<C extends { readonly clocks: readonly Clock[] }>(
  ledger: Pick<Ledger, 'entries'>,
  kind: EffectsOf<C>,
): ReadonlyMap<number, readonly Effect[]> {
  const effects = new Map<number, readonly Effect[]>();
  const { entries } = ledger;
  const isAct = (e: Envelope): boolean => e.type !== 'document-issued' && !kind.inert.has(e.type);
  let before: C | null = null;
  let from = 0;
  entries.forEach((entry, i) => {
    if (entries[i + 1]?.commandId === entry.commandId) return;
    const command = entries.slice(from, i + 1);
    from = i + 1;
    if (command.every((e) => kind.inert.has(e.type))) return;
    const after = kind.fold(inForce(correct(entries.slice(0, i + 1), kind.upcast)));
    const acts = command.filter(isAct);
    const main = acts.find((e) => !kind.beside.includes(e.type)) ?? acts[0];
    for (const e of command) {
      if (isCorrection(e.type)) {
        // What the corrected entry did, as it now stands; where it began a limit, that limit as it now runs.
        const { seq } = e.payload as { readonly seq: number };
        effects.set(seq, e.type === 'annulled' ? [] : effectsOf(seq, null, after, kind, false));
      } else effects.set(e.seq, effectsOf(e.seq, before, after, kind, e === main));
    }
    before = after;
  });
  return effects;
}

function effectsOf<C extends { readonly clocks: readonly Clock[] }>(
  seq: number,
  before: C | null,
  after: C,
  kind: EffectsOf<C>,
  isMain: boolean,
): readonly Effect[] {
  const effects: Effect[] = [];
  const clocks = after.clocks.filter(kind.sees);
  for (const k of clocks) {
    const { due, trigger } = k.computation;
    const isMet = k.end.is === 'met' && k.end.bySeq === seq;
    if (isMet) effects.push({ effect: 'meets', ruleId: k.ruleId, due: null, from: null });
    // A clock that another entry ended at once, or that waits for its fact, does not start here.
    const over = k.end.is === 'superseded' && k.end.bySeq !== null;
    if (!isMet && !over && trigger !== null && startedBy(k) === seq) {
      effects.push({ effect: 'starts', ruleId: k.ruleId, due, from: null });
    }
  }
  for (const { clock, startSeq, endSeq } of kind.stopped(after, clocks)) {
    if (startSeq === endSeq) continue;
    if (startSeq === seq) effects.push({ effect: 'stops', ruleId: clock.ruleId, due: null, from: null });
    if (endSeq === seq) {
      effects.push({ effect: 'resumes', ruleId: clock.ruleId, due: clock.computation.due, from: null });
    }
  }
  if (before === null || !isMain) return effects;
  for (const k of clocks) {
    const { due } = k.computation;
    const was = kind.before(before, k)?.computation.due ?? null;
    const moved: boolean = due !== null && was !== null && due !== was && k.end.is === 'open';
    const said = effects.some((x) => x.ruleId === k.ruleId && x.effect !== 'meets');
    if (moved && !said) effects.push({ effect: 'moves', ruleId: k.ruleId, due, from: was });
  }
  return effects;
}
