import { reconsideration } from '@redress/domain/reconsideration/kind';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import type { z } from 'zod';
import { executeStep } from '../../case-store/execute.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { asSeen, viewFor } from './open-case.ts';
import { otherStreams } from './people-steps.ts';
import { postsHeld, prepareStep } from './prepare-step.ts';
import type { zExecuteInput } from './types.ts';

/** One step in a case, once; the answer is the case as it then stands, through the actor's audience. */
export async function executeCase(ctx: ActorContext, input: z.output<typeof zExecuteInput>): Promise<CaseView> {
  const { services, actor } = ctx;
  const { id, expectedVersion, commandId } = input;
  const step = await prepareStep(ctx, id, { type: input.step.type, input: input.step.input }, commandId);
  const { ledger } = await executeStep(services.db, {
    streams: [{ id, kind: reconsideration.kind, expectedVersion }, ...otherStreams(step, commandId)],
    step,
    commandId,
    actor,
    clock: services.clock.now,
    law: services.law,
    kinds: services.kinds,
    postsHeld: postsHeld(ctx),
  });
  return viewFor(ctx, asSeen(ctx, ledger));
}
