/** Every post somebody holds or has held, out of the office's ledgers: a rule about the past asks it, not today's actor. */
import type { AccountId, OrganId } from '../ids.ts';
import type { PostSpan, PostsHeld } from '../ledger/kinds.ts';
import type { Office } from './scope.ts';

/** The organs that took an organ's place, nearest first; a ring ends the walk. */
function successorsOf(office: Pick<Office, 'organs'>, organId: OrganId): readonly OrganId[] {
  const found: OrganId[] = [];
  for (let at = office.organs.get(organId)?.abolished?.successorId ?? null; at !== null; ) {
    if (at === organId || found.includes(at)) break;
    found.push(at);
    at = office.organs.get(at)?.abolished?.successorId ?? null;
  }
  return found;
}

/** Delegated posts are not among them: who deputises for a while acts in another's name. */
export const postsHeldIn =
  (office: Pick<Office, 'organs' | 'posts'>): PostsHeld =>
  (accountId: AccountId): readonly PostSpan[] =>
    [...office.posts.values()].flatMap(({ taken, leftOn }) => {
      if (taken === null || taken.accountId !== accountId) return [];
      const { organId, from } = taken;
      const successors = successorsOf(office, organId);
      return [{ organId, from, until: leftOn, ...(successors.length === 0 ? {} : { successors }) }];
    });
