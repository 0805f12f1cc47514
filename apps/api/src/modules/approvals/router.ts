import { z } from 'zod';
import { procedure, router } from '../../trpc/procedures.ts';
import { type ApprovalPage, listApprovals } from './list-approvals.ts';

export const approvalsRouter = router({
  /** Open proposals that wait for this actor, or those they may answer but that wait for another; pressing ones first. */
  list: procedure('approvals.read')
    .input(z.object({ whose: z.enum(['mine', 'others']).default('mine'), cursor: z.string().max(400).nullish() }))
    .query(({ ctx, input }): Promise<ApprovalPage> => listApprovals(ctx, input.whose, input.cursor ?? null)),
});
