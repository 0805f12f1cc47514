/**
 * 公民身份号码 (GB 11643): seventeen digits and a check character. A hint beside the field, never a refusal: the paper
 * says what it says, and other documents have other numbers.
 */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

export type IdNumberHint = 'id-number-length' | 'id-number-check';

/** What is odd about a citizen's number; null where nothing is, or where none was given. */
export function idNumberHint(kind: string, idNumber: string | null | undefined): IdNumberHint | null {
  const text = (idNumber ?? '').trim().toUpperCase();
  if (kind !== 'citizen' || text === '') return null;
  if (!/^\d{17}[\dX]$/.test(text)) return 'id-number-length';
  const sum = weights.reduce((all, weight, i) => all + weight * Number(text[i]), 0);
  return checks[sum % 11] === text[17] ? null : 'id-number-check';
}
