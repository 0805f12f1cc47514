/** `redress backup` and `redress restore` as they are called: their words, their exit codes, and what they leave. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { testDatabase } from '../testing/database.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'redress-cli-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function redress(args: readonly string[], databaseUrl: string, dataDir: string) {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'main.ts'), ...args], {
    env: { DATABASE_URL: databaseUrl, REDRESS_DATA: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = await once(child, 'exit');
  return { code: code as number | null, said };
}

/** Each call is a process of its own, and there are several. */
const patience = { timeout: 180_000 };

describe('an office on one machine', () => {
  it('is backed up there and restored on another, and refuses to be restored over', patience, async () => {
    const api = await testApi();
    await api.aCase();
    const file = path.join(folder, 'office.tar.gz');
    const made = await redress(['backup', file], api.database.url, api.dataDir);
    expect(made, made.said).toMatchObject({ code: 0 });
    expect(made.said).toContain('everything agrees');
    // It holds everybody's data: nobody else on the machine reads it.
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(existsSync(`${file}.part`)).toBe(false);

    const again = await redress(['backup', file], api.database.url, api.dataDir);
    expect(again.code).toBe(1);
    expect(again.said).toContain('文件已存在');

    const other = await testDatabase();
    const otherData = path.join(folder, 'other');
    const restored = await redress(['restore', file], other.url, otherData);
    expect(restored, restored.said).toMatchObject({ code: 0 });
    expect(restored.said).toContain('everything agrees');
    const counts = await other.sql<{ n: number }>('select count(*)::int as n from entry');
    const was = await api.database.sql<{ n: number }>('select count(*)::int as n from entry');
    expect(counts).toEqual(was);

    const over = await redress(['restore', file], other.url, otherData);
    expect(over.code).toBe(1);
    expect(over.said).toContain('只能恢复到空的数据库');
    expect(over.said).not.toContain('    at ');
  });

  it('a file that is none, or is not there, is a sentence and not a stack', patience, async () => {
    const empty = await testDatabase();
    const letter = path.join(folder, 'letter.txt');
    writeFileSync(letter, 'dear colleague');
    for (const file of [letter, path.join(folder, 'nothing-here.tar.gz')]) {
      const answer = await redress(['restore', file], empty.url, path.join(folder, 'none'));
      expect(answer.code).toBe(1);
      expect(answer.said).toContain(path.basename(file));
      expect(answer.said).not.toContain('    at ');
    }
    expect(readFileSync(letter, 'utf8')).toBe('dear colleague');
    expect(await empty.sql('select from stream')).toHaveLength(0);
  });

  it('without a file named it says how it is called', patience, async () => {
    const answer = await redress(['backup'], 'postgres://nobody@127.0.0.1:1/nothing', folder);
    expect(answer.code).toBe(2);
    expect(answer.said).toContain('file');
  });
});
