import { civilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Outputs } from '../../lib/trpc.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';

type Row = Outputs['notices']['list']['rows'][number];

const about = {
  caseId: 'case-played' as StreamId,
  caseKind: 'reconsideration',
  caseNumber: '云政复〔2026〕41号',
  caseTitle: '行政处罚决定',
  hidden: false as const,
  organName: null,
  byName: null,
  createdAt: Date.UTC(2026, 0, 7, 1),
  read: false,
};
const overdue: Row = {
  ...about,
  id: 'n1',
  kind: 'due',
  params: { ruleId: 'reconsideration.decide-ordinary', due: civilDate('2026-01-06'), rung: 'overdue' },
};
const replied: Row = {
  ...about,
  id: 'n2',
  kind: 'replied',
  params: { organId: 'organ-police' as OrganId },
  organName: '某县公安局',
  read: true,
};
const strayed: Row = {
  ...about,
  id: 'n3',
  kind: 'assigned',
  params: {},
  caseId: null,
  caseNumber: null,
  caseTitle: null,
  hidden: true,
};

const settings = { address: '', digest: true, language: 'zh-CN' as const, available: false };

/** An API that holds these notices and remembers what was marked. */
function holding(rows: readonly Row[], marked: unknown[] = []) {
  let all = rows;
  return [
    onTrpc('notices.unread', () => ({ count: all.filter((row) => !row.read).length, more: false })),
    onTrpc('notices.list', ({ unread }) => ({
      rows: unread === true ? all.filter((row) => !row.read) : all,
      nextCursor: null,
    })),
    onTrpc('notices.markRead', ({ ids }) => {
      marked.push(ids);
      all = all.map((row) => (ids.includes(row.id) ? { ...row, read: true } : row));
      return undefined as never;
    }),
    onTrpc('notices.markAllRead', ({ until }) => {
      marked.push(until);
      all = all.map((row) => ({ ...row, read: true }));
      return undefined as never;
    }),
    onTrpc('notices.mailSettings', () => settings),
  ];
}

const open = (address = '/notices') => renderApp(new SmallOffice('2026-01-07', undefined, received()), address);

test('what was told is a sentence with its case, and says in words what is unread and what is overdue', async () => {
  open();
  server.use(...holding([overdue, replied, strayed]));
  expect(await screen.findByText(/作出决定：已于2026年1月6日届满，超期/)).toBeTruthy();
  expect(screen.getByText('某县公安局提交了书面答复')).toBeTruthy();
  expect(screen.getByText('案件已不由你的单位办理')).toBeTruthy();
  expect(screen.getAllByText('未读')).toHaveLength(2);
  expect(await screen.findByRole('link', { name: '消息，2 条未读' })).toBeTruthy();
});

test('a notice can be marked as read without opening it, and all of them at once', async () => {
  const marked: unknown[] = [];
  const { user } = open();
  server.use(...holding([overdue, strayed], marked));
  const [first] = await screen.findAllByRole('listitem');
  await screen.findByText('案件已不由你的单位办理');
  const line = screen.getByText(/超期/).closest('li') ?? first;
  await user.click(within(line as HTMLElement).getByRole('button', { name: /^标为已读/ }));
  await waitFor(() => expect(screen.getAllByText('未读')).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: '全部标为已读' }));
  await screen.findByRole('link', { name: '消息，没有未读' });
  expect(marked).toEqual([['n1'], about.createdAt]);
  expect(screen.queryByRole('button', { name: '全部标为已读' })).toBeNull();
});

test('who is asked to hand a colleague’s cases over is led to them', async () => {
  open();
  const asked: Row = {
    ...about,
    id: 'n4',
    kind: 'hand-over-asked',
    params: { from: 'account-gu' as AccountId, cases: 3 },
    caseId: null,
    caseKind: null,
    caseNumber: null,
    caseTitle: null,
    byName: '顾某',
  };
  server.use(...holding([asked]));
  expect(await screen.findByText('顾某离岗，请移交其 3 件未结案件')).toBeTruthy();
  expect(screen.getByRole('link', { name: '去移交' }).getAttribute('href')).toBe('/cases/hand-over?from=account-gu');
});

test('only the unread can be shown, and none of them is said', async () => {
  const { user } = open();
  server.use(...holding([replied]));
  await screen.findByText('某县公安局提交了书面答复');
  await user.click(screen.getByRole('button', { name: '只看未读' }));
  expect(await screen.findByText('没有未读的消息')).toBeTruthy();
});

test('a list that cannot be read says so and can be asked again', async () => {
  const { user } = open();
  server.use(
    onTrpc('notices.list', () => {
      throw new Failing({ code: 'database-away' });
    }),
    onTrpc('notices.mailSettings', () => settings),
  );
  expect(await screen.findByText('消息没有读出来')).toBeTruthy();
  server.use(...holding([]));
  await user.click(screen.getByRole('button', { name: '重新读取' }));
  expect(await screen.findByText('还没有消息')).toBeTruthy();
});

test('a wrong mail address is told at its field, a sound one is kept', async () => {
  const { user } = open();
  server.use(
    ...holding([]),
    onTrpc('notices.saveMailSettings', ({ address }) => {
      if (!address.includes('@')) {
        throw new Failing({ code: 'invalid-input', fields: [{ field: 'address', rule: 'malformed' }] });
      }
      return undefined as never;
    }),
  );
  const field = await screen.findByLabelText('邮箱地址');
  await user.type(field, 'shen');
  await user.click(screen.getByRole('button', { name: '保存邮件设置' }));
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  await user.type(field, '@yunling.example');
  await user.click(screen.getByRole('button', { name: '保存邮件设置' }));
  expect(await screen.findByText('已保存。')).toBeTruthy();
});
