/**
 * The whole errand in a real browser: an application that arrived by post is registered, corrected once, accepted,
 * copied to the respondent, answered by the department, suspended and resumed, extended with approval, decided with
 * approval, and served. Four people sign in; each part is played on a day of its own.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { axe, choose, day, drawer, fill, openStep, save, settled, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication | null = null;
let dataDir: string;
let caseAddress = '';
const number = /云政复〔2026〕\d+号/;

beforeAll(async () => {
  browser = await launchBrowser();
  dataDir = newDataDir();
});
afterAll(async () => {
  await browser.close();
  await application?.stop();
});

/** The application on a day; the ledger of the days before is still there. */
async function on(today: string): Promise<void> {
  await application?.stop();
  application = await startApplication({ dataDir, env: { REDRESS_TODAY: today } });
}

/** Does something as somebody, on the case where there is one; nothing may fail on the page or load from outside. */
async function as(who: Person, act: (page: Page) => Promise<void>): Promise<void> {
  if (application === null) throw new Error('the application is not running');
  const { url } = application;
  const wrong: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) wrong.push(`outside: ${request.url()}`);
  });
  context.on('weberror', (error) => wrong.push(`error: ${error.error().message}`));
  const page = await signIn(context, url, who);
  try {
    if (caseAddress !== '') {
      await page.goto(`${url}${caseAddress}`);
      await page.locator('.rd-page-header-actions').waitFor();
    }
    await act(page);
    expect(wrong).toEqual([]);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`as ${who} at ${page.url()}:\n${text.slice(0, 3000)}`, { cause: error });
  } finally {
    await context.close();
  }
}

const header = (page: Page) => page.locator('.rd-page-header');
const clock = (page: Page, name: string) => page.locator('.rd-clock').filter({ hasText: name }).first();
const expectText = async (page: Page, where: string, text: string | RegExp) => {
  await page.locator(where).filter({ hasText: text }).first().waitFor();
};

describe('一件邮寄来的行政复议申请', () => {
  test('登记、补正、受理', async () => {
    await on('2026-01-09');
    await as('handler', async (page) => {
      await page.getByRole('link', { name: '登记申请' }).first().click();
      await page.getByRole('heading', { name: '登记行政复议申请' }).waitFor();
      const main = page.locator('main');
      await day(main, '收到日', '2026-01-05');
      await day(main, '邮戳日', '2025.12.30');
      await fill(main, '凭证', 'EMS 1120250012345');
      await choose(page, main, '被申请人', '云岭县公安局');
      await fill(main, '姓名或者名称', '李知白');
      await fill(main, '证件号码', '530000199001010011');
      await choose(page, main, '事项', '行政处罚');
      await fill(main, '行为名称', '行政处罚决定');
      await fill(main, '文号', '云公（治）行罚决字〔2025〕318号');
      await fill(main, '内容', '罚款五百元');
      await day(main, '作出日', '20251201');
      await choose(page, main, '怎样知道的', '直接送达');
      await day(main, '知道之日', '2025年12月3日');
      // The applicant's limit is reckoned beside the form: 60 days from 3 December end on Sunday 1 February.
      await expectText(page, '.rw-beside', '2026年2月2日（周一）');
      await expectText(page, '.rw-beside', '在期限内，第 27 天申请');
      await fill(main, '复议请求', '撤销上述处罚决定');
      await fill(main, '事实与理由', '处罚认定事实不清，证据不足。');
      await page.getByText(/草稿已保存/).waitFor();
      expect(await axe(page, 'register')).toEqual([]);

      // A reload loses nothing that was typed.
      await page.reload();
      await page.getByText('已恢复上次没有登记完的草稿。').waitFor();
      expect(await page.getByLabel('姓名或者名称').first().inputValue()).toBe('李知白');

      // A missing field is named at its place.
      await fill(main, '行为名称', '');
      await page.getByRole('button', { name: /^登记，并起算/ }).click();
      await expectText(page, '.rd-field-error', '不能为空');
      await fill(main, '行为名称', '行政处罚决定');
      await page.getByRole('button', { name: /^登记，并起算/ }).click();
      await page.waitForURL(/\/cases\/[0-9a-f]{32}/);
      caseAddress = new URL(page.url()).pathname;
      await expectText(page, '.rd-page-header', number);
      await expectText(page, '.rd-page-header', '李知白不服云岭县公安局行政处罚决定');
      await expectText(page, 'main', '云公（治）行罚决字〔2025〕318号');
    });

    await as('handler', async (page) => {
      const form = await openStep(page, /通知补正/);
      await day(form, '通知书日期', '2026-01-07');
      await fill(form, '需要补正的事项', '缺处罚决定书复印件');
      await day(form, '发出日', '2026-01-07');
      await day(form, '送达日', '2026-01-09');
      await fill(form, '送达凭证', '邮件签收单');
      await form.locator('.rd-impact').getByText('提交补正材料').waitFor();
      expect(await axe(page, 'step')).toEqual([]);
      await save(form);
      await expectText(page, '.rd-page-header', '补正中');
      await expectText(page, '.rd-page-header', /等谁.*李知白/);
    });

    await on('2026-01-16');
    await as('handler', async (page) => {
      let form = await openStep(page, /登记补正材料/);
      await day(form, '收到补正材料的日期', '2026-01-14');
      await fill(form, '材料名称', '行政处罚决定书复印件 1 份');
      await save(form);

      form = await openStep(page, /^受理(，|$)/);
      await day(form, '受理日期', '2026-01-16');
      await form.locator('.rd-impact').getByText('2026年3月17日（周二）').waitFor();
      await save(form);
      await expectText(page, '.rd-page-header', '审理中 · 普通程序');
      await expectText(page, '.rd-clock', '2026年3月17日（周二）');
      expect(await axe(page, 'case')).toEqual([]);
    });
  });

  test('发送副本，部门答复，中止', async () => {
    await on('2026-02-09');
    await as('handler', async (page) => {
      const form = await openStep(page, /发送申请书副本/);
      await day(form, '答复通知书日期', '2026-01-19');
      await day(form, '发出日', '2026-01-19');
      await day(form, '送达日', '2026-01-20');
      await fill(form, '送达凭证', '法制大队签收');
      await save(form);
      await expectText(page, '.rd-clock', '2026年2月3日（周二）');
    });
    await as('liaison', async (page) => {
      // The department sees its own case without what is internal or the applicant's own.
      const text = await page.locator('main').innerText();
      expect(text).not.toContain('530000199001010011');
      const form = await openStep(page, /书面答复/);
      await day(form, '提出答复的日期', '2026-02-02');
      await fill(form, '意见', '处罚决定认定事实清楚，证据确凿，请求维持。');
      await form.getByRole('button', { name: '添加一项' }).first().click();
      await fill(form, '证据名称', '询问笔录');
      expect(await axe(page, 'reply')).toEqual([]);
      await save(form);
    });
    await as('handler', async (page) => {
      let form = await openStep(page, /听取/);
      await day(form, '听取意见的日期', '2026-02-05');
      await choose(page, form, '当事人', '李知白');
      await choose(page, form, '听取方式', '当面');
      await fill(form, '概要', '申请人坚持原请求。');
      await save(form);

      form = await openStep(page, /^中止/);
      await day(form, '中止日期', '2026-02-09');
      await choose(page, form, '事由', '需要以其他案件的审理结果为依据');
      await fill(form, '理由', '相关民事案件正在审理。');
      await form.locator('.rd-impact').getByText('停止', { exact: true }).waitFor();
      await save(form);
      await expectText(page, '.rd-page-header', '已中止');
    });
  });

  test('恢复审理，经批准延期', async () => {
    await on('2026-04-02');
    await as('handler', async (page) => {
      let form = await openStep(page, /恢复审理/);
      await day(form, '恢复审理的日期', '2026-03-02');
      await fill(form, '理由', '相关民事案件已经审结。');
      await save(form);
      // Twenty-one days of standing still are added: 17 March becomes 7 April.
      await expectText(page, '.rd-clock', '2026年4月7日（周二）');

      form = await openStep(page, /^(延期|延长审理期限)/);
      await fill(form, '理由', '案情复杂，需要进一步核实。');
      for (const input of await form.getByRole('textbox', { name: '发出日' }).all()) {
        await input.fill('2026-04-02');
        await input.blur();
      }
      await form.locator('.rd-impact').getByText('2026年5月7日（周四）').waitFor();
      await fill(form, '拟办意见', '案情复杂，拟延长三十日。');
      await form.getByRole('button', { name: /^报批/ }).click();
      await form.waitFor({ state: 'detached' });
      await expectText(page, '.rd-page-header', '等谁');
    });
    caseAddress = '';
    await as('institutionHead', async (page) => {
      await page.getByRole('link', { name: /审批/ }).first().click();
      // The section head has not looked at it yet, so it waits for them first; the head may approve all the same.
      await page.locator('.rw-others > summary').click();
      await page.getByText('案情复杂，拟延长三十日。').waitFor();
      expect(await axe(page, 'approvals')).toEqual([]);
      const panel = page.locator('.rd-panel').filter({ hasText: '案情复杂，拟延长三十日。' });
      caseAddress = new URL((await panel.getByRole('link').first().getAttribute('href')) ?? '', page.url()).pathname;
      await panel.getByRole('button', { name: /^批准/ }).click();
      await page.getByText('案情复杂，拟延长三十日。').waitFor({ state: 'detached' });
    });
    // Approved, and not handed over yet: the limit moves when the applicant has the notice in time.
    await as('handler', async (page) => {
      await expectText(page, '.rd-clock', '2026年4月7日（周二）');
      await expectText(page, '.rd-page-header', '延期通知书发给申请人');
      await page.getByRole('tab', { name: /文书/ }).click();
      const panel = page.locator('.rd-panel').filter({ hasText: '延期审理通知书' });
      await panel.locator('.rd-person').filter({ hasText: '李知白' }).getByRole('button', { name: '记录送达' }).click();
      const form = await settled(drawer(page));
      await day(form, '送达日期', '2026-04-02');
      await fill(form, '凭证', '送达回证');
      await save(form);
      await expectText(page, '.rd-clock', '2026年5月7日（周四）');
    });
  });

  test('经批准作出决定并送达', async () => {
    await on('2026-04-24');
    await as('handler', async (page) => {
      const form = await openStep(page, /^(作出行政复议决定|决定$)/);
      await choose(page, form, '决定类型', '撤销');
      await fill(form, '决定主文', '撤销云公（治）行罚决字〔2025〕318号行政处罚决定。');
      await fill(form, '拟办意见', '主要证据不足，拟撤销。');
      await form.getByRole('button', { name: /^报批/ }).click();
      await form.waitFor({ state: 'detached' });
    });
    await as('organHead', async (page) => {
      const opened = await openStep(page, /^批准/);
      await fill(opened, '意见', '同意。');
      await save(opened);
      await expectText(page, '.rd-page-header', '已决定，待送达');
    });
    await as('handler', async (page) => {
      await page.getByRole('tab', { name: /文书/ }).click();
      for (const addressee of ['李知白', '云岭县公安局']) {
        const panel = page.locator('.rd-panel').filter({ hasText: '行政复议决定书' });
        const row = panel.locator('.rd-person').filter({ hasText: addressee });
        await row.getByRole('button', { name: '记录送达' }).click();
        const form = await settled(drawer(page));
        await day(form, '送达日期', '2026-04-24');
        await fill(form, '凭证', '送达回证');
        await save(form);
      }
      await expectText(page, '.rd-page-header', '撤销');
      await page.getByRole('tab', { name: /经过/ }).click();
      await expectText(page, '.rd-timeline', '作出行政复议决定');
      expect(await axe(page, 'closed case')).toEqual([]);
      // Every limit of the errand was met in time.
      expect(await header(page).innerText()).toContain('已审结');
      expect(await clock(page, '书面答复').innerText()).not.toContain('超期');
    });
  });
});
