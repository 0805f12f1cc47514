/** The rows of the lawsuit's own read tables: instances, sessions, each organ at each session, and the duties. */
import type { Lawsuit } from './case-types.ts';
import type { AppearanceDutyRow, AppearanceRow, CourtSessionRow, LawsuitInstanceRow } from './read-rows.ts';

/** The court's number without blanks, widths and bracket kinds, in capitals: one number has one key. */
export const courtNumberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[[{〔【［｛<〈《]/gu, '(')
    .replace(/[\]}〕】］｝>〉》]/gu, ')')
    .toUpperCase();

export function instanceRows(_suit: Lawsuit): readonly LawsuitInstanceRow[] {
  return [];
}

export function sessionRows(_suit: Lawsuit): readonly CourtSessionRow[] {
  return [];
}

export function appearanceRows(_suit: Lawsuit): readonly AppearanceRow[] {
  return [];
}

export function dutyRows(_suit: Lawsuit): readonly AppearanceDutyRow[] {
  return [];
}
