/**
 * The closed sets of a lawsuit (行政应诉), stored by key. Articles: ALL2017 = 行政诉讼法, INT2018 = 法释〔2018〕1号,
 * LEAD2020 = 法释〔2020〕3号.
 */

/** 审级: an instance is an axis of its own; a remand is a new first instance, each with its own court case number. */
export const instanceLevels = [
  'first', // 一审
  'second', // 二审
  'retrial-review', // 再审审查
  'retrial', // 再审
] as const;
export type InstanceLevel = (typeof instanceLevels)[number];

/** The court's procedure (ALL2017 81, 82-84). */
export const courtProcedures = ['ordinary', 'simplified'] as const;
export type CourtProcedure = (typeof courtProcedures)[number];

/** Where the dispute stood before the suit: the reconsideration's result decides who is defendant (ALL2017 26, INT2018 133-136). */
export const beforeSuit = [
  'none', // 未经复议
  'upheld', // 维持
  'request-rejected', // 驳回复议请求（69）
  'application-rejected', // 驳回复议申请，非因不符合受理条件
  'basis-changed', // 只改变事实、证据或者依据
  'unlawful-procedure', // 只以违反法定程序确认违法
  'partly-upheld', // 部分维持，部分改变或者不予受理
  'changed', // 改变结果
  'void', // 确认无效
  'unlawful-otherwise', // 以其他理由确认违法
  'silent-act', // 逾期未决定，诉原行为
  'silent-inaction', // 逾期未决定，诉不作为
  'refused-refusal', // 不予受理或者因不符合受理条件驳回，诉该决定
  'refused-act', // 不予受理或者因不符合受理条件驳回，诉原行为
] as const;
export type BeforeSuit = (typeof beforeSuit)[number];

/** In which capacity an organ is in the suit; each has its own duties, answer clock and form row. */
export const organRoles = [
  'original-organ', // 作出原行政行为的机关
  'reconsideration-organ', // 复议机关
  'third-party-organ', // 应当追加为被告而原告不同意追加，以第三人参加（LEAD2020 1(3)）
] as const;
export type OrganRole = (typeof organRoles)[number];

/** Papers that come from the court. */
export const courtPapers = [
  'response-notice', // 应诉通知书
  'complaint-copy', // 起诉状副本
  'evidence-notice', // 举证通知书
  'summons', // 传票
  'appearance-notice', // 出庭通知书
  'rights-notice', // 权利义务告知书
  'panel-notice', // 合议庭组成人员通知书
  'plaintiff-evidence', // 原告证据
  'appeal-copy', // 上诉状副本
  'retrial-copy', // 再审申请书副本
  'session-change-notice', // 变更开庭通知
  'suspension-ruling', // 中止裁定
  'extension-notice', // 延长审理期限通知
  'other',
] as const;
export type CourtPaper = (typeof courtPapers)[number];

/** How a paper reached the organ. */
export const deliveryWays = ['direct', 'post', 'electronic', 'collected', 'announcement', 'forwarded'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

/** Agents: at most two for one organ (ALL2017 31). */
export const agentKinds = ['staff', 'lawyer', 'legal-service-worker', 'other'] as const;
export type AgentKind = (typeof agentKinds)[number];

/** How the court notified the leader (LEAD2020 4, 5). */
export const leaderNotices = ['shall', 'may', 'none'] as const;
export type LeaderNotice = (typeof leaderNotices)[number];

/** 庭审方式: what the session is; only 'trial' with `isPublic` counts for the per-case rate. */
export const sessionKinds = [
  'trial', // 开庭审理
  'evidence-exchange', // 庭前证据交换
  'inquiry', // 询问、谈话
  'pronouncement', // 宣判
] as const;
export type SessionKind = (typeof sessionKinds)[number];
/** Kinds at which the duty to appear arises (LEAD2020 7: 开庭、庭审). */
export const dutySessions = ['trial'] as const satisfies readonly SessionKind[];

/** LEAD2020 2: who counts, and who never does. */
export const leaderRanks = [
  'head', // 正职
  'deputy', // 副职
  'deputy-level-in-charge', // 参与分管被诉行为的副职级别负责人
  'other-in-charge', // 其他参与分管的负责人
  'entrusted-organisation', // 受委托组织的负责人：不算
  'lower-organ', // 下级行政机关的负责人：不算
  'not-a-leader', // 不是负责人
] as const;
export type LeaderRank = (typeof leaderRanks)[number];
export const countingRanks = [
  'head',
  'deputy',
  'deputy-level-in-charge',
  'other-in-charge',
] as const satisfies readonly LeaderRank[];

/** Why a leader's presence does not count; each with its article in `appearances.ts`. */
export const notCounting = [
  'not-in-office', // 开庭日不在任
  'entrusted-organisation',
  'lower-organ',
  'not-a-leader',
  'not-in-charge', // 参与分管的须分管被诉行为
  'proof-missing', // 未提交身份证明
  'proof-rejected', // 身份证明不符合条件且不能补正，视为未出庭（LEAD2020 6(2)）
  'second-leader', // 一项义务已由另一名负责人计
] as const;
export type NotCounting = (typeof notCounting)[number];

/** What the court found of an identity proof (LEAD2020 6(2)). */
export const proofResults = ['accepted', 'to-cure', 'rejected'] as const;

/** LEAD2020 8; 'none' = no reason given. */
export const absenceGrounds = ['force-majeure', 'accident', 'irreplaceable-duty', 'other-good-cause', 'none'] as const;
export type AbsenceGround = (typeof absenceGrounds)[number];
/** LEAD2020 9(1): sealed, or signed by the chief. */
export const absenceProofs = ['sealed', 'signed-by-chief', 'missing'] as const;
export type AbsenceProof = (typeof absenceProofs)[number];

/** LEAD2020 12(1)(1)-(5). */
export const adviceTriggers = [
  'absent-without-reason',
  'absent-after-adjournment',
  'nobody-appeared',
  'left-early',
  'refused-to-explain',
] as const;
export type AdviceTrigger = (typeof adviceTriggers)[number];
/** What a judicial advice (司法建议) is about. */
export const adviceSubjects = [...adviceTriggers, 'normative-document', 'performance', 'other'] as const;
export type AdviceSubject = (typeof adviceSubjects)[number];

/** How a duty to appear stands once a session was held. */
export const dutyResults = [
  'appeared', // 已出庭
  'covered', // 共同被告由他机关负责人出庭（LEAD2020 3）
  'excused', // 有正当理由未出庭
  'absent', // 无正当理由未出庭
  'not-counting', // 到庭而不计，视为未出庭
  'unrecorded', // 开庭后未登记
] as const;
export type DutyResult = (typeof dutyResults)[number];
/** Who sat for the organ where no leader did. */
export const satInstead = ['staff', 'staff-and-lawyer', 'lawyer-only', 'nobody'] as const;
export type SatInstead = (typeof satInstead)[number];

/** What ends an instance, exactly as form 2 has it (`outcomesOf` says which belong to which instance). */
export const outcomes = [
  'reject-claims', // 判决驳回诉讼请求
  'revoke', // 判决全部撤销
  'revoke-partly', // 判决部分撤销
  'order-duty', // 判决履行法定职责
  'order-payment', // 判决履行给付义务
  'confirm-unlawful', // 判决确认违法
  'confirm-void', // 判决确认无效
  'change', // 判决变更
  'agreement-perform', // 判决履行行政协议
  'agreement-compensate', // 判决行政协议补偿、赔偿
  'compensate-only', // 单独判决赔偿
  'uphold', // 二审维持原裁判
  'reverse', // 二审、再审改判
  'remand', // 发回重审
  'dismiss-suit', // 裁定驳回起诉
  'not-docketed', // 裁定不予立案
  'withdrawn', // 准许撤诉：原告自行撤诉
  'withdrawn-after-change', // 准许撤诉：行政行为改变后
  'deemed-withdrawn', // 按撤诉处理
  'ended', // 裁定终结诉讼
  'transferred', // 裁定移送管辖
  'mediated', // 行政调解书
  'appeal-withdrawn', // 准许撤回上诉
  'retrial-refused', // 裁定驳回再审申请
  'retrial-ordered', // 裁定再审、指令再审或者提审
  'other-ruling', // 其他裁定
] as const;
export type Outcome = (typeof outcomes)[number];

const merits = [
  'reject-claims',
  'revoke',
  'revoke-partly',
  'order-duty',
  'order-payment',
  'confirm-unlawful',
  'confirm-void',
  'change',
  'agreement-perform',
  'agreement-compensate',
  'compensate-only',
] as const satisfies readonly Outcome[];
export const meritOutcomes: readonly Outcome[] = merits;
const commonRulings = [
  'dismiss-suit',
  'withdrawn',
  'withdrawn-after-change',
  'ended',
  'mediated',
  'other-ruling',
] as const;

/** The outcomes that belong to an instance. */
export const outcomesOf = {
  first: [...merits, ...commonRulings, 'not-docketed', 'deemed-withdrawn', 'transferred'],
  second: ['uphold', 'reverse', 'remand', ...commonRulings, 'appeal-withdrawn', 'deemed-withdrawn'],
  'retrial-review': ['retrial-refused', 'retrial-ordered', 'withdrawn', 'ended', 'other-ruling'],
  retrial: ['uphold', 'reverse', 'remand', ...commonRulings],
} as const satisfies Record<InstanceLevel, readonly Outcome[]>;

/** Ends that leave nothing to be tried: a suit may come to them while it stands still (INT2018 88). */
export const endsWithoutTrial: readonly Outcome[] = [
  'ended',
  'withdrawn',
  'withdrawn-after-change',
  'deemed-withdrawn',
  'mediated',
  'transferred',
  'appeal-withdrawn',
];

/** What became of the reconsideration decision: stands, annulled, annulled and to be made anew, declared unlawful (INT2018 136). */
export const reconsiderationFates = ['stands', 'annulled', 'annulled-redo', 'confirmed-unlawful'] as const;
export type ReconsiderationFate = (typeof reconsiderationFates)[number];

/** How it was settled whose leader appears for all (LEAD2020 3). */
export const agreementWays = ['agreed', 'court'] as const;

/** How much of an obligation was performed; how far an advice was adopted. */
export const performedParts = ['whole', 'partly'] as const;
export const adoptions = ['yes', 'partly', 'no'] as const;

/** The document that carries an outcome. */
export const judgmentForms = ['judgment', 'ruling', 'mediation-letter'] as const;
export type JudgmentForm = (typeof judgmentForms)[number];
export const formOf = {
  'reject-claims': 'judgment',
  revoke: 'judgment',
  'revoke-partly': 'judgment',
  'order-duty': 'judgment',
  'order-payment': 'judgment',
  'confirm-unlawful': 'judgment',
  'confirm-void': 'judgment',
  change: 'judgment',
  'agreement-perform': 'judgment',
  'agreement-compensate': 'judgment',
  'compensate-only': 'judgment',
  uphold: 'judgment',
  reverse: 'judgment',
  remand: 'ruling',
  'dismiss-suit': 'ruling',
  'not-docketed': 'ruling',
  withdrawn: 'ruling',
  'withdrawn-after-change': 'ruling',
  'deemed-withdrawn': 'ruling',
  ended: 'ruling',
  transferred: 'ruling',
  mediated: 'mediation-letter',
  'appeal-withdrawn': 'ruling',
  'retrial-refused': 'ruling',
  'retrial-ordered': 'ruling',
  'other-ruling': 'ruling',
} as const satisfies Record<Outcome, JudgmentForm>;
/** The only rulings of a first instance that may be appealed (INT2018 101(2)); objections to jurisdiction are no outcome. */
export const appealableRulings = ['dismiss-suit', 'not-docketed'] as const satisfies readonly Outcome[];

/** 败诉: a case is lost once, by the first of these. */
export const lossOrder = [
  'revoke',
  'revoke-partly',
  'confirm-void',
  'confirm-unlawful',
  'change',
  'order-duty',
  'order-payment',
  'agreement-perform',
  'agreement-compensate',
  'compensate-only',
] as const satisfies readonly Outcome[];

/** Grounds for a retrial with a start of their own (INT2018 110(1)-(4)), and every other. */
export const retrialGrounds = [
  'new-evidence', // 有新的证据，足以推翻原判决、裁定
  'forged-evidence', // 认定事实的主要证据是伪造的
  'document-revoked', // 据以作出原判决、裁定的法律文书被撤销或者变更
  'judge-corrupt', // 审判人员贪污受贿、徇私舞弊、枉法裁判
  'other',
] as const;
export type RetrialGround = (typeof retrialGrounds)[number];

/** Judgments that order something done: there is something to perform, also where nothing lists it (ALL2017 72, 73, 76, 78). */
export const orderingOutcomes = [
  'order-duty',
  'order-payment',
  'agreement-perform',
  'agreement-compensate',
  'compensate-only',
] as const satisfies readonly Outcome[];
export type OrderingOutcome = (typeof orderingOutcomes)[number];

/** Which element of the act failed (defect record of a lost case). */
export const defectElements = [
  'facts', // 主要证据不足、事实不清
  'basis', // 适用法律、法规错误
  'procedure', // 违反法定程序
  'competence', // 超越职权
  'discretion', // 滥用职权、明显不当
  'evidence-late', // 逾期举证
  'inaction', // 不履行、拖延履行法定职责
  'other',
] as const;
export type DefectElement = (typeof defectElements)[number];

/** 重大行政诉讼: the court's grounds (LEAD2020 4(1) shall, 4(2)(1)-(4) may), or the office's own. */
export const majorGrounds = [
  'public-interest', // 重大公共利益
  'public-attention', // 社会高度关注
  'mass-incident', // 可能引发群体性事件
  'vital-rights', // 重大人身、财产权益
  'public-interest-suit', // 行政公益诉讼
  'superior-requires', // 上级机关规范性文件要求
  'court-deems', // 法院认为需要的其他情形
  'office', // 本机关认为重大
] as const;
export type MajorGround = (typeof majorGrounds)[number];

/** ALL2017 96(1)-(5). */
export const courtMeasures = ['transfer-funds', 'daily-fine', 'public-notice', 'judicial-advice', 'detention'] as const;
export type CourtMeasure = (typeof courtMeasures)[number];

/** ALL2017 / INT2018 87: why an instance stands still. */
export const suspensionGrounds = [
  'plaintiff-died',
  'plaintiff-incapacitated',
  'party-ended',
  'force-majeure',
  'law-application',
  'other-case',
  'other',
] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];
/** Days the court's limit leaves out while the suit goes on (INT2018 50(1)); an organ's own objection is left out by itself. */
export const uncountedGrounds = ['public-notice', 'appraisal', 'mediation', 'jurisdiction'] as const;
export type UncountedGround = (typeof uncountedGrounds)[number];
/** Whatever the court's limit does not run through. */
export const spanGrounds = [...suspensionGrounds, ...uncountedGrounds] as const;
export type SpanGround = (typeof spanGrounds)[number];

/** Where an instance stands. */
export const instanceStages = [
  'answering', // 应诉准备：答辩举证期内或者尚未答辩
  'trying', // 审理中
  'suspended', // 中止
  'judged', // 已裁判，尚未生效
  'appealed', // 已上诉
  'effective', // 已生效
] as const;
export type InstanceStage = (typeof instanceStages)[number];

/** Where the lawsuit stands: its current instance's stage, then performance and the end. */
export const stages = [...instanceStages.filter((s) => s !== 'effective'), 'performing', 'closed', 'voided'] as const;
export type Stage = Exclude<InstanceStage, 'effective'> | 'performing' | 'closed' | 'voided';

/** 等谁 */
export const waitedFor = ['office', 'department', 'leader', 'court', 'other-party', 'service', 'nobody'] as const;
export type WaitedFor = (typeof waitedFor)[number];

/** Who signs on paper: the head of the office, of the organ, or of its department. */
export const paperSigners = ['section-head', 'institution-head', 'organ-head', 'department-head'] as const;

/** What the four forms are, and the rest of what a suit's own documents may be. */
export const documentKinds = [
  'answer', // 行政答辩状
  'evidence-list', // 证据目录
  'evidence-extension-request', // 延期提供证据申请
  'jurisdiction-objection', // 管辖权异议
  'identity-proof', // 出庭负责人身份证明
  'absence-explanation', // 不能出庭情况说明
  'power-of-attorney', // 授权委托书
  'appearance-register', // 出庭情况登记表
  'appeal', // 上诉状
  'retrial-application', // 再审申请书
  'advice-reply', // 司法建议复函
  'approval-form', // 审签单: how a paper was signed inside the organ
  'judgment',
  'ruling',
  'mediation-letter',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
