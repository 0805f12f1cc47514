/** Cases over the API: registering, acting, conflicts, another organ's cases, the list. */
import { reasonText } from '@redress/domain/labels/catalogue';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockKeyOf } from '../../case-store/transaction.ts';
import {
  type Api,
  anApplication,
  type Browser,
  demoOrgans,
  demoPeople,
  newCaseId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';

type CasePageAnswer = Awaited<ReturnType<typeof handler.query<'cases', 'list'>>>;

let api: Api;
let handler: Browser;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
});

const note = (view: CaseView, text: string, commandId = newCommandId()) => ({
  commandId,
  id: view.id,
  expectedVersion: view.version,
  step: { type: 'make-note', input: { text } },
});

describe('registering', () => {
  it('gives the organ’s next number and opens the case to its people', async () => {
    const first = await api.aCase();
    const second = await api.aCase();
    const serial = (view: CaseView) => Number(/〔2026〕(\d+)号$/.exec(view.number ?? '')?.[1]);
    expect(first.number).toMatch(/^云政复〔2026〕\d+号$/);
    expect(serial(second)).toBe(serial(first) + 1);
    expect(first).toMatchObject({ audience: 'reviewing', stage: 'received', receivedOn: today, today });
    expect(first.title).toBe('黎向晨不服云岭县公安局行政处罚决定');
  });

  it('registers once, however often the command is sent, and takes no other body under its id', async () => {
    const command = { commandId: newCommandId(), id: newCaseId(), input: anApplication() };
    const [first, again] = [
      await handler.mutate('cases', 'register', command),
      await handler.mutate('cases', 'register', command),
    ];
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
    const other = { ...command, input: anApplication({ grounds: '另有理由。' }) };
    expect(await handler.mutate('cases', 'register', other)).toMatchObject({ failure: { code: 'command-reused' } });
    const taken = { ...command, commandId: newCommandId() };
    expect(await handler.mutate('cases', 'register', taken)).toMatchObject({ failure: { code: 'already-exists' } });
  });

  it('refuses organs that do not exist and an organ that is not one’s own', async () => {
    const register = (input: unknown) =>
      handler.mutate('cases', 'register', { commandId: newCommandId(), id: newCaseId(), input });
    expect(await register(anApplication({ respondents: ['organ-nowhere' as never] }))).toMatchObject({
      failure: { code: 'invalid-input', fields: [{ field: 'respondents.0', rule: 'unknown-organ' }] },
    });
    const foreign = demoOrgans.find((o) => o.shortName === '县公安局');
    expect(await register(anApplication({ reviewingOrganId: foreign?.id as never }))).toMatchObject({
      failure: { code: 'step-refused', reason: { code: 'not-this-actor' } },
    });
    expect(await register(anApplication({ handlers: [demoPeople.auditor.accountId] }))).toMatchObject({
      failure: { code: 'invalid-input', fields: [{ field: 'handlers.0' }] },
    });
    for (const nothing of [undefined, null, 'text', {}]) {
      expect(await register(nothing)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    }
  });
});

describe('two people acting on one case', () => {
  it('lets one through; the other is told, and nothing is lost', async () => {
    const view = await api.aCase();
    const second = await api.as(demoPeople.secondHandler);
    const answers = await Promise.all([
      handler.mutate('cases', 'execute', note(view, '甲')),
      second.mutate('cases', 'execute', note(view, '乙')),
    ]);
    const refused = answers.filter((a) => !a.ok);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ status: 409, failure: { code: 'stale-version' } });
    const fresh = await handler.view(view.id);
    expect(fresh.version).toBe(view.version + 1);
    expect((await second.mutate('cases', 'execute', note(fresh, '乙'))).ok).toBe(true);
  });

  it('acts once on a command that is sent again', async () => {
    const view = await api.aCase();
    const command = note(view, '一次');
    await handler.mutate('cases', 'execute', command);
    expect(await handler.mutate('cases', 'execute', command)).toMatchObject({ ok: true });
    expect((await handler.view(view.id)).version).toBe(view.version + 1);
  });
});

describe('a case that somebody is writing to', () => {
  const writerHolds = async (id: string, account: string, use: () => Promise<void>) => {
    const client = new pg.Client({ connectionString: api.database.url });
    await client.connect();
    try {
      await client.query(`begin; set local application_name = 'redress write ${account}'`);
      await client.query('select pg_advisory_xact_lock($1::bigint)', [lockKeyOf(id)]);
      await use();
    } finally {
      await client.end();
    }
  };

  it('answers with the colleague’s name, another organ’s, or nobody’s, and takes the step when they are done', async () => {
    const views = await Promise.all([api.aCase(), api.aCase(), api.aCase()]);
    const writers = [
      [demoPeople.secondHandler.accountId, demoPeople.secondHandler.name],
      [demoPeople.policeLiaison.accountId, '云岭县公安局'],
      ['rebuild', null],
    ] as const;
    // Side by side: each waits its five seconds.
    await Promise.all(
      writers.map(async ([account, name], i) => {
        const view = views[i] as CaseView;
        await writerHolds(view.id, account, async () => {
          const answer = await handler.mutate('cases', 'execute', note(view, '等'));
          const reason = { code: 'being-written', article: null, params: { name } };
          const failure = name === null ? { code: 'busy' } : { code: 'busy', reason };
          expect(answer).toEqual({ ok: false, status: 409, failure });
          if (name !== null) expect(reasonText('zh-CN', reason.code, { name })).toContain(name);
          if (name !== null) expect(reasonText('en', reason.code, { name })).toContain(name);
        });
        expect((await handler.mutate('cases', 'execute', note(view, '等'))).ok).toBe(true);
      }),
    );
  });
});

describe('steps', () => {
  it('names the field of a character that cannot be kept, as the form names it', async () => {
    const view = await api.aCase();
    for (const text of ['a\u0000', '\udc00']) {
      expect(await handler.mutate('cases', 'execute', note(view, text))).toMatchObject({
        status: 400,
        failure: { code: 'invalid-input', fields: [{ field: 'text', rule: 'unprintable' }] },
      });
      const command = { commandId: newCommandId(), id: newCaseId(), input: anApplication({ grounds: text }) };
      expect(await handler.mutate('cases', 'register', command)).toMatchObject({
        failure: { code: 'invalid-input', fields: [{ field: 'grounds', rule: 'unprintable' }] },
      });
    }
    expect((await handler.view(view.id)).version).toBe(view.version);
  });

  it('refuses one out of order with its reason, and writes nothing', async () => {
    const view = await api.aCase();
    const answer = await handler.mutate('cases', 'execute', {
      ...note(view, ''),
      step: { type: 'resume', input: { reason: '恢复' } },
    });
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: 'step-refused', reason: { code: expect.any(String) } },
    });
    expect((await handler.view(view.id)).version).toBe(view.version);
  });

  it('refuses a day in the future, and one before its trigger', async () => {
    const view = await api.aCase();
    const accept = (occurredOn: string) =>
      handler.mutate('cases', 'execute', { ...note(view, ''), step: { type: 'accept', input: { occurredOn } } });
    for (const day of ['2026-03-03', '2026-02-27']) {
      expect(await accept(day), day).toMatchObject({ ok: false, failure: { code: 'step-refused' } });
    }
    expect(await accept('2026-02-30')).toMatchObject({ failure: { code: 'invalid-input' } });
    expect((await accept(today)).ok).toBe(true);
  });

  it('shows what a step would change before it is saved, and writes nothing', async () => {
    const view = await api.aCase();
    const preview = await handler.query('cases', 'preview', { id: view.id, step: { type: 'accept', input: {} } });
    expect(preview).toMatchObject({ ok: true, data: { ok: true, stageAfter: 'accepted' } });
    const rules = preview.ok ? preview.data.changes.map((c) => `${c.change} ${c.ruleId}`) : [];
    expect(rules).toContain('meets reconsideration.examine');
    expect(rules.some((rule) => rule.endsWith('reconsideration.decide-ordinary'))).toBe(true);
    expect((await handler.view(view.id)).version).toBe(view.version);
  });

  it('lets a case be linked only to one the actor sees', async () => {
    const [view, other] = [await api.aCase(), await api.aCase()];
    const link = (to: string) =>
      handler.mutate('cases', 'execute', {
        ...note(view, ''),
        step: { type: 'link', input: { kind: 'related', to } },
      });
    expect(await link(newCaseId())).toMatchObject({ failure: { code: 'invalid-input', fields: [{ field: 'to' }] } });
    expect((await link(other.id)).ok).toBe(true);
  });
});

describe('the list', () => {
  it('shows a case with its title, whom it waits for and its light, to its own organ only', async () => {
    const view = await api.aCase();
    const page = await handler.query('cases', 'list', { filter: { q: view.number ?? '' } });
    expect(page).toMatchObject({
      ok: true,
      data: {
        rows: [
          {
            id: view.id,
            title: '黎向晨不服云岭县公安局行政处罚决定',
            stage: 'received',
            waitingFor: 'institution',
            due: '2026-03-09',
            daysLeft: 5,
            workingDaysLeft: 5,
            handlers: ['沈知微'],
          },
        ],
      },
    });
    const elsewhere = await (await api.as(demoPeople.marketLiaison)).query('cases', 'list', {});
    expect(elsewhere).toMatchObject({ ok: true, data: { rows: [] } });
  });

  it('turns pages by key and finds a name of two characters', async () => {
    const name = '夏禹';
    for (let i = 0; i < 3; i += 1) await api.aCase({ applicants: [{ key: 'a', person: { name } }] });
    const ids = new Set<string>();
    let cursor: string | null = null;
    for (let turns = 0; turns < 5; turns += 1) {
      const page: CasePageAnswer = await handler.query('cases', 'list', { filter: { q: name }, limit: 2, cursor });
      if (!page.ok) throw new Error(JSON.stringify(page.failure));
      for (const row of page.data.rows) ids.add(row.id);
      cursor = page.data.nextCursor;
      if (cursor === null) break;
    }
    expect(ids.size).toBe(3);
    expect(cursor).toBeNull();
  });

  it('refuses a search for what no text can hold', async () => {
    for (const q of ['\u0000', '王\u0000', '\ud800']) {
      expect(await handler.query('cases', 'list', { filter: { q } })).toMatchObject({
        status: 400,
        failure: { code: 'invalid-input', fields: [{ field: 'filter.q', rule: 'unprintable' }] },
      });
    }
  });

  it('begins at the first page for a place in the list that is none', async () => {
    const first = await handler.query('cases', 'list', { limit: 2 });
    const place = (over: object) =>
      Buffer.from(JSON.stringify({ sort: 'due', key: '2026-03-09', id: 'a', ...over })).toString('base64url');
    const nowhere = [
      { key: '2026-13-99' },
      { key: '2026-02-30' },
      { key: '0000-01-01' },
      { key: 7 },
      { id: '\u0000' },
      { id: null },
      { sort: 'received' },
    ].map(place);
    for (const cursor of [...nowhere, 'bm90IGpzb24', '!', '']) {
      expect(await handler.query('cases', 'list', { limit: 2, cursor }), cursor).toEqual(first);
    }
    expect(first).toMatchObject({ ok: true, data: { rows: { length: 2 } } });
  });

  it('counts what it lists', async () => {
    const counts = await handler.query('cases', 'counts');
    const page = await handler.query('cases', 'list', { filter: { closed: false }, limit: 100 });
    if (!counts.ok || !page.ok) throw new Error('no answer');
    expect(page.data.rows.length).toBeGreaterThan(0);
    expect(counts.data.open).toBe(page.data.rows.length);
  });
});

describe('approval', () => {
  it('goes from the handler through the section head to the head the article names, words kept', async () => {
    let view = await handler.step(await api.aCase(), 'accept', {});
    view = await handler.step(view, 'propose', {
      step: { type: 'extend', input: { days: 30, reason: '案情复杂' } },
      opinion: '拟延长三十日。',
    });
    const proposalId = view.proposals[0]?.proposalId as never;
    const [section, institution, organHead] = [
      await api.as(demoPeople.sectionHead),
      await api.as(demoPeople.institutionHead),
      await api.as(demoPeople.organHead),
    ];
    const waitingFor = async (browser: Browser) => {
      const page = await browser.query('approvals', 'list', {});
      return page.ok ? page.data.rows.filter((row) => row.caseId === view.id).length : -1;
    };
    expect(await waitingFor(section)).toBe(1);
    view = await section.step(view, 'endorse', { proposalId, opinion: '同意上报。' });
    expect([await waitingFor(institution), await waitingFor(organHead)]).toEqual([1, 0]);
    view = await institution.step(view, 'approve', { proposalId, opinion: '同意延长。' });
    expect(view.proposals[0]).toMatchObject({ state: 'approved' });
    expect(view.proposals[0]?.words.map((w) => w.text)).toEqual(['拟延长三十日。', '同意上报。', '同意延长。']);
    expect(view.timeline.map((t) => t.type)).toContain('extended');
    expect(await waitingFor(institution)).toBe(0);
  });
});
