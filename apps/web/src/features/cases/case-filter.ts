import { stages, waitedFor } from '@redress/domain/reconsideration/codes';
import { zCivilDate } from '@redress/domain/schema';
import { z } from 'zod';
import { workSearch } from '../../lib/case-search.ts';

export const lights = ['overdue', 'near', 'ok', 'stopped'] as const;

/** The list's filters as the address holds them; anything unknown in an address is dropped, never an error. */
export const caseSearch = z.object({
  q: z.coerce.string().trim().min(1).max(80).optional().catch(undefined),
  light: z.enum(lights).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  waitingFor: z.enum(waitedFor).optional().catch(undefined),
  mine: z.boolean().optional().catch(undefined),
  closed: z.boolean().optional().catch(undefined),
  respondent: z.string().max(80).optional().catch(undefined),
  from: zCivilDate.optional().catch(undefined),
  to: zCivilDate.optional().catch(undefined),
  sort: z.enum(['due', 'received']).optional().catch(undefined),
  ...workSearch,
});
export type CaseSearch = z.infer<typeof caseSearch>;

/** True when something narrows the list. */
export const isNarrowed = ({ sort: _, ...filters }: CaseSearch): boolean =>
  Object.values(filters).some((value) => value !== undefined);
