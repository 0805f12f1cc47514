import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { StreamId } from '@redress/domain/ids';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { shippedLaw, tallyKinds } from '../testing/tally.ts';
import { loadEntries } from './ledgers.ts';
import { verify } from './verify.ts';

const db = await testDatabase();
const writer = path.resolve(import.meta.dirname, '../testing/tally-writer.ts');

/** Lets a process write until it has acknowledged so many steps, kills it where it stands, and answers all it said. */
async function writeAndKill(acknowledgements: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, db.url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === acknowledgements) child.kill('SIGKILL');
  }
  if (lines.length < acknowledgements) throw new Error(complaint);
  return lines;
}

test('kill -9 in the middle of writes, ten times: nothing acknowledged is lost and everything agrees', async () => {
  const acknowledged: string[] = [];
  for (let round = 1; round <= 10; round += 1) {
    acknowledged.push(...(await writeAndKill(3 + round * 4)));
    const ids = [...new Set(acknowledged.map((line) => line.split(' ')[0] as StreamId))];
    const ledgers = await loadEntries(db.app.pool, ids);
    const written = new Set(
      [...ledgers.values()]
        .flat()
        .filter((entry) => entry.type === 'added')
        .map((entry) => `${entry.streamId} ${(entry.payload as { n: number }).n}`),
    );
    expect(acknowledged.filter((line) => !written.has(line))).toEqual([]);
    const { differences, counts } = await verify(db.owner, { kinds: tallyKinds, law: shippedLaw, files: null });
    expect(differences).toEqual([]);
    expect(counts.entry).toBeGreaterThanOrEqual(acknowledged.length);
  }
}, 120_000);
