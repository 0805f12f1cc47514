/**
 * The titles of a page of cases, 某某不服某机关某行为, as the case's own page says them: the names are in no index row,
 * for they are a person's to have erased and an organ's to change.
 */
import type { Office } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import type { ListedCase } from '../../case-store/list-cases.ts';
import type { Reader } from '../../case-store/read-as.ts';
import { organName } from '../office/names.ts';

/** Titles by case. */
export async function titlesOf(
  reader: Reader,
  rows: readonly Pick<ListedCase, 'streamId' | 'organId' | 'title'>[],
  office: Office,
  day: CivilDate,
): Promise<ReadonlyMap<StreamId, string>> {
  const parts = await reader.titlePartsOf(rows);
  return new Map(
    rows.map((row) => {
      const { applicants = [], respondents = [] } = parts.get(row.streamId) ?? {};
      const who = `${applicants[0] ?? ''}${applicants.length > 1 ? '等' : ''}`;
      const organs = respondents.map((id) => organName(office, id, day)).join('、');
      return [row.streamId, `${who}不服${organs}${row.title}`];
    }),
  );
}
