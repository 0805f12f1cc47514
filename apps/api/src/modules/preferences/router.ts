import { z } from 'zod';
import { procedure, router } from '../../trpc/procedures.ts';
import { getPreference, type Preference, putPreference, zPreferenceKey } from './preferences.ts';
import { removeFilter, type SavedFilter, savedFilters, saveFilter, zFilterId, zSavedFilter } from './saved-filters.ts';

const zKey = z.object({ key: zPreferenceKey });

export const preferencesRouter = router({
  get: procedure('signed-in')
    .input(zKey)
    .query(
      ({ ctx, input }): Promise<Preference | null> => getPreference(ctx.services.db, ctx.actor.accountId, input.key),
    ),
  put: procedure('signed-in')
    .input(zKey.extend({ body: z.unknown() }))
    .mutation(
      ({ ctx, input }): Promise<void> =>
        putPreference(ctx.services.db, ctx.actor.accountId, input.key, input.body, ctx.services.clock.now()),
    ),
  /** Filters of the list of cases: one's own, and those shared in the organ. */
  savedFilters: procedure('cases.read').query(
    ({ ctx }): Promise<readonly SavedFilter[]> => savedFilters(ctx.services.db, ctx.actor),
  ),
  saveFilter: procedure('cases.read')
    .input(zSavedFilter)
    .mutation(
      ({ ctx, input }): Promise<void> => saveFilter(ctx.services.db, ctx.actor, input, ctx.services.clock.now()),
    ),
  removeFilter: procedure('cases.read')
    .input(z.object({ id: zFilterId }))
    .mutation(({ ctx, input }): Promise<void> => removeFilter(ctx.services.db, ctx.actor, input.id)),
});
