/** What people hear of lawsuits: papers, sessions, answers, limits, each to whom it concerns. */
import { civilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, newCommandId, testApi } from '../../testing/api.ts';
import { aLawsuit, suitStep, suitView } from '../../testing/lawsuits.ts';
import { catchUp } from './tell-of-entries.ts';
import { tellOfLimits } from './tell-of-limits.ts';

let api: Api;
let handler: Browser;
let police: Browser;
let policeHead: Browser;
let fresh: StreamId;
let past: StreamId;
const leader = { name: '骆临风', title: '副局长', rank: 'deputy' as const, accountId: demoPeople.policeHead.accountId };

beforeAll(async () => {
  api = await testApi();
  [handler, police, policeHead] = (await Promise.all(
    [demoPeople.handler, demoPeople.policeLiaison, demoPeople.policeHead].map((p) => api.as(p)),
  )) as [Browser, Browser, Browser];
  fresh = (await aLawsuit(api)).id;
  past = (await aLawsuit(api, { occurredOn: '2026-01-12' })).id;
});

type Data<A> = A extends { readonly ok: true; readonly data: infer T } ? T : never;
function data<A extends { readonly ok: boolean }>(answer: A): Data<A> {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return (answer as unknown as { data: Data<A> }).data;
}

describe('what people are told', () => {
  it('of papers, sessions, leaders and judgments, each to whom it concerns', async () => {
    await catchUp(api.services);
    let view = await aLawsuit(api);
    const told = async (browser: Browser) => {
      await catchUp(api.services);
      const page = data(await browser.query('notices', 'list', {}));
      return page.rows.filter((n) => n.caseId === view.id).map((n) => [n.kind, n.caseKind]);
    };
    expect(await told(police)).toEqual([['suit-received', 'litigation']]);
    view = await suitStep(handler, view, 'set-session', {
      on: civilDate('2026-03-20'),
      time: '14:30',
      place: '第一审判庭',
    });
    expect((await told(police))[0]).toEqual(['session-set', 'litigation']);
    view = await suitStep(police, await suitView(police, view.id), 'plan-leader', { leader });
    expect((await told(policeHead))[0]).toEqual(['leader-arranged', 'litigation']);
    view = await suitStep(policeHead, await suitView(policeHead, view.id), 'file-answer', { opinion: '事实清楚。' });
    expect((await told(handler))[0]).toEqual(['answer-filed', 'litigation']);
    view = await suitStep(handler, await suitView(handler, view.id), 'move-session', {
      on: civilDate('2026-03-24'),
      time: '09:00',
    });
    expect((await told(policeHead))[0]).toEqual(['session-moved', 'litigation']);
    expect(await told(await api.as(demoPeople.marketLiaison))).toEqual([]);
  });

  it('of an answer’s limit to the department, and once overdue to the handler, too', async () => {
    await tellOfLimits(api.services);
    const due = async (browser: Browser) => {
      const page = data(await browser.query('notices', 'list', { limit: 100 }));
      return page.rows.flatMap((n) =>
        n.kind === 'due' && !n.hidden && n.caseId === past ? [`${n.params.ruleId} ${n.params.rung}`] : [],
      );
    };
    expect(await due(police)).toContain('litigation.answer overdue');
    expect(await due(handler)).toContain('litigation.answer overdue');
    expect(await due(await api.as(demoPeople.landLiaison))).toEqual([]);
  });

  it('of a session that is near to the department and to the leader, once for each step nearer', async () => {
    let view = await aLawsuit(api);
    view = await suitStep(handler, view, 'set-session', {
      on: civilDate('2026-03-04'),
      time: '09:30',
      place: '第一审判庭',
    });
    await suitStep(police, await suitView(police, view.id), 'plan-leader', { leader });
    await tellOfLimits(api.services);
    await tellOfLimits(api.services);
    const near = async (browser: Browser) => {
      const page = data(await browser.query('notices', 'list', { limit: 100 }));
      return page.rows.flatMap((n) =>
        n.kind === 'session-near' && !n.hidden && n.caseId === view.id ? [n.params.leader] : [],
      );
    };
    expect(await near(police)).toEqual(['骆临风']);
    expect(await near(policeHead)).toEqual(['骆临风']);
    expect(await near(handler)).toEqual([]);
  });

  it('a department that a lawsuit waits for is reminded, once a day', async () => {
    const remind = () => handler.mutate('notices', 'remind', { caseId: fresh, commandId: newCommandId(), text: '' });
    expect(data(await remind()).to.map((t) => t.accountId)).toContain(demoPeople.policeLiaison.accountId);
    expect(await remind()).toMatchObject({ failure: { reason: { code: 'reminded-today' } } });
  });
});
