/**
 * The titles of a page of cases, 某某不服某机关某行为, as the case's own page says them: the names are in no index row,
 * for they are a person's to have erased and an organ's to change.
 */
import type { Office } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import { litigation } from '@redress/domain/litigation/kind';
import type { ListedCase } from '../../case-store/list-cases.ts';
import type { Reader } from '../../case-store/read-as.ts';
import { organName } from '../office/names.ts';

/** Who asks, who answers, and the title made of them. */
export interface Titled {
  readonly title: string;
  readonly applicants: readonly string[];
  readonly respondents: readonly string[];
}

/** A row that has a title; of a kind that is not said, it is a reconsideration's. */
export type TitledRow = Pick<ListedCase, 'streamId' | 'organId' | 'title'> & { readonly kind?: string };

/** Titles with their names, by case. */
export async function titledOf(
  reader: Reader,
  rows: readonly TitledRow[],
  office: Office,
  day: CivilDate,
): Promise<ReadonlyMap<StreamId, Titled>> {
  const parts = await reader.titlePartsOf(rows);
  return new Map(
    rows.map((row) => {
      const { applicants = [], respondents = [] } = parts.get(row.streamId) ?? {};
      const who = `${applicants[0] ?? ''}${applicants.length > 1 ? '等' : ''}`;
      const organs = respondents.map((id) => organName(office, id, day));
      const against = row.kind === litigation.kind ? '诉' : '不服';
      return [
        row.streamId,
        { title: `${who}${against}${organs.join('、')}${row.title}`, applicants, respondents: organs },
      ];
    }),
  );
}

/** Titles by case. */
export async function titlesOf(
  reader: Reader,
  rows: readonly TitledRow[],
  office: Office,
  day: CivilDate,
): Promise<ReadonlyMap<StreamId, string>> {
  const titled = await titledOf(reader, rows, office, day);
  return new Map([...titled].map(([id, { title }]) => [id, title]));
}
