/** The draft of a government whose file another office keeps waits for its own head, who hears of it; nobody else does. */
import { expect, it } from 'vitest';
import { type Browser, demoPeople, testApi } from '../../testing/api.ts';
import { aLawsuit, policeId, suitStep, suitView } from '../../testing/lawsuits.ts';
import { catchUp } from './tell-of-entries.ts';

it('tells the head of the government that is sued, and not the head of the office that keeps the file', async () => {
  const api = await testApi();
  const cityId = demoPeople.cityHandler.organId;
  const { id } = await aLawsuit(api, {
    before: 'upheld',
    organs: [
      { organId: policeId, role: 'original-organ' },
      { organId: cityId, role: 'reconsideration-organ' },
    ],
    papers: [{ organId: cityId, papers: ['complaint-copy'] }],
  });
  const cityHandler = await api.as(demoPeople.cityHandler);
  const step = { type: 'file-answer', input: { organId: cityId, evidence: [{ name: '行政复议案卷' }] } } as const;
  await suitStep(cityHandler, await suitView(cityHandler, id), 'propose', { step });
  await catchUp(api.services);
  const told = async (browser: Browser) => {
    const list = await browser.query('notices', 'list', {} as never);
    return JSON.stringify(list.ok ? list.data : list.failure);
  };
  expect(await told(await api.as(demoPeople.cityOrganHead))).toContain('proposed');
  expect(await told(await api.as(demoPeople.organHead))).not.toContain('proposed');
});
