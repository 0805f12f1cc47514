import type { HeldPost } from '@redress/domain/access/actor';
import { seesBelow } from '@redress/domain/access/own-organs';
import { type Permission, permissionsOf } from '@redress/domain/access/permissions';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, PostId } from '@redress/domain/ids';
import { acceptedExtensions } from '../../files/types.ts';
import { openProcedure, procedure, router } from '../../trpc/procedures.ts';
import { type DemoAccount, demoAccountsOf } from '../demo/accounts.ts';
import { organName, postTitle } from '../office/names.ts';

export interface SessionInfo {
  readonly today: CivilDate;
  /** The demonstration's accounts, where they may sign in; empty otherwise. */
  readonly demo: { readonly password: string; readonly accounts: readonly DemoAccount[] } | null;
  /** Nobody can sign in yet: the first-start page comes before the sign-in. */
  readonly firstStart: boolean;
}

export interface Me {
  readonly account: { readonly id: AccountId; readonly name: string; readonly username: string };
  readonly posts: readonly (HeldPost & { readonly organName: string; readonly title: string })[];
  readonly acting: PostId;
  readonly permissions: readonly Permission[];
  /** There are reviewing organs below whose cases the acting post sees. */
  readonly seesBelow: boolean;
  readonly office: { readonly name: string; readonly demo: boolean };
  readonly today: CivilDate;
  readonly files: { readonly extensions: readonly string[] };
}

export const sessionRouter = router({
  /** Before anybody signed in: what the sign-in page shows. */
  info: openProcedure().query(async ({ ctx }): Promise<SessionInfo> => {
    const today = ctx.services.clock.today();
    const first = (await ctx.services.firstStart?.state()) ?? { is: 'begun' };
    const demo = ctx.services.demoOffered ? demoAccountsOf(ctx.office, today) : null;
    return { today, demo, firstStart: first.is !== 'begun' };
  }),
  /** Who I am today, from which posts I may act, and what I may do in the one I act from. */
  me: procedure('signed-in').query(({ ctx }): Me => {
    const { actor, office, services } = ctx;
    const today = services.clock.today();
    return {
      account: {
        id: actor.accountId,
        name: actor.name,
        username: office.accounts.get(actor.accountId)?.username ?? '',
      },
      posts: actor.posts.map((p) => ({
        ...p,
        organName: organName(office, p.organId, today),
        title: postTitle(office, p.postId),
      })),
      acting: actor.acting.postId,
      permissions: permissionsOf(actor.acting.role),
      seesBelow: seesBelow(actor),
      office: { name: organName(office, actor.acting.organId, today), demo: ctx.session?.demo === true },
      today,
      files: { extensions: acceptedExtensions },
    };
  }),
});
