/**
 * People on a case in a real browser: two handlers are assigned, one of them is recused and finds every step refused, two
 * applicants get a case of their own, a case registered by mistake is voided, and what was to be done is ticked off.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { choose, day, drawer, fill, openStep, save, settled, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication;
/** The case of three applicants, and the one that was registered a second time. */
let groupCase = '';
let twice = '';

beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ dataDir: newDataDir(), env: { REDRESS_TODAY: '2026-03-02' } });
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

/** Does something as somebody; nothing may fail on the page. */
async function as(who: Person, at: string, act: (page: Page) => Promise<void>): Promise<void> {
  const wrong: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  context.on('weberror', (error) => wrong.push(`error: ${error.error().message}`));
  const page = await signIn(context, application.url, who);
  try {
    if (at !== '') {
      await page.goto(`${application.url}${at}`);
      await page.locator('.rd-page-header').waitFor();
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

/** What a machine finds wrong in the page's own part. */
async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('#main').analyze();
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id} ${n.target.join(' ')}`));
}
const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Registers an application over the page's own procedure, as its handler; the page's form has a test of its own. */
const registered = (names: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    as('handler', '', async (page) => {
      const answer = await page.evaluate(async (applicants) => {
        const call = async (path: string, input: unknown) => {
          const response = await fetch(`/api/trpc/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(input),
          });
          return (await response.json()) as { result?: { data: never }; error?: { data: unknown } };
        };
        const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(
          '',
        );
        const registering = await call('cases.register', {
          commandId: `command-${id}`,
          id,
          input: {
            channel: 'counter',
            filedOn: '2026-03-02',
            receivedOn: '2026-03-02',
            reviewingOrganId: 'organ-yunling-government',
            respondents: ['organ-yunling-police'],
            applicants: applicants.map((name, n) => ({ key: `a${n}`, person: { name } })),
            act: {
              name: '行政处罚决定',
              number: '云公（治）行罚决字〔2026〕77号',
              madeOn: '2026-02-10',
              matter: 'penalty',
              knownHow: 'direct-service',
              knownOn: '2026-02-11',
            },
            requests: '撤销该行政处罚决定。',
            grounds: '认定事实不清。',
          },
        });
        return { id, error: JSON.stringify(registering.error ?? null) };
      }, names);
      expect(answer.error).toBe('null');
      resolve(`/cases/${answer.id}`);
    }).catch(reject);
  });

describe('办案人员与当事人', () => {
  test('指定两名承办人，一名回避后各步骤都不可办理', async () => {
    groupCase = await registered(['李知白', '王若水', '赵听松']);
    await as('handler', groupCase, async (page) => {
      await page.getByRole('button', { name: '更换承办人' }).click();
      const form = await settled(drawer(page));
      await choose(page, form, '承办人', '陆怀谷');
      await save(form);
      await shown(page, '协办');
      const line = page.locator('.rw-handlers');
      expect(await line.innerText()).toMatch(/沈知微\s*主办[\s\S]*陆怀谷\s*协办/);

      await page.getByRole('button', { name: '记一条待办' }).click();
      await page.getByRole('textbox', { name: '要做什么' }).fill('向公安机关调取执法录像');
      await day(page, '到哪一天', '2026-03-01');
      await page.getByRole('button', { name: '记下' }).click();
      await shown(page, '已过期');
      expect(await axe(page)).toEqual([]);
      await page.getByRole('checkbox', { name: '办完：向公安机关调取执法录像' }).click();
      await shown(page, '已办结 1');
    });
    await as('sectionHead', groupCase, async (page) => {
      const form = await openStep(page, /登记回避/);
      await choose(page, form, '人员', '陆怀谷');
      await choose(page, form, '事由', '与本案有利害关系');
      await choose(page, form, '方式', '本人提出');
      await fill(form, '决定人', '周若渠');
      await save(form);
      await shown(page, '陆怀谷已回避');
      expect(await page.locator('.rw-handlers').innerText()).not.toContain('协办');
    });
    await as('secondHandler', groupCase, async (page) => {
      await page.locator('.rd-page-header-actions').getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem', { name: /现在不可以/ }).click();
      const refused = page.getByRole('menuitem', { name: /回避，不能办理本案/ });
      expect(await refused.count()).toBeGreaterThan(20);
      expect(await page.getByRole('button', { name: /^受理，/ }).count()).toBe(0);
    });
  });

  test('分案：两名申请人另立新案，两案互相可见', async () => {
    await as('handler', `${groupCase}?tab=links`, async (page) => {
      await page.getByRole('button', { name: '分案' }).click();
      const form = await settled(drawer(page));
      await choose(page, form, '分出的申请人', '王若水');
      await choose(page, form, '分出的申请人', '赵听松');
      await fill(form, '原因', '各自的违法事实不同');
      await save(form);
      await shown(page, '系列案本案');
      expect(await axe(page)).toEqual([]);
      await page.locator('.rw-file-main .rd-person').getByRole('link').first().click();
      await page.getByRole('heading', { level: 1, name: /王若水等不服/ }).waitFor();
      await page.getByRole('tab', { name: /当事人/ }).click();
      await shown(page, '赵听松');
    });
    await as('handler', `${groupCase}?tab=parties`, async (page) => {
      await page.getByRole('button', { name: '更新信息：李知白' }).waitFor();
      expect(await page.getByRole('button', { name: '更新信息：王若水' }).count()).toBe(0);
    });
  });

  test('登记有误的案件：承办人报批，科室负责人批准作废，不再计入', async () => {
    twice = await registered(['李知白']);
    await as('handler', twice, async (page) => {
      const form = await openStep(page, /^作废/);
      await fill(form, '原因', '与前一件重复登记');
      await fill(form, '拟办意见', '拟作废。');
      await form.getByRole('button', { name: /^报批/ }).click();
      await form.waitFor({ state: 'detached' });
    });
    await as('sectionHead', twice, async (page) => {
      const form = await openStep(page, /^批准/);
      await fill(form, '意见', '同意作废。');
      await save(form);
      await shown(page, '已作废');
      await page.locator('.rd-page-header-actions').getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem', { name: /现在不可以/ }).click();
      await shown(page, /本案已作废/);
    });
  });

  test('把一名同事的案件移交给另一名，逐件有结果', async () => {
    await as('sectionHead', '/cases/hand-over', async (page) => {
      const form = page.locator('form.rw-hand-over');
      await choose(page, form, '移交谁的案件', '沈知微');
      const rows = page.locator('.rw-handed li');
      await rows.first().waitFor();
      const all = await rows.count();
      await choose(page, form, '移交给', '陆怀谷');
      await fill(form, '原因', '调离本单位');
      expect(await axe(page)).toEqual([]);
      await form.getByRole('button', { name: `移交 ${all} 件` }).click();
      // One of them stays: the new handler is recused from it.
      await page.getByText(/已移交 \d+ 件，没有移交 [1-9]\d* 件/).waitFor({ timeout: 120_000 });
      const own = rows.filter({ has: page.locator(`a[href="${groupCase}"]`) });
      expect(await own.innerText()).toMatch(/没有移交[\s\S]*已在本案回避/);
      const moved = await rows.filter({ hasText: '已移交' }).count();
      const stayed = await rows.filter({ hasText: '没有移交' }).count();
      expect(moved).toBeGreaterThan(0);
      expect(moved + stayed).toBe(all);
    });
  });
});
