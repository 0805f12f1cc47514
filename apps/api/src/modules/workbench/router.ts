import { procedure, router } from '../../trpc/procedures.ts';
import { type BelowRow, casesBelow } from './below.ts';
import { type Workbench, zWorkbenchInput } from './types.ts';
import { workbench } from './workbench.ts';

export const workbenchRouter = router({
  /** The acting post's first page in one answer; each of its numbers is the length of the list it names. */
  mine: procedure('signed-in')
    .input(zWorkbenchInput)
    .query(({ ctx, input }): Promise<Workbench> => workbench(ctx, input)),
  /** The figures of the reviewing organs below. */
  below: procedure('cases.read').query(({ ctx }): Promise<readonly BelowRow[]> => casesBelow(ctx)),
});
