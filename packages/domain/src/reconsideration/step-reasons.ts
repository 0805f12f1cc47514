/**
 * Why a step is refused, or irregular, where it is not a contradiction that the fold itself finds.
 * The catalogue has a sentence for each.
 */
import type { ContradictionCode } from './contradictions.ts';

export const stepReasons = [
  // Refused: not this actor
  'not-this-actor',
  'not-the-approver',
  // Refused: impossible
  'unknown-step',
  'day-in-future',
  'day-before-receipt',
  'day-before-trigger',
  'not-registered',
  'already-registered',
  'not-accepted-yet',
  'not-decided-yet',
  'nothing-to-perform',
  'case-refused',
  'case-abandoned',
  'case-withdrawn',
  'case-taken-up',
  'no-correction-notice',
  'no-suspension',
  'no-open-hearing',
  'no-review-begun',
  'no-maker-asked',
  'no-stay-ordered',
  'committee-not-yet-asked',
  'no-mediation-letter',
  'no-mediation-begun',
  'no-document',
  'nothing-unserved',
  'no-opinion-letter',
  'no-performance-report',
  'no-link',
  'no-open-proposal',
  'proposal-pending',
  'already-endorsed',
  'nothing-to-propose',
  'no-approval-needed',
  'entry-not-correctable',
  'entry-still-needed',
  'recused',
  'handled-the-act',
  'heads-only',
  'case-voided',
  'case-transferred',
  'already-joined',
  'only-open-cases',
  'one-applicant-only',
  'split-not-now',
  'no-agent',
  // Irregular: recordable with a reason
  'already-refused',
  'not-refused',
  'not-in-that-law',
  'representatives-missing',
  'outcome-stands',
  // Said beside an allowed step
  'only-if-all-parties-agree',
  'acceptance-derived',
  'proposes-to-approver',
  'fewer-than-two-handlers',
] as const;
export type StepReason = (typeof stepReasons)[number] | ContradictionCode;
