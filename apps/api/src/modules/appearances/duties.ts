/** 应出庭: who owes which appearance, and what became of it. */
import { articleOfDuty } from '@redress/domain/litigation/appearances';
import type { DutyResult } from '@redress/domain/litigation/codes';
import type { z } from 'zod';
import { appearanceDuties } from '../../case-store/appearance-lists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { organName } from '../office/names.ts';
import { suitTitles } from './calendar.ts';
import type { DutyPage, zDuties } from './types.ts';

export async function duties(ctx: ActorContext, input: z.output<typeof zDuties>): Promise<DutyPage> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const { cursor, limit, ...query } = input;
  const page = await appearanceDuties(services.db, actor, query, cursor, limit);
  const titles = await suitTitles(ctx, page.rows);
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map((row) => {
      const { instanceId, caseNumber, level, court, courtNumber, organId, undertakingId } = row;
      const { arisesOn, dischargedOn, result, leaderName, leaderRank, nextSession } = row;
      return {
        ...{ instanceId, caseNumber, level, court, courtNumber, organId, undertakingId },
        ...{ arisesOn, dischargedOn, result, leaderName, leaderRank, nextSession },
        caseId: row.streamId,
        title: titles.get(row.streamId) ?? row.act,
        organName: organName(office, organId, today),
        undertakingName: organName(office, undertakingId, today),
        article: result === null ? null : articleOfDuty[result as DutyResult],
        coveredByName: row.coveredBy === null ? null : organName(office, row.coveredBy, today),
        ended: row.endedOn !== null && row.endedOn <= today,
      };
    }),
  };
}
