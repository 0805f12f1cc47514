/**
 * What holds between the office's ledgers: one stream's `decide` knows itself only, these know the whole office.
 * Each answers the reason against an act, or null where there is none.
 */
import type { Role } from '../access/roles.ts';
import { type Office, organsBelow } from '../access/scope.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Failure } from '../errors.ts';
import type { AccountId, OrganId } from '../ids.ts';
import { isOpenOn } from './account.ts';
import { existsOn, type OrganParticulars, organOn } from './organ.ts';
import { isHeldOn, type Post, type PostTaken } from './post-holder.ts';

type Reason = NonNullable<Failure['reason']>;
const because = (code: string, params: Reason['params'] = {}): Reason => ({ code, article: null, params });

/** The three who keep the system, its security and its trail: separate people, and none of them sees a case. */
export const administratorRoles = ['system-admin', 'security-admin', 'auditor'] as const satisfies readonly Role[];
const isAdministrator = (role: Role): boolean => administratorRoles.some((r) => r === role);
/** Posts that work on reconsideration cases: only a reviewing organ has them. */
const reviewingRoles: ReadonlySet<Role> = new Set([
  'handler',
  'section-head',
  'institution-head',
  'organ-head',
  'statistician',
]);
/** Posts that cases are assigned to. */
export const caseworkRoles: ReadonlySet<Role> = new Set(['handler', 'section-head']);
/** Posts that give cases out and so hand them over. */
export const assigningRoles: ReadonlySet<Role> = new Set(['section-head', 'institution-head']);

/** The posts an account holds by itself at some time from a day on. */
const heldFrom = (office: Office, account: AccountId, day: CivilDate): Post[] =>
  [...office.posts.values()].filter(
    (post) => post.taken?.accountId === account && (post.leftOn === null || post.leftOn > day),
  );

/** The roles an account exercises at some time from a day on, up to `until` where that is named: its own, and by delegation. */
function exercised(office: Office, account: AccountId, from: CivilDate, until: CivilDate | null = null): Role[] {
  return [...office.posts.values()].flatMap(({ taken, leftOn, delegations }) => {
    if (taken === null || (leftOn !== null && leftOn <= from) || (until !== null && taken.from > until)) return [];
    const delegated = delegations.some((d) => {
      const begins = d.from > from ? d.from : from;
      const gone = [d.revokedOn, leftOn].some((end) => end !== null && end <= begins);
      return d.to === account && d.until >= from && (until === null || d.from <= until) && !gone;
    });
    return taken.accountId === account || delegated ? [taken.role] : [];
  });
}

/** Would a role beside these put two of the three seats, or one of them and cases, into one hand? */
const mixes = (role: Role, others: readonly Role[]): boolean =>
  others.some((other) => other !== role && (isAdministrator(other) || isAdministrator(role)));

/** May an organ be established or changed so, on that day? */
export function againstOrgan(office: Office, id: OrganId, p: OrganParticulars, day: CivilDate): Reason | null {
  const others = [...office.organs.values()].filter((o) => o.id !== id && existsOn(o, day));
  for (const other of others) {
    const theirs = organOn(other, day);
    if (theirs?.code === p.code) return because('code-taken', { code: p.code, name: theirs.name });
    if (p.numberPrefix !== null && theirs?.numberPrefix === p.numberPrefix) {
      return because('prefix-taken', { prefix: p.numberPrefix, name: theirs.name });
    }
  }
  if (p.parentId !== null) {
    const parent = office.organs.get(p.parentId);
    if (parent === undefined || !existsOn(parent, day)) return because('no-such-organ');
    if (p.parentId === id || organsBelow(office, id, day).includes(p.parentId)) return because('organ-below-itself');
  }
  return null;
}

export interface RunningCases {
  readonly asReviewing: number;
  readonly asRespondent: number;
  /** Other cases with an opinion letter to it that is not answered. */
  readonly asAddressed?: number;
  /** What arrived and is not registered: its limit runs all the same. */
  readonly arrivals?: number;
}

/** May an organ be abolished on that day, with these cases running? */
export function againstAbolishing(
  office: Office,
  id: OrganId,
  successorId: OrganId | null,
  day: CivilDate,
  running: RunningCases,
): Reason | null {
  const below = organsBelow(office, id, day).filter((child) => {
    const organ = office.organs.get(child);
    return organ !== undefined && existsOn(organ, day) && organOn(organ, day)?.parentId === id;
  });
  if (below.length > 0) return because('organs-below', { n: below.length });
  const { asReviewing, asRespondent, asAddressed = 0, arrivals = 0 } = running;
  const toReview = asReviewing + arrivals;
  const cases = toReview + asRespondent + asAddressed;
  if (successorId === null) {
    return cases === 0 ? null : { ...because('successor-needed', { n: cases }), article: 'ARL2023 19(4)' };
  }
  const successor = office.organs.get(successorId);
  if (successor === undefined || !existsOn(successor, day)) return because('no-such-organ');
  if (toReview > 0 && organOn(successor, day)?.institution == null) {
    return because('successor-does-not-review', { n: toReview });
  }
  return null;
}

/** May this account take this post on that day? */
export function againstPost(office: Office, taken: PostTaken, day: CivilDate): Reason | null {
  const account = office.accounts.get(taken.accountId);
  if (account === undefined || !isOpenOn(account, day)) return because('account-closed');
  const organ = office.organs.get(taken.organId);
  if (organ === undefined || !existsOn(organ, day)) return because('no-such-organ');
  if (reviewingRoles.has(taken.role) && organOn(organ, day)?.institution == null) {
    return because('post-needs-reviewing-organ');
  }
  const held = heldFrom(office, taken.accountId, day).flatMap((post) => (post.taken === null ? [] : [post.taken]));
  if (held.some((h) => h.organId === taken.organId && h.role === taken.role)) return because('post-already-held');
  if (mixes(taken.role, exercised(office, taken.accountId, day))) return because('administrators-apart');
  return null;
}

/**
 * May the post be exercised by that account, too, from a day to a day? An administrator's separation is not undone by a
 * delegation, nor by several.
 */
export function againstDelegating(
  office: Office,
  post: Post,
  to: AccountId,
  day: CivilDate,
  until: CivilDate,
): Reason | null {
  const account = office.accounts.get(to);
  if (account === undefined || !isOpenOn(account, day)) return because('account-closed');
  const role = post.taken?.role;
  if (role !== undefined && mixes(role, exercised(office, to, day, until))) return because('administrators-apart');
  return null;
}

/** The accounts that hold a role on a day and may be used on it. */
export const holdersOf = (office: Office, role: Role, day: CivilDate): AccountId[] =>
  [...office.posts.values()].flatMap((post) => {
    if (post.taken?.role !== role || !isHeldOn(post, day)) return [];
    const account = office.accounts.get(post.taken.accountId);
    return account !== undefined && isOpenOn(account, day) ? [account.id] : [];
  });

/** The days on which who holds a role, and may be used, becomes another. */
function daysOfChange(office: Office, role: Role): CivilDate[] {
  return [...office.posts.values()].flatMap((post) => {
    if (post.taken?.role !== role) return [];
    const account = office.accounts.get(post.taken.accountId);
    const spans = account?.suspended.flatMap((s) => [s.from, s.until]) ?? [];
    return [post.taken.from, post.leftOn, account?.openedOn ?? null, ...spans].filter((day) => day !== null);
  });
}

/**
 * Without these posts, would an administrator's seat be empty on any day from that one on? Then nobody could fill it
 * again. What others have announced for later counts, and so does a day that is past.
 */
export function againstLeaving(office: Office, leaving: readonly Post[], day: CivilDate): Reason | null {
  for (const { taken, leftOn } of leaving) {
    if (taken === null || !isAdministrator(taken.role)) continue;
    const { role, accountId } = taken;
    // From the day on which the post is left anyway the seat was others' already.
    const days = [day, ...daysOfChange(office, role)].filter((d) => d >= day && (leftOn === null || d < leftOn));
    const alone = days.some((d) => holdersOf(office, role, d).every((id) => id === accountId));
    if (alone) return because('last-administrator');
  }
  return null;
}

/** Whose open cases stay behind when these posts are left: the organs in which no casework post remains. */
export function organsWithoutHandler(office: Office, account: AccountId, leaving: readonly Post[], day: CivilDate) {
  const gone = new Set(leaving.map((post) => post.id));
  const casework = heldFrom(office, account, day).filter((post) => post.taken && caseworkRoles.has(post.taken.role));
  const remaining = new Set(casework.filter((post) => !gone.has(post.id)).map((post) => post.taken?.organId));
  const left = casework.filter((post) => gone.has(post.id)).flatMap((post) => post.taken?.organId ?? []);
  return [...new Set(left)].filter((organ) => !remaining.has(organ));
}

/** Those who may be asked to hand over an organ's cases on a day. */
export const assignersOf = (office: Office, organs: readonly OrganId[], day: CivilDate): AccountId[] => [
  ...new Set(
    [...office.posts.values()].flatMap((post) => {
      const { taken } = post;
      if (taken === null || !organs.includes(taken.organId) || !assigningRoles.has(taken.role)) return [];
      if (!isHeldOn(post, day)) return [];
      const account = office.accounts.get(taken.accountId);
      return account !== undefined && isOpenOn(account, day) ? [account.id] : [];
    }),
  ),
];
