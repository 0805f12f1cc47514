/**
 * What is looked at before an application is accepted (23-30, 53), beside the form and again at acceptance. A check
 * never decides: it says what the record shows, with its article, and a named person goes on with a recorded reason.
 */
import type { AcceptanceCondition } from '../codes.ts';

/** The seven conditions of 30(1), and what stands beside them. */
export const checkNames = [
  'definite-parties', // 30(1)(1)
  'interest-in-act', // (2)
  'definite-request', // (3)
  'within-time-limit', // (4), 20, 21
  'within-scope', // (5), 11, 12
  'own-jurisdiction', // (6), 24-28
  'not-filed-before', // (7), 29(1)
  'not-sued', // (7), 29(2)
  'reconsideration-first', // 23
  'simplified-eligible', // 53
  'representatives', // 15
] as const;
export type CheckName = (typeof checkNames)[number];

/** ok: the record shows it; look: a person has to weigh it; warning: the record speaks against it; unknown: not on record. */
export const checkStates = ['ok', 'look', 'warning', 'unknown'] as const;
export type CheckState = (typeof checkStates)[number];

/** What a check found; each code is a sentence of the catalogue. */
export const checkCodes = [
  // 30(1)(1)
  'parties-definite',
  'applicant-unnamed',
  'respondent-missing',
  'respondent-no-organ',
  // 30(1)(2)
  'interest-to-weigh',
  'interest-of-complainant',
  // 30(1)(3), 22(4)
  'request-definite',
  'request-missing',
  'several-acts',
  // 30(1)(4)
  'in-time',
  'late',
  'limit-unknown',
  'inaction-too-early',
  'former-cap-passed',
  // 30(1)(5)
  'scope-listed',
  'scope-other',
  'scope-unknown',
  'scope-state-act',
  'scope-normative',
  'scope-personnel',
  'scope-mediation',
  'scope-criminal',
  // 30(1)(6)
  'own-department',
  'own-lower-government',
  'own-dispatched-organ',
  'own-authorised',
  'own-dispatched-body',
  'own-provincial-act',
  'own-ministry-act',
  'own-vertical-superior',
  'own-justice-choice',
  'dispatched-body-choice',
  'competent-elsewhere',
  'vertical-superior',
  'perhaps-vertical',
  'competence-unknown',
  'several-competent',
  'former-jurisdiction',
  // 30(1)(7), 29
  'none-found-before',
  'filed-before',
  'perhaps-filed-before',
  'no-suit',
  'suit-filed',
  'suit-accepted',
  'suit-not-asked',
  // 23
  'first-spot-penalty',
  'first-resource-right',
  'first-inaction',
  'first-perhaps-inaction',
  'first-open-information',
  'first-perhaps-open-information',
  'first-tax',
  'not-first',
  'first-unknown',
  // 53
  'simplified-on-the-spot',
  'simplified-warning',
  'simplified-amount',
  'simplified-open-information',
  'simplified-by-agreement',
  'simplified-amount-unknown',
  'simplified-not-then',
  // 15
  'representatives-chosen',
  'representatives-missing',
  'representatives-many',
] as const;
export type CheckCode = (typeof checkCodes)[number];

export interface Check {
  readonly check: CheckName;
  readonly state: CheckState;
  readonly code: CheckCode;
  /** 'ARL2023 24(1)(1)' */
  readonly article: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The condition of 30(1) that a check is about: what a refusal would name; null for a check that refuses nothing. */
export const conditionOfCheck = {
  'definite-parties': 'definite-parties',
  'interest-in-act': 'interest-in-act',
  'definite-request': 'definite-request',
  'within-time-limit': 'within-time-limit',
  'within-scope': 'within-scope',
  'own-jurisdiction': 'own-jurisdiction',
  'not-filed-before': 'not-filed-before',
  'not-sued': 'not-filed-before',
  'reconsideration-first': null,
  'simplified-eligible': null,
  representatives: null,
} as const satisfies Record<CheckName, AcceptanceCondition | null>;

export const found = (
  check: CheckName,
  state: CheckState,
  code: CheckCode,
  article: string | null,
  params: Check['params'] = {},
): Check => ({ check, state, code, article, params });
