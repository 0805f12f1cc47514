/** 待登记: organs of whose appearance nothing is on record though the session took place, one row for each. */
import { ownOrgans } from '@redress/domain/access/own-organs';
import { unrecordedAppearances } from '../../case-store/appearance-lists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { organName } from '../office/names.ts';
import { suitTitles } from './calendar.ts';
import type { Unrecorded } from './types.ts';

/** More than this is no list of tasks any more. */
const most = 300;

export async function unrecorded(ctx: ActorContext): Promise<readonly Unrecorded[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const rows = await unrecordedAppearances(services.db, actor, today, most);
  const titles = await suitTitles(ctx, rows);
  const own = ownOrgans(actor);
  return rows.map((row) => {
    const { sessionId, instanceId, caseNumber, court, courtNumber, level, time, seat } = row;
    return {
      ...{ sessionId, instanceId, caseNumber, court, courtNumber, level, time },
      caseId: row.streamId,
      title: titles.get(row.streamId) ?? row.act,
      on: row.onDay,
      organId: seat.organId,
      organName: organName(office, seat.organId, today),
      undertakingName: organName(office, seat.undertakingId, today),
      own: own.includes(seat.organId) || own.includes(seat.undertakingId),
      leaderName: seat.leaderName,
      missing: row.heldOn === null ? 'session' : 'appearance',
    };
  });
}
