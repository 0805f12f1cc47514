import { RedressError } from '@redress/domain/errors';
import type { ActorContext } from '../../trpc/procedures.ts';
import type { Registered } from './types.ts';

export async function registerCase(_ctx: ActorContext, _input: unknown): Promise<Registered> {
  throw new RedressError({ code: 'not-found' });
}
