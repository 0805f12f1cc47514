import type { WaitedFor } from '@redress/domain/reconsideration/codes';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { storeFilter } from './list-cases.ts';
import type { CaseCounts } from './types.ts';
import { approverRoles, waitedForAs } from './waited-for.ts';

/** Figures for the rail; each opens the list it counts. */
export async function countCases(ctx: ActorContext): Promise<CaseCounts> {
  const { services, actor } = ctx;
  const { role } = actor.acting;
  const reader = readAs(services.db, actor);
  const count = (handler?: 'me') =>
    reader.countCases({
      day: services.clock.today(),
      filter: storeFilter({ closed: false, ...(handler === undefined ? {} : { handler }) }, actor.accountId),
    });
  const all = await count();
  const mine = role === 'handler' ? await count('me') : all;
  const waited = waitedForAs[role];
  const { overdue, near, ok, none, stopped } = all.byLight;
  return {
    open: overdue + near + ok + none + stopped,
    overdue,
    near,
    stopped,
    waitingApproval: approverRoles.some((approver) => approver === waited)
      ? (all.byWaitingFor[waited as WaitedFor] ?? 0)
      : 0,
    mine: waited === undefined ? 0 : (mine.byWaitingFor[waited] ?? 0),
    deskOverdue: mine.byLight.overdue,
  };
}
