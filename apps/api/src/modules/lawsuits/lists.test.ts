/** Lists, figures, workbenches, search and hand-over with lawsuits in them: what is counted is what is listed. */
import { addDays, civilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { suitTodos } from '../../case-store/suit-filter.ts';
import { type Api, type Browser, demoPeople, governmentId, newCommandId, testApi, today } from '../../testing/api.ts';
import { aLawsuit, aSummons, policeId, suitStep, suitView } from '../../testing/lawsuits.ts';
import type { SuitFilter } from './types.ts';

let api: Api;
let handler: Browser;
let head: Browser;
let police: Browser;
const ids: Record<'fresh' | 'ahead' | 'past' | 'judged' | 'second' | 'government', StreamId> = {} as never;
const landId = demoPeople.landLiaison.organId;
let caseId: StreamId;

beforeAll(async () => {
  api = await testApi();
  [handler, head, police] = (await Promise.all(
    [demoPeople.handler, demoPeople.sectionHead, demoPeople.policeLiaison].map((p) => api.as(p)),
  )) as [Browser, Browser, Browser];
  caseId = (await api.aCase()).id;
  // Registered in the order of their days, for a lawsuit of the past is caught up with.
  const early = { occurredOn: '2026-01-12' };
  const session = { kind: 'trial' as const, time: '09:30', place: '第三审判庭', notices: [] };

  ids.fresh = (await aLawsuit(api)).id;
  ids.ahead = (await aLawsuit(api, { session: { ...session, on: '2026-03-12' } })).id;
  ids.past = (await aLawsuit(api, { ...early, session: { ...session, on: '2026-02-10' } })).id;
  let judged = await aLawsuit(api, { ...early, before: 'upheld', act: { ...aSummons().act, name: '信息公开答复' } });
  judged = await suitStep(handler, judged, 'record-judgment', {
    occurredOn: '2026-02-20',
    outcomes: ['revoke'],
    redo: { ordered: false },
    operative: '撤销答复，责令重新答复。',
    obligations: [{ organId: policeId, what: '重新作出答复', performBy: civilDate('2026-03-20') }],
    services: [
      { to: { is: 'organ', organId: policeId }, servedOn: civilDate('2026-02-24') },
      { to: { is: 'party', partyId: judged.parties[0]?.partyId as never }, servedOn: civilDate('2026-02-24') },
    ],
    irregularReason: '补录。',
  });
  ids.judged = judged.id;
  let second = await aLawsuit(api, { ...early, handlers: [demoPeople.secondHandler.accountId] });
  second = await suitStep(handler, second, 'record-judgment', {
    occurredOn: '2026-02-12',
    outcomes: ['reject-claims'],
    operative: '驳回诉讼请求。',
    irregularReason: '补录。',
  });
  second = await suitStep(handler, second, 'record-appeal', {
    occurredOn: '2026-02-20',
    parties: [second.parties[0]?.partyId as never],
  });
  second = await suitStep(handler, second, 'open-instance', {
    level: 'second',
    court: '澄陵市中级人民法院',
    courtNumber: '（2026）云04行终7号',
  });
  ids.second = second.id;
  ids.government = (
    await aLawsuit(api, {
      organs: [{ organId: governmentId, role: 'original-organ', undertakingId: landId }],
      papers: [{ organId: governmentId, papers: ['complaint-copy'] }],
      handlers: [],
      act: { name: '征收土地决定', number: null, madeOn: '2025-12-01', matter: 'levy', category: 'land' },
    })
  ).id;
});

type Data<A> = A extends { readonly ok: true; readonly data: infer T } ? T : never;
function data<A extends { readonly ok: boolean }>(answer: A): Data<A> {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return (answer as unknown as { data: Data<A> }).data;
}
const nameOf = (id: string) => Object.entries(ids).find(([, value]) => value === id)?.[0] ?? id;
const listed = async (filter: SuitFilter, browser = handler): Promise<readonly string[]> => {
  const page = data(await browser.query('lawsuits', 'list', { filter, limit: 200 }));
  return page.rows.map((row) => nameOf(row.id)).sort();
};

describe('the list of lawsuits', () => {
  it('holds lawsuits only, and the list of cases none', async () => {
    expect(await listed({})).toEqual(['ahead', 'fresh', 'government', 'judged', 'past', 'second']);
    const cases = data(await handler.query('cases', 'list', { filter: {} }));
    expect(cases.rows.map((row) => row.id)).toEqual([caseId]);
    expect(data(await handler.query('cases', 'counts')).open).toBe(1);
  });

  it('says of a row its instance, court, number, plaintiff, organs and next session', async () => {
    const { rows } = data(await handler.query('lawsuits', 'list', { filter: { q: '行终7号' } }));
    expect(rows).toMatchObject([
      {
        id: ids.second,
        title: '黎向晨诉云岭县公安局行政处罚决定',
        level: 'second',
        court: '澄陵市中级人民法院',
        courtNumber: '（2026）云04行终7号',
        instances: 2,
        plaintiffs: ['黎向晨'],
        organs: ['云岭县公安局'],
        handlers: ['陆怀谷'],
        nextSession: null,
      },
    ]);
    const [row] = data(await handler.query('lawsuits', 'list', { filter: { sessionFrom: addDays(today, 1) } })).rows;
    expect(row).toMatchObject({
      id: ids.ahead,
      nextSession: { on: '2026-03-12', time: '09:30', leaderPlanned: false },
    });
  });

  it.each<[string, SuitFilter, readonly string[]]>([
    ['level', { level: 'second' }, ['second']],
    ['part of a court’s name', { court: '澄陵' }, ['second']],
    ['where the dispute stood', { before: 'upheld' }, ['judged']],
    ['outcome', { outcome: 'revoke' }, ['judged']],
    ['matter', { matter: 'levy' }, ['government']],
    ['organ in the suit', { respondent: governmentId }, ['government']],
    ['department that answers', { undertaking: landId }, ['government']],
    ['handler', { handler: demoPeople.secondHandler.accountId }, ['second']],
    ['nobody’s', { todo: 'unassigned' }, []],
    ['a session of these days', { sessionFrom: civilDate('2026-02-01'), sessionTo: civilDate('2026-02-28') }, ['past']],
    ['leader to arrange', { todo: 'leader' }, ['ahead']],
    ['appearance to record', { todo: 'unrecorded' }, ['past']],
    ['overdue', { light: 'overdue' }, ['past']],
    ['received', { receivedTo: civilDate('2026-01-31') }, ['judged', 'past', 'second']],
    ['the act’s words', { q: '征收' }, ['government']],
    ['the plaintiff', { q: '黎向晨', level: 'second' }, ['second']],
    ['stage', { stage: 'judged' }, ['judged']],
  ])('is narrowed by %s', async (_, filter, expected) => {
    expect(await listed(filter)).toEqual(expected);
  });

  it('goes on page by page, each lawsuit once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: readonly { id: string }[]; nextCursor: string | null } = data(
        await handler.query('lawsuits', 'list', { sort: 'received', cursor, limit: 2 }),
      );
      seen.push(...page.rows.map((row) => nameOf(row.id)));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(await listed({}));
  });

  it('of a department is its own, with the office’s figures nowhere in it', async () => {
    expect(await listed({}, police)).toEqual(['ahead', 'fresh', 'judged', 'past', 'second']);
    const land = await api.as(demoPeople.landLiaison);
    expect(await listed({}, land)).toEqual(['government']);
    expect(await listed({}, await api.as(demoPeople.otherHandler))).toEqual([]);
  });
});

describe('figures', () => {
  it.each(['handler', 'sectionHead', 'policeLiaison', 'landLiaison'] as const)(
    'of a %s are lengths of lists',
    async (who) => {
      const browser = await api.as(demoPeople[who]);
      const counts = data(await browser.query('lawsuits', 'counts'));
      expect(counts.open).toBe((await listed({ closed: false }, browser)).length);
      expect(counts.overdue).toBe((await listed({ closed: false, light: 'overdue' }, browser)).length);
      for (const todo of suitTodos) {
        const isAfter = todo === 'unrecorded' || todo === 'perform' || todo === 'advice';
        const filter = isAfter ? { todo } : { todo, closed: false };
        expect([todo, counts.byTodo[todo]]).toEqual([todo, (await listed(filter, browser)).length]);
      }
      const { suits } = data(await browser.query('workbench', 'mine', {}));
      for (const { key, value, filter } of suits?.counters ?? []) {
        expect([key, value]).toEqual([key, (await listed(filter, browser)).length]);
      }
    },
  );
});

describe('the workbench', () => {
  it('of the office has answers due, sessions, leaders to arrange and appearances to record', async () => {
    const { suits } = data(await head.query('workbench', 'mine', {}));
    expect(suits?.answers.map((row) => nameOf(row.id))).toEqual(
      expect.arrayContaining(['past', 'fresh', 'ahead', 'government']),
    );
    expect(suits?.answers[0]?.id).toBe(ids.past);
    expect(suits?.sessions).toMatchObject([
      { id: ids.ahead, on: '2026-03-12', organName: '云岭县公安局', planned: false, leaderName: null },
    ]);
    expect(suits?.leaders.map((s) => nameOf(s.id))).toEqual(['ahead']);
    expect(suits?.unrecorded.map((s) => [nameOf(s.id), s.title])).toEqual([
      ['past', '黎向晨诉云岭县公安局行政处罚决定'],
    ]);
    // The hearings and cases of the reconsideration office are what they were.
    const bench = data(await head.query('workbench', 'mine', {}));
    expect(bench.due.map((row) => row.id)).toEqual([caseId]);
    expect(bench.load.map((l) => [l.name, l.open])).toEqual([['沈知微', 1]]);
  });

  it('of a department has its own; of an administrator none', async () => {
    const { suits } = data(await police.query('workbench', 'mine', {}));
    expect(suits?.answers.map((row) => nameOf(row.id)).toSorted()).toEqual(['ahead', 'fresh', 'past']);
    expect(suits?.leaders).toHaveLength(1);
    const admin = await api.as(demoPeople.systemAdmin);
    expect(data(await admin.query('workbench', 'mine', {})).suits).toBeNull();
  });
});

describe('what waits for a signature', () => {
  it('is on the desk of the organ in which it was drafted, and on no other', async () => {
    const own = await suitView(police, ids.fresh);
    await suitStep(police, own, 'propose', {
      step: { type: 'file-answer', input: { opinion: '事实清楚。' } },
      opinion: '请审签。',
    });
    const policeHead = await api.as(demoPeople.policeHead);
    expect(await listed({ todo: 'sign' }, policeHead)).toEqual(['fresh']);
    expect(data(await policeHead.query('lawsuits', 'counts')).byTodo.sign).toBe(1);
    expect(await listed({ todo: 'sign' })).toEqual([]);
  });
});

describe('the search', () => {
  it('finds lawsuits by a court’s number and by their parties, beside cases', async () => {
    const byNumber = data(await handler.query('search', 'find', { q: '行终7号' }));
    expect(byNumber.rows).toMatchObject([{ id: ids.second, kind: 'litigation', hits: [{ by: 'document-number' }] }]);
    const byName = data(await handler.query('search', 'find', { q: '黎向晨' }));
    expect(new Set(byName.rows.map((row) => row.kind))).toEqual(new Set(['reconsideration', 'litigation']));
    const stranger = await api.as(demoPeople.marketLiaison);
    expect(data(await stranger.query('search', 'find', { q: '行终7号' })).rows).toEqual([]);
  });
});

describe('an export', () => {
  it('holds the rows of the list under their headings, as a table and as text', async () => {
    const body = { filter: { level: 'second' }, columns: ['number', 'title', 'court', 'courtNumber', 'level', 'due'] };
    const csv = await handler.json('/api/exports/lawsuits', { ...body, format: 'csv' });
    expect(csv.status).toBe(200);
    const lines = (await csv.text()).split('\n');
    expect(lines[0]).toContain('法院');
    expect(lines[1]).toContain('（2026）云04行终7号');
    expect(lines[1]).toContain('二审');
    expect(lines).not.toContain('云0423行初');
    const xlsx = await handler.json('/api/exports/lawsuits', { ...body, format: 'xlsx' });
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
    expect((await xlsx.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    const nobody = await api.browser().json('/api/exports/lawsuits', { ...body, format: 'csv' });
    expect(nobody.status).toBe(401);
  });
});

describe('a colleague who leaves', () => {
  it('hands lawsuits over with the cases', async () => {
    const { accountId: from } = demoPeople.secondHandler;
    const list = data(await head.query('cases', 'toHandOver', { from }));
    expect(list.map((row) => [row.kind, row.id])).toEqual([['litigation', ids.second]]);
    const { accountId: to } = demoPeople.handler;
    const input = { commandId: newCommandId(), from, to: [to], why: '调离。' };
    const results = data(await head.mutate('cases', 'handOver', input));
    expect(results).toMatchObject([{ id: ids.second, done: true, to }]);
    expect((await suitView(handler, ids.second as StreamId)).handlers.map((h) => h.accountId)).toEqual([to]);
    expect(data(await head.query('cases', 'toHandOver', { from }))).toEqual([]);
  });
});
