import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environment, root } from './tools.mjs';
import { buildWeb } from './web.mjs';

const PATIENCE_MS = 120_000;

/** A port nobody listens on just now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A new data folder, named after this process so that what a killed run leaves can be found and removed. */
export function newDataDir() {
  const dataDir = mkdtempSync(path.join(tmpdir(), `redress-test-${process.pid}-`));
  chmodSync(dataDir, 0o711);
  return dataDir;
}

/** Remove a data folder, and its cluster where that lies elsewhere. */
function removeDataDir(dataDir) {
  const pointer = path.join(dataDir, 'postgres.path');
  const elsewhere = existsSync(pointer) ? readFileSync(pointer, 'utf8').split('\n')[0] : '';
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * Start the whole application as a process of its own: built pages, a port and (unless one is given) a data folder of
 * its own, always the embedded database. Resolves when it is ready.
 * @param {{ dataDir?: string, env?: Record<string, string> }} [options]
 */
export async function startApplication({ dataDir, env = {} } = {}) {
  const folder = dataDir ?? newDataDir();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['apps/api/src/main.ts'], {
    cwd: root,
    env: environment({
      HOST: '127.0.0.1',
      PORT: String(port),
      REDRESS_DATA: folder,
      REDRESS_WEB_DIST: process.env.REDRESS_WEB_DIST ?? (await buildWeb()),
      DATABASE_URL: '',
      PUBLIC_URL: '',
      ...env,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  // A caller that fails without stopping it must not leave it behind.
  const endWithCaller = () => child.kill('SIGTERM');
  process.once('exit', endWithCaller);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
    process.removeListener('exit', endWithCaller);
    if (dataDir === undefined) removeDataDir(folder);
  };
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const ready = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`the application did not become ready:\n${output}`);
    }
    await sleep(100);
  }
  return { url, port, dataDir: folder, process: child, output: () => output, stop };
}
