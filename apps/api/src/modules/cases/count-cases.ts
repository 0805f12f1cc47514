import type { Role } from '@redress/domain/access/roles';
import { addDays } from '@redress/domain/calendar/civil-date';
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
    deskOverdue: role in afterClosing ? await lateAfterClosing(ctx) : mine.byLight.overdue,
  };
}

/** What a department owes goes on after the end of a case: performance, and reports on opinion letters. */
const afterClosing: Partial<Record<Role, true>> = { 'department-liaison': true, 'department-head': true };

/** Cases in which a department's own limit has passed, open or closed: as its workbench counts them. */
async function lateAfterClosing({ services, actor }: ActorContext): Promise<number> {
  const today = services.clock.today();
  const { byLight } = await readAs(services.db, actor).countCases({
    day: today,
    filter: storeFilter({ dueTo: addDays(today, -1) }, actor.accountId),
  });
  return Object.values(byLight).reduce((sum, n) => sum + n, 0);
}
