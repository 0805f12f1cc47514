import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { suitRow } from '../../testing/suit-answers.ts';
import { onTrpc } from '../../testing/trpc-handlers.ts';

const session = {
  id: 'suit-1' as never,
  number: '云政应〔2026〕1号',
  title: '李某诉某县公安局行政处罚',
  sessionId: 's-1',
  kind: 'trial',
  court: '某县人民法院',
  courtNumber: '（2026）云0423行初12号',
  on: '2026-01-15' as never,
  time: '09:30',
  place: '某县人民法院第一审判庭',
  isPublic: true,
  held: false,
  organId: 'organ-1' as never,
  organName: '某县公安局',
  leaderName: null,
  planned: false,
  confirmed: false,
};

test('lawsuits stand on the desk with figures that open their lists, answers due and sessions without a leader', async () => {
  const small = new SmallOffice('2026-01-07');
  renderApp(small, '/');
  server.use(
    onTrpc('workbench.mine', () => ({
      ...small.bench(undefined, undefined),
      suits: {
        counters: [
          { key: 'overdue', value: 1, filter: { light: 'overdue', closed: false } },
          { key: 'answer', value: 1, filter: { todo: 'answer', closed: false } },
          { key: 'open', value: 4, filter: { closed: false } },
        ],
        toAcknowledge: [],
        answers: [suitRow()],
        sessions: [session],
        leaders: [{ ...session, sessionId: 's-far', on: '2026-03-15' as never }],
        confirms: [{ ...session, sessionId: 's-confirm', planned: true, leaderName: '罗临风' }],
        unrecorded: [],
        obligations: [],
      },
    })),
  );
  const answer = await screen.findByRole('link', { name: '待答辩举证 1' });
  expect(answer.getAttribute('href')).toBe('/lawsuits?todo=answer');
  expect(screen.getByRole('link', { name: '应诉 1 件已超期' }).getAttribute('href')).toBe('/lawsuits?light=overdue');
  expect(screen.getByText('李某诉某县公安局行政处罚', { selector: 'div' })).toBeTruthy();
  expect(screen.getByText(/^复议案件（应诉的在/)).toBeTruthy();
  // What is to be done before a session stands among the tasks; near sessions stand by their days alone.
  const tasks = screen.getByRole('region', { name: '应诉' });
  expect(within(tasks).getByText('待安排出庭负责人')).toBeTruthy();
  expect(within(tasks).getByText('还有 67 天')).toBeTruthy();
  expect(within(tasks).getByText('待负责人确认')).toBeTruthy();
  expect(within(tasks).getByText('还有 8 天')).toBeTruthy();
  const ahead = screen.getByRole('region', { name: '近期开庭' });
  expect(within(ahead).getAllByRole('listitem')).toHaveLength(1);
  expect(within(ahead).getByText('负责人待安排')).toBeTruthy();
  expect(ahead.textContent).toContain('某县人民法院第一审判庭');
  expect(ahead.textContent).not.toContain('某县人民法院 · ');
});

test('an answer to a court that waits for a signature stands among the approvals, and leads to where it is signed', async () => {
  const small = new SmallOffice('2026-01-07');
  renderApp(small, '/');
  const toSign = {
    ...{ id: 'suit-1' as never, number: '云政应〔2026〕1号', title: '李某诉某县公安局行政处罚' },
    ...{ proposalId: 'proposal-1', step: 'file-answer', proposedBy: '陶一苇' },
    ...{ organName: '某县公安局', due: '2026-01-22' as never },
  };
  server.use(
    onTrpc('workbench.mine', () => ({
      ...small.bench(undefined, undefined),
      waitingApproval: 1,
      suitApprovals: [toSign],
    })),
  );
  const panel = await screen.findByRole('region', { name: /等我审批/ });
  expect(within(panel).getByText('某县公安局', { exact: false }).textContent).toContain('陶一苇');
  expect(within(panel).getByText('提交答辩状')).toBeTruthy();
  const suit = within(panel).getByRole('link', { name: '云政应〔2026〕1号' });
  expect(suit.getAttribute('href')).toBe('/lawsuits/suit-1');
  expect(within(panel).getByRole('link', { name: /^看/ }).getAttribute('href')).toBe('/lawsuits/suit-1?tab=approvals');
});
