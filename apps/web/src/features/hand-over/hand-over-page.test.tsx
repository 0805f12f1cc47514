import { theSectionHead } from '@redress/domain/testing/play';
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { onTrpc } from '../../testing/trpc-handlers.ts';

const people = [
  { accountId: 'account-lu', name: '陆怀谷' },
  { accountId: 'account-gu', name: '顾明川' },
  { accountId: 'account-shen', name: '沈知微' },
];

describe('移交', () => {
  test('Tab leaves the field of colleagues, and takes nobody who was not chosen', async () => {
    const { user } = renderApp(new SmallOffice('2026-01-09', theSectionHead), '/cases/hand-over');
    server.use(onTrpc('office.handlers', () => people as never));
    const field = await screen.findByRole('combobox', { name: /移交给/ });
    await user.click(field);
    await user.type(field, '沈');
    await user.click(await screen.findByTitle('沈知微'));
    await user.tab();
    expect(document.activeElement).not.toBe(field);
    const chosen = () => [...document.querySelectorAll('.ant-select-selection-item')].map((x) => x.textContent);
    expect(chosen()).toEqual([expect.stringContaining('沈知微')]);
  });

  test('a case can be left out; one that somebody else moved meanwhile says so, and is not tried again', async () => {
    const { user } = renderApp(new SmallOffice('2026-01-09', theSectionHead), '/cases/hand-over?from=account-lu');
    const row = (id: string) => ({
      ...{ id, number: id, title: id, stage: 'accepted', closed: false },
      ...{ handlers: ['陆怀谷'], fromName: '陆怀谷' },
    });
    const asked: unknown[] = [];
    server.use(
      onTrpc('office.handlers', () => people as never),
      onTrpc('cases.toHandOver', () => [row('case-a'), row('case-b')] as never),
      onTrpc('cases.handOver', (input) => {
        asked.push(...(input.cases ?? []));
        const failure = { code: 'invalid-input', fields: [{ field: 'from', rule: 'not-a-handler' }] };
        return (input.cases ?? []).map((c) => ({ ...c, toName: '沈知微', done: false, failure })) as never;
      }),
    );
    await user.click(await screen.findByRole('combobox', { name: /移交给/ }));
    await user.click(await screen.findByTitle('沈知微'));
    await user.type(screen.getByRole('textbox', { name: /原因/ }), '调离');
    await user.click(await screen.findByRole('checkbox', { name: /case-b/ }));
    await user.click(screen.getByRole('button', { name: '移交 1 件' }));
    expect(await screen.findByText('陆怀谷已经不是本案承办人，可能已由他人移交。')).toBeTruthy();
    expect(asked).toEqual([{ id: 'case-a', to: 'account-shen' }]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /再试/ }).disabled).toBe(true);
  });
});
