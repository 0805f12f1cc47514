/** An office begins: once, whole or not at all, on the command line and on the first page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { initProblem } from '@redress/domain/labels/office';
import { planInit } from '@redress/domain/office/init-plan';
import { afterAll, describe, expect, it } from 'vitest';
import { verify } from '../../case-store/verify.ts';
import { type InitFlags, runInit } from '../../cli/init.ts';
import { systemClock } from '../../clock.ts';
import { kinds, shippedLaw } from '../../data.ts';
import type { Database } from '../../db/database.ts';
import { folderFileStore } from '../../files/store.ts';
import { testDatabase } from '../../testing/database.ts';
import { FirstStart } from './first-start.ts';
import { initOffice } from './init-office.ts';
import { decodeCsv, organsTemplate, readOrgansCsv } from './organs-csv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'redress-init-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const flags: InitFlags = {
  name: '河西县人民政府',
  shortName: '县政府',
  code: 'HX01',
  level: '县级',
  institution: '河西县司法局',
  prefix: '河政复',
  system: 'sys.one:程一',
  security: 'sec.two:程二',
  auditor: 'aud.three:程三',
};
const deps = (db: Database) => ({ db, kinds, law: shippedLaw(), clock: systemClock });

function withOrgans(content: string | Uint8Array): string {
  const file = path.join(folder, `${Math.abs(content.length)}-organs.csv`);
  writeFileSync(file, content);
  return file;
}

/** Runs the command; without a database where it must not need one. */
async function run(given: InitFlags, db: Database | null, passwords = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { print: (line: string) => out.push(line), say: (line: string) => err.push(line), passwords, ask: null };
  const code = await runInit(given, { ...io }, async () => {
    if (db === null) throw new Error('it opened the database');
    return deps(db);
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the table of organs', () => {
  it('is read as a spreadsheet saves it: a mark at its head, comments, Chinese headings, quotes, empty rows', () => {
    const { rows, problems } = readOrgansCsv(
      '\uFEFF# 说明\r\n代码,名称,级别,备注\r\n'.replace(',备注', '') +
        'HX11,"河西县公安局",县级\r\n,,\r\n\r\nHX12,河西县教育局,县级\r\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { line: 3, cells: { code: 'HX11', name: '河西县公安局', level: '县级' } },
      { line: 6, cells: { code: 'HX12', name: '河西县教育局', level: '县级' } },
    ]);
  });

  it('is read in the encoding Chinese spreadsheets use when nobody asks for UTF-8', () => {
    expect(decodeCsv(new Uint8Array([0xba, 0xd3, 0xce, 0xf7]))).toBe('河西');
    expect(decodeCsv(new TextEncoder().encode('河西'))).toBe('河西');
  });

  it.each([
    ['code,name\n', ['organs.1.level missing-column']],
    ['code,name,level,colour\n', ['organs.1 unknown-column']],
    ['code,name,level,name\n', ['organs.1.name twice-column']],
    ['code,name,level\nA,"甲,county\n', ['organs.2 broken-row']],
    ['code,name,level\nA,甲,county,surplus\n', ['organs.2 too-many-cells']],
  ])('tells what is wrong with %j and where', (text, found) => {
    expect(readOrgansCsv(text).problems.map((p) => `${p.field} ${p.rule}`)).toEqual(found);
  });

  it('has an example that is itself without mistakes', () => {
    const { rows, problems } = readOrgansCsv(organsTemplate);
    expect([rows.length, problems]).toEqual([3, []]);
  });
});

describe('redress init', () => {
  it('checks without a database, tells every mistake with line and column, and writes nothing', async () => {
    const bad = withOrgans('code,name,level,parentCode\nHX11,河西县公安局,村级,\nHX12,河西县教育局,county,HX99\n');
    const { code, err } = await run({ ...flags, organs: bad, auditor: 'sys.one:程三' }, null);
    expect(code).toBe(1);
    expect(err).toContain('第 2 行，级别（level）');
    expect(err).toContain('line 3, parentCode: there is no organ with the code “HX99”');
    expect(err).toContain('审计员，用户名：三名管理员应当是不同的人');
    expect(err).toContain('3 problems; nothing was written');
    const good = withOrgans('code,name,level\nHX11,河西县公安局,county\n');
    expect(await run({ ...flags, organs: good, check: true }, null)).toMatchObject({
      code: 0,
      out: expect.stringContaining('ready: 2 organs, 3 administrators'),
    });
    expect((await run({ template: true }, null)).out).toContain('code,name,shortName,level,kind,parentCode');
    expect((await run({ ...flags, organs: path.join(folder, 'absent.csv') }, null)).err).toContain('cannot be read');
  });

  it('begins the office once; a second time, and beside data of any kind, it says so', async () => {
    const database = await testDatabase();
    const organs = withOrgans(
      'code,name,level,kind\nHX11,河西县公安局,county,\nHX21,柏树镇人民政府,township,government\n',
    );
    const made = await run({ ...flags, organs }, database.app, { system: 'given-first-password' });
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/sec\.two {2}\w{4}-\w{4}-\w{4}/);
    expect(made.out).not.toContain('given-first-password');
    const streams = await database.sql<{ kind: string; n: string }>(
      'select kind, count(*) as n from stream group by 1 order by 1',
    );
    expect(streams.map((row) => [row.kind, Number(row.n)])).toEqual([
      ['account', 3],
      ['organ', 3],
      ['post-holder', 3],
    ]);
    const users = await database.sql('select username, must_change from auth_user order by 1');
    expect(users).toEqual([
      { username: 'aud.three', must_change: true },
      { username: 'sec.two', must_change: true },
      { username: 'sys.one', must_change: true },
    ]);
    const again = await run({ ...flags, organs }, database.app);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('it is not made twice')]);
    const { differences } = await verify(database.owner, {
      kinds,
      law: shippedLaw(),
      files: folderFileStore(folder, 1024),
    });
    expect(differences).toEqual([]);
  });

  it('is whole or not at all: two at once make one office', async () => {
    const database = await testDatabase();
    const plan = planInit({
      organ: {
        code: 'HX01',
        name: '河西县人民政府',
        shortName: '',
        level: 'county',
        parentCode: '',
        institution: '司法局',
        numberPrefix: '河政复',
      },
      organs: [],
      administrators: {
        system: { username: 'sys', name: '甲', password: null },
        security: { username: 'sec', name: '乙', password: null },
        auditor: { username: 'aud', name: '丙', password: null },
      },
    });
    if (!plan.ok) throw new Error(plan.problems.map((p) => initProblem(p, 'en')).join());
    const settled = await Promise.allSettled([0, 1].map(() => initOffice(deps(database.app), plan.plan)));
    expect(settled.map((s) => s.status).sort()).toEqual(['fulfilled', 'rejected']);
    const [count] = await database.sql<{ n: number }>('select count(*)::int as n from stream');
    expect(count?.n).toBe(7);
  });
});

describe('the first page of an empty database', () => {
  const organ = {
    code: 'HX01',
    name: '河西县人民政府',
    shortName: '',
    level: 'county',
    parentCode: '',
    institution: '司法局',
    numberPrefix: '河政复',
  };
  const planned = planInit({
    organ,
    organs: [],
    administrators: {
      system: { username: 'sys', name: '甲', password: null },
      security: { username: 'sec', name: '乙', password: null },
      auditor: { username: 'aud', name: '丙', password: null },
    },
  });
  const plan = planned.ok ? planned.plan : null;

  it('lets nobody begin an office without the code, which changes when it is guessed at', async () => {
    if (plan === null) throw new Error('the plan is wrong');
    const { app } = await testDatabase();
    const said: string[] = [];
    const first = new FirstStart({
      ...deps(app),
      seedDemo: null,
      onBegun: () => undefined,
      say: (line) => said.push(line),
    });
    expect(await first.state()).toEqual({ is: 'empty', demoOffered: false });
    first.announce();
    const codeIn = (line: string | undefined) => /: (\S+)$/.exec(line ?? '')?.[1] ?? '';
    const code = codeIn(said[0]);
    for (let i = 0; i < 10; i += 1) {
      await expect(first.begin('AAAA-0000', plan)).rejects.toMatchObject({
        failure: { reason: { code: 'setup-code-wrong' } },
      });
    }
    await expect(first.begin(code, plan)).rejects.toThrow('not-permitted');
    const fresh = codeIn(said.at(-1));
    expect(fresh).not.toBe(code);
    // As people type it.
    const done = await first.begin(fresh.toLowerCase().replace('-', ' '), plan);
    expect(done.organs).toBe(1);
    expect(await first.state()).toEqual({ is: 'begun' });
    await expect(first.begin(fresh, plan)).rejects.toMatchObject({ failure: { reason: { code: 'office-begun' } } });
    await expect(first.makeDemo(fresh)).rejects.toMatchObject({ failure: { reason: { code: 'demo-not-offered' } } });
  });

  it('makes the demonstration for the right code only, and once', async () => {
    const { app } = await testDatabase();
    const said: string[] = [];
    let made = 0;
    const underWay = Promise.withResolvers<void>();
    const seedDemo = () => {
      made += 1;
      return underWay.promise;
    };
    const say = (line: string) => said.push(line);
    const first = new FirstStart({ ...deps(app), seedDemo, onBegun: () => undefined, say });
    first.announce();
    for (const wrong of ['', 'AAAA-0000']) {
      await expect(first.makeDemo(wrong)).rejects.toMatchObject({
        failure: { reason: { code: 'setup-code-wrong' } },
      });
    }
    expect([await first.state(), made]).toEqual([{ is: 'empty', demoOffered: true }, 0]);
    const code = /: (\S+)$/.exec(said[0] ?? '')?.[1] ?? '';
    await Promise.all([first.makeDemo(code), first.makeDemo(code)]);
    expect([(await first.state()).is, made]).toEqual(['making', 1]);
    underWay.resolve();
  });

  it('notices an office that the command line began beside it', async () => {
    if (plan === null) throw new Error('the plan is wrong');
    const { app } = await testDatabase();
    let begun = 0;
    const onBegun = () => {
      begun += 1;
    };
    const first = new FirstStart({ ...deps(app), seedDemo: async () => undefined, onBegun, say: () => undefined });
    expect(await first.state()).toEqual({ is: 'empty', demoOffered: true });
    await initOffice(deps(app), plan);
    expect([await first.state(), begun]).toEqual([{ is: 'begun' }, 1]);
  });
});
