/**
 * The city above two counties in a real browser: its workbench tells what they have open, a figure opens its list, and
 * in a case of the county it orders resumption (行政复议法 40). Another county sees nothing of it.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { axe, fill, openStep, save, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication;
let city: Page;
let address = '';

const view = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' };

beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ env: { REDRESS_TODAY: '2026-03-02' } });
  city = await signIn(await browser.newContext(view), application.url, 'cityHandler');
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

describe('上级机关', () => {
  test('工作台列出下级机关在办的案件，数字点开就是那份清单', async () => {
    const below = city.getByRole('table', { name: '下级机关在办的复议案件' });
    const row = below.getByRole('row').filter({ hasText: '云岭县人民政府' });
    await row.waitFor();
    expect(await below.getByRole('row').filter({ hasText: '霁川县人民政府' }).count()).toBe(1);
    const stopped = row.getByRole('link', { name: /中止/ });
    const figure = Number(await stopped.innerText());
    expect(figure).toBeGreaterThan(0);
    expect(await axe(city, 'workbench of a superior')).toEqual([]);
    await stopped.click();
    await city.getByText(`共 ${figure} 件`).waitFor();
    expect(await city.locator('.rd-list-link').count()).toBe(figure);
  });

  test('下级机关在办的应诉案件也是这样', async () => {
    const page = await signIn(await browser.newContext(view), application.url, 'cityHandler');
    const below = page.getByRole('table', { name: '下级机关在办的应诉案件' });
    const row = below.getByRole('row').filter({ hasText: '云岭县人民政府' });
    const overdue = row.getByRole('link', { name: /超期/ });
    const figure = Number(await overdue.innerText());
    expect(figure).toBeGreaterThan(0);
    await overdue.click();
    await page.waitForURL(/\/lawsuits\?.*below=true/);
    await page
      .locator('.rd-list-link')
      .nth(figure - 1)
      .waitFor();
    expect(await page.locator('.rd-list-link').count()).toBe(figure);
    await page.context().close();
  });

  test('看得到下级的案件，除法律给它的以外什么也不能办', async () => {
    await city.locator('.rd-list-link').first().click();
    // The list, too, has a heading and actions: the case is there with its tabs.
    await city.getByRole('tab', { name: /经过/ }).waitFor();
    await city.getByRole('heading', { level: 1 }).waitFor();
    address = new URL(city.url()).pathname;
    await city.locator('.rd-page-header-actions').waitFor();
    expect(await city.getByRole('button', { name: /^恢复审理/ }).count()).toBe(0);
    expect(await axe(city, 'case of the organ below')).toEqual([]);
  });

  test('责令恢复审理，以本机关的名义记入', async () => {
    const form = await openStep(city, /责令恢复/);
    await fill(form, '机关', '澄陵市人民政府');
    await fill(form, '理由', '行政复议中止没有正当理由。');
    await save(form);
    await city.getByRole('tab', { name: /经过/ }).click();
    await city.getByText('澄陵市人民政府').first().waitFor();
  });

  test('另一个县打不开这件案件', async () => {
    const other = await signIn(await browser.newContext(view), application.url, 'otherHandler');
    await other.goto(`${application.url}${address}`);
    await other.getByText('没有这件案件').waitFor();
    await other.goto(application.url);
    await other.getByRole('heading', { level: 1 }).waitFor();
    expect(await other.getByText('下级机关在办').count()).toBe(0);
  });
});
