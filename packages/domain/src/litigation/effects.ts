/** What the entries of a lawsuit did to its limits when they were recorded. */
import { effectsOfLedger, type StoppedClock } from '../case-view/effects.ts';
import type { TimelineItem } from '../case-view/types.ts';
import type { StreamId } from '../ids.ts';
import type { Clock } from '../ledger/clock.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import { foldLawsuit } from './case.ts';
import type { Lawsuit } from './case-types.ts';
import type { LitigationEntryType } from './entries.ts';
import { upcastLitigation } from './upcast.ts';

/** Entries that never touch a limit: no state is folded for them. */
const inert: ReadonlySet<string> = new Set([
  'lawsuit-numbered',
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
  'undertaking-assigned',
  'acknowledged',
  'responders-assigned',
  'agent-appointed',
  'agent-ended',
  'observation-marked',
  'observers-recorded',
  'defects-recorded',
  'defects-read',
  'form-issued',
] satisfies readonly LitigationEntryType[]);

/** Effects of every entry by its `seq`. `sees`: the clocks its reader may see. */
export const effectsOfLawsuit = (
  ledger: Pick<Ledger, 'entries'>,
  streamId: StreamId,
  law: LawContext,
  sees: (k: Clock) => boolean,
): ReadonlyMap<number, TimelineItem['effects']> =>
  effectsOfLedger<Lawsuit>(ledger, {
    upcast: upcastLitigation,
    fold: (entries) => foldLawsuit(streamId, entries, law),
    inert,
    // What came in with a summons starts its own limits, and is not moved by them.
    beside: ['court-papers-received', 'session-set'],
    sees,
    stopped: trialStopped,
    before: (state, k) => state.clocks.find((x) => x.id === k.id),
  });

/** The spans in which an instance stands still, each with the court's own limit. */
function trialStopped(suit: Lawsuit, seen: readonly Clock[]): readonly StoppedClock[] {
  return suit.instances.flatMap((instance) => {
    const clock = seen.findLast((k) => k.subject === 'court' && k.startSeq === instance.opened.seq);
    if (clock === undefined) return [];
    return instance.spans.map(({ startSeq, endSeq }) => ({ clock, startSeq, endSeq }));
  });
}
