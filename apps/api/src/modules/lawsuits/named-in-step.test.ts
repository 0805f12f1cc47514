/** What a step names that is somebody else's: another organ's leader, a case nobody here sees, a number given away. */
import type { StreamId } from '@redress/domain/ids';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, newCaseId, testApi } from '../../testing/api.ts';
import { aCourtNumber, aLawsuit, policeId, suitStep, trySuitStep } from '../../testing/lawsuits.ts';

let api: Api;
let handler: Browser;
let sectionHead: Browser;
let liaison: Browser;
beforeAll(async () => {
  api = await testApi();
  [handler, sectionHead, liaison] = (await Promise.all(
    [demoPeople.handler, demoPeople.sectionHead, demoPeople.policeLiaison].map((p) => api.as(p)),
  )) as [Browser, Browser, Browser];
});

const withSession = async (): Promise<LawsuitView> =>
  suitStep(handler, await aLawsuit(api), 'set-session', { on: '2026-04-10', time: '09:30', place: '第三法庭' });

describe('a leader named by a step', () => {
  const { policeHead, policeChief, marketDeputy } = demoPeople;
  const as = (p: typeof policeHead, over: object = {}) => ({
    ...{ postId: p.postId, accountId: p.accountId, name: p.name, title: p.title, rank: 'head' as const },
    ...over,
  });
  const notAnOption = {
    failure: { code: 'invalid-input', fields: [{ field: 'leader.accountId', rule: 'not-an-option' }] },
  };

  it('is one of the organ’s own, whom the diary and the figures are of', async () => {
    const view = await withSession();
    for (const leader of [
      as(marketDeputy),
      as(marketDeputy, { organId: policeId }),
      as(policeHead, { accountId: marketDeputy.accountId }),
      as(marketDeputy, { postId: null }),
      as(policeHead, { accountId: 'account-nobody', postId: null }),
    ]) {
      expect(await trySuitStep(liaison, view, 'plan-leader', { leader: leader as never })).toMatchObject(notAnOption);
    }
    const planned = await suitStep(liaison, view, 'plan-leader', { leader: as(policeHead) });
    const replaced = { leader: as(marketDeputy), why: '公务' };
    expect(await trySuitStep(liaison, planned, 'replace-leader', replaced)).toMatchObject(notAnOption);
    await suitStep(liaison, planned, 'replace-leader', { leader: as(policeChief), why: '公务' });
  });

  it('may be anybody who is typed in, whatever organ they are of', async () => {
    const leader = { name: '某派出所所长', title: '所长', rank: 'lower-organ' as const };
    const planned = await suitStep(liaison, await withSession(), 'plan-leader', { leader });
    expect(planned.instances[0]?.sessions[0]?.appearances[0]?.leader?.name).toBe('某派出所所长');
  });

  it('is looked at in a correction, too', async () => {
    const planned = await suitStep(liaison, await withSession(), 'plan-leader', { leader: as(policeHead) });
    const seq = planned.timeline.find((e) => e.type === 'leader-planned')?.seq ?? 0;
    const correct = (leader: object) =>
      trySuitStep(handler, planned, 'correct-entry', { seq, payload: { leader }, why: '录入有误' });
    const whole = (p: typeof policeHead) => as(p, { organId: policeId, from: null, until: null, inCharge: true });
    const wrong = { fields: [{ field: 'payload.leader.accountId', rule: 'not-an-option' }] };
    expect(await correct(whole(marketDeputy))).toMatchObject({ failure: wrong });
    expect(await correct(whole(policeChief))).toMatchObject({ ok: true });
  });
});

describe('a case named inside a proposal or a correction', () => {
  it('is one the actor sees', async () => {
    const view = await aLawsuit(api);
    const first = await aLawsuit(api);
    const propose = (duplicateOf: StreamId) =>
      trySuitStep(handler, view, 'propose', { step: { type: 'void-lawsuit', input: { why: '重复', duplicateOf } } });
    expect(await propose(newCaseId())).toMatchObject({
      failure: { fields: [{ field: 'step.input.duplicateOf', rule: 'unknown-link' }] },
    });
    expect(await propose(first.id)).toMatchObject({ ok: true });
  });
});

describe('taking back a voiding', () => {
  const voided = async (number: string) => {
    const instance = { court: '云岭县人民法院', courtNumber: number, docketedOn: '2026-02-26' };
    const view = await aLawsuit(api, { instance });
    return suitStep(sectionHead, view, 'void-lawsuit', { why: '重复登记。' });
  };
  const back = (view: LawsuitView) => {
    const seq = view.timeline.find((e) => e.type === 'voided')?.seq ?? 0;
    return trySuitStep(sectionHead, view, 'annul-entry', { seq, why: '误作废' });
  };

  it('whose number another lawsuit bears by now names the number and leads to that lawsuit', async () => {
    const number = aCourtNumber();
    const view = await voided(number);
    const instance = { court: '云岭县人民法院', courtNumber: number, docketedOn: '2026-02-26' };
    const { id } = await aLawsuit(api, { instance });
    expect(await back(view)).toMatchObject({
      failure: { code: 'step-refused', reason: { code: 'court-number-taken', params: { number, id } } },
    });
  });

  it('is done where the number is still its own', async () => {
    expect(await back(await voided(aCourtNumber()))).toMatchObject({ ok: true });
  });
});
