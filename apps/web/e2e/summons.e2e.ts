/**
 * A summons as it arrives: scanned first, registered with its papers beside the form, its limits shown while it is typed;
 * the same number a second time is refused with a link to the first.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { axe, choose, day, field, fill, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication;
const today = '2026-01-09';
beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ dataDir: newDataDir(), env: { REDRESS_TODAY: today } });
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

/** Acts as somebody; nothing may fail on the page. */
async function as(who: Person, act: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const wrong: string[] = [];
  context.on('weberror', (error) => wrong.push(error.error().message));
  const page = await signIn(context, application.url, who);
  try {
    await act(page);
    expect(wrong).toEqual([]);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`at ${page.url()}:\n${text.slice(0, 4000)}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** What is wrong on the page itself; the frame around it is looked at once for all pages. */
const axeOf = async (page: Page, where: string) =>
  (await axe(page, where)).filter(({ target }) => !target.includes('.rw-search'));

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const main = (page: Page) => page.locator('main');
const courtNumber = '（2026）云9931行初7号';
const register = (page: Page) => page.getByRole('button', { name: '登记，并起算答辩、举证期限' });

/** Chooses an organ the way people do among many: by typing its name. */
async function chooseOrgan(page: Page, label: string, name: string): Promise<void> {
  await field(main(page), label).first().fill(name);
  await choose(page, main(page), label, name);
}

let lawsuit = '';

describe('应诉登记', () => {
  test('先扫描，后登记：材料在旁，期限随填随算', async () => {
    await as('handler', async (page) => {
      await page.goto(`${application.url}/intake`);
      await page
        .locator('input[type=file][multiple]')
        .setInputFiles([{ name: '应诉通知书.png', mimeType: 'image/png', buffer: picture }]);
      await page.getByText('已上传').first().waitFor();
      await day(page, '收到日', '2026-01-07');
      await fill(page, '简要说明', '云岭县人民法院应诉通知书');
      await page.getByRole('button', { name: '收下，放入待登记' }).click();
      const line = page.locator('.rw-scan').filter({ hasText: '云岭县人民法院应诉通知书' });
      await line.getByRole('link', { name: /^应诉登记/ }).click();
      await page.getByRole('heading', { name: '登记应诉材料' }).waitFor();
      await page.locator('.rw-preview-sheet img').waitFor();
      expect(await page.getByRole('textbox', { name: '收到日' }).first().inputValue()).toBe('2026-01-07');

      await field(main(page), '法院').first().fill('云岭县人民法院');
      await main(page)
        .getByLabel(/^法院案号/)
        .fill(courtNumber);
      await choose(page, main(page), '事项', '行政处罚');
      await fill(main(page), '被诉行为名称', '行政处罚决定');
      await fill(main(page), '文号', '云公（青）行罚决字〔2025〕第9932号');
      await chooseOrgan(page, '机关', '云岭县公安局');
      await fill(main(page), '姓名或者名称', '岑知夏');
      await fill(main(page), '诉讼请求', '撤销行政处罚决定');
      await page.getByRole('tab', { name: /期限/ }).click();
      // Fifteen days from Wednesday 7 January end on Thursday the 22nd.
      await page.getByText('2026年1月22日（周四）').first().waitFor();
      await page.getByLabel('已收到传票或者出庭通知书').check();
      await day(main(page), '开庭日', '2026-01-28');
      await fill(main(page), '开庭时间', '09:30');
      await fill(main(page), '地点', '第三审判庭');
      await day(main(page), '云岭县公安局：传票、出庭通知书收到日', '2026-01-07');
      await page.getByText('云岭县公安局：按时送达').waitFor();
      expect(await axeOf(page, 'registering a summons')).toEqual([]);
      await register(page).click();
      await page.waitForURL(/\/lawsuits\/[0-9a-f]{32}/);
      lawsuit = new URL(page.url()).pathname;
      await page
        .locator('.rd-page-header')
        .getByText(/岑知夏/)
        .first()
        .waitFor();
      // What was registered waits no more.
      await page.goto(`${application.url}/intake`);
      await page.getByRole('heading', { name: '待登记材料' }).waitFor();
      expect(await page.getByText('云岭县人民法院应诉通知书').count()).toBe(0);
    });
  });

  test('同一案号再登记，当场指向第一件，硬要登记也不成', async () => {
    await as('secondHandler', async (page) => {
      await page.goto(`${application.url}/lawsuits/new`);
      // The same number with other brackets and a blank is the same number.
      await main(page)
        .getByLabel(/^法院案号/)
        .fill('(2026) 云9931行初7号');
      const link = page.getByRole('link', { name: /岑知夏/ });
      await link.waitFor();
      expect(await link.getAttribute('href')).toBe(lawsuit);
      await field(main(page), '法院').first().fill('云岭县人民法院');
      await choose(page, main(page), '事项', '行政处罚');
      await fill(main(page), '被诉行为名称', '行政处罚决定');
      await chooseOrgan(page, '机关', '云岭县公安局');
      await fill(main(page), '姓名或者名称', '岑知夏');
      await register(page).click();
      await page.locator('.rd-notice').filter({ hasText: '这个案号已经登记' }).first().waitFor();
      expect(new URL(page.url()).pathname).toBe('/lawsuits/new');
    });
  });

  test('清单里有它，按要办的事筛选；地址就是那份清单', async () => {
    await as('handler', async (page) => {
      await page.goto(`${application.url}/lawsuits?q=${encodeURIComponent('岑知夏')}`);
      const row = page.getByRole('row', { name: /岑知夏/ });
      await row.waitFor();
      await row.getByText(courtNumber).waitFor();
      await page.getByRole('button', { name: /^待安排负责人/ }).click();
      await page.waitForURL(/todo=leader/);
      await page.getByRole('row', { name: /岑知夏/ }).waitFor();
      expect(await axeOf(page, 'lawsuits')).toEqual([]);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出' }).click();
      await page.getByRole('menuitem', { name: /CSV/ }).click();
      expect((await download).suggestedFilename()).toMatch(/\.csv$/);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^搜索/ }).fill('岑知夏');
      await page
        .getByRole('option', { name: /岑知夏/ })
        .first()
        .waitFor();
    });
  });

  test('部门看得到自己的案件，登记不了', async () => {
    await as(
      'liaison',
      async (page) => {
        await page.goto(`${application.url}/lawsuits?q=${encodeURIComponent('岑知夏')}`);
        await page.locator('.rd-list-link').first().waitFor();
        expect(await page.getByRole('link', { name: '登记应诉材料' }).count()).toBe(0);
        await page.goto(`${application.url}/lawsuits/new`);
        await page.getByText('你的岗位不办理这一项').waitFor();
      },
      390,
    );
  });

  test('经过复议的，选出复议案件，其余一并带出', async () => {
    await as('handler', async (page) => {
      await page.goto(`${application.url}/cases?closed=true&outcome=uphold`);
      await page.locator('.rd-list-link').first().click();
      await page.locator('.rd-page-header-lead').waitFor();
      const number = (await page.locator('.rd-page-header').innerText()).match(/云政复〔\d{4}〕\d+号/)?.[0] ?? '';
      await page.getByRole('tab', { name: /^关联/ }).click();
      await page.getByRole('link', { name: '登记应诉材料' }).click();
      await page.getByText(new RegExp(`已按 ${number}`)).waitFor();
      await page.getByText(/依法被告为：/).waitFor();
      await page.getByText('应诉机关 2').waitFor();
      expect(await field(main(page), '被诉行为名称').inputValue()).not.toBe('');
      expect(await field(main(page), '姓名或者名称').first().inputValue()).not.toBe('');
    });
  });

  test('送审的答辩状出现在审签人的“审批”里，数目与工作台一致，点开就是案件的“审签”', async () => {
    await as('policeHead', async (page) => {
      const rail = page.getByRole('link', { name: /^审批/ });
      await rail.waitFor();
      await page.getByText(/\d+ 件等你审批/).waitFor();
      const said = Number((await page.getByText(/\d+ 件等你审批/).innerText()).match(/(\d+) 件/)?.[1]);
      await rail.click();
      await page.getByRole('heading', { name: '等我审批' }).waitFor();
      const toSuit = page.getByRole('link', { name: '到案件中审签或者退回' });
      await toSuit.first().waitFor();
      expect(await toSuit.count()).toBe(said);
      expect(await axeOf(page, 'approvals of a department')).toEqual([]);
      await toSuit.first().click();
      await page.waitForURL(/\/lawsuits\/.*tab=approvals/);
      await page.getByRole('tabpanel').getByRole('button', { name: /^审签/ }).waitFor();
    });
    await as('liaison', async (page) => {
      await page.getByRole('link', { name: /^应诉/ }).waitFor();
      expect(await page.getByRole('link', { name: /^审批/ }).count()).toBe(0);
    });
  });

  test('判决撤销复议决定、责令重作的，从应诉案件登记重作的复议案件，表格已经填好', async () => {
    await as('handler', async (page) => {
      await page.goto(`${application.url}/lawsuits/suit-yunling-762?tab=judgment`);
      const anew = page.getByRole('link', { name: '登记责令重作的复议案件' }).first();
      await anew.waitFor();
      const number = (await page.locator('.rd-page-header').innerText()).match(/云政应〔\d{4}〕\d+号/)?.[0] ?? '';
      expect(number).not.toBe('');
      await anew.click();
      await page.waitForURL(/\/cases\/new\?fromLawsuit=suit-yunling-762/);
      await page.getByText(new RegExp(`依 ${number} .*的判决重新作出复议决定`)).waitFor();
      for (const label of ['行为名称', '姓名或者名称']) {
        expect([label, await field(main(page), label).first().inputValue()]).not.toEqual([label, '']);
      }
      expect(await axeOf(page, 'registering what a court sent back')).toEqual([]);
    });
  });

  test('看不到那件应诉案件的，表格照常空着，也不说那是什么案件', async () => {
    await as('otherHandler', async (page) => {
      await page.goto(`${application.url}/cases/new?fromLawsuit=suit-yunling-762`);
      await page.getByText('没有读到那件应诉案件').waitFor();
      expect(await field(main(page), '姓名或者名称').first().inputValue()).toBe('');
      expect(await main(page).innerText()).not.toContain('云政应');
    });
  });
});
