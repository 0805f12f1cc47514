import type { Role } from '@redress/domain/access/roles';
import { theHandler } from '@redress/domain/testing/play';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Outputs } from '../../lib/trpc.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { onTrpc } from '../../testing/trpc-handlers.ts';

const officeOf = (role: Role) => {
  const acting = { ...theHandler.acting, role };
  return new SmallOffice('2026-01-07', { ...theHandler, posts: [acting], acting });
};

/** An answer that a department drafted, as its head finds it. */
const toSign: Outputs['approvals']['list']['rows'][number] = {
  kind: 'litigation',
  caseId: 'suit-1' as never,
  version: 4,
  number: '云政应〔2026〕1号',
  title: '李某诉某县公安局行政处罚',
  due: '2026-01-22' as never,
  organs: [{ organId: 'organ-1' as never, name: '某县公安局' }],
  proposal: {
    proposalId: 'proposal-1',
    step: 'file-answer',
    input: { organId: 'organ-1', opinion: '认定事实清楚。' },
    proposedByName: '陶一苇',
    proposedOn: '2026-01-07' as never,
    approver: 'department-head',
    words: [{ by: '陶一苇', verdict: 'proposed', text: '请审签。', on: '2026-01-07' as never }],
    state: 'open',
    may: { endorse: false, approve: true, giveBack: true, withdraw: false },
  },
};

async function open(role: Role) {
  const small = officeOf(role);
  renderApp(small, '/approvals');
  const counts = { open: 1, overdue: 0, near: 0, mine: 1, deskOverdue: 0, waitingApproval: 1, toRecord: 0 };
  const todo = { acknowledge: 0, answer: 0, leader: 0, confirm: 0, unrecorded: 0, appeal: 0, perform: 0, advice: 0 };
  const byTodo = { ...todo, sign: 1 };
  server.use(
    onTrpc('lawsuits.counts', () => ({ ...counts, byTodo: { ...byTodo, unassigned: 0 } })),
    onTrpc('approvals.list', ({ whose }) => ({ rows: whose === 'others' ? [] : [toSign], nextCursor: null })),
  );
  return small;
}

test('a department’s head reads the answer sent up and goes to the lawsuit to sign it', async () => {
  await open('department-head');
  const panel = await screen.findByRole('region', { name: /提交答辩状.*云政应〔2026〕1号/ });
  expect(within(panel).getByText('请审签。')).toBeTruthy();
  // The organ is called by its name, never by its id.
  expect(panel.textContent).toContain('某县公安局');
  expect(panel.textContent).not.toContain('organ-1');
  const link = within(panel).getByRole('link', { name: '到案件中审签或者退回' });
  expect(link.getAttribute('href')).toBe('/lawsuits/suit-1?tab=approvals');
  expect(within(panel).queryByRole('button', { name: /批准/ })).toBeNull();
  // The rail counts it; what section heads pass on is no matter of a department.
  expect(await screen.findByRole('link', { name: /^审批.*1/ })).toBeTruthy();
  expect(screen.queryByText('其他待批事项')).toBeNull();
});

test.each(['department-liaison', 'leader'] as const)('a %s signs nothing and has no such entry', async (role) => {
  await open(role);
  expect(await screen.findByText('你的岗位不办理这一项')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /审批/ })).toBeNull();
});
