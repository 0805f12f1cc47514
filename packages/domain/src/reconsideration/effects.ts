/** What the entries of a reconsideration case did to its limits when they were recorded. */
import { effectsOfLedger, type StoppedClock } from '../case-view/effects.ts';
import type { Clock } from '../ledger/clock.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import { foldCase } from './case.ts';
import type { ReconsiderationCase } from './case-types.ts';
import type { ReconsiderationEntryType } from './entries.ts';
import { upcastReconsideration } from './upcast.ts';
import type { TimelineItem } from './view-types.ts';

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

const isDecide = (k: Clock): boolean => k.ruleId.startsWith('reconsideration.decide-');

/** Effects of every entry by its `seq`. `sees`: the clocks its reader may see; `known`: the case as the reader knows it. */
export const effectsOfCase = (
  ledger: Pick<Ledger, 'entries'>,
  streamId: ReconsiderationCase['streamId'],
  law: LawContext,
  sees: (k: Clock) => boolean,
  known: (c: ReconsiderationCase) => ReconsiderationCase,
): ReadonlyMap<number, TimelineItem['effects']> =>
  effectsOfLedger<ReconsiderationCase>(ledger, {
    upcast: upcastReconsideration,
    fold: (entries) => known(foldCase(streamId, entries, law)),
    inert,
    beside: ['document-sent', 'document-served'],
    sees,
    stopped: decisionStopped,
    before: runningLike,
  });

/** The spans in which the decision limit stands still. */
function decisionStopped(c: ReconsiderationCase, clocks: readonly Clock[]): readonly StoppedClock[] {
  const clock = clocks.findLast((k) => isDecide(k) && k.end.is !== 'superseded');
  if (clock === undefined) return [];
  return c.spans.flatMap(({ effective, startSeq, endSeq }) => (effective ? [{ clock, startSeq, endSeq }] : []));
}

/** The same clock in an earlier state; for the decision limit, the one of whichever procedure ran. */
function runningLike(c: ReconsiderationCase, k: Clock): Clock | undefined {
  return (
    c.clocks.find((x) => x.id === k.id) ??
    (isDecide(k) ? c.clocks.find((x) => isDecide(x) && x.startSeq === k.startSeq && x.end.is === 'open') : undefined)
  );
}
