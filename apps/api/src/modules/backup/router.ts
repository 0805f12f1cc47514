import { RedressError } from '@redress/domain/errors';
import { errorFields } from '../../log.ts';
import { procedure, router } from '../../trpc/procedures.ts';
import { makeBackup } from './make-backup.ts';
import { backupOverview } from './overview.ts';
import type { BackupOverview } from './types.ts';

export const backupsRouter = router({
  /** What was backed up, where it lies, and how the daily mail fares. */
  overview: procedure('backup.manage').query(({ ctx }): Promise<BackupOverview> => backupOverview(ctx)),
  /** Makes a backup now; answers as soon as it has begun. `busy` while another is being made. */
  start: procedure('backup.manage').mutation(async ({ ctx }): Promise<{ id: string }> => {
    const { services, actor } = ctx;
    const begun = Promise.withResolvers<string | null>();
    const made = makeBackup(services, 'manual', actor.accountId, begun.resolve);
    const { underWay } = services.operations;
    const ended = made.then(
      (one) => begun.resolve(one?.id ?? null),
      (error: unknown) => {
        services.log.error({ part: 'backup', ...errorFields(error) }, 'a backup failed');
        begun.reject(error);
      },
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    const id = await begun.promise;
    if (id === null) throw new RedressError({ code: 'busy' });
    return { id };
  }),
});
