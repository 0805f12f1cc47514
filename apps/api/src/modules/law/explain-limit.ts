/** A time limit computed on its own, beside a form as somebody types: the day, its steps and its calendar. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import { type Computation, computeLimit } from '@redress/domain/law/compute';
import { dayGrid, type GridDay } from '@redress/domain/law/day-grid';
import { isRuleId } from '@redress/domain/law/law-book';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { type ApplicationFacts, limitOfApplication } from '@redress/domain/reconsideration/apply-limit';
import { zCivilDate } from '@redress/domain/schema';
import { z } from 'zod';

export const zExplainLimit = z.object({
  ruleId: z.string().min(1).max(80),
  from: zCivilDate,
  filed: zCivilDate.optional(),
  suspended: z
    .array(z.object({ from: zCivilDate, to: zCivilDate.nullable() }))
    .max(50)
    .optional(),
  extendedDays: z.int().min(1).max(3650).optional(),
});
export type ExplainLimit = z.infer<typeof zExplainLimit>;

export interface LimitExplained {
  readonly ruleId: string;
  readonly raw: CivilDate | null;
  readonly due: CivilDate | null;
  readonly advised: CivilDate | null;
  readonly status: Computation['status'];
  readonly marks: Computation['marks'];
  readonly daysLeft: number | null;
  /** The whole computation: `law/explain.ts` writes its steps out in the page's language. */
  readonly computation: Computation;
  readonly grid: readonly GridDay[];
}

/** Throws `invalid-input` for a rule that is not in the table and for a span that ends before it begins. */
export function explainLimit(input: ExplainLimit, law: LawContext): LimitExplained {
  const { ruleId } = input;
  if (!isRuleId(ruleId)) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'ruleId', rule: 'not-an-option' }] });
  }
  const suspended = input.suspended ?? [];
  const wrong = suspended.findIndex((s) => s.to !== null && s.to < s.from);
  if (wrong >= 0) {
    const field = `suspended.${wrong}.to`;
    throw new RedressError({ code: 'invalid-input', fields: [{ field, rule: 'ends-before-it-begins' }] });
  }
  const computation = computeLimit(
    ruleId,
    {
      trigger: input.from,
      ...(input.filed === undefined ? {} : { filed: input.filed }),
      stopped: suspended.map((s) => ({ ...s, kind: 'suspension' })),
      extensions: input.extendedDays === undefined ? [] : [{ days: input.extendedDays }],
    },
    law,
  );
  return explained(computation, law);
}

/** The limit for applying under its caps, with obstacles, the days of 20(3) and an inaction's period. */
export const explainApplication = (facts: ApplicationFacts, law: LawContext): LimitExplained =>
  explained(limitOfApplication(facts, law), law);

function explained(computation: Computation, law: LawContext): LimitExplained {
  const { ruleId, raw, due, advised, status, marks, daysLeft } = computation;
  return { ruleId, raw, due, advised, status, marks, daysLeft, computation, grid: dayGrid(computation, law.calendar) };
}
