/** The page on appearances as an address: its part, its days and its filters. Anything unknown is dropped. */
import { zCivilDate } from '@redress/domain/schema';
import { z } from 'zod';

export const parts = ['calendar', 'duties', 'rates', 'unrecorded', 'observed', 'major', 'feeds'] as const;
export type Part = (typeof parts)[number];

export const dutyStates = [
  'pending',
  'owed',
  'appeared',
  'covered',
  'excused',
  'absent',
  'not-counting',
  'unrecorded',
] as const;

const key = z.string().min(1).max(200).optional().catch(undefined);
const day = zCivilDate.optional().catch(undefined);

export const appearancesSearch = z.object({
  /** Left out: the calendar. */
  part: z.enum(parts).optional().catch(undefined),
  organ: key,
  leader: key,
  /** Of the calendar: a week instead of a month, and a day in it. */
  view: z.literal('week').optional().catch(undefined),
  on: day,
  /** A session of the calendar that is open: `case~session`. */
  session: key,
  /** Of the duties. */
  state: z.enum(dutyStates).optional().catch(undefined),
  from: day,
  to: day,
  /** Of the rates: the period, by whom, and the list that is open. */
  period: z.enum(['last', 'quarter', 'own']).optional().catch(undefined),
  by: z.literal('leader').optional().catch(undefined),
  rate: z.enum(['per-case', 'per-duty', 'per-session']).optional().catch(undefined),
  count: z.enum(['numerator', 'denominator', 'missing']).optional().catch(undefined),
  /** Whose figure: a group's key; left out: all. */
  group: key,
  /** Of the major suits: with ended ones. */
  ended: z.literal(true).optional().catch(undefined),
});
export type AppearancesSearch = z.infer<typeof appearancesSearch>;

export interface PartProps {
  readonly search: AppearancesSearch;
  /** Undefined takes a key out of the address. */
  readonly onSearch: (part: { readonly [K in keyof AppearancesSearch]?: AppearancesSearch[K] | undefined }) => void;
}
