import { theLiaison, theSectionHead } from '@redress/domain/testing/play';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { received, SmallOffice } from '../../testing/small-office.ts';

const address = '/cases/case-played';

/** Received on 5 January, accepted on the 8th, copied and served on the 12th. */
const accepted = () =>
  received()
    .do('accept', { occurredOn: '2026-01-08' }, '2026-01-08')
    .do('issue-copy', { occurredOn: '2026-01-12' }, '2026-01-12');

describe('the head of the file', () => {
  test('says the state, who waits for whom, how long yet, and the next act with its effect', async () => {
    renderApp(new SmallOffice('2026-01-07', undefined, received()), address);
    expect(await screen.findByRole('heading', { level: 1, name: '李某不服某县公安局行政处罚决定' })).toBeTruthy();
    expect(screen.getByText('已收到，待审查')).toBeTruthy();
    expect(screen.getByText(/等谁：行政复议机构/)).toBeTruthy();
    expect(screen.getAllByText('还有 3 个工作日').length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: '受理，并起算审理期限' })).toBeTruthy();
  });

  test('what may not be done now stands in the menu with its reason, and does nothing', async () => {
    const { history, user } = renderApp(new SmallOffice('2026-01-07', undefined, received()), address);
    await user.click(await screen.findByRole('button', { name: /更多/ }));
    expect(screen.queryByRole('menuitem', { name: /^恢复审理/ })).toBeNull();
    await user.click(screen.getByRole('menuitem', { name: /现在不可以/ }));
    const item = screen.getByRole('menuitem', { name: /^恢复审理/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    expect(item.textContent).toContain('申请尚未受理');
    await user.click(item);
    expect(history.location.search).not.toContain('step=');
  });

  test('nobody wrote anything, and on the sixth working day the case is deemed accepted', async () => {
    renderApp(new SmallOffice('2026-01-13', undefined, received()), address);
    expect(await screen.findByText('视为受理')).toBeTruthy();
  });
});

describe('a limit', () => {
  test('shows every day from the fact to the end and its steps with their articles', async () => {
    renderApp(new SmallOffice('2026-01-07', undefined, received()), address);
    const clocks = await screen.findByRole('complementary', { name: '期限' });
    expect(within(clocks).getAllByText('2026年1月12日（周一）').length).toBeGreaterThan(0);
    expect(within(clocks).getByText('自次日起计 5 个工作日，至 2026年1月12日')).toBeTruthy();
    expect(within(clocks).getAllByText(/第三十条第一款/).length).toBeGreaterThan(0);
    expect(within(clocks).getByRole('grid', { name: '审查申请，逐日' })).toBeTruthy();
  });
});

describe('taking a step', () => {
  test('shows before saving which limits start, then saves once and shows the new case', async () => {
    const small = new SmallOffice('2026-01-08', undefined, received());
    const { user } = renderApp(small, `${address}?step=accept`);
    const form = await screen.findByRole('dialog', { name: '受理' });
    const impact = await within(form).findByRole('group', { name: /这样变化/ });
    // Sixty days from 8 January 2026 end on Monday 9 March.
    await within(impact).findByText('2026年3月9日（周一）');
    await user.click(within(form).getByRole('button', { name: '受理，并起算审理期限' }));
    await waitFor(() => expect(screen.getByText('审理中 · 普通程序')).toBeTruthy());
    expect(small.sent).toHaveLength(1);
    expect(small.play.case.acceptance?.on).toBe('2026-01-08');
  });

  test('when somebody else acted first, the fresh case is shown and what was typed stays', async () => {
    const small = new SmallOffice('2026-01-08', undefined, received());
    const { user } = renderApp(small, `${address}?step=make-note`);
    const form = await screen.findByRole('dialog', { name: '办案记录' });
    await user.type(within(form).getByLabelText(/^记录/), '申请人来电询问进度。');
    small.play.do('accept', { occurredOn: '2026-01-08' }, '2026-01-08');
    await user.click(within(form).getByRole('button', { name: '写办案记录' }));
    await within(form).findByText(/别人刚刚在本案记录了新的内容/);
    await screen.findByText('审理中 · 普通程序');
    expect((within(form).getByLabelText(/^记录/) as HTMLTextAreaElement).value).toBe('申请人来电询问进度。');
    await user.click(within(form).getByRole('button', { name: '写办案记录' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '办案记录' })).toBeNull());
    expect(small.play.kept).toContain('申请人来电询问进度。');
  });

  test('a retried save is the same command', async () => {
    const small = new SmallOffice('2026-01-08', undefined, received());
    small.failNext.push({ code: 'database-away' });
    const commands: unknown[] = [];
    const { user } = renderApp(small, `${address}?step=make-note`);
    window.fetch = spyOnCommands(window.fetch, commands);
    const form = await screen.findByRole('dialog', { name: '办案记录' });
    await user.type(within(form).getByLabelText(/^记录/), '记录一');
    await user.click(within(form).getByRole('button', { name: '写办案记录' }));
    await within(form).findByText(/数据库暂时无法连接/);
    await user.click(within(form).getByRole('button', { name: '写办案记录' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '办案记录' })).toBeNull());
    expect(commands).toHaveLength(2);
    expect(commands[0]).toBe(commands[1]);
  });

  test('a missing field is named at its place, and nothing is sent', async () => {
    const small = new SmallOffice('2026-01-08', undefined, received());
    const { user } = renderApp(small, `${address}?step=make-note`);
    const form = await screen.findByRole('dialog', { name: '办案记录' });
    await user.click(within(form).getByRole('button', { name: '写办案记录' }));
    expect(await within(form).findByText('不能为空。')).toBeTruthy();
    expect(small.sent).toEqual([]);
  });

  test('an act that breaks a rule asks for a reason and says the rule with its article', async () => {
    const small = new SmallOffice('2026-01-12', undefined, accepted());
    const { user } = renderApp(small, `${address}?step=suspend`);
    const form = await screen.findByRole('dialog', { name: '中止' });
    await user.type(within(form).getByLabelText(/^理由/), '等一等再说');
    await within(form).findByText(/没有法律规定的中止情形/);
    await user.click(within(form).getByRole('button', { name: /^中止/ }));
    expect(await within(form).findByText('不能为空。')).toBeTruthy();
    await user.type(within(form).getByLabelText(/^记录理由/), '补记当时已经作出的中止决定');
    await user.click(within(form).getByRole('button', { name: /^中止/ }));
    await waitFor(() => expect(small.play.case.spans).toHaveLength(1));
    expect(small.play.case.spans[0]?.effective).toBe(false);
  });

  test('what the article gives to a head is proposed with an opinion, word for word', async () => {
    const small = new SmallOffice('2026-01-12', undefined, accepted());
    const { user } = renderApp(small, `${address}?step=extend`);
    const form = await screen.findByRole('dialog', { name: '延期' });
    await user.type(within(form).getByLabelText(/^理由/), '案情复杂');
    await user.type(within(form).getByLabelText(/^拟办意见/), '拟延长三十日，请审批。');
    await user.click(within(form).getByRole('button', { name: '报批：延期' }));
    await waitFor(() => expect(small.play.case.proposals[0]?.opinion).toBe('拟延长三十日，请审批。'));
    expect(small.play.case.extensions).toEqual([]);
  });
});

describe('correcting an entry', () => {
  test('shows every limit that moves before saving, keeps the original, and asks why', async () => {
    const small = new SmallOffice('2026-01-08', undefined, received());
    const { user } = renderApp(small, `${address}?correct=1`);
    const form = await screen.findByRole('dialog', { name: '更正记录' });
    const dayInput = within(form).getByRole('textbox', { name: /^更正后的日期/ });
    await user.clear(dayInput);
    await user.type(dayInput, '2026-01-06');
    const impact = await within(form).findByRole('group', { name: /更正后/ });
    expect(await within(impact).findAllByText('2026年1月13日（周二）')).not.toHaveLength(0);
    await user.click(within(form).getByRole('button', { name: '保存更正' }));
    expect(await within(form).findByText('不能为空。')).toBeTruthy();
    await user.type(within(form).getByLabelText(/^更正理由/), '看错签收日期');
    await user.click(within(form).getByRole('button', { name: '保存更正' }));
    await waitFor(() => expect(small.play.case.received?.occurredOn).toBe('2026-01-06'));
    expect(await screen.findByText('更正：原记 1月5日')).toBeTruthy();
  });
});

describe('correcting a code', () => {
  test('chooses among the words of its set, says what stood there, and leaves the rest as it was', async () => {
    const small = new SmallOffice('2026-01-08', undefined, received());
    const before = small.play.case.received?.payload.act;
    const { user } = renderApp(small, `${address}?correct=1`);
    const form = await screen.findByRole('dialog', { name: '更正记录' });
    await user.click(within(form).getByRole('combobox', { name: /^申请复议事项/ }));
    await user.click(await screen.findByTitle('行政许可'));
    expect(within(form).getByText('原记：行政处罚')).toBeTruthy();
    await user.type(within(form).getByLabelText(/^更正理由/), '事项选错');
    await user.click(within(form).getByRole('button', { name: '保存更正' }));
    await waitFor(() => expect(small.play.case.received?.payload.act.matter).toBe('licence'));
    expect(small.play.case.received?.payload.act).toEqual({ ...before, matter: 'licence' });
  });
});

describe('another reader', () => {
  test('a department sees its case without approvals and without the applicant’s identity number', async () => {
    const small = new SmallOffice('2026-01-13', theLiaison, accepted());
    const { container } = renderApp(small, `${address}?tab=parties`);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('tab', { name: /审批/ })).toBeNull();
    expect(container.textContent).toContain('李某');
    expect(container.textContent).not.toContain('530000199001010011');
    expect(screen.getByRole('button', { name: /书面答复/ })).toBeTruthy();
  });

  test('an unknown case, or another organ’s, is said to be neither', async () => {
    renderApp(new SmallOffice('2026-01-07', undefined, received()), '/cases/somebody-elses');
    expect(await screen.findByText('没有这件案件')).toBeTruthy();
  });
});

describe('leaving a drawer', () => {
  test('gives the focus back to what opened it', async () => {
    const { history, user } = renderApp(new SmallOffice('2026-01-07', undefined, received()), address);
    const accept = await screen.findByRole('button', { name: '受理，并起算审理期限' });
    await user.click(accept);
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(history.location.search).toBe(''));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: '受理，并起算审理期限' })),
    );
  });

  test('asks before what was typed is lost, and keeps it where one stays', async () => {
    const { history, user } = renderApp(
      new SmallOffice('2026-01-07', undefined, received()),
      `${address}?step=make-note`,
    );
    const form = await screen.findByRole('dialog');
    const text = within(form).getAllByRole('textbox').at(-1) as HTMLInputElement;
    await user.type(text, '电话联系');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: '继续填写' }));
    expect(history.location.search).toContain('make-note');
    expect(text.value).toContain('电话联系');
    await user.click(within(form).getByRole('button', { name: '取消' }));
    // The dialog that was answered may still be fading.
    const leave = (await screen.findAllByRole('button', { name: '离开，不保存' })).at(-1);
    await user.click(leave as HTMLElement);
    await waitFor(() => expect(history.location.search).toBe(''));
  });
});

describe('approvals', () => {
  const proposed = () =>
    accepted().do(
      'propose',
      {
        step: { type: 'extend', input: { days: 30, reason: '案情复杂' } },
        opinion: '拟延长三十日，请审批。',
      },
      '2026-01-12',
    );

  test('the words stand as they were written; returning asks for reasons and keeps them', async () => {
    const small = new SmallOffice('2026-01-12', theSectionHead, proposed());
    const { user } = renderApp(small, '/approvals');
    expect(await screen.findByText('拟延长三十日，请审批。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '退回' }));
    await user.click(screen.getByRole('button', { name: '退回' }));
    expect(await screen.findByText('不能为空。')).toBeTruthy();
    expect(small.sent).toEqual([]);
    await user.type(screen.getByLabelText(/^退回理由/), '请补充说明复杂在哪里。');
    await user.click(screen.getByRole('button', { name: '退回' }));
    await screen.findByText('没有等你审批的事项。');
    expect(small.view().proposals[0]?.words.at(-1)?.text).toBe('请补充说明复杂在哪里。');
  });
});

function spyOnCommands(send: typeof fetch, commands: unknown[]): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes('cases.execute') && typeof init?.body === 'string') commands.push(JSON.parse(init.body).commandId);
    return send(input, init);
  };
}
