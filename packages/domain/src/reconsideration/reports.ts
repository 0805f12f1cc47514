/** What departments report: performance that the office has not yet confirmed, and opinion letters not yet answered. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import type { AnyEntry, Entry, ReconsiderationCase } from './case-types.ts';

const entriesOf = (c: Pick<ReconsiderationCase, 'entries'>) => c.entries as unknown as readonly AnyEntry[];

/** Reports of performance neither confirmed nor sent back, as recorded up to a day. */
export function openReports(
  c: Pick<ReconsiderationCase, 'entries'>,
  day: CivilDate,
): readonly Entry<'performance-reported'>[] {
  const entries = entriesOf(c).filter((e) => e.occurredOn <= day);
  const answered = (report: Entry<'performance-reported'>): boolean =>
    entries.some(
      (e) =>
        (e.type === 'performance-report-returned' && e.payload.ofSeq === report.seq) ||
        (e.type === 'performed' &&
          e.payload.respondentId === report.payload.respondentId &&
          (e.payload.ofSeq === report.seq || (e.payload.ofSeq === undefined && e.seq > report.seq))),
    );
  return entries.filter((e): e is Entry<'performance-reported'> => e.type === 'performance-reported' && !answered(e));
}

/** Opinion letters to an organ for which no report is on record. */
export function unansweredLetters(
  c: Pick<ReconsiderationCase, 'entries'>,
  organ: OrganId,
): readonly Entry<'opinion-letter-issued'>[] {
  const entries = entriesOf(c);
  const reported = new Set(entries.flatMap((e) => (e.type === 'opinion-reported' ? [e.payload.documentId] : [])));
  return entries.filter(
    (e): e is Entry<'opinion-letter-issued'> =>
      e.type === 'opinion-letter-issued' && e.payload.toOrgan === organ && !reported.has(e.payload.documentId),
  );
}

/** Organs an opinion letter is addressed to that are no respondents of the case. */
export function addressedOrgans(c: Pick<ReconsiderationCase, 'entries' | 'respondents'>): readonly OrganId[] {
  const organs = entriesOf(c).flatMap((e) => (e.type === 'opinion-letter-issued' ? [e.payload.toOrgan] : []));
  return [...new Set(organs)].filter((o) => !c.respondents.includes(o));
}
