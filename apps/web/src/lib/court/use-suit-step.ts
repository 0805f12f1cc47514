import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newId, useTRPC, useTRPCClient } from '../trpc.ts';

export interface SuitStep {
  readonly caseId: string;
  readonly type: string;
  readonly input: unknown;
}

/**
 * Takes a step in a lawsuit from outside its page: from a calendar, a list. The lawsuit is looked up as it stands now;
 * the same step sent again is the same command.
 */
export function useSuitStep(onDone: (fresh: LawsuitView, step: SuitStep) => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const command = useRef<{ body: string; id: string } | null>(null);
  type Asked = Parameters<typeof client.lawsuits.execute.mutate>[0];

  return useMutation({
    mutationFn: async (step: SuitStep) => {
      const body = JSON.stringify(step);
      if (command.current?.body !== body) command.current = { body, id: newId() };
      const id = step.caseId as Asked['id'];
      const { version } = await client.lawsuits.view.query({ id });
      return client.lawsuits.execute.mutate({
        commandId: command.current.id as Asked['commandId'],
        id,
        expectedVersion: version,
        step: { type: step.type, input: step.input },
      });
    },
    onSuccess: (fresh, step) => {
      command.current = null;
      queryClient.setQueryData(trpc.lawsuits.view.queryKey({ id: fresh.id }), fresh);
      for (const queryKey of [
        trpc.appearances.pathKey(),
        trpc.lawsuits.list.pathKey(),
        trpc.lawsuits.counts.pathKey(),
      ]) {
        void queryClient.invalidateQueries({ queryKey });
      }
      onDone(fresh, step);
    },
  });
}
