/** Working with the list: its columns, its order, saved filters, and many cases at once. */
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';

const office = () => new SmallOffice('2026-01-07', undefined, received());
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent?.replace(/ [↑↓]$/, ''));

/** A list of several cases: the small office's one, under other names. */
function several(small: SmallOffice, count: number) {
  const rows = Array.from({ length: count }, (_, n) => ({
    ...small.row(),
    id: (n === 0 ? small.row().id : `case-${n}`) as ReturnType<typeof small.row>['id'],
    number: `云政复〔2026〕${n + 1}号`,
  }));
  server.use(onTrpc('cases.list', () => ({ rows, nextCursor: null })));
  return rows;
}

test('columns are shown, hidden and put in order, and kept for the account', async () => {
  const small = office();
  const { user } = renderApp(small, '/cases');
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  expect(heads()).toEqual(['', '案号', '案件', '状态', '等谁', '期限', '剩余', '承办人']);
  await user.click(screen.getByRole('button', { name: '列' }));
  const drawer = await screen.findByRole('dialog');
  await user.click(within(drawer).getByRole('checkbox', { name: '被申请人' }));
  await user.click(within(drawer).getByRole('checkbox', { name: '等谁' }));
  await user.click(within(drawer).getByRole('button', { name: '上移：被申请人' }));
  await waitFor(() => expect(heads()).toEqual(['', '案号', '案件', '状态', '期限', '剩余', '被申请人', '承办人']));
  expect(screen.getByRole('cell', { name: /某县公安局$/ })).toBeTruthy();
  await waitFor(() =>
    expect(small.preferences.get('cases.list')).toMatchObject({
      columns: ['number', 'title', 'stage', 'due', 'left', 'respondents', 'handlers'],
    }),
  );
  expect(within(drawer).getByRole('checkbox', { name: '案号' }).hasAttribute('disabled')).toBe(true);
});

test('a kept choice is there at the next visit, without what this program does not know', async () => {
  const small = office();
  small.preferences.set('cases.list', { columns: ['title', 'no-such-column', 'number', 'receivedOn'] });
  renderApp(small, '/cases');
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  await waitFor(() => expect(heads()).toEqual(['', '案件', '案号', '收到日']));
});

test('pressing a heading puts the list in its order, pressing again turns it round', async () => {
  const asked: unknown[] = [];
  const small = office();
  const { history, user } = renderApp(small, '/cases');
  server.use(
    onTrpc('cases.list', ({ sort, order }) => {
      asked.push([sort, order]);
      return { rows: [small.row()], nextCursor: null };
    }),
  );
  const due = await screen.findByRole('columnheader', { name: /期限/ });
  expect(due.getAttribute('aria-sort')).toBe('ascending');
  await user.click(screen.getByRole('button', { name: '案号' }));
  await waitFor(() => expect(history.location.search).toContain('sort=number'));
  expect(screen.getByRole('columnheader', { name: /案号/ }).getAttribute('aria-sort')).toBe('descending');
  await user.click(screen.getByRole('button', { name: '案号' }));
  await waitFor(() => expect(history.location.search).toContain('order=asc'));
  await waitFor(() => expect(asked.at(-1)).toEqual(['number', 'asc']));
  await user.click(screen.getByRole('button', { name: '期限' }));
  await waitFor(() => expect(history.location.search).not.toContain('sort'));
});

test('a filter behind the fold is said above the list and dropped with one press', async () => {
  const small = office();
  const { history, user } = renderApp(small, '/cases?matter=penalty&acceptedFrom=2026-01-01');
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  await user.click(screen.getByRole('button', { name: '收起筛选' }));
  await user.click(screen.getByRole('button', { name: /删除：申请复议事项：行政处罚/ }));
  await waitFor(() => expect(history.location.search).not.toContain('matter'));
  expect(history.location.search).toContain('acceptedFrom');
});

test('categories are the office’s own: an added one is filtered by, a renamed one bears its name', async () => {
  const small = office();
  const { history, user } = renderApp(small, '/cases?category=tobacco');
  const row = { from: null, until: null, shipped: true };
  server.use(
    onTrpc('office.referenceList', () => [
      { ...row, key: 'tobacco', zh: '烟草专卖', en: 'Tobacco monopoly', mapsTo: 'tobacco' },
      { ...row, key: 'land', zh: null, en: null, mapsTo: 'land' },
      { ...row, key: 'drones', zh: '低空管理', en: 'Low altitude', mapsTo: 'transport', shipped: false },
    ]),
    onTrpc('cases.list', () => ({
      rows: [
        { ...small.row(), category: 'drones' },
        { ...small.row(), id: 'case-2' as ReturnType<typeof small.row>['id'], category: 'land' },
      ],
      nextCursor: null,
    })),
  );
  small.preferences.set('cases.list', { columns: ['number', 'category'], defaultFilter: null });
  expect(await screen.findByText('低空管理')).toBeTruthy();
  // What the office has not renamed keeps the program's word.
  expect(screen.getByText('土地')).toBeTruthy();
  await user.click(screen.getByRole('combobox', { name: '行政管理类别' }));
  const options = () => [...document.querySelectorAll<HTMLElement>('.ant-select-item-option')];
  await waitFor(() => expect(options().map((one) => one.textContent)).toEqual(['烟草专卖✓', '土地', '低空管理']));
  await user.click(options()[2] as HTMLElement);
  await waitFor(() => expect(history.location.search).toContain('category=drones'));
  await user.click(screen.getByRole('button', { name: '收起筛选' }));
  expect(await screen.findByRole('button', { name: /删除：行政管理类别：低空管理/ })).toBeTruthy();
});

test('a filter is saved under a name, opens the list, and is its default', async () => {
  const small = office();
  const { history, user } = renderApp(small, '/cases?light=near');
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  await user.click(screen.getByRole('button', { name: '保存这个筛选' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: '保存' }));
  expect(await within(dialog).findByText(/请写一个名称/)).toBeTruthy();
  await user.type(within(dialog).getByLabelText(/名称/), '临期的');
  await user.click(within(dialog).getByRole('checkbox', { name: '打开清单时默认使用' }));
  await user.click(within(dialog).getByRole('button', { name: '保存' }));
  const chip = await screen.findByRole('button', { name: '临期的' });
  await waitFor(() => expect(chip.getAttribute('aria-pressed')).toBe('true'));
  expect(small.savedFilters).toMatchObject([{ name: '临期的', shared: false, search: { light: 'near' } }]);
  await user.click(chip);
  await waitFor(() => expect(history.location.search).not.toContain('light'));
  expect(small.preferences.get('cases.list')).toMatchObject({ defaultFilter: small.savedFilters[0]?.id });
});

test('a list without filters opens with the default one; an address with filters says it all', async () => {
  const small = office();
  small.savedFilters.push({ id: 'filter-00000001', name: '我的', shared: false, search: { mine: true } });
  small.preferences.set('cases.list', { columns: [], defaultFilter: 'filter-00000001' });
  const asked: unknown[] = [];
  const first = renderApp(small, '/cases');
  server.use(
    onTrpc('cases.list', ({ filter }) => {
      asked.push(filter);
      return { rows: [small.row()], nextCursor: null };
    }),
  );
  await waitFor(() => expect(first.history.location.search).toContain('mine=true'));
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  // Asked for once: not first without the filter.
  expect(asked).toEqual([{ handler: 'me', closed: false }]);
  // Emptied by somebody it stays empty.
  await first.user.click(screen.getAllByRole('button', { name: '清除筛选' })[0] as HTMLElement);
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(first.history.location.search).not.toContain('mine');
  first.unmount();
  const second = renderApp(small, '/cases?light=ok');
  await screen.findByRole('button', { name: '我的' });
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  expect(second.history.location.search).toBe('?light=ok');
});

test('a batch is previewed, done case by case, and what was refused is tried again with a command of its own', async () => {
  const small = office();
  const { user } = renderApp(small, '/cases');
  several(small, 3);
  const commands: { id: string; commandId: string }[] = [];
  let taken = true;
  server.use(
    onTrpc('cases.foresee', ({ items }) =>
      items.map(({ id }) => ({
        id: id as never,
        version: 2,
        preview: null,
        failure: null,
        ...(String(id) === 'case-2'
          ? { failure: { code: 'not-permitted' as const } }
          : {
              preview: {
                ok: true,
                verdict: 'allowed' as const,
                reason: null,
                article: null,
                params: {},
                contradictions: [],
                changes: [],
                stageAfter: null,
                deemedAcceptance: null,
                fields: [],
              },
            }),
      })),
    ),
    onTrpc('cases.execute', ({ id, commandId }) => {
      commands.push({ id: String(id), commandId: String(commandId) });
      if (String(id) === 'case-1' && taken) throw new Failing({ code: 'stale-version' });
      return small.view();
    }),
  );
  await user.click(await screen.findByRole('checkbox', { name: '选中已显示的全部案件' }));
  expect(screen.getByText('已选 3 件')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '交办…' }));
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByRole('button', { name: '交办 0 件' }).hasAttribute('disabled')).toBe(true);
  await user.type(within(drawer).getByLabelText(/理由/), '调整分工');
  await user.click(within(drawer).getByRole('combobox', { name: /承办人/ }));
  await user.click(await screen.findByText((_, element) => element?.className === 'ant-select-item-option-content'));
  await within(drawer).findByText('可以办理 2 件，不能办理 1 件');
  await user.click(within(drawer).getByRole('button', { name: '交办 2 件' }));
  await within(drawer).findByText('办完 1 件，未办 1 件。');
  expect(small.drafts.has('batch:cases')).toBe(false);
  const first = commands.find((one) => one.id === 'case-1')?.commandId;
  taken = false;
  await user.click(within(drawer).getByRole('button', { name: '再试未办的 1 件' }));
  await within(drawer).findByText('全部办完，共 2 件。');
  expect(commands.filter((one) => one.id !== 'case-1')).toHaveLength(1);
  expect(commands.at(-1)?.commandId).not.toBe(first);
});

test('a batch whose page was closed goes on with the same commands', async () => {
  const small = office();
  const items = [
    {
      id: 'case-played',
      number: '云政复〔2026〕41号',
      version: 2,
      calls: [{ commandId: 'c-1', type: 'make-note', input: {} }],
    },
  ];
  small.drafts.set('batch:cases', { kind: 'assign', items });
  const { user } = renderApp(small, '/cases');
  const sent: unknown[] = [];
  server.use(
    onTrpc('cases.execute', (input) => {
      sent.push(input);
      return small.view();
    }),
  );
  await screen.findByText('上次的批量办理还有 1 件没有结果。');
  await user.click(screen.getByRole('button', { name: '接着办' }));
  await screen.findByText('全部办完，共 1 件。');
  expect(sent).toMatchObject([{ commandId: 'c-1', expectedVersion: 2, id: 'case-played' }]);
  await waitFor(() => expect(small.drafts.has('batch:cases')).toBe(false));
});

test('the list is exported with the filter, the order and the columns in sight', async () => {
  const small = office();
  const { user } = renderApp(small, '/cases?light=near&sort=received');
  const bodies: unknown[] = [];
  URL.createObjectURL = vi.fn(() => 'blob:list');
  URL.revokeObjectURL = vi.fn();
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  server.use(
    http.post('*/api/exports/cases', async ({ request }) => {
      bodies.push(await request.json());
      return new HttpResponse('x', {
        headers: {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('案件清单-2026-01-07.xlsx')}`,
        },
      });
    }),
  );
  await screen.findByRole('row', { name: /云政复〔2026〕41号/ });
  await user.click(screen.getByRole('button', { name: '导出' }));
  await user.click(await screen.findByText(/导出 Excel/));
  await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
  expect(bodies).toMatchObject([
    { format: 'xlsx', filter: { light: 'near' }, sort: 'received', order: 'desc', language: 'zh-CN' },
  ]);
  expect((click.mock.instances[0] as unknown as HTMLAnchorElement).download).toBe('案件清单-2026-01-07.xlsx');
  click.mockRestore();
});
