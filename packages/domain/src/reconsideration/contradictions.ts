/**
 * Everything an entry can contradict, the law or the record itself: a closed set of codes, each with its article in
 * each version of the law. `null`: no article but the record (a reply without its case, a resumption without a stop).
 * The catalogue has a sentence for each; the fold only says which, where, and with which days.
 */
import type { ExcludedSpanKind, LawVersion, SuspensionGround, TerminationGround } from './codes.ts';

/** An article by version; one text where both versions have it from the same place. */
type Articles = Readonly<Record<LawVersion, string | null>>;

const none: Articles = { ARL1999: null, ARL2023: null };
const both = (old: string | null, now: string | null): Articles => ({ ARL1999: old, ARL2023: now });

export const contradictionArticles = {
  // The record itself.
  'before-receipt': none,
  'received-twice': none,
  'registered-twice': none,
  'unknown-document': none,
  'unknown-sending': none,
  'unknown-party': none,
  'unknown-organ': none,
  'unknown-proposal': none,
  'sent-before-made': none,
  'served-before-sent': none,
  'filed-after-receipt': none,
  'act-after-filing': none,
  'span-reversed': none,
  'hearing-unknown': none,
  'hearing-already-ended': none,
  'review-not-begun': none,
  'stay-not-ordered': none,
  'letter-not-made': none,
  'signed-before-letter': none,
  'signed-after-recording': none,
  'opinion-letter-unknown': none,
  'not-decided': none,
  'after-closing': none,
  // What is done once: two windows must not do it twice unseen.
  'copy-already-issued': none,
  'reply-already-filed': none,
  // Examination and correction.
  'second-correction-notice': both('REG2007 29', 'ARL2023 31(1)'),
  'correction-notice-late': both('REG2007 29', 'ARL2023 31(1)'),
  'correction-after-acceptance': both('REG2007 29', 'ARL2023 31(1)'),
  'correction-not-asked': both('REG2007 29', 'ARL2023 31(2)'),
  'correction-already-submitted': both('REG2007 29', 'ARL2023 31(3)'),
  'correction-not-longer': both('REG2007 29', 'ARL2023 31(2)'),
  'abandonment-before-limit': both('REG2007 29', 'ARL2023 31(2)'),
  'abandonment-after-submission': both('REG2007 29', 'ARL2023 31(3)'),
  'stands-accepted': both('ARL1999 17(2)', 'ARL2023 30(3)'),
  'already-accepted': both('ARL1999 17(2)', 'ARL2023 30(1)'),
  'filed-late': both('ARL1999 9(1)', 'ARL2023 30(1)(4)'),
  'inaction-filed-early': both('REG2007 16(1)', 'REG2007 16(1)'),
  'withdrawn-after-acceptance': both('ARL1999 25', 'ARL2023 41(1)(1)'),
  'rejected-before-acceptance': both('REG2007 48', 'ARL2023 33'),
  'not-accepted': both('ARL1999 17(2)', 'ARL2023 30(1)'),
  // Procedure.
  'simplified-not-known': both('ARL1999 31(1)', null),
  'simplified-not-eligible': both('ARL1999 31(1)', 'ARL2023 53(1)'),
  'procedure-unchanged': both(null, 'ARL2023 55'),
  'procedure-changed-late': both(null, 'ARL2023 55'),
  'simplified-changed-late': both(null, 'ARL2023 53(2)'),
  'not-all-parties-agree': both(null, 'ARL2023 53(2)'),
  // Reply, opinions, hearing, committee.
  'reply-of-non-respondent': both('ARL1999 23(1)', 'ARL2023 48'),
  'reply-before-copy': both('ARL1999 23(1)', 'ARL2023 48'),
  'hearing-notice-late': both(null, 'ARL2023 51(1)'),
  'hearing-notice-unproven': both(null, 'ARL2023 51(1)'),
  'electronic-without-consent': both('CPL2023 90(1)', 'CPL2023 90(1)'),
  'hearing-too-soon': both(null, 'ARL2023 51(1)'),
  'hearing-understaffed': both(null, 'ARL2023 50(3)'),
  'hearing-roles-doubled': both(null, 'ARL2023 50(3)'),
  'leader-absent-unexplained': both(null, 'ARL2023 51(3)'),
  'too-many-agents': both('REG2007 10', 'ARL2023 17(1)'),
  // Suspension, stay, extension.
  'suspended-on-no-ground': both('REG2007 41(1)', 'ARL2023 39(1)'),
  'already-suspended': both('REG2007 41', 'ARL2023 39'),
  'not-suspended': both('REG2007 41(2)', 'ARL2023 39(2)'),
  'extension-made-late': both('ARL1999 31(1)', 'ARL2023 62(1)'),
  'extension-sent-late': both('ARL1999 31(1)', 'ARL2023 62(1)'),
  'extension-not-sent': both('ARL1999 31(1)', 'ARL2023 62(1)'),
  'extension-beyond-cap': both('ARL1999 31(1)', 'ARL2023 62(1)'),
  'extension-in-simplified': both(null, 'ARL2023 62(2)'),
  'extension-second': both('ARL1999 31(1)', 'ARL2023 62(1)'),
  // Normative review.
  'review-referred-though-competent': both('ARL1999 26', 'ARL2023 56'),
  // Outcome.
  'decided-without-copy': both('ARL1999 23(1)', 'ARL2023 48'),
  'decided-before-reply-limit': both('ARL1999 23(1)', 'ARL2023 48'),
  'no-reply-unfounded': both('ARL1999 28(1)(4)', 'ARL2023 70'),
  'decided-before-heard': both(null, 'ARL2023 49'),
  'decided-without-hearing': both('REG2007 33', 'ARL2023 50(1)'),
  'decided-before-committee': both(null, 'ARL2023 52(2)'),
  'decided-while-suspended': both('REG2007 41(2)', 'ARL2023 39(2)'),
  'decision-type-unknown': both('ARL1999 28(1)', 'ARL2023 63'),
  'made-in-time-sent-late': both('ARL1999 31(1)', 'ARL2023 62(1)'),
  'mediation-outside-discretion': both('REG2007 50(1)', 'ARL2023 5'),
  'withdrawal-not-requested': both('ARL1999 25', 'ARL2023 41(1)(1)'),
  'settlement-not-reached': both('REG2007 40', 'ARL2023 74(1)'),
  'termination-ground-unknown': both('REG2007 42(1)', 'ARL2023 41'),
  'terminated-without-suspension': both('REG2007 42(2)', 'ARL2023 41(1)(5)'),
  'terminated-before-60-days': both('REG2007 42(2)', 'ARL2023 41(1)(5)'),
} as const satisfies Record<string, Articles>;

export type ContradictionCode = keyof typeof contradictionArticles;
export const contradictionCodes = Object.keys(contradictionArticles) as readonly ContradictionCode[];

/** The article a contradiction cites under a version of the law; null where the record itself is contradicted. */
export const articleOf = (code: ContradictionCode, law: LawVersion): string | null => contradictionArticles[code][law];

/**
 * The suspension grounds with their numbers (resolution A11: the numbers differ by law). `null`: that law has no such
 * ground. Under the old law a normative review stopped the review of the act by the law itself (26, 27).
 */
export const suspensionGroundArticles = {
  'applicant-died': both('REG2007 41(1)(1)', 'ARL2023 39(1)(1)'),
  'applicant-incapacitated': both('REG2007 41(1)(2)', 'ARL2023 39(1)(2)'),
  'applicant-missing': both('REG2007 41(1)(4)', 'ARL2023 39(1)(3)'),
  'entity-ended': both('REG2007 41(1)(3)', 'ARL2023 39(1)(4)'),
  'force-majeure': both('REG2007 41(1)(5)', 'ARL2023 39(1)(5)'),
  mediation: both(null, 'ARL2023 39(1)(6)'),
  'law-application': both('REG2007 41(1)(6)', 'ARL2023 39(1)(7)'),
  'other-case': both('REG2007 41(1)(7)', 'ARL2023 39(1)(8)'),
  'normative-review': both('ARL1999 26', 'ARL2023 39(1)(9)'),
  other: both('REG2007 41(1)(8)', 'ARL2023 39(1)(10)'),
} as const satisfies Record<SuspensionGround, Articles>;

/** The grounds of termination with their numbers; null: that law has no such ground. */
export const terminationGroundArticles = {
  withdrawn: both('REG2007 42(1)(1)', 'ARL2023 41(1)(1)'),
  'applicant-died-no-successor': both('REG2007 42(1)(2)', 'ARL2023 41(1)(2)'),
  'entity-ended-no-successor': both('REG2007 42(1)(3)', 'ARL2023 41(1)(3)'),
  'criminal-measures': both('REG2007 42(1)(5)', 'ARL2023 41(1)(4)'),
  'suspended-60-days': both('REG2007 42(2)', 'ARL2023 41(1)(5)'),
  settled: both('REG2007 42(1)(4)', null),
} as const satisfies Record<TerminationGround, Articles>;

/** The grounds on which 60 days of one uninterrupted suspension allow termination (ARL2023 41(1)(5), REG2007 42(2)). */
export const sixtyDayGrounds: readonly SuspensionGround[] = [
  'applicant-died',
  'applicant-incapacitated',
  'entity-ended',
];

/** Spans that the regulation of 2007 left out of the decision limit; after 2026-06-30 its successor's wording is not on file. */
export const excludedSpanArticles = {
  inspection: 'REG2007 34(3)',
  appraisal: 'REG2007 37',
  'receiver-dispute': 'REG2007 30',
} as const satisfies Record<ExcludedSpanKind, string>;
