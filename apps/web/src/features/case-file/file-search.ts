import { z } from 'zod';

export const fileTabs = [
  'overview',
  'proceedings',
  'timeline',
  'parties',
  'documents',
  'files',
  'links',
  'approvals',
] as const;
export type FileTab = (typeof fileTabs)[number];

/** What a case file's address holds beside the case: the tab, the step being taken, the entry being corrected. */
export const fileSearch = z.object({
  tab: z.enum(fileTabs).optional().catch(undefined),
  step: z.string().max(60).optional().catch(undefined),
  /** The proposal, sending or document the step is about. */
  about: z.string().max(80).optional().catch(undefined),
  correct: z.int().min(1).optional().catch(undefined),
});
export type FileSearch = z.infer<typeof fileSearch>;
