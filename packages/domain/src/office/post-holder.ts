/**
 * A post as its ledger tells it: who holds which role in which organ, from when to when, and who deputises for them.
 * Roles follow posts; whoever leaves the post loses the role on that day, and what they did keeps their name.
 */
import { z } from 'zod';
import { roles } from '../access/roles.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, PostId } from '../ids.ts';
import { reviewingOnly } from '../ledger/audience.ts';
import { byLegalOrder } from '../ledger/correction.ts';
import type { Kind } from '../ledger/kinds.ts';
import { countingRanks } from '../litigation/codes.ts';
import { zAccountId, zCivilDate, zOrganId } from '../schema.ts';
import { zHandOver } from './account.ts';
import { correctionEntries, invalid, mayManage, notPermitted, officeEntry, refuse } from './common.ts';

const zPostTaken = z.object({
  accountId: zAccountId,
  organId: zOrganId,
  role: z.enum(roles),
  /** As on a door plate: 行政复议与应诉科科员. */
  title: z.string().trim().min(1).max(60),
  /** 负责人职级，为出庭应诉 (LEAD2020 2(1)); left out where the holder is no leader of the organ. */
  rank: z.enum(countingRanks).optional(),
  /** 分管工作，如“治安、出入境管理”。 */
  charge: z.string().trim().max(200).optional(),
});
export type PostTaken = Readonly<z.infer<typeof zPostTaken>>;
const why = z.string().trim().max(400);

export const postEntries = {
  'post-taken': zPostTaken,
  /** The last day in the post is the day before `occurredOn`. */
  'post-left': z.object({
    why,
    handOver: zHandOver.optional(),
  }),
  /** Another account exercises the post too, from `occurredOn` to `until`, both included. */
  'post-delegated': z.object({ to: zAccountId, until: zCivilDate, why }),
  'delegation-revoked': z.object({ seq: z.int().min(1), why }),
  ...correctionEntries,
} as const;

export interface Delegation {
  readonly seq: number;
  readonly to: AccountId;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** The day from which it no longer holds, where revoked before its end. */
  readonly revokedOn: CivilDate | null;
}

export interface Post {
  readonly id: PostId;
  readonly version: number;
  readonly taken: (PostTaken & { readonly from: CivilDate }) | null;
  readonly leftOn: CivilDate | null;
  /** Who hands over the cases that stayed behind; null where there were none. */
  readonly handOverBy: AccountId | null;
  readonly delegations: readonly Delegation[];
}

/** Is the post held on that day? */
export const isHeldOn = (post: Post, day: CivilDate): boolean =>
  post.taken !== null && post.taken.from <= day && (post.leftOn === null || day < post.leftOn);

/** Those who may exercise the post on that day by delegation; nobody where it is not held. */
export const delegatesOn = (post: Post, day: CivilDate): readonly AccountId[] =>
  isHeldOn(post, day)
    ? post.delegations
        .filter((d) => d.from <= day && day <= d.until && (d.revokedOn === null || day < d.revokedOn))
        .map((d) => d.to)
    : [];

const dated = { occurredOn: zCivilDate };
const steps = {
  'take-post': zPostTaken.extend(dated),
  'leave-post': postEntries['post-left'].extend(dated),
  'delegate-post': postEntries['post-delegated'].extend(dated),
  'revoke-delegation': postEntries['delegation-revoked'].extend(dated),
} as const;

export const postHolderKind: Kind<Post> = {
  kind: 'post-holder',
  projectionVersion: 1,
  entries: postEntries,
  upcast: (_type, _version, payload) => payload,
  fold(streamId, entries) {
    let taken: Post['taken'] = null;
    let leftOn: CivilDate | null = null;
    let handOverBy: AccountId | null = null;
    const delegations: Delegation[] = [];
    for (const e of [...entries].sort(byLegalOrder)) {
      if (e.type === 'post-taken') taken = { ...(e.payload as PostTaken), from: e.occurredOn };
      else if (e.type === 'post-left') {
        leftOn = e.occurredOn;
        handOverBy = (e.payload as { handOver?: { by: AccountId } }).handOver?.by ?? null;
      } else if (e.type === 'post-delegated') {
        const { to, until } = e.payload as { to: AccountId; until: CivilDate };
        delegations.push({ seq: e.seq, to, from: e.occurredOn, until, revokedOn: null });
      } else if (e.type === 'delegation-revoked') {
        const at = delegations.findIndex((d) => d.seq === (e.payload as { seq: number }).seq);
        const revoked = delegations[at];
        if (revoked !== undefined) delegations[at] = { ...revoked, revokedOn: e.occurredOn };
      }
    }
    const version = entries.reduce((max, e) => Math.max(max, e.seq), 0);
    return { id: streamId as string as PostId, version, taken, leftOn, handOverBy, delegations };
  },
  decide(post, step, ctx) {
    const holder = post.taken?.accountId === ctx.actor.accountId;
    const own = step.type === 'delegate-post' || step.type === 'revoke-delegation';
    if (!mayManage(ctx) && !(own && holder)) return notPermitted;
    switch (step.type) {
      case 'take-post': {
        const input = steps['take-post'].safeParse(step.input);
        if (!input.success) return invalid(input.error);
        if (post.taken !== null) return refuse('post-taken');
        const { occurredOn, ...payload } = input.data;
        return { ok: true, entries: [officeEntry('post-taken', occurredOn, payload)] };
      }
      case 'leave-post': {
        const input = steps['leave-post'].safeParse(step.input);
        if (!input.success) return invalid(input.error);
        const { occurredOn, ...payload } = input.data;
        if (!isHeldOn(post, occurredOn) || post.leftOn !== null) return refuse('post-not-held');
        return { ok: true, entries: [officeEntry('post-left', occurredOn, payload)] };
      }
      case 'delegate-post': {
        const input = steps['delegate-post'].safeParse(step.input);
        if (!input.success) return invalid(input.error);
        const { occurredOn, ...payload } = input.data;
        if (!isHeldOn(post, occurredOn)) return refuse('post-not-held');
        if (payload.to === post.taken?.accountId) return refuse('delegated-to-self');
        if (payload.until < occurredOn) return refuse('delegation-ends-before-it-begins');
        return { ok: true, entries: [officeEntry('post-delegated', occurredOn, payload)] };
      }
      case 'revoke-delegation': {
        const input = steps['revoke-delegation'].safeParse(step.input);
        if (!input.success) return invalid(input.error);
        const { occurredOn, ...payload } = input.data;
        const standing = post.delegations.find((d) => d.seq === payload.seq && d.revokedOn === null);
        if (standing === undefined) return refuse('no-delegation');
        return { ok: true, entries: [officeEntry('delegation-revoked', occurredOn, payload)] };
      }
      default:
        return refuse('unknown-step', { step: step.type });
    }
  },
  facts: () => [],
  project: () => null,
  audience: {
    'post-taken': reviewingOnly,
    'post-left': reviewingOnly,
    'post-delegated': reviewingOnly,
    'delegation-revoked': reviewingOnly,
    replaced: reviewingOnly,
    annulled: reviewingOnly,
  },
};
