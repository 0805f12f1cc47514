/** A government that is sued beside an organ whose office keeps the file: its own office answers, and its head signs. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, testApi } from '../../testing/api.ts';
import { aLawsuit, policeId, suitStep, suitView, trySuitStep } from '../../testing/lawsuits.ts';

const cityId = demoPeople.cityHandler.organId;
let api: Api;
let office: Browser;
let cityHandler: Browser;
let cityHead: Browser;
let policeLiaison: Browser;
beforeAll(async () => {
  api = await testApi();
  [office, cityHandler, cityHead, policeLiaison] = (await Promise.all(
    [demoPeople.handler, demoPeople.cityHandler, demoPeople.cityOrganHead, demoPeople.policeLiaison].map((p) =>
      api.as(p),
    ),
  )) as [Browser, Browser, Browser, Browser];
});

const together = () =>
  aLawsuit(api, {
    before: 'upheld',
    organs: [
      { organId: policeId, role: 'original-organ' },
      { organId: cityId, role: 'reconsideration-organ' },
    ],
    papers: [
      { organId: policeId, papers: ['complaint-copy'] },
      { organId: cityId, papers: ['complaint-copy'] },
    ],
  });

describe('a government whose file another office keeps', () => {
  it('answers through its own office, and its head signs', async () => {
    const { id } = await together();
    const view = await suitView(cityHandler, id);
    expect(view.audience).toBe('respondent');
    const answer = view.nextSteps.find((s) => s.step === 'file-answer');
    expect(answer).toMatchObject({ approver: 'organ-head' });
    expect(answer?.verdict).not.toBe('refused');
    const input = { organId: cityId, evidence: [{ name: '行政复议案卷' }] };
    expect(await trySuitStep(cityHandler, view, 'file-answer', input)).toMatchObject({
      failure: { code: 'needs-approval', reason: { params: { approver: 'organ-head' } } },
    });
    const proposed = await suitStep(cityHandler, view, 'propose', { step: { type: 'file-answer', input } });
    const [proposal] = proposed.proposals;
    expect(proposal).toMatchObject({ approver: 'organ-head', may: { approve: false, withdraw: true } });
    // The office that keeps the file, and the other defendant, know of no draft.
    expect((await suitView(office, id)).proposals).toEqual([]);
    expect((await suitView(policeLiaison, id)).proposals).toEqual([]);
    const signed = await suitView(cityHead, id);
    const done = await suitStep(cityHead, signed, 'approve', { proposalId: signed.proposals[0]?.proposalId ?? '' });
    expect(done.instances[0]?.answers.find((a) => a.organId === cityId)?.filedOn).not.toBeNull();
  });

  it('does nothing for the other defendant, nor what is the keeping office’s', async () => {
    const { id } = await together();
    const view = await suitView(cityHandler, id);
    for (const [step, input] of [
      ['file-answer', { organId: policeId, evidence: [{ name: '笔录' }] }],
      ['make-note', { text: '—' }],
      ['correct-entry', { seq: 1, why: '—' }],
    ] as const) {
      const answer = await trySuitStep(cityHandler, view, step, input as never);
      expect(answer, step).toMatchObject({ ok: false });
    }
    // The head of the keeping office signs no answer of another government.
    const input = { organId: cityId, evidence: [{ name: '行政复议案卷' }] };
    const step = { type: 'file-answer', input } as const;
    const proposed = await suitStep(cityHandler, view, 'propose', { step });
    const proposalId = proposed.proposals[0]?.proposalId ?? '';
    const organHead = await api.as(demoPeople.organHead);
    expect(await trySuitStep(organHead, await suitView(organHead, id), 'approve', { proposalId })).toMatchObject({
      ok: false,
    });
  });
});
