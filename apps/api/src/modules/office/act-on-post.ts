/** Taking and leaving a post, and lending it. Nobody leaves open cases behind without somebody who hands them over. */

import type { Office } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { Failure } from '@redress/domain/errors';
import type { AccountId, CommandId, PostId } from '@redress/domain/ids';
import { type Post, postEntries, postHolderKind } from '@redress/domain/office/post-holder';
import {
  againstDelegating,
  againstLeaving,
  againstPost,
  assignersOf,
  organsWithoutHandler,
} from '@redress/domain/office/rules';
import { zAccountId, zCivilDate, zCommandId, zPostId } from '@redress/domain/schema';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { openWorkOf } from '../../case-store/open-work.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { tellOfHandOver } from '../notices/tell-hand-over.ts';
import { actOnOffice } from './act.ts';

const dated = { occurredOn: zCivilDate };
const base = { commandId: zCommandId, id: zPostId, expectedVersion: z.int().min(1).nullable() };
/** Who hands over what stays behind; null: nobody, which is refused while cases are open. */
const handOverBy = zAccountId.nullable().default(null);
export const zActOnPost = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('take-post'), input: postEntries['post-taken'].extend(dated) }),
  z.object({
    ...base,
    type: z.literal('leave-post'),
    input: z.object({ ...dated, why: postEntries['post-left'].shape.why, handOverBy }),
  }),
]);
export const zActOnDelegation = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('delegate-post'), input: postEntries['post-delegated'].extend(dated) }),
  z.object({ ...base, type: z.literal('revoke-delegation'), input: postEntries['delegation-revoked'].extend(dated) }),
]);

const because = (code: string, params: Readonly<Record<string, string | number>> = {}) => ({
  code,
  article: null,
  params,
});

export interface LeftBehind {
  readonly cases: number;
  /** Those who may be asked to hand them over. */
  readonly assigners: readonly AccountId[];
}

/** What stays behind when these posts of an account are left on a day. Counts only: who asks may see no case. */
export async function leftBehind(
  ctx: ActorContext,
  office: Office,
  account: AccountId,
  leaving: readonly Post[],
  day: CivilDate,
): Promise<LeftBehind> {
  const organs = organsWithoutHandler(office, account, leaving, day);
  if (organs.length === 0) return { cases: 0, assigners: [] };
  const work = await openWorkOf(ctx.services.db, [account], ctx.services.clock.today());
  const cases = work.filter((w) => organs.includes(w.organId)).reduce((sum, w) => sum + w.cases, 0);
  return { cases, assigners: assignersOf(office, organs, day).filter((id) => id !== account) };
}

/** Why what stays behind keeps somebody from leaving; null where nothing does, or somebody fit hands it over. */
export function againstLeavingBehind(left: LeftBehind, by: AccountId | null): Failure['reason'] | null {
  if (left.cases === 0) return null;
  if (by === null) return because('open-cases', { n: left.cases });
  return left.assigners.includes(by) ? null : because('not-an-assigner');
}

export async function actOnPost(ctx: ActorContext, act: z.output<typeof zActOnPost>): Promise<{ id: PostId }> {
  const { commandId, id, expectedVersion } = act;
  const stream = { id, kind: postHolderKind.kind, expectedVersion };
  if (act.type === 'take-post') {
    await actOnOffice(ctx, {
      commandId,
      steps: () => [{ ...stream, step: { type: act.type, input: act.input } }],
      against: async (office) => againstPost(office, act.input, act.input.occurredOn),
    });
    return { id };
  }
  const { handOverBy: by, ...input } = act.input;
  let left: LeftBehind = { cases: 0, assigners: [] };
  let from: AccountId | null = null;
  await actOnOffice(ctx, {
    commandId,
    against: async (office) => {
      const post = office.posts.get(id);
      if (post?.taken == null) return null;
      const last = againstLeaving(office, [post], input.occurredOn);
      if (last !== null) return last;
      from = post.taken.accountId;
      left = await leftBehind(ctx, office, from, [post], input.occurredOn);
      return againstLeavingBehind(left, by);
    },
    steps: () => [{ ...stream, step: { type: act.type, input: withHandOver(input, left, by) } }],
    also: (client) => tellAsked(ctx, client, { commandId, from, by, left }),
  });
  return { id };
}

/** The step's input with who hands over how many, where any stay behind. */
export const withHandOver = <T extends object>(input: T, left: LeftBehind, by: AccountId | null) =>
  left.cases === 0 || by === null ? input : { ...input, handOver: { cases: left.cases, by } };

/** Whoever is asked to hand over what stays behind is told so. */
export async function tellAsked(
  ctx: ActorContext,
  client: ClientBase,
  asked: {
    readonly commandId: CommandId;
    readonly from: AccountId | null;
    readonly by: AccountId | null;
    readonly left: LeftBehind;
  },
): Promise<void> {
  const { commandId, from, by, left } = asked;
  if (from === null || by === null || left.cases === 0) return;
  await tellOfHandOver(client, { commandId, from, by, cases: left.cases, at: ctx.services.clock.now() });
}

export async function actOnDelegation(
  ctx: ActorContext,
  act: z.output<typeof zActOnDelegation>,
): Promise<{ id: PostId }> {
  const { commandId, id, expectedVersion, type, input } = act;
  await actOnOffice(ctx, {
    commandId,
    steps: () => [{ id, kind: postHolderKind.kind, expectedVersion, step: { type, input } }],
    against: async (office) => {
      const post = office.posts.get(id);
      if (act.type !== 'delegate-post' || post === undefined) return null;
      return againstDelegating(office, post, act.input.to, act.input.occurredOn, act.input.until);
    },
  });
  return { id };
}
