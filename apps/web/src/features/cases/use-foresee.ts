import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../lib/debounced.ts';
import { type Inputs, type Outputs, useTRPCClient } from '../../lib/trpc.ts';
import { maxBatch } from './batch-run.ts';

export type Foreseen = Outputs['cases']['foresee'][number];
export interface Asked {
  readonly id: string;
  readonly step: { readonly type: string; readonly input: unknown };
}

const settle = 400;

/** What each of these steps would do, in the order asked for; nothing is asked while there is nothing whole to ask. */
export function useForesee(asked: readonly Asked[]) {
  const client = useTRPCClient();
  const text = useDebounced(JSON.stringify(asked), settle);
  const isCurrent = text === JSON.stringify(asked);
  const query = useQuery({
    queryKey: ['batch-foresee', text],
    queryFn: async () => {
      const items = JSON.parse(text) as Asked[];
      const answers: Foreseen[] = [];
      for (let from = 0; from < items.length; from += maxBatch) {
        const part = items.slice(from, from + maxBatch) as unknown as Inputs['cases']['foresee']['items'];
        answers.push(...(await client.cases.foresee.query({ items: part })));
      }
      return answers;
    },
    enabled: text !== '[]',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  return {
    /** undefined while the answer on hand is to another question. */
    foreseen: isCurrent && text !== '[]' && !query.isPlaceholderData ? query.data : undefined,
    isAsking: asked.length > 0 && (!isCurrent || query.isFetching),
    error: query.isError ? query.error : null,
  };
}
