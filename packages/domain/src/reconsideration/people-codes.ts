/** The closed sets about the people of a case: why somebody stands aside, and what an agent may do. */

/** Why somebody who works on cases stands aside from one (回避). */
export const recusalGrounds = ['handled-the-act', 'party-or-kin', 'interest', 'other'] as const;
export type RecusalGround = (typeof recusalGrounds)[number];

/** Who asked for it: the person, a party, or the office of its own motion. */
export const recusalWays = ['own-request', 'on-application', 'own-motion'] as const;
export type RecusalWay = (typeof recusalWays)[number];

/** 一般授权 and 特别授权: what a power of attorney names (ARL2023 17(2), REG2007 10). */
export const authorityKinds = ['general', 'special'] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

/** What needs naming in a special power; receiving papers is often named beside it. */
export const specialPowers = ['change-requests', 'withdraw', 'settle', 'mediate', 'receive-documents'] as const;
export type SpecialPower = (typeof specialPowers)[number];
