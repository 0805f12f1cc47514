/**
 * 日历订阅: secret addresses under which a calendar program reads one leader's, or one organ's, court sessions. The address
 * is shown once, when it is made; only its hash is kept. A revoked address says that it was revoked.
 */
import { createHash, randomBytes } from 'node:crypto';
import { isUsableOn } from '@redress/domain/access/holders';
import { ownOrgans } from '@redress/domain/access/own-organs';
import { seesOwnSuitsOnly } from '@redress/domain/access/roles';
import { carriesOn, type Office, predecessorsOf } from '@redress/domain/access/scope';
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, OrganId } from '@redress/domain/ids';
import { isHeldOn } from '@redress/domain/office/post-holder';
import { zAccountId, zOrganId } from '@redress/domain/schema';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { sessionsOfFeed } from '../../case-store/appearance-lists.ts';
import { calendarFeed } from '../../db/schema/calendar-feed.ts';
import type { Services } from '../../trpc/context.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName, organName } from '../office/names.ts';
import { icsOf } from './feed-ics.ts';

const MOST = 200;
const SECRET_BYTES = 32;
/** Sessions this long ago leave the feed: a calendar program keeps what it has read. */
const DAYS_BACK = 180;
const MOST_EVENTS = 2000;

const zId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
export const zCreateFeed = z.object({
  /** Made by the page. */
  id: zId,
  organId: zOrganId,
  /** One leader's own; null = the organ's. */
  accountId: zAccountId.nullable().default(null),
  label: z.string().trim().max(60).default(''),
});
export const zRevokeFeed = z.object({ id: zId });

export interface Feed {
  readonly id: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly accountId: AccountId | null;
  readonly leaderName: string | null;
  readonly label: string;
  readonly createdByName: string;
  readonly createdOn: string;
  readonly revokedOn: string | null;
  /** The actor may revoke it. */
  readonly mine: boolean;
}
/** The one moment in which the address itself is there. */
export interface NewFeed {
  readonly feed: Feed;
  /** Path from the application's own address. */
  readonly path: string;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
type Row = typeof calendarFeed.$inferSelect;

function shown(ctx: ActorContext, row: Row): Feed {
  const { office, actor, services } = ctx;
  const organId = row.organId as OrganId;
  const accountId = row.accountId as AccountId | null;
  return {
    id: row.id,
    organId,
    organName: organName(office, organId, services.clock.today()),
    accountId,
    leaderName: accountId === null ? null : accountName(office, accountId),
    label: row.label,
    createdByName: accountName(office, row.createdBy as AccountId),
    createdOn: row.createdAt.toISOString(),
    revokedOn: row.revokedAt?.toISOString() ?? null,
    mine: ownOrgans(actor).includes(organId) || accountId === actor.accountId,
  };
}

/** Does somebody hold a post of the organ, or of the one that took its place? A closed account holds none. */
function holdsPost(office: Office, accountId: AccountId, organId: OrganId, day: CivilDate): boolean {
  const standing = carriesOn(office, organId, day) ?? organId;
  const own = [organId, standing, ...predecessorsOf(office, standing, day)];
  return (
    isUsableOn(office, accountId, day) &&
    [...office.posts.values()].some(
      (post) => post.taken?.accountId === accountId && own.includes(post.taken.organId) && isHeldOn(post, day),
    )
  );
}

/** The feeds of the actor's own organ; the newest first. */
export async function listFeeds(ctx: ActorContext): Promise<readonly Feed[]> {
  const rows = await ctx.services.db.orm
    .select()
    .from(calendarFeed)
    .where(inArray(calendarFeed.organId, [...ownOrgans(ctx.actor)]))
    .orderBy(desc(calendarFeed.createdAt), desc(calendarFeed.id))
    .limit(MOST);
  return rows.map((row) => shown(ctx, row));
}

/** Makes an address for the actor's own organ, or for one of its leaders. */
export async function createFeed(ctx: ActorContext, input: z.output<typeof zCreateFeed>): Promise<NewFeed> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  // An organ's calendar holds the sessions of every file its office keeps, too.
  const wholeOrgan = input.accountId === null && seesOwnSuitsOnly(actor.acting.role);
  if (!ownOrgans(actor).includes(input.organId) || wholeOrgan) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'organId', rule: 'not-an-option' }] });
  }
  if (input.accountId !== null && !holdsPost(office, input.accountId, input.organId, today)) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'accountId', rule: 'not-an-option' }] });
  }
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const [row] = await services.db.orm
    .insert(calendarFeed)
    .values({
      id: input.id,
      secretHash: hashOf(secret),
      organId: input.organId,
      accountId: input.accountId,
      label: input.label,
      createdBy: actor.accountId,
      createdAt: new Date(services.clock.now()),
    })
    // Sent twice it is one; its address was shown the first time and is not known any more.
    .onConflictDoNothing()
    .returning();
  if (row === undefined) throw new RedressError({ code: 'already-exists' });
  return { feed: shown(ctx, row), path: `/calendar/${secret}.ics` };
}

/** From now on the address answers that it was revoked. */
export async function revokeFeed(ctx: ActorContext, { id }: z.output<typeof zRevokeFeed>): Promise<readonly Feed[]> {
  const { services, actor } = ctx;
  const own = inArray(calendarFeed.organId, [...ownOrgans(actor)]);
  const [row] = await services.db.orm
    .select()
    .from(calendarFeed)
    .where(and(eq(calendarFeed.id, id), own));
  if (row === undefined) throw new RedressError({ code: 'not-found' });
  if (row.revokedAt === null) {
    await services.db.orm
      .update(calendarFeed)
      .set({ revokedAt: new Date(services.clock.now()), revokedBy: actor.accountId })
      .where(eq(calendarFeed.id, id));
  }
  return listFeeds(ctx);
}

/** What an address answers. */
export type FeedAnswer =
  | { readonly is: 'unknown' }
  | { readonly is: 'revoked' }
  /** The leader whose feed it is holds no post of the organ any more. */
  | { readonly is: 'left' }
  | { readonly is: 'feed'; readonly ics: string };

/** The calendar under a secret address. */
export async function feedUnder(services: Services, secret: string): Promise<FeedAnswer> {
  const [row] = await services.db.orm
    .select()
    .from(calendarFeed)
    .where(eq(calendarFeed.secretHash, hashOf(secret)));
  if (row === undefined) return { is: 'unknown' };
  if (row.revokedAt !== null) return { is: 'revoked' };
  const office = await services.directory.current();
  const today = services.clock.today();
  const feed = { organId: row.organId as OrganId, accountId: row.accountId as AccountId | null };
  const sessions = await sessionsOfFeed(services.db, feed, addDays(today, -DAYS_BACK), MOST_EVENTS);
  // Who has left the organ reads its sessions no more.
  if (feed.accountId !== null && !holdsPost(office, feed.accountId, feed.organId, today)) return { is: 'left' };
  const organ = organName(office, feed.organId, today);
  const leader = feed.accountId === null ? null : accountName(office, feed.accountId);
  const name = leader === null ? `${organ} 行政应诉开庭` : `${leader}（${organ}）出庭应诉`;
  return {
    is: 'feed',
    ics: icsOf({ name, account: feed.accountId, sessions, organName: (id) => organName(office, id, today) }),
  };
}
