import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { ListColumn } from './data-list.tsx';
import { DataList } from './data-list.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';

interface Row {
  id: string;
  number: string;
  who: string;
}

const rows: Row[] = [
  { id: 'a', number: '云政复〔2026〕1号', who: '本机构' },
  { id: 'b', number: '云政复〔2026〕2号', who: '被申请人' },
  { id: 'c', number: '云政复〔2026〕3号', who: '申请人' },
];

const columns: ListColumn<Row>[] = [
  { key: 'number', title: '案号', primary: true, render: (row) => row.number },
  { key: 'who', title: '等谁', render: (row) => row.who },
];

function show(changes: Partial<ComponentProps<typeof DataList<Row>>>) {
  return render(
    <DataList<Row>
      label="案件"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      renderLink={(row, link) => <a href={`#${row.id}`} {...link} />}
      loadingLabel="正在读取案件"
      empty={<EmptyState title="没有案件" action={<button type="button">登记</button>} />}
      {...changes}
    />,
  );
}

describe('a list', () => {
  it('is a table of its columns, each row with one link', () => {
    show({});
    const table = screen.getByRole('table', { name: '案件' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['案号', '等谁']);
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#a', '#b', '#c']);
    expect(screen.getByRole('cell', { name: '被申请人' })).toBeTruthy();
  });

  it('says that it is loading, and is no table yet', () => {
    show({ rows: undefined });
    expect(screen.getByRole('status').textContent).toContain('正在读取案件');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says what to do when there is nothing', () => {
    show({ rows: [] });
    expect(screen.getByText('没有案件')).toBeTruthy();
    expect(screen.getByRole('button', { name: '登记' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('tries again after an error', async () => {
    const onRetry = vi.fn();
    show({ rows: undefined, error: <ErrorState title="没有读到" retry={{ label: '重试', onRetry }} /> });
    expect(screen.getByRole('alert').textContent).toContain('没有读到');
    await userEvent.setup().click(screen.getByRole('button', { name: '重试' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('keeps the rows it has when the next page fails, and an error is not taken for an empty list', () => {
    const more = { label: '再看', loadingLabel: '正在读取', loading: false, onMore: vi.fn() };
    const { unmount } = show({ error: <ErrorState title="后面的没有读到" />, more });
    expect(screen.getAllByRole('link')).toHaveLength(3);
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '再看' })).toBeNull();
    unmount();
    show({ rows: [], error: <ErrorState title="没有读到" /> });
    expect(screen.queryByText('没有案件')).toBeNull();
  });

  it('asks for the next page once', async () => {
    const user = userEvent.setup();
    const onMore = vi.fn();
    const { unmount } = show({ more: { label: '再看 50 件', loadingLabel: '正在读取', loading: false, onMore } });
    await user.click(screen.getByRole('button', { name: '再看 50 件' }));
    expect(onMore).toHaveBeenCalledTimes(1);
    unmount();
    show({ more: { label: '再看 50 件', loadingLabel: '正在读取', loading: true, onMore } });
    await user.click(screen.getByRole('button', { name: '正在读取' }));
    expect(onMore).toHaveBeenCalledTimes(1);
  });

  it('goes from row to row with the arrow keys', async () => {
    const user = userEvent.setup();
    show({});
    const at = () => document.activeElement?.getAttribute('href');
    await user.tab();
    expect(at()).toBe('#a');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(at()).toBe('#c');
    await user.keyboard('{ArrowDown}');
    expect(at()).toBe('#c');
    await user.keyboard('{ArrowUp}');
    expect(at()).toBe('#b');
    await user.keyboard('{Home}');
    expect(at()).toBe('#a');
  });

  it('says by which column it is sorted', async () => {
    const onSort = vi.fn();
    const [first, second] = columns;
    if (first === undefined || second === undefined) throw new Error('two columns');
    show({ columns: [first, { ...second, sort: { direction: 'descending', onSort } }] });
    expect(screen.getByRole('columnheader', { name: /等谁/ }).getAttribute('aria-sort')).toBe('descending');
    await userEvent.setup().click(screen.getByRole('button', { name: /等谁/ }));
    expect(onSort).toHaveBeenCalledTimes(1);
  });
});
