/** What helps to fill in the form: checks, the act's text, a pasted list, the record of an oral application. */

import type { StreamId } from '@redress/domain/ids';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { newParty } from '../../lib/party-fields.tsx';
import { renderApp } from '../../testing/render-app.tsx';
import { SmallOffice } from '../../testing/small-office.ts';
import { emptyDraft, type RegisterDraft, storedDraft } from './register-draft.ts';

const today = '2026-01-05' as RegisterDraft['receivedOn'] & string;
const day = (text: string) => text as typeof today;

function wholeDraft(over: Partial<RegisterDraft> = {}): RegisterDraft {
  const draft = emptyDraft(today);
  return {
    ...draft,
    filedOn: day('2025-12-30'),
    respondents: ['organ-police'],
    applicants: [{ ...newParty(), person: { ...newParty().person, name: '李某' } }],
    act: {
      ...draft.act,
      name: '行政处罚决定',
      matter: 'penalty',
      madeOn: day('2025-12-01'),
      knownHow: 'direct-service',
      knownOn: day('2025-12-03'),
    },
    requests: '撤销该决定',
    grounds: '事实不清',
    ...over,
  };
}
function officeWith(draft: RegisterDraft): SmallOffice {
  const office = new SmallOffice(today);
  office.drafts.set('register', storedDraft(draft));
  return office;
}
const paste = (label: RegExp | string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

test('the checks stand beside the form, each with its article, and what speaks against it stands open', async () => {
  renderApp(officeWith(wholeDraft({ suit: 'accepted' })), '/cases/new');
  const list = await screen.findByRole('list', { name: '受理前核对' });
  expect(within(list).getByText('未提起诉讼')).toBeTruthy();
  expect(list.textContent).toContain('人民法院已经受理同一行为的诉讼，不得申请行政复议');
  expect(list.textContent).toContain('第二十九条第二款');
  expect(screen.getByText('不符合 1 项')).toBeTruthy();
  // Registering goes on all the same.
  expect(screen.getByRole('button', { name: /^登记，并起算/ }).getAttribute('aria-disabled')).toBeNull();
});

test('a case that is alike says why, and what to do about it', async () => {
  const small = officeWith(wholeDraft());
  small.alike.push({
    id: 'case-1' as StreamId,
    number: '云政复〔2025〕40号',
    receivedOn: day('2025-12-20'),
    accepted: true,
    closedOn: null,
    reasons: ['same-number', 'same-applicant'],
    names: ['李某'],
    propose: 'duplicate-of',
  });
  renderApp(small, '/cases/new');
  const alike = await screen.findByRole('list', { name: '相同或者相关案件' });
  expect(alike.textContent).toContain('文号相同');
  expect(alike.textContent).toContain('同一申请人');
  expect(alike.textContent).toContain('可能重复申请');
  expect(within(alike).getByRole('link', { name: '云政复〔2025〕40号' }).getAttribute('target')).toBe('_blank');
  expect(
    await screen.findByText('同一申请人就同一行为的申请已经受理：云政复〔2025〕40号', { exact: false }),
  ).toBeTruthy();
});

test('the act’s text only proposes: what is taken over is filled in, what was typed is named before it is replaced', async () => {
  const { user } = renderApp(officeWith(wholeDraft()), '/cases/new');
  await user.click(await screen.findByText('粘贴决定书文字'));
  paste(
    '决定书全文',
    '某县公安局\n行政处罚决定书\n某公（治）行罚决字〔2026〕第15号\n违法行为人：王伟，男\n罚款五百元。\n二〇二六年一月二日',
  );
  expect((screen.getByLabelText(/^文号/) as HTMLInputElement).value).toBe('');
  await user.click(screen.getByRole('button', { name: '采用文号：某公（治）行罚决字〔2026〕第15号' }));
  expect((screen.getByLabelText(/^文号/) as HTMLInputElement).value).toBe('某公（治）行罚决字〔2026〕第15号');
  expect((screen.getByLabelText(/^姓名或者名称/) as HTMLInputElement).value).toBe('李某');
  expect(screen.getByText('将替换已填的“李某”')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '采用申请人：王伟' }));
  expect((screen.getByLabelText(/^姓名或者名称/) as HTMLInputElement).value).toBe('王伟');
  expect(screen.getByRole('button', { name: '已采用申请人：王伟' }).hasAttribute('disabled')).toBe(true);
  await screen.findByText(/草稿已保存/, {}, { timeout: 5_000 });
});

test('a pasted list says what is wrong by its line; those taken stand in one list, and who is ticked acts for all', async () => {
  const small = officeWith(wholeDraft());
  const { user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByText('批量录入申请人…'));
  const rows = ['甲', '乙', '丙', '丁', '戊', '己'].map((x) => `王${x}\t\t139`);
  paste('粘贴名单', ['姓名\t证件号码\t电话', ...rows, '\t110105194912310021\t'].join('\n'));
  expect(screen.getByText('认出 6 人，1 行不能采用')).toBeTruthy();
  expect(screen.getByText(/第 8 行/).textContent).toContain('没有姓名');
  await user.click(screen.getByRole('button', { name: '加入 6 人' }));
  // The one typed before stays first.
  expect(screen.getByText('申请人名册（7 人）')).toBeTruthy();
  expect(
    screen.getByText(
      '申请人超过五人，可以推选一至五名代表人（2007 年实施条例第八条；2026 年 7 月 1 日起请核对新条例）。',
    ),
  ).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: '王甲为代表人' }));
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
  const input = small.sent[0]?.input as {
    applicants: { key: string; person: { name: string } }[];
    representatives: { person: { name: string }; actsFor: string[] }[];
  };
  expect(input.applicants.map((a) => a.person.name)).toEqual(['李某', '王甲', '王乙', '王丙', '王丁', '王戊', '王己']);
  expect(input.representatives).toMatchObject([{ person: { name: '王甲' } }]);
  expect(input.representatives[0]?.actsFor).toEqual(input.applicants.map((a) => a.key));
});

test('an oral application’s answers become its record; what the record still lacks is named, and it goes with the application', async () => {
  const small = officeWith(wholeDraft({ channel: 'oral', requests: '', grounds: '' }));
  const { user } = renderApp(small, '/cases/new');
  await user.type(await screen.findByLabelText('你请求行政复议机关作出怎样的决定？'), '撤销罚款');
  await user.type(screen.getByLabelText('主要的事实和理由是什么？'), '没有动手');
  await user.click(screen.getByRole('button', { name: '生成笔录' }));
  const record = screen.getByLabelText('笔录全文') as HTMLTextAreaElement;
  expect(record.value).toContain('问：你请求行政复议机关作出怎样的决定？\n答：撤销罚款');
  // What was said is the application, too.
  expect((screen.getByLabelText(/^复议请求/) as HTMLTextAreaElement).value).toBe('撤销罚款');
  expect((screen.getByLabelText(/^确认人/) as HTMLInputElement).value).toBe('李某');
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(screen.getByLabelText(/^核对方式/).getAttribute('aria-invalid')).toBe('true'));
  expect(small.sent).toEqual([]);
  for (const [label, option] of [
    [/^核对方式/, '向申请人宣读'],
    [/^确认方式/, '捺指印'],
  ] as const) {
    await user.click(screen.getByLabelText(label));
    fireEvent.click(await screen.findByTitle(option));
  }
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
  expect(small.sent[0]?.input).toMatchObject({
    channel: 'oral',
    requests: '撤销罚款',
    oral: { readBack: 'read-aloud', confirmation: 'thumbprint', confirmedBy: '李某', readBackOn: '2025-12-30' },
  });
}, 30_000);

test('the day something was handed in is asked for, and never guessed', async () => {
  const small = officeWith(wholeDraft({ channel: 'counter', filedOn: null }));
  const { user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(screen.getByLabelText(/^当面递交日/).getAttribute('aria-invalid')).toBe('true'));
  expect(small.sent).toEqual([]);
});

test('an odd identity number is said at the field, and registering goes on', async () => {
  const draft = wholeDraft();
  const [first] = draft.applicants;
  const small = officeWith({
    ...draft,
    applicants: first === undefined ? [] : [{ ...first, person: { ...first.person, idNumber: '110105194912310021' } }],
  });
  const { user } = renderApp(small, '/cases/new');
  expect(await screen.findByText('号码的校验位不符，请核对（不影响登记）。')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
});
