import { theLiaison } from '@redress/domain/testing/play';
import { aDeputy, aPlayedSuit, type SuitPlay, theDepartmentHead } from '@redress/domain/testing/play-lawsuit';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { SuitOffice } from '../../testing/suit-office.ts';

const address = '/lawsuits/suit-played';
const session = { on: '2026-04-10', time: '09:00', place: '第三审判庭' };
const panel = async (title: string): Promise<HTMLElement> => {
  const found = (await screen.findByRole('heading', { name: title })).closest<HTMLElement>('.rd-panel');
  if (found === null) throw new Error(`no panel called ${title}`);
  return found;
};
/** The leader stayed away from a session, and said why before it. */
const explained = (): SuitPlay =>
  aPlayedSuit()
    .do('set-session', session, '2026-03-20')
    .do('plan-leader', { leader: aDeputy() }, '2026-03-21', theLiaison)
    .do('explain-absence', { ground: 'irreplaceable-duty', proof: 'sealed', reason: '住院' }, '2026-04-08', theLiaison)
    .do('hold-session', {}, '2026-04-10');

describe('the department’s own duties', () => {
  test('stand first: what, until when, what follows otherwise, and the button', async () => {
    const small = new SuitOffice('2026-03-05', aPlayedSuit(), theLiaison);
    const { user } = renderApp(small, address);
    const own = await panel('本部门要办的事');
    expect(
      within(own)
        .getAllByRole('heading', { level: 3 })
        .map((h) => h.textContent?.trim()),
    ).toEqual(['签收法院材料', '在部门内指定应诉人员', '提交答辩状、证据和依据']);
    const answer = within(own)
      .getByRole('heading', { name: /提交答辩状/ })
      .closest('li');
    expect(answer?.textContent).toContain('2026年3月17日');
    expect(answer?.textContent).toContain('不办的后果：');

    await user.click(within(own).getByRole('button', { name: '签收' }));
    const form = await screen.findByRole('dialog', { name: '签收' });
    await user.click(within(form).getByRole('button', { name: '签收' }));
    await waitFor(() => expect(within(own).queryByText('签收法院材料')).toBeNull());
    expect(small.suitView().organs[0]?.acknowledgedOn).toBe('2026-03-05');
  });

  test('are done when nothing is owed, and the panel says so', async () => {
    const p = aPlayedSuit().do('record-judgment', { outcomes: ['reject-claims'], operative: '驳回。' }, '2026-05-20');
    renderApp(new SuitOffice('2026-05-21', p, theLiaison), address);
    expect(within(await panel('本部门要办的事')).getByText('眼下没有要办的事。')).toBeTruthy();
  });

  const ordered = (days: number | null) =>
    aPlayedSuit().do('record-judgment', { outcomes: ['revoke'], redo: { days }, operative: '撤销。' }, '2026-05-20');

  test('an order to act anew is named whole, with the period that the judgment states', async () => {
    renderApp(new SuitOffice('2026-05-21', ordered(60), theLiaison), `${address}?tab=judgment`);
    const obligations = await panel('要履行的内容');
    expect(within(obligations).getByText('责令重新作出行政行为')).toBeTruthy();
    expect(within(obligations).getByText('限 60 日内')).toBeTruthy();
    expect(within(await panel('本部门要办的事')).getByText('责令重新作出行政行为')).toBeTruthy();
  });

  test('without a period nobody invents one', async () => {
    renderApp(new SuitOffice('2026-05-21', ordered(null), theLiaison), `${address}?tab=judgment`);
    expect(within(await panel('要履行的内容')).getByText('裁判未载明履行期限')).toBeTruthy();
  });
});

describe('where the duty to appear stands, on the overview', () => {
  test('no session is set: it says so', async () => {
    renderApp(new SuitOffice('2026-03-21', aPlayedSuit()), address);
    expect(within(await panel('应诉机关与承办部门')).getByText('尚无开庭')).toBeTruthy();
  });
  test('a session is set: its day', async () => {
    renderApp(new SuitOffice('2026-03-21', aPlayedSuit().do('set-session', session, '2026-03-20')), address);
    expect(within(await panel('应诉机关与承办部门')).getByText('已定4月10日开庭')).toBeTruthy();
  });
});

describe('a lawsuit without sessions', () => {
  test('says so, and whoever may sets the first one from there', async () => {
    const { user, history } = renderApp(new SuitOffice('2026-03-05', aPlayedSuit()), `${address}?tab=sessions`);
    expect(await screen.findByText('还没有开庭安排。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '登记开庭' }));
    expect(await screen.findByRole('dialog', { name: '登记开庭' })).toBeTruthy();
    expect(history.location.search).toContain('set-session');
  });

  test('asks for nothing on its other pages either', async () => {
    renderApp(new SuitOffice('2026-03-05', aPlayedSuit()), `${address}?tab=judgment`);
    expect(await screen.findByText('还没有裁判。')).toBeTruthy();
  });
});

describe('to-dos and reminders', () => {
  test('are the office’s', async () => {
    const small = new SuitOffice('2026-03-05', aPlayedSuit());
    const { user } = renderApp(small, address);
    await user.click(await screen.findByRole('button', { name: '记一条待办' }));
    await user.type(screen.getByRole('textbox', { name: /^要做什么/ }), '催收授权委托书');
    await user.click(screen.getByRole('button', { name: '记下' }));
    expect(await screen.findByRole('checkbox', { name: '办完：催收授权委托书' })).toBeTruthy();

    await user.click(screen.getByRole('button', { name: '提醒某县公安局' }));
    const dialog = await screen.findByRole('dialog', { name: '提醒某县公安局' });
    await user.click(within(dialog).getByRole('button', { name: '发出提醒' }));
    await waitFor(() => expect(small.reminded).toHaveLength(1));
    expect(small.reminded[0]).toContain('2026年3月17日');
  });

  test('a department has neither', async () => {
    renderApp(new SuitOffice('2026-03-05', aPlayedSuit(), theLiaison), address);
    await panel('本部门要办的事');
    expect(screen.queryByRole('button', { name: '记一条待办' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^提醒/ })).toBeNull();
  });

  test('a court is not reminded from here', async () => {
    const p = aPlayedSuit().do('file-answer', { opinion: '请求驳回。' }, '2026-03-10', theDepartmentHead);
    renderApp(new SuitOffice('2026-03-11', p), address);
    expect(await screen.findByRole('button', { name: '记一条待办' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^提醒/ })).toBeNull();
  });
});

test('what a court found is asked: nothing is chosen, and without an answer nothing is sent', async () => {
  const small = new SuitOffice('2026-04-12', explained());
  const { user } = renderApp(small, `${address}?tab=sessions&step=rule-on-absence`);
  const form = await screen.findByRole('dialog', { name: '不能出庭理由审查' });
  const found = within(form).getByRole('radiogroup', { name: '法院认为理由成立' });
  expect(within(found).queryByRole('radio', { checked: true })).toBeNull();
  await user.click(within(form).getByRole('button', { name: '登记法院对不能出庭理由的审查结果' }));
  expect(found.getAttribute('aria-invalid')).toBe('true');
  expect(small.sent).toEqual([]);

  await user.click(within(found).getByRole('radio', { name: '否' }));
  expect(found.getAttribute('aria-invalid')).toBeNull();
  await user.click(within(form).getByRole('button', { name: '登记法院对不能出庭理由的审查结果' }));
  await waitFor(() => expect(small.sent).toMatchObject([{ input: { input: { accepted: false } } }]));
});
