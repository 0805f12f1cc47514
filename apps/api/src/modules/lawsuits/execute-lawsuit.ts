/** Writing a lawsuit: registered from a summons, and then step by step; previewed with the same decision. */
import { randomUUID } from 'node:crypto';
import { postsHeldIn } from '@redress/domain/access/posts-held';
import { RedressError } from '@redress/domain/errors';
import type { CommandId, StreamId } from '@redress/domain/ids';
import type { Step } from '@redress/domain/ledger/kinds';
import { litigation } from '@redress/domain/litigation/kind';
import { previewLawsuitStep } from '@redress/domain/litigation/preview';
import type { LawsuitImpact, LawsuitView } from '@redress/domain/litigation/view-types';
import type { z } from 'zod';
import { executeStep, type StepAnswer, type StreamToWrite } from '../../case-store/execute.ts';
import { makeKeeper } from '../../case-store/kept.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { isObject } from '../cases/named-in-step.ts';
import { namesFor } from '../cases/open-case.ts';
import { orNumberTaken } from './court-number.ts';
import { actorInSuit, openLawsuit, suitAsSeen, suitViewFor } from './open-lawsuit.ts';
import { prepareSuitStep } from './prepare-step.ts';
import type { SuitRegistered, zExecuteSuit, zPreviewSuit, zRegisterSuit } from './types.ts';

/** One step of a lawsuit, prepared and written. */
export async function executeSuitStep(
  ctx: ActorContext,
  o: {
    readonly id: StreamId;
    readonly expectedVersion: StreamToWrite['expectedVersion'];
    readonly commandId: CommandId;
    readonly step: Step;
  },
): Promise<StepAnswer> {
  const { services, actor, office } = ctx;
  const { id, expectedVersion, commandId } = o;
  const step = await prepareSuitStep(ctx, id, o.step);
  const written = executeStep(services.db, {
    streams: [{ id, kind: litigation.kind, expectedVersion }],
    step,
    commandId,
    actor,
    clock: services.clock.now,
    law: services.law,
    kinds: services.kinds,
    postsHeld: postsHeldIn(office),
  });
  return orNumberTaken(ctx, id, step.input, written);
}

/** A form is made by the system: nobody records one of their own as issued, neither done nor proposed. */
function refuseOwnForm(step: Step): void {
  const { step: proposed } = (isObject(step.input) ? step.input : {}) as {
    readonly step?: { readonly type?: unknown };
  };
  if (step.type === 'issue-form' || (step.type === 'propose' && proposed?.type === 'issue-form')) {
    throw new RedressError({ code: 'not-permitted' });
  }
}

/** A new lawsuit from what a court sent; its id is the page's, its number the office's next. */
export async function registerLawsuit(
  ctx: ActorContext,
  input: z.output<typeof zRegisterSuit>,
): Promise<SuitRegistered> {
  const { id, commandId } = input;
  const step = { type: 'register-summons', input: input.input };
  const { ledger } = await executeSuitStep(ctx, { id, expectedVersion: null, commandId, step });
  return { id, number: suitAsSeen(ctx, ledger).suit.number };
}

/** One step, once; the answer is the lawsuit as it then stands, through the actor's audience. */
export async function executeLawsuit(ctx: ActorContext, input: z.output<typeof zExecuteSuit>): Promise<LawsuitView> {
  const { type, input: given } = input.step;
  refuseOwnForm({ type, input: given });
  const { ledger } = await executeSuitStep(ctx, { ...input, step: { type, input: given } });
  return suitViewFor(ctx, suitAsSeen(ctx, ledger));
}

/** What a step would change. The same decision as `execute`; what it keeps beside the ledger is thrown away. */
export async function previewLawsuit(ctx: ActorContext, input: z.output<typeof zPreviewSuit>): Promise<LawsuitImpact> {
  const { services, actor, office } = ctx;
  const { suit } = await openLawsuit(ctx, input.id);
  refuseOwnForm({ type: input.step.type, input: input.step.input });
  const step = await prepareSuitStep(ctx, input.id, { type: input.step.type, input: input.step.input });
  const kept = await readAs(services.db, actor).keptOf(input.id);
  const today = services.clock.today();
  const { keep } = makeKeeper(input.id, randomUUID);
  return previewLawsuitStep(
    suit,
    step,
    {
      ...services.law,
      actor: actorInSuit(suit, actor),
      today,
      newId: randomUUID,
      keep,
      postsHeld: postsHeldIn(office),
    },
    namesFor(office, kept, today),
  );
}
