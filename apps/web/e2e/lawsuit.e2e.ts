/**
 * One lawsuit's page in a real browser, the whole way: the department signs for the papers, drafts the answer with its
 * evidence and has it signed off; a leader is planned; the session is held and adjourned and the leader's proof rejected,
 * so that the appearance does not count; at a second session it does, and the duty is discharged; judgment, service,
 * appeal, the second instance without a session, its judgment, service and effect; what it orders is performed; and the
 * whole dispute on one line of time.
 */
import { randomBytes } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { axe, choose, day, drawer, fill, openStep, save, settled, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication | null = null;
let dataDir: string;

const id = randomBytes(16).toString('hex');
const newCommand = () => randomBytes(16).toString('hex');
const police = 'organ-yunling-police';
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

beforeAll(async () => {
  browser = await launchBrowser();
  dataDir = newDataDir();
  // The demonstration is made at the first start: no test's time goes into it.
  await on('2026-03-02');
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

/** Does something as somebody, on the lawsuit's page; nothing may fail on the page or load from outside. */
async function as(who: Person, act: (page: Page) => Promise<void>, tab = '', viewport = wide): Promise<void> {
  if (application === null) throw new Error('the application is not running');
  const { url } = application;
  const wrong: string[] = [];
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) wrong.push(`outside: ${request.url()}`);
  });
  context.on('weberror', (error) => wrong.push(`error: ${error.error().message}`));
  const page = await signIn(context, url, who);
  try {
    if (tab !== 'start') {
      await page.goto(`${url}/lawsuits/${id}${tab === '' ? '' : `?tab=${tab}`}`);
      await page.locator('.rd-page-header-actions').waitFor();
    }
    await act(page);
    expect(wrong).toEqual([]);
  } catch (error) {
    const text = await page.locator('body').innerText();
    throw new Error(`as ${who} at ${page.url()}:\n${text.slice(0, 3500)}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** The office types in what the court sent: its own page for that has tests of its own. */
async function register(page: Page): Promise<void> {
  const answer = await page.request.post(`${application?.url}/api/trpc/lawsuits.register`, {
    data: {
      commandId: newCommand(),
      id,
      input: {
        occurredOn: '2026-03-02',
        instance: { court: '云岭县人民法院', courtNumber: '（2026）云9902行初61号', docketedOn: '2026-02-26' },
        organs: [{ organId: police, role: 'original-organ' }],
        plaintiffs: [{ person: { name: '蔚行舟' } }],
        act: { name: '行政处罚决定', number: '云公罚字〔2025〕88号', madeOn: '2025-12-20', matter: 'penalty' },
        claims: '请求撤销行政处罚决定。',
        papers: [{ organId: police, papers: ['response-notice', 'complaint-copy', 'summons'] }],
        session: {
          on: '2026-03-24',
          time: '09:30',
          place: '第二审判庭',
          notices: [{ organId: police, leader: 'shall', servedOn: '2026-03-02' }],
        },
      },
    },
    headers: { origin: application?.url ?? '' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const duties = (page: Page): Locator => page.locator('.rd-panel').filter({ hasText: '本部门要办的事' });
const opened = async (page: Page): Promise<Locator> => settled(drawer(page));
/** The n-th session, counted from the first. */
const session = (page: Page, n: number): Locator =>
  page.locator('.rd-panel').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(`第 ${n} 次`) }) });
const duty = (page: Page): Locator => page.getByRole('row').filter({ hasText: '云岭县公安局' });
const instance = (page: Page, name: string | RegExp): Locator =>
  page.locator('section.rw-instance').filter({ has: page.getByRole('heading', { level: 2, name }) });

describe('一件行政应诉案件', () => {
  test('承办部门签收、起草答辩状并送审，负责人审签', async () => {
    await as('handler', register, 'start');

    await as('liaison', async (page) => {
      await duties(page).getByText('不办的后果').first().waitFor();
      expect(await duties(page).innerText()).toContain('2026年3月17日');
      expect(await axe(page, 'overview of the department')).toEqual([]);

      await duties(page).getByRole('button', { name: '签收', exact: true }).click();
      let form = await opened(page);
      expect(await form.getByLabel('签收人').inputValue()).toBe('陶一苇');
      await save(form);

      await duties(page).getByRole('button', { name: '提交答辩状和证据' }).click();
      form = await opened(page);
      await fill(form, '答辩意见', '处罚认定事实清楚，适用法律正确，程序合法。');
      await form.getByRole('button', { name: '加一份证据' }).click();
      await fill(form, '证据名称', '现场检查笔录');
      await fill(form, '页数', '3');
      await fill(form, '证明对象', '违法事实');
      expect(await axe(page, 'answer')).toEqual([]);
      await form.getByText('送审').first().waitFor();
      await save(form);
      await duties(page).getByText('答辩状正在审签').waitFor();
    });

    // Its head reads it on a telephone and signs it off.
    await as(
      'policeHead',
      async (page) => {
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await page.getByText('处罚认定事实清楚').first().waitFor();
        await page.getByText('现场检查笔录').first().waitFor();
        expect(await axe(page, 'sign-off on a telephone')).toEqual([]);
        await page.getByRole('tabpanel').getByRole('button', { name: '审签，当日提交' }).click();
        await save(await opened(page));
      },
      'approvals',
      phone,
    );

    await as(
      'handler',
      async (page) => {
        await page.getByText('现场检查笔录').first().waitFor();
        await page.getByText('2026年3月2日').first().waitFor();
        expect(await axe(page, 'answers')).toEqual([]);
      },
      'answer',
    );
  });

  test('安排负责人，开庭后休庭，身份证明被退，视为未出庭', async () => {
    await as(
      'liaison',
      async (page) => {
        await page.getByRole('button', { name: '安排负责人', exact: true }).click();
        let form = await opened(page);
        await choose(page, form, '从机关负责人中选', '骆临风');
        await save(form);
        await page.getByText('骆临风').first().waitFor();
        await page.getByRole('button', { name: '提交身份证明', exact: true }).click();
        form = await opened(page);
        await save(form);
      },
      'sessions',
    );

    await on('2026-03-24');
    await as(
      'handler',
      async (page) => {
        await page.getByText('应登记开庭情况').first().waitFor();
        await page.getByRole('button', { name: '登记开庭情况', exact: true }).first().click();
        let form = await opened(page);
        await form.getByLabel('休庭，另行开庭').check();
        await save(form);
        await page.getByText('休庭，择日继续').waitFor();

        await page.getByRole('button', { name: '身份证明审查', exact: true }).click();
        form = await opened(page);
        await choose(page, form, '审查结果', '不符合条件');
        await save(form);

        await page.getByRole('button', { name: '登记出庭情况', exact: true }).click();
        form = await opened(page);
        await save(form);
        await page.getByText('不计入出庭').waitFor();
        await page.getByText('负责人出庭规定第六条').first().waitFor();
        expect(await axe(page, 'sessions')).toEqual([]);
      },
      'sessions',
    );
  });

  test('更正一条记录时先看到期限怎样变化', async () => {
    await as(
      'handler',
      async (page) => {
        const line = page.locator('.rd-timeline > li').filter({ hasText: '收到法院文书' }).last();
        await line.getByRole('button', { name: /更正/ }).click();
        const form = await opened(page);
        await day(form, '日期', '2026-03-01');
        await fill(form, '更正理由', '送达回证上的日期是三月一日');
        await form.getByText('提交答辩状').first().waitFor();
        expect(await axe(page, 'correction')).toEqual([]);
        await page.keyboard.press('Escape');
      },
      'timeline',
    );
  });

  test('从案卷顶端可以办的事与页面上的按钮一致', async () => {
    await as('handler', async (page) => {
      const form = await openStep(page, /登记法院来文/);
      await form.getByLabel('凭证').waitFor();
    });
  });

  test('再次开庭：身份证明符合条件，负责人出庭，出庭义务履行完毕', async () => {
    await as(
      'handler',
      async (page) => {
        await page.getByRole('button', { name: '登记开庭', exact: true }).first().click();
        const form = await opened(page);
        await day(form, '开庭日期', '2026-04-09');
        await fill(form, '开庭地点', '第二审判庭');
        await choose(page, form, '云岭县公安局：法院通知', '应当出庭');
        await day(form, '云岭县公安局：传票送达日', '2026-03-24');
        await save(form);
        await session(page, 2).getByText('已定').waitFor();
      },
      'sessions',
    );
    await as(
      'liaison',
      async (page) => {
        const second = session(page, 2);
        await second.getByRole('button', { name: '安排负责人', exact: true }).click();
        const form = await opened(page);
        await choose(page, form, '从机关负责人中选', '骆临风');
        await save(form);
        await second.getByRole('button', { name: '提交身份证明', exact: true }).click();
        await save(await opened(page));
        await second.getByText('骆临风').first().waitFor();
      },
      'sessions',
    );

    await on('2026-04-09');
    await as(
      'handler',
      async (page) => {
        const second = session(page, 2);
        await second.getByText('应登记开庭情况').waitFor();
        await second.getByRole('button', { name: '登记开庭情况', exact: true }).click();
        await save(await opened(page));
        await second.getByRole('button', { name: '身份证明审查', exact: true }).click();
        const form = await opened(page);
        await choose(page, form, '审查结果', '符合条件');
        await save(form);
        await second.getByRole('button', { name: '登记出庭情况', exact: true }).click();
        await save(await opened(page));

        // The first one still does not count, and that no longer matters: the duty is discharged once for the number.
        await second.getByText('计入出庭', { exact: true }).waitFor();
        await session(page, 1).getByText('不计入出庭', { exact: true }).waitFor();
        await duty(page).getByText('已出庭').waitFor();
        expect(await duty(page).innerText()).toContain('2026年4月9日');
        expect(await axe(page, 'a duty discharged')).toEqual([]);
      },
      'sessions',
    );
  });

  test('判决、送达、上诉', async () => {
    await as(
      'handler',
      async (page) => {
        await page.getByRole('button', { name: '登记裁判', exact: true }).click();
        let form = await opened(page);
        await choose(page, form, '裁判结果', '判决撤销');
        await fill(form, '裁判主文', '撤销被诉行政处罚决定，责令六十日内重新作出处理。');
        // Whether a new act is ordered is asked: silence is no answer.
        const anew = form.getByRole('radiogroup', { name: '责令重新作出行政行为' });
        expect(await anew.getByRole('radio', { checked: true }).count()).toBe(0);
        await form.locator('button[type=submit]').click();
        await form
          .getByRole('group', { name: /^责令重新作出行政行为/ })
          .locator('.rd-field-error')
          .waitFor();
        await anew.getByRole('radio', { name: '是' }).check();
        await fill(form, '重新作出的期限', '60');
        expect(await axe(page, 'judgment')).toEqual([]);
        await save(form);
        await instance(page, /行初61号/)
          .getByText('判决撤销')
          .first()
          .waitFor();

        await page.getByRole('button', { name: '登记收到裁判', exact: true }).click();
        form = await opened(page);
        await choose(page, form, '收到', '云岭县公安局');
        await choose(page, form, '收到', '蔚行舟');
        await save(form);
        await instance(page, /行初61号/)
          .getByText('2026年4月24日')
          .first()
          .waitFor();

        // The head offers it, too, while the limit of the organ that lost is running.
        await page.getByRole('tabpanel').getByRole('button', { name: '登记上诉', exact: true }).click();
        form = await opened(page);
        await choose(page, form, '上诉或者申请的机关', '云岭县公安局');
        await save(form);
        await page.getByText('2026年4月9日 云岭县公安局上诉').waitFor();
      },
      'judgment',
    );
  });

  test('二审不开庭审理，维持原判，送达后生效，各审级在一条时间线上', async () => {
    await on('2026-06-10');
    await as(
      'handler',
      async (page) => {
        await page.getByRole('button', { name: '登记审级', exact: true }).click();
        let form = await opened(page);
        await day(form, '得知之日', '2026-05-08');
        await fill(form, '法院', '澄陵市中级人民法院');
        await fill(form, '案号', '（2026）云99行终62号');
        await day(form, '立案日期', '2026-05-06');
        await save(form);
        const second = instance(page, /二审.*行终62号/);
        await second.getByText('还没有裁判。').waitFor();

        await second.getByRole('button', { name: '登记裁判', exact: true }).click();
        form = await opened(page);
        await choose(page, form, '裁判结果', '维持原裁判');
        await fill(form, '裁判主文', '驳回上诉，维持原判。');
        await save(form);
        await second.getByText('尚未生效').waitFor();
        await second.getByRole('button', { name: '登记收到裁判', exact: true }).click();
        form = await opened(page);
        await choose(page, form, '收到', '云岭县公安局');
        await choose(page, form, '收到', '蔚行舟');
        await save(form);
        await second.getByText(/2026年6月10日（.*）生效/).waitFor();
        expect(await second.innerText()).toContain('不得上诉');
        // What the first judgment orders stands, and is to be done from now on.
        const anew = page.locator('.rd-person').filter({ hasText: '责令重新作出行政行为' });
        await anew.getByText('2026年8月10日前履行').waitFor();
        await anew.getByText('还有 61 天').waitFor();
        expect(await axe(page, 'judgments')).toEqual([]);
      },
      'judgment',
    );
    await as(
      'handler',
      async (page) => {
        await instance(page, /二审.*行终62号/)
          .getByText('还没有开庭安排。')
          .waitFor();
      },
      'sessions',
    );

    await as(
      'liaison',
      async (page) => {
        const line = page.locator('.rd-strands > li');
        await line.first().waitFor();
        expect(await line.count()).toBe(2);
        expect(await line.nth(1).innerText()).toContain('行终62号');
        expect(await axe(page, 'dispute')).toEqual([]);
      },
      'dispute',
    );
  });

  test('承办部门履行生效判决，页面显示已履行', async () => {
    await on('2026-07-15');
    await as(
      'liaison',
      async (page) => {
        const todo = duties(page).getByRole('listitem').filter({ hasText: '履行生效裁判' });
        expect(await todo.innerText()).toContain('责令重新作出行政行为');
        await todo.getByRole('button', { name: '登记履行情况', exact: true }).click();
        const form = await opened(page);
        await fill(form, '履行证明', '云公罚字〔2026〕31号行政处罚决定，已送达原告。');
        await save(form);
        await page
          .locator('.rd-person')
          .filter({ hasText: '责令重新作出行政行为' })
          .getByText('7月15日已履行')
          .waitFor();
        expect(await duties(page).getByText('履行生效裁判').count()).toBe(0);
        expect(await axe(page, 'performed')).toEqual([]);
      },
      'judgment',
    );
    await as('handler', async (page) => {
      await page.locator('.rd-page-header').getByText('已结案').waitFor();
    });
  });
});
