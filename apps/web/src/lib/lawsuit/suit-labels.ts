import { type LitigationViewWords, wordOf } from '@redress/domain/labels/litigation-view';
import type { SuitOptionSet } from '@redress/domain/litigation/option-sets';
import type { Language } from '../language.tsx';

/** Which words say the values of a closed set; the three that reconsideration has, too, are said by its catalogue. */
const wordsOf: Readonly<
  Record<Exclude<SuitOptionSet, 'matter' | 'partyKind' | 'linkKind'>, keyof LitigationViewWords>
> = {
  level: 'levels',
  procedure: 'procedures',
  before: 'before',
  role: 'roles',
  paper: 'papers',
  way: 'ways',
  agent: 'agents',
  notice: 'notices',
  sessionKind: 'sessionKinds',
  rank: 'ranks',
  absenceGround: 'absenceGrounds',
  absenceProof: 'absenceProofs',
  proofResult: 'proofResults',
  agreedHow: 'agreedHow',
  outcome: 'outcomes',
  reconsideration: 'reconsideration',
  defect: 'defects',
  majorGround: 'majorGrounds',
  measure: 'measures',
  suspension: 'suspensions',
  adviceSubject: 'adviceSubjects',
  adopted: 'adopted',
  performedPart: 'performedParts',
  document: 'documents',
  signer: 'approvers',
};

/** The word of a value of a lawsuit's closed set; null where the set is none of a lawsuit's own. */
export function suitOptionText(language: Language, set: string, value: string): string | null {
  const name = set === 'paperDecider' ? 'signer' : set;
  return Object.hasOwn(wordsOf, name) ? wordOf(language, wordsOf[name as keyof typeof wordsOf], value) : null;
}
