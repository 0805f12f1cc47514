/**
 * Leaders' diaries: what else takes their time, so that nobody is sent to court who is needed elsewhere. Kept by the
 * organ's own people; others learn that somebody is not free, and nothing else.
 */
import { ownOrgans } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import type { AccountId } from '@redress/domain/ids';
import { minuteOf } from '@redress/domain/litigation/leaders';
import { isHeldOn } from '@redress/domain/office/post-holder';
import { zAccountId, zCivilDate, zCivilTime } from '@redress/domain/schema';
import { and, asc, between, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { TakenSpan } from '../../case-store/appearance-lists.ts';
import { leaderEngagement } from '../../db/schema/leader-engagement.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName } from '../office/names.ts';
import { checkPeriod, longest } from './periods.ts';
import type { Engagement } from './types.ts';

const MOST = 500;
const zId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
export const zEngagements = z.object({
  from: zCivilDate,
  to: zCivilDate,
  leader: zAccountId.nullable().default(null),
});
export const zAddEngagement = z.object({
  /** Made by the page: sent twice it is one. */
  id: zId,
  accountId: zAccountId,
  on: zCivilDate,
  from: zCivilTime,
  until: zCivilTime,
  what: z.string().trim().min(1).max(120),
});
export const zRemoveEngagement = z.object({ id: zId });

/** Minutes since midnight as `09:30`. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

type Row = typeof leaderEngagement.$inferSelect;
const shown = (ctx: ActorContext, row: Row): Engagement => ({
  id: row.id,
  accountId: row.accountId as AccountId,
  name: accountName(ctx.office, row.accountId as AccountId),
  on: row.onDay as CivilDate,
  from: timeOf(row.fromMinute),
  until: timeOf(row.untilMinute),
  what: row.what,
});

/** The diaries of the actor's own organ, or of one of its leaders, between two days. */
export async function engagements(
  ctx: ActorContext,
  { from, to, leader }: z.output<typeof zEngagements>,
): Promise<readonly Engagement[]> {
  checkPeriod({ from, to }, longest.calendar);
  const rows = await ctx.services.db.orm
    .select()
    .from(leaderEngagement)
    .where(
      and(
        inArray(leaderEngagement.organId, [...ownOrgans(ctx.actor)]),
        between(leaderEngagement.onDay, from, to),
        ...(leader === null ? [] : [eq(leaderEngagement.accountId, leader)]),
      ),
    )
    .orderBy(asc(leaderEngagement.onDay), asc(leaderEngagement.fromMinute), asc(leaderEngagement.id))
    .limit(MOST);
  return rows.map((row) => shown(ctx, row));
}

/** The stretches these leaders' diaries take; the subject only for the organ's own people. */
export async function engagementSpans(
  ctx: ActorContext,
  accounts: readonly AccountId[],
  from: CivilDate,
  to: CivilDate,
): Promise<readonly TakenSpan[]> {
  if (accounts.length === 0) return [];
  const own: readonly string[] = ownOrgans(ctx.actor);
  const rows = await ctx.services.db.orm
    .select()
    .from(leaderEngagement)
    .where(and(inArray(leaderEngagement.accountId, [...accounts]), between(leaderEngagement.onDay, from, to)));
  return rows.map((row) => ({
    is: 'engagement',
    id: row.id,
    accountId: row.accountId as AccountId,
    on: row.onDay as CivilDate,
    from: row.fromMinute,
    until: row.untilMinute,
    streamId: null,
    what: own.includes(row.organId) ? row.what : null,
  }));
}

/** Writes into the diary of oneself or of a colleague of the same organ. */
export async function addEngagement(
  ctx: ActorContext,
  input: z.output<typeof zAddEngagement>,
): Promise<readonly Engagement[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const own = ownOrgans(actor);
  const isColleague = [...office.posts.values()].some(
    (post) => post.taken?.accountId === input.accountId && own.includes(post.taken.organId) && isHeldOn(post, today),
  );
  if (!isColleague) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'accountId', rule: 'not-an-option' }] });
  }
  if (input.until <= input.from) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'until', rule: 'ends-before-it-begins' }] });
  }
  await services.db.orm
    .insert(leaderEngagement)
    .values({
      id: input.id,
      organId: actor.acting.organId,
      accountId: input.accountId,
      onDay: input.on,
      fromMinute: minuteOf(input.from),
      untilMinute: minuteOf(input.until),
      what: input.what,
      createdBy: actor.accountId,
      createdAt: new Date(services.clock.now()),
    })
    .onConflictDoNothing();
  return engagements(ctx, { from: input.on, to: input.on, leader: input.accountId });
}

export async function removeEngagement(
  ctx: ActorContext,
  { id }: z.output<typeof zRemoveEngagement>,
): Promise<{ readonly removed: boolean }> {
  const answer = await ctx.services.db.orm
    .delete(leaderEngagement)
    .where(and(eq(leaderEngagement.id, id), inArray(leaderEngagement.organId, [...ownOrgans(ctx.actor)])));
  return { removed: (answer.rowCount ?? 0) > 0 };
}
