/**
 * Every screen, in the width of a desk and of a hand: what a machine can find wrong for people who hear the page or
 * use the keyboard, and nothing may stick out sideways. One start of the application serves both widths.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import { type AxeFinding, axe, openStep, settled, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication;

beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ dataDir: newDataDir(), env: { REDRESS_TODAY: '2026-03-02' } });
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

const widths = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

describe.each(widths)('at $width pixels', ({ width, height }) => {
  const newContext = () =>
    browser.newContext({ viewport: { width, height }, locale: 'zh-CN', reducedMotion: 'reduce' });

  /** Signs in and looks at screen after screen; all findings are told together. */
  async function lookAs(
    who: Parameters<typeof signIn>[2],
    tour: (page: Page, look: (name: string) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const context = await newContext();
    const found: (AxeFinding | string)[] = [];
    let looked = 0;
    const page = await signIn(context, application.url, who);
    try {
      await tour(page, async (name) => {
        looked++;
        found.push(...(await axe(page, name)));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) found.push(`${name} is ${wide} pixels wide`);
      });
    } finally {
      await context.close();
    }
    expect(looked).toBeGreaterThan(0);
    expect(found).toEqual([]);
  }

  /** Opens the first case of the list at an address of the list. */
  async function firstCase(page: Page, query: string): Promise<string> {
    await page.goto(`${application.url}/cases?${query}`);
    await page.locator('.rd-list-link').first().click();
    await page.waitForURL(/\/cases\/[^?]/);
    await page.locator('.rw-file-main > *').first().waitFor();
    return page.url().split('?')[0] ?? '';
  }

  test('the sign-in', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(`${application.url}/sign-in`);
    await page.locator('.rw-demo').waitFor();
    expect(await axe(page, 'sign-in')).toEqual([]);
    await context.close();
  });

  test('the list, registration, the sign-ins, and addresses that lead nowhere', async () => {
    await lookAs('handler', async (page, look) => {
      const { url } = application;
      await page.locator('.rd-brief tbody tr').first().waitFor();
      await look('workbench');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('处罚');
      await page.locator('.rd-palette mark').first().waitFor();
      await look('palette');
      await page.keyboard.press('Escape');
      await page.goto(`${url}/cases`);
      await page.locator('.rd-list-link').first().waitFor();
      await look('list');
      await page.goto(`${url}/cases?q=${encodeURIComponent('无此人')}`);
      await page.locator('.rd-empty').waitFor();
      await look('empty list');
      await page.goto(`${url}/cases/new`);
      await page.getByRole('button', { name: '添加不可抗力或者其他正当理由' }).click();
      await page.getByRole('button', { name: '添加代理人' }).click();
      await look('registration');
      await page.goto(`${url}/sessions`);
      await page.locator('.rd-person').first().waitFor();
      await look('sign-ins');
      await page.goto(`${url}/cases/no-such-case`);
      await page.locator('.rd-empty').waitFor();
      await look('unknown case');
      await page.goto(`${url}/no-such-page`);
      await page.locator('.rd-empty').waitFor();
      await look('unknown page');
    });
  });

  test('a case, each of its tabs, a step, and a correction', async () => {
    await lookAs('handler', async (page, look) => {
      const address = await firstCase(page, 'light=ok&stage=accepted');
      await look('case');
      for (const tab of ['timeline', 'parties', 'documents', 'files', 'links', 'approvals']) {
        await page.goto(`${address}?tab=${tab}`);
        await page.locator('.rw-file-main > *').first().waitFor();
        await look(`case: ${tab}`);
      }
      await page.goto(address);
      await page.locator('.rd-page-header-lead').waitFor();
      const step = await openStep(page, /^中止/);
      await step.getByLabel(/^理由/).fill('须以相关民事案件的审理结果为依据。');
      await step.locator('.rd-impact').waitFor();
      await look('step');
      await page.goto(`${address}?correct=1`);
      await settled(page.getByRole('dialog').filter({ has: page.locator('form') }));
      await look('correction');
    });
  });

  test('the approvals', async () => {
    await lookAs('institutionHead', async (page, look) => {
      await page.goto(`${application.url}/approvals`);
      await page.locator('.rd-impact ul').or(page.getByText('延期通知寄给每一名申请人以后')).first().waitFor();
      await look('approvals');
    });
  });

  test('the department: its cases, one of them, and its reply', async () => {
    await lookAs('liaison', async (page, look) => {
      await page.locator('.rd-brief tbody tr').first().waitFor();
      await look('department’s workbench');
      await page.goto(`${application.url}/cases`);
      await page.locator('.rd-list-link').first().waitFor();
      await look('department’s list');
      await firstCase(page, 'waitingFor=respondent');
      await look('department’s case');
      await openStep(page, /书面答复/);
      await look('department’s reply');
    });
  });
});
