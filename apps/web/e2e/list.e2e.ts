/**
 * Working with the list of cases in a real browser: columns of one's own, a filter under a name, many cases handed to
 * somebody at once with one that cannot be, and the same list in Excel.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { axe, choose, fill, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ env: { REDRESS_TODAY: '2026-03-02' } });
  context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  page = await signIn(context, application.url, 'sectionHead');
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

const open = async (query = '') => {
  await page.goto(`${application.url}/cases${query}`);
  await page.locator('.rd-list-link, .rd-empty').first().waitFor();
};
const heads = async () =>
  (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.replace(/ [↑↓]$/, '').trim());
/** Numbers in the order of the list; the list is scrolled to its end first. */
async function numbers(): Promise<string[]> {
  await page.getByText(/^共 \d+ 件$/).waitFor();
  return (await page.locator('.rd-list-link').allInnerTexts()).map((text) => text.trim().split('\n').at(-1) ?? '');
}

/** Reads a workbook with the library that the server writes it with. */
async function rowsOf(file: string): Promise<readonly (readonly unknown[])[]> {
  const require = createRequire(new URL('../../api/package.json', import.meta.url));
  const { readXlsx } = (await import(pathToFileURL(require.resolve('hucre/xlsx')).href)) as {
    readXlsx: (bytes: Uint8Array) => Promise<{ sheets: readonly { rows: readonly (readonly unknown[])[] }[] }>;
  };
  return (await readXlsx(new Uint8Array(await readFile(file)))).sheets[0]?.rows ?? [];
}

describe('案件清单', () => {
  test('自选的列换一台电脑也在', async () => {
    await open();
    await page.getByRole('button', { name: '列', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('checkbox', { name: '被申请人' }).check();
    await drawer.getByRole('checkbox', { name: '等谁' }).uncheck();
    expect(await axe(page, 'columns')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(heads).toContain('被申请人');
    const other = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const elsewhere = await signIn(other, application.url, 'sectionHead');
    await elsewhere.goto(`${application.url}/cases`);
    await elsewhere.getByRole('columnheader', { name: '被申请人' }).waitFor();
    expect(await elsewhere.getByRole('columnheader', { name: '等谁' }).count()).toBe(0);
    await other.close();
  });

  test('按列头排序，再按一次倒过来，地址里都有', async () => {
    await open('?stage=accepted');
    const before = await numbers();
    await page.getByRole('columnheader').getByRole('button', { name: '案号' }).click();
    await page.waitForURL(/sort=number/);
    await page.getByRole('columnheader').getByRole('button', { name: '案号' }).click();
    await page.waitForURL(/order=asc/);
    await expect
      .poll(async () => (await numbers()).map((text) => Number(/〔(\d{4})〕/.exec(text)?.[1])))
      .toEqual((await numbers()).map((text) => Number(/〔(\d{4})〕/.exec(text)?.[1])).toSorted((a, b) => a - b));
    expect((await numbers()).toSorted()).toEqual(before.toSorted());
    expect(await page.getByRole('columnheader', { name: '案号' }).getAttribute('aria-sort')).toBe('ascending');
  });

  test('筛选保存为一个名字，同事在同一机关也能看到', async () => {
    await open('?light=near&mine=true');
    await page.getByRole('button', { name: '保存这个筛选' }).click();
    const dialog = page.getByRole('dialog');
    await fill(dialog, '名称', '股里的临期');
    await dialog.getByRole('checkbox', { name: '本机关的同事也能看到' }).check();
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByRole('button', { name: '股里的临期', pressed: true }).waitFor();
    const other = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const colleague = await signIn(other, application.url, 'handler');
    await colleague.goto(`${application.url}/cases`);
    await colleague.getByRole('button', { name: /股里的临期/ }).click();
    await colleague.waitForURL(/light=near/);
    expect(new URL(colleague.url()).searchParams.get('mine')).toBe('true');
    expect(await axe(colleague, 'list on a phone')).toEqual([]);
    await other.close();
  });

  test('几件一起交办，一件不能办，说得出为什么', async () => {
    await open('?stage=accepted');
    const all = await numbers();
    const [first, second] = all.filter((number) => number.startsWith('云政复'));
    for (const number of [first, second])
      await page.getByRole('checkbox', { name: `选中 ${number}`, exact: true }).check();
    await page.getByText('已选 2 件').waitFor();
    await page.getByRole('button', { name: '交办…' }).click();
    const drawer = page.getByRole('dialog');
    await fill(drawer, '理由', '承办人休假，调整分工');
    await choose(page, drawer, '承办人', '陆怀谷');
    await drawer.getByText('可以办理 2 件').waitFor();
    expect(await axe(page, 'batch')).toEqual([]);

    // Between the preview and the button somebody else acts in one of the two.
    const other = await browser.newContext({ locale: 'zh-CN' });
    const colleague = await signIn(other, application.url, 'handler');
    const acted = await colleague.evaluate(async (number) => {
      const call = async (path: string, input: unknown) => {
        const answer = await fetch(`/api/trpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        return answer.json();
      };
      const list = await call('cases.list', { filter: { stage: 'accepted' }, limit: 200 });
      const row = list.result.data.rows.find((one: { number: string | null }) => one.number === number);
      const done = await call('cases.execute', {
        commandId: `elsewhere-${row.id}`,
        id: row.id,
        expectedVersion: row.version,
        step: { type: 'make-note', input: { text: '已电话联系申请人。' } },
      });
      return done.result !== undefined;
    }, second ?? '');
    expect(acted).toBe(true);
    await other.close();

    await drawer.getByRole('button', { name: '交办 2 件' }).click();
    await drawer.getByText('办完 1 件，未办 1 件。').waitFor();
    const refused = drawer.locator('li[data-state=refused]');
    expect(await refused.innerText()).toContain(second ?? '');
    await drawer.getByRole('button', { name: '再试未办的 1 件' }).click();
    await drawer.getByText('全部办完，共 2 件。').waitFor();
    await drawer.getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.goto(`${application.url}/cases?stage=accepted`);
    for (const number of [first, second]) {
      const row = page
        .getByRole('row')
        .filter({ hasText: number ?? '' })
        .first();
      await row.getByText('陆怀谷').waitFor();
    }
  });

  test('导出的表就是这份清单', async () => {
    await open('?stage=accepted&sort=received');
    const shown = await numbers();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('导出 Excel（当前筛选和列）').click(),
    ]);
    expect(download.suggestedFilename()).toBe('案件清单-2026-03-02.xlsx');
    const rows = await rowsOf(await download.path());
    const at = (rows[0] ?? []).indexOf('案号');
    const listed = rows.slice(1, 1 + shown.length).map((row) => row[at]);
    expect(listed).toEqual(shown);
    const below = rows
      .slice(1 + shown.length)
      .flat()
      .join('\n');
    expect(below).toContain(`件数：${shown.length}`);
    expect(below).toContain('状态：审理中');
    expect(below).toContain('导出人：顾明川');
  });
});
