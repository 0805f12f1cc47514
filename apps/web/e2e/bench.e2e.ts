/**
 * The workbench and the palette in a real browser, over the demonstration: what each desk shows, that a number opens a
 * list of as many cases, and that Ctrl-K finds a case by whatever one remembers of it and goes to any page.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { axe, choose, day, fill, openStep, save, signIn } from './steps.ts';

/** A Friday: what came on Sunday the 4th, a make-up working day, must be examined by tonight. */
const today = '2026-01-09';
let browser: Browser;
let application: RunningApplication;
beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ dataDir: newDataDir(), env: { REDRESS_TODAY: today } });
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

/** Does something as somebody; an error of the page fails it. */
async function as(who: Person, act: (page: Page) => Promise<void>, viewport = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  const wrong: string[] = [];
  context.on('weberror', (error) => wrong.push(error.error().message));
  const page = await signIn(context, application.url, who);
  try {
    await page.locator('.rd-figures').waitFor();
    await act(page);
    expect(wrong).toEqual([]);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`as ${who} at ${page.url()}:\n${text.slice(0, 2500)}`, { cause: error });
  } finally {
    await context.close();
  }
}

const panel = (page: Page, title: string): Locator =>
  page.locator('.rd-panel').filter({ has: page.getByRole('heading', { level: 2, name: title }) });

/** How many cases the list that a link opens is made of: as its page asks for them, page by page. */
async function lengthOfList(page: Page, link: Locator): Promise<number> {
  const first = page.waitForResponse((answer) => answer.url().includes('/api/trpc/cases.list'));
  await link.click();
  const answer = await first;
  const input = JSON.parse(answer.request().postData() ?? '{}') as Record<string, unknown>;
  type Answer = { result: { data: { rows: { id: string }[]; nextCursor: string | null } } };
  let { rows, nextCursor } = ((await answer.json()) as Answer).result.data;
  const ids = new Set(rows.map((row) => row.id));
  while (nextCursor !== null) {
    const more = await page.request.post(answer.url(), {
      data: { ...input, cursor: nextCursor },
      headers: { origin: application.url },
    });
    ({ rows, nextCursor } = ((await more.json()) as Answer).result.data);
    for (const row of rows) ids.add(row.id);
  }
  await page.waitForURL(/\/cases/);
  return ids.size;
}

/** Every figure of the strip, each against the list that it opens. */
async function everyFigure(page: Page): Promise<number> {
  const figures = page.locator('.rd-figure');
  let looked = 0;
  for (let i = 0, n = await figures.count(); i < n; i += 1) {
    const figure = figures.nth(i);
    const [name, value] = [await figure.locator('span').innerText(), await figure.locator('b').innerText()];
    if (value === '0') continue;
    expect(`${name} ${await lengthOfList(page, figure)}`).toBe(`${name} ${value}`);
    looked += 1;
    await page.goBack();
    await page.locator('.rd-figures').waitFor();
  }
  return looked;
}

const search = async (page: Page, typed: string): Promise<Locator> => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /搜索案号/ });
  await field.fill(typed);
  return page.getByRole('dialog').or(page.locator('.rd-palette'));
};

let address = '';
let number = '';

describe('工作台', () => {
  test('承办人：要办的、等别人，每个数字就是清单的件数', async () => {
    await as('handler', async (page) => {
      await page.getByRole('heading', { level: 1, name: '1月9日 星期五' }).waitFor();
      expect(await panel(page, '要办的').locator('tbody tr').count()).toBeGreaterThan(3);
      expect(await panel(page, '等别人').locator('tbody tr').count()).toBeGreaterThan(0);
      expect(await everyFigure(page)).toBeGreaterThan(2);
      const all = panel(page, '要办的').getByRole('link', { name: /^全部 \d+$/ });
      const said = Number((await all.innerText()).replace(/\D/g, ''));
      expect(await lengthOfList(page, all)).toBe(said);
    });
  });

  test('机构负责人：等我审批、各人在办；我的和全机构可以切换', async () => {
    await as('institutionHead', async (page) => {
      await panel(page, '等我审批').waitFor();
      const load = page.locator('.rw-load');
      const first = load.locator('tbody tr').first().locator('td').first();
      const said = Number(await first.innerText());
      expect(said).toBeGreaterThan(0);
      expect(await lengthOfList(page, first.getByRole('link'))).toBe(said);
      await page.goBack();
      await page.getByRole('button', { name: '我的', exact: true }).click();
      await page.waitForURL(/whose=me/);
      await load.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '全机构' }).click();
      await load.waitFor();
      expect(await everyFigure(page)).toBeGreaterThan(2);
    });
  });

  test('部门联络员：只有本单位要办的，到期不办的后果写在旁边', async () => {
    await as('liaison', async (page) => {
      await panel(page, '我单位要办的').waitFor();
      expect(await page.getByRole('heading', { name: '等别人' }).count()).toBe(0);
      expect(await page.getByRole('heading', { name: '各人在办' }).count()).toBe(0);
      await everyFigure(page);
    });
  });

  test('病了一周回来：这几天超期的、别人办的，都在这一页', async () => {
    await as('handler', async (page) => {
      const happened = panel(page, '这几天发生的');
      await happened.getByRole('button', { name: '30 天' }).click();
      await page.waitForURL(/since=30/);
      await happened.locator('li').first().waitFor();
      await page.reload();
      await happened.locator('li').first().waitFor();
      expect(await happened.getByRole('button', { name: '30 天' }).getAttribute('aria-pressed')).toBe('true');
    });
  });

  test('手机上一样能用', async () => {
    await as(
      'organHead',
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        expect(await axe(page, 'workbench')).toEqual([]);
        await page.getByRole('button', { name: /搜索案号/ }).click();
        await page.getByRole('combobox').fill('审批');
        await page.getByRole('option', { name: '审批' }).click();
        await page.waitForURL(/\/approvals/);
      },
      { width: 390, height: 844 },
    );
  });
});

describe('登记到今日视为受理', () => {
  test('今天是审查期限最后一天的，在最上面', async () => {
    await as('handler', async (page) => {
      await page.getByRole('link', { name: '登记申请' }).first().click();
      await page.getByRole('heading', { name: '登记行政复议申请' }).waitFor();
      const main = page.locator('main');
      await day(main, '收到日', '2026-01-04');
      await day(main, '邮戳日', '2025-12-31');
      await fill(main, '凭证', 'EMS 1120250098765');
      await choose(page, main, '被申请人', '云岭县公安局');
      await fill(main, '姓名或者名称', '蔺㛃安');
      await fill(main, '证件号码', '530000199001010011');
      await choose(page, main, '事项', '行政处罚');
      await fill(main, '行为名称', '行政拘留决定');
      await fill(main, '文号', '云公（柳）行罚决字〔2025〕7719号');
      await fill(main, '内容', '行政拘留七日');
      await day(main, '作出日', '2025-12-18');
      await day(main, '知道之日', '2025-12-19');
      await choose(page, main, '怎样知道的', '直接送达');
      await fill(main, '复议请求', '撤销该行政拘留决定。');
      await fill(main, '事实与理由', '认定事实不清，证据不足。');
      await main.getByRole('button', { name: /登记，并起算/ }).click();
      await page.waitForURL(/\/cases\/[0-9a-f]{32}/);
      address = new URL(page.url()).pathname;
      await page
        .locator('.rd-page-header')
        .filter({ hasText: /云政复〔2026〕\d+号/ })
        .waitFor();
      number = (await page.locator('.rd-page-header').innerText()).match(/云政复〔2026〕\d+号/)?.[0] ?? '';
      expect(number).not.toBe('');
      await page.getByRole('link', { name: '工作台' }).click();
      const top = page.locator('.rd-notice').filter({ hasText: '今日 24 时视为受理' });
      await top.getByText('蔺㛃安').waitFor();
      await panel(page, '要办的').getByText('不予受理的，决定书须在 1月9日前（含当日）寄出').first().waitFor();
    });
  });

  test('受理以后不再在上面，副本须在期限内寄出', async () => {
    await as('handler', async (page) => {
      await page.goto(`${application.url}${address}`);
      const form = await openStep(page, /^受理/);
      await save(form);
      await page.getByRole('link', { name: '工作台' }).click();
      await page.locator('.rd-figures').waitFor();
      expect(await page.locator('.rd-notice').filter({ hasText: '蔺㛃安' }).count()).toBe(0);
    });
  });
});

describe('Ctrl-K', () => {
  test.each([
    ['姓名', '蔺㛃', '当事人'],
    ['文号', '行罚决字[2025]7719', '文号'],
    ['行为的几个字', '拘留七日', '行政行为'],
  ])('按%s找到案件，并说明为什么', async (_, typed, why) => {
    await as('handler', async (page) => {
      const palette = await search(page, typed);
      const option = palette.getByRole('option').filter({ hasText: '蔺㛃安' });
      await option.waitFor();
      expect(await option.innerText()).toContain(`${why}：`);
      expect(await option.locator('mark').first().innerText()).not.toBe('');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === address);
    });
  });

  test('按案号找到案件；打开过的下次就在最上面', async () => {
    await as('handler', async (page) => {
      const palette = await search(page, number);
      await palette.getByRole('option').filter({ hasText: number }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === address);
      await page.locator('.rd-page-header').filter({ hasText: number }).waitFor();
      await page.getByRole('link', { name: '工作台' }).click();
      await page.locator('.rd-figures').waitFor();
      await search(page, '');
      await page.getByRole('group', { name: '最近打开的案件' }).getByText(number).waitFor();
    });
  });

  test('前往任何一页，全用键盘', async () => {
    await as('handler', async (page) => {
      await search(page, '登记申请');
      await page.getByRole('option', { name: '登记申请', exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/cases\/new/);
      await search(page, '超期');
      await page.getByRole('option', { name: '已超期的案件' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/light=overdue/);
      await search(page, '没有这样的案件');
      await page.getByText('没有与“没有这样的案件”相符的案件或者页面').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.rd-palette').waitFor({ state: 'detached' });
    });
  });

  test('别的部门找不到', async () => {
    await as('liaison', async (page) => {
      // The copy has not been sent: the police do not know of the case.
      await search(page, '拘留七日');
      await page.getByText('没有与“拘留七日”相符的案件或者页面').waitFor();
    });
  });
});
