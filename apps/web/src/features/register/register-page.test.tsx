import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { newParty } from '../../lib/party-fields.tsx';
import { renderApp } from '../../testing/render-app.tsx';
import { SmallOffice } from '../../testing/small-office.ts';
import { emptyDraft, type RegisterDraft, storedDraft } from './register-draft.ts';

const today = '2026-01-05' as RegisterDraft['receivedOn'] & string;

/** A form that lacks nothing. */
function wholeDraft(): RegisterDraft {
  const draft = emptyDraft(today);
  const applicant = { ...newParty(), person: { ...newParty().person, name: '李某' } };
  return {
    ...draft,
    filedOn: '2025-12-30' as typeof today,
    respondents: ['organ-police'],
    applicants: [applicant],
    act: {
      ...draft.act,
      name: '行政处罚决定',
      matter: 'penalty',
      madeOn: '2025-12-01' as typeof today,
      knownHow: 'direct-service',
      knownOn: '2025-12-03' as typeof today,
    },
    requests: '撤销该决定',
    grounds: '事实不清',
  };
}

function officeWith(draft: RegisterDraft | null): SmallOffice {
  const office = new SmallOffice(today);
  if (draft !== null) office.drafts.set('register', storedDraft(draft));
  return office;
}

test('the applicant’s limit is reckoned beside the form, day by day, and says whether the filing is in time', async () => {
  renderApp(officeWith(wholeDraft()), '/cases/new');
  const beside = await screen.findByRole('complementary', { name: '申请期限' });
  // Sixty days from 3 December 2025 end on Sunday 1 February 2026, and roll to Monday.
  expect(await within(beside).findByText('2026年2月2日（周一）')).toBeTruthy();
  expect(within(beside).getByText('在期限内，第 27 天申请')).toBeTruthy();
  expect(within(beside).getByText('加 60 日，至 2026年2月1日')).toBeTruthy();
  // And the five working days that registering starts.
  expect((await within(beside).findAllByText('2026年1月12日（周一）')).length).toBeGreaterThan(0);
});

test('a late filing is said to be late, and may be registered all the same', async () => {
  const draft = wholeDraft();
  renderApp(
    officeWith({
      ...draft,
      act: { ...draft.act, madeOn: '2025-10-08' as typeof today, knownOn: '2025-10-09' as typeof today },
    }),
    '/cases/new',
  );
  // Sixty days from 9 October end on Monday 8 December: 30 December is 22 days later.
  expect(await screen.findByText('超过期限 22 天')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^登记，并起算/ }).getAttribute('aria-disabled')).toBeNull();
});

test('what was typed is kept on the server, and comes back', async () => {
  const small = officeWith(null);
  const first = renderApp(small, '/cases/new');
  await first.user.type(await screen.findByLabelText(/^姓名或者名称/), '王伟');
  await screen.findByText(/草稿已保存/, {}, { timeout: 5_000 });
  first.unmount();
  renderApp(small, '/cases/new');
  expect(((await screen.findByLabelText(/^姓名或者名称/)) as HTMLInputElement).value).toBe('王伟');
  expect(screen.getByText('已恢复上次没有登记完的草稿。')).toBeTruthy();
});

test('what is missing is named at its field, and nothing is sent', async () => {
  const small = officeWith({ ...wholeDraft(), requests: '', respondents: [] });
  const { user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(screen.getAllByText('不能为空。')).toHaveLength(2));
  expect(screen.getByLabelText(/^被申请人/).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText(/^复议请求/).getAttribute('aria-invalid')).toBe('true');
  expect(small.sent).toEqual([]);
});

test('after a failed try the first faulty field has the focus, and a corrected one has nothing said about it', async () => {
  const small = officeWith({ ...wholeDraft(), requests: '', grounds: '' });
  const { user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: /^登记，并起算/ }));
  const requests = await screen.findByLabelText(/^复议请求/);
  await waitFor(() => expect(document.activeElement).toBe(requests));
  await user.type(requests, '撤销');
  expect(requests.getAttribute('aria-invalid')).toBeNull();
  expect(screen.getByLabelText(/^事实与理由/).getAttribute('aria-invalid')).toBe('true');
  await screen.findByText(/草稿已保存/);
});

test('what contradicts a rule is said with its article, and goes on with a reason', async () => {
  const small = officeWith(wholeDraft());
  small.failNext.push({
    code: 'needs-reason',
    contradictions: [
      { code: 'representatives-missing', article: 'ARL2023 15(1)', params: { applicants: 30, n: 30 }, seq: null },
    ],
  });
  const { history, user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: /^登记，并起算/ }));
  const reason = await screen.findByLabelText(/^记录理由/);
  await waitFor(() => expect(document.activeElement).toBe(reason));
  expect(screen.getByText(/第十五条/)).toBeTruthy();
  await user.type(reason, '代表人尚在推选，随后补记');
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(history.location.pathname).toMatch(/^\/cases\/[0-9a-f]{32}$/));
  expect(small.sent[1]?.input).toMatchObject({ irregularReason: '代表人尚在推选，随后补记' });
});

test('a problem only the server can find stands at its field, and what was typed stays', async () => {
  const small = officeWith(wholeDraft());
  small.failNext.push({
    code: 'invalid-input',
    fields: [{ field: 'applicants.0.person.idNumber', rule: 'too-long', params: { max: 40 } }],
  });
  const { user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: /^登记，并起算/ }));
  expect(await screen.findByText('最多 40 个字。')).toBeTruthy();
  expect((screen.getByLabelText(/^姓名或者名称/) as HTMLInputElement).value).toBe('李某');
});

test('a whole form is registered once, its draft is gone, and the case is opened', async () => {
  const small = officeWith(wholeDraft());
  const { history, user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(history.location.pathname).toMatch(/^\/cases\/[0-9a-f]{32}$/));
  expect(small.sent).toHaveLength(1);
  expect(small.sent[0]?.input).toMatchObject({
    channel: 'post',
    filedOn: '2025-12-30',
    receivedOn: today,
    respondents: ['organ-police'],
    reviewingOrganId: 'organ-county',
    relay: null,
  });
  expect(small.drafts.has('register')).toBe(false);
});

test('an agent acts for a party of the form; taking the party out takes the agent’s charge out, too', async () => {
  const small = officeWith(wholeDraft());
  const { user, unmount } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: '添加申请人' }));
  await user.click(screen.getByRole('button', { name: '添加代理人' }));
  const agent = screen.getByRole('group', { name: '委托代理人 1' });
  expect(within(agent).getByText('李某')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '删除 申请人 1' }));
  expect(within(agent).queryByText('李某')).toBeNull();
  // Who leaves at once loses nothing: the form as it stands is kept.
  unmount();
  await waitFor(() => expect(JSON.stringify(small.drafts.get('register'))).not.toContain('李某'));
});

const beside = () => screen.findByRole('complementary', { name: '申请期限' });

test('an obstacle is typed in, and the limit beside the form stands still while it lasted', async () => {
  const small = officeWith(wholeDraft());
  const { user } = renderApp(small, '/cases/new');
  await user.click(await screen.findByRole('button', { name: '添加不可抗力或者其他正当理由' }));
  const row = screen.getByRole('group', { name: '耽误申请期限的事由 1' });
  await user.type(within(row).getByLabelText(/^障碍开始日/), '2025-12-10');
  await user.type(within(row).getByLabelText(/^障碍消除日/), '2025-12-20');
  await user.tab();
  // Ten days: Sunday 1 February becomes Wednesday the 11th.
  expect(await within(await beside()).findByText('2026年2月11日（周三）')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  expect(await within(row).findByText('不能为空。')).toBeTruthy();
  expect(small.sent).toEqual([]);
  await user.type(within(row).getByLabelText(/^事由/), '地震，交通中断');
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
  expect(small.sent[0]?.input).toMatchObject({
    act: { obstacles: [{ from: '2025-12-10', to: '2025-12-20', reason: '地震，交通中断' }] },
  });
});

test('who was not told of the rights has sixty days from knowing them, and at most a year from the content', async () => {
  const draft = wholeDraft();
  const rightsKnownOn = '2025-12-29' as typeof today;
  const contentKnownOn = '2025-01-06' as typeof today;
  const act = { ...draft.act, madeOn: '2025-01-03' as typeof today, notInformed: true, rightsKnownOn, contentKnownOn };
  renderApp(officeWith({ ...draft, act: { ...act, knownOn: contentKnownOn } }), '/cases/new');
  expect((await within(await beside()).findAllByText('2026年1月6日（周二）')).length).toBeGreaterThan(0);
});

test('over an inaction the limit runs from the end of its period, and the facts of a made act are not asked', async () => {
  const draft = wholeDraft();
  const small = officeWith({
    ...draft,
    act: { ...draft.act, matter: 'inaction', category: 'public-security', requestedOn: '2025-09-01' as typeof today },
  });
  const { user } = renderApp(small, '/cases/new');
  // Sixty days to 31 October, and sixty more.
  expect(await within(await beside()).findByText('2025年12月30日（周二）')).toBeTruthy();
  expect(screen.queryByLabelText(/^作出日/)).toBeNull();
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
  expect(small.sent[0]?.input).toMatchObject({
    act: {
      matter: 'inaction',
      category: 'public-security',
      madeOn: null,
      knownOn: null,
      inaction: { requestedOn: '2025-09-01', periodEndsOn: null },
    },
  });
});

test('what came through the organ that punished says which, when it got it and when it sent it on', async () => {
  const small = officeWith({
    ...wholeDraft(),
    channel: 'via-penalising-organ',
    relayOrganId: 'organ-police',
    relayReceivedOn: '2025-12-30' as typeof today,
  });
  const { user } = renderApp(small, '/cases/new');
  await user.type(await screen.findByLabelText(/^处罚机关转送日/), '2026-01-04');
  await user.tab();
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
  expect(small.sent[0]?.input).toMatchObject({
    relay: { organId: 'organ-police', receivedOn: '2025-12-30', sentOn: '2026-01-04' },
  });
});

test('the field of administration is one of the form’s forty-six', async () => {
  const small = officeWith(wholeDraft());
  const { user } = renderApp(small, '/cases/new');
  const select = await screen.findByRole('combobox', { name: /^行政管理类别/ });
  await user.type(select, '不动产');
  await user.click(await screen.findByText('不动产登记'));
  await user.click(screen.getByRole('button', { name: /^登记，并起算/ }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
  expect(small.sent[0]?.input).toMatchObject({ act: { category: 'property-registration' } });
});
