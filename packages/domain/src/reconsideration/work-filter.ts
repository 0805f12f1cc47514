/**
 * What the workbench counts and the list narrows by, as one set of fields: the API's filter, the page's address and the
 * counters are made of it, so that no number is counted in one way and listed in another.
 */
import { z } from 'zod';
import { zCivilDate } from '../schema.ts';
import { dueActs, usedMarks } from './due-acts.ts';

export const workFilterFields = {
  /** Days on which the limit that matters to the organ ends, both included. */
  dueFrom: zCivilDate,
  dueTo: zCivilDate,
  /** What that limit is for. */
  act: z.enum(dueActs),
  /** Waits for somebody outside the institution. */
  waits: z.literal('others'),
  /** At least so many days of the decision limit are used. */
  daysUsedFrom: z.literal(usedMarks),
  /** A limit runs whose end cannot be reckoned. */
  unknown: z.literal(true),
  /** A document is made and has not left. */
  toPost: z.literal(true),
  /** Something sent is not signed for: by anybody, or, on a department's list, by the department. */
  unsigned: z.literal(true),
  /** A hearing that is not cancelled falls on these days, both included. */
  hearingFrom: zCivilDate,
  hearingTo: zCivilDate,
  /** Accepted by silence, to be seen from a day within these, both included. */
  deemedFrom: zCivilDate,
  deemedTo: zCivilDate,
  /** Nobody handles it. */
  unassigned: z.literal(true),
} as const;

export const zWorkFilter = z.object(workFilterFields).partial();
export type WorkFilter = Readonly<z.infer<typeof zWorkFilter>>;
