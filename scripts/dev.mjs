import { spawn } from 'node:child_process';
import path from 'node:path';
import { whenParentIsGone } from './parent.mjs';
import { environment, root } from './tools.mjs';

/** Vite serves the pages with hot reload and passes /api on; the API starts again when one of its files changes. */
const port = process.env.PORT || '3000';
const children = [
  ['apps/api', ['--watch', 'src/main.ts'], { PORT: port }],
  ['apps/web', [path.join(root, 'node_modules/vite/bin/vite.js')], { REDRESS_API: `http://127.0.0.1:${port}` }],
].map(([folder, args, env]) =>
  spawn(process.execPath, args, { cwd: path.join(root, folder), env: environment(env), stdio: 'inherit' }),
);

/** When one ends, or we are told to, all end. */
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 1;
    stop();
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
whenParentIsGone(stop);
