/**
 * A leader's post, in a real browser: the office gives somebody a post with its rank and what they are in charge of; from
 * that day on they can be arranged to appear in court, and have a calendar address of their own.
 */
import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { axe, choose, drawer, fill, settled, signIn } from './steps.ts';

const today = '2026-03-02';
const police = 'organ-yunling-police';
let browser: Browser;
let application: RunningApplication;
beforeAll(async () => {
  browser = await launchBrowser();
  application = await startApplication({ env: { REDRESS_TODAY: today } });
});
afterAll(async () => {
  await browser.close();
  await application.stop();
});

async function as(who: Person, act: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const page = await signIn(context, application.url, who);
  try {
    await act(page);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`as ${who} at ${page.url()}:\n${text.slice(0, 2000)}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Asks a procedure from the page, as its user. */
async function ask<T>(page: Page, path: string, input: unknown): Promise<T> {
  const text = await page.evaluate(
    async ([at, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/trpc/${at}`, { method: 'POST', headers, body: body ?? '' });
      return answer.text();
    },
    [path, JSON.stringify(input)] as const,
  );
  const { result } = JSON.parse(text) as { result?: { data: T } };
  if (result === undefined) throw new Error(`${path}: ${text}`);
  return result.data;
}
interface Choice {
  readonly leader: { readonly name: string; readonly rank: string; readonly accountId: string | null };
  readonly charge: string;
  readonly problems: readonly unknown[];
}
const leaders = (page: Page) =>
  ask<readonly Choice[]>(page, 'appearances.leaders', { organId: police, on: '2026-04-01' });
const named = (choices: readonly Choice[]) => choices.map((c) => c.leader.name);

/** The officer who becomes a leader of their bureau. */
const officer = '陶一苇';

test('a post that makes somebody a leader of the organ', { timeout: 120_000 }, async () => {
  await as('liaison', async (page) => expect(named(await leaders(page))).not.toContain(officer));
  await as('systemAdmin', async (page) => {
    await page.goto(`${application.url}/office/posts`);
    await page.getByRole('button', { name: '设定岗位' }).click();
    const form = await settled(drawer(page));
    // What somebody is in charge of is asked of leaders only.
    expect(await form.getByRole('textbox', { name: '分管工作' }).count()).toBe(0);
    await choose(page, form, '人员', officer);
    await choose(page, form, '机关', '云岭县公安局');
    await choose(page, form, '岗位', '其他负责人');
    await fill(form, '职务名称', '县公安局党委委员');
    await choose(page, form, '负责人职级', '参与分管的副职级别负责人');
    await fill(form, '分管工作', '治安管理');
    expect(await axe(page, 'a leader’s post')).toEqual([]);
    await form.locator('button[type=submit]').click();
    await form.waitFor({ state: 'detached' });
    await page.goto(`${application.url}/office/posts?role=leader`);
    await page.getByText('参与分管的副职级别负责人 · 治安管理').first().waitFor();
  });

  let feed = '';
  await as('liaison', async (page) => {
    const choice = (await leaders(page)).find((c) => c.leader.name === officer);
    expect(choice).toMatchObject({
      leader: { rank: 'deputy-level-in-charge' },
      charge: '治安管理',
      problems: [],
    });
    const made = await ask<{ path: string }>(page, 'feeds.create', {
      id: randomBytes(16).toString('hex'),
      organId: police,
      accountId: choice?.leader.accountId,
    });
    feed = made.path;
    const answer = await page.request.get(`${application.url}${feed}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await answer.text()).toContain('BEGIN:VCALENDAR');
  });
  // On a telephone the post is a card that says the same.
  await as(
    'systemAdmin',
    async (page) => {
      await page.goto(`${application.url}/office/posts?role=leader`);
      await page.getByText('参与分管的副职级别负责人 · 治安管理').first().waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
    390,
  );
});
