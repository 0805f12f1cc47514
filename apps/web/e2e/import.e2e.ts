/**
 * "Import last year's register and find its mistakes": the sample register of the documentation is uploaded, its columns
 * map themselves, the dry run shows what is wrong and where the register and the law differ, the sound rows become cases,
 * and the same file brings nothing a second time.
 */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { axe, signIn } from './steps.ts';

const sample = path.resolve(import.meta.dirname, '../../../docs/samples/earlier-register.xlsx');

let browser: Browser;
let application: RunningApplication;
let context: BrowserContext;
let page: Page;
const wrong: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ env: { REDRESS_TODAY: '2026-03-02' } });
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  context.on('weberror', (error) => wrong.push(error.error().message));
  page = await signIn(context, application.url, 'sectionHead');
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

async function uploadSample(): Promise<void> {
  await page.goto(`${application.url}/import`);
  await page.locator('input[type=file]').setInputFiles(sample);
  await page.getByRole('heading', { name: '每一列是什么' }).waitFor();
}

async function check(): Promise<void> {
  await page.getByRole('button', { name: '检查（不写入）' }).click();
  await page.getByRole('heading', { name: '逐行结果' }).waitFor();
}

/** How many rows a filter says it has. */
async function counted(filter: string): Promise<number> {
  const chip = page.locator('.rd-filters button', { hasText: filter }).first();
  await chip.waitFor();
  return Number(await chip.locator('.rd-filters-count').innerText());
}

async function show(filter: string): Promise<string[]> {
  const chip = page.locator('.rd-filters button', { hasText: filter }).first();
  await chip.click();
  await page.locator(`.rd-filters button[aria-pressed=true]`, { hasText: filter }).waitFor();
  await page.locator('.rd-list-row .rw-import-found').first().waitFor();
  return page.locator('.rd-list-body .rd-list-row').allInnerTexts();
}

/** What a machine finds wrong with the page itself; the frame around it has checks of its own. */
const faults = async (where: string) => (await axe(page, where)).filter(({ target }) => !target.includes('.rw-search'));

const has = (rows: readonly string[], ...parts: readonly string[]): boolean =>
  rows.some((row) => parts.every((part) => row.replaceAll('\n', ' ').includes(part)));

describe('an earlier register', () => {
  test('is reached from the list of cases', async () => {
    await page.goto(`${application.url}/cases`);
    await page.getByRole('link', { name: '导入原台账' }).click();
    await page.getByRole('heading', { name: '导入原台账' }).waitFor();
    expect(await faults('import')).toEqual([]);
  });

  test('proposes its columns and asks for the two words nobody knows', async () => {
    await uploadSample();
    expect(await page.getByText('表头下面有 121 行有内容').count()).toBeGreaterThan(0);
    const received = page.locator('.rw-import-column', { hasText: '收到日期' });
    expect(await received.innerText()).toContain('收到申请日期');
    await page.getByText('有 2 种字样不认识').waitFor();
    expect(await faults('mapping')).toEqual([]);
    // The list of meanings is longer than what is drawn of it: it is typed for.
    const meaning = page.getByRole('combobox', { name: '申请复议事项“信访类”的含义' });
    await meaning.click();
    await meaning.fill('其他');
    await meaning.press('Enter');
    await page.locator('.rw-import-word', { hasText: '信访类' }).getByTitle('其他', { exact: true }).waitFor();
  });

  test('shows its mistakes by row, column and value before anything is written', async () => {
    await check();
    await page.getByRole('button', { name: '导入 109 件' }).waitFor();
    expect(await counted('错误')).toBe(12);
    expect(await counted('与计算不同')).toBe(5);
    const errors = await show('错误');
    expect(has(errors, '第 10 行', 'C 列', '2023.2.30', '没有这一天')).toBe(true);
    expect(has(errors, '第 25 行', 'B 列', '与第 24 行是同一案件')).toBe(true);
    expect(has(errors, '第 34 行', 'F 列', '云岭县国土资源管理所')).toBe(true);
    expect(has(errors, '第 101 行', 'R 列', '早于中止日期')).toBe(true);
    expect(has(errors, '第 124 行', '合计')).toBe(true);
    expect(await faults('errors')).toEqual([]);
  });

  test('is set against the law, each difference with why it is that day', async () => {
    const differences = await show('与计算不同');
    expect(has(differences, '第 44 行', '台账记为 2023年7月3日', '依法计算为 2023年7月19日')).toBe(true);
    expect(has(differences, '第 61 行', '台账记为 未超期', '依法计算为 超期')).toBe(true);
    await page.getByRole('link', { name: '第 44 行' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('heading', { name: /为什么是这一天/ }).waitFor();
    const text = await drawer.innerText();
    expect(text).toContain('中止');
    expect(text).toContain('2023年7月19日');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  test('comes in case by case, and its cases are there', async () => {
    await page.getByRole('button', { name: '导入 109 件' }).click();
    await page.getByText('导入完成，本次导入 109 件').waitFor({ timeout: 60_000 });
    const done = await show('已导入');
    expect(done.length).toBeGreaterThan(0);
    await page.getByRole('link', { name: '打开案件' }).first().click();
    await page.locator('.rd-page-header', { hasText: '云政复〔2023〕201号' }).waitFor();
    await page.getByRole('tab', { name: /经过/ }).click();
    expect(await page.locator('#main').innerText()).toContain('发送申请书副本');
  });

  test('brings nothing twice', async () => {
    await uploadSample();
    await page.getByText('表头与以前导入过的台账相同').waitFor();
    await check();
    await page.getByText('没有可以导入的行').waitFor();
    expect(await counted('以前已导入')).toBe(109);
    expect(await page.getByRole('button', { name: /^导入 / }).count()).toBe(0);
  });

  test('fits on a phone, and fails nowhere', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    expect(await faults('on a phone')).toEqual([]);
    expect(wrong).toEqual([]);
  });
});
