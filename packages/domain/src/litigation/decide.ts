/** Deciding the steps of a lawsuit: the entries a step leaves, or why it is refused. */
import type { DecideContext, Decision, Step } from '../ledger/kinds.ts';
import type { Lawsuit } from './case-types.ts';

export const decideLitigation = (_suit: Lawsuit, _step: Step, _ctx: DecideContext): Decision => ({
  ok: false,
  failure: { code: 'not-permitted' },
});
