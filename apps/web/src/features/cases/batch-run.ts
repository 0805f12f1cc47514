import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { failureOf, type PageFailure } from '../../lib/failure.ts';
import { type Inputs, newId, useTRPC, useTRPCClient } from '../../lib/trpc.ts';

export const batchKinds = ['assign', 'send', 'remind'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** The most cases of one batch. */
export const maxBatch = 200;
const atOnce = 2;
export const batchDraftKey = 'batch:cases';

const zCall = z.object({ commandId: z.string(), type: z.string(), input: z.unknown() });
const zItem = z.object({ id: z.string(), number: z.string(), version: z.number(), calls: z.array(zCall) });
const zBatch = z.object({ kind: z.enum(batchKinds), items: z.array(zItem) });
/** One write; its command is made once, so that sending it again acts once. */
export type BatchCall = z.infer<typeof zCall>;
/** What is done in one case, call after call. */
export type BatchItem = z.infer<typeof zItem>;
export type Batch = z.infer<typeof zBatch>;

/** A batch that was kept on the server when its page was closed; null where there is none. */
export function readBatch(body: unknown): Batch | null {
  const read = zBatch.safeParse(body);
  return read.success && read.data.items.length > 0 ? read.data : null;
}

export type ItemState =
  | { readonly is: 'waiting' | 'running' | 'done' }
  | { readonly is: 'refused'; readonly failure: PageFailure };

export interface BatchRun {
  readonly batch: Batch | null;
  readonly states: ReadonlyMap<string, ItemState>;
  readonly isRunning: boolean;
  readonly start: (batch: Batch) => void;
  /** Once more for what was refused. */
  readonly again: () => void;
  readonly close: () => void;
}

/**
 * Does a batch from the page: two cases at a time, each by its own commands, with a result for each. The batch is kept
 * on the server while it runs: who closes the page goes on later with the same commands, and nothing is done twice.
 */
export function useBatchRun(onFinished: () => void): BatchRun {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [batch, setBatch] = useState<Batch | null>(null);
  const [states, setStates] = useState<ReadonlyMap<string, ItemState>>(new Map());
  const [isRunning, setRunning] = useState(false);
  /** What is still to be done in each case. */
  const left = useRef(new Map<string, BatchItem>());
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const mark = (id: string, state: ItemState) => setStates((before) => new Map(before).set(id, state));

  async function call(item: BatchItem, one: BatchCall): Promise<number> {
    if (one.type === 'remind') {
      const input = { caseId: item.id, commandId: one.commandId, text: String(one.input) };
      await client.notices.remind.mutate(input as Inputs['notices']['remind']);
      return item.version;
    }
    const view = await client.cases.execute.mutate({
      commandId: one.commandId,
      id: item.id,
      expectedVersion: item.version,
      step: { type: one.type, input: one.input },
    } as Inputs['cases']['execute']);
    return view.version;
  }

  async function doItem(item: BatchItem): Promise<void> {
    mark(item.id, { is: 'running' });
    let rest = item;
    try {
      for (const one of item.calls) {
        const version = await call(rest, one);
        rest = { ...rest, version, calls: rest.calls.slice(1) };
        left.current.set(item.id, rest);
      }
      mark(item.id, { is: 'done' });
    } catch (error) {
      mark(item.id, { is: 'refused', failure: failureOf(error) });
    }
  }

  async function run(items: readonly BatchItem[], kind: BatchKind): Promise<void> {
    setRunning(true);
    await client.drafts.put.mutate({ key: batchDraftKey, body: { kind, items } }).catch(() => undefined);
    const queue = [...items];
    const worker = async () => {
      for (let item = queue.shift(); item !== undefined && !isGone.current; item = queue.shift()) await doItem(item);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (isGone.current) return;
    await client.drafts.remove.mutate({ key: batchDraftKey }).catch(() => undefined);
    setRunning(false);
    for (const queryKey of [trpc.cases.pathKey(), trpc.approvals.pathKey(), trpc.drafts.pathKey()]) {
      void queryClient.invalidateQueries({ queryKey });
    }
    onFinished();
  }

  /** With the version as it now is and commands of their own; what merely did not arrive keeps its commands. */
  async function renewed(items: readonly BatchItem[]): Promise<readonly BatchItem[]> {
    const known = (id: string) => {
      const state = states.get(id);
      return state?.is === 'refused' && state.failure.code !== 'unreachable';
    };
    const stale = items.filter((item) => known(item.id) && item.calls[0]?.type !== 'remind');
    const asked = stale.map(({ id, calls: [first] }) => ({
      id,
      step: { type: first?.type ?? '', input: first?.input },
    }));
    const seen =
      asked.length === 0
        ? []
        : await client.cases.foresee
            .query({ items: asked } as unknown as Inputs['cases']['foresee'])
            .catch(() => [] as const);
    const versions = new Map(seen.map((one) => [one.id as string, one.version]));
    return items.map((item) =>
      known(item.id)
        ? {
            ...item,
            version: versions.get(item.id) ?? item.version,
            calls: item.calls.map((one) => ({ ...one, commandId: newId() })),
          }
        : item,
    );
  }

  return {
    batch,
    states,
    isRunning,
    start: (next) => {
      setBatch(next);
      left.current = new Map(next.items.map((item) => [item.id, item]));
      setStates(new Map(next.items.map((item) => [item.id, { is: 'waiting' }])));
      void run(next.items, next.kind);
    },
    again: () => {
      if (batch === null || isRunning) return;
      const refused = batch.items.flatMap((item) =>
        states.get(item.id)?.is === 'refused' ? [left.current.get(item.id) ?? item] : [],
      );
      setRunning(true);
      void renewed(refused).then((items) => run(items, batch.kind));
    },
    close: () => {
      if (!isRunning) setBatch(null);
    },
  };
}
