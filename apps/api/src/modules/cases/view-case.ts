import type { StreamId } from '@redress/domain/ids';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import type { ActorContext } from '../../trpc/procedures.ts';
import { openCase, viewFor } from './open-case.ts';

/** One case through the actor's audience. */
export async function viewCase(ctx: ActorContext, id: StreamId): Promise<CaseView> {
  return viewFor(ctx, await openCase(ctx, id));
}
