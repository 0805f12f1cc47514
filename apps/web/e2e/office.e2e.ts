/**
 * An office from nothing, in a real browser: the first page of an empty database, a table of organs with two mistakes,
 * three administrators, an account with its post, a handler who changes the first password and registers a case, a
 * delegation, and an organ merged into another.
 */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { axe, choose, day, drawer, fill, settled } from './steps.ts';

let browser: Browser;
let application: RunningApplication;
beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ env: { REDRESS_DEMO: '0' } });
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

/** The office's today: no clock is set in an office that is no demonstration. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());
/** What somebody is told whose post has ended. */
const withoutPost = '你今天没有岗位';
const own = (who: string) => `my own password of ${who}`;
/** First passwords, as the administrators are told them. */
const passwords = new Map<string, string>();

async function aPage(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  return { context, page: await context.newPage() };
}

/** Does something as somebody; the first sign-in changes the password. */
async function as(username: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { context, page } = await aPage();
  const first = passwords.get(username);
  try {
    await page.goto(`${application.url}/sign-in`);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(first ?? own(username));
    await page.getByRole('button', { name: '登录', exact: true }).click();
    if (first !== undefined) {
      await page.getByRole('heading', { name: '请先修改密码' }).waitFor();
      expect(await axe(page, 'forced password')).toEqual([]);
      await page.getByLabel('现在的密码').fill(first);
      await page.getByLabel('新密码', { exact: true }).fill(own(username));
      await page.getByLabel('再输入一次新密码').fill(own(username));
      await page.getByRole('button', { name: '修改密码' }).click();
      passwords.delete(username);
    }
    await page.locator('.rd-page-header').or(page.getByText(withoutPost)).first().waitFor();
    await act(page);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`as ${username} at ${page.url()}:\n${text.slice(0, 3000)}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Chooses an option in a drawer; no key is pressed that the drawer itself might take. */
async function pick(page: Page, within: Locator, label: string, option: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label }).first();
  await box.click();
  const item = page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first();
  await item.evaluate((element: HTMLElement) => element.click());
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
}

/** Submits the open drawer and waits until it has gone. */
async function done(form: ReturnType<typeof drawer>): Promise<void> {
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}

/** The one-time password on the page, taken down for its owner. */
async function takeSecret(page: Page, username: string): Promise<void> {
  const secret = page.locator('[data-secret]');
  await secret.waitFor();
  passwords.set(username, (await secret.innerText()).trim());
  await page.getByRole('button', { name: '已经交给本人' }).click();
  await secret.waitFor({ state: 'detached' });
}

async function openAccount(page: Page, username: string, name: string): Promise<void> {
  await page.getByRole('button', { name: '开立账号' }).click();
  const form = await settled(drawer(page));
  await fill(form, '用户名', username);
  await fill(form, '姓名', name);
  await form.locator('button[type=submit]').click();
  await takeSecret(page, username);
}

async function givePost(page: Page, name: string, organ: string, role: string, title: string): Promise<void> {
  await page.getByRole('button', { name: '设定岗位' }).click();
  const form = await settled(drawer(page));
  await pick(page, form, '人员', name);
  await pick(page, form, '机关', organ);
  await pick(page, form, '岗位', role);
  await fill(form, '职务名称', title);
  await done(form);
}

const part = async (page: Page, name: string) => {
  await page.locator('.rw-office-nav').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

describe('一个单位，从空的开始', () => {
  test('首次启动：机关表有两处错误，改正后建立', async () => {
    const { context, page } = await aPage();
    await page.goto(application.url);
    await page.getByRole('heading', { name: '首次启动' }).waitFor();
    expect(await axe(page, 'first start')).toEqual([]);
    // Nobody makes the demonstration for good without the code either.
    await page.getByRole('textbox', { name: '启动码' }).fill('AAAA-AAAA');
    await page.getByRole('button', { name: '建立演示' }).click();
    await page.getByText('启动码不对').waitFor();
    expect(await axe(page, 'demonstration refused')).toEqual([]);
    await page.getByRole('button', { name: '建立本单位' }).click();
    const code = await expect
      .poll(() => /Setup code: (\S+)/.exec(application.output())?.[1])
      .toBeDefined()
      .then(() => /Setup code: (\S+)/.exec(application.output())?.[1] ?? '');
    const next = page.getByRole('button', { name: '下一步' });
    await page.getByRole('textbox', { name: '启动码' }).fill('AAAA-AAAA');
    await next.click();
    await page.getByText('启动码不对').waitFor();
    await page.getByRole('textbox', { name: '启动码' }).fill(code);
    await next.click();
    // Without its institution the organ could review nothing.
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('河西县人民政府');
    await page.getByRole('textbox', { name: '代码', exact: true }).fill('HX01');
    await next.click();
    await page.locator('.rd-field', { hasText: '行政复议机构' }).getByText('不能为空').waitFor();
    await page.getByRole('textbox', { name: '行政复议机构' }).fill('河西县司法局');
    await page.getByRole('textbox', { name: '案号前缀' }).fill('河政复');
    await next.click();
    const table = (level: string, parent: string) =>
      `code,name,level,kind,parentCode\nHX11,河西县公安局,${level},,\nHX12,河西县教育局,county,,${parent}\nHX13,河西县商务局,county,,\n`;
    await page.getByRole('textbox', { name: '或者在这里粘贴' }).fill(table('村级', 'HX99'));
    await next.click();
    await page.getByText('有 2 处需要改正').waitFor();
    await page.getByText('第 2 行，级别（level）').waitFor();
    await page.getByText('第 3 行，上级代码（parentCode）').waitFor();
    expect(await axe(page, 'mistakes in the table')).toEqual([]);
    await page.getByRole('textbox', { name: '或者在这里粘贴' }).fill(table('县级', ''));
    await next.click();
    const people = [
      ['系统管理员', 'sys.admin', '程一舟'],
      ['安全管理员', 'sec.admin', '卫三省'],
      ['审计员', 'aud.admin', '明察之'],
    ] as const;
    for (const [group, username, name] of people) {
      const set = page.locator('fieldset').filter({ has: page.locator('legend', { hasText: group }) });
      await set.getByRole('textbox', { name: '用户名' }).fill(username);
      await set.getByRole('textbox', { name: '姓名' }).fill(name);
    }
    await next.click();
    await page.getByText('没有错误，共 4 个机关').waitFor();
    await page.getByText('建立后不能撤销').waitFor();
    expect(await axe(page, 'check before beginning')).toEqual([]);
    await page.getByRole('button', { name: '建立本单位' }).click();
    await page.getByRole('heading', { name: '本单位已经建立' }).waitFor();
    const said = await page.locator('.rw-first-tree li').allInnerTexts();
    for (const [, username] of people) {
      const line = said.find((text) => text.includes(username)) ?? '';
      passwords.set(username, /(\w{4}-\w{4}-\w{4})/.exec(line)?.[1] ?? '');
    }
    await page.getByRole('button', { name: '去登录' }).click();
    await page.waitForURL(/\/sign-in/);
    await context.close();
  });

  test('安全管理员开账号', async () => {
    await as('sec.admin', async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: '管理', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '人员与账号' }).waitFor();
      await openAccount(page, 'handler.one', '桑榆晚');
      await openAccount(page, 'head.one', '顾长河');
      await openAccount(page, 'police.one', '陶之夭');
      await openAccount(page, 'trade.one', '商洛云');
      expect(await axe(page, 'people')).toEqual([]);
      await page.getByRole('textbox', { name: '查找' }).fill('桑榆');
      await page.getByText('已显示 1 项').waitFor();
      await page.getByText('没有岗位', { exact: true }).last().waitFor();
    });
  });

  test('系统管理员给岗位', async () => {
    await as('sys.admin', async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: '管理', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '机构' }).waitFor();
      await page.getByText('河西县商务局').waitFor();
      expect(await axe(page, 'organs')).toEqual([]);
      await part(page, '岗位');
      await givePost(page, '桑榆晚', '河西县人民政府', '承办人', '县司法局承办人');
      await givePost(page, '顾长河', '河西县人民政府', '科室负责人', '县司法局股长');
      await givePost(page, '陶之夭', '河西县公安局', '部门联络员', '县公安局法制大队');
      await givePost(page, '商洛云', '河西县商务局', '部门联络员', '县商务局法规股');
      expect(await axe(page, 'posts')).toEqual([]);
      // A handler’s post does not go to an organ that reviews nothing.
      await page.getByRole('button', { name: '设定岗位' }).click();
      const form = await settled(drawer(page));
      await pick(page, form, '人员', '商洛云');
      await pick(page, form, '机关', '河西县商务局');
      await pick(page, form, '岗位', '承办人');
      await fill(form, '职务名称', '承办人');
      await form.locator('button[type=submit]').click();
      await form.getByText('这一岗位只设在行政复议机关').waitFor();
    });
  });

  test('承办人首次登录改密码，登记一件案件；委托他人代办', async () => {
    await as('handler.one', async (page) => {
      await page.goto(`${application.url}/cases/new`);
      await page.getByRole('heading', { name: '登记行政复议申请' }).waitFor();
      const main = page.locator('main');
      await day(main, '收到日', today());
      await day(main, '邮戳日', today());
      await choose(page, main, '被申请人', '河西县公安局');
      await fill(main, '姓名或者名称', '黎向晨');
      await fill(main, '证件号码', '99990019860401001X');
      await choose(page, main, '事项', '行政处罚');
      await fill(main, '行为名称', '行政处罚决定');
      await fill(main, '文号', '河公罚决字第1号');
      await fill(main, '内容', '罚款五百元');
      await day(main, '作出日', today());
      await choose(page, main, '怎样知道的', '直接送达');
      await day(main, '知道之日', today());
      await fill(main, '复议请求', '撤销上述处罚决定');
      await fill(main, '事实与理由', '处罚认定事实不清。');
      await page.getByRole('button', { name: /^登记，并起算/ }).click();
      await page.waitForURL(/\/cases\/[0-9a-f]{32}/);
      await page
        .locator('.rd-page-header')
        .filter({ hasText: /河政复〔\d{4}〕1号/ })
        .waitFor();
      await page.goto(`${application.url}/sessions`);
      await page.getByRole('heading', { name: '我的岗位与委托' }).waitFor();
      await page.getByRole('button', { name: '委托他人' }).click();
      const form = await settled(drawer(page));
      await pick(page, form, '受委托人', '顾长河');
      await day(form, '至（含当日）', today());
      await done(form);
      await page.getByText('→ 顾长河').waitFor();
      expect(await axe(page, 'own posts')).toEqual([]);
    });
    await as('head.one', async (page) => {
      const posts = page.getByRole('combobox', { name: '岗位' });
      await posts.waitFor();
    });
    await as('sys.admin', async (page) => {
      await page.goto(`${application.url}/office/delegations`);
      await page.getByRole('button', { name: '撤回 顾长河' }).click();
      await page.getByText('没有正在进行或者将要开始的委托').waitFor();
    });
  });

  test('机关并入其他机关；目录改名；审计员看得到每一件事', async () => {
    await as('sys.admin', async (page) => {
      await page.goto(`${application.url}/office/organs`);
      await page.getByRole('button', { name: '撤销 河西县公安局' }).click();
      const form = await settled(drawer(page));
      await form.getByText('1 个岗位随之终止').waitFor();
      await form.getByText('以它为被申请人的未结案件 1 件').waitFor();
      await pick(page, form, '继续行使其职权的机关', '河西县商务局');
      await fill(form, '理由', '机构改革');
      await done(form);
      await page.getByLabel('显示已撤销的').check();
      await page.getByText('由河西县商务局承继').waitFor();
      await part(page, '参考目录');
      await page.getByRole('button', { name: '增加项目' }).click();
      const item = await settled(drawer(page));
      await fill(item, '代码', 'drones');
      await fill(item, '中文名称', '低空管理');
      await fill(item, '英文名称', 'Low-altitude flight');
      await pick(page, item, '统计表的行', '公安');
      await done(item);
      await page.getByRole('textbox', { name: '查找' }).fill('低空');
      await page.getByText('已显示 1 项').waitFor();
      await part(page, '编号');
      await page.getByText('河政复').waitFor();
      expect(await axe(page, 'numbers')).toEqual([]);
    });
    await as('aud.admin', async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: '管理', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '操作记录' }).waitFor();
      await page.getByText('撤销机关').waitFor();
      await page.getByText('增加目录项目').waitFor();
      expect(await page.getByText('程一舟').count()).toBeGreaterThan(0);
      expect(await axe(page, 'record')).toEqual([]);
      await page.getByRole('button', { name: '账号' }).click();
      await page.getByText('开立账号').first().waitFor();
      await page.getByText('撤销机关').waitFor({ state: 'detached' });
    });
    await as('police.one', async (page) => {
      // The organ is gone and with it the post: there is nothing to do here any more.
      await page.getByText(withoutPost).waitFor();
    });
  });
});
