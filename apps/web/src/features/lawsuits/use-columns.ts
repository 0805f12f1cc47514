import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useTRPC } from '../../lib/trpc.ts';
import { type ColumnKey, closedColumns, columnKeys, usualColumns } from './lawsuit-columns.tsx';

const key = 'lawsuits.list';
const zBody = z.object({ columns: z.array(z.string()).max(60) });
const isColumn = (name: string): name is ColumnKey => (columnKeys as readonly string[]).includes(name);

/** What was kept, as this program knows it: the number is always among the columns. */
export function readColumns(body: unknown, usual: readonly ColumnKey[] = usualColumns): readonly ColumnKey[] {
  const read = zBody.safeParse(body);
  const known = read.success ? [...new Set(read.data.columns.filter(isColumn))] : [];
  if (known.length === 0) return usual;
  return known.includes('number') ? known : ['number', ...known];
}

/** The account's own columns, the same on every computer; until somebody has chosen, the ones that fit what is listed. */
export function useColumns(isOfClosed: boolean) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.preferences.get.queryOptions({ key }, { staleTime: Number.POSITIVE_INFINITY });
  const query = useQuery(options);
  const put = useMutation(trpc.preferences.put.mutationOptions());
  return {
    columns: readColumns(query.data?.body ?? null, isOfClosed ? closedColumns : usualColumns),
    /** Holds at once; the server is told meanwhile. */
    change: (columns: readonly ColumnKey[]) => {
      const body = { columns };
      queryClient.setQueryData(options.queryKey, () => ({ body }));
      put.mutate({ key, body });
    },
  };
}
