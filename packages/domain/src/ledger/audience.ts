/**
 * Who may see what: every entry type, file kind and panel names its audiences in one table,
 * and everything that leaves the server passes through it.
 */
export const audiences = ['reviewing', 'respondent', 'superior', 'addressed', 'statistics'] as const;
export type Audience = (typeof audiences)[number];

/** `addressed` is an organ that an opinion letter was sent to in a case it has no other part in. Statistics sees facts, never entries. */
export type AudienceRule = readonly Audience[];

export const everyone: AudienceRule = ['reviewing', 'respondent', 'superior'];
/** Of papers: everyone, and an addressed organ what was sent to it. */
export const everyAddressee: AudienceRule = [...everyone, 'addressed'];
export const reviewingOnly: AudienceRule = ['reviewing'];
export const reviewingAndSuperior: AudienceRule = ['reviewing', 'superior'];

export const maySee = (rule: AudienceRule, audience: Audience): boolean => rule.includes(audience);
