/** People hear of what concerns them, once; of limits as they come nearer; and nobody hears of another's. */
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, StreamId } from '@redress/domain/ids';
import type { NoticeKind } from '@redress/domain/notices/kinds';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { tellCommitted } from '../../case-store/after-commit.ts';
import { instantAt, settableClock } from '../../clock.ts';
import { type Api, type Browser, demoPeople, newCaseId, newCommandId, testApi, today } from '../../testing/api.ts';
import { startNoticer } from './noticer.ts';
import { tell } from './notices.ts';
import { catchUp } from './tell-of-entries.ts';
import { tellOfLimits } from './tell-of-limits.ts';
import type { NoticePage } from './types.ts';

const police = demoPeople.policeLiaison.organId;
const clock = settableClock(instantAt(today, 9));
const on = (day: CivilDate, hour = 9) => clock.set(instantAt(day, hour));

let api: Api;
let handler: Browser;
let liaison: Browser;
beforeAll(async () => {
  api = await testApi({ clock });
  handler = await api.as(demoPeople.handler);
  liaison = await api.as(demoPeople.policeLiaison);
});

interface Told {
  readonly account: AccountId;
  readonly kind: NoticeKind;
  readonly params: Readonly<Record<string, unknown>>;
}
const toldOf = (id: StreamId) =>
  api.database.sql<Told & { key: string }>(
    'select account_id as account, kind, params, key from notice where stream_id = $1 order by created_at, account_id',
    [id],
  );
const accountsTold = async (id: StreamId, kind: NoticeKind, rung?: string) =>
  (await toldOf(id))
    .filter((n) => n.kind === kind && (rung === undefined || n.params.rung === rung))
    .map((n) => n.account)
    .sort();

async function aCopiedCase(): Promise<CaseView> {
  let view = await api.aCase();
  view = await handler.step(view, 'accept', {});
  const day = api.services.clock.today();
  return handler.step(view, 'issue-copy', {
    document: {
      sendings: [{ addressee: { is: 'organ', organId: police }, method: 'exchange', sentOn: day, servedOn: day }],
    },
  });
}

const page = async (browser: Browser, unread = false) => {
  const answer = await browser.query('notices', 'list', { unread, limit: 100 });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data.rows;
};
const unreadOf = async (browser: Browser) => {
  const answer = await browser.query('notices', 'unread');
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data.count;
};

describe('what happened in a case', () => {
  it('is told to whom it concerns and not to who did it, and can be read and marked', async () => {
    const view = await aCopiedCase();
    await catchUp(api.services);
    const department = [demoPeople.policeLiaison.accountId, demoPeople.policeHead.accountId].sort();
    expect([...new Set(await accountsTold(view.id, 'document-received'))]).toEqual(department);
    expect((await toldOf(view.id)).map((n) => n.account)).not.toContain(demoPeople.handler.accountId);

    const rows = await page(liaison);
    const row = rows.find((r) => r.caseId === view.id);
    expect(row).toMatchObject({ kind: 'document-received', caseNumber: view.number, hidden: false, read: false });
    expect(row?.caseTitle).not.toContain('黎向晨');
    const before = await unreadOf(liaison);
    await liaison.mutate('notices', 'markRead', { ids: [row?.id ?? ''] });
    expect(await unreadOf(liaison)).toBe(before - 1);
    // Somebody else's hand changes nothing.
    const left = (await page(liaison, true))[0];
    await handler.mutate('notices', 'markRead', { ids: [left?.id ?? ''] });
    await handler.mutate('notices', 'markAllRead', { until: Number.MAX_SAFE_INTEGER });
    expect(await unreadOf(liaison)).toBe(before - 1);
    await liaison.mutate('notices', 'markAllRead', { until: left?.createdAt ?? 0 });
    expect(await unreadOf(liaison)).toBe(0);
    expect(await page(liaison, true)).toEqual([]);

    await liaison.step(await liaison.view(view.id), 'file-reply', { respondentId: police });
    await catchUp(api.services);
    expect(await accountsTold(view.id, 'replied')).toEqual([demoPeople.handler.accountId]);
  });

  it('is told once, though the process died before telling, and though it is looked for again', async () => {
    const view = await aCopiedCase();
    const first = await catchUp(api.services);
    expect(first).toBeGreaterThan(0);
    const told = await toldOf(view.id);
    expect(await catchUp(api.services)).toBe(0);
    // The mark is lost, too: the keys still know.
    await api.database.sql('delete from notice_watermark where stream_id = $1', [view.id]);
    expect(await catchUp(api.services)).toBe(0);
    expect(await toldOf(view.id)).toEqual(told);
  });

  it('is told soon after it is written, while the application listens', async () => {
    const noticer = startNoticer(api.services);
    // An office ledger written meanwhile takes nobody's news away.
    const view = await aCopiedCase();
    tellCommitted(api.services.db.pool, ['organ-yunling-police' as StreamId, view.id]);
    await noticer.settled();
    expect(await accountsTold(view.id, 'document-received')).toContain(demoPeople.policeLiaison.accountId);
    await noticer.stop();
    expect(await catchUp(api.services)).toBe(0);
    const silent = await aCopiedCase();
    expect(await toldOf(silent.id)).toEqual([]);
  });

  it('long ago is no news when it is found', async () => {
    const view = await aCopiedCase();
    on(addDays(today, 20));
    expect(await catchUp(api.services)).toBe(0);
    expect(await toldOf(view.id)).toEqual([]);
    on(today);
    expect(await catchUp(api.services)).toBe(0);
  });

  it('of a case that is no longer one’s own is told without its name', async () => {
    const view = await aCopiedCase();
    const { accountId } = demoPeople.marketLiaison;
    await tell(api.services.db, [
      {
        kind: 'reminded',
        params: { text: '请速答复李某一案', by: demoPeople.handler.accountId, commandId: 'strayed' },
        accountId,
        streamId: view.id,
        key: 'strayed',
        createdAt: clock.now(),
      },
    ]);
    const [row] = await page(await api.as(demoPeople.marketLiaison));
    expect(row).toMatchObject({ kind: 'reminded', caseId: null, caseNumber: null, caseTitle: null, hidden: true });
    expect(row).toMatchObject({ params: {}, organName: null, byName: null });
    expect(row?.params).toEqual({});
  });

  it('is told to an organ that was only sent a letter by the letter’s number and subject', async () => {
    const market = demoPeople.marketLiaison.organId;
    const view = await handler.step(await aCopiedCase(), 'issue-opinion-letter', {
      toOrgan: market,
      subject: '规范执法文书送达',
      document: {
        number: '云复意〔2026〕7号',
        sendings: [{ addressee: { is: 'organ', organId: market }, method: 'exchange', sentOn: today, servedOn: today }],
      },
    });
    await catchUp(api.services);
    const told = (await page(await api.as(demoPeople.marketLiaison))).filter((r) => r.caseId === view.id);
    expect(told).toMatchObject([
      { kind: 'document-received', caseNumber: '云复意〔2026〕7号', caseTitle: '规范执法文书送达', hidden: false },
    ]);
    // The respondent's people go on reading of their case.
    const [own] = (await page(liaison)).filter((r) => r.caseId === view.id);
    expect(own).toMatchObject({ caseNumber: view.number });
  });

  it('comes in pages that lose and repeat nothing', async () => {
    const { accountId } = demoPeople.statistician;
    await tell(
      api.services.db,
      Array.from({ length: 25 }, (_, n) => ({
        kind: 'assigned' as const,
        params: {},
        accountId,
        streamId: null,
        key: `n${n}`,
        // Several of one instant.
        createdAt: (clock.now() + Math.floor(n / 3)) as never,
      })),
    );
    const browser = await api.as(demoPeople.statistician);
    const seen: string[] = [];
    let after: NoticePage['nextCursor'] = null;
    do {
      const answer: { readonly ok: boolean; readonly data?: NoticePage } = await browser.query('notices', 'list', {
        limit: 10,
        cursor: after,
      });
      if (answer.data === undefined) throw new Error('no page');
      seen.push(...answer.data.rows.map((row) => row.id));
      after = answer.data.nextCursor;
    } while (after !== null);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });
});

describe('a limit', () => {
  it('is told rung by rung, each once, and to the heads when it is overdue', async () => {
    const view = await aCopiedCase();
    const decide = view.clocks.find((k) => k.ruleId === 'reconsideration.decide-ordinary');
    const due = decide?.due ?? today;
    const rungs = async () =>
      (await toldOf(view.id))
        .filter((n) => n.params.ruleId === 'reconsideration.decide-ordinary')
        .map((n) => [n.account, n.params.rung]);
    const { accountId } = demoPeople.handler;

    on(addDays(due, -20));
    await tellOfLimits(api.services);
    await tellOfLimits(api.services);
    expect(await rungs()).toEqual([[accountId, 'used-40']]);

    // The server is off for three weeks: only what holds on the day it comes back is told.
    on(addDays(due, 1));
    await tellOfLimits(api.services);
    await tellOfLimits(api.services);
    const after = await rungs();
    expect(after.filter(([, rung]) => rung !== 'used-40' && rung !== 'overdue')).toEqual([]);
    expect(
      after
        .filter(([, rung]) => rung === 'overdue')
        .map(([account]) => account)
        .sort(),
    ).toEqual([accountId, demoPeople.sectionHead.accountId, demoPeople.institutionHead.accountId].sort());
    on(addDays(due, 2));
    await tellOfLimits(api.services);
    expect(await rungs()).toEqual(after);
    on(today);
  });

  it('of a respondent is told to its own people, and to nobody of another department', async () => {
    const view = await aCopiedCase();
    const due = view.clocks.find((k) => k.ruleId === 'reconsideration.reply-ordinary')?.due ?? today;
    on(due);
    await tellOfLimits(api.services);
    expect(await accountsTold(view.id, 'due', 'today')).toEqual(
      [demoPeople.policeLiaison.accountId, demoPeople.policeHead.accountId].sort(),
    );
    on(today);
  });

  it('whose end moves is told anew for its new end, and no more for the old one', async () => {
    let view = await aCopiedCase();
    const dueOf = (v: CaseView) => v.clocks.find((k) => k.ruleId === 'reconsideration.decide-ordinary')?.due ?? today;
    const first = dueOf(view);
    on(addDays(first, -20));
    await tellOfLimits(api.services);
    const day = api.services.clock.today();
    view = await handler.step(await handler.view(view.id), 'suspend', {
      ground: 'other-case',
      reason: '须以另案为依据',
    } as never);
    await tellOfLimits(api.services);
    on(addDays(day, 30));
    view = await handler.step(await handler.view(view.id), 'resume', { reason: '另案已经审结' } as never);
    const moved = dueOf(view);
    expect(moved > first).toBe(true);
    on(addDays(moved, -20));
    await tellOfLimits(api.services);
    const told = (await toldOf(view.id)).filter(
      (n) => n.params.ruleId === 'reconsideration.decide-ordinary' && n.params.rung === 'used-40',
    );
    expect(told.map((n) => n.params.due)).toEqual([first, moved]);
    on(today);
  });
});

describe('a reminder', () => {
  const remind = (browser: Browser, caseId: StreamId, text = '', commandId = newCommandId()) =>
    browser.mutate('notices', 'remind', { caseId, commandId, text });
  const refused = (code: string) => ({ ok: false, failure: { code: 'step-refused', reason: { code } } });

  it('goes to whom the case waits for, once a day, and the same command acts once', async () => {
    const view = await aCopiedCase();
    const commandId = newCommandId();
    const answer = await remind(handler, view.id, '请尽快答复', commandId);
    expect(answer).toMatchObject({ ok: true });
    const department = [demoPeople.policeLiaison.accountId, demoPeople.policeHead.accountId].sort();
    expect(answer.ok && answer.data.to.map((t) => t.accountId).sort()).toEqual(department);
    expect(await remind(handler, view.id, '请尽快答复', commandId)).toEqual(answer);
    expect(await remind(handler, view.id, '再催')).toMatchObject(refused('reminded-today'));
    expect(await accountsTold(view.id, 'reminded')).toEqual(department);
    expect((await page(liaison)).find((r) => r.kind === 'reminded' && r.caseId === view.id)).toMatchObject({
      params: { text: '请尽快答复', by: demoPeople.handler.accountId },
    });
    on(addDays(today, 1));
    expect(await remind(handler, view.id)).toMatchObject({ ok: true });
    on(today);
  });

  it('of what waits for oneself, or for somebody outside, says so', async () => {
    const mine = await api.aCase();
    expect(await remind(handler, mine.id)).toMatchObject(refused('nobody-to-remind'));
    // The section head may remind the handler.
    const section = await api.as(demoPeople.sectionHead);
    expect(await remind(section, mine.id)).toMatchObject({
      ok: true,
      data: { to: [{ accountId: demoPeople.handler.accountId, name: demoPeople.handler.name }] },
    });
  });

  it('is neither sent by nor to who is recused, who is told of nothing else in the case either', async () => {
    const view = await handler.step(await api.aCase(), 'accept', {});
    const section = await api.as(demoPeople.sectionHead);
    const head = await api.as(demoPeople.institutionHead);
    const { accountId } = demoPeople.sectionHead;
    await head.step(view, 'record-recusal', {
      accountId,
      ground: 'interest',
      how: 'own-request',
      decidedBy: demoPeople.institutionHead.name,
    });
    expect(await remind(section, view.id)).toMatchObject(refused('recused'));
    const proposal = { step: { type: 'void-case' as const, input: { why: '重复登记' } } };
    await handler.step(await handler.view(view.id), 'propose', proposal);
    const same = await handler.step(await api.aCase(), 'accept', {});
    await handler.step(same, 'propose', proposal);
    await catchUp(api.services);
    expect(await accountsTold(view.id, 'proposed')).not.toContain(accountId);
    expect(await accountsTold(same.id, 'proposed')).toContain(accountId);
    const due = same.clocks.find((k) => k.ruleId === 'reconsideration.decide-ordinary')?.due ?? today;
    on(addDays(due, 1));
    await tellOfLimits(api.services);
    on(today);
    expect(await accountsTold(view.id, 'due')).not.toContain(accountId);
    expect(await accountsTold(same.id, 'due')).toContain(accountId);
  });

  it('is the reviewing organ’s to send: to others the case is unknown, or the act not theirs', async () => {
    const view = await aCopiedCase();
    expect(await remind(liaison, view.id)).toMatchObject({ failure: { code: 'not-permitted' } });
    expect(await remind(handler, newCaseId())).toMatchObject({ failure: { code: 'not-found' } });
    const long = await handler.call('notices.remind', 'mutation', {
      caseId: view.id,
      commandId: newCommandId(),
      text: 'x'.repeat(401),
    });
    expect(long).toMatchObject({ failure: { code: 'invalid-input' } });
  });
});

describe('where the daily mail goes', () => {
  it('is one’s own to say; what is no address is refused at its field', async () => {
    expect(await handler.query('notices', 'mailSettings')).toMatchObject({
      data: { address: '', digest: true, language: 'zh-CN', available: false },
    });
    const save = (address: string) =>
      handler.mutate('notices', 'saveMailSettings', { address, digest: true, language: 'en' });
    for (const address of ['nobody', 'a@b', 'a@example.cn, b@example.cn', 'a@example.cn\r\nBcc: b@example.cn']) {
      expect(await save(address), address).toMatchObject({
        failure: { code: 'invalid-input', fields: [{ field: 'address', rule: 'malformed' }] },
      });
    }
    expect(await save('shen@example.cn')).toMatchObject({ ok: true });
    expect(await handler.query('notices', 'mailSettings')).toMatchObject({ data: { address: 'shen@example.cn' } });
    expect(await liaison.query('notices', 'mailSettings')).toMatchObject({ data: { address: '' } });
  });
});
