import { RedressError } from '@redress/domain/errors';
import type { ImpactPreview } from '@redress/domain/reconsideration/view-types';
import type { ActorContext } from '../../trpc/procedures.ts';

export async function previewCase(_ctx: ActorContext, _input: unknown): Promise<ImpactPreview> {
  throw new RedressError({ code: 'not-found' });
}
