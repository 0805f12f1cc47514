import { theSectionHead } from '@redress/domain/testing/play';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { received, SmallOffice } from '../../testing/small-office.ts';

const address = '/cases/case-played';
const withAgent = () => {
  const p = received();
  const applicant = p.case.parties[0]?.partyId ?? '';
  return p.do(
    'add-party',
    {
      party: {
        capacity: 'agent',
        person: { name: '孙律师' },
        actsFor: [applicant],
        authority: { kind: 'special', matters: ['withdraw', 'mediate'], until: '2026-01-06' },
      },
    },
    '2026-01-06',
  );
};

describe('who works on the case', () => {
  test('stands in its head, the main handler first, with a way to change', async () => {
    const { history, user } = renderApp(new SmallOffice('2026-01-07', undefined, received()), address);
    expect(await screen.findByText('主办')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '更换承办人' }));
    await screen.findByRole('dialog', { name: '确定承办人' });
    expect(history.location.search).toContain('assign-handlers');
  });

  test('fewer than two on an accepted case is said, and stops nothing', async () => {
    const accepted = received().do('accept', {}, '2026-01-08');
    renderApp(new SmallOffice('2026-01-09', undefined, accepted), address);
    expect(await screen.findByText('不足二人')).toBeTruthy();
  });

  test('whoever is recused finds no step to take, and reads why', async () => {
    const p = received().do(
      'record-recusal',
      { accountId: 'account-handler', ground: 'interest', how: 'own-request', decidedBy: '周局长' },
      '2026-01-06',
      theSectionHead,
    );
    const { user } = renderApp(new SmallOffice('2026-01-07', undefined, p), address);
    expect(await screen.findByText('handler已回避')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '受理，并起算审理期限' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /更多/ }));
    await user.click(screen.getByRole('menuitem', { name: /现在不可以/ }));
    expect(screen.getAllByRole('menuitem', { name: /已于2026年1月6日.*回避/ }).length).toBeGreaterThan(20);
  });
});

describe('the parties', () => {
  test('an agent’s power is told in full, with what can be done about each person beside them', async () => {
    const { user } = renderApp(new SmallOffice('2026-01-07', undefined, withAgent()), `${address}?tab=parties`);
    expect(await screen.findByText(/特别授权，撤回申请、接受调解，授权至/)).toBeTruthy();
    expect(screen.getByText('授权已到期')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更换李某' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '更换孙律师' }));
    const form = await screen.findByRole('dialog', { name: '更换代理人' });
    expect(within(form).getAllByText('孙律师').length).toBeGreaterThan(0);
  });

  test('updating somebody begins with what is on record', async () => {
    const small = new SmallOffice('2026-01-07', undefined, withAgent());
    const { user } = renderApp(small, `${address}?tab=parties`);
    await user.click(await screen.findByRole('button', { name: '更新信息：李某' }));
    const form = await screen.findByRole('dialog', { name: '更新当事人信息' });
    expect((within(form).getByLabelText(/^证件号码/) as HTMLInputElement).value).toBe('530000199001010011');
  });
});

describe('to-dos', () => {
  test('are added, marked when their day has passed, and ticked off', async () => {
    const small = new SmallOffice('2026-01-07', undefined, received());
    const { user } = renderApp(small, address);
    await user.click(await screen.findByRole('button', { name: '记一条待办' }));
    await user.click(screen.getByRole('button', { name: '记下' }));
    expect(await screen.findByText('请写明要做什么。')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: /^要做什么/ }), '核对送达回证');
    await user.type(screen.getByRole('textbox', { name: /^到哪一天/ }), '2026-01-05');
    await user.click(screen.getByRole('button', { name: '记下' }));
    expect(await screen.findByText('已过期')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: '办完：核对送达回证' }));
    await waitFor(() => expect(small.todos[0]?.done).toBe(true));
    expect(await screen.findByText('已办结 1')).toBeTruthy();
  });
});

describe('cases that belong together', () => {
  test('stand under their tab with their numbers, from both ends', async () => {
    const small = new SmallOffice('2026-01-07', undefined, received());
    small.linked.push({
      id: 'case-other' as never,
      proceeding: 'reconsideration',
      number: '云政复〔2026〕7号',
      title: '甲某不服某县公安局行政处罚决定',
      stage: 'accepted',
      kind: 'joined-into',
      direction: 'from',
      seq: 5,
    });
    renderApp(small, `${address}?tab=links`);
    expect(await screen.findByText('一并审理的案件')).toBeTruthy();
    expect(screen.getByRole('link', { name: '云政复〔2026〕7号' }).getAttribute('href')).toBe('/cases/case-other');
    expect(screen.getByText('并入审理本案')).toBeTruthy();
  });
});
