import type { Role } from '@redress/domain/access/roles';
import type { WaitedFor } from '@redress/domain/litigation/codes';
import { countUnrecorded } from '../../case-store/appearance-lists.ts';
import { suitTodos } from '../../case-store/suit-filter.ts';
import { worklistsAs } from '../../case-store/worklists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { suitStoreFilter } from './list-lawsuits.ts';
import { suitsWaitingFor } from './to-sign.ts';
import type { SuitCounts, SuitFilter } from './types.ts';

/** As whom a role is waited for in lawsuits. */
export const suitWaitedForAs: Partial<Record<Role, WaitedFor>> = {
  handler: 'office',
  'section-head': 'office',
  'institution-head': 'office',
  'organ-head': 'leader',
  'department-liaison': 'department',
  'department-head': 'department',
  leader: 'leader',
};

/** Figures for the rail; each opens the list it counts, and those of the read tables are one question. */
export async function countLawsuits(ctx: ActorContext): Promise<SuitCounts> {
  const { services, actor } = ctx;
  const { role } = actor.acting;
  const open: SuitFilter = { closed: false };
  const waitingFor = suitWaitedForAs[role];
  const desk: SuitFilter = role === 'handler' ? { handler: 'me' } : {};
  const mine: SuitFilter = {
    ...open,
    ...(waitingFor === undefined ? {} : { waitingFor }),
    ...desk,
  };
  const filters: readonly SuitFilter[] = [
    open,
    { ...open, light: 'overdue' },
    { ...open, light: 'near' },
    mine,
    { ...open, light: 'overdue', ...desk },
    // A leader still to be recorded, and what a judgment orders, go on after the end of a suit.
    ...suitTodos.map((todo): SuitFilter => (isAfterClosing(todo) ? { todo } : { ...open, todo })),
  ];
  const [values, waiting, toRecord] = await Promise.all([
    worklistsAs(services.db, actor).countEach(
      services.clock.today(),
      filters.map((filter) => suitStoreFilter(filter, actor.accountId)),
    ),
    suitsWaitingFor(ctx),
    countUnrecorded(services.db, actor, services.clock.today()),
  ]);
  const [all = 0, overdue = 0, near = 0, ofMine = 0, deskOverdue = 0, ...byTodo] = values;
  return {
    open: all,
    overdue,
    near,
    mine: waitingFor === undefined ? 0 : ofMine,
    deskOverdue,
    byTodo: Object.fromEntries(suitTodos.map((todo, i) => [todo, byTodo[i] ?? 0])) as SuitCounts['byTodo'],
    waitingApproval: waiting.length,
    toRecord,
  };
}

/** What is still to be done when a suit has its end: its lists hold closed ones, too. */
export const isAfterClosing = (todo: (typeof suitTodos)[number]): boolean =>
  todo === 'unrecorded' || todo === 'perform' || todo === 'advice';
