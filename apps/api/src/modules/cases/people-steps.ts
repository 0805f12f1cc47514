/**
 * Steps that touch two cases: which streams the command names, and what the new case of a split is made of, since
 * people and long texts lie beside the ledger and each case keeps its own.
 */
import { createHash } from 'node:crypto';
import type { CommandId, StreamId } from '@redress/domain/ids';
import type { Step } from '@redress/domain/ledger/kinds';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { zStreamId } from '@redress/domain/schema';
import type { StreamToWrite } from '../../case-store/execute.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { openCase } from './open-case.ts';

type Input = Readonly<Record<string, unknown>>;

/** The new case's id is the command's own: sent twice, the command makes one case. */
const newCaseOf = (commandId: CommandId): StreamId =>
  createHash('sha256').update(`split:${commandId}`).digest('hex').slice(0, 32) as StreamId;

/** The other streams of a command; looked at and written to under their lock, whatever their version. */
export function otherStreams(step: Step, commandId: CommandId): readonly StreamToWrite[] {
  const { kind } = reconsideration;
  if (step.type === 'split-case') return [{ id: newCaseOf(commandId), kind, expectedVersion: null }];
  if (step.type !== 'join-cases') return [];
  const into = zStreamId.safeParse((step.input as Input | null)?.into);
  return into.success ? [{ id: into.data, kind, expectedVersion: 'any' }] : [];
}

/** The other case of a preview, where the actor sees it. */
export async function otherStates(
  ctx: ActorContext,
  step: Step,
): Promise<ReadonlyMap<StreamId, { readonly kind: string; readonly state: unknown }>> {
  const [other] = step.type === 'join-cases' ? otherStreams(step, '' as CommandId) : [];
  if (other === undefined) return new Map();
  const opened = await openCase(ctx, other.id).catch(() => null);
  return opened === null ? new Map() : new Map([[other.id, { kind: other.kind, state: opened.state }]]);
}

/** What the page does not know of a split: people, texts, and the new case's id. */
export async function withSplitParts(
  ctx: ActorContext,
  id: StreamId,
  input: Input,
  commandId: CommandId,
): Promise<Input> {
  const { state } = await openCase(ctx, id);
  const kept = await readAs(ctx.services.db, ctx.actor).keptOf(id);
  const persons = Object.fromEntries(
    state.parties.flatMap((p) => {
      const data = kept.persons.get(p.person.personRecordId);
      return data === null || data === undefined ? [] : [[p.partyId, data]];
    }),
  );
  const text = (ref: { readonly narrativeId: string } | undefined): string =>
    (ref === undefined ? null : kept.narratives.get(ref.narrativeId)) ?? '—';
  return {
    ...input,
    newCaseId: newCaseOf(commandId),
    persons,
    requests: text(state.received?.payload.requests),
    grounds: text(state.received?.payload.grounds),
  };
}
