import { policeBureau } from '@redress/domain/testing/builders';
import { type Play, theLiaison } from '@redress/domain/testing/play';
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { received, SmallOffice } from '../../testing/small-office.ts';

const address = '/cases/case-played';
const toPolice = {
  sendings: [
    {
      addressee: { is: 'organ' as const, organId: policeBureau },
      method: 'exchange' as const,
      sentOn: '2026-01-12',
    },
  ],
};
const copied = (): Play =>
  received()
    .do('accept', { occurredOn: '2026-01-08' }, '2026-01-08')
    .do('issue-copy', { occurredOn: '2026-01-12', document: toPolice }, '2026-01-12');
const panel = (name: string) => screen.findByRole('region', { name });

describe('审理', () => {
  test('says of whom nothing was heard, and opens the step with that party in it', async () => {
    const { user, history } = renderApp(
      new SmallOffice('2026-01-13', undefined, copied()),
      `${address}?tab=proceedings`,
    );
    const missing = await panel('还缺什么');
    expect(within(missing).getByText(/尚未听取李某的意见/)).toBeTruthy();
    const opinions = await panel('听取意见');
    await user.click(within(opinions).getByRole('button', { name: '听取李某的意见' }));
    expect(history.location.search).toContain('step=hear-opinion');
    const form = await screen.findByRole('dialog', { name: '听取意见' });
    expect(within(form).getAllByText('李某').length).toBeGreaterThan(0);
  });

  test('is one calm page of five parts, each of which says when there is nothing', async () => {
    renderApp(new SmallOffice('2026-01-13', undefined, copied()), `${address}?tab=proceedings`);
    const said = {
      听证: '没有组织听证。',
      行政复议委员会: '没有提请委员会。',
      规范性文件附带审查: '没有附带审查。',
      停止计算的期间: '没有停止计算的期间。',
    };
    for (const [name, text] of Object.entries(said)) expect(within(await panel(name)).getByText(text)).toBeTruthy();
  });
});

describe('the department', () => {
  test('sees first what it is asked for, with what follows if nothing comes', async () => {
    renderApp(new SmallOffice('2026-01-13', theLiaison, copied()), address);
    const asks = await panel('本单位应办事项');
    expect(within(asks).getByText(/视为该行政行为没有证据、依据/)).toBeTruthy();
    expect(within(asks).getByRole('button', { name: '签收' })).toBeTruthy();
    expect(within(asks).getByRole('button', { name: '提交书面答复' })).toBeTruthy();
    expect(screen.queryByRole('tab', { name: /审批/ })).toBeNull();
  });

  test('is offered no step of the office, not even as one it may not take', async () => {
    const { user } = renderApp(new SmallOffice('2026-01-13', theLiaison, copied()), address);
    await panel('本单位应办事项');
    const more = screen.queryByRole('button', { name: /更多/ });
    if (more !== null) await user.click(more);
    expect(screen.queryByText('提请委员会')).toBeNull();
    expect(screen.queryByText('作出行政复议决定')).toBeNull();
  });

  test('that is late is told so, and may still hand it in', async () => {
    const late = copied().do(
      'acknowledge-receipt',
      { sendingId: copied().case.documents.at(-1)?.sendings[0]?.id ?? '', signer: '陶某' },
      '2026-01-13',
      theLiaison,
    );
    renderApp(new SmallOffice('2026-02-02', theLiaison, late), address);
    const asks = await panel('本单位应办事项');
    expect(within(asks).getByText('已逾期')).toBeTruthy();
    expect(within(asks).getByText(/仍然可以提交/)).toBeTruthy();
    expect(within(asks).getByRole('button', { name: '提交书面答复' })).toBeTruthy();
  });
});
