import type { AccountId, OrganId } from '@redress/domain/ids';
import { beforeSuit, instanceLevels, outcomes, stages } from '@redress/domain/litigation/codes';
import { matters } from '@redress/domain/reconsideration/codes';
import { zCivilDate } from '@redress/domain/schema';
import { z } from 'zod';
import type { Inputs } from '../../lib/trpc.ts';

export type LawsuitFilter = NonNullable<Inputs['lawsuits']['list']['filter']>;

export const lights = ['overdue', 'near', 'ok', 'none'] as const;
export const todos = [
  'acknowledge',
  'answer',
  'sign',
  'leader',
  'confirm',
  'unrecorded',
  'appeal',
  'perform',
  'advice',
  'unassigned',
] as const satisfies readonly NonNullable<LawsuitFilter['todo']>[];
const afterClosing: readonly (typeof todos)[number][] = ['unrecorded', 'perform', 'advice'];
export const sorts = ['due', 'received', 'closed', 'number'] as const;
export type Sort = (typeof sorts)[number];

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const day = optional(zCivilDate);
const code = optional(z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/));

/** The list's filters as the address holds them; anything unknown in an address is dropped, never an error. */
export const lawsuitListSearch = z.object({
  q: optional(z.coerce.string().trim().min(1).max(80)),
  light: optional(z.enum(lights)),
  todo: optional(z.enum(todos)),
  stage: optional(z.enum(stages)),
  level: optional(z.enum(instanceLevels)),
  court: optional(z.coerce.string().trim().min(1).max(80)),
  respondent: optional(z.string().max(80)),
  undertaking: optional(z.string().max(80)),
  before: optional(z.enum(beforeSuit)),
  outcome: optional(z.enum(outcomes)),
  matter: optional(z.enum(matters)),
  category: code,
  handler: optional(z.string().min(1).max(80)),
  mine: optional(z.literal(true)),
  below: optional(z.literal(true)),
  /** One organ below. */
  organ: optional(z.string().max(80)),
  closed: optional(z.literal(true)),
  /** Open and closed ones alike. */
  all: optional(z.literal(true)),
  voided: optional(z.literal(true)),
  from: day,
  to: day,
  closedFrom: day,
  closedTo: day,
  sessionFrom: day,
  sessionTo: day,
  dueFrom: day,
  dueTo: day,
  sort: optional(z.enum(sorts)),
});
export type LawsuitSearch = z.infer<typeof lawsuitListSearch>;

/** True when something narrows the list; an order does not. */
export const isNarrowed = ({ sort: _, ...filters }: LawsuitSearch): boolean =>
  Object.values(filters).some((value) => value !== undefined);

export const behindMore = [
  'q',
  'stage',
  'level',
  'court',
  'respondent',
  'undertaking',
  'before',
  'outcome',
  'matter',
  'category',
  'handler',
  'from',
  'to',
  'closedFrom',
  'closedTo',
  'sessionFrom',
  'sessionTo',
  'dueFrom',
  'dueTo',
] as const satisfies readonly (keyof LawsuitSearch)[];
export type MoreFilter = (typeof behindMore)[number];

/** Whether a filter is set whose field stands behind 更多筛选. */
export const isMoreSet = (search: LawsuitSearch): boolean => behindMore.some((name) => search[name] !== undefined);

const same = [
  'q',
  'light',
  'todo',
  'stage',
  'level',
  'court',
  'before',
  'outcome',
  'matter',
  'category',
  'voided',
  'closedFrom',
  'closedTo',
  'sessionFrom',
  'sessionTo',
  'dueFrom',
  'dueTo',
] as const satisfies readonly (keyof LawsuitSearch & keyof LawsuitFilter)[];

/** The filter the server is asked with. */
export function filterOf(search: LawsuitSearch): LawsuitFilter {
  // Searching, and what only ended lawsuits have, look everywhere; otherwise the work that is open.
  const isOfEnded = search.outcome !== undefined || search.closedFrom !== undefined || search.closedTo !== undefined;
  // What is to be recorded, performed or answered goes on after the end of a suit.
  const goesOn = search.todo !== undefined && afterClosing.includes(search.todo);
  const isOpenOnly = search.q === undefined && search.all !== true && search.voided !== true && !isOfEnded && !goesOn;
  return {
    ...Object.fromEntries(same.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]]))),
    ...(search.below === true ? { whose: 'below' as const } : {}),
    ...(search.organ === undefined ? {} : { organ: search.organ as OrganId }),
    ...(search.respondent === undefined ? {} : { respondent: search.respondent as OrganId }),
    ...(search.undertaking === undefined ? {} : { undertaking: search.undertaking as OrganId }),
    ...(search.mine === true
      ? { handler: 'me' as const }
      : search.handler === undefined
        ? {}
        : { handler: search.handler as AccountId }),
    ...(search.from === undefined ? {} : { receivedFrom: search.from }),
    ...(search.to === undefined ? {} : { receivedTo: search.to }),
    ...(search.closed === true ? { closed: true } : isOpenOnly ? { closed: false } : {}),
  };
}
