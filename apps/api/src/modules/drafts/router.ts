import { z } from 'zod';
import { procedure, router } from '../../trpc/procedures.ts';
import { type Draft, getDraft, putDraft, removeDraft, zDraftKey } from './drafts.ts';

const zKey = z.object({ key: zDraftKey });

export const draftsRouter = router({
  get: procedure('signed-in')
    .input(zKey)
    .query(
      ({ ctx, input }): Promise<Draft | null> =>
        getDraft(ctx.services.db, ctx.actor.accountId, input.key, ctx.services.clock.now()),
    ),
  put: procedure('signed-in')
    .input(zKey.extend({ body: z.unknown() }))
    .mutation(
      ({ ctx, input }): Promise<Pick<Draft, 'updatedAt'>> =>
        putDraft(ctx.services.db, ctx.actor.accountId, input.key, input.body, ctx.services.clock.now()),
    ),
  remove: procedure('signed-in')
    .input(zKey)
    .mutation(({ ctx, input }): Promise<void> => removeDraft(ctx.services.db, ctx.actor.accountId, input.key)),
});
