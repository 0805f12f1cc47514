/** An organ merged into another: its work goes on with the successor's people, and nothing of it is lost from sight. */
import type { FileId, OrganId } from '@redress/domain/ids';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Api,
  anApplication,
  type Browser,
  demoOrgans,
  demoPeople,
  everyDemoPerson,
  governmentId,
  newCaseId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';
import { catchUp } from './tell-of-entries.ts';

let api: Api;
let system: Browser;
beforeAll(async () => {
  api = await testApi();
  system = await api.as(demoPeople.systemAdmin);
});

const data = <T>(answer: { ok: true; data: T } | { ok: false }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.data;
};
const reasonOf = (answer: { ok: boolean; failure?: unknown }): string => {
  const failure = answer.failure as { code: string; reason?: { code: string } } | undefined;
  return answer.ok ? 'done' : (failure?.reason?.code ?? failure?.code ?? '');
};
const abolish = (id: OrganId, successorId: OrganId | null) =>
  system.mutate('office', 'actOnOrgan', {
    commandId: newCommandId(),
    id,
    expectedVersion: 1,
    type: 'abolish-organ',
    input: { occurredOn: today, successorId, why: '机构改革' },
  });
const otherCountyId = demoPeople.otherHandler.organId;
const market = demoPeople.marketLiaison.organId;
const police = demoPeople.policeLiaison.organId;
const land = demoPeople.landLiaison.organId;
const to = (organId: OrganId) => ({
  document: {
    sendings: [{ addressee: { is: 'organ' as const, organId }, method: 'exchange' as const, sentOn: today }],
  },
});

describe('a reviewing organ merged into another', () => {
  const otherPolice = demoPeople.otherPoliceLiaison.organId;
  let view: CaseView;
  let scan: string;

  beforeAll(async () => {
    const former = await api.as(demoPeople.otherHandler);
    const uploaded = await former.fetch('/api/files?name=a.pdf&kind=application', {
      method: 'PUT',
      body: Buffer.from('%PDF-1.7\n% merged\ntrailer\n%%EOF\n'),
    });
    const { fileId } = (await uploaded.json()) as { fileId: FileId };
    const noted = { receivedOn: today, channel: 'post' as const, filingProof: 'EMS 9', words: '一叠' };
    scan = data(await former.mutate('intake', 'takeIn', { ...noted, fileIds: [fileId] })).id;
    const id = newCaseId();
    const input = anApplication({ reviewingOrganId: otherCountyId, respondents: [otherPolice] });
    data(await former.mutate('cases', 'register', { commandId: newCommandId(), id, input }));
    view = await former.step(await former.view(id), 'accept', {});
    view = await former.step(view, 'ask-committee', { category: 'technical', question: '鉴定是否成立' });
    data(await former.mutate('todos', 'add', { id: 'todo-of-the-merged', caseId: id, text: '核对送达回证' }));
  });

  it('needs a successor that reviews, for what it reviews and for what has arrived', async () => {
    expect(data(await system.query('office', 'organImpact', { id: otherCountyId }))).toMatchObject({
      asReviewing: 1,
      arrivals: 1,
    });
    for (const { id, parentId, ...rest } of demoOrgans.filter((o) => o.parentId === otherCountyId)) {
      expect(parentId).toBe(otherCountyId);
      const moved = await system.mutate('office', 'actOnOrgan', {
        commandId: newCommandId(),
        id,
        expectedVersion: 1,
        type: 'change-organ',
        input: { ...rest, parentId: governmentId, occurredOn: today },
      });
      expect(reasonOf(moved), id).toBe('done');
    }
    expect(reasonOf(await abolish(otherCountyId, null))).toBe('successor-needed');
    expect(reasonOf(await abolish(otherCountyId, police))).toBe('successor-does-not-review');
    expect(reasonOf(await abolish(otherCountyId, governmentId))).toBe('done');
  });

  it('leaves its arrivals, its to-dos, its cases and its leavers to the successor’s people', async () => {
    const handler = await api.as(demoPeople.handler);
    const head = await api.as(demoPeople.sectionHead);
    expect((await handler.view(view.id)).audience).toBe('reviewing');
    expect(data(await handler.query('intake', 'scans', {})).map((s) => s.id)).toContain(scan);
    expect(data(await handler.query('intake', 'count', undefined)).waiting).toBe(1);
    expect(data(await handler.query('intake', 'scan', { id: scan })).words).toBe('一叠');
    const todos = data(await handler.query('todos', 'ofCase', { caseId: view.id }));
    expect(todos.map((t) => t.text)).toEqual(['核对送达回证']);
    const mine = demoPeople.handler.accountId;
    data(await handler.mutate('todos', 'reassign', { id: 'todo-of-the-merged', to: mine }));
    expect(data(await handler.query('todos', 'mine', undefined)).map((t) => t.id)).toEqual(['todo-of-the-merged']);
    const sittings = data(await handler.query('proceedings', 'sittings', {}));
    expect(JSON.stringify(sittings)).toContain(view.id);
    const alike = data(await handler.query('intake', 'checkCase', { id: (await api.aCase()).id })).alike;
    expect(alike.find((one) => one.id === view.id)?.title).toContain('黎向晨');

    const from = demoPeople.otherHandler.accountId;
    expect(data(await head.query('office', 'leftWork')).map((row) => [row.accountId, row.cases])).toEqual([[from, 1]]);
    expect(data(await head.query('cases', 'toHandOver', { from })).map((row) => row.id)).toEqual([view.id]);
    const done = data(
      await head.mutate('cases', 'handOver', { commandId: newCommandId(), from, to: [mine], why: '机构合并' }),
    );
    expect(done).toMatchObject([{ id: view.id, done: true }]);
    expect(data(await handler.mutate('intake', 'strike', { id: scan, why: '重复' }))).toBeUndefined();
  });

  it('and to nobody else’s', async () => {
    const city = await api.as(demoPeople.cityHandler);
    expect(data(await city.query('intake', 'scans', { which: 'struck' }))).toEqual([]);
    expect(reasonOf(await city.query('todos', 'ofCase', { caseId: view.id }))).toBe('not-found');
    expect(JSON.stringify(data(await city.query('proceedings', 'sittings', {})))).not.toContain(view.id);
  });
});

describe('a department merged into another', () => {
  it('with only an unanswered letter needs a successor, whose people are told of it and answer it', async () => {
    const handler = await api.as(demoPeople.handler);
    let view = await api.aCase();
    view = await handler.step(view, 'accept', {});
    view = await handler.step(view, 'issue-copy', to(police));
    view = await handler.step(view, 'issue-opinion-letter', { toOrgan: market, subject: '规范送达', ...to(market) });
    expect(data(await system.query('office', 'organImpact', { id: market }))).toMatchObject({
      asRespondent: 0,
      asAddressed: 1,
    });
    expect(reasonOf(await abolish(market, null))).toBe('successor-needed');
    expect(reasonOf(await abolish(market, land))).toBe('done');
    const liaison = await api.as(demoPeople.landLiaison);
    await catchUp(api.services);
    const told = data(await liaison.query('notices', 'list', { limit: 100 })).rows.filter((n) => n.caseId === view.id);
    expect(told.map((n) => n.kind)).toEqual(['document-received']);
    const letters = data(await liaison.query('proceedings', 'letters', undefined));
    expect(letters.map((l) => l.caseId)).toEqual([view.id]);
    const seen = await liaison.view(view.id);
    expect(seen.audience).toBe('addressed');
    const documentId = seen.documents[0]?.id as never;
    const answered = await liaison.step(seen, 'record-opinion-report', {
      documentId,
      summary: '已完善',
      adopted: 'yes',
    });
    expect(answered.asks.find((a) => a.kind === 'opinion-letter')?.state).toBe('done');
    // Once it is answered nothing keeps the organ any more.
    expect(data(await system.query('office', 'organImpact', { id: land }))).toMatchObject({ asAddressed: 0 });
  });

  it('is reminded through the successor’s people', async () => {
    const handler = await api.as(demoPeople.handler);
    let view = await api.aCase();
    view = await handler.step(view, 'accept', {});
    const sending = { addressee: { is: 'organ' as const, organId: police }, method: 'exchange' as const };
    view = await handler.step(view, 'issue-copy', {
      document: { sendings: [{ ...sending, sentOn: today, servedOn: today }] },
    });
    expect(reasonOf(await abolish(police, land))).toBe('done');
    const sent = await handler.mutate('notices', 'remind', { caseId: view.id, commandId: newCommandId(), text: '' });
    const people = everyDemoPerson.filter((p) => p.organId === land && p.role.startsWith('department-'));
    expect(new Set(data(sent).to.map((t) => t.accountId))).toEqual(new Set(people.map((p) => p.accountId)));
  });
});

describe('an organ that was only sent a letter in one case and is respondent in the other', () => {
  it('learns of neither link nor number through the case it was written to in', async () => {
    const handler = await api.as(demoPeople.handler);
    const labour = demoPeople.labourLiaison.organId;
    let own = await api.aCase({ respondents: [labour] });
    own = await handler.step(own, 'accept', {});
    own = await handler.step(own, 'issue-copy', to(labour));
    let view = await api.aCase({ respondents: [land] });
    view = await handler.step(view, 'accept', {});
    view = await handler.step(view, 'issue-opinion-letter', { toOrgan: labour, subject: '规范送达', ...to(labour) });
    await handler.step(view, 'link', { to: own.id, kind: 'related' });
    const liaison = await api.as(demoPeople.labourLiaison);
    expect((await liaison.view(view.id)).audience).toBe('addressed');
    expect((await liaison.view(own.id)).audience).toBe('respondent');
    expect(data(await liaison.query('cases', 'linked', { id: view.id }))).toEqual([]);
    expect(data(await liaison.query('cases', 'linked', { id: own.id }))).toEqual([]);
    // The office has both ends.
    expect(data(await handler.query('cases', 'linked', { id: view.id })).map((l) => l.id)).toEqual([own.id]);
  });
});
