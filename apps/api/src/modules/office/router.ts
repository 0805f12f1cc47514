import type { ReferenceRow } from '@redress/domain/office/reference-list';
import { zAccountId, zOrganId, zPostId } from '@redress/domain/schema';
import { z } from 'zod';
import { procedure, router } from '../../trpc/procedures.ts';
import { actOnAccount, zActOnAccount } from './act-on-account.ts';
import { actOnOrgan, organImpact, zActOnOrgan } from './act-on-organ.ts';
import { actOnDelegation, actOnPost, zActOnDelegation, zActOnPost } from './act-on-post.ts';
import {
  colleagues,
  leftWork,
  listAccounts,
  listDelegations,
  listNumbers,
  listPosts,
  openWork,
  organTree,
  ownPosts,
  signIns,
  zAccountList,
  zPostList,
} from './list-office.ts';
import { type HandlerRow, handlersOf, type OrganRow, organsOn } from './names.ts';
import { readRecord, zRecordQuery } from './record.ts';
import { actOnList, keptList, zActOnList, zReferenceQuery } from './reference.ts';

/** The three administrators read the office's own lists; each changes only their own part of it. */
const administration = () => procedure('office.manage', 'accounts.manage', 'audit.read');

export const officeRouter = router({
  /** The organs of today. */
  organs: procedure('signed-in').query(({ ctx }): OrganRow[] => organsOn(ctx.office, ctx.services.clock.today())),
  /** Those who may be given cases of the actor's organ. */
  handlers: procedure('signed-in').query(({ ctx }): HandlerRow[] =>
    handlersOf(ctx.office, ctx.actor.acting.organId, ctx.services.clock.today()),
  ),
  /** A reference list under the names of a day (today), with every item there ever was: `until` tells the retired ones. */
  referenceList: procedure('signed-in')
    .input(zReferenceQuery)
    .query(
      async ({ ctx, input }): Promise<readonly ReferenceRow[]> =>
        (await keptList(ctx, input.list, input.on ?? ctx.services.clock.today())).rows,
    ),
  /** My posts, and to whom I have lent them. */
  ownPosts: procedure('signed-in').query(({ ctx }) => ownPosts(ctx)),
  colleagues: procedure('signed-in').query(({ ctx }) => colleagues(ctx)),
  actOnDelegation: procedure('signed-in')
    .input(zActOnDelegation)
    .mutation(({ ctx, input }) => actOnDelegation(ctx, input)),
  /** Who has left, or will, and still has open cases of the actor's organ. */
  leftWork: procedure('approvals.act').query(({ ctx }) => leftWork(ctx)),

  organTree: administration().query(({ ctx }) => organTree(ctx)),
  organImpact: procedure('office.manage')
    .input(z.object({ id: zOrganId }))
    .query(({ ctx, input }) => organImpact(ctx, input.id)),
  actOnOrgan: procedure('office.manage')
    .input(zActOnOrgan)
    .mutation(({ ctx, input }) => actOnOrgan(ctx, input)),
  accounts: administration()
    .input(zAccountList)
    .query(({ ctx, input }) => listAccounts(ctx, input)),
  actOnAccount: procedure('accounts.manage')
    .input(zActOnAccount)
    .mutation(({ ctx, input }) => actOnAccount(ctx, input)),
  /** How many open cases somebody works on; numbers only. */
  openWork: procedure('office.manage', 'accounts.manage')
    .input(z.object({ accountId: zAccountId, postId: zPostId.nullable().default(null) }))
    .query(({ ctx, input }) => openWork(ctx, input.accountId, input.postId)),
  posts: administration()
    .input(zPostList)
    .query(({ ctx, input }) => listPosts(ctx, input)),
  actOnPost: procedure('office.manage')
    .input(zActOnPost)
    .mutation(({ ctx, input }) => actOnPost(ctx, input)),
  delegations: administration().query(({ ctx }) => listDelegations(ctx)),
  numbers: administration().query(({ ctx }) => listNumbers(ctx)),
  keptList: administration()
    .input(zReferenceQuery)
    .query(({ ctx, input }) => keptList(ctx, input.list, input.on ?? ctx.services.clock.today())),
  actOnList: procedure('office.manage')
    .input(zActOnList)
    .mutation(({ ctx, input }) => actOnList(ctx, input)),
  record: procedure('audit.read')
    .input(zRecordQuery)
    .query(({ ctx, input }) => readRecord(ctx, input)),
  signIns: procedure('audit.read', 'accounts.manage').query(({ ctx }) => signIns(ctx)),
});
