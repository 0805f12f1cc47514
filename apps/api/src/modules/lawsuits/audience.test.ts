/** What the organs of one lawsuit see of one another: their own part, and what the court does before all of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, testApi } from '../../testing/api.ts';
import { aLawsuit, policeId, suitStep, suitView, trySuitStep } from '../../testing/lawsuits.ts';

let api: Api;
let handler: Browser;
let policeHead: Browser;
let land: Browser;
const landId = demoPeople.landLiaison.organId;
beforeAll(async () => {
  api = await testApi();
  [handler, policeHead, land] = (await Promise.all(
    [demoPeople.handler, demoPeople.policeHead, demoPeople.landLiaison].map((p) => api.as(p)),
  )) as [Browser, Browser, Browser];
});

async function upload(browser: Browser, caseId: string): Promise<string> {
  const answer = await browser.fetch(
    `/api/files?name=${encodeURIComponent('现场照片.pdf')}&kind=evidence&caseId=${caseId}`,
    {
      method: 'PUT',
      body: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
    },
  );
  const body = (await answer.json()) as { fileId?: string };
  if (body.fileId === undefined) throw new Error(JSON.stringify(body));
  return body.fileId;
}

/** Police and land bureau sued in one suit. */
const together = () =>
  aLawsuit(api, {
    organs: [
      { organId: policeId, role: 'original-organ' },
      { organId: landId, role: 'original-organ' },
    ],
    papers: [
      { organId: policeId, papers: ['complaint-copy'] },
      { organId: landId, papers: ['complaint-copy'] },
    ],
  });

describe('co-defendants in one lawsuit', () => {
  it('each reads its own answer and evidence, the office reads both, and a file goes with its entry', async () => {
    const { id } = await together();
    const fileId = await upload(policeHead, id);
    await suitStep(policeHead, await suitView(policeHead, id), 'file-answer', {
      organId: policeId,
      opinion: '警方内部的答辩意见。',
      evidence: [{ number: '1', name: '执法记录仪录像', fileIds: [fileId as never] }],
    });
    const get = async (browser: Browser) => (await browser.fetch(`/api/files/${encodeURIComponent(fileId)}`)).status;
    expect(await get(policeHead)).toBe(200);
    expect(await get(handler)).toBe(200);
    expect(await get(land)).toBe(404);
    const office = JSON.stringify(await suitView(handler, id));
    expect(office).toContain('执法记录仪录像');
    const other = JSON.stringify(await suitView(land, id));
    expect(other).not.toContain('执法记录仪录像');
    expect(other).not.toContain('警方内部的答辩意见');
    expect(other).not.toContain(fileId);
  });

  it('a draft and its files stay inside the organ until its head has signed', async () => {
    const { id } = await together();
    const liaison = await api.as(demoPeople.policeLiaison);
    const fileId = await upload(liaison, id);
    const input = { organId: policeId, evidence: [{ name: '草稿证据', fileIds: [fileId as never] }] };
    const proposed = await suitStep(liaison, await suitView(liaison, id), 'propose', {
      step: { type: 'file-answer', input },
    });
    const get = async (browser: Browser) => (await browser.fetch(`/api/files/${encodeURIComponent(fileId)}`)).status;
    expect(await get(handler)).toBe(404);
    expect(JSON.stringify((await suitView(handler, id)).files)).not.toContain(fileId);
    expect(await get(policeHead)).toBe(200);
    const [proposal] = proposed.proposals;
    await suitStep(policeHead, await suitView(policeHead, id), 'approve', { proposalId: proposal?.proposalId ?? '' });
    expect(await get(handler)).toBe(200);
    expect(await get(land)).toBe(404);
  });

  it('each hears of its own limit on its own row of the list', async () => {
    const { id } = await together();
    await suitStep(policeHead, await suitView(policeHead, id), 'file-answer', {
      organId: policeId,
      opinion: '事实清楚。',
      evidence: [{ name: '询问笔录' }],
    });
    const dueOf = async (browser: Browser) => {
      const page = await browser.query('lawsuits', 'list', { filter: { todo: 'answer' }, limit: 100 });
      return page.ok ? page.data.rows.find((row) => row.id === id)?.dueRule : page.failure.code;
    };
    expect(await dueOf(policeHead)).toBeUndefined();
    expect(await dueOf(land)).toBe('litigation.answer');
    expect(await dueOf(handler)).toBe('litigation.answer');
  });

  it('what the office notes for itself stays with the office', async () => {
    const view = await together();
    await suitStep(handler, view, 'make-note', { text: '内部研判：败诉风险较高。' });
    for (const browser of [policeHead, land]) {
      const seen = await suitView(browser, view.id);
      expect(JSON.stringify(seen)).not.toContain('内部研判');
      expect(seen.timeline.map((t) => t.type)).not.toContain('note-made');
    }
    expect(JSON.stringify(await suitView(handler, view.id))).toContain('内部研判');
  });

  it('nobody passes a paper of their own off as a form the system made', async () => {
    const view = await together();
    const fileId = await upload(policeHead, view.id);
    const input = { kind: 'identity-proof', organId: policeId, template: '../x', fileId, name: '伪造.docx' };
    const seen = await suitView(policeHead, view.id);
    for (const [type, given] of [
      ['issue-form', input],
      ['propose', { step: { type: 'issue-form', input } }],
    ] as const) {
      const answer = await trySuitStep(policeHead, seen, type, given as never);
      expect(answer, type).toMatchObject({ failure: { code: 'not-permitted' } });
    }
    const preview = await policeHead.query('lawsuits', 'preview', { id: view.id, step: { type: 'issue-form', input } });
    expect(preview).toMatchObject({ failure: { code: 'not-permitted' } });
  });

  it('nobody uploads to a lawsuit that is not theirs', async () => {
    const { id } = await together();
    const market = await api.as(demoPeople.marketLiaison);
    await expect(upload(market, id)).rejects.toThrow('not-found');
  });
});
