/** 庭审观摩: sessions marked for observation, which organs are invited, and who came. */
import { ownOrgans } from '@redress/domain/access/own-organs';
import { replay } from '@redress/domain/ledger/replay';
import { litigation } from '@redress/domain/litigation/kind';
import type { z } from 'zod';
import { courtCalendar } from '../../case-store/appearance-lists.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { organName } from '../office/names.ts';
import { mostSessions, sessionItem, suitTitles } from './calendar.ts';
import { checkPeriod, longest } from './periods.ts';
import type { ObservedSession, zCalendar } from './types.ts';

/** An organ that was only invited learns when and where, and of what act; not whose suit it is. */
export async function observed(
  ctx: ActorContext,
  input: z.output<typeof zCalendar>,
): Promise<readonly ObservedSession[]> {
  const { services, actor, office } = ctx;
  checkPeriod(input, longest.calendar);
  const today = services.clock.today();
  const reader = readAs(services.db, actor);
  const rows = await courtCalendar(services.db, actor, { ...input, observed: true }, mostSessions);
  const parts = await reader.partsOf([...new Set(rows.map((row) => row.streamId))]);
  const suits = new Map([...parts].map(([id, { ledger }]) => [id, replay(litigation, ledger, services.law)]));
  const titles = await suitTitles(
    ctx,
    rows.filter((row) => suits.has(row.streamId)),
  );
  const own = ownOrgans(actor);
  const name = (id: (typeof own)[number]) => organName(office, id, today);
  return rows.map((row) => {
    const suit = suits.get(row.streamId);
    const session = suit?.instances.flatMap((i) => i.sessions).find((s) => s.sessionId === row.sessionId);
    const came = session?.observation?.came?.payload.came ?? null;
    return {
      ...sessionItem(row, titles.get(row.streamId) ?? row.act, today),
      caseId: suit === undefined ? null : row.streamId,
      caseNumber: suit === undefined ? null : row.caseNumber,
      invited: row.invited.map((organId) => ({ organId, name: name(organId), own: own.includes(organId) })),
      came: came === null ? null : came.map(({ organId, people }) => ({ organId, name: name(organId), people })),
    };
  });
}
