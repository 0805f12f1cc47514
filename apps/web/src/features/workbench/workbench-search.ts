import { z } from 'zod';

/** How many days back "these days" reach. */
export const sinceChoices = [3, 7, 14, 30] as const;

/** What the address of the workbench holds; anything unknown in it is dropped. */
export const workbenchSearch = z.object({
  whose: z.enum(['me', 'office']).optional().catch(undefined),
  since: z.literal(sinceChoices).optional().catch(undefined),
  /** What a leader looks at: the sessions they go to, or the desk. Left out: as the post begins its day. */
  desk: z.enum(['court', 'bench']).optional().catch(undefined),
});
export type WorkbenchSearch = z.infer<typeof workbenchSearch>;
