/** People on a case, over HTTP and a real database: recusal, hand-over, joined and split cases, voiding, to-dos. */
import type { AccountId } from '@redress/domain/ids';
import { stepTypes } from '@redress/domain/reconsideration/steps';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { executeStep } from '../../case-store/execute.ts';
import { verify } from '../../case-store/verify.ts';
import { type Api, type Browser, demoPeople, governmentId, newCommandId, testApi, today } from '../../testing/api.ts';

let api: Api;
let handler: Browser;
let second: Browser;
let sectionHead: Browser;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  second = await api.as(demoPeople.secondHandler);
  sectionHead = await api.as(demoPeople.sectionHead);
});
const me = demoPeople.handler.accountId;
const other = demoPeople.secondHandler.accountId;
const person = (key: string, name: string) => ({ key, person: { name, idNumber: `id-${key}`, address: '某街 1 号' } });
const several = () => api.aCase({ applicants: [person('a', '甲某'), person('b', '乙某'), person('c', '丙某')] });
const execute = (
  browser: Browser,
  view: Pick<CaseView, 'id' | 'version'>,
  type: string,
  input: unknown,
  commandId = newCommandId(),
) =>
  browser.mutate('cases', 'execute', { commandId, id: view.id, expectedVersion: view.version, step: { type, input } });

describe('two handlers', () => {
  it('are assigned with the main one first; replacing one needs a reason', async () => {
    let view = await api.aCase();
    view = await handler.step(view, 'assign-handlers', { accounts: [other, me] });
    expect(view.handlers.map((h) => h.accountId)).toEqual([other, me]);
    const refused = await execute(sectionHead, view, 'assign-handlers', { accounts: [me] });
    expect(refused).toMatchObject({
      ok: false,
      failure: { fields: [{ field: 'why', rule: 'reassignment-needs-reason' }] },
    });
    view = await sectionHead.step(view, 'assign-handlers', { accounts: [me], why: '工作调整' });
    expect(view.handlers.map((h) => h.accountId)).toEqual([me]);
  });
});

describe('whoever is recused', () => {
  it('is no handler any more, is refused every step with the reason, and is not assigned again', async () => {
    const first = await api.aCase();
    const view = await sectionHead.step(first, 'record-recusal', {
      accountId: me,
      ground: 'interest',
      how: 'own-request',
      decidedBy: '周若渠',
    });
    expect(view.handlers).toEqual([]);
    expect(view.recusals).toMatchObject([{ accountId: me, ground: 'interest', name: demoPeople.handler.name }]);
    const own = await handler.view(first.id);
    expect(own.nextSteps).toHaveLength(stepTypes.length);
    expect(new Set(own.nextSteps.map((s) => `${s.verdict} ${s.reason}`))).toEqual(new Set(['refused recused']));
    expect(await execute(handler, view, 'make-note', { text: '便笺' })).toMatchObject({
      ok: false,
      failure: { code: 'step-refused', reason: { code: 'recused', article: null } },
    });
    expect(await execute(sectionHead, view, 'assign-handlers', { accounts: [me] })).toMatchObject({
      ok: false,
      failure: { fields: [{ field: 'accounts.0', rule: 'recused' }] },
    });
    const recused = view.timeline.find((item) => item.type === 'recused');
    const back = await sectionHead.step(view, 'annul-entry', { seq: recused?.seq ?? 0, why: '登记错人' });
    expect(back.recusals).toEqual([]);
    expect(back.handlers.map((h) => h.accountId)).toEqual([me]);
  });
});

describe('handing over', () => {
  it('that broke off before the to-dos takes them when it is sent again, and no others', async () => {
    const [moved, kept] = [await api.aCase(), await api.aCase()];
    await sectionHead.step(moved, 'assign-handlers', { accounts: [other], why: '调整' });
    const todoIn = async ({ id: caseId }: CaseView) => {
      const id = newCommandId();
      expect((await handler.mutate('todos', 'add', { id, caseId, text: '阅卷', assignee: other })).ok).toBe(true);
      return id;
    };
    const [first, elsewhere] = [await todoIn(moved), await todoIn(kept)];
    const assignee = async (id: string) =>
      (await api.database.sql<{ assignee: string }>('select assignee from todo where id = $1', [id]))[0]?.assignee;
    const input = { commandId: newCommandId(), from: other, to: [me], why: '调离本单位' };
    expect((await sectionHead.mutate('cases', 'handOver', input)).ok).toBe(true);
    expect([await assignee(first), await assignee(elsewhere)]).toEqual([me, other]);
    // As a process leaves it that dies in between.
    await api.database.sql('update todo set assignee = $1 where id = $2', [other, first]);
    const another = { ...input, commandId: newCommandId() };
    expect(await sectionHead.mutate('cases', 'handOver', another)).toMatchObject({ ok: true, data: [] });
    expect(await assignee(first)).toBe(other);
    expect(await sectionHead.mutate('cases', 'handOver', input)).toMatchObject({ ok: true, data: [] });
    expect([await assignee(first), await assignee(elsewhere)]).toEqual([me, other]);
    await api.database.sql('delete from todo where id = any($1::text[])', [[first, elsewhere]]);
  });

  it('moves thirty cases but the one whose new handler stands aside, and sent again does nothing twice', async () => {
    const cases: CaseView[] = [];
    for (let n = 0; n < 30; n += 1) {
      const view = await api.aCase();
      cases.push(
        n === 7
          ? await sectionHead.step(view, 'record-recusal', {
              accountId: other,
              ground: 'interest',
              how: 'own-request',
              decidedBy: '周若渠',
            })
          : view,
      );
    }
    const chosen = cases.map(({ id }) => ({ id, to: other }));
    await handler.mutate('todos', 'add', {
      id: newCommandId(),
      caseId: cases[0]?.id as CaseView['id'],
      text: '约谈证人',
    });
    const before = await sectionHead.query('cases', 'toHandOver', { from: me });
    if (!before.ok) throw new Error(JSON.stringify(before.failure));
    for (const { id } of cases) expect(before.data.map((row) => row.id)).toContain(id);

    const commandId = newCommandId();
    const hand = () =>
      sectionHead.mutate('cases', 'handOver', { commandId, from: me, to: [other], why: '调离本单位', cases: chosen });
    const answer = await hand();
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    expect(answer.data.map((r) => r.done)).toEqual(cases.map((_, n) => n !== 7));
    expect(answer.data[7]?.failure).toMatchObject({ fields: [{ field: 'to', rule: 'recused' }] });
    const again = await hand();
    if (!again.ok) throw new Error(JSON.stringify(again.failure));
    expect(again.data.map((r) => r.done)).toEqual(answer.data.map((r) => r.done));
    const moved = await second.view(cases[0]?.id as CaseView['id']);
    expect(moved.handlers.map((h) => h.accountId)).toEqual([other]);
    expect(moved.timeline.filter((item) => item.type === 'handlers-assigned')).toHaveLength(2);
    const kept = await second.view(cases[7]?.id as CaseView['id']);
    expect(kept.handlers.map((h) => h.accountId)).toEqual([me]);
    const todos = await second.query('todos', 'mine');
    expect(todos).toMatchObject({ ok: true, data: [{ text: '约谈证人', caseId: cases[0]?.id }] });
  });

  it('takes a closed case along whose document nobody has signed for, and none in which nothing is left', async () => {
    const scan = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
    const url = `/api/files?name=${encodeURIComponent('审批表.pdf')}&kind=approval`;
    const { name, title } = demoPeople.organHead;
    const refused = async (servedOn: string | null) => {
      const view = await api.aCase();
      const answer = await handler.fetch(url, { method: 'PUT', body: scan });
      const { fileId } = (await answer.json()) as { fileId: string };
      const on = view.today;
      return handler.step(view, 'refuse', {
        condition: 'within-scope',
        reason: '不属于受理范围',
        onPaper: { doneBy: { name, title, role: 'organ-head' }, fileIds: [fileId as never] },
        document: {
          sendings: [
            {
              addressee: { is: 'party', partyId: view.parties[0]?.partyId as never },
              method: 'post',
              sentOn: on,
              servedOn: servedOn === null ? null : on,
            },
          ],
        },
      });
    };
    const unsigned = await refused(null);
    const done = await refused('today');
    const listed = await sectionHead.query('cases', 'toHandOver', { from: me });
    if (!listed.ok) throw new Error(JSON.stringify(listed.failure));
    const row = listed.data.find((one) => one.id === unsigned.id);
    expect(row).toMatchObject({ closed: true });
    expect(listed.data.map((one) => one.id)).not.toContain(done.id);
    const answer = await sectionHead.mutate('cases', 'handOver', {
      commandId: newCommandId(),
      from: me,
      to: [other],
      why: '调离',
      cases: [{ id: unsigned.id, to: other }],
    });
    expect(answer).toMatchObject({ ok: true, data: [{ done: true }] });
    expect((await second.view(unsigned.id)).handlers.map((h) => h.accountId)).toEqual([other]);
  });

  it('is for the heads, and to somebody else than the one who leaves', async () => {
    const input = { commandId: newCommandId(), from: me, to: [other], why: '调离' };
    expect(await handler.mutate('cases', 'handOver', input)).toMatchObject({
      ok: false,
      failure: { code: 'not-permitted' },
    });
    expect(await sectionHead.mutate('cases', 'handOver', { ...input, to: [me] })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input' },
    });
    const unknown = await sectionHead.mutate('cases', 'handOver', { ...input, to: ['account-nobody' as AccountId] });
    expect(unknown).toMatchObject({ ok: false, failure: { fields: [{ field: 'to.0', rule: 'not-an-option' }] } });
  });
});

describe('splitting', () => {
  it('gives chosen applicants a case of their own with their data, linked and accepted as the first', async () => {
    let view = await several();
    view = await handler.step(view, 'accept', {});
    const [, b] = view.parties;
    const commandId = newCommandId();
    const input = { parties: [b?.partyId], why: '事实各异' };
    const split = await execute(handler, view, 'split-case', input, commandId);
    if (!split.ok) throw new Error(JSON.stringify(split.failure));
    expect(split.data.parties.find((p) => p.partyId === b?.partyId)?.leftOn).toBe(today);
    const links = await handler.query('cases', 'linked', { id: view.id });
    if (!links.ok) throw new Error(JSON.stringify(links.failure));
    expect(links.data).toMatchObject([{ kind: 'series', direction: 'from', stage: 'accepted' }]);
    const fresh = await handler.view(links.data[0]?.id as CaseView['id']);
    expect(fresh.parties.map((p) => [p.name, p.idNumber])).toEqual([['乙某', 'id-b']]);
    expect(fresh.number).not.toBe(view.number);
    expect([fresh.stage, fresh.receivedOn, fresh.requests]).toEqual(['accepted', view.receivedOn, view.requests]);
    // The same command again is the same split.
    expect(await execute(handler, view, 'split-case', input, commandId)).toMatchObject({ ok: true });
    const after = await handler.query('cases', 'linked', { id: view.id });
    expect(after).toMatchObject({ ok: true, data: [{ id: fresh.id }] });
  });

  it('leaves one applicant at least, and of two at once one is told that the other acted first', async () => {
    const view = await several();
    const ids = view.parties.map((p) => p.partyId);
    expect(await execute(handler, view, 'split-case', { parties: ids, why: '分案' })).toMatchObject({
      ok: false,
      failure: { fields: [{ field: 'parties', rule: 'one-applicant-stays' }] },
    });
    const both = await Promise.all(
      [handler, second].map((b, n) => execute(b, view, 'split-case', { parties: [ids[n + 1]], why: '分案' })),
    );
    expect(both.filter((a) => a.ok)).toHaveLength(1);
    expect(both.filter((a) => !a.ok && a.failure.code === 'stale-version')).toHaveLength(1);
  });
});

describe('joining', () => {
  it('is written in the later case and shown in both; the earlier one cannot join the later', async () => {
    const older = await api.aCase();
    const younger = await api.aCase();
    expect(await execute(handler, older, 'join-cases', { into: younger.id, reason: '同一行为' })).toMatchObject({
      ok: false,
      failure: { fields: [{ field: 'into', rule: 'not-the-older' }] },
    });
    const preview = await handler.query('cases', 'preview', {
      id: younger.id,
      step: { type: 'join-cases', input: { into: older.id, reason: '同一行为' } },
    });
    expect(preview).toMatchObject({ ok: true, data: { ok: true } });
    await handler.step(younger, 'join-cases', { into: older.id, reason: '同一行为' });
    const [from, to] = await Promise.all([older, younger].map(({ id }) => handler.query('cases', 'linked', { id })));
    expect(from).toMatchObject({ data: [{ id: younger.id, kind: 'joined-into', direction: 'from' }] });
    expect(to).toMatchObject({ data: [{ id: older.id, kind: 'joined-into', direction: 'to' }] });
    const foreign = await api.as(demoPeople.marketLiaison);
    expect(await foreign.query('cases', 'linked', { id: older.id })).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('looks at the other case under its lock: joined and voided at once, one of the two is refused', async () => {
    const older = await api.aCase();
    const younger = await api.aCase();
    const [joined, voided] = await Promise.all([
      execute(handler, younger, 'join-cases', { into: older.id, reason: '同一行为' }),
      execute(sectionHead, older, 'void-case', { why: '重复登记' }),
    ]);
    expect(voided.ok).toBe(true);
    const after = await execute(handler, await handler.view(younger.id), 'join-cases', {
      into: older.id,
      reason: '同一行为',
    });
    expect(after.ok).toBe(false);
    expect(joined.ok || joined.failure.fields?.[0]?.rule === 'case-ended').toBe(true);
  });
});

describe('a case registered by mistake', () => {
  it('is proposed by the handler, voided by the section head, in no number, and comes back by correction', async () => {
    const view = await api.aCase();
    const open = async () => {
      const counts = await handler.query('cases', 'counts');
      return counts.ok ? counts.data.open : null;
    };
    const before = await open();
    expect(await execute(handler, view, 'void-case', { why: '重复登记' })).toMatchObject({
      ok: false,
      failure: { code: 'needs-approval', reason: { params: { approver: 'section-head' } } },
    });
    const proposed = await handler.step(view, 'propose', {
      step: { type: 'void-case', input: { why: '重复登记' } },
      opinion: '与前案重复，拟作废。',
    });
    const proposalId = proposed.proposals[0]?.proposalId ?? '';
    const voided = await sectionHead.step(proposed, 'approve', { proposalId, opinion: '同意' });
    expect([voided.stage, voided.outcome, voided.clocks]).toEqual(['voided', 'voided', []]);
    expect(await open()).toBe((before ?? 0) - 1);
    const facts = await api.database.app.pool.query(
      'select name from case_fact where stream_id = $1 and known_to is null',
      [view.id],
    );
    expect(facts.rows).toEqual([{ name: 'voided' }]);
    expect(await execute(handler, voided, 'accept', {})).toMatchObject({
      failure: { reason: { code: 'case-voided' } },
    });
    const noted = await handler.step(voided, 'make-note', { text: '与前案重复。' });
    const entry = voided.timeline.find((item) => item.type === 'voided');
    expect(await execute(handler, noted, 'annul-entry', { seq: entry?.seq, why: '并非重复' })).toMatchObject({
      failure: { reason: { code: 'heads-only' } },
    });
    const back = await sectionHead.step(noted, 'annul-entry', { seq: entry?.seq ?? 0, why: '并非重复' });
    expect([back.stage, back.number]).toEqual(['received', view.number]);
    expect(await open()).toBe(before);
  });
});

describe('a transferred case', () => {
  it('ends here with its letter, and the receiving organ by name', async () => {
    const view = await api.aCase();
    const gone = await handler.step(view, 'transfer-case', {
      toName: '霁川县人民政府',
      reason: '行为地在该县',
      document: {},
    });
    expect([gone.stage, gone.outcome]).toEqual(['transferred', 'transferred']);
    expect(gone.documents[0]?.kind).toBe('relay-letter');
  });
});

describe('to-dos', () => {
  it('are for the organ alone: added once, given to a colleague, overdue by their day, ticked off', async () => {
    const view = await api.aCase();
    const todo = { id: newCommandId(), caseId: view.id, text: '核对送达回证', dueOn: '2026-02-27' as const };
    const added = await handler.mutate('todos', 'add', { ...todo, assignee: other });
    await handler.mutate('todos', 'add', { ...todo, assignee: other });
    expect(added).toMatchObject({
      ok: true,
      data: [{ text: '核对送达回证', overdue: true, assignee: other, done: false }],
    });
    const mine = await second.query('todos', 'mine');
    if (!mine.ok) throw new Error(JSON.stringify(mine.failure));
    expect(mine.data.filter((t) => t.caseId === view.id)).toHaveLength(1);
    expect(mine.data.find((t) => t.caseId === view.id)?.caseNumber).toBe(view.number);
    await second.mutate('todos', 'reassign', { id: todo.id, to: me });
    const done = await handler.mutate('todos', 'done', { id: todo.id });
    expect(done).toMatchObject({
      ok: true,
      data: [{ done: true, overdue: false, doneByName: demoPeople.handler.name }],
    });
    const liaison = await api.as(demoPeople.policeLiaison);
    expect(await liaison.query('todos', 'ofCase', { caseId: view.id })).toMatchObject({
      failure: { code: 'not-permitted' },
    });
    const unknown = await handler.mutate('todos', 'add', {
      ...todo,
      id: newCommandId(),
      caseId: 'no-such-case' as CaseView['id'],
    });
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('sent twice are one; an id that another case has is refused, and leaves that one alone', async () => {
    const [one, two] = [await api.aCase(), await api.aCase()];
    const add = (caseId: CaseView['id'], id: string) => handler.mutate('todos', 'add', { id, caseId, text: '阅卷' });
    const id = newCommandId();
    expect(await add(one.id, id)).toMatchObject({ ok: true, data: [{ id, caseId: one.id }] });
    expect(await add(one.id, id)).toMatchObject({ ok: true, data: [{ id, caseId: one.id }] });
    expect(await add(two.id, id)).toMatchObject({ ok: false, failure: { code: 'already-exists' } });
    expect(await handler.query('todos', 'ofCase', { caseId: two.id })).toMatchObject({ ok: true, data: [] });
  });

  it('are touched by nobody who stands aside from the case, nor given to them', async () => {
    const view = await api.aCase();
    const todo = { id: newCommandId(), caseId: view.id, text: '约谈' };
    await handler.mutate('todos', 'add', todo);
    await sectionHead.step(view, 'record-recusal', {
      accountId: me,
      ground: 'interest',
      how: 'own-request',
      decidedBy: '周若渠',
    });
    const refused = { ok: false, failure: { code: 'step-refused', reason: { code: 'recused' } } };
    expect(await handler.mutate('todos', 'add', { ...todo, id: newCommandId() })).toMatchObject(refused);
    expect(await handler.mutate('todos', 'done', { id: todo.id })).toMatchObject(refused);
    expect(await handler.mutate('todos', 'reassign', { id: todo.id, to: other })).toMatchObject(refused);
    expect((await sectionHead.mutate('todos', 'reassign', { id: todo.id, to: other })).ok).toBe(true);
    expect(await sectionHead.mutate('todos', 'reassign', { id: todo.id, to: me })).toMatchObject({
      failure: { code: 'invalid-input', fields: [{ field: 'to', rule: 'recused' }] },
    });
  });
});

describe('whoever worked for the respondent when it acted', () => {
  it('is refused the case by the office’s own ledgers, and cleared by a head alone', async () => {
    const view = await api.aCase();
    const { systemAdmin } = demoPeople;
    const acting = { postId: systemAdmin.postId, organId: governmentId, role: systemAdmin.role, delegatedBy: null };
    const { db, clock, law, kinds, directory } = api.services;
    const postStep = (type: string, expectedVersion: number | null, input: unknown) =>
      executeStep(db, {
        streams: [{ id: 'post-earlier' as CaseView['id'], kind: 'post-holder', expectedVersion }],
        step: { type, input },
        commandId: newCommandId(),
        actor: { ...systemAdmin, acting, posts: [acting], scope: [] },
        clock: clock.now,
        law,
        kinds,
      });
    const police = demoPeople.policeLiaison.organId;
    const post = { accountId: other, organId: police, role: 'department-liaison', title: '法制大队民警' };
    await postStep('take-post', null, { ...post, occurredOn: '2020-01-01' });
    await postStep('leave-post', 1, { why: '调入县司法局', occurredOn: '2026-02-28' });
    directory.forget();

    const before = await second.view(view.id);
    expect(new Set(before.nextSteps.map((s) => s.reason))).toEqual(new Set(['handled-the-act']));
    expect(await execute(sectionHead, view, 'assign-handlers', { accounts: [me, other] })).toMatchObject({
      failure: { fields: [{ field: 'accounts.1', rule: 'handled-the-act' }] },
    });
    const refused = await execute(second, view, 'make-note', { text: '便笺' });
    expect(refused).toMatchObject({ failure: { reason: { code: 'handled-the-act', params: { from: '2020-01-01' } } } });
    const why = '当时在户籍窗口工作，与该处罚无关';
    expect(await execute(handler, view, 'clear-conflict', { accountId: other, why })).toMatchObject({
      failure: { reason: { code: 'heads-only' } },
    });
    const cleared = await sectionHead.step(view, 'clear-conflict', { accountId: other, why });
    const assigned = await sectionHead.step(cleared, 'assign-handlers', { accounts: [me, other] });
    expect((await execute(second, assigned, 'make-note', { text: '便笺' })).ok).toBe(true);
  });
});

describe('all of it', () => {
  it('verifies clean: each case keeps its own people and words, also those that came with a split', async () => {
    const { kinds, law, files } = api.services;
    const { differences } = await verify(api.database.owner, { kinds, law, files });
    expect(differences).toEqual([]);
  });
});
