import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { categories } from '@redress/domain/reconsideration/categories';
import { useQuery } from '@tanstack/react-query';
import type { Choice } from './fields.tsx';
import { useLanguage } from './language.tsx';
import { type Outputs, useTRPC } from './trpc.ts';
import { useLabels } from './use-labels.ts';

const MINUTES_10 = 600_000;
type Item = Outputs['office']['referenceList'][number];

export interface OfficeCategories {
  /** A category as the office calls it; an old link may name one that is on no list. */
  readonly name: (code: string) => string;
  /** Every category there ever was, those of closed cases too. */
  readonly all: readonly Choice[];
}

/** The office's administrative categories under today's names; those that the program ships until they have been read. */
export function useCategories(): OfficeCategories {
  const trpc = useTRPC();
  const { language } = useLanguage();
  const labels = useLabels();
  const { data } = useQuery(trpc.office.referenceList.queryOptions({ list: 'category' }, { staleTime: MINUTES_10 }));
  const items = new Map<string, Item>((data ?? []).map((item) => [item.key, item]));
  const name = (code: string) => {
    const item = items.get(code);
    return (language === 'zh-CN' ? item?.zh : item?.en) ?? labels.category(code);
  };
  const codes = data === undefined ? categories : data.map(({ key }) => key);
  return { name, all: codes.map((code) => ({ value: code, label: name(code) })) };
}

/** An administrative category under the name it bore on a day: the office's own, else as the program ships it. */
export function useCategoryName(category: string | null, on: CivilDate | null): string {
  const trpc = useTRPC();
  const { language } = useLanguage();
  const labels = useLabels();
  const list = useQuery(
    trpc.office.referenceList.queryOptions(
      { list: 'category', ...(on === null ? {} : { on }) },
      { staleTime: MINUTES_10, enabled: category !== null },
    ),
  );
  if (category === null) return '';
  const item = list.data?.find((row) => row.key === category);
  return (language === 'zh-CN' ? item?.zh : item?.en) ?? labels.category(category);
}
