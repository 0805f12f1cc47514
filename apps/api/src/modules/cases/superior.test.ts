/** What the organ above gets over the API, and the three things it does in a case of the organ below (35, 38, 40). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, newCommandId, testApi, today } from '../../testing/api.ts';
import { aLawsuit } from '../../testing/lawsuits.ts';

let api: Api;
let handler: Browser;
let city: Browser;
let otherCounty: Browser;
beforeAll(async () => {
  api = await testApi();
  [handler, city, otherCounty] = (await Promise.all(
    [demoPeople.handler, demoPeople.cityHandler, demoPeople.otherHandler].map((p) => api.as(p)),
  )) as [Browser, Browser, Browser];
});

const listed = async (browser: Browser, whose?: 'own' | 'below') => {
  const page = await browser.query('cases', 'list', { filter: whose === undefined ? {} : { whose } });
  if (!page.ok) throw new Error(JSON.stringify(page.failure));
  return page.data.rows.map((row) => row.id);
};

/** A case of the county that stands still for a reason the law does not list. */
async function aSuspendedCase() {
  let view = await api.aCase();
  view = await handler.step(view, 'make-note', { text: '内部讨论：拟暂缓。' });
  view = await handler.step(view, 'accept', {});
  return handler.step(view, 'suspend', { ground: 'other', reason: '承办人员变动，暂缓审理。' });
}

describe('the organ above', () => {
  it('sees the case and its opinions, but not the notes; another county sees nothing', async () => {
    const { id } = await aSuspendedCase();
    const seen = await city.view(id);
    expect(seen.audience).toBe('superior');
    expect(seen.timeline.map((t) => t.type)).toContain('suspended');
    expect(seen.timeline.map((t) => t.type)).not.toContain('note-made');
    expect(JSON.stringify(seen)).not.toContain('内部讨论');
    expect((await handler.view(id)).timeline.map((t) => t.type)).toContain('note-made');
    const other = await otherCounty.query('cases', 'view', { id });
    expect(other).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('has the cases below apart from its own', async () => {
    const { id } = await aSuspendedCase();
    expect(await listed(city)).not.toContain(id);
    expect(await listed(city, 'below')).toContain(id);
    expect(await listed(handler)).toContain(id);
    expect(await listed(handler, 'below')).toEqual([]);
  });

  it('orders resumption in its own name, whatever name is given, and may do nothing else', async () => {
    const view = await aSuspendedCase();
    const ordered = await city.step(view, 'order-resumption', { byOrgan: '别的机关', reason: '中止没有法定理由。' });
    const entry = ordered.timeline.find((t) => t.type === 'resumption-ordered');
    expect(entry?.payload).toMatchObject({ byOrgan: '澄陵市人民政府' });
    const refused = await city.mutate('cases', 'execute', {
      commandId: newCommandId(),
      id: view.id,
      expectedVersion: ordered.version,
      step: { type: 'resume', input: { reason: '恢复审理。', occurredOn: today } },
    });
    expect(refused).toMatchObject({ ok: false, failure: { reason: { code: 'not-this-actor' } } });
    for (const step of ordered.nextSteps) {
      const open = ['order-acceptance', 'order-resumption', 'take-up'].includes(step.step);
      if (!open) expect(step, step.step).toMatchObject({ verdict: 'refused', reason: 'not-this-actor' });
    }
  });
});

describe('the figures of the organs below', () => {
  it('are each the length of the list they open', async () => {
    await aSuspendedCase();
    await api.aCase();
    const answer = await city.query('workbench', 'below');
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    const [county] = answer.data;
    expect(answer.data.map((row) => row.name)).toEqual(['云岭县人民政府']);
    const length = async (light?: 'overdue' | 'near' | 'stopped') => {
      const filter = { whose: 'below' as const, organ: county?.organId as never, closed: false };
      const input = { filter: light === undefined ? filter : { ...filter, light }, limit: 200 };
      const page = await city.query('cases', 'list', input);
      return page.ok ? page.data.rows.length : null;
    };
    expect(county).toMatchObject({
      open: await length(),
      overdue: await length('overdue'),
      near: await length('near'),
      stopped: await length('stopped'),
    });
    expect(county?.open).toBeGreaterThan(0);
    expect(await handler.query('workbench', 'below')).toEqual({ ok: true, data: [] });
  });

  it('are of lawsuits, too: each again the length of its list, and none of them of another county', async () => {
    const before = await city.query('workbench', 'below');
    expect(before.ok && before.data[0]?.suits).toEqual({ open: 0, overdue: 0, near: 0, stopped: 0 });
    // One whose days to answer are over, and one whose begin today.
    await aLawsuit(api, { occurredOn: '2026-01-12' });
    await aLawsuit(api);
    const answer = await city.query('workbench', 'below');
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    const [county] = answer.data;
    expect(answer.data.map((row) => row.name)).toEqual(['云岭县人民政府']);
    const filter = { whose: 'below' as const, organ: county?.organId as never, closed: false };
    const length = async (light?: 'overdue' | 'near' | 'stopped') => {
      const page = await city.query('lawsuits', 'list', {
        filter: light === undefined ? filter : { ...filter, light },
        limit: 100,
      });
      return page.ok ? page.data.rows.length : page.failure;
    };
    expect(county?.suits).toEqual({
      open: await length(),
      overdue: await length('overdue'),
      near: await length('near'),
      stopped: await length('stopped'),
    });
    expect(county?.suits).toMatchObject({ open: 2, overdue: 1 });
    // The cases are counted as before, and the organ above works on none of these itself.
    expect(county?.open).toBe(before.ok ? before.data[0]?.open : null);
    const own = await city.query('lawsuits', 'list', { filter: { closed: false } });
    expect(own.ok && own.data.rows).toEqual([]);
    expect(await otherCounty.query('workbench', 'below')).toEqual({ ok: true, data: [] });
  });
});
