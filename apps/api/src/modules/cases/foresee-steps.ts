/**
 * What one step in each of many cases would do, before any is taken: the same decision as in the case itself, and where
 * it cannot be taken, why. Nothing is written.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Failure, RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import { previewStep } from '@redress/domain/reconsideration/preview';
import type { ImpactPreview } from '@redress/domain/reconsideration/view-types';
import type { z } from 'zod';
import { makeKeeper } from '../../case-store/kept.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { actorIn, asSeen, namesFor } from './open-case.ts';
import { postsHeld, prepareStep } from './prepare-step.ts';
import type { zForeseeInput } from './types.ts';

export interface Foreseen {
  readonly id: StreamId;
  /** As `execute` expects it; null for a case that is unknown. */
  readonly version: number | null;
  readonly preview: ImpactPreview | null;
  /** Why there is no preview. */
  readonly failure: Failure | null;
}

/** In the order asked for. */
export async function foreseeSteps(
  ctx: ActorContext,
  { items }: z.output<typeof zForeseeInput>,
): Promise<readonly Foreseen[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const parts = await readAs(services.db, actor).partsOf(items.map(({ id }) => id));
  const foreseen: Foreseen[] = [];
  for (const { id, step } of items) {
    const one = parts.get(id);
    try {
      if (one === undefined) throw new RedressError({ code: 'not-found' });
      const { state, ledger } = asSeen(ctx, one.ledger);
      const prepared = await prepareStep(ctx, id, { type: step.type, input: step.input });
      const { keep } = makeKeeper(id, randomUUID);
      const preview = previewStep(
        state,
        prepared,
        { ...services.law, actor: actorIn(state, actor), today, newId: randomUUID, keep, postsHeld: postsHeld(ctx) },
        namesFor(office, one.kept, today),
      );
      foreseen.push({ id, version: ledger.entries.length, preview, failure: null });
    } catch (error) {
      if (!(error instanceof RedressError)) throw error;
      foreseen.push({ id, version: one?.ledger.entries.length ?? null, preview: null, failure: error.failure });
    }
    // Two hundred cases are some hundred milliseconds of thinking: others are answered in between.
    await breathe();
  }
  return foreseen;
}
