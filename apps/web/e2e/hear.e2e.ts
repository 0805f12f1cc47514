/**
 * Opinions, a hearing whose notice comes late, the committee and a decision that deviates from it; and the departments'
 * side: signing for papers, a reply with its evidence, a report of performance, an opinion letter answered by an organ
 * that has no other part in the case. In a real browser, each part on a day of its own.
 */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, type RunningApplication, startApplication } from '../../../scripts/application.mjs';
import { launchBrowser } from '../../../scripts/chromium.mjs';
import type { Person } from './people.ts';
import { axe, choose, day, drawer, fill, openStep, save, settled, signIn } from './steps.ts';

let browser: Browser;
let application: RunningApplication | null = null;
let dataDir: string;
let caseAddress = '';

beforeAll(async () => {
  browser = await launchBrowser();
  dataDir = newDataDir();
});
afterAll(async () => {
  await browser.close();
  await application?.stop();
});

async function on(today: string): Promise<void> {
  await application?.stop();
  application = await startApplication({ dataDir, env: { REDRESS_TODAY: today } });
}

/** Does something as somebody, from the case where there is one. */
async function as(who: Person, act: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  if (application === null) throw new Error('the application is not running');
  const { url } = application;
  const wrong: string[] = [];
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, locale: 'zh-CN' });
  context.on('weberror', (error) => wrong.push(`error: ${error.error().message}`));
  const page = await signIn(context, url, who);
  try {
    if (caseAddress !== '') {
      await page.goto(`${url}${caseAddress}`);
      await page.locator('.rd-page-header').waitFor();
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

/** A procedure called as the page would call it: for what other tests already do by hand. */
async function call<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([path, body]) => {
      const response = await fetch(`/api/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await response.json()) as { result?: { data: unknown }; error?: unknown };
    },
    [procedure, input] as const,
  );
  if (answer.result === undefined) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
  return answer.result.data as T;
}
interface Seen {
  readonly id: string;
  readonly version: number;
}
const take = (page: Page, { id, version }: Seen, type: string, input: object): Promise<Seen> =>
  call(page, 'cases.execute', { commandId: crypto.randomUUID(), id, expectedVersion: version, step: { type, input } });

const pictures = process.env.REDRESS_PICTURES;
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

const panel = (page: Page, title: string) =>
  page.locator('.rd-panel').filter({ has: page.getByRole('heading', { name: title }) });
const asks = (page: Page) => panel(page, '本单位应办事项');
const ask = (page: Page, name: string) => asks(page).locator('.rw-ask').filter({ hasText: name });
const openDrawer = (page: Page) => settled(drawer(page));
const proceedings = async (page: Page) => {
  await page.getByRole('tab', { name: '审理' }).click();
  await panel(page, '停止计算的期间').waitFor();
};
const police = 'organ-yunling-police';
const applicant = '黎向晨';

describe('听取意见、听证、委员会与部门一侧', () => {
  test('部门签收申请书副本，起算答复期限', async () => {
    await on('2026-03-02');
    await as('handler', async (page) => {
      const id = crypto.randomUUID();
      await call(page, 'cases.register', {
        commandId: crypto.randomUUID(),
        id,
        input: {
          channel: 'counter',
          filedOn: '2026-03-02',
          receivedOn: '2026-03-02',
          reviewingOrganId: 'organ-yunling-government',
          respondents: [police],
          applicants: [{ key: 'a', person: { name: applicant, idNumber: '99990019860401001X' } }],
          act: {
            name: '行政处罚决定',
            madeOn: '2026-02-10',
            matter: 'penalty',
            knownHow: 'direct-service',
            knownOn: '2026-02-11',
          },
          requests: '撤销该处罚决定。',
          grounds: '认定事实不清。',
        },
      });
      const accepted = await take(page, { id, version: 3 }, 'accept', {});
      await take(page, accepted, 'issue-copy', {
        document: {
          sendings: [{ addressee: { is: 'organ', organId: police }, method: 'exchange', sentOn: '2026-03-02' }],
        },
      });
      caseAddress = `/cases/${id}`;
    });

    await on('2026-03-04');
    await as(
      'liaison',
      async (page) => {
        await ask(page, '签收文书').getByText('待办').waitFor();
        await ask(page, '提出书面答复').getByText('签收后才能计算期限').waitFor();
        await ask(page, '提出书面答复')
          .getByText(/视为.*没有证据/)
          .waitFor();
        await picture(page, 'asks-phone');
        expect(await axe(page, 'asks on a phone')).toEqual([]);
        await ask(page, '签收文书').getByRole('button', { name: '签收' }).click();
        const form = await openDrawer(page);
        expect(await form.getByLabel('签收人').inputValue()).toBe('陶一苇');
        await form.locator('.rd-impact').getByText('2026年3月18日').first().waitFor();
        await save(form);
        // Ten working days from 4 March.
        await ask(page, '提出书面答复').getByText('2026年3月18日').waitFor();
        expect(await ask(page, '签收文书').count()).toBe(0);
      },
      390,
    );
  });

  test('部门起草答复，草稿保留，附证据目录和依据后提交', async () => {
    await on('2026-03-09');
    await as('liaison', async (page) => {
      await ask(page, '提出书面答复').getByRole('button', { name: '提交书面答复' }).click();
      let form = await openDrawer(page);
      await fill(form, '意见', '认定事实清楚，请求维持。');
      await page.waitForResponse((r) => r.url().includes('drafts.put') && r.ok());
      await form.getByRole('button', { name: '取消' }).click();
      await form.waitFor({ state: 'detached' });

      await ask(page, '提出书面答复').getByRole('button', { name: '提交书面答复' }).click();
      form = await openDrawer(page);
      await form.getByText('已恢复上次没有提交的草稿').waitFor();
      expect(await form.getByLabel('意见').first().inputValue()).toBe('认定事实清楚，请求维持。');
      const lists = form.locator('fieldset.rw-rows');
      const evidence = lists.filter({ has: page.locator('legend', { hasText: /^证据$/ }) });
      await evidence.getByRole('button', { name: '添加一项' }).click();
      await fill(evidence, '证据编号', '1');
      await fill(evidence, '证据名称', '询问笔录');
      await fill(evidence, '页数', '6');
      await fill(evidence, '证据来源', '治安大队制作');
      await fill(evidence, '证明目的', '证明违法事实');
      const bases = lists.filter({ has: page.locator('legend', { hasText: '法律依据' }) });
      await bases.getByRole('button', { name: '添加一项' }).click();
      await fill(bases, '名称', '治安管理处罚法');
      await fill(bases, '条、款、项', '第二十三条');
      await fill(form, '签字的负责人', '骆临风');
      expect(await axe(page, 'reply')).toEqual([]);
      await picture(page, 'reply');
      await save(form);
      await ask(page, '提出书面答复').getByText('已办').waitFor();
      // What the office keeps to itself is not there.
      await page.getByRole('tab', { name: '审理' }).click();
      await panel(page, '听证').first().waitFor();
      const text = await page.locator('main').innerText();
      for (const secret of ['听取意见', '行政复议委员会', '还缺什么']) expect(text).not.toContain(secret);
    });
  });

  test('听取意见，组织听证：通知来不及时先说明，改到来得及的日期', async () => {
    await as('handler', async (page) => {
      await proceedings(page);
      await panel(page, '还缺什么').getByText(`尚未听取${applicant}的意见`).waitFor();
      await picture(page, 'proceedings-missing');
      await panel(page, '听取意见')
        .getByRole('button', { name: `听取${applicant}的意见` })
        .click();
      let form = await openDrawer(page);
      await choose(page, form, '听取方式', '电话');
      await fill(form, '听取人', '沈知微');
      await fill(form, '概要', '坚持原请求，愿意调解。');
      await form.getByText('愿意', { exact: true }).click();
      await save(form);
      await panel(page, '听取意见').getByText('愿意调解').first().waitFor();
      expect(await panel(page, '还缺什么').getByText(`尚未听取${applicant}的意见`).count()).toBe(0);

      await panel(page, '听证').getByRole('button', { name: '组织听证' }).click();
      form = await openDrawer(page);
      await day(form, '举行日期', '2026-03-13');
      await form.getByText(/已来不及：最晚应当于 2026年3月6日/).waitFor();
      await day(form, '举行日期', '2026-03-23');
      await form.getByText(/通知最晚应当于 2026年3月16日（周一） 送达/).waitFor();
      await fill(form, '时间', '09:30');
      await fill(form, '地点', '第一听证室');
      await fill(form, '拟任主持人', '顾明川');
      const rows = form.locator('.rw-document fieldset.rw-row');
      for (let i = 0; i < (await rows.count()); i += 1) await day(rows.nth(i), '发出日', '2026-03-09');
      await day(rows.first(), '送达日', '2026-03-09');
      await form.getByText(`${applicant}：2026年3月9日送达，及时`).waitFor();
      await form.getByText('云岭县公安局：尚未记载送达').waitFor();
      await picture(page, 'schedule-hearing');
      expect(await axe(page, 'hearing form')).toEqual([]);
      await save(form);
      await panel(page, '听证').getByText('待举行').waitFor();
      await panel(page, '还缺什么').getByText('听证通知送达云岭县公安局尚无记载').waitFor();
    });

    await on('2026-03-17');
    await as('liaison', async (page) => {
      await ask(page, '负责人参加听证').getByText('应当说明理由并委托').waitFor();
      await ask(page, '签收文书').getByRole('button', { name: '签收' }).click();
      await save(await openDrawer(page));
    });

    await on('2026-03-24');
    await as('handler', async (page) => {
      await proceedings(page);
      await panel(page, '听证').getByText('晚了').waitFor();
      await panel(page, '听证').getByRole('button', { name: '登记听证情况' }).click();
      const form = await openDrawer(page);
      await form.getByText('云岭县公安局：2026年3月17日送达，晚于最晚日期').waitFor();
      await day(form, '举行日期', '2026-03-23');
      await fill(form, '主持人', '顾明川');
      await fill(form, '听证员', '沈知微');
      await fill(form, '记录员', '陆怀谷');
      await form.getByText('听证员应当为两名以上，现有 1 名').waitFor();
      await fill(form, '听证员', '沈知微\n周若渠');
      await form.getByText(/主持人 1 名、听证员 2 名、记录员 1 名/).waitFor();
      await form.getByText('负责人未出席').click();
      const leader = form.locator('fieldset.rw-rows').filter({ has: page.locator('legend', { hasText: '负责人' }) });
      await fill(leader, '理由', '在外地参加会议');
      await fill(leader, '受委托参加的工作人员', '陶一苇');
      await fill(form, '听证笔录', '双方陈述，质证。');
      // The notice came late: recorded with its reason.
      await form
        .getByText(/听证应当于举行的五日前通知/)
        .first()
        .waitFor();
      await fill(form, '记录理由', '被申请人到会并同意如期举行');
      await picture(page, 'hold-hearing');
      await save(form);
      await panel(page, '听证').getByText('已举行').waitFor();
      await panel(page, '听证').getByText('未参加：在外地参加会议；委托陶一苇参加').waitFor();
    });
  });

  test('提请委员会，登记意见；决定不采纳的，写明理由', async () => {
    await as('handler', async (page) => {
      await proceedings(page);
      await panel(page, '行政复议委员会').getByRole('button', { name: '提请委员会' }).click();
      let form = await openDrawer(page);
      await choose(page, form, '类别', '专业性、技术性较强');
      await fill(form, '提请咨询的问题', '伤情鉴定是否成立');
      await save(form);
      await panel(page, '行政复议委员会').getByRole('button', { name: '登记咨询意见' }).click();
      form = await openDrawer(page);
      await fill(form, '咨询意见', '建议维持。');
      await day(form, '会议日期', '2026-03-24');
      await form.getByRole('button', { name: '添加一项' }).click();
      await fill(form, '委员姓名', '许教授');
      await fill(form, '所在单位', '某政法大学');
      await form.getByText('外部委员').click();
      await fill(form, '个人意见', '鉴定程序有瑕疵。');
      await save(form);
      await panel(page, '行政复议委员会').getByText('许教授').waitFor();
      await picture(page, 'proceedings');
      expect(await axe(page, 'proceedings')).toEqual([]);
    });

    await as('organHead', async (page) => {
      const form = await openStep(page, /作出行政复议决定/);
      await form.getByText('建议维持。').waitFor();
      await choose(page, form, '决定类型', '撤销');
      await fill(form, '决定主文', '撤销该处罚决定，责令被申请人重新作出。');
      await fill(form, '重新作出的期限', '30');
      await choose(page, form, '是否采纳委员会咨询意见', '未采纳');
      const rows = form.locator('.rw-document fieldset.rw-row');
      for (let i = 0; i < (await rows.count()); i += 1) {
        await day(rows.nth(i), '发出日', '2026-03-24');
        await day(rows.nth(i), '送达日', '2026-03-24');
        await fill(rows.nth(i), '送达凭证', '当面签收');
      }
      await form.locator('button[type=submit]').click();
      // Without its reason a deviation is not recorded.
      await form.getByText('不能为空').first().waitFor();
      await fill(form, '未采纳的理由', '鉴定机构不具备资质，处罚的主要证据不足。');
      await picture(page, 'decide');
      await save(form);
      await page.locator('.rd-page-header').getByText('撤销').first().waitFor();
      await proceedings(page);
      await panel(page, '行政复议委员会')
        .getByText(/决定未采纳咨询意见/)
        .waitFor();
      await page.getByRole('link', { name: '全部提请委员会的案件' }).click();
      await page.getByRole('heading', { name: '提请行政复议委员会的案件' }).waitFor();
      await page.getByText('未采纳').first().waitFor();
      await picture(page, 'committee');
      expect(await axe(page, 'committee')).toEqual([]);
    });
  });

  test('部门报送履行情况，退回补充，再报，核实', async () => {
    await on('2026-04-07');
    const report = async (page: Page, text: string) => {
      await ask(page, '履行决定').getByRole('button', { name: '报送履行情况' }).click();
      const form = await openDrawer(page);
      await fill(form, '履行情况', text);
      await save(form);
      await ask(page, '履行决定').getByText('已报送，待复议机构核实').waitFor();
    };
    await as('liaison', (page) => report(page, '已重新作出处罚决定。'));
    await as('handler', async (page) => {
      await page.locator('.rd-page-header').getByText('核实被申请人报送的履行情况').waitFor();
      await proceedings(page);
      await panel(page, '部门应办事项').getByRole('button', { name: '退回补充' }).click();
      const form = await openDrawer(page);
      await fill(form, '需要补充说明的事项', '请附新的处罚决定书。');
      await save(form);
    });
    await as('liaison', async (page) => {
      await ask(page, '履行决定').getByText('请附新的处罚决定书').waitFor();
      await report(page, '补报：附新的处罚决定书。');
    });
    await as('handler', async (page) => {
      await proceedings(page);
      await panel(page, '部门应办事项').getByRole('button', { name: '核实并登记履行' }).click();
      const form = await openDrawer(page);
      await fill(form, '凭证', '新的处罚决定书');
      await save(form);
      await panel(page, '部门应办事项').locator('.rw-ask').filter({ hasText: '履行决定' }).getByText('已办').waitFor();
    });
  });

  test('意见书发给其他机关：只看得到意见书，签收后报送办理情况', async () => {
    await as('handler', async (page) => {
      const form = await openStep(page, /行政复议意见书/);
      // A long list is searched, not scrolled.
      await form.getByRole('combobox', { name: '发往机关' }).first().fill('云岭县市场');
      await choose(page, form, '发往机关', '云岭县市场监督管理局');
      await fill(form, '事项', '规范执法文书送达');
      const rows = form.locator('.rw-document fieldset.rw-row');
      expect(await rows.count()).toBe(1);
      await day(rows.first(), '发出日', '2026-04-07');
      await save(form);
    });
    const ofCase = caseAddress;
    caseAddress = '';
    await as('marketLiaison', async (page) => {
      await page.getByRole('link', { name: '行政复议意见书' }).first().click();
      await page.getByRole('heading', { name: '行政复议意见书' }).waitFor();
      await page.getByText('规范执法文书送达').first().waitFor();
      await picture(page, 'letters');
      expect(await axe(page, 'letters')).toEqual([]);
      await page.goto(`${application?.url}${ofCase}`);
      await ask(page, '签收文书').getByRole('button', { name: '签收' }).click();
      await save(await openDrawer(page));
      await ask(page, '办理行政复议意见书').getByText('2026年6月8日').waitFor();
      const text = await page.locator('main').innerText();
      for (const secret of [applicant, '行政处罚决定', '云岭县公安局', '撤销']) expect(text).not.toContain(secret);
      await picture(page, 'letter');
      expect(await axe(page, 'letter')).toEqual([]);
      await ask(page, '办理行政复议意见书').getByRole('button', { name: '报送办理情况' }).click();
      const form = await openDrawer(page);
      await fill(form, '纠正情况', '已完善送达制度并组织培训。');
      await choose(page, form, '采纳情况', '采纳');
      await save(form);
      await ask(page, '办理行政复议意见书').getByText('已办').waitFor();
    });
    caseAddress = ofCase;
    await as('handler', async (page) => {
      await page.getByText('已完善送达制度并组织培训').first().waitFor();
    });
  });
});
