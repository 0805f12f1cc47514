import type { ActorContext } from '../../trpc/procedures.ts';
import type { CaseCounts } from './types.ts';

export async function countCases(_ctx: ActorContext): Promise<CaseCounts> {
  return { open: 0, overdue: 0, near: 0, stopped: 0, waitingApproval: 0, mine: 0 };
}
