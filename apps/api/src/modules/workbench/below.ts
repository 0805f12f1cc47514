import type { OrganId } from '@redress/domain/ids';
import { countBelow, type OrganFigures } from '../../case-store/below.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { storeFilter } from '../cases/list-cases.ts';
import type { CaseFilter } from '../cases/types.ts';
import { suitStoreFilter } from '../lawsuits/list-lawsuits.ts';
import { organName } from '../office/names.ts';

interface Figures {
  readonly open: number;
  readonly overdue: number;
  readonly near: number;
  readonly stopped: number;
}

/** One organ below: each figure is the length of the list its filter opens. */
export interface BelowRow extends Figures {
  readonly organId: OrganId;
  readonly name: string;
  /** Of the lawsuits whose files it keeps. */
  readonly suits: Figures;
}

/** The filter of the list behind a row's figures, of cases and of lawsuits alike; a light narrows it. */
export const belowFilter = (organ: OrganId): CaseFilter => ({ whose: 'below', organ, closed: false });

const none: Figures = { open: 0, overdue: 0, near: 0, stopped: 0 };
const figuresOf = (rows: readonly OrganFigures[]): ReadonlyMap<OrganId, Figures> =>
  new Map(
    rows.map(({ organId, byLight: { overdue, near, ok, none: dateless, stopped } }) => [
      organId,
      { open: overdue + near + ok + dateless + stopped, overdue, near, stopped },
    ]),
  );

/** What the reviewing organs below have open today, cases and lawsuits; empty for a post that has none below it. */
export async function casesBelow({ services, actor, office }: ActorContext): Promise<readonly BelowRow[]> {
  const today = services.clock.today();
  const open = { closed: false };
  const [cases, suits] = (
    await Promise.all([
      countBelow(services.db, actor, today, storeFilter(open, actor.accountId)),
      countBelow(services.db, actor, today, suitStoreFilter(open, actor.accountId)),
    ])
  ).map(figuresOf) as [ReadonlyMap<OrganId, Figures>, ReadonlyMap<OrganId, Figures>];
  return [...new Set([...cases.keys(), ...suits.keys()])]
    .map((organId) => ({
      organId,
      name: organName(office, organId, today),
      ...(cases.get(organId) ?? none),
      suits: suits.get(organId) ?? none,
    }))
    .sort(
      (a, b) =>
        b.overdue + b.suits.overdue - (a.overdue + a.suits.overdue) ||
        b.open + b.suits.open - (a.open + a.suits.open) ||
        (a.organId < b.organId ? -1 : 1),
    );
}
