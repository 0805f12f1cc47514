/**
 * Who may see what: every entry type, file kind and panel names its audiences in one table,
 * and everything that leaves the server passes through it.
 */
export const audiences = ['reviewing', 'respondent', 'superior', 'statistics'] as const;
export type Audience = (typeof audiences)[number];

/** 'all' = every audience of the case but statistics, which sees facts, never entries. */
export type AudienceRule = readonly Audience[];

export const everyone: AudienceRule = ['reviewing', 'respondent', 'superior'];
export const reviewingOnly: AudienceRule = ['reviewing'];
export const reviewingAndSuperior: AudienceRule = ['reviewing', 'superior'];

export const maySee = (rule: AudienceRule, audience: Audience): boolean => rule.includes(audience);
