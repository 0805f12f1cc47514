import type { AccountId, OrganId } from '@redress/domain/ids';
import {
  channels,
  decisionTypes,
  lawVersions,
  matters,
  procedures,
  stages,
  waitedFor,
} from '@redress/domain/reconsideration/codes';
import { zCivilDate } from '@redress/domain/schema';
import { z } from 'zod';
import { type CaseListFilter, workFilterOf, workSearch } from '../../lib/case-search.ts';

export const lights = ['overdue', 'near', 'ok', 'stopped', 'none'] as const;
export const sorts = ['due', 'received', 'accepted', 'closed', 'number'] as const;
export type Sort = (typeof sorts)[number];
export type Direction = 'asc' | 'desc';

/** How each order is read when nothing is said: the most urgent, and the newest, first. */
export const naturalDirection = {
  due: 'asc',
  received: 'desc',
  accepted: 'desc',
  closed: 'desc',
  number: 'desc',
} as const satisfies Record<Sort, Direction>;

/** How a case may have ended: a decision's type, or the way it closed without one. */
export const outcomes = [
  ...decisionTypes,
  'refused',
  'abandoned',
  'withdrawn-before-acceptance',
  'rejected',
  'mediated',
  'terminated',
  'taken-up',
] as const;

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const day = optional(zCivilDate);

/** The list's filters as the address holds them; anything unknown in an address is dropped, never an error. */
export const caseSearch = z.object({
  q: optional(z.coerce.string().trim().min(1).max(80)),
  light: optional(z.enum(lights)),
  stage: optional(z.enum(stages)),
  waitingFor: optional(z.enum(waitedFor)),
  mine: optional(z.boolean()),
  /** A superior's look at the organs below. */
  below: optional(z.boolean()),
  /** One of them. */
  organ: optional(z.string().max(80)),
  closed: optional(z.boolean()),
  respondent: optional(z.string().max(80)),
  matter: optional(z.enum(matters)),
  category: optional(z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  channel: optional(z.enum(channels)),
  procedure: optional(z.enum(procedures)),
  outcome: optional(z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  lawVersion: optional(z.enum(lawVersions)),
  from: day,
  to: day,
  acceptedFrom: day,
  acceptedTo: day,
  closedFrom: day,
  closedTo: day,
  joined: optional(z.boolean()),
  voided: optional(z.boolean()),
  sort: optional(z.enum(sorts)),
  order: optional(z.enum(['asc', 'desc'])),
  ...workSearch,
});
export type CaseSearch = z.infer<typeof caseSearch>;

/** True when something narrows the list; an order does not. */
export const isNarrowed = ({ sort: _, order: __, ...filters }: CaseSearch): boolean =>
  Object.values(filters).some((value) => value !== undefined);

const behindMore = [
  'stage',
  'waitingFor',
  'respondent',
  'matter',
  'category',
  'channel',
  'procedure',
  'outcome',
  'lawVersion',
  'from',
  'to',
  'acceptedFrom',
  'acceptedTo',
  'closedFrom',
  'closedTo',
  'joined',
  'voided',
] as const satisfies readonly (keyof CaseSearch)[];

/** Whether a filter is set whose field stands behind 更多筛选. */
export const isMoreSet = (search: CaseSearch): boolean => behindMore.some((name) => search[name] !== undefined);

const same = [
  'q',
  'light',
  'stage',
  'waitingFor',
  'matter',
  'category',
  'channel',
  'procedure',
  'outcome',
  'lawVersion',
  'acceptedFrom',
  'acceptedTo',
  'closedFrom',
  'closedTo',
  'joined',
  'voided',
] as const satisfies readonly (keyof CaseSearch)[];

/** The filter the server is asked with. */
export function filterOf(search: CaseSearch): CaseListFilter {
  // Searching, and what only ended cases have, look everywhere; otherwise the work that is open.
  const isOfEnded =
    search.outcome !== undefined || search.closedFrom !== undefined || search.closedTo !== undefined || search.voided;
  const isOpenOnly = search.q === undefined && search.all !== true && !isOfEnded && search.joined !== true;
  return {
    ...Object.fromEntries(same.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]]))),
    ...workFilterOf(search),
    ...(search.below === true ? { whose: 'below' as const } : {}),
    ...(search.organ === undefined ? {} : { organ: search.organ as OrganId }),
    ...(search.mine === true
      ? { handler: 'me' as const }
      : search.handler === undefined
        ? {}
        : { handler: search.handler as AccountId }),
    ...(search.respondent === undefined ? {} : { respondent: search.respondent as OrganId }),
    ...(search.from === undefined ? {} : { receivedFrom: search.from }),
    ...(search.to === undefined ? {} : { receivedTo: search.to }),
    ...(search.closed === true ? { closed: true } : isOpenOnly ? { closed: false } : {}),
  };
}

export interface ListOrder {
  readonly sort: Sort;
  readonly direction: Direction;
}

export function orderOf(search: CaseSearch): ListOrder {
  const sort = search.sort ?? 'due';
  return { sort, direction: search.order ?? naturalDirection[sort] };
}
