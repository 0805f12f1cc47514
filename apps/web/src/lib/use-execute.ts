import type { LawsuitView } from '@redress/domain/litigation/view-types';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useCaseKind } from './case-kind.tsx';
import { failureOf } from './failure.ts';
import { newId, useTRPC, useTRPCClient } from './trpc.ts';

export interface StepToTake {
  readonly type: string;
  readonly input: unknown;
}

/**
 * Takes a step in a case of the kind that stands above. A retry of the very same step is the same command, so it acts
 * once; when somebody else acted first the fresh case is fetched and what was typed stays with the caller.
 */
export function useExecute(
  view: Pick<CaseView, 'id' | 'version'>,
  onDone: (fresh: CaseView | LawsuitView, step: StepToTake) => void,
) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const isSuit = useCaseKind() === 'litigation';
  const command = useRef<{ body: string; id: string } | null>(null);
  const key: QueryKey = (isSuit ? trpc.lawsuits : trpc.cases).view.queryKey({ id: view.id });

  return useMutation({
    mutationFn: async (step: StepToTake): Promise<CaseView | LawsuitView> => {
      const body = JSON.stringify([view.version, step]);
      if (command.current?.body !== body) command.current = { body, id: newId() };
      const asked = {
        commandId: command.current.id as Parameters<typeof client.cases.execute.mutate>[0]['commandId'],
        id: view.id,
        expectedVersion: view.version,
        step,
      };
      return isSuit ? client.lawsuits.execute.mutate(asked) : client.cases.execute.mutate(asked);
    },
    onSuccess: (fresh, step) => {
      command.current = null;
      queryClient.setQueryData<unknown>(key, fresh);
      // The case is in hand; everything counted or listed over cases is asked for again.
      for (const stale of isSuit
        ? [
            trpc.lawsuits.list.pathKey(),
            trpc.lawsuits.counts.pathKey(),
            trpc.lawsuits.linked.pathKey(),
            trpc.lawsuits.dispute.pathKey(),
            [['appearances']],
          ]
        : [trpc.cases.list.pathKey(), trpc.cases.counts.pathKey(), trpc.cases.linked.pathKey()]) {
        void queryClient.invalidateQueries({ queryKey: stale });
      }
      void queryClient.invalidateQueries({ queryKey: trpc.approvals.pathKey() });
      onDone(fresh, step);
    },
    onError: (error) => {
      if (failureOf(error).code === 'stale-version') void queryClient.invalidateQueries({ queryKey: key });
    },
  });
}
