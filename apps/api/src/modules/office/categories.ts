/** The office's administrative categories, for whoever shows them, filters by them or reads them in a register. */
import type { CivilDate, Language } from '@redress/domain/calendar/civil-date';
import { optionText } from '@redress/domain/labels/catalogue';
import { referenceRows, referenceStream, shippedList } from '@redress/domain/office/reference-list';
import type { KnownCategory } from '@redress/domain/reconsideration/import/values';
import type { Services } from '../../trpc/context.ts';

async function listOf(services: Pick<Services, 'directory'>) {
  return (await services.directory.lists()).get(referenceStream('category')) ?? shippedList('category');
}

/** A category's name on a day: the office's own, else as the program ships it. */
export async function categoryNames(
  services: Pick<Services, 'directory'>,
  language: Language,
  day: CivilDate,
): Promise<(code: string) => string> {
  const rows = new Map(referenceRows(await listOf(services), day).map((row) => [row.key, row]));
  return (code) => {
    const row = rows.get(code);
    return (language === 'en' ? row?.en : row?.zh) ?? optionText(language, 'category', code);
  };
}

/** Every category there ever was, under every name the office gave it: an earlier register may use any of them. */
export async function knownCategories(services: Pick<Services, 'directory'>): Promise<readonly KnownCategory[]> {
  return [...(await listOf(services)).items.values()].map(({ key, names }) => ({
    code: key,
    names: names.flatMap(({ zh, en }) => [zh, en]),
  }));
}
