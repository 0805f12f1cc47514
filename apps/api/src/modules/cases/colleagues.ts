import type { AccountId } from '@redress/domain/ids';
import { isOpenOn } from '@redress/domain/office/account';
import { isHeldOn } from '@redress/domain/office/post-holder';
import { reviewingRoles } from '@redress/domain/reconsideration/steps';
import type { ActorContext } from '../../trpc/procedures.ts';

export interface Colleague {
  readonly accountId: AccountId;
  readonly name: string;
  /** Of the posts held in the organ. */
  readonly roles: readonly string[];
}

/** Everybody who works on the cases of the actor's organ today, its heads included: those who may stand aside. */
export function colleaguesOf(ctx: ActorContext): readonly Colleague[] {
  const { office, actor, services } = ctx;
  const today = services.clock.today();
  const roles = new Map<AccountId, string[]>();
  for (const post of office.posts.values()) {
    const { taken } = post;
    if (taken === null || taken.organId !== actor.acting.organId || !isHeldOn(post, today)) continue;
    if (!(reviewingRoles as readonly string[]).includes(taken.role)) continue;
    const account = office.accounts.get(taken.accountId);
    if (account === undefined || !isOpenOn(account, today)) continue;
    roles.set(taken.accountId, [...(roles.get(taken.accountId) ?? []), taken.role]);
  }
  return [...roles]
    .map(([accountId, held]) => ({
      accountId,
      name: office.accounts.get(accountId)?.name ?? accountId,
      roles: held,
    }))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}
