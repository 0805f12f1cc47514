/**
 * A case has one serial and its documents share it: 云政复〔2026〕41号 → 云政复受字〔2026〕41号.
 * The character of each kind follows common practice; the organ's own prefix comes with the case's number.
 */
import type { DocumentKind } from './codes.ts';

/** The character (字) of each kind of document; null where the document bears no number of the organ's. */
export const documentCharacters = {
  receipt: '收',
  'correction-notice': '补',
  'acceptance-notice': '受',
  'refusal-decision': '不受',
  'reply-notice': '答',
  reply: null,
  'third-party-notice': '参',
  'hearing-notice': '听',
  'stay-notice': '停',
  'suspension-notice': '中',
  'resumption-notice': '恢',
  'extension-notice': '延',
  'procedure-change-notice': '转普',
  'normative-reply-notice': '规答',
  'normative-referral': '规转',
  'termination-decision': '终',
  'rejection-decision': '驳',
  decision: '决',
  'mediation-letter': '调',
  'opinion-letter': '意',
  'performance-order': '责履',
  'take-up-notice': '提',
  'relay-letter': '转',
  'approval-form': null,
  other: null,
} as const satisfies Record<DocumentKind, string | null>;

const caseNumber = /^(.+)〔(\d{4})〕(\d+)号$/;

/** The year of a case's number; null for one of another form, or none. */
export const yearOfNumber = (number: string | null): number | null => {
  const parts = number === null ? null : caseNumber.exec(number);
  return parts === null ? null : Number(parts[2]);
};

/** The serial of a case's number; null for one of another form, or none. */
export const serialOf = (number: string | null): number | null => {
  const parts = number === null ? null : caseNumber.exec(number);
  const n = parts === null ? 0 : Number(parts[3]);
  return n === 0 ? null : n;
};

/** The format of a case's number, for `number_counter`. */
export const caseNumberFormat = (prefix: string): string => `${prefix}〔{year}〕{n}号`;

/**
 * The number of a document of the case; null where the kind has none or the case no number.
 * The second document of a kind is told apart by its count: 41-2号.
 */
export function documentNumber(number: string | null, kind: DocumentKind, before: number): string | null {
  const character = documentCharacters[kind];
  const parts = number === null ? null : caseNumber.exec(number);
  if (character === null || parts === null) return null;
  const [, prefix, year, serial] = parts;
  return `${prefix}${character}字〔${year}〕${serial}${before > 0 ? `-${before + 1}` : ''}号`;
}

/** The characters in front of a case's number; null for one of another form, or none. */
export const prefixOf = (number: string | null): string | null =>
  (number === null ? null : caseNumber.exec(number))?.[1] ?? null;
