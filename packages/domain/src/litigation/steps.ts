/**
 * The steps of a lawsuit, as imperatives. A step is what somebody asks for; entries are what it leaves. Its input is
 * `occurredOn`, `occurredTime`, `onPaper`, `irregularReason` and the payload of its entry in plain words: people and long
 * texts as text, ids of new things left out (`decide` makes them), see `step-inputs.ts`.
 */
export const stepTypes = [
  'register-summons', // lawsuit-registered, lawsuit-numbered, instance-opened, court-papers-received, session-set, linked
  // 审级与法院来文
  'open-instance', // instance-opened (+ court-papers-received, + session-set)
  'receive-papers', // court-papers-received
  'assign-undertaking',
  'acknowledge', // the department's
  'assign-responders', // the department's
  // 应诉
  'appoint-agent',
  'end-agent',
  'object-jurisdiction',
  'record-objection-ruling',
  'ask-evidence-extension',
  'record-extension-answer',
  'file-answer', // proposable inside the organ: approver = its head
  'file-evidence',
  'change-procedure',
  'suspend-instance',
  'resume-instance',
  // 开庭
  'set-session',
  'move-session',
  'cancel-session',
  'hold-session',
  'mark-observation',
  'record-observers',
  // 负责人出庭
  'agree-appearance',
  'plan-leader',
  'confirm-leader',
  'replace-leader',
  'submit-identity-proof',
  'check-identity-proof',
  'record-appearance',
  'explain-absence',
  'rule-on-absence',
  // 裁判、上诉、再审
  'record-judgment', // instance-ended
  'record-service', // judgment-served
  'record-appeal',
  'withdraw-appeal',
  'record-retrial-application',
  // 履行与后续
  'record-performance',
  'record-court-measure',
  'receive-advice',
  'answer-advice',
  'record-defects',
  'read-defects', // the department's
  'mark-major',
  'feed-back-major',
  'unmark-major',
  // 案卷
  'issue-form', // form-issued; the file is made at the edge (issueDocument)
  'assign-handlers',
  'hand-over',
  'update-person',
  'link',
  'unlink',
  'add-file',
  'make-note',
  'void-lawsuit',
  'correct-entry',
  'annul-entry',
  // 审签：答辩状由被诉机关负责人审签
  'propose',
  'return-proposal',
  'withdraw-proposal',
  'approve',
] as const;
export type StepType = (typeof stepTypes)[number];

export const isStepType = (type: string): type is StepType => (stepTypes as readonly string[]).includes(type);

/** What a step is about: its phase decides why it is refused where the lawsuit is in another one. */
export const stepPhases = [
  'opening',
  'instance',
  'answer',
  'session',
  'appearance',
  'judgment',
  'after',
  'file',
  'approval',
] as const;
export type StepPhase = (typeof stepPhases)[number];

export const phaseOf = {
  'register-summons': 'opening',
  'open-instance': 'instance',
  'receive-papers': 'instance',
  'assign-undertaking': 'file',
  acknowledge: 'answer',
  'assign-responders': 'file',
  'appoint-agent': 'answer',
  'end-agent': 'answer',
  'object-jurisdiction': 'answer',
  'record-objection-ruling': 'answer',
  'ask-evidence-extension': 'answer',
  'record-extension-answer': 'answer',
  'file-answer': 'answer',
  'file-evidence': 'answer',
  'change-procedure': 'instance',
  'suspend-instance': 'instance',
  'resume-instance': 'instance',
  'set-session': 'session',
  'move-session': 'session',
  'cancel-session': 'session',
  'hold-session': 'session',
  'mark-observation': 'session',
  'record-observers': 'session',
  'agree-appearance': 'appearance',
  'plan-leader': 'appearance',
  'confirm-leader': 'appearance',
  'replace-leader': 'appearance',
  'submit-identity-proof': 'appearance',
  'check-identity-proof': 'appearance',
  'record-appearance': 'appearance',
  'explain-absence': 'appearance',
  'rule-on-absence': 'appearance',
  'record-judgment': 'judgment',
  'record-service': 'judgment',
  'record-appeal': 'judgment',
  'withdraw-appeal': 'judgment',
  'record-retrial-application': 'judgment',
  'record-performance': 'after',
  'record-court-measure': 'after',
  'receive-advice': 'after',
  'answer-advice': 'after',
  'record-defects': 'after',
  'read-defects': 'after',
  'mark-major': 'file',
  'feed-back-major': 'file',
  'unmark-major': 'file',
  'issue-form': 'file',
  'assign-handlers': 'file',
  'hand-over': 'file',
  'update-person': 'file',
  link: 'file',
  unlink: 'file',
  'add-file': 'file',
  'make-note': 'file',
  'void-lawsuit': 'file',
  'correct-entry': 'file',
  'annul-entry': 'file',
  propose: 'approval',
  'return-proposal': 'approval',
  'withdraw-proposal': 'approval',
  approve: 'approval',
} as const satisfies Record<StepType, StepPhase>;

/** Steps the people of an organ in the suit take for their own organ (their department's posts, or the office's where it is the organ itself). */
export const organSteps = [
  'acknowledge',
  'assign-responders',
  'appoint-agent',
  'end-agent',
  'object-jurisdiction',
  'ask-evidence-extension',
  'record-extension-answer',
  'file-answer',
  'file-evidence',
  'plan-leader',
  'confirm-leader',
  'replace-leader',
  'submit-identity-proof',
  'check-identity-proof',
  'record-appearance',
  'explain-absence',
  'rule-on-absence',
  'record-performance',
  'answer-advice',
  'read-defects',
  'issue-form',
  'add-file',
  'propose',
  'return-proposal',
  'withdraw-proposal',
  'approve',
] as const satisfies readonly StepType[];
