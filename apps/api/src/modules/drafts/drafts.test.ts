/** Drafts are their author's alone, and expire. */
import type { InstantMs } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, demoPeople, testApi } from '../../testing/api.ts';
import { getDraft, putDraft } from './drafts.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi();
});
const key = 'case:new';

describe('a draft', () => {
  it('is kept for its author and nobody else, the last one wins, and it can be thrown away', async () => {
    const handler = await api.as(demoPeople.handler);
    expect(await handler.query('drafts', 'get', { key })).toEqual({ ok: true, data: null });
    await handler.mutate('drafts', 'put', { key, body: { requests: '撤销' } });
    await handler.mutate('drafts', 'put', { key, body: { requests: '撤销并重作' } });
    expect(await handler.query('drafts', 'get', { key })).toMatchObject({ data: { body: { requests: '撤销并重作' } } });
    const other = await api.as(demoPeople.secondHandler);
    expect(await other.query('drafts', 'get', { key })).toEqual({ ok: true, data: null });
    await handler.mutate('drafts', 'remove', { key });
    expect(await handler.query('drafts', 'get', { key })).toEqual({ ok: true, data: null });
  });

  it('is gone after thirty days', async () => {
    const { db } = api.services;
    const author = demoPeople.sectionHead.accountId;
    const then = Date.UTC(2026, 0, 1) as InstantMs;
    const later = (days: number) => (then + days * 86_400_000) as InstantMs;
    await putDraft(db, author, key, { text: '草稿' }, then);
    expect(await getDraft(db, author, key, later(29))).not.toBeNull();
    expect(await getDraft(db, author, key, later(31))).toBeNull();
    await putDraft(db, author, 'case:other', {}, later(31));
    const left = await api.database.sql('select from draft where account_id = $1 and key = $2', [author, key]);
    expect(left).toHaveLength(0);
  });

  it('has a limit', async () => {
    const handler = await api.as(demoPeople.handler);
    const body = 'x'.repeat(300 * 1024);
    expect(await handler.mutate('drafts', 'put', { key, body })).toMatchObject({
      failure: { code: 'invalid-input', fields: [{ field: 'body', rule: 'too-long' }] },
    });
  });

  it('with a character that cannot be kept is refused at its field, wherever it stands', async () => {
    const handler = await api.as(demoPeople.handler);
    const bodies = {
      'body.requests': { requests: 'a\u0000b' },
      'body.acts.1': { acts: ['', '\ud800'] },
      body: { '\u0000': 1 },
    };
    for (const [field, body] of Object.entries(bodies)) {
      const answer = await handler.mutate('drafts', 'put', { key: 'case:other', body });
      expect(answer).toMatchObject({
        status: 400,
        failure: { code: 'invalid-input', fields: [{ field, rule: 'unprintable' }] },
      });
    }
    expect(await handler.query('drafts', 'get', { key: 'case:other' })).toEqual({ ok: true, data: null });
    const kept = { requests: '𠮷野家 😀 \u007f' };
    await handler.mutate('drafts', 'put', { key: 'case:other', body: kept });
    expect(await handler.query('drafts', 'get', { key: 'case:other' })).toMatchObject({ data: { body: kept } });
  });
});
