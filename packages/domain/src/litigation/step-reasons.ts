/**
 * Why a step of a lawsuit is refused, irregular, or asks somebody else first, where it is not a contradiction that the
 * fold itself finds. The catalogue has a sentence for each.
 */
import type { ContradictionCode } from './contradictions.ts';

/** What reconsideration says in the same words. */
export const sharedReasons = [
  'not-this-actor',
  'not-the-approver',
  'unknown-step',
  'day-in-future',
  'day-before-trigger',
  'no-link',
  'no-open-proposal',
  'proposal-pending',
  'nothing-to-propose',
  'no-approval-needed',
  'entry-not-correctable',
  'entry-still-needed',
  'heads-only',
  'proposes-to-approver',
] as const;

export const suitReasons = [
  // Refused: impossible
  'suit-not-registered',
  'suit-already-registered',
  'suit-voided',
  'day-before-summons',
  'court-number-taken',
  'no-instance-yet',
  'no-instance-below',
  'no-retrial-ordered',
  'instance-still-running',
  'no-papers-yet',
  'acknowledged-before',
  'no-agent-acting',
  'no-objection-made',
  'no-extension-asked',
  'not-standing-still',
  'no-open-session',
  'no-session-yet',
  'session-not-yet',
  'session-held-before',
  'one-organ-only',
  'no-leader-planned',
  'confirmed-before',
  'no-proof-handed-in',
  'no-absence-explained',
  'leader-came',
  'judged-before',
  'no-judgment-yet',
  'all-served',
  'final-instance',
  'no-appeal-made',
  'no-open-obligation',
  'no-open-advice',
  'no-unread-defects',
  'marked-major-before',
  'not-marked-major',
  'not-observed',
  // Irregular: recordable with a reason
  'standing-still',
  'leader-planned-before',
  'appearance-recorded-before',
  'appeal-not-on-record',
  'not-lost',
  'role-not-of-result',
  'outcome-on-record',
] as const;
export type SuitReason = (typeof suitReasons)[number];
export type StepReason = SuitReason | (typeof sharedReasons)[number] | ContradictionCode;
