import { RedressError } from '@redress/domain/errors';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import type { ActorContext } from '../../trpc/procedures.ts';

export async function viewCase(_ctx: ActorContext, _id: string): Promise<CaseView> {
  throw new RedressError({ code: 'not-found' });
}
