/** What an account prefers is its own, on whichever machine; a filter is shared only where its author says so. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, testApi } from '../../testing/api.ts';

let api: Api;
let handler: Browser;
let colleague: Browser;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  colleague = await api.as(demoPeople.secondHandler);
});
const key = 'cases.list';

describe('a preference', () => {
  it('is nothing until something is chosen; then the last choice, in every browser of the account', async () => {
    expect(await handler.query('preferences', 'get', { key })).toEqual({ ok: true, data: null });
    await handler.mutate('preferences', 'put', { key, body: { columns: ['number'] } });
    await handler.mutate('preferences', 'put', { key, body: { columns: ['number', 'due'] } });
    const elsewhere = api.browser();
    await elsewhere.signIn(demoPeople.handler.username);
    for (const browser of [handler, elsewhere]) {
      expect(await browser.query('preferences', 'get', { key })).toMatchObject({
        data: { body: { columns: ['number', 'due'] } },
      });
    }
  });

  it("is nobody else's", async () => {
    expect(await colleague.query('preferences', 'get', { key })).toEqual({ ok: true, data: null });
    await colleague.mutate('preferences', 'put', { key, body: { columns: ['title'] } });
    expect(await handler.query('preferences', 'get', { key })).toMatchObject({
      data: { body: { columns: ['number', 'due'] } },
    });
  });

  it('is small, of few keys, and under a key that reads like one', async () => {
    const put = (k: string, body: unknown) => handler.mutate('preferences', 'put', { key: k, body });
    expect(await put(key, 'x'.repeat(20 * 1024))).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(await put('No such', {})).toMatchObject({ failure: { code: 'invalid-input' } });
    for (let n = 0; n < 49; n += 1) expect((await put(`k${n}`, n)).ok).toBe(true);
    expect(await put('one.more', {})).toMatchObject({ failure: { fields: [{ field: 'key', rule: 'too-many' }] } });
    expect((await put(key, { columns: ['number'] })).ok).toBe(true);
  });
});

describe('a saved filter', () => {
  const mine = { id: 'filter-mine-0001', name: '我的临期', shared: false, search: { light: 'near', mine: true } };
  const ours = {
    id: 'filter-ours-0001',
    name: '公安超期',
    shared: true,
    search: { light: 'overdue', respondent: 'o-1' },
  };
  const names = async (browser: Browser) => {
    const answer = await browser.query('preferences', 'savedFilters', undefined);
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.data.map(({ name, own }) => `${name}${own ? '*' : ''}`).toSorted();
  };

  it('is its author’s, or everybody’s in the office', async () => {
    expect((await handler.mutate('preferences', 'saveFilter', mine)).ok).toBe(true);
    expect((await handler.mutate('preferences', 'saveFilter', ours)).ok).toBe(true);
    expect(await names(handler)).toEqual(['公安超期*', '我的临期*']);
    expect(await names(colleague)).toEqual(['公安超期']);
    expect(await names(await api.as(demoPeople.policeLiaison))).toEqual([]);
  });

  it('is changed and removed by its author alone', async () => {
    const changed = { ...ours, name: '公安局超期' };
    expect(await colleague.mutate('preferences', 'saveFilter', changed)).toMatchObject({
      failure: { code: 'not-found' },
    });
    await colleague.mutate('preferences', 'removeFilter', { id: ours.id });
    expect(await names(colleague)).toEqual(['公安超期']);
    expect((await handler.mutate('preferences', 'saveFilter', changed)).ok).toBe(true);
    expect(await names(colleague)).toEqual(['公安局超期']);
    await handler.mutate('preferences', 'removeFilter', { id: ours.id });
    expect(await names(colleague)).toEqual([]);
    expect(await names(handler)).toEqual(['我的临期*']);
  });

  it('has a name, and plain values', async () => {
    const save = (over: object) => handler.mutate('preferences', 'saveFilter', { ...mine, ...over });
    expect(await save({ name: '  ' })).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(await save({ name: '长'.repeat(31) })).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(await save({ search: { light: { $ne: 1 } } })).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(await save({ search: { q: 'a\u0000' } })).toMatchObject({ failure: { code: 'invalid-input' } });
  });
});
