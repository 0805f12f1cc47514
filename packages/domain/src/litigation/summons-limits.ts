/** Which limits the papers of a court start for the organ that received them: shown while the form is typed. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CourtPaper, CourtProcedure, InstanceLevel } from './codes.ts';

export interface ReceivedPapers {
  readonly level: InstanceLevel;
  readonly procedure: CourtProcedure;
  readonly papers: readonly CourtPaper[];
  readonly receivedOn: CivilDate | null;
}

/** The papers that an instance's first delivery usually holds. */
export const usualPapers = {
  first: ['response-notice', 'complaint-copy', 'evidence-notice'],
  second: ['response-notice', 'appeal-copy'],
  'retrial-review': ['response-notice', 'retrial-copy'],
  retrial: ['response-notice'],
} as const satisfies Record<InstanceLevel, readonly CourtPaper[]>;

/** The rules whose limit runs from the day these papers were received; in the simplified procedure the court sets the day. */
export function rulesStartedBy({ level, procedure, papers }: ReceivedPapers): readonly string[] {
  const has = (paper: CourtPaper) => papers.includes(paper);
  if (level === 'first') {
    if (!has('complaint-copy')) return [];
    return procedure === 'simplified'
      ? ['litigation.evidence-simplified']
      : ['litigation.answer', 'litigation.evidence'];
  }
  if (level === 'second') return has('appeal-copy') ? ['litigation.appeal-answer'] : [];
  if (level === 'retrial-review') return has('retrial-copy') ? ['litigation.retrial-answer'] : [];
  return [];
}

/** The rules that say until when an organ is to be told of a session: the summons, and the notice to its leader. */
export const rulesBeforeSession = (procedure: CourtProcedure): readonly string[] =>
  procedure === 'simplified'
    ? ['litigation.appearance-notice']
    : ['litigation.summons', 'litigation.appearance-notice'];
