import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acquireEmbeddedServer } from '../postgres/embedded.ts';

const PREFIX = 'redress-test-';

/** A new data folder for a test, named after this process; root's unprivileged server can pass through it. */
export function temporaryDataDir(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(dataDir, 0o711);
  return dataDir;
}

/** Remove a temporary data folder, and its cluster where that lies elsewhere. Release its server first. */
export function removeDataDir(dataDir: string): void {
  const pointer = path.join(dataDir, 'postgres.path');
  const elsewhere = existsSync(pointer) ? readFileSync(pointer, 'utf8').split('\n')[0] : undefined;
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** Stop and remove what test runs left behind that were killed before they could. */
export async function removeAbandonedDataDirs(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') continue;
      const dataDir = path.join(tmpdir(), name);
      try {
        if (existsSync(path.join(dataDir, 'postgres.password'))) {
          await (await acquireEmbeddedServer({ dataDir, purpose: 'test' })).release();
        }
        removeDataDir(dataDir);
      } catch {
        // Another user's, or another run is removing it just now.
      }
    }
  }
}
