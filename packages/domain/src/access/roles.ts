/**
 * Roles follow posts. A person holds dated posts, several at once; a deputy acts by a dated delegation.
 */
export const roles = [
  'handler', // 承办人
  'section-head', // 科室负责人
  'institution-head', // 行政复议机构负责人
  'organ-head', // 行政复议机关负责人
  'department-liaison', // 部门联络员
  'department-head', // 部门负责人
  'leader', // 其他负责人（如副职）：为出庭应诉
  'statistician', // 统计人员
  'system-admin', // 系统管理员
  'security-admin', // 安全管理员
  'auditor', // 审计员
] as const;
export type Role = (typeof roles)[number];

/** Whoever leads an organ may be named to appear in court for it. */
export const mayBeNamedForCourt = (role: Role): boolean =>
  role === 'leader' || role === 'department-head' || role === 'organ-head';
/**
 * Who leads and does not work on cases goes to court for the organ: sees the lawsuits it is sued in or answers for, not
 * those whose file its office keeps for others, nor what that office reviews.
 */
export const seesOwnSuitsOnly = (role: Role): boolean => role === 'leader';
/** A leader without a desk of their own begins the day with the court sessions they go to. */
export const beginsInCourt = (role: Role): boolean => role === 'leader';
