/** The office as lists for its administrators: organs, people, posts, delegations, numbers. */
import type { Role } from '@redress/domain/access/roles';
import { roles } from '@redress/domain/access/roles';
import { predecessorsOf } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs, OrganId, PostId } from '@redress/domain/ids';
import type { LeaderRank } from '@redress/domain/litigation/codes';
import { type Account, isOpenOn } from '@redress/domain/office/account';
import { existsOn, type OrganParticulars, organOn } from '@redress/domain/office/organ';
import { isHeldOn, type Post } from '@redress/domain/office/post-holder';
import { caseworkRoles } from '@redress/domain/office/rules';
import { zAccountId, zOrganId } from '@redress/domain/schema';
import { z } from 'zod';
import { type LockoutSummary, lockoutSummary, signInStates } from '../../auth/administration.ts';
import { lastNumbersOf, openWorkOf, workOfOrgans } from '../../case-store/open-work.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { leftBehind } from './act-on-post.ts';
import { accountName, organName } from './names.ts';

export interface OrganNode extends OrganParticulars {
  readonly id: OrganId;
  readonly version: number;
  /** Since when it has been as it is. */
  readonly from: CivilDate;
  readonly abolished: { readonly on: CivilDate; readonly successorId: OrganId | null } | null;
  readonly history: readonly { readonly from: CivilDate; readonly name: string }[];
  /** What is already recorded and comes true later. */
  readonly coming: { readonly from: CivilDate; readonly name: string } | null;
  readonly posts: number;
  readonly predecessors: readonly OrganId[];
}

/** Every organ there ever was, in the order of their codes: a few hundred short rows, in one answer. */
export function organTree(ctx: ActorContext): OrganNode[] {
  const { office, services } = ctx;
  const today = services.clock.today();
  const posts = new Map<OrganId, number>();
  for (const post of office.posts.values()) {
    if (post.taken !== null && isHeldOn(post, today)) {
      posts.set(post.taken.organId, (posts.get(post.taken.organId) ?? 0) + 1);
    }
  }
  return [...office.organs.values()]
    .flatMap((organ): OrganNode[] => {
      const p = organOn(organ, today) ?? organ.particulars[0];
      if (p === undefined) return [];
      const now = organ.particulars.findLast((x) => x.from <= today) ?? organ.particulars[0];
      const next = organ.particulars.find((x) => x.from > today);
      const { code, name, shortName, level, kind, parentId, institution, numberPrefix } = p;
      return [
        {
          ...{ code, name, shortName, level, kind, parentId, institution, numberPrefix },
          id: organ.id,
          version: organ.version,
          from: now?.from ?? today,
          abolished: organ.abolished,
          history: organ.particulars.map(({ from, name: was }) => ({ from, name: was })),
          coming: next === undefined ? null : { from: next.from, name: next.name },
          posts: posts.get(organ.id) ?? 0,
          predecessors: predecessorsOf(office, organ.id, today),
        },
      ];
    })
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

const page = { cursor: z.string().max(200).nullish(), limit: z.int().min(1).max(100).default(50) };
export const zAccountList = z.object({
  q: z.string().trim().max(40).optional(),
  state: z.enum(['open', 'suspended', 'without-post']).optional(),
  ...page,
});
export const zPostList = z.object({
  q: z.string().trim().max(60).optional(),
  organ: zOrganId.optional(),
  role: z.enum(roles).optional(),
  account: zAccountId.optional(),
  /** Left ones, too. */
  past: z.boolean().default(false),
  ...page,
});

export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly nextCursor: string | null;
}

/** A page of what is in memory, after the key of the last row before it. */
function pageOf<T>(
  all: readonly T[],
  keyOf: (row: T) => string,
  cursor: string | null | undefined,
  limit: number,
): PageOf<T> {
  const sorted = all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rest = cursor == null ? sorted : sorted.filter((row) => keyOf(row) > cursor);
  const rows = rest.slice(0, limit);
  const last = rows.at(-1);
  return { rows, nextCursor: rest.length > limit && last !== undefined ? keyOf(last) : null };
}

export interface PostRow {
  readonly id: PostId;
  readonly version: number;
  readonly accountId: AccountId;
  readonly name: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly role: Role;
  readonly title: string;
  /** Of a leader of the organ, as far as it is on record. */
  readonly rank: LeaderRank | null;
  readonly charge: string;
  readonly from: CivilDate;
  readonly leftOn: CivilDate | null;
  readonly held: boolean;
  readonly delegations: readonly {
    readonly seq: number;
    readonly to: AccountId;
    readonly toName: string;
    readonly from: CivilDate;
    readonly until: CivilDate;
    readonly revokedOn: CivilDate | null;
  }[];
}

function postRow(ctx: ActorContext, post: Post): PostRow[] {
  const { office } = ctx;
  const today = ctx.services.clock.today();
  if (post.taken === null) return [];
  const { accountId, organId, role, title, rank, charge, from } = post.taken;
  return [
    {
      id: post.id,
      version: post.version,
      accountId,
      name: accountName(office, accountId),
      organId,
      organName: organName(office, organId, today),
      role,
      title,
      rank: rank ?? null,
      charge: charge ?? '',
      from,
      leftOn: post.leftOn,
      held: isHeldOn(post, today),
      delegations: post.delegations.map((d) => ({ ...d, toName: accountName(office, d.to) })),
    },
  ];
}

/** Who holds what, since when; the posts that were left where they are asked for. */
export function listPosts(ctx: ActorContext, input: z.output<typeof zPostList>): PageOf<PostRow> {
  const today = ctx.services.clock.today();
  const rows = [...ctx.office.posts.values()]
    .flatMap((post) => postRow(ctx, post))
    .filter(
      (row) =>
        (input.past || row.leftOn === null || row.leftOn > today) &&
        (input.organ === undefined || row.organId === input.organ) &&
        (input.role === undefined || row.role === input.role) &&
        (input.account === undefined || row.accountId === input.account) &&
        (input.q === undefined || [row.name, row.organName, row.title].some((text) => text.includes(input.q ?? ''))),
    );
  return pageOf(rows, (row) => `${row.organName}|${row.role}|${row.from}|${row.id}`, input.cursor, input.limit);
}

/** The actor's own posts, with what they have lent and to whom. */
export const ownPosts = (ctx: ActorContext): PostRow[] =>
  [...ctx.office.posts.values()]
    .filter((post) => post.taken?.accountId === ctx.actor.accountId && isHeldOn(post, ctx.services.clock.today()))
    .flatMap((post) => postRow(ctx, post));

/** Every delegation that runs or is still to come. */
export function listDelegations(ctx: ActorContext): PostRow[] {
  const today = ctx.services.clock.today();
  return [...ctx.office.posts.values()]
    .flatMap((post) => postRow(ctx, post))
    .map((row) => ({ ...row, delegations: row.delegations.filter((d) => d.until >= today && d.revokedOn === null) }))
    .filter((row) => row.delegations.length > 0);
}

export interface Colleague {
  readonly accountId: AccountId;
  readonly name: string;
  readonly title: string;
}

/** People to whom a post may be lent: in use, with a post of some organ. */
export function colleagues(ctx: ActorContext): Colleague[] {
  const today = ctx.services.clock.today();
  const found = new Map<AccountId, Colleague>();
  for (const post of ctx.office.posts.values()) {
    if (post.taken === null || !isHeldOn(post, today) || found.has(post.taken.accountId)) continue;
    const account = ctx.office.accounts.get(post.taken.accountId);
    if (account === undefined || !isOpenOn(account, today) || account.id === ctx.actor.accountId) continue;
    if (post.taken.organId !== ctx.actor.acting.organId && ctx.actor.acting.role !== 'system-admin') continue;
    found.set(account.id, { accountId: account.id, name: account.name ?? account.id, title: post.taken.title });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export interface AccountRow {
  readonly id: AccountId;
  readonly version: number;
  readonly username: string;
  readonly name: string;
  readonly openedOn: CivilDate | null;
  readonly suspended: boolean;
  readonly suspendedFrom: CivilDate | null;
  readonly posts: readonly {
    readonly id: PostId;
    readonly organName: string;
    readonly role: Role;
    readonly title: string;
  }[];
  readonly sessions: number;
  readonly lastAt: InstantMs | null;
  readonly mustChange: boolean;
  readonly locked: boolean;
}

/** People by user name, a page at a time. */
export async function listAccounts(
  ctx: ActorContext,
  input: z.output<typeof zAccountList>,
): Promise<PageOf<AccountRow>> {
  const { office, services } = ctx;
  const today = services.clock.today();
  const postsOf = Map.groupBy(
    [...office.posts.values()].filter((post) => isHeldOn(post, today)),
    (post) => post.taken?.accountId,
  );
  const isSuspended = (account: Account) => account.suspended.at(-1)?.until === null;
  const { q, state } = input;
  const matching = [...office.accounts.values()].filter(
    (a) =>
      (q === undefined || (a.username ?? '').includes(q.toLowerCase()) || (a.name ?? '').includes(q)) &&
      (state === undefined || (state === 'suspended') === isSuspended(a)) &&
      (state !== 'without-post' || (postsOf.get(a.id) ?? []).length === 0),
  );
  const { rows, nextCursor } = pageOf(matching, (a) => `${a.username ?? ''}|${a.id}`, input.cursor, input.limit);
  const states = await signInStates(services.db, rows, services.now());
  return {
    nextCursor,
    rows: rows.map((a) => {
      const signIn = states.get(a.id);
      return {
        id: a.id,
        version: a.version,
        username: a.username ?? '',
        name: a.name ?? '',
        openedOn: a.openedOn,
        suspended: isSuspended(a),
        suspendedFrom: isSuspended(a) ? (a.suspended.at(-1)?.from ?? null) : null,
        posts: (postsOf.get(a.id) ?? []).flatMap((post) =>
          post.taken === null
            ? []
            : [
                {
                  id: post.id,
                  organName: organName(office, post.taken.organId, today),
                  role: post.taken.role,
                  title: post.taken.title,
                },
              ],
        ),
        sessions: signIn?.sessions ?? 0,
        lastAt: signIn?.lastAt ?? null,
        mustChange: signIn?.mustChange ?? false,
        locked: signIn?.locked ?? false,
      };
    }),
  };
}

export interface OpenWorkView {
  readonly cases: number;
  /** Cases that stay behind if this post, or every post of the account, is left today. */
  readonly leftBehind: number;
  readonly assigners: readonly { readonly accountId: AccountId; readonly name: string }[];
}

/** How many open cases an account works on, and who could hand them over. Numbers only. */
export async function openWork(ctx: ActorContext, account: AccountId, post: PostId | null): Promise<OpenWorkView> {
  const { office, services } = ctx;
  const today = services.clock.today();
  const held = [...office.posts.values()].filter((p) => p.taken?.accountId === account && isHeldOn(p, today));
  const leaving = post === null ? held : held.filter((p) => p.id === post);
  const [work, left] = await Promise.all([
    openWorkOf(services.db, [account], today),
    leftBehind(ctx, office, account, leaving, today),
  ]);
  return {
    cases: work.reduce((sum, w) => sum + w.cases, 0),
    leftBehind: left.cases,
    assigners: left.assigners.map((id) => ({ accountId: id, name: accountName(office, id) })),
  };
}

export interface LeftWorkRow {
  readonly accountId: AccountId;
  readonly name: string;
  readonly cases: number;
  readonly why: 'left' | 'suspended' | 'leaves';
  /** The day they left, or will leave. */
  readonly on: CivilDate | null;
  /** Whom the administrator asked to hand the cases over. */
  readonly handOverBy: string | null;
  readonly mine: boolean;
}

/** People of one's own organ who have left their post, or will, and still have open cases: none is lost silently. */
export async function leftWork(ctx: ActorContext): Promise<LeftWorkRow[]> {
  const { office, actor, services } = ctx;
  const today = services.clock.today();
  const organs = [actor.acting.organId, ...(actor.acting.succeeds ?? [])];
  const work = await workOfOrgans(services.db, organs, today);
  const cases = new Map<AccountId, number>();
  for (const w of work) cases.set(w.accountId, (cases.get(w.accountId) ?? 0) + w.cases);
  return [...cases].flatMap(([accountId, n]): LeftWorkRow[] => {
    const account = office.accounts.get(accountId);
    const posts = [...office.posts.values()].filter(
      (p) => p.taken?.accountId === accountId && organs.includes(p.taken.organId) && caseworkRoles.has(p.taken.role),
    );
    const held = posts.filter((p) => isHeldOn(p, today) && organExists(ctx, p, today));
    const suspended = account === undefined || !isOpenOn(account, today);
    const leaving = held.length > 0 && held.every((p) => p.leftOn !== null);
    if (!suspended && held.length > 0 && !leaving) return [];
    const last = posts.toSorted((a, b) => ((a.leftOn ?? '9999') < (b.leftOn ?? '9999') ? 1 : -1))[0];
    const by = last?.handOverBy ?? null;
    return [
      {
        accountId,
        name: accountName(office, accountId),
        cases: n,
        why: suspended ? 'suspended' : leaving ? 'leaves' : 'left',
        on: suspended ? (account?.suspended.at(-1)?.from ?? null) : (last?.leftOn ?? null),
        handOverBy: by === null ? null : accountName(office, by),
        mine: by === actor.accountId,
      },
    ];
  });
}

const organExists = (ctx: ActorContext, post: Post, day: CivilDate): boolean => {
  const organ = post.taken === null ? undefined : ctx.office.organs.get(post.taken.organId);
  return organ !== undefined && existsOn(organ, day);
};

export interface NumberRow {
  readonly organId: OrganId;
  readonly name: string;
  readonly version: number;
  readonly institution: string;
  readonly prefix: string;
  readonly from: CivilDate;
  readonly series: readonly { readonly series: string; readonly year: number; readonly last: number }[];
}

/** The reviewing organs with their prefix, and how far each series of numbers has come. */
export async function listNumbers(ctx: ActorContext): Promise<NumberRow[]> {
  const reviewing = organTree(ctx).filter((o) => o.abolished === null && o.institution !== null);
  const last = await lastNumbersOf(
    ctx.services.db,
    reviewing.map((o) => o.id),
  );
  return reviewing.map((o) => ({
    organId: o.id,
    name: o.name,
    version: o.version,
    institution: o.institution ?? '',
    prefix: o.numberPrefix ?? '',
    from: o.from,
    series: last.filter((n) => n.organId === o.id).map(({ series, year, last: n }) => ({ series, year, last: n })),
  }));
}

/** Signing in, as far as it says something about guessing: numbers only. */
export const signIns = (ctx: ActorContext): Promise<LockoutSummary> =>
  lockoutSummary(ctx.services.db, ctx.services.now());
