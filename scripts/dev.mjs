import { spawn } from 'node:child_process';
import path from 'node:path';
import { whenParentIsGone } from './parent.mjs';
import { environment, root } from './tools.mjs';

/** Vite serves the pages with hot reload and passes /api on; the API starts again when one of its files changes. */
const port = process.env.PORT || '3000';
const start = (folder, args, env, options) =>
  spawn(process.execPath, args, {
    cwd: path.join(root, folder),
    env: environment(env),
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
const children = [
  // In a group of its own: it must hear of Ctrl-C once, through its watcher. Hearing it from the terminal, too, it would
  // end at once, in the middle of stopping PostgreSQL.
  start('apps/api', ['--watch', 'src/main.ts'], { PORT: port }, { detached: process.platform !== 'win32' }),
  start('apps/web', [path.join(root, 'node_modules/vite/bin/vite.js')], { REDRESS_API: `http://127.0.0.1:${port}` }),
];

/** When one ends, or we are told to, all end; we wait for them. One Ctrl-C may reach us by more than one way. */
const ECHO_MS = 1_000;
let toldAt = -Infinity;
const stop = () => {
  if (performance.now() - toldAt < ECHO_MS) return;
  toldAt = performance.now();
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
};
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 1;
    if (toldAt === -Infinity) stop();
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
whenParentIsGone(() => toldAt === -Infinity && stop());
