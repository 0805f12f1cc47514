/**
 * The fold: one walk over the entries in legal order. Total: it never refuses and never reads today; what does not fit
 * the law or the record is a contradiction with its article. Instances are an axis of their own, each organ's part in
 * them another.
 */
import type { StreamId } from '../ids.ts';
import { byLegalOrder, type EffectiveEntry, inForce } from '../ledger/correction.ts';
import type { LawContext } from '../ledger/kinds.ts';
import type { Lawsuit } from './case-types.ts';

/** Folds the entries in force into the lawsuit. */
export function foldLawsuit(streamId: StreamId, given: readonly EffectiveEntry[], _law: LawContext): Lawsuit {
  const entries = inForce(given).sort(byLegalOrder);
  return {
    streamId,
    version: entries.reduce((v, e) => Math.max(v, e.seq, e.standing.is === 'original' ? 0 : e.standing.bySeq), 0),
    entries,
    registered: null,
    number: null,
    organId: null,
    organs: [],
    parties: [],
    act: null,
    handlers: [],
    responders: new Map(),
    acknowledged: [],
    instances: [],
    obligations: [],
    advice: [],
    defects: [],
    major: null,
    proposals: [],
    links: [],
    forms: [],
    voided: null,
    closing: null,
    clocks: [],
    contradictions: [],
  };
}
