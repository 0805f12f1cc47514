import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { FilterChips } from '@redress/ui/filter-chips';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Dropdown, Select } from 'antd';
import { useMemo, useState } from 'react';
import { ColumnsDrawer } from '../../lib/columns-drawer.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { usePermission, useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useExport } from '../../lib/use-export.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { FilterFields, FilterSaid } from './filter-fields.tsx';
import { type ColumnKey, columnKeys, lawsuitColumns, usualColumns } from './lawsuit-columns.tsx';
import {
  filterOf,
  isMoreSet,
  isNarrowed,
  type LawsuitFilter,
  type LawsuitSearch,
  lights,
  type Sort,
  sorts,
  todos,
} from './lawsuit-filter.ts';
import { useColumns } from './use-columns.ts';

/** The list as a file: what is shown, in the order shown. */
interface LawsuitExport {
  readonly format: 'xlsx' | 'csv';
  readonly filter: LawsuitFilter;
  readonly sort: Sort;
  readonly columns: readonly ColumnKey[];
}

interface LawsuitListPageProps {
  search: LawsuitSearch;
  onSearch: (search: LawsuitSearch) => void;
}

type Part = { readonly [K in keyof LawsuitSearch]?: LawsuitSearch[K] | undefined };

/** The lawsuits, the most urgent first. Every filter stands in the address; the columns are everybody's own. */
export function LawsuitListPage({ search, onSearch }: LawsuitListPageProps) {
  const trpc = useTRPC();
  const session = useSession();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const say = useSuitCodes();
  const mayRegister = usePermission('cases.register');
  const w = words.suits.list;
  const f = words.suits.filters;
  const [more, setMore] = useState(isMoreSet(search));
  const [choosingColumns, setChoosingColumns] = useState(false);
  const { columns, change: changeColumns } = useColumns(search.closed === true);
  const exporting = useExport<LawsuitExport>('lawsuits');

  const set = (part: Part) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, v]) => v !== undefined)));
  const filter = filterOf(search);
  const sort = search.sort ?? 'due';
  const list = useInfiniteQuery(
    trpc.lawsuits.list.infiniteQueryOptions(
      { filter, sort, limit: 100 },
      {
        getNextPageParam: (page) => page.nextCursor,
        initialCursor: null,
        placeholderData: keepPreviousData,
        // All pages would be read anew, one after the other, whenever somebody comes back to the window.
        refetchOnWindowFocus: false,
      },
    ),
  );
  const counts = useQuery(trpc.lawsuits.counts.queryOptions());
  const { data } = list;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  // The figures are those of all open lawsuits: where something else narrows the list, a press would open another number.
  const lone = (name: 'light' | 'todo') => !isNarrowed({ ...search, [name]: undefined });
  const byLight: Partial<Record<(typeof lights)[number], number>> =
    counts.data === undefined || !lone('light') ? {} : { overdue: counts.data.overdue, near: counts.data.near };
  const byTodo = counts.data === undefined || !lone('todo') ? undefined : counts.data.byTodo;
  const takeOut = (format: 'xlsx' | 'csv') => exporting.mutate({ format, filter, sort, columns });

  return (
    <>
      <PageHeader
        title={w.title}
        lead={w.lead}
        actions={
          mayRegister ? (
            <Link className="rd-btn" data-look="primary" to="/lawsuits/new">
              {w.register}
            </Link>
          ) : undefined
        }
      />
      <Panel>
        <div className="rw-filters">
          <FilterChips
            label={f.todo}
            mode="single"
            options={todos.map((value) => ({ value, label: f.todos[value], count: byTodo?.[value] }))}
            selected={search.todo === undefined ? [] : [search.todo]}
            onChange={([todo]) => set({ todo: todos.find((one) => one === todo) })}
          />
        </div>
        <div className="rw-filters">
          <FilterChips
            label={words.list.filters.light}
            mode="single"
            options={lights.map((light) => ({
              value: light,
              label: light === 'none' ? words.lists.none : words.list.light[light],
              count: byLight[light],
            }))}
            selected={search.light === undefined ? [] : [search.light]}
            onChange={([light]) => set({ light: lights.find((one) => one === light) })}
          />
          <FilterChips
            label={words.list.filters.state}
            options={[
              { value: 'mine', label: words.list.filters.mine },
              ...(session.seesBelow ? [{ value: 'below', label: words.list.filters.below }] : []),
              { value: 'closed', label: words.list.filters.closed },
            ]}
            selected={(['mine', 'below', 'closed'] as const).filter((name) => search[name] === true)}
            onChange={(on) =>
              set({
                mine: on.includes('mine') || undefined,
                below: on.includes('below') || undefined,
                closed: on.includes('closed') || undefined,
                all: undefined,
              })
            }
          />
          <button
            type="button"
            className="rd-btn rw-small"
            data-look="plain"
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            {more ? words.list.filters.fewer : words.list.filters.more}
          </button>
          {isNarrowed(search) && (
            <button type="button" className="rd-btn rw-small" data-look="plain" onClick={() => onSearch({})}>
              {words.list.filters.clear}
            </button>
          )}
          <span className="rw-list-tools">
            <Select
              className="rw-list-sort"
              size="small"
              aria-label={w.sort.label}
              value={sort}
              popupMatchSelectWidth={false}
              options={sorts.map((value) => ({ value, label: w.sort[value] }))}
              onChange={(value: Sort) => set({ sort: value === 'due' ? undefined : value })}
            />
            <button type="button" className="rd-btn rw-small" onClick={() => setChoosingColumns(true)}>
              {words.lists.columns.open}
            </button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'xlsx', label: words.lists.export.xlsx },
                  { key: 'csv', label: words.lists.export.csv },
                ],
                onClick: ({ key }) => takeOut(key === 'csv' ? 'csv' : 'xlsx'),
              }}
            >
              <button type="button" className="rd-btn rw-small" aria-busy={exporting.isPending || undefined}>
                {exporting.isPending ? words.lists.export.busy : words.lists.export.open}
              </button>
            </Dropdown>
          </span>
        </div>
        {more ? (
          <>
            <FilterFields search={search} onSet={set} />
            <FilterChips
              label={words.list.filters.more}
              options={[
                { value: 'all', label: f.all },
                { value: 'voided', label: f.voided },
              ]}
              selected={(['all', 'voided'] as const).filter((name) => search[name] === true)}
              onChange={(on) =>
                set({ all: on.includes('all') || undefined, voided: on.includes('voided') || undefined })
              }
            />
          </>
        ) : (
          <FilterSaid search={search} onDrop={(name) => set({ [name]: undefined })} />
        )}
        <DataList
          label={w.label}
          columns={lawsuitColumns(columns, { words, labels, say, language, today: session.today })}
          rows={rows}
          rowKey={(row) => row.id}
          renderLink={(row, props) => (
            <Link to="/lawsuits/$id" params={{ id: row.id }} className={props.className}>
              {props.children}
            </Link>
          )}
          loadingLabel={w.loading}
          empty={
            <EmptyState
              title={w.empty}
              detail={isNarrowed(search) ? w.emptyFiltered : mayRegister ? w.emptyFresh : undefined}
              action={
                isNarrowed(search) ? (
                  <button type="button" className="rd-btn" onClick={() => onSearch({})}>
                    {words.list.filters.clear}
                  </button>
                ) : mayRegister ? (
                  <Link className="rd-btn" data-look="primary" to="/lawsuits/new">
                    {w.register}
                  </Link>
                ) : undefined
              }
            />
          }
          error={
            list.isError ? (
              <ErrorState
                title={w.failed}
                detail={labels.failure(failureOf(list.error))}
                retry={{ label: words.retry, onRetry: () => void list.refetch() }}
              />
            ) : undefined
          }
          more={
            list.hasNextPage
              ? {
                  label: words.list.more,
                  loadingLabel: words.list.moreLoading,
                  loading: list.isFetchingNextPage,
                  onMore: () => void list.fetchNextPage(),
                  auto: true,
                }
              : undefined
          }
          summary={
            rows === undefined || rows.length === 0
              ? undefined
              : list.hasNextPage
                ? words.list.shown(rows.length)
                : words.list.shownAll(rows.length)
          }
        />
      </Panel>
      <ColumnsDrawer
        open={choosingColumns}
        all={columnKeys}
        usual={usualColumns}
        names={w.columns}
        fixed="number"
        chosen={columns}
        onChange={changeColumns}
        onClose={() => setChoosingColumns(false)}
      />
    </>
  );
}
