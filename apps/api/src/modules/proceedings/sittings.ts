import type { z } from 'zod';
import { committeeCases } from '../../case-store/proceedings-lists.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import type { SittingsPage, zSittingsInput } from './types.ts';

/** What the office has put to the committee: when it sat, what came of it, and whether the decision followed. */
export async function sittings(ctx: ActorContext, input: z.output<typeof zSittingsInput>): Promise<SittingsPage> {
  const { services, actor, office } = ctx;
  const page = await committeeCases(services.db, actor, input.cursor, input.limit);
  const titles = await titlesOf(readAs(services.db, actor), page.rows, office, services.clock.today());
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ streamId, organId: _organ, title, ...row }) => ({
      ...row,
      caseId: streamId,
      title: titles.get(streamId) ?? title,
    })),
  };
}
