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
});
