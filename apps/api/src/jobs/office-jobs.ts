/** What the office's own jobs are, and when. */
import { makeScheduledBackup } from '../modules/backup/make-backup.ts';
import { forgetOldRegisters } from '../modules/import/runs.ts';
import { forgetOld } from '../modules/notices/notices.ts';
import { sendDigests } from '../modules/notices/send-digests.ts';
import { catchUp } from '../modules/notices/tell-of-entries.ts';
import { tellOfLimits } from '../modules/notices/tell-of-limits.ts';
import type { Services } from '../trpc/context.ts';
import type { Job } from './jobs.ts';

export const officeJobs = (services: Services): readonly Job[] => [
  {
    // What a process left untold, and every limit that has come to a rung.
    name: 'notices',
    cron: '5 * * * *',
    run: async () => {
      await catchUp(services);
      await tellOfLimits(services);
      await forgetOld(services.db, services.clock.now());
    },
  },
  // A register of people's cases is not kept because nobody uploads another one.
  {
    name: 'old-registers',
    cron: '35 * * * *',
    run: () => forgetOldRegisters(services.db, services.clock.now()),
  },
  // Asked often, sent once a day: a server that comes up at noon, or a mail server that comes back, is not waited for long.
  { name: 'daily-mail', cron: '*/10 * * * *', run: () => sendDigests(services) },
  { name: 'daily-backup', cron: '20 * * * *', run: () => makeScheduledBackup(services) },
];
