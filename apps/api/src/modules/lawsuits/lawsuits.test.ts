/** A lawsuit over the API, from the summons to the judgment: the office and the department, each with its own duties. */
import { civilDate } from '@redress/domain/calendar/civil-date';
import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../case-store/verify.ts';
import {
  type Api,
  type Browser,
  demoPeople,
  governmentId,
  newCaseId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';
import { aCourtNumber, aLawsuit, aSummons, policeId, suitStep, suitView, trySuitStep } from '../../testing/lawsuits.ts';
import { suitPrefixOf } from './prepare-step.ts';

let api: Api;
let handler: Browser;
let police: Browser;
let policeHead: Browser;
beforeAll(async () => {
  api = await testApi();
  [handler, police, policeHead] = (await Promise.all(
    [demoPeople.handler, demoPeople.policeLiaison, demoPeople.policeHead].map((p) => api.as(p)),
  )) as [Browser, Browser, Browser];
});

const data = <T>(
  answer: { readonly ok: true; readonly data: T } | { readonly ok: false; readonly failure: unknown },
): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data;
};
const leader = { name: '骆临风', title: '副局长', rank: 'deputy' as const };

describe('a summons', () => {
  it('is registered in one step: number, instance, papers, and the fifteen days run', async () => {
    const view = await aLawsuit(api);
    expect(view).toMatchObject({ kind: 'litigation', audience: 'reviewing', stage: 'answering', before: 'none' });
    expect(view.number).toMatch(/^云政应〔2026〕\d+号$/);
    expect(view.title).toBe('黎向晨诉云岭县公安局行政处罚决定');
    const due = view.clocks.find((k) => k.ruleId === 'litigation.answer')?.due;
    expect(due).toBe('2026-03-17');
    expect(view.waiting).toMatchObject({ who: 'department', organName: '云岭县公安局' });
  });

  it('numbers lawsuits in the office’s own characters', () => {
    expect(suitPrefixOf('云政复')).toBe('云政应');
    expect(suitPrefixOf('复兴区政复')).toBe('复兴区政应');
    expect(suitPrefixOf('云政')).toBe('云政应');
  });

  it('sent twice it is registered once', async () => {
    const input = { commandId: newCommandId(), id: newCaseId(), input: aSummons() };
    const first = data(await handler.mutate('lawsuits', 'register', input));
    expect(data(await handler.mutate('lawsuits', 'register', input))).toEqual(first);
  });

  it('names what is wrong: an organ nobody knows, a handler who is none, a case that is not the actor’s', async () => {
    const wrong = await handler.mutate('lawsuits', 'register', {
      commandId: newCommandId(),
      id: newCaseId(),
      input: aSummons({
        organs: [{ organId: 'organ-nowhere' as never, role: 'original-organ' }],
        handlers: [demoPeople.policeLiaison.accountId],
        reconsiderationId: newCaseId(),
      }),
    });
    expect(wrong).toMatchObject({
      ok: false,
      failure: {
        code: 'invalid-input',
        fields: expect.arrayContaining([
          { field: 'organs.0.organId', rule: 'unknown-organ' },
          { field: 'handlers.0', rule: 'not-an-option' },
          { field: 'reconsiderationId', rule: 'unknown-link' },
        ]),
      },
    });
  });

  it('is registered by whoever registers cases, and by nobody of a department', async () => {
    const input = { commandId: newCommandId(), id: newCaseId(), input: aSummons() };
    expect(await police.mutate('lawsuits', 'register', input)).toMatchObject({ failure: { code: 'not-permitted' } });
  });
});

describe('a court’s number', () => {
  it('stands once: the second registration is refused and shows where the first is', async () => {
    const courtNumber = aCourtNumber();
    const instance = { court: '云岭县人民法院', courtNumber };
    const first = await aLawsuit(api, { instance });
    const again = await handler.mutate('lawsuits', 'register', {
      commandId: newCommandId(),
      id: newCaseId(),
      // Brackets and blanks make no other number of it.
      input: aSummons({ instance: { ...instance, courtNumber: courtNumber.replace('（', ' (').replace('）', ') ') } }),
    });
    expect(again).toMatchObject({
      ok: false,
      failure: {
        code: 'step-refused',
        reason: {
          code: 'court-number-taken',
          params: { id: first.id, ownNumber: first.number, title: first.title, number: courtNumber },
        },
      },
    });
    const typed = data(await handler.query('lawsuits', 'byCourtNumber', { number: courtNumber }));
    expect(typed).toEqual({
      taken: true,
      id: first.id,
      number: first.number,
      courtNumber,
      title: first.title,
      level: 'first',
    });
    expect(data(await handler.query('lawsuits', 'byCourtNumber', { number: aCourtNumber() }))).toMatchObject({
      taken: false,
      id: null,
    });
  });

  it('of another office’s lawsuit is taken, too, and nothing of that lawsuit is told', async () => {
    const courtNumber = aCourtNumber();
    const first = await aLawsuit(api, { instance: { court: '云岭县人民法院', courtNumber } });
    const other = await api.as(demoPeople.otherHandler);
    expect(data(await other.query('lawsuits', 'byCourtNumber', { number: courtNumber }))).toMatchObject({
      taken: true,
      id: null,
      number: null,
      title: null,
    });
    const otherPolice = demoPeople.otherPoliceLiaison.organId;
    const again = await other.mutate('lawsuits', 'register', {
      commandId: newCommandId(),
      id: newCaseId(),
      input: aSummons({
        instance: { court: '霁川县人民法院', courtNumber },
        organs: [{ organId: otherPolice, role: 'original-organ' }],
        papers: [{ organId: otherPolice, papers: ['complaint-copy'] }],
        handlers: [],
      }),
    });
    expect(again).toMatchObject({
      ok: false,
      failure: { code: 'step-refused', reason: { code: 'court-number-taken' } },
    });
    expect(JSON.stringify(again)).not.toContain(first.id);
  });

  it('registered twice at the same moment stands once', async () => {
    const instance = { court: '云岭县人民法院', courtNumber: aCourtNumber() };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        handler.mutate('lawsuits', 'register', {
          commandId: newCommandId(),
          id: newCaseId(),
          input: aSummons({ instance }),
        }),
      ),
    );
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok)
        expect(answer.failure).toMatchObject({ code: 'step-refused', reason: { code: 'court-number-taken' } });
    }
  });

  it('is free again when the suit that bore it was registered by mistake', async () => {
    const instance = { court: '云岭县人民法院', courtNumber: aCourtNumber() };
    const view = await aLawsuit(api, { instance });
    const head = await api.as(demoPeople.sectionHead);
    await suitStep(head, view, 'void-lawsuit', { why: '重复登记。' });
    expect((await aLawsuit(api, { instance })).stage).toBe('answering');
  });

  it('of a later instance is looked at, too', async () => {
    const first = await aLawsuit(api);
    let view = await aLawsuit(api);
    view = await suitStep(handler, view, 'record-judgment', {
      outcomes: ['reject-claims'],
      operative: '驳回诉讼请求。',
    });
    const taken = await trySuitStep(handler, view, 'open-instance', {
      level: 'second',
      court: '澄陵市中级人民法院',
      courtNumber: first.instances[0]?.courtNumber ?? '',
    });
    expect(taken).toMatchObject({
      ok: false,
      failure: { reason: { code: 'court-number-taken', params: { id: first.id } } },
    });
  });
});

describe('the department and the office', () => {
  it('see the same lawsuit, each with its own steps; nobody else sees it', async () => {
    const { id } = await aLawsuit(api);
    const own = await suitView(police, id);
    expect(own.audience).toBe('respondent');
    const steps = own.nextSteps.filter((s) => s.verdict !== 'refused').map((s) => s.step);
    expect(steps).toEqual(expect.arrayContaining(['acknowledge', 'file-answer', 'file-evidence']));
    expect(steps).not.toContain('record-judgment');
    expect(JSON.stringify(own)).not.toContain('99990019860401001X');
    expect(JSON.stringify(own)).not.toContain('0999-5551001');
    for (const person of [demoPeople.marketLiaison, demoPeople.otherHandler]) {
      const stranger = await api.as(person);
      expect(await stranger.query('lawsuits', 'view', { id })).toMatchObject({ failure: { code: 'not-found' } });
      expect(await stranger.query('lawsuits', 'dispute', { id })).toMatchObject({ failure: { code: 'not-found' } });
    }
  });

  it('go from the papers to the judgment and its effect; the ledger verifies', async () => {
    let view = await aLawsuit(api);
    const { id } = view;
    view = await suitStep(police, view, 'acknowledge', { name: '陶一苇' });
    view = await suitStep(police, view, 'propose', {
      step: {
        type: 'file-answer',
        input: { opinion: '处罚决定认定事实清楚。', evidence: [{ number: '1', name: '询问笔录' }] },
      },
      opinion: '请审签。',
    });
    const [proposal] = view.proposals;
    // What an organ's people agree inside it is not the office's to read.
    expect((await suitView(handler, id)).proposals).toEqual([]);
    view = await suitStep(policeHead, await suitView(policeHead, id), 'approve', {
      proposalId: proposal?.proposalId as never,
      opinion: '同意。',
    });
    expect(view.instances[0]?.answers[0]).toMatchObject({ filedOn: today });
    view = await suitView(handler, id);
    view = await suitStep(handler, view, 'set-session', {
      on: civilDate('2026-03-02'),
      time: '09:30',
      place: '第三审判庭',
      notices: [{ organId: policeId, leader: 'shall', servedOn: null }],
      irregularReason: '传票当日收到。',
    });
    view = await suitStep(police, await suitView(police, id), 'plan-leader', { leader });
    view = await suitStep(handler, await suitView(handler, id), 'hold-session', {});
    view = await suitStep(police, await suitView(police, id), 'record-appearance', { leader, spoke: true });
    expect(view.instances[0]?.duties[0]).toBeDefined();
    view = await suitStep(handler, await suitView(handler, id), 'record-judgment', {
      outcomes: ['revoke'],
      redo: { ordered: false },
      operative: '撤销行政处罚决定。',
    });
    expect(view.stage).toBe('judged');
    expect(view.result).toMatchObject({ principal: 'revoke', lost: true });
    const { kinds, law } = api.services;
    expect((await verify(api.database.owner, { kinds, law, files: api.services.files })).differences).toEqual([]);
  });

  it('writing at once, one goes first and the other is told', async () => {
    const view = await aLawsuit(api);
    const answers = await Promise.all([
      trySuitStep(handler, view, 'make-note', { text: '一' }),
      trySuitStep(police, view, 'acknowledge', { name: '陶一苇' }),
    ]);
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(answers.find((a) => !a.ok)).toMatchObject({ failure: { code: 'stale-version' } });
  });

  it('a step is previewed with the same decision, and nothing is written', async () => {
    const view = await aLawsuit(api);
    const step = { type: 'file-answer', input: { evidence: [{ name: '询问笔录' }] } };
    const preview = data(await police.query('lawsuits', 'preview', { id: view.id, step }));
    expect(preview.ok).toBe(true);
    expect(preview.changes.map((c) => c.ruleId)).toContain('litigation.answer');
    expect((await suitView(handler, view.id)).version).toBe(view.version);
  });

  it('responders are people of the department', async () => {
    const { id } = await aLawsuit(api);
    const head = await suitView(policeHead, id);
    const wrong = await trySuitStep(policeHead, head, 'assign-responders', {
      accounts: [demoPeople.marketLiaison.accountId],
    });
    expect(wrong).toMatchObject({ failure: { fields: [{ field: 'accounts.0', rule: 'not-an-option' }] } });
    const view = await suitStep(policeHead, head, 'assign-responders', {
      accounts: [demoPeople.policeLiaison.accountId],
    });
    expect(view.organs[0]?.responders.map((r) => r.name)).toEqual(['陶一苇']);
  });

  it('the organ above sees a lawsuit of the county, and does nothing in it', async () => {
    const view = await aLawsuit(api);
    const city = await api.as(demoPeople.cityHandler);
    const seen = await suitView(city, view.id);
    expect(seen.audience).toBe('superior');
    expect(seen.nextSteps.every((s) => s.verdict === 'refused')).toBe(true);
    const tried = await trySuitStep(city, seen, 'make-note', { text: '便笺' });
    expect(tried.ok).toBe(false);
  });
});

describe('a suit after a reconsideration', () => {
  async function decided() {
    let view = await api.aCase();
    view = await handler.step(view, 'accept', {});
    return view;
  }

  it('is proposed from it, linked to it, and the dispute is one line of time', async () => {
    const before = await decided();
    const proposal = data(await handler.query('lawsuits', 'propose', { reconsiderationId: before.id }));
    expect(proposal).toMatchObject({ number: before.number, title: before.title, suits: [] });
    expect(proposal.organs.map((o) => o.name)).toEqual(['云岭县公安局']);
    expect(proposal.plaintiffs[0]?.person).toMatchObject({ name: '黎向晨', idNumber: '99990019860401001X' });
    const suit = await aLawsuit(api, { reconsiderationId: before.id, before: 'silent-act' });
    const linked = data(await handler.query('lawsuits', 'linked', { id: suit.id }));
    expect(linked).toMatchObject([
      { id: before.id, proceeding: 'reconsideration', kind: 'reviewed-in-court', direction: 'to', title: before.title },
    ]);
    const from = data(await handler.query('cases', 'linked', { id: before.id }));
    expect(from).toMatchObject([{ id: suit.id, proceeding: 'litigation', title: suit.title, direction: 'from' }]);
    for (const id of [suit.id, before.id]) {
      const { strands, links } = data(await handler.query('lawsuits', 'dispute', { id }));
      expect(strands.map((s) => [s.streamId, s.kind]).sort()).toEqual(
        [
          [before.id, 'reconsideration'],
          [suit.id, 'litigation'],
        ].sort(),
      );
      expect(links).toEqual([{ from: suit.id, to: before.id, kind: 'reviewed-in-court' }]);
    }
    const again = data(await handler.query('lawsuits', 'propose', { reconsiderationId: before.id }));
    expect(again.suits.map((s) => s.id)).toEqual([suit.id]);
  });

  it('a department that was never told of the reconsideration sees its own suit alone', async () => {
    const before = await api.aCase();
    const suit = await aLawsuit(api, { reconsiderationId: before.id });
    const { strands } = data(await police.query('lawsuits', 'dispute', { id: suit.id }));
    expect(strands.map((s) => s.streamId)).toEqual([suit.id]);
    expect(await police.query('lawsuits', 'propose', { reconsiderationId: before.id })).toMatchObject({ ok: false });
  });

  it('is found by its act and its plaintiff, whatever kind the other is of', async () => {
    const before = await api.aCase();
    const suit = await aLawsuit(api);
    const found = data(
      await handler.query('lawsuits', 'similar', {
        actNumber: '云公罚决字〔2025〕77号',
        plaintiffs: ['黎向晨'],
        organs: [policeId],
      }),
    );
    const of = new Map(found.map((f) => [f.id, f]));
    expect(of.get(suit.id)).toMatchObject({ kind: 'litigation', why: ['act', 'plaintiff'], title: suit.title });
    expect(of.get(before.id) ?? found.find((f) => f.kind === 'reconsideration')).toMatchObject({
      kind: 'reconsideration',
      why: expect.arrayContaining(['plaintiff']),
    });
  });
});

describe('the undertaking department', () => {
  it('of a department’s act is that department; of a government’s the one whose business it is', async () => {
    const own = data(await handler.query('lawsuits', 'undertaking', { organId: policeId }));
    expect(own).toMatchObject([{ organId: policeId, why: 'itself' }]);
    const named = data(
      await handler.query('lawsuits', 'undertaking', {
        organId: governmentId,
        matter: 'levy',
        actName: '自然资源和规划局报请的征收土地决定',
      }),
    );
    expect(named[0]).toMatchObject({ organId: demoPeople.landLiaison.organId, why: 'named' });
    expect(named.map((c) => c.organId)).toContain(governmentId);
  });

  it('answers for the government it is a department of', async () => {
    const land = demoPeople.landLiaison.organId;
    const suit = await aLawsuit(api, {
      organs: [{ organId: governmentId, role: 'original-organ', undertakingId: land }],
      papers: [{ organId: governmentId, papers: ['complaint-copy'] }],
    });
    const liaison = await api.as(demoPeople.landLiaison);
    const seen = await suitView(liaison, suit.id);
    expect(seen).toMatchObject({
      audience: 'respondent',
      organs: [{ own: true, undertakingName: '云岭县自然资源和规划局' }],
    });
    const page = data(await liaison.query('lawsuits', 'list', { filter: {} }));
    expect(page.rows.find((row) => row.id === suit.id)).toMatchObject({
      organs: ['云岭县人民政府'],
      undertakings: ['云岭县自然资源和规划局'],
    });
  });
});
