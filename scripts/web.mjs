import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { root, runTool } from './tools.mjs';

const built = path.join(root, 'apps', 'web', 'dist', 'site');
const shelf = path.join(root, 'node_modules', '.cache', 'redress-web');
/** How many builds stay on the shelf: a running application may still be serving an older one. */
const KEPT = 6;

/** A name made of everything in a folder. */
function contentName(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isFile()) hash.update(`${name}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Build the web application if its sources changed (turbo remembers), and put the result on a shelf under the name of
 * its content. A build that is being served is thus never touched by the next one.
 * @returns {Promise<string>} the folder to serve
 * @throws when the build fails
 */
export async function buildWeb() {
  return withLock(path.join(root, '.turbo', 'web.lock'), async () => {
    const code = await runTool('turbo', ['run', 'build', '--filter=@redress/web', '--output-logs=new-only'], {
      toStderr: true,
    });
    if (code !== 0 || !existsSync(path.join(built, 'index.html'))) {
      throw new Error('网页构建失败，见上 · building the web application failed, see above');
    }
    const target = path.join(shelf, contentName(built));
    if (!existsSync(target)) {
      const staging = `${target}.new-${process.pid}`;
      mkdirSync(shelf, { recursive: true });
      cpSync(built, staging, { recursive: true });
      renameSync(staging, target);
    }
    utimesSync(target, new Date(), new Date());
    const byAge = readdirSync(shelf)
      .map((name) => path.join(shelf, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const old of byAge.slice(KEPT)) rmSync(old, { recursive: true, force: true });
    return target;
  });
}
