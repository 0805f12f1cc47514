import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from './language.tsx';
import { useTRPC } from './trpc.ts';
import { useLabels } from './use-labels.ts';

/** An administrative category under the name it bore on a day: the office's own, else as the program ships it. */
export function useCategoryName(category: string | null, on: CivilDate | null): string {
  const trpc = useTRPC();
  const { language } = useLanguage();
  const labels = useLabels();
  const list = useQuery(
    trpc.office.referenceList.queryOptions(
      { list: 'category', ...(on === null ? {} : { on }) },
      { staleTime: 600_000, enabled: category !== null },
    ),
  );
  if (category === null) return '';
  const item = list.data?.find((row) => row.key === category);
  return (language === 'zh-CN' ? item?.zh : item?.en) ?? labels.category(category);
}
