import { z } from 'zod';

export const rowFilters = ['all', 'error', 'warning', 'difference', 'ready', 'known', 'done', 'failed'] as const;
export type RowFilter = (typeof rowFilters)[number];

/** The address of the import page holds which import, whether its mapping is being changed, the filter and the open row. */
export const importSearch = z.object({
  id: z.string().max(60).optional().catch(undefined),
  map: z.boolean().optional().catch(undefined),
  show: z.enum(rowFilters).optional().catch(undefined),
  row: z.int().optional().catch(undefined),
});
export type ImportSearch = z.output<typeof importSearch>;
