import { RedressError } from '@redress/domain/errors';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import type { ActorContext } from '../../trpc/procedures.ts';

export async function executeCase(_ctx: ActorContext, _input: unknown): Promise<CaseView> {
  throw new RedressError({ code: 'not-found' });
}
