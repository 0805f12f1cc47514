/** The daily mail, against a mail server in a process of its own: once a day, whatever the server does. */
import { addDays, type CivilDate, civilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs, StreamId } from '@redress/domain/ids';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantAt, settableClock } from '../../clock.ts';
import { type MailServer, mailServer } from '../../mail/mail-server.ts';
import { type Api, demoPeople, testApi, today } from '../../testing/api.ts';
import { type TestSmtp, testSmtp } from '../../testing/smtp.ts';
import { digestText } from './digest-text.ts';
import { claim } from './mail-digests.ts';
import { type NewNotice, type StoredNotice, tell } from './notices.ts';
import { sendDigests } from './send-digests.ts';

const from = '云岭县司法局 <redress@yunling.example>';
const clock = settableClock(instantAt(today, 9));
let smtp: TestSmtp;
let api: Api;
let view: { readonly id: StreamId; readonly number: string | null };
let n = 0;

beforeAll(async () => {
  smtp = await testSmtp();
  api = await testApi({ clock, publicUrl: 'https://redress.yunling.example' });
  view = await api.aCase();
});

const { accountId } = demoPeople.handler;
const second = demoPeople.secondHandler.accountId;

beforeEach(async () => {
  await api.database.sql('delete from mail_digest');
  await api.database.sql('delete from notice');
  await api.database.sql('delete from mail_setting');
  smtp.received.length = 0;
  clock.set(instantAt(today, 9));
  await wants(accountId, 'shen@yunling.example');
  await smtp.behave('accept');
});

const wants = (account: AccountId, address: string, language = 'zh-CN', digest = true) =>
  api.database.sql(
    `insert into mail_setting (account_id, address, digest, language, updated_at) values ($1, $2, $3, $4, 0)`,
    [account, address, digest, language],
  );
const tellOf = (account: AccountId, over: Partial<NewNotice> = {}) =>
  tell(api.services.db, [
    {
      kind: 'due',
      params: { ruleId: 'reconsideration.examine', due: today, rung: 'today' },
      accountId: account,
      streamId: view.id,
      key: `k${++n}`,
      createdAt: (clock.now() - 1000) as InstantMs,
      ...over,
    } as NewNotice,
  ]);
const server = (url = smtp.url): MailServer => mailServer({ url, from, patience: 400 });
const send = (mail: MailServer | null = server()) =>
  sendDigests({ ...api.services, operations: { ...api.services.operations, mail } });
const rows = () =>
  api.database.sql<{ account: string; status: string; attempts: number; error: string | null }>(
    `select account_id as account, status, attempts, last_error as error from mail_digest order by account_id, day`,
  );
/** The text of a mail as its reader sees it. */
const read = (text: string) => {
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
  const subject = /Subject: ((?:.*)(?:\r\n .*)*)/.exec(head)?.[1] ?? '';
  const words = subject
    .replace(/\r\n /g, '')
    .replace(/=\?UTF-8\?B\?([^?]*)\?= ?/gi, (_, b: string) => Buffer.from(b, 'base64').toString());
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(head)?.[1];
  const plain =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : body
          .replace(/=\r\n/g, '')
          .replace(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString());
  return { head, subject: words, body: plain };
};

describe('the daily mail', () => {
  it('names cases by number and counts the rest: no party, no title, nobody’s words', async () => {
    await tellOf(accountId);
    await tellOf(accountId, {
      kind: 'reminded',
      params: { text: '黎向晨来电催问', by: second, commandId: 'c' },
    } as Partial<NewNotice>);
    expect(await send()).toEqual({ sent: 1, failed: 0, idle: false });
    expect(smtp.received.map((m) => m.to)).toEqual([['shen@yunling.example']]);
    const { head, subject, body } = read(smtp.received[0]?.text ?? '');
    expect(subject).toContain('2 项');
    expect(body).toContain(view.number ?? '未编号案件');
    expect(body).toContain('https://redress.yunling.example/notices');
    for (const secret of ['黎向晨', '行政处罚', '来电']) expect(`${subject}${body}`).not.toContain(secret);
    expect(head).toContain('Auto-Submitted: auto-generated');
  });

  it('is sent once a day, to who wants it and has something new to read', async () => {
    await tellOf(accountId);
    await tellOf(second);
    await wants(second, 'lu@yunling.example', 'en', false);
    await wants(demoPeople.auditor.accountId, 'fang@yunling.example');
    await send();
    await send();
    clock.set(instantAt(today, 17));
    await tellOf(accountId);
    await send();
    expect(smtp.received.map((m) => m.to)).toEqual([['shen@yunling.example']]);
    // The next day brings what came after the mail, and not again what was in it.
    clock.set(instantAt(addDays(today, 1), 9));
    await send();
    expect(smtp.received).toHaveLength(2);
    expect(read(smtp.received[1]?.text ?? '').subject).toContain('1 项');
    clock.set(instantAt(addDays(today, 2), 9));
    expect(await send()).toMatchObject({ sent: 0 });
  });

  it('by several processes at once is one mail', async () => {
    await tellOf(accountId);
    await Promise.all(Array.from({ length: 6 }, () => send()));
    expect(smtp.received).toHaveLength(1);
  });

  it('waits for half past eight of a working day; a server that was off sends it when it is back', async () => {
    await tellOf(accountId);
    clock.set(instantAt(today, 8, 29));
    expect(await send()).toMatchObject({ idle: true });
    clock.set(instantAt(civilDate('2026-03-07'), 9));
    expect(await send()).toMatchObject({ idle: true });
    // Monday before the time, and then at noon.
    clock.set(instantAt(civilDate('2026-03-09'), 6));
    expect(await send()).toMatchObject({ idle: true });
    clock.set(instantAt(civilDate('2026-03-09'), 12));
    await tellOf(accountId);
    expect(await send()).toMatchObject({ sent: 1 });
  });

  it('is not sent without a server, nor to an account that is suspended', async () => {
    await tellOf(accountId);
    expect(await send(null)).toMatchObject({ idle: true });
    expect(await rows()).toEqual([]);
    await tellOf('account-of-nobody' as AccountId);
    await wants('account-of-nobody' as AccountId, 'ghost@yunling.example');
    await send();
    expect(smtp.received.map((m) => m.to)).toEqual([['shen@yunling.example']]);
  });
});

describe('a server that', () => {
  it('refuses the address for good is not asked again that day', async () => {
    await smtp.behave('refuse-recipient');
    await tellOf(accountId);
    expect(await send()).toEqual({ sent: 0, failed: 1, idle: false });
    expect(await rows()).toEqual([{ account: accountId, status: 'refused', attempts: 1, error: '550' }]);
    await smtp.behave('accept');
    clock.set(instantAt(today, 18));
    expect(await send()).toMatchObject({ sent: 0, failed: 0 });
    // What could not be told is in the next day's mail.
    clock.set(instantAt(addDays(today, 1), 9));
    expect(await send()).toMatchObject({ sent: 1 });
  });

  it('is busy is asked again later, and later each time', async () => {
    await smtp.behave('busy');
    await tellOf(accountId);
    await send();
    expect(await rows()).toEqual([{ account: accountId, status: 'waiting', attempts: 1, error: '451' }]);
    expect(await send()).toMatchObject({ sent: 0, failed: 0 });
    clock.set((instantAt(today, 9) + 6 * 60_000) as InstantMs);
    await send();
    expect(await rows()).toMatchObject([{ status: 'waiting', attempts: 2 }]);
    clock.set((instantAt(today, 9) + 12 * 60_000) as InstantMs);
    expect(await send()).toMatchObject({ sent: 0, failed: 0 });
    await smtp.behave('accept');
    clock.set((instantAt(today, 9) + 30 * 60_000) as InstantMs);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(smtp.received).toHaveLength(1);
    expect(await rows()).toMatchObject([{ status: 'sent', attempts: 3 }]);
  });

  it('stays busy is given up for the day', async () => {
    await smtp.behave('busy');
    await tellOf(accountId);
    for (let hour = 9; hour < 23; hour += 3) {
      clock.set(instantAt(today, hour));
      await send();
    }
    clock.set(instantAt(today, 23));
    await send();
    expect(await rows()).toMatchObject([{ status: 'refused', attempts: 6, error: '451' }]);
  });

  it('says nothing is left alone after a while, and the others keep their turn', async () => {
    await smtp.behave('silent');
    await tellOf(accountId);
    await tellOf(second);
    await wants(second, 'lu@yunling.example');
    const report = await send(server(smtp.unreliableUrl));
    expect(report).toEqual({ sent: 0, failed: 1, idle: false });
    expect(await rows()).toMatchObject([{ status: 'waiting', error: 'timeout' }]);
    clock.set((instantAt(today, 9) + 6 * 60_000) as InstantMs);
    expect(await send()).toMatchObject({ sent: 2 });
  });

  it.each(['silent-after-text', 'hang-up-in-text'] as const)(
    'is %s may have taken the mail: it is not sent twice',
    async (behaviour) => {
      await smtp.behave(behaviour);
      await tellOf(accountId);
      await send(server(smtp.unreliableUrl));
      expect(await rows()).toMatchObject([{ status: 'unknown', attempts: 1 }]);
      await smtp.behave('accept');
      clock.set(instantAt(today, 18));
      expect(await send()).toMatchObject({ sent: 0, failed: 0 });
      expect(smtp.received).toEqual([]);
    },
  );

  it('is not there is waited for', async () => {
    await tellOf(accountId);
    await send(server('smtp://127.0.0.1:1'));
    expect(await rows()).toMatchObject([{ status: 'waiting', attempts: 1 }]);
  });

  it('offers no encryption where it is required gets no mail and no password', async () => {
    await tellOf(accountId);
    await send(server(`${smtp.url}?requireTLS=true`));
    expect(await rows()).toMatchObject([{ status: 'waiting', error: 'no-tls' }]);
    expect(smtp.received).toEqual([]);
  });
});

describe('a process that died', () => {
  it('between its claim and the mail leaves the mail unsent rather than sent twice', async () => {
    await tellOf(accountId);
    await claim(api.services.db, { accountId, day: today, now: clock.now(), notices: 1 });
    expect(await send()).toMatchObject({ sent: 0, failed: 0 });
    clock.set(instantAt(today, 12));
    expect(await send()).toMatchObject({ sent: 0, failed: 0 });
    expect(await rows()).toMatchObject([{ status: 'unknown', error: 'interrupted' }]);
    expect(smtp.received).toEqual([]);
  });
});

describe('its words', () => {
  const day = civilDate('2026-03-02') as CivilDate;
  const notices = Array.from(
    { length: 30 },
    (_, i) =>
      ({
        kind: 'due',
        streamId: `case-${i}`,
        params: { ruleId: 'r', due: day, rung: i < 3 ? 'overdue' : 'left-1' },
      }) as unknown as StoredNotice,
  );
  it.each(['zh-CN', 'en'] as const)(
    'in %s: what is overdue is said, a long list is cut, unknown cases are only counted',
    (language) => {
      const numbers = new Map(
        notices.slice(0, 25).map((notice, i) => [notice.streamId as StreamId, i === 0 ? null : `云政复〔2026〕${i}号`]),
      );
      const { subject, text } = digestText({ language, day, notices, numbers, publicUrl: null });
      expect(subject).toContain('30');
      expect(text).toContain(language === 'en' ? '3 of them overdue' : '其中已超期 3 项');
      expect(text.match(/云政复/g)).toHaveLength(19);
      expect(text).toContain(language === 'en' ? 'and 5 more' : '另有 5 件');
      expect(text).not.toContain('http');
    },
  );
});
