import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
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

describe('choosing rows', () => {
  function Chooser({ list = rows, onChange }: { list?: Row[]; onChange?: (keys: string[]) => void }) {
    const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
    return (
      <DataList<Row>
        label="案件"
        columns={columns}
        rows={list}
        rowKey={(row) => row.id}
        renderLink={(row, link) => <a href={`#${row.id}`} {...link} />}
        loadingLabel="正在读取案件"
        empty={null}
        selection={{
          selected,
          onChange: (next) => {
            setSelected(next);
            onChange?.([...next]);
          },
          allLabel: '选中全部',
          rowLabel: (row) => `选中 ${row.number}`,
        }}
      />
    );
  }
  const box = (name: RegExp | string) => screen.getByRole('checkbox', { name }) as HTMLInputElement;
  const chosen = () => screen.getAllByRole('checkbox', { checked: true }).length;

  it('one by one, and all of those that are here', async () => {
    const user = userEvent.setup();
    render(<Chooser />);
    await user.click(box(/2026〕1号/));
    expect(box(/2026〕1号/).checked).toBe(true);
    expect(box('选中全部').indeterminate).toBe(true);
    await user.click(box('选中全部'));
    expect(chosen()).toBe(4);
    expect(box('选中全部').indeterminate).toBe(false);
    await user.click(box('选中全部'));
    expect(screen.queryAllByRole('checkbox', { checked: true })).toHaveLength(0);
  });

  it('with Shift from the one chosen last', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    render(<Chooser onChange={onChange} />);
    await user.click(box(/2026〕1号/));
    await user.keyboard('{Shift>}');
    await user.click(box(/2026〕3号/));
    await user.keyboard('{/Shift}');
    expect(onChange).toHaveBeenLastCalledWith(['a', 'b', 'c']);
  });

  it('by the space bar on a row, and further with Shift and the arrows', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    render(<Chooser onChange={onChange} />);
    screen.getAllByRole('link')[0]?.focus();
    await user.keyboard(' ');
    expect(onChange).toHaveBeenLastCalledWith(['a']);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(onChange).toHaveBeenLastCalledWith(['a', 'b']);
    await user.keyboard(' ');
    expect(onChange).toHaveBeenLastCalledWith(['a']);
    expect(document.activeElement?.getAttribute('href')).toBe('#b');
  });

  it('going down from box to box stays with the boxes', async () => {
    const user = userEvent.setup();
    render(<Chooser />);
    box(/2026〕1号/).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(box(/2026〕3号/));
  });
});

describe('a long list', () => {
  const many: Row[] = Array.from({ length: 10_000 }, (_, n) => ({
    id: `r${n}`,
    number: `云政复〔2026〕${n + 1}号`,
    who: '本机构',
  }));
  beforeAll(() => {
    window.scrollTo = vi.fn() as typeof window.scrollTo;
  });

  it('draws what is near the window, and says how long it is and where each row stands', () => {
    show({ rows: many });
    const drawn = screen.getAllByRole('row');
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.length).toBeLessThan(100);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('10001');
    expect(drawn.map((row) => row.getAttribute('aria-rowindex')).slice(0, 3)).toEqual(['1', '2', '3']);
  });

  it('does not know how long it is while more may come', () => {
    show({ rows: many, more: { label: '再看', loadingLabel: '正在读取', loading: false, onMore: vi.fn() } });
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('-1');
  });

  it('a short one is drawn whole, with nothing to say about it', () => {
    show({ rows: many.slice(0, 60) });
    expect(screen.getAllByRole('row')).toHaveLength(61);
    expect(screen.getByRole('table').hasAttribute('aria-rowcount')).toBe(false);
  });

  it('goes to a row that is not drawn yet', async () => {
    const user = userEvent.setup();
    show({ rows: many });
    screen.getAllByRole('link')[0]?.focus();
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('href')).toBe('#r9999');
    await user.keyboard('{Home}');
    expect(document.activeElement?.getAttribute('href')).toBe('#r0');
  });
});
