/**
 * Arranging a leader for a court session: who of an organ's posts may appear as its leader on the day and who may not,
 * whose diary is in the way, and who is proposed instead. Out of the office's own ledgers; nothing here is stored.
 */
import type { Role } from '../access/roles.ts';
import { carriesOn, type Office, predecessorsOf } from '../access/scope.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId } from '../ids.ts';
import { isHeldOn, type Post } from '../office/post-holder.ts';
import { articleOfNotCounting, notEligible } from './appearances.ts';
import type { LeaderRank, NotCounting } from './codes.ts';
import type { Leader } from './entries.ts';

/** What a post that names no rank is taken for: the head of the organ, or one of its other leaders. */
const rankOfRole: Readonly<Partial<Record<Role, LeaderRank>>> = {
  'organ-head': 'head',
  'department-head': 'head',
  leader: 'deputy',
};
/** The order in which leaders are proposed: who is in charge first, then by rank. */
const rankOrder: Readonly<Record<LeaderRank, number>> = {
  'deputy-level-in-charge': 0,
  'other-in-charge': 1,
  deputy: 2,
  head: 3,
  'entrusted-organisation': 4,
  'lower-organ': 5,
  'not-a-leader': 6,
};

/** Somebody who could be named as the leader to come, and what speaks against them. */
export interface LeaderOption {
  readonly leader: Leader;
  readonly charge: string;
  readonly problems: readonly { readonly code: NotCounting; readonly article: string }[];
}

/** A post as the leader it makes; null where its holder is no leader. */
function leaderOf(
  office: Office,
  post: Post,
  organId: OrganId,
): { readonly leader: Leader; readonly charge: string } | null {
  const { taken } = post;
  const rank = taken === null ? undefined : (taken.rank ?? rankOfRole[taken.role]);
  if (taken === null || rank === undefined) return null;
  const charge = taken.charge ?? '';
  return {
    charge,
    leader: {
      postId: post.id,
      accountId: taken.accountId,
      name: office.accounts.get(taken.accountId)?.name ?? taken.accountId,
      title: taken.title,
      rank,
      organId,
      from: taken.from,
      until: post.leftOn,
      // What somebody is in charge of is said in words: whether the act belongs to it is confirmed by who arranges.
      inCharge: charge !== '',
    },
  };
}

/**
 * Those whose post makes them a leader of the organ sued, today or on the session's day; a post of the organ that took its
 * place is one of the organ's own. `also`: the department that answers for it, whose leaders do not count and are shown so.
 */
export function leadersOf(
  office: Office,
  organId: OrganId,
  days: { readonly on: CivilDate; readonly today: CivilDate },
  also: OrganId | null = null,
): readonly LeaderOption[] {
  const { on, today } = days;
  const standing = carriesOn(office, organId, on) ?? organId;
  const own = new Set([standing, organId, ...predecessorsOf(office, standing, on)]);
  const found: LeaderOption[] = [];
  for (const post of office.posts.values()) {
    const organ = post.taken?.organId;
    if (organ === undefined || !(own.has(organ) || organ === also)) continue;
    if (!isHeldOn(post, on) && !isHeldOn(post, today)) continue;
    const made = leaderOf(office, post, own.has(organ) ? organId : organ);
    if (made === null) continue;
    const problems = notEligible(made.leader, organId, on);
    found.push({ ...made, problems: problems.map((code) => ({ code, article: articleOfNotCounting[code] })) });
  }
  return found.sort(
    (a, b) =>
      a.problems.length - b.problems.length ||
      Number(b.leader.inCharge) - Number(a.leader.inCharge) ||
      rankOrder[a.leader.rank] - rankOrder[b.leader.rank] ||
      (a.leader.name < b.leader.name ? -1 : 1),
  );
}

/** A stretch of a leader's day. */
export interface BusySpan {
  readonly accountId: AccountId;
  readonly on: CivilDate;
  /** Minutes since midnight, [from, until). */
  readonly from: number;
  readonly until: number;
}

/** `09:30` as minutes since midnight. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The stretch a session takes. */
export const sessionSpan = (session: { readonly time: string; readonly minutes: number }) => {
  const from = minuteOf(session.time);
  return { from, until: from + session.minutes };
};

/** Do two stretches of one day overlap? One that ends when the other begins does not. */
export const overlaps = (
  a: Pick<BusySpan, 'on' | 'from' | 'until'>,
  b: Pick<BusySpan, 'on' | 'from' | 'until'>,
): boolean => a.on === b.on && a.from < b.until && b.from < a.until;

/** Of the leader's other spans those that are in the way. */
export const clashesOf = <S extends BusySpan>(
  leader: Pick<Leader, 'accountId'>,
  span: Pick<BusySpan, 'on' | 'from' | 'until'>,
  busy: readonly S[],
): readonly S[] => busy.filter((b) => b.accountId === leader.accountId && overlaps(b, span));

/** Who is proposed in somebody's place: eligible, free, and not the one to be replaced; the most fitting first. */
export const substitutesAmong = <S extends BusySpan>(
  options: readonly LeaderOption[],
  span: Pick<BusySpan, 'on' | 'from' | 'until'>,
  busy: readonly S[],
  instead: Pick<Leader, 'accountId' | 'name'> | null,
): readonly LeaderOption[] =>
  options.filter(
    ({ leader, problems }) =>
      problems.length === 0 &&
      (instead === null ||
        (leader.accountId === null ? leader.name !== instead.name : leader.accountId !== instead.accountId)) &&
      clashesOf(leader, span, busy).length === 0,
  );
