/** Tells people soon after each commit of this process: what is written together is told together. */
import type { StreamId } from '@redress/domain/ids';
import { afterCommit } from '../../case-store/after-commit.ts';
import { errorFields } from '../../log.ts';
import type { Services } from '../../trpc/context.ts';
import { tellOfStreams } from './tell-of-entries.ts';

const STREAMS_AT_ONCE = 50;

export interface Noticer {
  /** Resolves when all that was written so far has been told. */
  settled(): Promise<void>;
  /** Listens no more, and finishes what it began. */
  stop(): Promise<void>;
}

/** Begins to listen. What fails is left to the next look over all ledgers. */
export function startNoticer(services: Pick<Services, 'db' | 'directory' | 'law' | 'clock' | 'log'>): Noticer {
  const waiting = new Set<StreamId>();
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, STREAMS_AT_ONCE);
      for (const id of batch) waiting.delete(id);
      await tellOfStreams(services, batch).catch((error: unknown) => {
        services.log.warn({ part: 'notices', ...errorFields(error) }, 'untold until the next look');
      });
    }
    working = null;
  }

  const leave = afterCommit(services.db, (streams) => {
    for (const id of streams) waiting.add(id);
    working ??= Promise.resolve().then(work);
  });
  const settled = async () => {
    while (working !== null) await working;
  };
  return {
    settled,
    stop: async () => {
      leave();
      await settled();
    },
  };
}
