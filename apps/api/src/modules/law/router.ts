import type { TimeLimit } from '@redress/domain/law/time-limit';
import { zApplicationFacts } from '@redress/domain/reconsideration/apply-limit';
import { procedure, router } from '../../trpc/procedures.ts';
import { explainApplication, explainLimit, type LimitExplained, zExplainLimit } from './explain-limit.ts';

export const lawRouter = router({
  /** The date of one limit and how it comes about. */
  explain: procedure('signed-in')
    .input(zExplainLimit)
    .query(({ ctx, input }): LimitExplained => explainLimit(input, ctx.services.law)),
  /** The applicant's limit out of a form that is still being filled in. */
  application: procedure('signed-in')
    .input(zApplicationFacts)
    .query(({ ctx, input }): LimitExplained => explainApplication(input, ctx.services.law)),
  /** The table of time limits, as the law book in force has it. */
  rules: procedure('signed-in').query(({ ctx }): { version: string; rules: readonly TimeLimit[] } => ({
    version: ctx.services.law.lawBook.version,
    rules: ctx.services.law.lawBook.rules,
  })),
});
