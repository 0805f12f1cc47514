/** The list of cases narrowed, put in order, taken out of the program; and what is done with many cases at once. */
import { civilDate } from '@redress/domain/calendar/civil-date';
import { listWords } from '@redress/domain/labels/list-columns';
import { type ListColumnKey, listColumns } from '@redress/domain/reconsideration/list-columns';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { sorts } from '../../case-store/list-orders.ts';
import { type Api, anApplication, type Browser, demoPeople, newCommandId, testApi, today } from '../../testing/api.ts';
import type { CaseFilter, CaseRow } from './types.ts';

let api: Api;
let handler: Browser;
let accepted: CaseView;
let posted: CaseView;
let joined: CaseView;

const party = (key: string, name: string) => ({ key, person: { name } });

beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  const base = anApplication();
  posted = await api.aCase({
    channel: 'post',
    filedOn: '2026-02-26',
    receivedOn: '2026-02-27',
    applicants: [party('a1', '=HYPERLINK("http://x.example","点这里")'), party('a2', '𠮷田禾')],
    act: { ...base.act, matter: 'licence', category: 'industry-commerce' },
    respondents: [demoPeople.marketLiaison.organId],
  });
  accepted = await api.aCase({ receivedOn: '2026-02-25', filedOn: '2026-02-25' });
  accepted = await handler.step(accepted, 'accept', { occurredOn: '2026-02-26' });
  joined = await api.aCase();
  joined = await handler.step(joined, 'join-cases', { into: accepted.id, reason: '并案' });
  joined = await handler.step(joined, 'withdraw-before-acceptance', { reason: '撤回' });
});

async function rows(filter: CaseFilter = {}, over: object = {}, browser = handler): Promise<readonly CaseRow[]> {
  const answer = await browser.query('cases', 'list', { filter, limit: 200, ...over });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data.rows as readonly CaseRow[];
}
const ids = (list: readonly { readonly id: string }[]) => list.map((row) => row.id).toSorted();

describe('a row', () => {
  it('says who asks, whose act it is, what it is about, and since when', async () => {
    const row = (await rows()).find((one) => one.id === posted.id);
    expect(row).toMatchObject({
      applicants: ['=HYPERLINK("http://x.example","点这里")', '𠮷田禾'],
      respondents: ['云岭县市场监督管理局'],
      matter: 'licence',
      category: 'industry-commerce',
      channel: 'post',
      lawVersion: 'ARL2023',
      receivedOn: '2026-02-27',
      acceptedOn: null,
      daysUsed: null,
      updatedOn: today,
      version: posted.version,
    });
    // From 26 February to 2 March.
    expect((await rows()).find((one) => one.id === accepted.id)).toMatchObject({
      acceptedOn: '2026-02-26',
      daysUsed: 4,
      procedure: 'ordinary',
    });
    expect((await rows()).find((one) => one.id === joined.id)).toMatchObject({
      closedOn: today,
      outcome: 'withdrawn-before-acceptance',
    });
  });

  it('counts no day on which the limit stood still', async () => {
    const view = await api.aCase({ receivedOn: '2026-02-10', filedOn: '2026-02-10' });
    const running = await handler.step(view, 'accept', { occurredOn: '2026-02-10' });
    const stopped = await handler.step(running, 'suspend', {
      occurredOn: '2026-02-20',
      ground: 'other-case',
      reason: '以另案结果为依据',
      document: { sendings: [] },
    });
    const row = (await rows()).find((one) => one.id === view.id);
    // Ten days until 20 February less the day itself; what has stood still since is not used.
    expect(row?.daysUsed).toBe(stopped.clocks.find((c) => c.ruleId.startsWith('reconsideration.decide'))?.daysUsed);
  });
});

describe('each filter finds exactly the rows that have the value', () => {
  const fields = {
    stage: 'stage',
    waitingFor: 'waitingFor',
    light: 'light',
    matter: 'matter',
    category: 'category',
    channel: 'channel',
    procedure: 'procedure',
    outcome: 'outcome',
    lawVersion: 'lawVersion',
  } as const satisfies Partial<Record<keyof CaseFilter, keyof CaseRow>>;

  it.each(Object.entries(fields))('%s', async (name, column) => {
    const all = await rows();
    const values = new Set(all.map((row) => row[column]));
    expect(values.size).toBeGreaterThan(0);
    for (const value of values) {
      if (value === null) continue;
      const expected = all.filter((row) => row[column] === value);
      expect(ids(await rows({ [name]: value })), String(value)).toEqual(ids(expected));
    }
  });

  it('a value that no case has finds none', async () => {
    expect(await rows({ matter: 'levy' })).toEqual([]);
    expect(await rows({ outcome: 'uphold' })).toEqual([]);
    expect(await rows({ channel: 'oral' })).toEqual([]);
    expect(await rows({ voided: true })).toEqual([]);
  });

  it('days of receipt, of acceptance and of the end, both ends included', async () => {
    const all = await rows();
    const day = civilDate('2026-02-26');
    for (const [from, to, column] of [
      ['receivedFrom', 'receivedTo', 'receivedOn'],
      ['acceptedFrom', 'acceptedTo', 'acceptedOn'],
      ['closedFrom', 'closedTo', 'closedOn'],
    ] as const) {
      const later = all.filter((row) => row[column] !== null && (row[column] ?? '') >= day);
      const earlier = all.filter((row) => row[column] !== null && (row[column] ?? '') <= day);
      expect(ids(await rows({ [from]: day })), from).toEqual(ids(later));
      expect(ids(await rows({ [to]: day })), to).toEqual(ids(earlier));
    }
  });

  it('the respondent, also before it was told, the handler, and what was joined', async () => {
    const all = await rows();
    expect(ids(await rows({ respondent: demoPeople.marketLiaison.organId }))).toEqual([posted.id]);
    expect(ids(await rows({ respondent: demoPeople.policeLiaison.organId }))).toEqual(
      ids(all.filter((row) => row.id !== posted.id)),
    );
    expect(ids(await rows({ handler: demoPeople.handler.accountId }))).toEqual(ids(all));
    expect(await rows({ handler: demoPeople.secondHandler.accountId })).toEqual([]);
    expect(ids(await rows({ joined: true }))).toEqual([joined.id]);
    expect(ids(await rows({ joined: false }))).toEqual(ids(all.filter((row) => row.id !== joined.id)));
  });

  it('within the limit is nothing without a limit', async () => {
    expect((await rows({ light: 'ok' })).every((row) => row.due !== null)).toBe(true);
    expect((await rows({ light: 'none' })).every((row) => row.due === null)).toBe(true);
  });

  it('the counters are the lengths of their lists', async () => {
    const counts = await handler.query('cases', 'counts', undefined);
    if (!counts.ok) throw new Error(counts.failure.code);
    expect(counts.data.open).toBe((await rows({ closed: false })).length);
    for (const light of ['overdue', 'near', 'stopped'] as const) {
      expect(counts.data[light], light).toBe((await rows({ closed: false, light })).length);
    }
  });

  it('a department finds nothing by an end it was not told of', async () => {
    const liaison = await api.as(demoPeople.policeLiaison);
    expect(await rows({ outcome: 'withdrawn-before-acceptance' }, {}, liaison)).toEqual([]);
    expect(await rows({}, {}, liaison)).toEqual([]);
  });
});

describe('an exported list', () => {
  const take = async (over: object, browser = handler) => {
    const answer = await browser.json('/api/exports/cases', { format: 'xlsx', columns: listColumns, ...over });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const table = async (over: object) => {
    const sheet = (await readXlsx(await take(over))).sheets[0];
    if (sheet === undefined) throw new Error('no sheet');
    const end = sheet.rows.findIndex((row) => row.every((cell) => cell === null || cell === ''));
    const last = end < 0 ? sheet.rows.findIndex((row) => String(row[0]).startsWith('件数')) : end;
    return { sheet, head: sheet.rows[0] ?? [], body: sheet.rows.slice(1, last), foot: sheet.rows.slice(last) };
  };

  it.each(sorts)('is the list, in its order: by %s', async (sort) => {
    for (const order of ['asc', 'desc'] as const) {
      const list = await rows({}, { sort, order });
      const { body } = await table({ sort, order, columns: ['number'] });
      expect(body.map((row) => row[0])).toEqual(list.map((row) => row.number));
    }
  });

  it('has its headings frozen, days that are days and numbers that are numbers', async () => {
    const columns: ListColumnKey[] = ['number', 'receivedOn', 'used', 'left', 'applicants'];
    const { body, head, sheet } = await table({ columns, filter: { stage: 'accepted' } });
    expect(head).toEqual(columns.map((column) => listWords('zh-CN').columns[column]));
    expect(sheet.freezePane).toEqual({ rows: 1 });
    const row = body.find((cells) => cells[0] === accepted.number);
    expect(row?.[1]).toEqual(new Date(Date.UTC(2026, 1, 25)));
    expect(row?.[2]).toBe(4);
    expect(typeof row?.[3]).toBe('number');
    expect(row?.[4]).toBe('黎向晨');
  });

  it('says below how many there are, by which filter, when and by whom', async () => {
    const { foot } = await table({ filter: { matter: 'licence', handler: 'me' } });
    const text = foot.map((row) => row[0]).join('\n');
    expect(text).toContain('件数：1');
    expect(text).toContain('行政许可');
    expect(text).toContain('本人承办');
    expect(text).toContain(`导出时间：${today} `);
    expect(text).toContain(`导出人：${demoPeople.handler.name}（云岭县人民政府）`);
  });

  it('is never a formula: in Excel it is text, in CSV it is marked as text', async () => {
    const { body, sheet } = await table({ columns: ['number', 'applicants'], filter: { matter: 'licence' } });
    expect(body[0]?.[1]).toContain('=HYPERLINK');
    expect(JSON.stringify([...(sheet.cells?.values() ?? [])])).not.toContain('"formula"');
    const bytes = await take({ format: 'csv', columns: ['applicants', 'number'], filter: { matter: 'licence' } });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const lines: string[][] = parse(text, { bom: true, relax_column_count: true });
    expect(lines[1]?.[0]).toMatch(/^'=HYPERLINK/);
    expect(lines[1]?.[1]).toBe(posted.number);
  });

  it('calls a category as the office does, in the rows and below them', async () => {
    const system = await api.as(demoPeople.systemAdmin);
    const renamed = await system.mutate('office', 'actOnList', {
      commandId: newCommandId(),
      list: 'category',
      expectedVersion: null,
      type: 'rename-item',
      input: { occurredOn: today, key: 'industry-commerce', zh: '市场秩序', en: 'Market order' },
    });
    expect(renamed.ok).toBe(true);
    const asked = { columns: ['number', 'category'], filter: { category: 'industry-commerce' } };
    for (const [language, name] of [
      ['zh-CN', '市场秩序'],
      ['en', 'Market order'],
    ]) {
      const { body, foot } = await table({ ...asked, language });
      expect(body).toEqual([[posted.number, name]]);
      expect(foot.map((row) => row[0]).join('\n')).toContain(name);
    }
  });

  it('speaks English on request', async () => {
    const { head } = await table({ language: 'en', columns: ['number', 'stage'] });
    expect(head).toEqual(['Case no.', 'State']);
  });

  it('is for those who may read cases, holds only theirs, and refuses what is no column', async () => {
    const of = async (browser: Browser, over: object = {}) =>
      browser.json('/api/exports/cases', { format: 'csv', columns: ['number'], ...over });
    expect((await of(api.browser())).status).toBe(401);
    expect((await of(await api.as(demoPeople.statistician))).status).toBe(403);
    expect((await of(handler, { columns: ['idNumber'] })).status).toBe(400);
    expect((await of(handler, { filter: { q: 'a\u0000b' } })).status).toBe(400);
    const theirs = await (await of(await api.as(demoPeople.marketLiaison))).text();
    expect(theirs).not.toContain(posted.number);
  });
});

describe('many cases at once', () => {
  it('what would happen is said case by case, and nothing is written', async () => {
    const accept = { type: 'accept', input: {} };
    const resume = { type: 'resume', input: { reason: '障碍消除' } };
    const before = await handler.view(posted.id);
    const answer = await handler.query('cases', 'foresee', {
      items: [
        { id: posted.id, step: accept },
        { id: joined.id, step: resume },
        { id: accepted.id, step: resume },
        { id: 'no-such-case-00000000' as typeof posted.id, step: accept },
      ],
    });
    if (!answer.ok) throw new Error(answer.failure.code);
    const [first, second, third, unknown] = answer.data;
    expect(first).toMatchObject({ version: before.version, failure: null, preview: { ok: true } });
    for (const one of [second, third]) {
      expect(one?.preview).toMatchObject({ ok: false, verdict: 'refused' });
      expect(one?.preview?.reason).not.toBeNull();
    }
    expect(unknown).toMatchObject({ preview: null, version: null, failure: { code: 'not-found' } });
    expect((await handler.view(posted.id)).version).toBe(before.version);
  });

  it('a person who handles no cases is a problem of the field, case by case', async () => {
    const step = { type: 'assign-handlers', input: { accounts: [demoPeople.statistician.accountId], why: '调整分工' } };
    const answer = await handler.query('cases', 'foresee', { items: [{ id: posted.id, step }] });
    expect(answer).toMatchObject({
      data: [{ preview: null, failure: { code: 'invalid-input', fields: [{ field: 'accounts.0' }] } }],
    });
  });

  it('what is unsent is there until it has left for everybody it is for', async () => {
    let view = await api.aCase({ applicants: [party('a1', '甲某'), party('a2', '乙某')] });
    view = await handler.step(view, 'accept', { document: {} });
    const unsent = async () => {
      const answer = await handler.query('cases', 'unsent', { ids: [view.id] });
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.data[0];
    };
    const [document] = (await unsent())?.documents ?? [];
    expect(document).toMatchObject({ kind: 'acceptance-notice' });
    expect(document?.addressees.map((one) => one.name)).toEqual(['甲某', '乙某']);
    const send = (at: number) =>
      handler.step(view, 'send-document', {
        documentId: document?.documentId as never,
        sendings: [
          {
            addressee: document?.addressees[at]?.addressee as never,
            method: 'post',
            sentOn: today,
            sentProof: '邮政速递 1042',
          },
        ],
      });
    view = await send(0);
    expect((await unsent())?.documents[0]?.addressees.map((one) => one.name)).toEqual(['乙某']);
    view = await send(1);
    expect((await unsent())?.documents).toEqual([]);
    expect(await unsent()).toMatchObject({ version: view.version, number: view.number });
  });

  it('a department has nothing to send for the office', async () => {
    const liaison = await api.as(demoPeople.policeLiaison);
    expect(await liaison.query('cases', 'unsent', { ids: [accepted.id] })).toMatchObject({
      failure: { code: 'not-permitted' },
    });
  });

  it('the same command twice acts once: a page that was closed goes on where it stood', async () => {
    const view = await handler.view(accepted.id);
    const command = {
      commandId: newCommandId(),
      id: view.id,
      expectedVersion: view.version,
      step: {
        type: 'assign-handlers',
        input: { accounts: [demoPeople.secondHandler.accountId], why: '调整分工' },
      },
    };
    const first = await handler.mutate('cases', 'execute', command);
    const again = await handler.mutate('cases', 'execute', command);
    expect(first.ok && again.ok).toBe(true);
    expect((await handler.view(accepted.id)).version).toBe(view.version + 1);
  });
});

describe('what was joined', () => {
  it('is the office’s to filter by: a respondent finds as many cases with the filter as without', async () => {
    const organId = demoPeople.policeLiaison.organId;
    const younger = await handler.step(await api.aCase(), 'accept', {});
    await handler.step(younger, 'issue-copy', {
      document: { sendings: [{ addressee: { is: 'organ', organId }, method: 'exchange', sentOn: today }] },
    });
    await handler.step(await handler.view(younger.id), 'join-cases', { into: accepted.id, reason: '并案' });
    const liaison = await api.as(demoPeople.policeLiaison);
    const seen = ids(await rows({}, {}, liaison));
    expect(seen).toContain(younger.id);
    for (const asked of [true, false]) expect(ids(await rows({ joined: asked }, {}, liaison))).toEqual(seen);
    expect(ids(await rows({ joined: true }))).toContain(younger.id);
    expect(ids(await rows({ joined: false }))).not.toContain(younger.id);
  });
});
