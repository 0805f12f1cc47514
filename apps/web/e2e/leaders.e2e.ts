/**
 * Leaders in court, in a real browser: the department arranges who goes, is warned of a clash and takes the one proposed
 * instead; the leader confirms on a telephone; a calendar address is made, read and revoked; what was held is recorded,
 * counts in the rates with its list, and an observed session says who came.
 */
import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { axe, choose, settled, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication | null = null;
let dataDir: string;

const morning = { id: randomBytes(16).toString('hex'), courtNumber: '（2026）云9901行初71号', time: '09:30' };
const late = { id: randomBytes(16).toString('hex'), courtNumber: '（2026）云9901行初72号', time: '10:30' };
const sessionDay = '2026-03-10';
const police = 'organ-yunling-police';

beforeAll(async () => {
  browser = await launchBrowser();
  dataDir = newDataDir();
});
afterAll(async () => {
  await browser.close();
  await application?.stop();
});

const urlOf = (path = ''): string => {
  if (application === null) throw new Error('the application is not running');
  return `${application.url}${path}`;
};

async function on(today: string): Promise<void> {
  await application?.stop();
  application = await startApplication({ dataDir, env: { REDRESS_TODAY: today } });
}

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

async function as(who: Person, path: string, act: (page: Page) => Promise<void>, viewport = wide): Promise<void> {
  const wrong: string[] = [];
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  context.on('weberror', (error) => wrong.push(error.error().message));
  const page = await signIn(context, urlOf(), who);
  try {
    await page.goto(urlOf(path));
    await page.locator('.rd-page-header').waitFor();
    await act(page);
    expect(wrong).toEqual([]);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`as ${who} at ${page.url()}: ${String(error).slice(0, 600)}\n${text.slice(0, 3000)}`, {
      cause: error,
    });
  } finally {
    await context.close();
  }
}

/** Asks a procedure from the page, as its user. */
async function ask<T>(page: Page, path: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([at, body]) => {
      const response = await fetch(`/api/trpc/${at}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body ?? '',
      });
      return { ok: response.ok, text: await response.text() };
    },
    [path, JSON.stringify(input)] as const,
  );
  if (!answer.ok) throw new Error(`${path}: ${answer.text}`);
  return (JSON.parse(answer.text) as { result: { data: T } }).result.data;
}

const newCommand = () => randomBytes(16).toString('hex');

/** A step in a lawsuit as it stands now. */
async function take(page: Page, id: string, type: string, input: unknown): Promise<void> {
  const { version } = await ask<{ version: number }>(page, 'lawsuits.view', { id });
  await ask(page, 'lawsuits.execute', {
    commandId: newCommand(),
    id,
    expectedVersion: version,
    step: { type, input },
  });
}

async function register(page: Page, suit: typeof morning, plaintiff: string): Promise<void> {
  await ask(page, 'lawsuits.register', {
    commandId: newCommand(),
    id: suit.id,
    input: {
      occurredOn: '2026-03-02',
      instance: { court: '云岭县人民法院', courtNumber: suit.courtNumber, docketedOn: '2026-02-26' },
      organs: [{ organId: police, role: 'original-organ' }],
      plaintiffs: [{ person: { name: plaintiff } }],
      act: { name: '行政处罚决定', number: null, madeOn: '2025-12-20', matter: 'penalty' },
      papers: [{ organId: police, papers: ['response-notice', 'complaint-copy', 'summons'] }],
      session: {
        on: sessionDay,
        time: suit.time,
        place: '第三法庭',
        notices: [{ organId: police, leader: 'shall', servedOn: '2026-03-02' }],
      },
    },
  });
}

const week = `/appearances?view=week&on=%22${sessionDay}%22`;
const sessionOf = (page: Page, suit: typeof morning) =>
  page.locator('.rw-court-session').filter({ hasText: suit.courtNumber });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** Opens the seat at a session and arranges or replaces its leader. */
async function openArranging(page: Page, suit: typeof morning, button: string) {
  await sessionOf(page, suit).click();
  const session = await settled(dialog(page, suit.courtNumber));
  await session.getByRole('button', { name: button }).click();
  return settled(dialog(page, /出庭负责人：/));
}

async function closeSession(page: Page): Promise<void> {
  const session = page.locator('.ant-drawer-content-wrapper').filter({ hasText: '各机关出庭人' });
  await session.getByRole('button', { name: '关闭' }).click();
  await session.waitFor({ state: 'hidden' });
}

describe('负责人出庭', () => {
  test('安排、冲突、更换', async () => {
    await on('2026-03-02');
    await as('handler', '/appearances', async (page) => {
      await register(page, morning, '靳望舒');
      await register(page, late, '卓青禾');
    });

    await as('liaison', week, async (page) => {
      await sessionOf(page, morning).getByText('待安排').waitFor();
      expect(await axe(page, 'calendar')).toEqual([]);

      // The one in charge is proposed.
      let arranging = await openArranging(page, morning, '安排负责人');
      const proposed = arranging.locator('.rw-arrange-choice').filter({ hasText: '建议' });
      expect(await proposed.innerText()).toContain('骆临风');
      await arranging.getByRole('radio', { name: /骆临风/ }).check();
      expect(await axe(page, 'arranging')).toEqual([]);
      await arranging.getByRole('button', { name: '安排骆临风出庭' }).click();
      await arranging.waitFor({ state: 'detached' });
      await closeSession(page);
      await sessionOf(page, morning).getByText('骆临风').waitFor();

      // At the same hour the diary says so, and somebody else is proposed; it may be arranged all the same, marked.
      arranging = await openArranging(page, late, '安排负责人');
      await arranging
        .locator('.rw-arrange-choice')
        .filter({ hasText: '骆临风' })
        .getByText('这一时间另有安排')
        .waitFor();
      expect(await arranging.locator('.rw-arrange-choice').filter({ hasText: '建议' }).innerText()).toContain('康允正');
      await arranging.getByRole('radio', { name: /骆临风/ }).check();
      await arranging.getByRole('button', { name: '安排骆临风出庭' }).click();
      await arranging.waitFor({ state: 'detached' });
      await closeSession(page);
      await sessionOf(page, late).getByText('时间冲突').waitFor();

      arranging = await openArranging(page, late, '更换负责人');
      await arranging.getByRole('radio', { name: /康允正/ }).check();
      await arranging.getByRole('button', { name: '更换为康允正' }).click();
      await arranging.getByText('请写明更换原因。').waitFor();
      await arranging.getByLabel('更换原因').fill('同一上午另有一庭。');
      await arranging.getByRole('button', { name: '更换为康允正' }).click();
      await arranging.waitFor({ state: 'detached' });
      await closeSession(page);
      await sessionOf(page, late).getByText('康允正').waitFor();
      expect(await page.locator('.rw-court-session').filter({ hasText: '云9901' }).getByText('时间冲突').count()).toBe(
        0,
      );
    });
  });

  test('负责人在手机上确认', async () => {
    await as(
      'policeHead',
      '/?desk=court',
      async (page) => {
        const own = page.locator('.rd-panel').filter({ hasText: morning.courtNumber });
        await own.getByText('法院通知应当出庭').waitFor();
        await own.getByText('要带的').waitFor();
        expect(await axe(page, 'own')).toEqual([]);
        await own.getByRole('button', { name: '确认我出庭' }).click();
        await own.getByText('3月2日已确认').waitFor();
      },
      phone,
    );
    // Another leader of the bureau lands on their own sessions.
    await as(
      'policeChief',
      '/',
      async (page) => {
        await page.getByRole('heading', { level: 1, name: '我的出庭' }).waitFor();
        await page.locator('.rd-panel').filter({ hasText: late.courtNumber }).waitFor();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      },
      phone,
    );
  });

  test('日历订阅：地址只显示一次，撤销后说已撤销', async () => {
    await as('liaison', '/appearances?part=feeds', async (page) => {
      await page.getByRole('button', { name: '新建订阅' }).click();
      const form = await settled(dialog(page, '新建日历订阅'));
      await choose(page, form, '负责人', '骆临风');
      await form.getByLabel('名称').fill('值班手机');
      await form.getByRole('button', { name: '生成订阅地址' }).click();
      const address = await form.getByLabel('订阅地址，只显示这一次').inputValue();
      expect(await axe(page, 'feed')).toEqual([]);
      await form.getByRole('button', { name: '我已保存' }).click();

      const calendar = await fetch(address);
      expect(calendar.status).toBe(200);
      const text = (await calendar.text()).replace(/\r\n[ \t]/g, '');
      expect(text).toContain('云9901行初71号');
      expect(text).not.toContain('云9901行初72号');
      expect(text).not.toContain('靳望舒');

      const line = page.locator('.rd-person').filter({ hasText: '值班手机' });
      await line.getByRole('button', { name: '撤销' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /撤\s*销/ })
        .click();
      await line.getByText(/\d撤销$/).waitFor();
      const revoked = await fetch(address);
      expect(revoked.status).toBe(410);
      expect(await revoked.text()).toContain('已经撤销');
    });
  });

  test('观摩、待登记、出庭率', async () => {
    await as('handler', '/appearances?part=observed', async (page) => {
      await page.getByRole('button', { name: '选作观摩' }).click();
      const form = await settled(dialog(page, '选一次庭审观摩'));
      await choose(page, form, '哪一次庭', morning.courtNumber);
      await choose(page, form, '邀请机关', '云岭县市场监督管理局');
      await form.getByRole('button', { name: '选作观摩并邀请' }).click();
      await page
        .locator('.rd-person')
        .filter({ hasText: morning.courtNumber })
        .getByText('云岭县市场监督管理局')
        .waitFor();
      expect(await axe(page, 'observed')).toEqual([]);
    });

    await on('2026-03-11');
    await as('handler', '/appearances?part=unrecorded', async (page) => {
      const row = page.getByRole('row').filter({ hasText: morning.courtNumber });
      await row.getByRole('link', { name: '登记是否开庭' }).waitFor();
      expect(await axe(page, 'unrecorded')).toEqual([]);
      const { instances } = await ask<{ instances: { sessions: { sessionId: string }[] }[] }>(page, 'lawsuits.view', {
        id: morning.id,
      });
      const sessionId = instances[0]?.sessions[0]?.sessionId;
      await take(page, morning.id, 'hold-session', { sessionId, occurredOn: sessionDay });
      await take(page, morning.id, 'submit-identity-proof', {
        sessionId,
        organId: police,
        occurredOn: sessionDay,
        hasName: true,
        hasTitle: true,
        sealed: true,
      });
      await page.reload();
      await row.getByRole('link', { name: '登记出庭情况' }).waitFor();
      await take(page, morning.id, 'record-appearance', {
        sessionId,
        organId: police,
        occurredOn: sessionDay,
        leader: {
          accountId: null,
          postId: null,
          name: '骆临风',
          title: '县公安局分管副局长',
          rank: 'deputy',
          inCharge: true,
        },
        spoke: true,
      });
      await page.reload();
      await page.getByRole('row').filter({ hasText: late.courtNumber }).waitFor();
      expect(await row.count()).toBe(0);
    });

    await as('liaison', '/appearances?part=rates', async (page) => {
      await page.getByRole('button', { name: /^按公开开庭的案件，分子/ }).click();
      const list = await settled(dialog(page, /按公开开庭的案件 · 分子/));
      await list.getByText(morning.courtNumber).waitFor();
      expect(await axe(page, 'rates')).toEqual([]);
    });
    await as('liaison', '/appearances?part=duties&state=appeared', async (page) => {
      await page.getByRole('row').filter({ hasText: morning.courtNumber }).getByText('已出庭').waitFor();
      expect(await axe(page, 'duties')).toEqual([]);
    });
    await as('handler', '/appearances?part=observed', async (page) => {
      const line = page.locator('.rd-person').filter({ hasText: morning.courtNumber });
      await line.getByRole('button', { name: '登记到场' }).click();
      const form = await settled(dialog(page, /登记观摩到场/));
      await form.getByLabel('云岭县市场监督管理局到场人数').fill('4');
      await form.getByRole('button', { name: '登记到场人数' }).click();
      await line.getByText('共到场 4 人').waitFor();
    });
    await as('handler', '/appearances?part=major', async (page) => {
      await take(page, late.id, 'mark-major', { grounds: ['public-attention'], everyDays: 15 });
      await page.reload();
      const row = page.getByRole('row').filter({ hasText: '卓青禾' });
      await row.getByText('2026年3月26日').waitFor();
      await row.getByText('还有 15 天').waitFor();
      expect(await axe(page, 'major')).toEqual([]);
    });
  });
});
