/**
 * What people are told, in a real browser: a case is given to somebody, whose bell says so; opening it marks it as read;
 * the department is reminded of its reply; and the system administrator makes a backup and sees that it reads back.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { type Person, password, people } from './people.ts';
import { axe } from './steps.ts';

let browser: Browser;
let application: RunningApplication;
beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ dataDir: newDataDir(), env: { REDRESS_TODAY: '2026-03-02' } });
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

/** Signs in whoever it is; administrators land on other pages than handlers do. */
async function signIn(context: BrowserContext, who: Person): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${application.url}/sign-in`);
  await page.getByLabel('用户名').fill(people[who]);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.locator('#main').waitFor();
  return page;
}

/** Does something as somebody; nothing may go wrong on the page meanwhile. */
async function as<T>(who: Person, act: (page: Page) => Promise<T>, width = 1440): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const wrong: string[] = [];
  context.on('weberror', (error) => wrong.push(error.error().message));
  const page = await signIn(context, who);
  try {
    const result = await act(page);
    expect(wrong).toEqual([]);
    return result;
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`as ${who} at ${page.url()}:\n${text.slice(0, 3000)}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Asks a procedure from the page, as its user. */
const ask = (page: Page, path: string, input: unknown): Promise<unknown> =>
  page.evaluate(
    async ([at, body]) => {
      const answer = await fetch(`/api/trpc/${at}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const said = (await answer.json()) as { result?: { data: unknown }; error?: unknown };
      if (said.error !== undefined) throw new Error(JSON.stringify(said.error));
      return said.result?.data;
    },
    [path, input] as const,
  );

const bell = (page: Page) => page.getByRole('link', { name: /^消息/ });
/** A machine that does other work, too, is waited for. */
const patience = { timeout: 60_000 };

/** Marks everything as read, so that what follows is counted alone. */
async function clear(page: Page): Promise<void> {
  await ask(page, 'notices.markAllRead', { until: Number.MAX_SAFE_INTEGER });
  await page.reload();
  await page.getByRole('link', { name: '消息，没有未读' }).waitFor();
}

interface Waiting {
  readonly rows: readonly { readonly id: string; readonly number: string | null }[];
}

describe('消息', () => {
  let number = '';

  test('分派给谁，谁的铃就响；打开即已读', async () => {
    await as('secondHandler', clear);
    await as('handler', async (page) => {
      const list = (await ask(page, 'cases.list', { filter: { closed: false, handler: 'me' }, limit: 50 })) as Waiting;
      const mine = list.rows.find((row) => row.number !== null);
      expect(mine).toBeDefined();
      number = mine?.number ?? '';
      const view = (await ask(page, 'cases.view', { id: mine?.id })) as { version: number };
      const office = (await ask(page, 'office.handlers', null)) as { accountId: string; name: string }[];
      const second = office.find((person) => person.name === '陆怀谷');
      const me = office.find((person) => person.name === '沈知微');
      await ask(page, 'cases.execute', {
        commandId: crypto.randomUUID(),
        id: mine?.id,
        expectedVersion: view.version,
        step: { type: 'assign-handlers', input: { accounts: [me?.accountId, second?.accountId], why: '共同承办' } },
      });
    });
    await as('secondHandler', async (page) => {
      // Told soon after it was written.
      const told = async () => ((await ask(page, 'notices.unread', null)) as { count: number }).count;
      await expect.poll(told, patience).toBe(1);
      await page.reload();
      await page.getByRole('link', { name: '消息，1 条未读' }).waitFor();
      await bell(page).click();
      await page.getByRole('heading', { name: '消息', exact: true }).waitFor();
      await page.getByText('案件分派给你承办').first().waitFor();
      expect(await axe(page, 'notices')).toEqual([]);
      await page
        .getByRole('link', { name: new RegExp(number.replace(/[〔〕]/g, '.')) })
        .first()
        .click();
      await page.waitForURL(/\/cases\//);
      await page.getByRole('link', { name: '消息，没有未读' }).waitFor();
    });
  });

  test('催办到被申请人，同日不重复', async () => {
    await as('liaison', clear);
    await as('handler', async (page) => {
      const list = (await ask(page, 'cases.list', {
        filter: { closed: false, waitingFor: 'respondent' },
        limit: 50,
      })) as Waiting;
      let to: readonly { name: string }[] = [];
      for (const row of list.rows) {
        const input = { caseId: row.id, commandId: crypto.randomUUID(), text: '答复期限将至，请尽快提交。' };
        const answer = (await ask(page, 'notices.remind', input)) as { to: readonly { name: string }[] };
        to = [...to, ...answer.to];
        await expect(ask(page, 'notices.remind', { ...input, commandId: crypto.randomUUID() })).rejects.toThrow(
          /reminded-today/,
        );
      }
      expect(to.map((person) => person.name)).toContain('陶一苇');
    });
    await as(
      'liaison',
      async (page) => {
        await bell(page).click();
        await page.getByText('沈知微催办').first().waitFor();
        await page.getByText('答复期限将至，请尽快提交。').first().waitFor();
        expect(await axe(page, 'notices, narrow')).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        await page.getByRole('button', { name: '全部标为已读' }).click();
        await page.getByRole('link', { name: '消息，没有未读' }).waitFor();
        await page.getByRole('button', { name: '只看未读' }).click();
        await page.getByText('没有未读的消息').waitFor();
      },
      390,
    );
  });

  test('每日邮件的地址，写错了在原处说明', async () => {
    await as('handler', async (page) => {
      await page.goto(`${application.url}/notices`);
      await page.getByLabel('邮箱地址').fill('shenzhiwei');
      await page.getByRole('button', { name: '保存邮件设置' }).click();
      await page.locator('.rd-field-error').waitFor();
      await page.getByLabel('邮箱地址').fill('shenzhiwei@yunling.example');
      await page.getByRole('button', { name: '保存邮件设置' }).click();
      await page.getByText('已保存。').waitFor();
      await page.reload();
      await expect.poll(() => page.getByLabel('邮箱地址').inputValue(), patience).toBe('shenzhiwei@yunling.example');
    });
  });
});

describe('备份', () => {
  test('系统管理员做一次备份，读回核对；他人看不到这一页', async () => {
    await as('systemAdmin', async (page) => {
      await page.getByRole('link', { name: '备份', exact: true }).click();
      await page.getByRole('heading', { name: '备份与邮件' }).waitFor();
      await page.getByText('还没有备份').waitFor();
      expect(await axe(page, 'no backups')).toEqual([]);
      await page.getByRole('button', { name: '立即备份' }).click();
      await page.getByText('已读回核对').first().waitFor();
      await page.getByText(/简行 手动/).waitFor();
      await page.getByText(/^redress-\d{8}-\d{6}\.tar\.gz$/).waitFor();
      expect(await axe(page, 'backups')).toEqual([]);
    });
    await as('handler', async (page) => {
      await page.goto(`${application.url}/office/backups`);
      await page.locator('.rd-empty').waitFor();
      expect(await page.locator('main').innerText()).not.toContain('.tar.gz');
    });
  });
});
