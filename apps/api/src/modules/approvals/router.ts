import { z } from 'zod';
import { procedure, router } from '../../trpc/procedures.ts';
import { type ApprovalPage, listApprovals } from './list-approvals.ts';

export const approvalsRouter = router({
  /** Open proposals that this actor may endorse or approve, the most pressing first. */
  list: procedure('approvals.act')
    .input(z.object({ cursor: z.string().max(400).nullish() }))
    .query(({ ctx, input }): Promise<ApprovalPage> => listApprovals(ctx, input.cursor ?? null)),
});
