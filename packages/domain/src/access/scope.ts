/**
 * From the office's own ledgers to who acts today: posts held, delegations, and the organs whose cases they may see.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId, PostId } from '../ids.ts';
import { type Account, isOpenOn } from '../office/account.ts';
import { existsOn, type Organ, organOn } from '../office/organ.ts';
import { delegatesOn, isHeldOn, type Post } from '../office/post-holder.ts';
import type { Actor, HeldPost } from './actor.ts';
import type { Role } from './roles.ts';

/** The office as its ledgers tell it. */
export interface Office {
  readonly organs: ReadonlyMap<OrganId, Organ>;
  readonly posts: ReadonlyMap<PostId, Post>;
  readonly accounts: ReadonlyMap<AccountId, Account>;
}

export const emptyOffice: Office = { organs: new Map(), posts: new Map(), accounts: new Map() };

/** The three administrators keep the system, its security and its trail; none of them sees a case. */
const seesNoCase: ReadonlySet<Role> = new Set(['system-admin', 'security-admin', 'auditor']);
/** A department's people, and an organ's other leaders, see its own cases only, whatever stands below it in the tree. */
const seesOwnOrganOnly: ReadonlySet<Role> = new Set(['department-liaison', 'department-head', 'leader']);

/** The organs directly and indirectly below one on a day, itself left out. A ring in the tree ends the walk. */
export function organsBelow(office: Office, organId: OrganId, day: CivilDate): OrganId[] {
  const children = new Map<OrganId, OrganId[]>();
  for (const organ of office.organs.values()) {
    const parent = organOn(organ, day)?.parentId;
    if (parent) children.set(parent, [...(children.get(parent) ?? []), organ.id]);
  }
  const below: OrganId[] = [];
  const seen = new Set([organId]);
  const open = [organId];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const child of children.get(at) ?? []) {
      if (seen.has(child)) continue;
      seen.add(child);
      below.push(child);
      open.push(child);
    }
  }
  return below;
}

/**
 * The abolished organs whose place an organ has taken by a day, directly or through others that were abolished in turn.
 * Their cases run on with it. A ring ends the walk.
 */
export function predecessorsOf(office: Office, organId: OrganId, day: CivilDate): OrganId[] {
  const taken = new Map<OrganId, OrganId[]>();
  for (const { id, abolished } of office.organs.values()) {
    if (abolished === null || abolished.successorId === null || day < abolished.on) continue;
    taken.set(abolished.successorId, [...(taken.get(abolished.successorId) ?? []), id]);
  }
  const found = new Set<OrganId>();
  const open = [organId];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const id of taken.get(at) ?? []) {
      if (id === organId || found.has(id)) continue;
      found.add(id);
      open.push(id);
    }
  }
  return [...found];
}

/**
 * The organs whose cases a post opens: its own, those whose place that one took, and for a reviewing organ the reviewing
 * organs below it.
 */
export function scopeOf(office: Office, post: Pick<HeldPost, 'organId' | 'role'>, day: CivilDate): OrganId[] {
  if (seesNoCase.has(post.role)) return [];
  const own = [post.organId, ...predecessorsOf(office, post.organId, day)];
  if (seesOwnOrganOnly.has(post.role)) return own;
  const reviewsOn = (id: OrganId) => {
    const organ = office.organs.get(id);
    return organ !== undefined && organOn(organ, day)?.institution != null;
  };
  return [...new Set([...own, ...organsBelow(office, post.organId, day).filter(reviewsOn)])];
}

/** The organ that carries on an organ's duties on a day: itself while it stands; null where it ended without a successor. */
export function carriesOn(office: Office, organId: OrganId, day: CivilDate): OrganId | null {
  const seen = new Set<OrganId>();
  for (let at: OrganId | null = organId; at !== null && !seen.has(at); ) {
    seen.add(at);
    const abolished: Organ['abolished'] = office.organs.get(at)?.abolished ?? null;
    if (abolished === null || day < abolished.on) return at;
    at = abolished.successorId;
  }
  return null;
}

/** The posts an account exercises on a day: its own first, then those delegated to it. */
export function postsOn(office: Office, accountId: AccountId, day: CivilDate): HeldPost[] {
  const own: HeldPost[] = [];
  const delegated: HeldPost[] = [];
  for (const post of office.posts.values()) {
    if (post.taken === null || !isHeldOn(post, day)) continue;
    const organ = office.organs.get(post.taken.organId);
    if (organ === undefined || !existsOn(organ, day)) continue;
    const isOwn = post.taken.accountId === accountId;
    if (!isOwn && !delegatesOn(post, day).includes(accountId)) continue;
    const { organId, role } = post.taken;
    const succeeds = predecessorsOf(office, organId, day);
    const held = { postId: post.id, organId, role, ...(succeeds.length === 0 ? {} : { succeeds }) };
    if (isOwn) own.push({ ...held, delegatedBy: null });
    else delegated.push({ ...held, delegatedBy: post.taken.accountId });
  }
  return [...own, ...delegated];
}

/**
 * Who an account acts as on a day. `wanted` picks the post; without it, or where it is not held, the first one.
 * null: the account is closed or holds no post that day.
 */
export function actorOn(office: Office, accountId: AccountId, wanted: PostId | null, day: CivilDate): Actor | null {
  const account = office.accounts.get(accountId);
  if (account === undefined || !isOpenOn(account, day)) return null;
  const posts = postsOn(office, accountId, day);
  const acting = posts.find((p) => p.postId === wanted) ?? posts[0];
  if (acting === undefined) return null;
  return { accountId, name: account.name ?? accountId, acting, posts, scope: scopeOf(office, acting, day) };
}
