import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a lock file', () => {
  it('lets one work at a time, says that the second waits, and is gone afterwards', async () => {
    const file = path.join(folder, 'deep', 'a.lock');
    let inside = 0;
    let most = 0;
    let waited = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await turn();
      inside -= 1;
    };
    const wait = () => {
      waited += 1;
    };
    await Promise.all([withLock(file, work, wait), withLock(file, work, wait), withLock(file, work, wait)]);
    expect({ most, inside, waited }).toEqual({ most: 1, inside: 0, waited: 2 });
    expect(existsSync(file)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const file = path.join(folder, 'a.lock');
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['whose process is gone', `${hostname()} 4194305 x`, 0],
    ['of another machine that has been silent', 'elsewhere 1 x', 3600],
  ])('%s is taken over', async (_name, content, ageSeconds) => {
    const file = path.join(folder, 'a.lock');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, content);
    const then = Date.now() / 1000 - ageSeconds;
    utimesSync(file, then, then);
    await expect(withLock(file, () => 'done')).resolves.toBe('done');
  });
});
