/** Every post somebody holds or has held, out of the office's ledgers: a rule about the past asks it, not today's actor. */
import type { AccountId } from '../ids.ts';
import type { PostSpan, PostsHeld } from '../ledger/kinds.ts';
import type { Office } from './scope.ts';

/** Delegated posts are not among them: who deputises for a while acts in another's name. */
export const postsHeldIn =
  (office: Pick<Office, 'posts'>): PostsHeld =>
  (accountId: AccountId): readonly PostSpan[] =>
    [...office.posts.values()].flatMap(({ taken, leftOn }) =>
      taken === null || taken.accountId !== accountId
        ? []
        : [{ organId: taken.organId, from: taken.from, until: leftOn }],
    );
