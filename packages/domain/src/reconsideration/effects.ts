/**
 * What an entry did to the limits when it was recorded: the ledger folded up to its command, and up to the one before.
 * Later entries do not change what stood on that day's screen; the correction of an entry does.
 */
import type { Clock } from '../ledger/clock.ts';
import { correct, inForce, isCorrection } from '../ledger/correction.ts';
import type { Envelope } from '../ledger/envelope.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import { foldCase } from './case.ts';
import type { ReconsiderationCase } from './case-types.ts';
import type { ReconsiderationEntryType } from './entries.ts';
import { upcastReconsideration } from './upcast.ts';
import type { TimelineItem } from './view-types.ts';

type Effect = TimelineItem['effects'][number];

/** Entries that never touch a limit: no state is folded for them. */
const inert: ReadonlySet<string> = new Set([
  'case-registered',
  'step-proposed',
  'step-endorsed',
  'step-returned',
  'step-withdrawn',
  'step-approved',
  'linked',
  'unlinked',
  'personal-data-erased',
  'person-updated',
  'file-added',
  'note-made',
  'handlers-assigned',
  'opinion-heard',
  'committee-asked',
  'committee-advised',
] satisfies readonly ReconsiderationEntryType[]);

/** Entries that carry an act; the documents recorded with it do not move a limit themselves. */
const isAct = (e: Envelope): boolean => e.type !== 'document-issued' && !inert.has(e.type);

/** The entry whose fact started a clock: of a limit that runs from service, the one that recorded the service. */
function startedBy(k: Clock): number | null {
  for (const step of k.computation.steps) {
    if ((step.step === 'started' || step.step === 'counts-back-from') && step.ref !== null) return step.ref;
  }
  return k.startSeq;
}

/** Effects of every entry by its `seq`. `sees`: the clocks its reader may see; `known`: the case as the reader knows it. */
export function effectsOfLedger(
  ledger: Pick<Ledger, 'entries'>,
  streamId: ReconsiderationCase['streamId'],
  law: LawContext,
  sees: (k: Clock) => boolean,
  known: (c: ReconsiderationCase) => ReconsiderationCase,
): ReadonlyMap<number, readonly Effect[]> {
  const effects = new Map<number, readonly Effect[]>();
  const { entries } = ledger;
  let before: ReconsiderationCase | null = null;
  let from = 0;
  entries.forEach((entry, i) => {
    if (entries[i + 1]?.commandId === entry.commandId) return;
    const command = entries.slice(from, i + 1);
    from = i + 1;
    if (command.every((e) => inert.has(e.type))) return;
    const counted = inForce(correct(entries.slice(0, i + 1), upcastReconsideration));
    const after = known(foldCase(streamId, counted, law));
    const acts = command.filter(isAct);
    const main = acts.find((e) => !['document-sent', 'document-served'].includes(e.type)) ?? acts[0];
    for (const e of command) {
      if (isCorrection(e.type)) {
        // What the corrected entry did, as it now stands; where it began a limit, that limit as it now runs.
        const { seq } = e.payload as { readonly seq: number };
        effects.set(seq, e.type === 'annulled' ? [] : effectsOf(seq, null, after, sees, false));
      } else effects.set(e.seq, effectsOf(e.seq, before, after, sees, e === main));
    }
    before = after;
  });
  return effects;
}

function effectsOf(
  seq: number,
  before: ReconsiderationCase | null,
  after: ReconsiderationCase,
  sees: (k: Clock) => boolean,
  isMain: boolean,
): readonly Effect[] {
  const effects: Effect[] = [];
  const clocks = after.clocks.filter(sees);
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
  const decide = clocks.findLast((k) => k.ruleId.startsWith('reconsideration.decide-') && k.end.is !== 'superseded');
  if (decide !== undefined) {
    for (const s of after.spans) {
      if (!s.effective || s.startSeq === s.endSeq) continue;
      if (s.startSeq === seq) effects.push({ effect: 'stops', ruleId: decide.ruleId, due: null, from: null });
      if (s.endSeq === seq) {
        effects.push({ effect: 'resumes', ruleId: decide.ruleId, due: decide.computation.due, from: null });
      }
    }
  }
  if (before === null || !isMain) return effects;
  for (const k of clocks) {
    const { due } = k.computation;
    const was = runningLike(before, k)?.computation.due ?? null;
    const moved: boolean = due !== null && was !== null && due !== was && k.end.is === 'open';
    const said = effects.some((x) => x.ruleId === k.ruleId && x.effect !== 'meets');
    if (moved && !said) effects.push({ effect: 'moves', ruleId: k.ruleId, due, from: was });
  }
  return effects;
}

/** The same clock in an earlier state; for the decision limit, the one of whichever procedure ran. */
function runningLike(c: ReconsiderationCase, k: Clock): Clock | undefined {
  const isDecide = (x: Clock) => x.ruleId.startsWith('reconsideration.decide-');
  return (
    c.clocks.find((x) => x.id === k.id) ??
    (isDecide(k) ? c.clocks.find((x) => isDecide(x) && x.startSeq === k.startSeq && x.end.is === 'open') : undefined)
  );
}
