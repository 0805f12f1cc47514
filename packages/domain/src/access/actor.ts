/** Who acts, as far as rules need to know: resolved from posts and delegations for today, at the edge. */
import type { AccountId, OrganId, PostId } from '../ids.ts';
import type { Role } from './roles.ts';

export interface HeldPost {
  readonly postId: PostId;
  readonly organId: OrganId;
  readonly role: Role;
  /** Set where the post is exercised by delegation: whose it is. */
  readonly delegatedBy: AccountId | null;
  /** Abolished organs whose place this post's organ has taken; left out where there are none. */
  readonly succeeds?: readonly OrganId[];
}

export interface Actor {
  readonly accountId: AccountId;
  readonly name: string;
  /** The post this request acts from. */
  readonly acting: HeldPost;
  /** All posts held today. */
  readonly posts: readonly HeldPost[];
  /** Organs whose cases the actor may see through `acting`: the organ and, for a superior, those below it. */
  readonly scope: readonly OrganId[];
}

/** Whether the post acted from is one of these: what an entry names as its post is what allowed it. */
export const holdsRole = (actor: Pick<Actor, 'acting'>, ...wanted: readonly Role[]): boolean =>
  wanted.includes(actor.acting.role);
