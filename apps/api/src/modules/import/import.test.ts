/** The import of an earlier register on a real database: what the dry run says is what happens, once, whoever and however often. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { StreamId } from '@redress/domain/ids';
import { replay } from '@redress/domain/ledger/replay';
import type { ImportMapping } from '@redress/domain/reconsideration/import/mapping';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { writeXlsx } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLedger } from '../../case-store/ledgers.ts';
import { unheardStreams } from '../../case-store/unheard.ts';
import { verify } from '../../case-store/verify.ts';
import { officeJobs } from '../../jobs/office-jobs.ts';
import {
  type Api,
  anApplication,
  type Browser,
  demoPeople,
  newCaseId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';
import { plantedDifferences, plantedErrors, registerWorkbook } from '../../testing/earlier-register.ts';
import {
  csvOf,
  faultyRegister,
  type RegisterCells,
  registerHeaders,
  rowOf,
  soundCells,
} from '../../testing/register.ts';
import { readRegister } from './read-register.ts';
import type { ImportRowView, RunView } from './types.ts';
import { atRest, stopWorking } from './working.ts';

const sample = path.resolve(import.meta.dirname, '../../../../../docs/samples/earlier-register.xlsx');

let api: Api;
let section: Browser;
let institution: Browser;
beforeAll(async () => {
  api = await testApi();
  section = await api.as(demoPeople.sectionHead);
  institution = await api.as(demoPeople.institutionHead);
});

const upload = async (browser: Browser, bytes: NonNullable<RequestInit['body']>, name = '2025年台账.csv') => {
  const response = await browser.fetch(`/api/imports?name=${encodeURIComponent(name)}`, { method: 'PUT', body: bytes });
  return {
    status: response.status,
    body: (await response.json()) as { id: string; failure?: { code: string; fields?: unknown } },
  };
};
const sure = <T>(answer: { ok: true; data: T } | { ok: false; failure: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data;
};
const view = async (id: string, browser = section): Promise<RunView> =>
  sure(await browser.query('imports', 'view', { id }));

async function checked(
  cells: readonly RegisterCells[],
  browser = section,
  change: (m: ImportMapping) => ImportMapping = (m) => m,
) {
  const { body } = await upload(browser, csvOf(cells));
  const { mapping } = await view(body.id, browser);
  sure(await browser.mutate('imports', 'check', { id: body.id, mapping: change(mapping) as never }));
  await atRest(body.id);
  return view(body.id, browser);
}
async function run(id: string, browser = section): Promise<RunView> {
  sure(await browser.mutate('imports', 'run', { id }));
  await atRest(id);
  return view(id, browser);
}
const rows = async (
  id: string,
  filter: 'all' | 'error' | 'failed' | 'difference' = 'all',
): Promise<readonly ImportRowView[]> => sure(await section.query('imports', 'rows', { id, filter, limit: 200 })).rows;
const caseOf = async (id: StreamId | null) => {
  const ledger = await loadLedger(api.services.db.pool, id as StreamId);
  if (ledger === null) throw new Error('no such case');
  return replay(reconsideration, ledger, api.services.law);
};
const differences = async () => {
  const { kinds, law, db } = api.services;
  return (await verify(db, { kinds, law, files: null })).differences;
};

describe('a register', () => {
  it('is read under its title, and its columns propose themselves', async () => {
    const { body } = await upload(section, csvOf([soundCells(9001)]));
    const run = await view(body.id);
    expect([run.headerFrom, run.headerTo, run.counts.total]).toEqual([2, 2, 1]);
    expect(run.headers).toEqual([...registerHeaders]);
    expect(run.mapping.columns).toMatchObject({
      caseNumber: 1,
      receivedOn: 2,
      respondents: 6,
      outcome: 23,
      dueOn: 25,
      late: 26,
    });
  });

  it('is the same from a spreadsheet with real dates, from CSV in GB18030 and in UTF-8', async () => {
    const cells = rowOf(soundCells(9002)).map((c) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(c)) ? new Date(`${c}T00:00:00Z`) : c,
    );
    const book = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['说明']] },
        { name: '台账', rows: [['标题'], [...registerHeaders], cells] },
      ],
    });
    const gb = Buffer.from(await new Response(new Blob([csvOf([soundCells(9002)])])).arrayBuffer());
    for (const bytes of [book as Uint8Array<ArrayBuffer>, gb]) {
      const { status, body } = await upload(section, bytes);
      expect(status).toBe(200);
      const run = await view(body.id);
      sure(await section.mutate('imports', 'check', { id: body.id, mapping: run.mapping as never }));
      await atRest(body.id);
      expect(await view(body.id)).toMatchObject({ status: 'checked', counts: { ready: 1, error: 0 } });
    }
    // 云政复 in the national code
    const national = Buffer.concat([Buffer.from([0xd4, 0xc6, 0xd5, 0xfe, 0xb8, 0xb4]), Buffer.from(',x\n1,2\n')]);
    const { body } = await upload(section, national);
    expect((await view(body.id)).headers[0]).toBe('云政复');
  });

  it('that cannot be read is refused at the file, whatever is wrong with it', async () => {
    const broken = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]);
    expect(await upload(section, broken)).toMatchObject({
      status: 400,
      body: { failure: { fields: [{ field: 'file', rule: 'register-unreadable' }] } },
    });
    expect(await upload(section, '')).toMatchObject({
      status: 400,
      body: { failure: { fields: [{ rule: 'register-empty' }] } },
    });
    expect(await upload(section, ',,,\n,,\n')).toMatchObject({
      status: 400,
      body: { failure: { fields: [{ rule: 'register-empty' }] } },
    });
    const noTables = [
      '%PDF-1.7\n1 0 obj\n',
      '{\\rtf1 a,b}',
      '<html><table><tr><td>案号,x</td></tr></table></html>',
      '今天收到三件申请。\n明天再登记。\n',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x2c]),
      Buffer.from('a,b\u0000c,d\n'),
    ];
    for (const bytes of noTables) {
      expect(await upload(section, bytes, '台账.csv')).toMatchObject({
        status: 400,
        body: { failure: { fields: [{ field: 'file', rule: 'register-wrong-kind' }] } },
      });
    }
  });

  it('that unfolds to more than an import takes is refused before it is unfolded, and holds nobody up', async () => {
    const long = Array.from({ length: 2000 }, (_, n) => [n, '同样的话'.repeat(40)]);
    const book = await writeXlsx({ sheets: [{ name: '台账', rows: [['序号', '备注'], ...long] }] });
    expect(book.length).toBeLessThan(100_000);
    const ruleOf = async (bytes: Uint8Array, limits?: Parameters<typeof readRegister>[1]) =>
      readRegister(bytes, limits).then(
        () => 'read',
        (error: { failure?: { fields?: readonly { rule: string }[] } }) => error.failure?.fields?.[0]?.rule,
      );
    // A directory that belies the sheets behind it bounds them all the same.
    const lying = Uint8Array.from(book);
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 0)
        view.setUint32(at + 24, 9, true);
    }
    const silent = Uint8Array.from(lying, (byte) => byte);
    const silentView = new DataView(silent.buffer);
    for (let at = 0; at < silent.length - 46; at += 1) {
      if (silentView.getUint32(at, true) === 0x02014b50) silentView.setUint32(at + 24, 0, true);
    }
    expect(
      await Promise.all([
        ruleOf(book, { maxUnfolded: 100_000 }),
        ruleOf(lying, { maxUnfolded: 100_000 }),
        ruleOf(silent, { maxUnfolded: 100_000 }),
        ruleOf(book, { timeoutMs: 1 }),
        ruleOf(book),
      ]),
    ).toEqual(['register-too-heavy', 'register-unreadable', 'register-unreadable', 'register-too-heavy', 'read']);
  });

  it('is for heads of the reviewing organ, and seen by no other organ', async () => {
    const handler = await api.as(demoPeople.handler);
    expect((await upload(handler, csvOf([soundCells(1)]))).status).toBe(403);
    const { body } = await upload(section, csvOf([soundCells(9003)]));
    const city = await api.as(demoPeople.citySectionHead);
    for (const answer of [
      await city.query('imports', 'view', { id: body.id }),
      await city.query('imports', 'rows', { id: body.id }),
      await city.mutate('imports', 'run', { id: body.id }),
      await city.mutate('imports', 'discard', { id: body.id }),
    ]) {
      expect(answer).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    }
    expect((await city.fetch(`/api/imports/${body.id}/findings.xlsx`)).status).toBe(404);
    expect(sure(await city.query('imports', 'list'))).toEqual([]);
  });
});

describe('the dry run', () => {
  it('writes no case, and says each mistake at its row, column and field', async () => {
    const before = await api.database.sql('select count(*)::int as n from stream');
    const run = await checked([
      soundCells(101),
      soundCells(102, { 收到日期: '2025-02-30' }),
      soundCells(103, { 被申请人: '云岭县不存在局' }),
      soundCells(104, { 受理日期: '2025-02-20' }),
      soundCells(101, { 备注: '重复' }),
      soundCells(105, { 结案方式: '' }),
      soundCells(106, { 发送副本日期: '2025-03-04' }),
    ]);
    expect(run).toMatchObject({ status: 'checked', counts: { total: 7, ready: 1, error: 6 } });
    expect(
      (await rows(run.id, 'error')).map((r) => [
        r.n,
        ...r.problems.filter((p) => p.severity === 'error').map((p) => [p.column, p.field, p.code, p.value]),
      ]),
    ).toEqual([
      [4, ['C', 'receivedOn', 'no-such-day', '2025-02-30']],
      [5, ['G', 'respondents', 'unknown-organ', '云岭县不存在局']],
      [6, ['L', 'acceptedOn', 'before-receipt', '2025-02-20']],
      [7, ['B', 'caseNumber', 'duplicate-in-file', '云政复〔2025〕101号']],
      [8, ['X', 'outcome', 'closed-without-outcome', '2025-04-28']],
      [9, ['P', 'copySentOn', 'not-accepted-yet', '2025-03-04']],
    ]);
    expect(await api.database.sql('select count(*)::int as n from stream')).toEqual(before);
  });

  it('sets what the register said against what is computed, with the rule', async () => {
    const run = await checked([
      soundCells(111, { 审理期限届满日: '2025-05-05' }),
      soundCells(112, { 结案日期: '2025-05-20', 送达日期: '2025-05-21', 是否超期: '否' }),
      soundCells(113, { 受理日期: '2025-03-20', 发送副本日期: '2025-03-21', 审理期限届满日: '' }),
    ]);
    const found = await rows(run.id, 'difference');
    expect(found.map((r) => [r.n, ...r.differences.map((d) => [d.what, d.said, d.computed, d.article])])).toEqual([
      [3, ['due', '2025-05-05', '2025-05-06', 'ARL2023 62(1)']],
      [4, ['late', 'in-time', 'late', 'ARL2023 62(1)']],
      [5, ['accepted', '2025-03-20', '2025-03-10', 'ARL2023 30(3)']],
    ]);
    const detail = sure(await section.query('imports', 'row', { id: run.id, n: 3 }));
    expect(detail.limit?.computation).toMatchObject({ ruleId: 'reconsideration.decide-ordinary', due: '2025-05-06' });
    expect(detail.steps.map((s) => s.type)).toEqual([
      'register-application',
      'accept',
      'issue-copy',
      'file-reply',
      'decide',
      'make-note',
    ]);
  });

  it('finds the case that is in the system already: its number, and the same applicant over the same act', async () => {
    const known = await api.aCase({ act: { ...anApplication().act, number: '云公（治）行罚决字〔2025〕777号' } });
    const run = await checked([
      soundCells(121, { 案号: known.number ?? '' }),
      soundCells(122, { 申请人: '黎向晨', 行政行为文号: '云公(治)行罚决字[2025]777号' }),
    ]);
    const [taken, same] = await rows(run.id);
    expect(taken).toMatchObject({ status: 'error' });
    expect(taken?.problems).toContainEqual(expect.objectContaining({ code: 'number-taken', column: 'B' }));
    expect(same?.problems).toContainEqual(
      expect.objectContaining({ code: 'same-act-same-applicant', severity: 'warning' }),
    );
  });

  it('asks for the words nobody knows, and remembers the answers for the next file', async () => {
    const cells = [soundCells(131, { 结案方式: '维持原判', 申请复议事项: '甲类', 被申请人: '治安队' })];
    const { body } = await upload(section, csvOf(cells));
    const { mapping } = await view(body.id);
    const words = sure(await section.query('imports', 'words', { id: body.id, mapping: mapping as never }));
    expect(words.choices.find((c) => c.field === 'matter')?.words).toEqual([{ text: '甲类', count: 1, code: null }]);
    expect(words.organs).toEqual([{ text: '治安队', count: 1, organId: null, several: [] }]);
    const chosen = { ...mapping, values: { matter: { 甲类: 'penalty' } }, organs: { 治安队: 'organ-yunling-police' } };
    sure(await section.mutate('imports', 'check', { id: body.id, mapping: chosen as never }));
    await atRest(body.id);
    expect((await view(body.id)).counts).toMatchObject({ ready: 1, error: 0 });
    const next = await upload(institution, csvOf(cells));
    expect(await view(next.body.id)).toMatchObject({ remembered: true, mapping: chosen });
  });

  it('knows a category that the office has added', async () => {
    const system = await api.as(demoPeople.systemAdmin);
    const added = await system.mutate('office', 'actOnList', {
      commandId: newCommandId(),
      list: 'category',
      expectedVersion: null,
      type: 'add-item',
      input: { occurredOn: today, key: 'drones', zh: '低空管理', en: 'Low altitude', mapsTo: 'transport' },
    });
    expect(added.ok).toBe(true);
    const cells = [soundCells(161, { 备注: '低空管理' }), soundCells(162, { 备注: '无人机管理' })];
    const { body } = await upload(section, csvOf(cells));
    const proposed = (await view(body.id)).mapping;
    const { remarks, ...columns } = proposed.columns;
    const mapping = { ...proposed, columns: { ...columns, category: remarks } };
    const words = sure(await section.query('imports', 'words', { id: body.id, mapping: mapping as never }));
    expect(words.choices.find((c) => c.field === 'category')?.words).toEqual([
      { text: '低空管理', count: 1, code: 'drones' },
      { text: '无人机管理', count: 1, code: null },
    ]);
    const chosen = { ...mapping, values: { ...mapping.values, category: { 无人机管理: 'drones' } } };
    sure(await section.mutate('imports', 'check', { id: body.id, mapping: chosen as never }));
    await atRest(body.id);
    expect((await view(body.id)).counts).toMatchObject({ ready: 2, error: 0, warning: 0 });
    const nowhere = { ...mapping, values: { category: { 无人机管理: 'no-such-category' } } };
    expect(await section.mutate('imports', 'check', { id: body.id, mapping: nowhere as never })).toMatchObject({
      failure: { code: 'invalid-input', fields: [{ field: 'category', rule: 'not-an-option' }] },
    });
  });

  it('comes as a workbook with every finding beside its row', async () => {
    const run = await checked([soundCells(141, { 收到日期: '2025-02-30', 备注: '=1+1' })]);
    const response = await section.fetch(`/api/imports/${run.id}/findings.xlsx`);
    expect(response.status).toBe(200);
    const book = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(book.sheets.map((s) => s.name)).toEqual(['错误与提示', '台账与计算的差异', '检查结果']);
    expect(book.sheets[0]?.rows[1]?.slice(0, 5)).toEqual([3, 'C', '云政复〔2025〕141号', '收到申请日期', '2025-02-30']);
    expect(book.sheets[2]?.rows[1]).toContain("'=1+1");
    expect(String(book.sheets[2]?.rows[1]?.at(-1))).toContain('没有这一天');
  });

  it('refuses a mapping that makes no case of any row', async () => {
    const { body } = await upload(section, csvOf([soundCells(151)]));
    const answer = await section.mutate('imports', 'check', {
      id: body.id,
      mapping: { columns: { applicants: 4, agents: 4 } } as never,
    });
    expect(answer).toMatchObject({
      ok: false,
      failure: {
        code: 'invalid-input',
        fields: [
          { field: 'receivedOn', rule: 'required' },
          { field: 'respondents', rule: 'required' },
          { field: 'agents', rule: 'named-twice' },
        ],
      },
    });
  });
});

describe('the sample register of the documentation', () => {
  it('shows the mistakes that were planted in it, and nothing else', async () => {
    const { body } = await upload(section, readFileSync(sample), '云岭县2023年台账.xlsx');
    const run = await view(body.id);
    expect([run.sheet, run.headerFrom, run.counts.total]).toEqual(['2023年台账', 3, 121]);
    sure(await section.mutate('imports', 'check', { id: body.id, mapping: run.mapping as never }));
    await atRest(body.id);
    // Three rows of title and header stand above the first one; the last error is the row of totals.
    const planted = Object.keys(plantedErrors).map((n) => Number(n) + 3);
    expect((await rows(body.id, 'error')).map((r) => r.n)).toEqual([...planted, 124]);
    const differing = Object.keys(plantedDifferences).map((n) => Number(n) + 3);
    expect((await rows(body.id, 'difference')).map((r) => r.n)).toEqual(differing);
    expect((await view(body.id)).counts.ready).toBe(121 - planted.length - 1);
  });

  it('is what its script writes', async () => {
    const written = await readRegister(await registerWorkbook());
    expect(await readRegister(readFileSync(sample))).toEqual(written);
  });
});

describe('the run', () => {
  it('does what the dry run said: the cases stand as their rows tell, under their own numbers', async () => {
    const dry = await checked([
      soundCells(201),
      soundCells(202, {
        结案日期: '',
        结案方式: '',
        送达日期: '',
        是否超期: '',
        收到日期: '2026-02-10',
        案号: '云政复〔2026〕900号',
        受理日期: '2026-02-12',
        发送副本日期: '2026-02-13',
        答复日期: '',
        审理期限届满日: '',
      }),
      soundCells(203, {
        受理日期: '',
        发送副本日期: '',
        答复日期: '',
        结案日期: '',
        结案方式: '',
        送达日期: '',
        不予受理日期: '2025-03-06',
        不予受理理由: '超过申请期限',
      }),
      soundCells(204, { 收到日期: 'x' }),
    ]);
    expect(dry.counts).toMatchObject({ ready: 3, error: 1 });
    const done = await run(dry.id);
    expect(done).toMatchObject({ status: 'finished', counts: { done: 3, error: 1, failed: 0 } });
    const written = await rows(dry.id);
    const decided = await caseOf(written[0]?.streamId ?? null);
    expect([decided.number, decided.closing?.on, decided.acceptance?.on]).toEqual([
      '云政复〔2025〕201号',
      '2025-04-28',
      '2025-03-06',
    ]);
    expect(decided.handlers).toEqual([demoPeople.handler.accountId]);
    const open = await caseOf(written[1]?.streamId ?? null);
    expect([open.number, open.closing]).toEqual(['云政复〔2026〕900号', null]);
    expect((await caseOf(written[2]?.streamId ?? null)).closing?.how).toEqual({
      is: 'refused',
      condition: 'within-time-limit',
    });
    expect(await differences()).toEqual([]);
    // What people wrote in the register is gone from the import once it is in the case.
    expect(
      await api.database.sql(
        `select count(*)::int as n from import_row where run_id = '${dry.id}' and status = 'done' and cells is not null`,
      ),
    ).toEqual([{ n: 0 }]);
    // Nor is any of it left in what was found wrong with it.
    const quoted = await api.database.sql<{ value: string }>(
      `select p ->> 'value' as value from import_row, jsonb_array_elements(problems) p
        where run_id = '${dry.id}' and status = 'done'`,
    );
    expect(quoted.filter((p) => p.value !== '')).toEqual([]);
    // What an earlier register tells is no news to anybody.
    const streams = written.flatMap((row) => row.streamId ?? []);
    expect(streams).toHaveLength(3);
    const untold = await unheardStreams(api.services.db, reconsideration.kind, '', 1000);
    expect(untold.filter((u) => streams.includes(u.streamId))).toEqual([]);
    await officeJobs(api.services)
      .find((job) => job.name === 'notices')
      ?.run();
    const told = await api.database.sql<{ kind: string }>(
      `select kind from notice where stream_id in (${streams.map((s) => `'${s}'`).join(', ')})`,
    );
    expect(told.filter((n) => n.kind !== 'due')).toEqual([]);
    // The organ's own numbering goes on after the register's.
    expect((await api.aCase()).number).toBe('云政复〔2026〕901号');
  });

  it('takes nothing twice: the same file again, fixed in one row, brings that row only', async () => {
    const cells = [soundCells(211), soundCells(212, { 收到日期: '' })];
    await run((await checked(cells)).id);
    const again = await checked([soundCells(211), soundCells(212)]);
    expect(again.counts).toMatchObject({ known: 1, ready: 1 });
    expect((await run(again.id)).counts).toMatchObject({ known: 1, done: 1, failed: 0 });
    const third = await checked([soundCells(211), soundCells(212)], institution);
    expect(third.counts).toMatchObject({ known: 2, ready: 0 });
  });

  it('says of a case that was voided since where it is, and does not take it again', async () => {
    await run((await checked([soundCells(215), soundCells(216)])).id);
    const [first] = await rows((await checked([soundCells(215)])).id);
    const id = first?.streamId as StreamId;
    const { version } = await section.view(id);
    sure(
      await section.mutate('cases', 'execute', {
        commandId: newCommandId(),
        id,
        expectedVersion: version,
        step: { type: 'void-case', input: { why: '误登记', irregularReason: '已有结果' } },
      }),
    );
    const again = await checked([soundCells(215), soundCells(216)]);
    expect(again.counts).toMatchObject({ known: 2, ready: 0, warning: 1 });
    const said = (await rows(again.id)).map((row) => row.problems.map((p) => [p.code, p.params]));
    expect(said).toEqual([[['known-but-voided', { caseId: id }]], []]);
  });

  it('takes each row once where two people import the same file at once', async () => {
    const cells = Array.from({ length: 12 }, (_, i) => soundCells(221 + i));
    const [mine, theirs] = [await checked(cells, section), await checked(cells, institution)];
    sure(await section.mutate('imports', 'run', { id: mine.id }));
    sure(await institution.mutate('imports', 'run', { id: theirs.id }));
    await Promise.all([atRest(mine.id), atRest(theirs.id)]);
    const [a, b] = [(await view(mine.id)).counts, (await view(theirs.id)).counts];
    expect(a.done + b.done).toBe(12);
    expect(a.known + b.known).toBe(12);
    const numbers = await api.database.sql<{ n: number }>(
      `select count(*)::int as n from case_index where case_number in (${cells.map((c) => `'${c.案号}'`).join(', ')})`,
    );
    expect(numbers).toEqual([{ n: 12 }]);
  });

  it('goes on where it was stopped, and where it was cut off', async () => {
    const dry = await checked(Array.from({ length: 8 }, (_, i) => soundCells(241 + i)));
    sure(await section.mutate('imports', 'run', { id: dry.id }));
    const paused = sure(await section.mutate('imports', 'pause', { id: dry.id }));
    expect(['paused', 'finished']).toContain(paused.status);
    await atRest(dry.id);
    const begun = (await view(dry.id)).counts;
    expect(begun.done + begun.ready).toBe(8);
    // Cut off: the process is gone, the run still says that it is running.
    await api.database.sql(`update import_run set status = 'running', touched_at = 0 where id = '${dry.id}'`);
    stopWorking(dry.id);
    expect((await view(dry.id)).status).toBe('interrupted');
    expect(await run(dry.id)).toMatchObject({ status: 'finished', counts: { done: 8, ready: 0 } });
    expect(await differences()).toEqual([]);
  });

  it('leaves no half of a row behind where the number was taken meanwhile', async () => {
    const dry = await checked([
      soundCells(261, {
        案号: '云政复〔2026〕950号',
        收到日期: '2026-02-10',
        受理日期: '2026-02-12',
        发送副本日期: '2026-02-13',
        答复日期: '2026-02-20',
        结案日期: '',
        结案方式: '',
        送达日期: '',
        审理期限届满日: '',
      }),
    ]);
    expect(dry.counts.ready).toBe(1);
    await api.database.sql(`update number_counter set last = 949 where year = 2026`);
    const taken = await section.mutate('cases', 'register', {
      commandId: newCommandId(),
      id: newCaseId(),
      input: anApplication(),
    });
    expect(taken).toMatchObject({ ok: true, data: { number: '云政复〔2026〕950号' } });
    const before = await api.database.sql('select count(*)::int as n from entry');
    expect((await run(dry.id)).counts).toMatchObject({ failed: 1, done: 0 });
    expect((await rows(dry.id, 'failed'))[0]?.problems).toContainEqual(
      expect.objectContaining({ code: 'number-taken', field: 'caseNumber' }),
    );
    expect(await api.database.sql('select count(*)::int as n from entry')).toEqual(before);
  });

  it('takes a number of the register from nobody who only sends a step', async () => {
    const answer = await section.mutate('cases', 'register', {
      commandId: newCommandId(),
      id: newCaseId(),
      input: { ...anApplication(), numberGiven: '云政复〔2026〕1号' },
    });
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', fields: [{ field: 'numberGiven', rule: 'only-from-register' }] },
    });
  });

  it('of three hundred rows with every kind of mistake: what is sound comes in, the rest says why', async () => {
    const { rows: cells, wrong } = faultyRegister(300, 5);
    const dry = await checked(
      cells.map((c) => (c.案号 === '合计' ? c : { ...c, 案号: String(c.案号).replace('2025〕', '2025〕7') })),
    );
    expect(dry.counts.error).toBe(wrong);
    expect(dry.counts.ready).toBe(300 - wrong);
    const done = await run(dry.id);
    expect(done.counts).toMatchObject({ done: 300 - wrong, failed: 0, error: wrong });
    expect(await differences()).toEqual([]);
  }, 120_000);

  it('is not finished while rows wait to be checked, and is not read anew while it is written', async () => {
    const dry = await checked([soundCells(291), soundCells(292)]);
    await api.database.sql(`update import_row set status = 'unread' where run_id = '${dry.id}' and n = 4`);
    expect(await run(dry.id)).toMatchObject({ status: 'uploaded', counts: { done: 1, unread: 1 } });
    // Checked again, it is finished as any other.
    sure(await section.mutate('imports', 'check', { id: dry.id, mapping: dry.mapping as never }));
    await atRest(dry.id);
    expect(await run(dry.id)).toMatchObject({ status: 'finished', counts: { done: 2, unread: 0 } });

    const both = await checked(Array.from({ length: 12 }, (_, i) => soundCells(301 + i)));
    const [check, written] = await Promise.all([
      section.mutate('imports', 'check', { id: both.id, mapping: both.mapping as never }),
      section.mutate('imports', 'run', { id: both.id }),
    ]);
    expect([check.ok, written.ok]).toContain(true);
    await atRest(both.id);
    const after = await view(both.id);
    expect(after.counts.unread).toBe(0);
    expect(['checked', 'finished']).toContain(after.status);
  });

  it('is forgotten after thirty days, though nobody uploads another', async () => {
    const dry = await checked([soundCells(321), soundCells(322, { 收到日期: '' })]);
    const kept = await checked([soundCells(323)]);
    await api.database.sql(
      `update import_run set created_at = created_at - 31 * 86400000::bigint where id = '${dry.id}'`,
    );
    await officeJobs(api.services)
      .find((job) => job.name === 'old-registers')
      ?.run();
    const left = (id: string) =>
      api.database.sql(
        `select count(r.cells)::int as cells, count(r.problems)::int as problems, (m.content is not null) as content
           from import_row r join import_run m on m.id = r.run_id where m.id = '${id}' group by m.content`,
      );
    expect(await left(dry.id)).toEqual([{ cells: 0, problems: 0, content: false }]);
    expect(await left(kept.id)).toMatchObject([{ cells: 1, content: true }]);
  });

  it('is forgotten on request, and its cases stay', async () => {
    const dry = await checked([soundCells(281)]);
    await run(dry.id);
    const [row] = await rows(dry.id);
    sure(await section.mutate('imports', 'discard', { id: dry.id }));
    expect(await section.query('imports', 'view', { id: dry.id })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
    expect((await caseOf(row?.streamId ?? null)).number).toBe('云政复〔2025〕281号');
  });
});
