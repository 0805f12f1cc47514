import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = path.resolve(import.meta.dirname, '..');

/** The programs of our tools, run by this very Node: no shell, no PATH, the same on every system. */
const programs = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  turbo: 'node_modules/turbo/bin/turbo',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Tools that call home do not. */
const quiet = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/**
 * The environment of a test run on another day than the machine's (`test-today.mjs`).
 * @param {string | undefined} day the value of REDRESS_TEST_TODAY
 * @param {string | undefined} options what NODE_OPTIONS holds already
 * @returns {NodeJS.ProcessEnv}
 */
export function withToday(day, options) {
  if (!day) return {};
  const preload = `--import=${pathToFileURL(path.join(root, 'scripts/test-today.mjs')).href}?day=${day}`;
  return { NODE_OPTIONS: options ? `${options} ${preload}` : preload };
}

/**
 * The environment of everything we start: the pinned Node first, nothing calls home.
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(more = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  return { ...process.env, ...quiet, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...more };
}

/**
 * Run a tool to its end, its output on ours (`toStderr` keeps our stdout free).
 * @param {keyof typeof programs} tool
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, toStderr?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it did not start
 */
export function runTool(tool, args, { cwd = root, env = {}, toStderr = false } = {}) {
  return runNode([path.join(root, programs[tool]), ...args], { cwd, env, toStderr });
}

/**
 * Run a program of our own with this Node, to its end.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, toStderr?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runNode(args, { cwd = root, env = {}, toStderr = false } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', toStderr ? 2 : 'inherit', 'inherit'];
    const child = spawn(process.execPath, args, { cwd, env: environment(env), stdio });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
