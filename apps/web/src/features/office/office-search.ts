import { roles } from '@redress/domain/access/roles';
import { zCivilDate } from '@redress/domain/schema';
import { z } from 'zod';

/** The filters of the administration's lists as the address holds them; anything unknown is dropped. */
export const officeSearch = z.object({
  q: z.coerce.string().trim().min(1).max(60).optional().catch(undefined),
  state: z.enum(['open', 'suspended', 'without-post']).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  past: z.boolean().optional().catch(undefined),
  kind: z.enum(['organ', 'post-holder', 'account', 'reference-list']).optional().catch(undefined),
  by: z.string().max(80).optional().catch(undefined),
  from: zCivilDate.optional().catch(undefined),
  to: zCivilDate.optional().catch(undefined),
});
export type OfficeSearch = z.infer<typeof officeSearch>;

/** The parts of the administration, in the order of the page, with who may open them. */
export const officeParts = ['organs', 'people', 'posts', 'delegations', 'numbers', 'lists', 'record'] as const;
export type OfficePart = (typeof officeParts)[number];
export const isOfficePart = (text: string): text is OfficePart => officeParts.some((part) => part === text);
