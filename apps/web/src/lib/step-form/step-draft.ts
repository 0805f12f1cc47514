import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useDebounced } from '../debounced.ts';
import { useTRPC, useTRPCClient } from '../trpc.ts';
import type { StepValues } from './case-forms.tsx';

/** The draft of a step, if there is one: `undefined` while it is being read. */
export function useStoredStep(key: string | null): StepValues | null | undefined {
  const trpc = useTRPC();
  const draft = useQuery(
    trpc.drafts.get.queryOptions(
      { key: key ?? '-' },
      { enabled: key !== null, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ),
  );
  if (key === null) return null;
  if (draft.isPending) return undefined;
  const body = draft.data?.body;
  if (typeof body !== 'object' || body === null || !('form' in body) || body.form !== 'step-1') return null;
  return (body as { values?: StepValues }).values ?? null;
}

/** Keeps what is typed, a moment after it was; the answer forgets the draft once the step is taken. */
export function useKeptStep(key: string | null, values: StepValues, opened: StepValues): () => void {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = useDebounced(values, 800);
  const last = useRef(opened);
  const latest = useRef(values);
  latest.current = values;
  const done = useRef(false);
  const keep = useRef((_: StepValues) => {});
  keep.current = (body) => {
    if (key === null || done.current || body === last.current) return;
    last.current = body;
    void client.drafts.put.mutate({ key, body: { form: 'step-1', values: body } }).catch(() => undefined);
  };
  useEffect(() => keep.current(settled), [settled]);
  // Whoever leaves within that moment loses nothing either.
  useEffect(() => () => keep.current(latest.current), []);
  return () => {
    done.current = true;
    if (key === null) return;
    void client.drafts.remove.mutate({ key }).catch(() => undefined);
    queryClient.removeQueries({ queryKey: trpc.drafts.get.queryKey({ key }) });
  };
}
