/**
 * The steps of a reconsideration case, as imperatives. A step is what somebody asks for; entries are what it leaves.
 */
import type { Role } from '../access/roles.ts';
import type { LawVersion } from './codes.ts';

export const stepTypes = [
  'register-application',
  // Examination: 30-35
  'accept',
  'refuse',
  'notify-correction',
  'extend-correction',
  'record-correction',
  'record-abandonment',
  'withdraw-before-acceptance',
  'order-acceptance',
  // Review: 36-60
  'issue-copy',
  'file-reply',
  'join-third-party',
  'add-party',
  'remove-party',
  'update-person',
  'hear-opinion',
  'schedule-hearing',
  'cancel-hearing',
  'hold-hearing',
  'ask-committee',
  'record-committee-advice',
  'begin-normative-review',
  'ask-normative-maker',
  'record-maker-reply',
  'refer-normative-review',
  'conclude-normative-review',
  'order-stay',
  'refuse-stay',
  'lift-stay',
  'suspend',
  'resume',
  'order-resumption',
  'exclude-span',
  'change-procedure',
  'extend',
  // Ends: 33, 38, 41, 61-74
  'hold-mediation',
  'make-mediation-letter',
  'sign-mediation',
  'fail-mediation',
  'record-settlement',
  'request-withdrawal',
  'terminate',
  'reject',
  'decide',
  'take-up',
  // Documents
  'issue-document',
  'send-document',
  'record-service',
  // After the decision: 76-79
  'record-performance',
  'order-performance',
  'record-interview',
  'record-criticism',
  'issue-opinion-letter',
  'record-opinion-report',
  // The file itself
  'assign-handlers',
  'pin-law',
  'set-special-limit',
  'link',
  'unlink',
  'add-file',
  'make-note',
  'correct-entry',
  'annul-entry',
  // Approval
  'propose',
  'endorse',
  'return-proposal',
  'withdraw-proposal',
  'approve',
] as const;
export type StepType = (typeof stepTypes)[number];

export const isStepType = (type: string): type is StepType => (stepTypes as readonly string[]).includes(type);

/** What a step is about: its phase decides why it is refused where the case is in another one. */
export const stepPhases = [
  'opening',
  'examination',
  'review',
  'document',
  'after-decision',
  'file',
  'approval',
] as const;
export type StepPhase = (typeof stepPhases)[number];

export const phaseOf = {
  'register-application': 'opening',
  accept: 'examination',
  refuse: 'examination',
  'notify-correction': 'examination',
  'extend-correction': 'examination',
  'record-correction': 'examination',
  'record-abandonment': 'examination',
  'withdraw-before-acceptance': 'examination',
  'order-acceptance': 'examination',
  'issue-copy': 'review',
  'file-reply': 'review',
  'join-third-party': 'review',
  'add-party': 'file',
  'remove-party': 'file',
  'update-person': 'file',
  'hear-opinion': 'review',
  'schedule-hearing': 'review',
  'cancel-hearing': 'review',
  'hold-hearing': 'review',
  'ask-committee': 'review',
  'record-committee-advice': 'review',
  'begin-normative-review': 'review',
  'ask-normative-maker': 'review',
  'record-maker-reply': 'review',
  'refer-normative-review': 'review',
  'conclude-normative-review': 'review',
  'order-stay': 'review',
  'refuse-stay': 'review',
  'lift-stay': 'review',
  suspend: 'review',
  resume: 'review',
  'order-resumption': 'review',
  'exclude-span': 'review',
  'change-procedure': 'review',
  extend: 'review',
  'hold-mediation': 'review',
  'make-mediation-letter': 'review',
  'sign-mediation': 'review',
  'fail-mediation': 'review',
  'record-settlement': 'review',
  'request-withdrawal': 'review',
  terminate: 'review',
  reject: 'review',
  decide: 'review',
  'take-up': 'review',
  'issue-document': 'document',
  'send-document': 'document',
  'record-service': 'document',
  'record-performance': 'after-decision',
  'order-performance': 'after-decision',
  'record-interview': 'after-decision',
  'record-criticism': 'after-decision',
  'issue-opinion-letter': 'after-decision',
  'record-opinion-report': 'after-decision',
  'assign-handlers': 'file',
  'pin-law': 'file',
  'set-special-limit': 'file',
  link: 'file',
  unlink: 'file',
  'add-file': 'file',
  'make-note': 'file',
  'correct-entry': 'file',
  'annul-entry': 'file',
  propose: 'approval',
  endorse: 'approval',
  'return-proposal': 'approval',
  'withdraw-proposal': 'approval',
  approve: 'approval',
} as const satisfies Record<StepType, StepPhase>;

/** The roles of the reviewing organ whose holders work on its cases. */
export const reviewingRoles = [
  'handler',
  'section-head',
  'institution-head',
  'organ-head',
] as const satisfies readonly Role[];
/** The roles of a respondent organ whose holders may file its reply. */
export const respondentRoles = ['department-liaison', 'department-head'] as const satisfies readonly Role[];

/** The day from which the law as revised in 2023 governs. */
export const revisedLawFrom = '2024-01-01';

/** Approver, form and decision types follow the law of the act's own day, not the law of the case (rulebook 1, A16). */
export const lawOfActOn = (day: string): LawVersion => (day >= revisedLawFrom ? 'ARL2023' : 'ARL1999');
