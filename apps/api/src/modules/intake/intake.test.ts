/** What arrives before it is registered, and the checks beside the form: each organ's own, and nobody else's. */
import type { FileId, OrganId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Api,
  anApplication,
  type Browser,
  demoPeople,
  governmentId,
  newCaseId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\ntrailer\n%%EOF\n`);
let api: Api;
let handler: Browser;
let second: Browser;
let elsewhere: Browser;
let liaison: Browser;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  second = await api.as(demoPeople.secondHandler);
  elsewhere = await api.as(demoPeople.otherHandler);
  liaison = await api.as(demoPeople.policeLiaison);
});

let n = 0;
async function upload(browser: Browser): Promise<FileId> {
  n += 1;
  const answer = await browser.fetch(`/api/files?name=${encodeURIComponent(`扫描件${n}.pdf`)}&kind=application`, {
    method: 'PUT',
    body: pdf(String(n)),
  });
  return ((await answer.json()) as { fileId: FileId }).fileId;
}
const read = async (browser: Browser, id: string) => (await browser.fetch(`/api/files/${id}`)).status;
const data = <T>(answer: { ok: true; data: T } | { ok: false }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.data;
};
const waiting = async (browser: Browser) => data(await browser.query('intake', 'scans', {}));
async function takeIn(browser: Browser, files: number, receivedOn = '2026-02-27') {
  const fileIds: FileId[] = [];
  for (let i = 0; i < files; i++) fileIds.push(await upload(browser));
  const given = {
    receivedOn: receivedOn as typeof today,
    channel: 'post' as const,
    filingProof: 'EMS 1',
    words: '一叠',
    fileIds,
  };
  return { id: data(await browser.mutate('intake', 'takeIn', given)).id, fileIds };
}
const register = (browser: Browser, fileIds: FileId[]) =>
  browser.mutate('cases', 'register', {
    id: newCaseId(),
    commandId: newCommandId(),
    input: anApplication({ fileIds }),
  });

describe('an arrival', () => {
  it('waits with its files, who took it in, and its examination limit already running', async () => {
    const { id } = await takeIn(handler, 2);
    const row = (await waiting(second)).find((r) => r.id === id);
    // Five working days from Friday 27 February 2026, with the make-up working Saturday 28 February.
    expect(row).toMatchObject({ takenInBy: '沈知微', channel: 'post', words: '一叠', light: 'near', struck: null });
    expect(row?.files).toHaveLength(2);
    expect(row?.examineBy).toBe('2026-03-05');
    expect(row?.workingDaysLeft).toBe(3);
  });

  it('turns red the day after that limit', async () => {
    const { id } = await takeIn(handler, 1, '2026-02-09');
    expect((await waiting(handler)).find((r) => r.id === id)).toMatchObject({ light: 'overdue' });
  });

  it('is its organ’s: another one neither lists, opens, reads nor strikes it', async () => {
    const { id, fileIds } = await takeIn(handler, 1);
    expect((await waiting(elsewhere)).map((r) => r.id)).not.toContain(id);
    for (const answer of [
      await elsewhere.query('intake', 'scan', { id }),
      await elsewhere.mutate('intake', 'strike', { id, why: '不是我们的' }),
      await elsewhere.mutate('intake', 'note', { id, receivedOn: today, channel: 'post' }),
    ]) {
      expect(answer).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    }
    expect(await read(elsewhere, fileIds[0] ?? '')).toBe(404);
    expect(await read(liaison, fileIds[0] ?? '')).toBe(404);
    expect(await read(second, fileIds[0] ?? '')).toBe(200);
    const stolen = await elsewhere.mutate('cases', 'register', {
      id: newCaseId(),
      commandId: newCommandId(),
      input: anApplication({ reviewingOrganId: demoPeople.otherHandler.organId, fileIds }),
    });
    expect(stolen).toMatchObject({ ok: false, failure: { fields: [{ field: 'fileIds.0', rule: 'wrong-file' }] } });
  });

  it('leaves the inbox when a colleague registers it, its files in the case; a second registration takes nothing', async () => {
    const { id, fileIds } = await takeIn(handler, 2);
    const registered = await register(second, fileIds);
    expect(registered.ok).toBe(true);
    expect((await waiting(handler)).map((r) => r.id)).not.toContain(id);
    const view = await handler.view(data(registered).id);
    expect(view.files.map((f) => f.id).sort()).toEqual([...fileIds].sort());
    expect(await register(handler, fileIds)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  it('waits on while one of its files belongs to no case', async () => {
    const { id, fileIds } = await takeIn(handler, 2);
    await register(handler, fileIds.slice(0, 1));
    const row = (await waiting(handler)).find((r) => r.id === id);
    expect(row?.files.map((f) => f.caseId === null)).toEqual([false, true]);
  });

  it('is struck with a reason only, and stays to be seen', async () => {
    const { id } = await takeIn(handler, 1);
    expect(await handler.mutate('intake', 'strike', { id, why: ' ' })).toMatchObject({
      failure: { code: 'invalid-input', fields: [{ field: 'why' }] },
    });
    expect((await handler.mutate('intake', 'strike', { id, why: '同一份材料扫描了两次' })).ok).toBe(true);
    expect((await waiting(handler)).map((r) => r.id)).not.toContain(id);
    const struck = data(await handler.query('intake', 'scans', { which: 'struck' })).find((r) => r.id === id);
    expect(struck?.struck).toMatchObject({ by: '沈知微', why: '同一份材料扫描了两次' });
    expect((await handler.mutate('intake', 'strike', { id, why: '再来一次' })).ok).toBe(false);
  });

  it('takes only files of whoever takes it in, each once, and none that arrives tomorrow', async () => {
    const foreign = await upload(second);
    const given = { receivedOn: today, channel: 'post' as const, fileIds: [foreign] };
    expect(await handler.mutate('intake', 'takeIn', given)).toMatchObject({
      failure: { fields: [{ field: 'fileIds.0', rule: 'wrong-file' }] },
    });
    const { fileIds } = await takeIn(handler, 1);
    expect((await handler.mutate('intake', 'takeIn', { ...given, fileIds })).ok).toBe(false);
    const own = await upload(handler);
    expect(
      await handler.mutate('intake', 'takeIn', { ...given, receivedOn: '2026-03-03' as typeof today, fileIds: [own] }),
    ).toMatchObject({ failure: { fields: [{ field: 'receivedOn', rule: 'day-in-future' }] } });
  });

  it('is counted as it is listed', async () => {
    expect(data(await handler.query('intake', 'count')).waiting).toBe((await waiting(handler)).length);
  });

  it('can be put right while it waits', async () => {
    const { id } = await takeIn(handler, 1);
    await handler.mutate('intake', 'note', {
      id,
      receivedOn: '2026-02-26' as typeof today,
      channel: 'counter',
      words: '李某',
    });
    expect(data(await handler.query('intake', 'scan', { id }))).toMatchObject({
      receivedOn: '2026-02-26',
      channel: 'counter',
      words: '李某',
    });
  });
});

const asked = (over: Record<string, unknown> = {}) => {
  const { act, respondents, applicants } = anApplication();
  return {
    reviewingOrganId: governmentId,
    receivedOn: today,
    filedOn: today,
    respondents: [...respondents] as OrganId[],
    applicants: applicants.map((a) => ({ name: a.person.name, idNumber: a.person.idNumber ?? '' })),
    representatives: 0,
    act: {
      name: act.name,
      number: act.number ?? '',
      matter: act.matter,
      category: null,
      content: act.content ?? '',
      amount: act.amount ?? null,
      madeOn: act.madeOn ?? null,
      madeOnTheSpot: false,
      immovable: false,
      knownOn: act.knownOn ?? null,
      notInformed: null,
      obstacles: [],
      inaction: null,
    },
    hasRequests: true,
    hasGrounds: true,
    suit: 'none' as const,
    ...over,
  };
};

describe('the checks beside the form', () => {
  it('find the same applicant over the same act, say why, and never send the identity number', async () => {
    const before = await api.aCase();
    const answer = data(await handler.query('intake', 'check', asked()));
    const one = answer.alike.find((l) => l.id === before.id);
    expect(one).toMatchObject({ propose: 'duplicate-of', number: before.number, title: before.title });
    expect(one?.reasons).toEqual(['same-number', 'same-applicant', 'same-id-number', 'same-respondent']);
    expect(answer.checks.find((c) => c.check === 'not-filed-before')).toMatchObject({ code: 'perhaps-filed-before' });
    expect(JSON.stringify(answer)).not.toContain('99990019860401001X');
  });

  it('tell a namesake by the identity number', async () => {
    await api.aCase();
    const answer = data(
      await handler.query(
        'intake',
        'check',
        asked({ applicants: [{ name: '黎向晨', idNumber: '110105194912310021' }] }),
      ),
    );
    expect(answer.alike[0]).toMatchObject({ propose: 'same-dispute', names: [] });
    expect(answer.alike[0]?.reasons).toContain('other-id-number');
  });

  it('never match another organ’s case, whichever organ the form names', async () => {
    await api.aCase();
    const answer = data(await elsewhere.query('intake', 'check', asked()));
    expect(answer.alike).toEqual([]);
    // And the competent organ is told: the police of one county are not another county's to review.
    expect(answer.checks.find((c) => c.check === 'own-jurisdiction')).toMatchObject({
      state: 'warning',
      code: 'competent-elsewhere',
      params: { organ: '云岭县人民政府' },
    });
  });

  it('are silent over an empty form', async () => {
    const empty = asked({ respondents: [], applicants: [], suit: null, hasRequests: false });
    const answer = data(
      await handler.query('intake', 'check', {
        ...empty,
        act: { ...empty.act, number: '', name: '', content: '', madeOn: null },
      }),
    );
    expect(answer.alike).toEqual([]);
    expect(answer.checks.filter((c) => c.state === 'warning')).toEqual([]);
  });

  it('are asked again of the case, without matching itself, and of nobody else’s', async () => {
    const number = '云公（治）行罚决字〔2026〕777号';
    const view = await api.aCase({ suit: 'accepted', act: { ...anApplication().act, number } });
    const answer = data(await handler.query('intake', 'checkCase', { id: view.id }));
    expect(answer.alike.map((l) => l.id)).not.toContain(view.id);
    expect(answer.checks.find((c) => c.check === 'not-sued')).toMatchObject({
      state: 'warning',
      code: 'suit-accepted',
    });
    expect((await elsewhere.query('intake', 'checkCase', { id: view.id })).ok).toBe(false);
    expect((await liaison.query('intake', 'checkCase', { id: view.id })).ok).toBe(false);
  });
});

describe('what the form adds to the application', () => {
  it('keeps an oral application’s record from the respondent, and each third party’s own consent', async () => {
    const scan = await upload(handler);
    const view = await api.aCase({
      channel: 'oral',
      oral: {
        recordedBy: '沈知微',
        record: '问：你的电话？答：0999-5551001。',
        readBackOn: today,
        readBack: 'read-aloud',
        confirmedBy: '黎向晨',
        confirmation: 'thumbprint',
        fileIds: [scan],
      },
      thirdParties: [{ key: 't1', person: { name: '乔远' }, electronicService: true }],
    });
    const entry = view.timeline.find((t) => t.type === 'application-received');
    expect(entry?.payload.oral).toMatchObject({
      record: '问：你的电话？答：0999-5551001。',
      confirmation: 'thumbprint',
    });
    expect(view.files.map((f) => f.id)).toContain(scan);
    expect(JSON.stringify(entry?.payload.parties)).toContain('"electronicService":true');

    const accepted = await handler.step(view, 'accept', {});
    await handler.step(accepted, 'issue-copy', {
      document: {
        sendings: [
          {
            addressee: { is: 'organ', organId: demoPeople.policeLiaison.organId },
            method: 'exchange',
            sentOn: today,
            servedOn: today,
          },
        ],
      },
    });
    const seen = await liaison.view(view.id);
    expect(JSON.stringify(seen)).not.toContain('0999-5551001');
    expect(seen.timeline.find((t) => t.type === 'application-received')?.payload.oral).toBeUndefined();
    expect(await read(liaison, scan)).toBe(404);
  });

  it('takes four hundred applicants in one case', async () => {
    const applicants = Array.from({ length: 400 }, (_, i) => ({ key: `a${i}`, person: { name: `申请人${i}` } }));
    const view = await api.aCase({
      applicants,
      representatives: [{ person: { name: '申请人0' }, actsFor: applicants.map((a) => a.key) }],
    });
    expect(view.parties).toHaveLength(401);
  });

  it('refuses a category that is neither a row of the form nor the office’s own', async () => {
    const { act } = anApplication();
    const of = (category: string) =>
      handler.mutate('cases', 'register', {
        id: newCaseId(),
        commandId: newCommandId(),
        input: anApplication({ act: { ...act, category } }),
      });
    expect(await of('no-such-category')).toMatchObject({
      failure: { fields: [{ field: 'act.category', rule: 'not-an-option' }] },
    });
    expect((await of('public-security')).ok).toBe(true);
  });

  it('refuses a record where nothing was said orally, and one read back before it was said', async () => {
    const oral = {
      recordedBy: '沈知微',
      record: '问答',
      readBackOn: '2026-02-01' as typeof today,
      readBack: 'read-aloud' as const,
      confirmedBy: '黎向晨',
      confirmation: 'signature' as const,
    };
    const of = async (over: object) =>
      handler.mutate('cases', 'register', {
        id: newCaseId(),
        commandId: newCommandId(),
        input: anApplication({ oral, ...over }),
      });
    expect(await of({})).toMatchObject({
      failure: { fields: [{ field: 'oral', rule: 'record-only-of-oral' }, { field: 'oral.readBackOn' }] },
    });
    expect(await of({ channel: 'oral' })).toMatchObject({
      failure: { fields: [{ field: 'oral.readBackOn', rule: 'read-back-before-said' }] },
    });
  });
});
