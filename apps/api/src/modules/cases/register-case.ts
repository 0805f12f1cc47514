import { reconsideration } from '@redress/domain/reconsideration/kind';
import type { z } from 'zod';
import { executeStep } from '../../case-store/execute.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { asSeen } from './open-case.ts';
import { postsHeld, prepareStep } from './prepare-step.ts';
import type { Registered, zRegisterInput } from './types.ts';

/** A new case from an application; its id is the page's, its number the organ's next. */
export async function registerCase(ctx: ActorContext, input: z.output<typeof zRegisterInput>): Promise<Registered> {
  const { services, actor } = ctx;
  const { id, commandId } = input;
  const step = await prepareStep(ctx, id, { type: 'register-application', input: input.input });
  const { ledger } = await executeStep(services.db, {
    streams: [{ id, kind: reconsideration.kind, expectedVersion: null }],
    step,
    commandId,
    actor,
    clock: services.clock.now,
    law: services.law,
    kinds: services.kinds,
    postsHeld: postsHeld(ctx),
  });
  return { id, number: asSeen(ctx, ledger).state.number };
}
