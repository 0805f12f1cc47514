/**
 * An application as it arrives: scanned first and registered later with its papers beside the form, checked as somebody
 * types, found to be applied for twice, joined by many applicants out of a list, or said orally and recorded.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { axe, choose, day, field, fill, openStep, signIn } from './steps.ts';

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

/** Acts as the handler; nothing may fail on the page. */
async function asHandler(act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const wrong: string[] = [];
  context.on('weberror', (error) => wrong.push(error.error().message));
  const page = await signIn(context, application.url, 'handler');
  try {
    await act(page);
    expect(wrong).toEqual([]);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`at ${page.url()}:\n${text.slice(0, 3000)}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** What is wrong on the page itself; the frame around it is looked at once for all pages. */
const axeOf = async (page: Page, where: string) =>
  (await axe(page, where)).filter(({ target }) => !target.includes('.rw-search'));

/** A whole picture of one grey point: a photograph, as far as the server looks. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const main = (page: Page) => page.locator('main');
const register = (page: Page) => page.getByRole('button', { name: /^登记，并起算/ });
const act = `云岭县公安局
行政处罚决定书
云公（青）行罚决字〔2025〕第9931号
违法行为人：岑知夏，男，现住青石镇梧桐路1号。
现决定给予岑知夏罚款五百元的行政处罚。
如不服本决定，可以在收到本决定书之日起六十日内向云岭县人民政府申请行政复议。
云岭县公安局
二〇二五年十二月一日`;

/** Chooses an organ the way people do among many: by typing its name. */
async function chooseOrgan(page: Page, name: string): Promise<void> {
  const box = field(main(page), '被申请人').first();
  await box.fill(name);
  await choose(page, main(page), '被申请人', name);
}

/** What the act's text does not say of the form. */
async function theRest(page: Page): Promise<void> {
  await choose(page, main(page), '事项', '行政处罚');
  await choose(page, main(page), '怎样知道的', '直接送达');
  await day(main(page), '知道之日', '2025-12-03');
  await choose(page, main(page), '是否已提起行政诉讼', '没有起诉');
}
async function pasteAct(page: Page, ...fields: readonly string[]): Promise<void> {
  await page.getByText('粘贴决定书文字').click();
  await page.getByLabel('决定书全文').fill(act);
  for (const field of fields) await page.getByRole('button', { name: new RegExp(`^采用${field}：`) }).click();
}

describe('收件', () => {
  test('先扫描，后登记：材料在旁，决定书文字逐项采用', async () => {
    await asHandler(async (page) => {
      await page.goto(`${application.url}/intake`);
      await page.locator('input[type=file][multiple]').setInputFiles([
        { name: '申请书第1页.png', mimeType: 'image/png', buffer: picture },
        { name: '申请书第2页.png', mimeType: 'image/png', buffer: picture },
      ]);
      await page.getByText('已上传').nth(1).waitFor();
      await day(page, '收到日', '2026-01-08');
      await fill(page, '凭证', 'EMS 1120260000001');
      await fill(page, '简要说明', '岑知夏不服县公安局罚款');
      await page.getByRole('button', { name: '收下，放入待登记' }).click();
      const line = page.locator('.rw-scan').filter({ hasText: '岑知夏不服县公安局罚款' });
      // Five working days from Thursday 8 January end on Thursday the 15th.
      await line.getByText('审查到期 2026年1月15日').waitFor();
      await line.getByText('还有 4 个工作日').waitFor();
      expect(await axeOf(page, 'intake')).toEqual([]);

      await line.getByRole('link', { name: /^登记/ }).click();
      await page.getByRole('heading', { name: '登记行政复议申请' }).waitFor();
      await page.locator('.rw-preview-sheet img').waitFor();
      expect(await page.getByRole('textbox', { name: '收到日' }).inputValue()).toBe('2026-01-08');
      expect(await field(main(page), '凭证').first().inputValue()).toBe('EMS 1120260000001');
      await day(main(page), '邮戳日', '2026-01-05');
      await pasteAct(page, '文号', '行为名称', '被申请人', '作出日', '金额', '内容', '申请人');
      expect(await main(page).getByRole('textbox', { name: '文号', exact: true }).inputValue()).toBe(
        '云公（青）行罚决字〔2025〕第9931号',
      );
      expect(await field(main(page), '姓名或者名称').first().inputValue()).toBe('岑知夏');
      await theRest(page);
      await fill(main(page), '复议请求', '撤销上述处罚决定');
      await fill(main(page), '事实与理由', '处罚认定事实不清。');
      await page.getByRole('tab', { name: /受理前核对/ }).click();
      await page.getByText('没有不符合的项目').waitFor();
      expect(await axeOf(page, 'register beside papers')).toEqual([]);
      await register(page).click();
      await page.waitForURL(/\/cases\/[0-9a-f]{32}/);
      await page.locator('.rd-page-header').getByText('岑知夏不服云岭县公安局行政处罚决定').first().waitFor();
      await page.getByRole('tab', { name: /^材料/ }).click();
      await page.getByText('申请书第2页.png').first().waitFor();

      await page.goto(`${application.url}/intake`);
      await page.getByRole('heading', { name: '待登记材料' }).waitFor();
      await page.getByText('没有待登记的材料').waitFor();
    });
  });

  test('误收的材料写明理由后剔除，仍可查看', async () => {
    await asHandler(async (page) => {
      await page.goto(`${application.url}/intake`);
      const file = { name: '广告.png', mimeType: 'image/png', buffer: picture };
      await page.locator('input[type=file][multiple]').setInputFiles([file]);
      await page.getByText('已上传').first().waitFor();
      await page.getByRole('button', { name: '收下，放入待登记' }).click();
      await page.getByRole('button', { name: /^剔除/ }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: /^理由/ }).fill('不是行政复议申请');
      await form.getByRole('button', { name: '剔除' }).click();
      await page.getByText('没有待登记的材料').waitFor();
      await page.getByRole('tab', { name: '已剔除' }).click();
      await page.getByText('不是行政复议申请').waitFor();
    });
  });
});

describe('登记时的核对', () => {
  test('同一申请人就同一行为再次申请：说明为什么相同；受理的逐项记录理由', async () => {
    await asHandler(async (page) => {
      await page.goto(`${application.url}/cases/new`);
      await choose(page, main(page), '申请方式', '当面');
      await day(main(page), '当面递交日', today);
      await pasteAct(page, '文号', '行为名称', '被申请人', '作出日', '申请人');
      await theRest(page);
      const alike = page.getByRole('list', { name: '相同或者相关案件' });
      await alike.getByText('文号相同').waitFor();
      await alike.getByText('同一申请人', { exact: true }).waitFor();
      await alike
        .getByText(/可能重复申请/)
        .first()
        .waitFor();
      // A suit that a court has accepted bars the application (29(2)); it can be registered all the same.
      await choose(page, main(page), '是否已提起行政诉讼', '法院已受理');
      await page.getByText('不符合 1 项').waitFor();
      await page.getByText('第二十九条第二款').first().waitFor();
      await fill(main(page), '复议请求', '撤销上述处罚决定');
      await fill(main(page), '事实与理由', '处罚认定事实不清。');
      expect(await axeOf(page, 'register with checks')).toEqual([]);
      await register(page).click();
      await page.waitForURL(/\/cases\/[0-9a-f]{32}/);

      // In a refusal the condition that is not met is proposed.
      const refusal = await page.context().newPage();
      await refusal.goto(`${page.url().split('?')[0]}?step=refuse`);
      await refusal.getByText('按核对结果已填好不符合的条件，可以改。').waitFor();
      await refusal.close();
      const form = await openStep(page, /^受理(，|$)/);
      await form.getByText('不符合而受理的理由').waitFor();
      await form.locator('button[type=submit]').click();
      await form.locator('.rd-field-error').first().waitFor();
      await fill(form, '未提起诉讼：受理的理由', '法院已准许撤诉，裁定书附卷');
      await form.locator('button[type=submit]').click();
      await form.waitFor({ state: 'detached' });
      await page
        .locator('.rd-page-header')
        .getByText(/审理中/)
        .first()
        .waitFor();
    });
  });
});

describe('很多申请人与口头申请', () => {
  test('从表格粘贴名单，推选代表人', async () => {
    await asHandler(async (page) => {
      await page.goto(`${application.url}/cases/new`);
      await choose(page, main(page), '申请方式', '当面');
      await day(main(page), '当面递交日', today);
      await chooseOrgan(page, '青石镇人民政府');
      await page.getByText('批量录入申请人…').click();
      const people = Array.from(
        { length: 40 },
        (_, i) => `${i + 1}\t村民${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i}\t青石镇${i}号`,
      );
      await page.getByLabel('粘贴名单').fill(['序号\t姓名\t住址', ...people, '41\t\t青石镇'].join('\n'));
      await page.getByText('认出 40 人，1 行不能采用').waitFor();
      await page.getByRole('button', { name: '加入 40 人' }).click();
      await page
        .getByText('申请人超过五人，可以推选一至五名代表人（2007 年实施条例第八条；2026 年 7 月 1 日起请核对新条例）。')
        .waitFor();
      await page.getByRole('checkbox', { name: '村民甲0为代表人' }).check();
      await page.getByRole('checkbox', { name: '村民乙1为代表人' }).check();
      await page.getByText('已推选代表人 2 人').first().waitFor();
      expect(await axeOf(page, 'roster')).toEqual([]);
      await choose(page, main(page), '事项', '征收');
      await fill(main(page), '行为名称', '征地补偿安置决定');
      await day(main(page), '作出日', '2025-12-01');
      await choose(page, main(page), '怎样知道的', '公告');
      await day(main(page), '知道之日', '2025-12-20');
      await fill(main(page), '复议请求', '撤销补偿安置决定');
      await fill(main(page), '事实与理由', '补偿标准与公告不一致。');
      await register(page).click();
      await page.waitForURL(/\/cases\/[0-9a-f]{32}/);
      await page
        .locator('.rd-page-header')
        .getByText(/村民甲0等/)
        .first()
        .waitFor();
    });
  });

  test('口头申请当场记录、核对、确认，可以打印一页', async () => {
    await asHandler(async (page) => {
      await page.goto(`${application.url}/cases/new`);
      await choose(page, main(page), '申请方式', '口头');
      await day(main(page), '口头申请日', today);
      await fill(main(page), '你的姓名、住址和联系方式？', '岑知秋，住柳湾镇2号。');
      await fill(main(page), '你请求行政复议机关作出怎样的决定？', '撤销罚款二百元的当场处罚决定');
      await fill(main(page), '主要的事实和理由是什么？', '路口没有标志，我不知道不能停车。');
      await fill(main(page), '姓名或者名称', '岑知秋');
      await page.getByRole('button', { name: '生成笔录' }).click();
      expect(await page.getByLabel('笔录全文').inputValue()).toContain('答：路口没有标志，我不知道不能停车。');
      await choose(page, main(page), '核对方式', '向申请人宣读');
      await choose(page, main(page), '确认方式', '捺指印');
      // On paper there is the record and nothing else.
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.rw-sheet').isVisible()).toBe(true);
      expect(await page.locator('main').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      expect(await page.locator('.rw-sheet').isVisible()).toBe(false);
      await chooseOrgan(page, '云岭县交通运输局');
      await choose(page, main(page), '事项', '行政处罚');
      await fill(main(page), '行为名称', '当场行政处罚决定');
      await day(main(page), '作出日', '2026-01-07');
      await choose(page, main(page), '怎样知道的', '当场');
      await day(main(page), '知道之日', '2026-01-07');
      await page.getByRole('checkbox', { name: '当场作出' }).check();
      await page.getByText(/当场处罚，属复议前置/).waitFor();
      await register(page).click();
      await page.waitForURL(/\/cases\/[0-9a-f]{32}/);
      await page.locator('summary', { hasText: '口头申请笔录' }).click();
      await page
        .getByText(/答：路口没有标志/)
        .first()
        .waitFor();
    });
  });
});
