/** Runs at work in this process: each at most once, with a way to stop it between two rows. */

interface Work {
  stopped: boolean;
  done: Promise<void>;
}

const working = new Map<string, Work>();

export const isWorking = (id: string): boolean => working.has(id);

/** Asks a run to stop; it does so before its next row. */
export function stopWorking(id: string): void {
  const work = working.get(id);
  if (work !== undefined) work.stopped = true;
}

/** Waits until a run is at rest. */
export const atRest = async (id: string): Promise<void> => working.get(id)?.done;

/**
 * Starts work in the background unless the run is at work already; one that was asked to stop is waited for first.
 * `failed` hears of what nobody foresaw.
 */
export function startWorking(
  id: string,
  work: (stopped: () => boolean) => Promise<void>,
  failed: (error: unknown) => void,
): void {
  const before = working.get(id);
  if (before !== undefined && !before.stopped) return;
  const own: Work = { stopped: false, done: Promise.resolve() };
  working.set(id, own);
  own.done = (before?.done ?? Promise.resolve())
    .then(() => work(() => own.stopped))
    .catch(failed)
    .finally(() => {
      if (working.get(id) === own) working.delete(id);
    });
}

/** Lets everybody else's requests through before the next row. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
