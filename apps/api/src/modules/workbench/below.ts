import type { OrganId } from '@redress/domain/ids';
import { countBelow } from '../../case-store/below.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { storeFilter } from '../cases/list-cases.ts';
import type { CaseFilter } from '../cases/types.ts';
import { organName } from '../office/names.ts';

/** One organ below: each figure is the length of the list its filter opens. */
export interface BelowRow {
  readonly organId: OrganId;
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  readonly near: number;
  readonly stopped: number;
}

/** The filter of the list behind a row's figures; a light narrows it. */
export const belowFilter = (organ: OrganId): CaseFilter => ({ whose: 'below', organ, closed: false });

/** What the reviewing organs below have open today; empty for a post that has none below it. */
export async function casesBelow({ services, actor, office }: ActorContext): Promise<readonly BelowRow[]> {
  const today = services.clock.today();
  const figures = await countBelow(services.db, actor, today, storeFilter({ closed: false }, actor.accountId));
  return figures
    .map(({ organId, byLight: { overdue, near, ok, none, stopped } }) => ({
      organId,
      name: organName(office, organId, today),
      ...{ open: overdue + near + ok + none + stopped, overdue, near, stopped },
    }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.organId < b.organId ? -1 : 1));
}
