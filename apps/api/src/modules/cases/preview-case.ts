import { randomUUID } from 'node:crypto';
import { previewStep } from '@redress/domain/reconsideration/preview';
import type { ImpactPreview } from '@redress/domain/reconsideration/view-types';
import type { z } from 'zod';
import { makeKeeper } from '../../case-store/kept.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { actorIn, namesFor, openCase } from './open-case.ts';
import { otherStates } from './people-steps.ts';
import { postsHeld, prepareStep } from './prepare-step.ts';
import type { zPreviewInput } from './types.ts';

/** What a step would change. The same decision as `execute`; what it keeps beside the ledger is thrown away. */
export async function previewCase(ctx: ActorContext, input: z.output<typeof zPreviewInput>): Promise<ImpactPreview> {
  const { services, actor, office } = ctx;
  const { state } = await openCase(ctx, input.id);
  const step = await prepareStep(ctx, input.id, { type: input.step.type, input: input.step.input });
  const kept = await readAs(services.db, actor).keptOf(input.id);
  const today = services.clock.today();
  const { keep } = makeKeeper(input.id, randomUUID);
  const others = await otherStates(ctx, step);
  return previewStep(
    state,
    step,
    {
      ...services.law,
      actor: actorIn(state, actor),
      today,
      newId: randomUUID,
      keep,
      postsHeld: postsHeld(ctx),
      others,
    },
    namesFor(office, kept, today),
  );
}
