import { procedure, router } from '../../trpc/procedures.ts';
import { listNotices } from './list-notices.ts';
import { keepMailSettings, mailSettingsOf } from './mail-settings.ts';
import { COUNTED, markAllRead, markRead, unreadOf } from './notices.ts';
import { remind } from './remind.ts';
import {
  type MailSettings,
  type NoticePage,
  type Reminded,
  zListNotices,
  zMailSettings,
  zMarkAllRead,
  zMarkRead,
  zRemind,
} from './types.ts';

export const noticesRouter = router({
  /** The figure beside the bell. */
  unread: procedure('signed-in').query(async ({ ctx }): Promise<{ count: number; more: boolean }> => {
    const count = await unreadOf(ctx.services.db, ctx.actor.accountId);
    return { count, more: count >= COUNTED };
  }),
  /** One's own notices, newest first, a keyset page. */
  list: procedure('signed-in')
    .input(zListNotices)
    .query(({ ctx, input }): Promise<NoticePage> => listNotices(ctx, input)),
  markRead: procedure('signed-in')
    .input(zMarkRead)
    .mutation(
      ({ ctx, input }): Promise<void> =>
        markRead(ctx.services.db, ctx.actor.accountId, input.ids, ctx.services.clock.now()),
    ),
  /** All that came before an instant. */
  markAllRead: procedure('signed-in')
    .input(zMarkAllRead)
    .mutation(
      ({ ctx, input }): Promise<void> =>
        markAllRead(ctx.services.db, ctx.actor.accountId, input.until, ctx.services.clock.now()),
    ),
  /** Asks whom the case waits for. */
  remind: procedure('cases.act')
    .input(zRemind)
    .mutation(({ ctx, input }): Promise<Reminded> => remind(ctx, input)),
  /** Where one's daily mail goes. */
  mailSettings: procedure('signed-in').query(
    async ({ ctx }): Promise<MailSettings> => ({
      ...(await mailSettingsOf(ctx.services.db, ctx.actor.accountId)),
      available: ctx.services.operations.mail !== null,
    }),
  ),
  saveMailSettings: procedure('signed-in')
    .input(zMailSettings)
    .mutation(
      ({ ctx, input }): Promise<void> =>
        keepMailSettings(ctx.services.db, ctx.actor.accountId, input, ctx.services.clock.now()),
    ),
});
