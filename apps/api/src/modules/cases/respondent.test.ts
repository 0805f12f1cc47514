/** What a respondent gets over the API: its page, its list, its search and its downloads say the same. */
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, newCommandId, testApi, today } from '../../testing/api.ts';

const police = demoPeople.policeLiaison.organId;
type Sendings = NonNullable<NonNullable<StepInputGiven<'accept'>['document']>['sendings']>;
const toPolice = (sentOn: string | null): Sendings => [
  { addressee: { is: 'organ', organId: police }, method: 'exchange', sentOn, servedOn: sentOn },
];

let api: Api;
let handler: Browser;
let liaison: Browser;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  liaison = await api.as(demoPeople.policeLiaison);
});

async function upload(browser: Browser, name: string): Promise<never> {
  const body = Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`);
  const answer = await browser.fetch(`/api/files?name=${encodeURIComponent(name)}&kind=other`, { method: 'PUT', body });
  return ((await answer.json()) as { fileId: string }).fileId as never;
}

/** A case of which the copy has gone to the police, with the files of each paper. */
async function aCopiedCase() {
  const files = {
    application: await upload(handler, '申请书.pdf'),
    acceptance: await upload(handler, '受理通知书.pdf'),
    copy: await upload(handler, '申请书副本.pdf'),
    unsent: await upload(handler, '未发出的通知书.pdf'),
    reply: await upload(liaison, '答复书.pdf'),
  };
  let view = await api.aCase({ fileIds: [files.application] });
  view = await handler.step(view, 'accept', { document: { fileIds: [files.acceptance] } });
  view = await handler.step(view, 'issue-copy', {
    document: { fileIds: [files.copy], sendings: toPolice(today) },
  });
  view = await handler.step(view, 'issue-document', {
    kind: 'suspension-notice',
    document: { fileIds: [files.unsent], sendings: toPolice(null) },
  });
  await liaison.step(view, 'file-reply', { respondentId: police, fileIds: [files.reply] });
  return { view: await handler.view(view.id), files };
}

const found = async (browser: Browser, q: string): Promise<readonly CaseView['id'][]> => {
  const page = await browser.query('cases', 'list', { filter: { q } });
  if (!page.ok) throw new Error(JSON.stringify(page.failure));
  return page.data.rows.map((row) => row.id);
};
const listed = async (browser: Browser, id: CaseView['id']) => {
  const page = await browser.query('cases', 'list', { limit: 100 });
  if (!page.ok) throw new Error(JSON.stringify(page.failure));
  return page.data.rows.find((row) => row.id === id);
};

describe('files', () => {
  it('are given to a respondent exactly as its page lists them', async () => {
    const { view, files } = await aCopiedCase();
    const own = (await liaison.view(view.id)).files.map((f) => f.id);
    expect([...own].sort()).toEqual([files.copy, files.reply].sort());
    for (const [name, id] of Object.entries(files)) {
      const answer = await liaison.fetch(`/api/files/${id}`);
      expect([name, answer.status]).toEqual([name, own.includes(id) ? 200 : 404]);
      expect([name, (await handler.fetch(`/api/files/${id}`)).status]).toEqual([name, 200]);
    }
  });

  it('of the office cannot be named in a reply by who would read them that way', async () => {
    const { view, files } = await aCopiedCase();
    const answer = await liaison.mutate('cases', 'execute', {
      commandId: newCommandId(),
      id: view.id,
      expectedVersion: view.version,
      step: { type: 'file-reply', input: { respondentId: police, fileIds: [files.application] } },
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input', fields: [{ field: 'fileIds.0' }] } });
    expect((await liaison.fetch(`/api/files/${files.application}`)).status).toBe(404);
  });
});

describe('the list', () => {
  it('finds a case by the numbers its reader has been told', async () => {
    const { view } = await aCopiedCase();
    const numberOf = (kind: string) => view.documents.find((d) => d.kind === kind)?.number ?? '';
    for (const number of [view.number ?? '', numberOf('reply-notice')]) {
      expect(number).not.toBe('');
      expect(await found(handler, number), number).toContain(view.id);
      expect(await found(liaison, number), number).toContain(view.id);
    }
    for (const number of [numberOf('acceptance-notice'), numberOf('suspension-notice')]) {
      expect(number).not.toBe('');
      expect(await found(handler, number), number).toContain(view.id);
      expect(await found(liaison, number), number).toEqual([]);
    }
  });

  it('shows neither an approval nor an end that the respondent was not told of', async () => {
    const { view } = await aCopiedCase();
    const input = { days: 30, reason: '案情复杂' };
    const proposed = await handler.step(view, 'propose', { step: { type: 'extend', input }, opinion: '' });
    expect(await listed(handler, view.id)).toMatchObject({ waitingFor: 'section-head' });
    expect(await listed(liaison, view.id)).toMatchObject({ stage: 'accepted', waitingFor: 'institution' });
    expect(await liaison.view(view.id)).toMatchObject({ stage: 'accepted', waiting: { who: 'institution' } });
    const proposalId = proposed.proposals[0]?.proposalId as never;
    const open = await handler.step(proposed, 'withdraw-proposal', { proposalId });
    const ended = await handler.step(open, 'terminate', {
      ground: 'withdrawn',
      irregularReason: '书面撤回后补。',
      document: { sendings: toPolice(null) },
    });
    expect(await listed(handler, view.id)).toMatchObject({ stage: 'closed', light: 'closed' });
    expect(await listed(liaison, view.id)).toMatchObject({ stage: 'accepted' });
    expect(await liaison.view(view.id)).toMatchObject({ stage: 'accepted', closedOn: null, outcome: null });
    const letter = ended.documents.find((d) => d.kind === 'termination-decision');
    await handler.step(ended, 'send-document', { documentId: letter?.id as never, sendings: toPolice(today) });
    expect(await listed(liaison, view.id)).toMatchObject({ stage: 'closed', light: 'closed' });
    expect(await liaison.view(view.id)).toMatchObject({ stage: 'closed', closedOn: today, outcome: 'terminated' });
  });
});
