/**
 * A form for the court in a real browser: the department opens 文书 of its lawsuit, the identity proof stands filled from
 * the file, what is missing is asked for, and the Word file lies in the case. On a wide screen and on a telephone.
 */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { axe, choose, fill, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication;
let liaison: Page;
let id: string;

const wide = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' };
const narrow = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' };
const police = 'organ-yunling-police';

/** A procedure called as the page calls it, with what somebody signed in may. */
async function call(page: Page, procedure: string, input: unknown): Promise<unknown> {
  const answer = await page.request.post(`${application.url}/api/trpc/${procedure}`, {
    data: input,
    headers: { origin: application.url },
  });
  const body = (await answer.json()) as { readonly result?: { readonly data: unknown }; readonly error?: unknown };
  if (body.result === undefined) throw new Error(JSON.stringify(body.error));
  return body.result.data;
}

beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ env: { REDRESS_TODAY: '2026-03-02' } });
  const handler = await signIn(await browser.newContext(wide), application.url, 'handler');
  id = randomUUID();
  await call(handler, 'lawsuits.register', {
    commandId: randomUUID(),
    id,
    input: {
      occurredOn: '2026-03-02',
      instance: { court: '云岭县人民法院', courtNumber: '（2026）云9923行初901号', docketedOn: '2026-02-26' },
      organs: [{ organId: police, role: 'original-organ' }],
      plaintiffs: [{ person: { name: '卢见山' } }],
      act: { name: '行政处罚决定', matter: 'penalty' },
      papers: [{ organId: police, papers: ['response-notice', 'complaint-copy', 'summons'] }],
      session: { on: '2026-03-24', time: '09:30', place: '第二审判庭' },
    },
  });
  liaison = await signIn(await browser.newContext(wide), application.url, 'liaison');
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

const openForm = async (page: Page, name: string) => {
  await page.goto(`${application.url}/lawsuits/${id}?tab=documents`);
  await page.getByRole('button', { name, exact: true }).click();
  const drawer = page.getByRole('dialog', { name });
  await drawer.getByRole('button', { name: `出具${name}` }).waitFor();
  return drawer;
};

describe('出庭负责人身份证明', () => {
  test('从案卷带出法院、案号和开庭，缺的项目逐一指出', async () => {
    const drawer = await openForm(liaison, '出庭负责人身份证明');
    expect(await drawer.getByLabel('案号').inputValue()).toBe('（2026）云9923行初901号');
    expect(await drawer.getByLabel('案件名称').inputValue()).toBe('卢见山诉云岭县公安局行政处罚决定一案');
    expect(await drawer.getByLabel('开庭地点').inputValue()).toBe('第二审判庭');
    await drawer.getByRole('button', { name: '出具出庭负责人身份证明' }).click();
    await drawer.getByText('有3处').or(drawer.getByText(/3 ?处/)).first().waitFor();
    expect(await drawer.locator('[aria-invalid="true"]').count()).toBe(3);
    expect(await axe(liaison, 'form to fill')).toEqual([]);
  });

  test('填好后成为 Word 文件存入本案，可以下载', async () => {
    const drawer = liaison.getByRole('dialog', { name: '出庭负责人身份证明' });
    await fill(drawer, '负责人姓名', '郁山岚');
    await fill(drawer, '负责人职务', '副局长');
    await choose(liaison, drawer, '负责人类别', '副职负责人');
    await drawer.getByRole('button', { name: '出具出庭负责人身份证明' }).click();
    await drawer.waitFor({ state: 'hidden' });
    const link = liaison
      .getByRole('link', { name: /出庭负责人身份证明-云岭县公安局/ })
      .or(liaison.getByRole('button', { name: /出庭负责人身份证明-云岭县公安局/ }));
    await link.first().waitFor();
    const view = (await call(liaison, 'lawsuits.view', { id })) as {
      readonly documents: readonly { readonly kind: string; readonly fileIds: readonly string[] }[];
    };
    const fileId = view.documents.find((d) => d.kind === 'identity-proof')?.fileIds[0];
    const download = await liaison.request.get(`${application.url}/api/files/${fileId}`);
    expect(download.status()).toBe(200);
    expect(download.headers()['content-type']).toContain('wordprocessingml');
    expect((await download.body()).subarray(0, 2).toString()).toBe('PK');
  });

  test('在手机上也能填，页面不横向滚动', async () => {
    const phone = await signIn(await browser.newContext(narrow), application.url, 'liaison');
    const drawer = await openForm(phone, '不能出庭情况说明');
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await drawer.getByRole('button', { name: '添加一人' }).click();
    await drawer.getByRole('textbox', { name: /^姓名/ }).waitFor();
    expect(await axe(phone, 'form on a telephone')).toEqual([]);
  });
});
