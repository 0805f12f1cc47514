/** `redress init` as it is typed: with questions, and what it never does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { kinds, shippedLaw } from '../data.ts';
import { testDatabase } from '../testing/database.ts';
import { runInit } from './init.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'redress-init-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('redress init at a terminal', () => {
  it('asks for what no flag gave, in order, and begins the office', async () => {
    const { app, sql } = await testDatabase();
    const organs = path.join(folder, 'organs.csv');
    // As a Chinese spreadsheet saves it: GB18030, with a mark of its own line ends.
    writeFileSync(
      organs,
      new Uint8Array([
        ...new TextEncoder().encode('code,name,level\r\nHX11,'),
        ...[0xba, 0xd3, 0xce, 0xf7, 0xcf, 0xd8, 0xb9, 0xab, 0xb0, 0xb2, 0xbe, 0xd6],
        ...new TextEncoder().encode(',county\r\n'),
      ]),
    );
    const answers: Readonly<Record<string, string>> = {
      'name of the reviewing organ': '河西县人民政府',
      code: 'HX01',
      'its reconsideration institution': '河西县司法局',
      'prefix of its case numbers': '河政复',
      'table of organs': organs,
    };
    const asked: string[] = [];
    const people = ['sys', '程一', 'sec', '程二', 'aud', '程三'];
    const ask = async (question: string, fallback: string) => {
      asked.push(question);
      if (/管理员|审计员/.test(question)) return people.shift() ?? '';
      const found = Object.entries(answers).find(([words]) => question.includes(words));
      return found?.[1] ?? fallback;
    };
    const out: string[] = [];
    const err: string[] = [];
    const io = { print: (line: string) => out.push(line), say: (line: string) => err.push(line), passwords: {}, ask };
    const code = await runInit({}, io, async () => ({ db: app, kinds, law: shippedLaw(), clock: systemClock }));
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(asked).toHaveLength(13);
    expect(out[0]).toContain('made: 2 organs, 3 administrators');
    const names = await sql<{ name: string }>(
      `select payload ->> 'name' as name from entry where type = 'organ-established' order by payload ->> 'code'`,
    );
    expect(names.map((row) => row.name)).toEqual(['河西县人民政府', '河西县公安局']);
    const levels = await sql<{ level: string }>(
      `select distinct payload ->> 'level' as level from entry where type = 'organ-established'`,
    );
    expect(levels).toEqual([{ level: 'county' }]);
  });
});
