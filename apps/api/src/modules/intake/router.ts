import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import { zApplicationToCheck } from '@redress/domain/reconsideration/checks/application';
import { channels } from '@redress/domain/reconsideration/codes';
import { zCivilDate, zFileId, zStreamId } from '@redress/domain/schema';
import { z } from 'zod';
import { countScans, insertScan, listScans, scanById, strikeScan, updateScan } from '../../case-store/scans.ts';
import { type ActorContext, procedure, router } from '../../trpc/procedures.ts';
import { type Checked, checkCase, checkForm } from './check-application.ts';
import { type ScanRow, scanRow } from './scan-row.ts';

const zScanId = z.object({ id: z.string().regex(/^scan-[0-9a-f]{24}$/) });
const zNoted = z.object({
  receivedOn: zCivilDate,
  channel: z.enum(channels),
  filingProof: z.string().trim().max(200).default(''),
  words: z.string().trim().max(200).default(''),
});

/** What arrives tomorrow has not arrived. */
function notInFuture(ctx: ActorContext, receivedOn: CivilDate): void {
  const today = ctx.services.clock.today();
  if (receivedOn <= today) return;
  throw new RedressError({
    code: 'invalid-input',
    fields: [{ field: 'receivedOn', rule: 'day-in-future', params: { today } }],
  });
}

export const intakeRouter = router({
  /** What arrived and is not registered yet, the oldest first; or what was struck. */
  scans: procedure('cases.register')
    .input(z.object({ which: z.enum(['waiting', 'struck']).default('waiting') }))
    .query(async ({ ctx, input }): Promise<readonly ScanRow[]> => {
      const scans = await listScans(ctx.services.db, ctx.actor, input.which);
      return scans.map((scan) => scanRow(ctx, scan));
    }),
  /** The length of that list. */
  count: procedure('cases.register').query(
    async ({ ctx }): Promise<{ waiting: number }> => ({ waiting: await countScans(ctx.services.db, ctx.actor) }),
  ),
  /** One arrival, for the form it is registered with. */
  scan: procedure('cases.register')
    .input(zScanId)
    .query(
      async ({ ctx, input }): Promise<ScanRow> => scanRow(ctx, await scanById(ctx.services.db, ctx.actor, input.id)),
    ),
  /** Takes an arrival in: files first, words later. */
  takeIn: procedure('cases.register')
    .input(zNoted.extend({ fileIds: z.array(zFileId).min(1).max(100) }))
    .mutation(async ({ ctx, input }): Promise<{ id: string }> => {
      notInFuture(ctx, input.receivedOn);
      const { db, clock } = ctx.services;
      return { id: await insertScan(db, ctx.actor, input, clock.now()) };
    }),
  /** Puts right what was noted of an arrival that still waits. */
  note: procedure('cases.register')
    .input(zNoted.extend(zScanId.shape))
    .mutation(async ({ ctx, input }): Promise<void> => {
      notInFuture(ctx, input.receivedOn);
      await updateScan(ctx.services.db, ctx.actor, input.id, input);
    }),
  /** Takes out of the inbox what is no application, with the reason; it stays to be seen. */
  strike: procedure('cases.register')
    .input(zScanId.extend({ why: z.string().trim().min(2).max(400) }))
    .mutation(
      ({ ctx, input }): Promise<void> =>
        strikeScan(ctx.services.db, ctx.actor, input.id, input.why, ctx.services.clock.now()),
    ),
  /** The checks beside the form, as somebody types. */
  check: procedure('cases.register')
    .input(zApplicationToCheck)
    .query(({ ctx, input }): Promise<Checked> => checkForm(ctx, input)),
  /** The same of a registered case, before it is accepted or refused. */
  checkCase: procedure('cases.act')
    .input(z.object({ id: zStreamId }))
    .query(({ ctx, input }): Promise<Checked> => checkCase(ctx, input.id)),
});
