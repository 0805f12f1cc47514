/** The list of cases as an address: a counter's filter becomes the address of the list it counts, and back. */
import { type WorkFilter, workFilterFields } from '@redress/domain/reconsideration/work-filter';
import { z } from 'zod';
import type { Inputs } from './trpc.ts';

export type CaseListFilter = NonNullable<NonNullable<Inputs['cases']['list']>['filter']>;

/** The part of the address that counters use; anything unknown in it is dropped, never an error. */
export const workSearch = {
  dueFrom: workFilterFields.dueFrom.optional().catch(undefined),
  dueTo: workFilterFields.dueTo.optional().catch(undefined),
  act: workFilterFields.act.optional().catch(undefined),
  waits: workFilterFields.waits.optional().catch(undefined),
  daysUsedFrom: workFilterFields.daysUsedFrom.optional().catch(undefined),
  unknown: workFilterFields.unknown.optional().catch(undefined),
  toPost: workFilterFields.toPost.optional().catch(undefined),
  unsigned: workFilterFields.unsigned.optional().catch(undefined),
  hearingFrom: workFilterFields.hearingFrom.optional().catch(undefined),
  hearingTo: workFilterFields.hearingTo.optional().catch(undefined),
  deemedFrom: workFilterFields.deemedFrom.optional().catch(undefined),
  deemedTo: workFilterFields.deemedTo.optional().catch(undefined),
  unassigned: workFilterFields.unassigned.optional().catch(undefined),
  /** Another handler's; one's own are `mine`. */
  handler: z.string().min(1).max(80).optional().catch(undefined),
  /** Open and closed ones alike. */
  all: z.literal(true).optional().catch(undefined),
} as const;
const zWorkSearch = z.object(workSearch);
export type WorkSearch = z.infer<typeof zWorkSearch>;

const fields = Object.keys(workFilterFields) as readonly (keyof WorkFilter)[];

/** The counters' part of a list's filter, from the address. */
export const workFilterOf = (search: WorkSearch): WorkFilter =>
  Object.fromEntries(fields.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));

/** The address that opens the list of a filter. */
export function searchOf(filter: CaseListFilter): Readonly<Record<string, string | number | boolean>> {
  const { handler, receivedFrom, receivedTo, closed, whose, ...same } = filter;
  const given = Object.entries(same).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as Record<string, string | number | boolean>),
    ...(whose === 'below' ? { below: true } : {}),
    ...(handler === undefined ? {} : handler === 'me' ? { mine: true } : { handler }),
    ...(receivedFrom === undefined ? {} : { from: receivedFrom }),
    ...(receivedTo === undefined ? {} : { to: receivedTo }),
    ...(closed === true ? { closed: true } : closed === undefined && filter.q === undefined ? { all: true } : {}),
  };
}
