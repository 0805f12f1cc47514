import { formKinds } from '@redress/domain/documents/forms';
import { z } from 'zod';

export const suitTabs = [
  'overview',
  'answer',
  'sessions',
  'judgment',
  'timeline',
  'parties',
  'documents',
  'files',
  'dispute',
  'approvals',
] as const;
export type SuitTab = (typeof suitTabs)[number];

/** What a lawsuit's address holds beside the suit: the tab, the step being taken, the entry being corrected. */
export const lawsuitSearch = z.object({
  tab: z.enum(suitTabs).optional().catch(undefined),
  step: z.string().max(60).optional().catch(undefined),
  /** The instance, session, obligation or proposal the step is about; with its organ after `~`. */
  about: z.string().max(160).optional().catch(undefined),
  /** The document being made from the file. */
  form: z.enum(formKinds).optional().catch(undefined),
  correct: z.int().min(1).optional().catch(undefined),
});
export type LawsuitSearch = z.infer<typeof lawsuitSearch>;
