/** Contradictions that are no irregular act but an impossible order, or name what is not there: no reason makes them recordable. */
import type { Contradiction } from '../errors.ts';
import type { ContradictionCode } from './contradictions.ts';

const impossible: ReadonlySet<string> = new Set([
  'not-registered',
  'registered-twice',
  'numbered-twice',
  'unknown-instance',
  'unknown-session',
  'unknown-organ',
  'unknown-party',
  'unknown-agent',
  'unknown-obligation',
  'unknown-advice',
  'unknown-proposal',
  'before-instance',
  'instance-opened-twice',
  'court-number-twice',
  'session-set-twice',
  'session-over',
  'instance-ended-twice',
  'outcome-not-of-instance',
  'not-judged',
  'served-before-judged',
  'appeal-not-made',
  'not-suspended',
  'defects-not-recorded',
  'observation-not-marked',
] satisfies readonly ContradictionCode[]);

export const isImpossible = (x: Pick<Contradiction, 'code'>): boolean => impossible.has(x.code);

/** The day that an act may not lie before, where its order is what cannot be; null where something else is. */
export const dayOfOrder = ({ params }: Pick<Contradiction, 'params'>): string | number | null =>
  params.openedOn ?? params.judgedOn ?? params.endedOn ?? null;
