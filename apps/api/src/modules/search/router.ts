import { procedure, router } from '../../trpc/procedures.ts';
import { find } from './find.ts';
import { type Found, zFindInput } from './types.ts';

export const searchRouter = router({
  /** The first cases that answer to what is typed, each with why. */
  find: procedure('cases.read')
    .input(zFindInput)
    .query(({ ctx, input }): Promise<Found> => find(ctx, input.q)),
});
