// Plain Node 20 JavaScript without dependencies: it runs before anything is installed.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
/** A holder that has not touched its lock for this long is gone, whatever its number says. */
const SILENCE_MS = 20_000;

/** @param {string} file */
function isAbandoned(file) {
  try {
    const [host, pid] = readFileSync(file, 'utf8').split(' ');
    // A file without content was created this instant; only silence can tell that its maker died.
    if (host === hostname() && Number(pid) > 0) {
      try {
        process.kill(Number(pid), 0);
      } catch (error) {
        if (error.code === 'ESRCH') return true;
      }
    }
    return Date.now() - statSync(file).mtimeMs > SILENCE_MS;
  } catch {
    return false;
  }
}

/**
 * Do something while holding a lock file, so that of two commands started at once the second waits for the first.
 * @template T
 * @param {string} file the lock file; its folder is made when missing
 * @param {() => T | Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds it
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => undefined) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(file, `${hostname()} ${process.pid} ${randomUUID()}`, { flag: 'wx' });
      // Silence is measured by this process's clock, which a test may have moved; the file system's knows nothing of it.
      utimesSync(file, new Date(), new Date());
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) {
      // Moved aside first: of two that find it abandoned, one moves it, and the other starts over.
      const aside = `${file}.${randomUUID()}`;
      try {
        renameSync(file, aside);
        rmSync(aside, { force: true });
      } catch {
        // The other one was first.
      }
      continue;
    }
    if (!waited) onWait();
    await sleep(200);
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Taken away from us; the work goes on.
    }
  }, HEARTBEAT_MS);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    release();
  }
}
