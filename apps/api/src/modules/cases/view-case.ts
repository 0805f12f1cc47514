import type { StreamId } from '@redress/domain/ids';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { asSeen, openCase, viewFor, viewWith } from './open-case.ts';

/** One case through the actor's audience. */
export async function viewCase(ctx: ActorContext, id: StreamId): Promise<CaseView> {
  return viewFor(ctx, await openCase(ctx, id));
}

/** Several cases that this actor's list shows, in the order asked for and in as many questions as one takes. */
export async function viewCases(ctx: ActorContext, ids: readonly StreamId[]): Promise<readonly CaseView[]> {
  const parts = await readAs(ctx.services.db, ctx.actor).partsOf(ids);
  return ids.flatMap((id) => {
    const one = parts.get(id);
    return one === undefined ? [] : [viewWith(ctx, asSeen(ctx, one.ledger), one.kept, one.files)];
  });
}
