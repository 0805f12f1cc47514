import { procedure, router } from '../../trpc/procedures.ts';
import { type Workbench, zWorkbenchInput } from './types.ts';
import { workbench } from './workbench.ts';

export const workbenchRouter = router({
  /** The acting post's first page in one answer; each of its numbers is the length of the list it names. */
  mine: procedure('signed-in')
    .input(zWorkbenchInput)
    .query(({ ctx, input }): Promise<Workbench> => workbench(ctx, input)),
});
