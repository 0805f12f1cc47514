/**
 * The closed sets of a reconsideration case, stored by key; `articles` gives each its number in each law's version
 * (the numbers differ: 39(1)(3) of 2023 is 'missing', 41(1)(3) of the 2007 regulation is 'entity ended').
 */
export const lawVersions = ['ARL1999', 'ARL2023'] as const;
/** The law that governs the case's steps: by the day of receipt (rulebook 1). */
export type LawVersion = (typeof lawVersions)[number];

export const channels = ['counter', 'post', 'oral', 'online', 'via-penalising-organ'] as const;
export type Channel = (typeof channels)[number];

/** Whether the applicant has also sued over the act (29): asked when the application is registered. */
export const suitStates = ['none', 'filed', 'accepted'] as const;
export type SuitState = (typeof suitStates)[number];

/** An oral application (22): how its record was checked by the applicant, and by what mark confirmed. */
export const readBackWays = ['read-by-applicant', 'read-aloud'] as const;
export const confirmationMarks = ['signature', 'thumbprint', 'both'] as const;

/** How the act became known (resolution A2, in its order). */
export const knownHow = [
  'on-the-spot',
  'direct-service',
  'post-slip',
  'return-receipt',
  'announcement',
  'later-notice',
  'actual-knowledge',
  'not-served',
] as const;
export type KnownHow = (typeof knownHow)[number];

/** 申请复议事项, columns 21-30 of form 1, and 行政协议. */
export const matters = [
  'penalty',
  'coercion',
  'levy',
  'licence',
  'right-determination',
  'confirmation',
  'open-information',
  'complaint-handling',
  'inaction',
  'agreement',
  'other',
] as const;
export type Matter = (typeof matters)[number];

export const procedures = ['ordinary', 'simplified'] as const;
export type Procedure = (typeof procedures)[number];

/** Why the simplified procedure may be used (53). */
export const simplifiedGrounds = [
  'made-on-the-spot',
  'warning-or-criticism',
  'at-most-3000-yuan',
  'open-information',
  'all-parties-agree',
] as const;
export type SimplifiedGround = (typeof simplifiedGrounds)[number];

/** The seven acceptance conditions of 30(1); a refusal and a rejection (33) name the one that fails. */
export const acceptanceConditions = [
  'definite-parties', // (1)
  'interest-in-act', // (2)
  'definite-request', // (3)
  'within-time-limit', // (4)
  'within-scope', // (5)
  'own-jurisdiction', // (6)
  'not-filed-before', // (7)
] as const;
export type AcceptanceCondition = (typeof acceptanceConditions)[number];

/** Suspension grounds: ARL2023 39(1)(1)-(10), REG2007 41(1)(1)-(8). */
export const suspensionGrounds = [
  'applicant-died',
  'applicant-incapacitated',
  'applicant-missing',
  'entity-ended',
  'force-majeure',
  'mediation',
  'law-application',
  'other-case',
  'normative-review',
  'other',
] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];

/** Termination grounds: ARL2023 41(1)-(5); of the 2007 regulation 42 also the settlement (40). */
export const terminationGrounds = [
  'withdrawn',
  'applicant-died-no-successor',
  'entity-ended-no-successor',
  'criminal-measures',
  'suspended-60-days',
  'settled',
] as const;
export type TerminationGround = (typeof terminationGrounds)[number];

export const stayGrounds = ['respondent-thinks', 'organ-thinks', 'requested', 'law-provides'] as const;
export type StayGround = (typeof stayGrounds)[number];

/** Decision types, with the article of 2023. */
export const decisionTypes = [
  'change', // 变更 63
  'revoke', // 撤销 64
  'revoke-partly', // 部分撤销 64
  'confirm-unlawful', // 确认违法 65
  'order-performance', // 责令履行 66
  'confirm-void', // 确认无效 67
  'uphold', // 维持 68
  'reject-request', // 驳回复议请求 69
  'agreement-liability', // 行政协议 71
] as const;
export type DecisionType = (typeof decisionTypes)[number];

/** Whether a decision follows the committee's advice (52, 61(3)). */
export const committeeFollowed = ['yes', 'partly', 'no'] as const;
export type CommitteeFollowed = (typeof committeeFollowed)[number];

export const excludedSpanKinds = ['inspection', 'appraisal', 'receiver-dispute'] as const;
export type ExcludedSpanKind = (typeof excludedSpanKinds)[number];

export const documentKinds = [
  'receipt', // 接收材料回执
  'correction-notice', // 补正通知书
  'acceptance-notice', // 受理通知书
  'refusal-decision', // 不予受理决定书
  'reply-notice', // 答复通知书（附申请书副本）
  'reply', // 行政复议答复书
  'third-party-notice', // 第三人参加通知书
  'hearing-notice', // 听证通知书
  'stay-notice', // 停止执行通知书
  'suspension-notice', // 中止通知书
  'resumption-notice', // 恢复审理通知书
  'extension-notice', // 延期审理通知书
  'procedure-change-notice', // 转为普通程序通知书
  'normative-reply-notice', // 规范性文件答复通知书
  'normative-referral', // 规范性文件转送函
  'termination-decision', // 终止行政复议决定书
  'rejection-decision', // 驳回行政复议申请决定书
  'decision', // 行政复议决定书
  'mediation-letter', // 行政复议调解书
  'opinion-letter', // 行政复议意见书
  'performance-order', // 责令履行通知书
  'take-up-notice', // 提级审理通知书
  'relay-letter', // 转送函
  'approval-form', // 审批表：纸质审批的扫描件，只供复议机关
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const stages = [
  'received', // 已收到，待审查
  'correcting', // 补正中
  'examining-corrected', // 补正后审查
  'accepted', // 审理中
  'suspended', // 中止
  'decided', // 已决定，待送达
  'closed', // 已结
  'refused', // 不予受理
  'abandoned', // 视为放弃
  'withdrawn-before-acceptance',
  'taken-up', // 提级审理
  'transferred', // 移送
  'voided', // 作废
] as const;
export type Stage = (typeof stages)[number];

/** 等谁 */
export const waitedFor = [
  'institution',
  'applicant',
  'respondent',
  'section-head',
  'institution-head',
  'organ-head',
  'document-maker',
  'competent-organ',
  'other-case',
  'service',
  'nobody',
] as const;
export type WaitedFor = (typeof waitedFor)[number];
