/** Every screen, for pictures: `scripts/screens.mjs` calls it once for each size, on a fixed day. */
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { password, people } from './people.ts';
import { choose, openStep, settled } from './steps.ts';

const sampleRegister = path.resolve(import.meta.dirname, '../../../docs/samples/earlier-register.xlsx');

export interface ScreenTaker {
  readonly url: string;
  readonly context: BrowserContext;
  /** Writes the picture; `whole` = the page to its end, not only what is in sight. */
  readonly save: (page: Page, name: string, whole?: boolean) => Promise<void>;
}

async function as(taker: ScreenTaker, who: keyof typeof people): Promise<Page> {
  const { context, url } = taker;
  await context.clearCookies();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('用户名').fill(people[who]);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  return page;
}

/** Opens the first case of a list's address. */
async function firstCase(page: Page, url: string, query: string): Promise<void> {
  await page.goto(`${url}/cases?${query}`);
  await page.locator('.rd-list-link').first().click();
  await page.locator('.rd-page-header-lead').waitFor();
}

/** A department's liaison, who only sees the department's own cases. */
async function theDepartment(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const page = await as(taker, 'liaison');
  await page.locator('.rd-brief tbody tr').first().waitFor();
  await save(page, 'department-workbench');
  await page.goto(`${url}/cases`);
  await page.locator('.rd-list-link').first().waitFor();
  await save(page, 'department-cases');
  await firstCase(page, url, 'waitingFor=respondent');
  await save(page, 'department-case');
  await openStep(page, /书面答复/);
  await save(page, 'department-reply', false);
  await page.goto(`${url}/letters`);
  await page.locator('.rd-list-link, .rd-empty').first().waitFor();
  await save(page, 'letters');
  await page.close();
}

async function theHandler(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const page = await as(taker, 'handler');
  await page.locator('.rd-brief tbody tr').first().waitFor();
  await save(page, 'workbench');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('处罚');
  await page.locator('.rd-palette mark').first().waitFor();
  await save(page, 'palette', false);
  await page.keyboard.press('Escape');
  await page.goto(`${url}/cases`);
  await page.locator('.rd-list-link').first().waitFor();
  await save(page, 'cases');
  await page
    .getByRole('checkbox', { name: /^选中 / })
    .first()
    .check();
  await page.getByRole('button', { name: '催办…' }).click();
  await settled(page.getByRole('dialog'));
  await save(page, 'cases-batch', false);
  await page.goto(`${url}/cases?light=stopped`);
  await page.locator('.rd-list-link').first().waitFor();
  await save(page, 'cases-filtered');
  await page.goto(`${url}/cases?q=${encodeURIComponent('无此人')}`);
  await page.locator('.rd-empty').waitFor();
  await save(page, 'cases-empty');

  await page.goto(`${url}/cases/new`);
  await page.getByRole('heading', { name: '登记行政复议申请' }).waitFor();
  const day = async (name: string, text: string) => {
    const input = page.getByRole('textbox', { name }).first();
    await input.fill(text);
    await input.blur();
  };
  await day('收到日', '2026-03-02');
  await day('邮戳日', '2026-02-24');
  await day('知道之日', '2025-12-24');
  await page.getByLabel('姓名或者名称').first().fill('林疏影');
  await page.getByText(/在期限内，第/).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await save(page, 'register', false);
  await arrivals(page, url, save);

  await firstCase(page, url, 'light=near&stage=accepted');
  await save(page, 'case');
  for (const tab of ['proceedings', 'timeline', 'parties', 'documents', 'links', 'approvals']) {
    await page.goto(`${page.url().split('?')[0]}?tab=${tab}`);
    await page.locator('.rw-file-main .rd-panel').first().waitFor();
    await save(page, `case-${tab}`);
  }
  await firstCase(page, url, 'light=stopped');
  await save(page, 'case-suspended');
  await firstCase(page, url, 'closed=true');
  await save(page, 'case-closed');

  await firstCase(page, url, 'light=ok&stage=accepted');
  const form = await openStep(page, /^中止/);
  await form.getByLabel(/^理由/).fill('须以相关民事案件的审理结果为依据。');
  await choose(page, form, '事由', '其他案件');
  const impact = form.locator('.rd-impact ul');
  await impact.waitFor();
  await impact.scrollIntoViewIfNeeded();
  await save(page, 'step-suspend', false);

  await firstCase(page, url, 'light=ok&stage=accepted');
  await page.getByRole('tab', { name: /经过/ }).click();
  await page
    .getByRole('button', { name: /^更正：.*收到行政复议申请$/ })
    .first()
    .click();
  const correction = page.getByRole('dialog').filter({ has: page.locator('form') });
  await settled(correction);
  const corrected = correction.getByRole('textbox', { name: /^更正后的日期/ });
  const was = await corrected.inputValue();
  // The day before, counted on the text: pictures are taken on a fixed day.
  await corrected.fill(was.replace(/\d\d$/, (d) => String(Math.max(1, Number(d) - 1)).padStart(2, '0')));
  await corrected.blur();
  await correction.locator('.rd-impact').waitFor();
  await save(page, 'correction', false);

  await page.goto(`${url}/committee`);
  await page.locator('.rd-list-link, .rd-empty').first().waitFor();
  await save(page, 'committee');
  await page.goto(`${url}/sessions`);
  await page.locator('.rd-person').first().waitFor();
  await save(page, 'sessions');
  await page.goto(`${url}/cases/no-such-case`);
  await page.locator('.rd-empty').waitFor();
  await save(page, 'case-not-found');
  await page.goto(`${url}/no-such-page`);
  await page.locator('.rd-empty').waitFor();
  await save(page, 'page-not-found');
  await page.goto(`${url}/cases`);
  await page.getByText('EN', { exact: true }).click();
  await firstCase(page, url, 'light=near&stage=accepted');
  await save(page, 'case-english');
  await page.getByText('中文', { exact: true }).click();
  await page.close();
}

/** One grey point, as a photograph. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** What waits to be registered, and its registration with the papers beside the form. */
async function arrivals(page: Page, url: string, save: ScreenTaker['save']): Promise<void> {
  await page.goto(`${url}/intake`);
  await page
    .locator('input[type=file][multiple]')
    .setInputFiles([{ name: '申请书第1页.png', mimeType: 'image/png', buffer: picture }]);
  await page.getByText('已上传').first().waitFor();
  await page.getByLabel('简要说明').fill('林疏影不服县公安局罚款');
  await page.getByRole('button', { name: '收下，放入待登记' }).click();
  await page.locator('.rw-scan').first().waitFor();
  await save(page, 'intake');
  await page
    .getByRole('link', { name: /^登记 / })
    .first()
    .click();
  await page.locator('.rw-preview-sheet img').waitFor();
  await page.getByText('粘贴决定书文字').click();
  await page
    .getByLabel('决定书全文')
    .fill('云岭县公安局\n行政处罚决定书\n云公（治）行罚决字〔2026〕第15号\n罚款五百元。\n二〇二六年二月二日');
  await page.getByRole('button', { name: /^采用文号/ }).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await save(page, 'register-papers', false);
}

async function theHead(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const page = await as(taker, 'institutionHead');
  await page.locator('.rw-load').waitFor();
  await save(page, 'workbench-of-the-head');
  await page.goto(`${url}/approvals`);
  await page.locator('.rd-impact ul').or(page.getByText('延期通知寄给每一名申请人以后')).first().waitFor();
  await save(page, 'approvals');
  await page.goto(`${url}/cases/hand-over?from=account-shenzhiwei`);
  await page.locator('.rw-handed li').first().waitFor();
  await save(page, 'hand-over', false);
  await page.close();
}

/** What everybody is told, and the page of backups with one just made. */
async function noticesAndBackups(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const handler = await as(taker, 'handler');
  await handler.goto(`${url}/notices`);
  await handler.locator('.rw-notice').first().waitFor();
  await save(handler, 'notices');
  await handler.close();
  const admin = await as(taker, 'systemAdmin');
  await admin.goto(`${url}/office/backups`);
  await admin.getByRole('button', { name: '立即备份' }).click();
  await admin.getByText('已读回核对').first().waitFor();
  await save(admin, 'backups');
  await admin.close();
}

/** The administration: each part by the administrator who keeps it. */
async function theAdministration(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const parts = {
    systemAdmin: ['organs', 'posts', 'numbers', 'lists'],
    securityAdmin: ['people'],
    auditor: ['record'],
  };
  for (const who of ['systemAdmin', 'securityAdmin', 'auditor'] as const) {
    const page = await as(taker, who);
    for (const part of parts[who]) {
      await page.goto(`${url}/office/${part}`);
      await page.locator('.rd-list-row').nth(1).waitFor();
      await save(page, `office-${part}`);
    }
    if (who === 'systemAdmin') {
      await page.goto(`${url}/office/organs`);
      await page.getByRole('button', { name: '撤销 云岭县公安局', exact: true }).click();
      const form = page.getByRole('dialog').filter({ has: page.locator('form') });
      await settled(form);
      await form.locator('.rw-office-impact').waitFor();
      await save(page, 'office-abolish', false);
    }
    await page.close();
  }
}

/** The import of the sample register: its columns, and what the dry run finds. Nothing is imported. */
async function theImport(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const page = await as(taker, 'sectionHead');
  await page.goto(`${url}/import`);
  await page.locator('input[type=file]').setInputFiles(sampleRegister);
  await page.getByRole('heading', { name: '台账里的字样是什么意思' }).waitFor();
  await save(page, 'import-columns');
  await page.getByRole('button', { name: '检查（不写入）' }).click();
  await page.getByRole('button', { name: /^导入 \d+ 件/ }).waitFor();
  await page.locator('.rd-filters button', { hasText: '与计算不同' }).click();
  await page.locator('.rd-list-row', { hasText: '第 44 行' }).waitFor();
  await save(page, 'import-findings');
  await page.getByRole('link', { name: '第 44 行' }).click();
  await page.getByRole('heading', { name: /为什么是这一天/ }).waitFor();
  await save(page, 'import-why', false);
  await page.close();
}

/** Takes every screen in one size. */
export async function takeScreens(taker: ScreenTaker): Promise<void> {
  const page = await taker.context.newPage();
  await page.goto(`${taker.url}/sign-in`);
  await page.locator('.rw-demo').waitFor();
  await taker.save(page, 'sign-in', false);
  await page.close();
  await theHandler(taker);
  await theHead(taker);
  await theDepartment(taker);
  await noticesAndBackups(taker);
  await theAdministration(taker);
  await theImport(taker);
  await theSummons(taker);
  await theForms(taker);
  await theLawsuit(taker);
  await theCourtDays(taker);
}

/** Leaders in court: every part of the page, and a leader's own day. */
async function theCourtDays(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  let page = await as(taker, 'handler');
  for (const part of ['calendar', 'duties', 'rates', 'unrecorded', 'observed', 'major', 'feeds']) {
    await page.goto(`${url}/appearances${part === 'calendar' ? '' : `?part=${part}`}`);
    await page.locator('.rd-tabs-panel .rd-panel > :not(.rd-skeleton)').first().waitFor();
    await page.waitForLoadState('networkidle');
    await save(page, `court-${part}`);
  }
  await page.close();
  page = await as(taker, 'policeHead');
  await page.goto(`${url}/?desk=court`);
  await page.getByRole('heading', { level: 1, name: '我的出庭' }).waitFor();
  await page.waitForLoadState('networkidle');
  await save(page, 'court-own');
  await page.close();
}

/** The list of lawsuits, and a summons that follows a reconsideration, as it is typed. */
async function theSummons(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const page = await as(taker, 'handler');
  await page.goto(`${url}/lawsuits`);
  await page.locator('.rd-list-link').first().waitFor();
  await save(page, 'lawsuits');
  await page.goto(`${url}/lawsuits/new`);
  await page.getByText('为什么是这一天？').first().waitFor();
  await save(page, 'summons');
  await firstCase(page, url, 'closed=true&outcome=uphold');
  await page.goto(`${url}/lawsuits/new?reconsideration=${new URL(page.url()).pathname.split('/').at(-1)}`);
  await page.getByText(/^已按 /).waitFor();
  await page.getByLabel('已收到传票或者出庭通知书').check();
  await save(page, 'summons-filled');
  await page.close();
}

/** A form for the court, as the department fills it in from its lawsuit. */
async function theForms(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  const page = await as(taker, 'liaison');
  await page.goto(`${url}/lawsuits`);
  await page.locator('.rd-list-link').first().click();
  await page.getByRole('tab', { name: /文书/ }).click();
  await page.getByRole('button', { name: '授权委托书', exact: true }).click();
  await page.getByRole('dialog', { name: '授权委托书' }).getByRole('button', { name: '出具授权委托书' }).waitFor();
  await save(page, 'lawsuit-form', false);
  await page.close();
}

/** One lawsuit's page: the office sees every part, the department its duties first. */
async function theLawsuit(taker: ScreenTaker): Promise<void> {
  const { url, save } = taker;
  let page = await as(taker, 'handler');
  await page.goto(`${url}/lawsuits`);
  await page.locator('.rd-list-link').first().click();
  await page.locator('.rd-page-header-lead').waitFor();
  await save(page, 'lawsuit');
  for (const tab of ['answer', 'sessions', 'judgment', 'timeline', 'parties', 'documents', 'dispute']) {
    await page.goto(`${page.url().split('?')[0]}?tab=${tab}`);
    await page.locator('.rw-file-main .rd-panel').first().waitFor();
    await save(page, `lawsuit-${tab}`);
  }
  await page.close();
  page = await as(taker, 'liaison');
  await page.goto(`${url}/lawsuits`);
  await page.locator('.rd-list-link').first().click();
  await page.locator('.rd-page-header-lead').waitFor();
  await save(page, 'lawsuit-department');
  await page.close();
}
