import { isListColumn, type ListColumnKey, usualListColumns } from '@redress/domain/reconsideration/list-columns';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useTRPC } from '../../lib/trpc.ts';

const key = 'cases.list';
const zBody = z.object({
  columns: z.array(z.string()).max(60).catch([]),
  defaultFilter: z.string().max(80).nullable().catch(null),
});

export interface ListPreference {
  /** In their order; the number is always among them. */
  readonly columns: readonly ListColumnKey[];
  /** The saved filter with which the list opens. */
  readonly defaultFilter: string | null;
}

/** What was kept, as this program knows it: a column it does not know is left out. */
export function readPreference(body: unknown): ListPreference {
  const read = zBody.safeParse(body);
  const known = read.success ? [...new Set(read.data.columns.filter(isListColumn))] : [];
  const columns = known.length === 0 ? usualListColumns : known;
  return {
    columns: columns.includes('number') ? columns : ['number', ...columns],
    defaultFilter: read.success ? read.data.defaultFilter : null,
  };
}

/** The account's own way of looking at the list, the same on every computer. */
export function useListPreference() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.preferences.get.queryOptions({ key }, { staleTime: Number.POSITIVE_INFINITY });
  const query = useQuery(options);
  const put = useMutation(trpc.preferences.put.mutationOptions());
  const preference = readPreference(query.data?.body ?? null);
  return {
    preference,
    /** Neither kept nor known to be missing yet. */
    isPending: query.isPending,
    /** Holds at once; the server is told meanwhile. */
    change: (part: Partial<ListPreference>) => {
      const body = { ...preference, ...part };
      queryClient.setQueryData(options.queryKey, () => ({ body }));
      put.mutate({ key, body });
    },
  };
}
