import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { failureOf } from './failure.ts';
import { newId, useTRPC, useTRPCClient } from './trpc.ts';

export interface StepToTake {
  readonly type: string;
  readonly input: unknown;
}

/**
 * Takes a step in a case. A retry of the very same step is the same command, so it acts once; when somebody else
 * acted first the fresh case is fetched and what was typed stays with the caller.
 */
export function useExecute(
  view: Pick<CaseView, 'id' | 'version'>,
  onDone: (fresh: CaseView, step: StepToTake) => void,
) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const command = useRef<{ body: string; id: string } | null>(null);
  const key = trpc.cases.view.queryKey({ id: view.id });

  return useMutation({
    mutationFn: (step: StepToTake) => {
      const body = JSON.stringify([view.version, step]);
      if (command.current?.body !== body) command.current = { body, id: newId() };
      return client.cases.execute.mutate({
        commandId: command.current.id as Parameters<typeof client.cases.execute.mutate>[0]['commandId'],
        id: view.id,
        expectedVersion: view.version,
        step,
      });
    },
    onSuccess: (fresh, step) => {
      command.current = null;
      queryClient.setQueryData(key, fresh);
      // The case is in hand; everything counted or listed over cases is asked for again.
      void queryClient.invalidateQueries({ queryKey: trpc.cases.list.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.cases.counts.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.cases.linked.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.approvals.pathKey() });
      onDone(fresh, step);
    },
    onError: (error) => {
      if (failureOf(error).code === 'stale-version') void queryClient.invalidateQueries({ queryKey: key });
    },
  });
}
