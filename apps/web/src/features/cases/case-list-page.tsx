import { listWords } from '@redress/domain/labels/list-columns';
import { type ListColumnKey, listColumns, usualListColumns } from '@redress/domain/reconsideration/list-columns';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { FilterChips } from '@redress/ui/filter-chips';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Dropdown, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { CaseListFilter } from '../../lib/case-search.ts';
import { useCategories } from '../../lib/category-name.ts';
import { ColumnsDrawer } from '../../lib/columns-drawer.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useExport } from '../../lib/use-export.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { BatchDrawer } from './batch-drawer.tsx';
import { type BatchKind, batchDraftKey, batchKinds, maxBatch, readBatch, useBatchRun } from './batch-run.ts';
import { type CaseRow, caseColumns } from './case-columns.tsx';
import {
  type CaseSearch,
  filterOf,
  isMoreSet,
  isNarrowed,
  type ListOrder,
  lights,
  naturalDirection,
  orderOf,
  sorts,
} from './case-filter.ts';
import { FilterFields } from './filter-fields.tsx';
import { FilterSaid } from './filter-said.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { useDefaultFilter } from './use-default-filter.ts';
import { useListPreference } from './use-list-preference.ts';
import { WorkFilterSaid } from './work-filter-said.tsx';
import './cases.css';

/** The list as a file: what is shown, in the order shown. */
interface CaseExport {
  readonly format: 'xlsx' | 'csv';
  readonly filter: CaseListFilter;
  readonly sort: ListOrder['sort'];
  readonly order: ListOrder['direction'];
  readonly columns: readonly ListColumnKey[];
}

interface CaseListPageProps {
  search: CaseSearch;
  onSearch: (search: CaseSearch) => void;
}

type Part = { readonly [K in keyof CaseSearch]?: CaseSearch[K] | undefined };

/** The list of cases, the most urgent first. Every filter stands in the address; the columns are everybody's own. */
export function CaseListPage({ search, onSearch }: CaseListPageProps) {
  const trpc = useTRPC();
  const session = useSession();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const categories = useCategories();
  const { message } = App.useApp();
  const mayRegister = usePermission('cases.register');
  const mayImport = usePermission('cases.import');
  const mayHandOver = usePermission('approvals.act');
  const mayAct = usePermission('cases.act');
  const w = words.lists;
  const [more, setMore] = useState(isMoreSet(search));
  const [choosingColumns, setChoosingColumns] = useState(false);
  const [chosen, setChosen] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  const [asked, setAsked] = useState<BatchKind | null>(null);
  const preference = useListPreference();
  const { columns } = preference.preference;
  const isSettled = useDefaultFilter(search, onSearch, preference);
  const exporting = useExport<CaseExport>('cases');

  const set = (part: Part) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, v]) => v !== undefined)));
  const filter = filterOf(search);
  const order = orderOf(search);
  const inOrder = { sort: order.sort, order: order.direction };
  const setOrder = ({ sort, direction }: ListOrder) =>
    set({
      sort: sort === 'due' ? undefined : sort,
      order: direction === naturalDirection[sort] ? undefined : direction,
    });

  const list = useInfiniteQuery(
    trpc.cases.list.infiniteQueryOptions(
      { filter, ...inOrder, limit: 100 },
      {
        getNextPageParam: (page) => page.nextCursor,
        initialCursor: null,
        placeholderData: keepPreviousData,
        enabled: isSettled,
        // All pages would be read anew, one after the other, whenever somebody comes back to the window.
        refetchOnWindowFocus: false,
      },
    ),
  );
  const counts = useQuery(trpc.cases.counts.queryOptions());
  const leftOver = useQuery(
    trpc.drafts.get.queryOptions({ key: batchDraftKey }, { enabled: mayAct, staleTime: Number.POSITIVE_INFINITY }),
  );
  const run = useBatchRun(() => setChosen(new Map()));
  const unfinished = run.batch === null ? readBatch(leftOver.data?.body ?? null) : null;
  const dropUnfinished = useMutation(
    trpc.drafts.remove.mutationOptions({
      onSettled: () => void queryClient.invalidateQueries({ queryKey: trpc.drafts.pathKey() }),
    }),
  );

  const { data } = list;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  // The figures are those of all open cases: where something else narrows the list, a press would open another number.
  const isWhole = !isNarrowed({ ...search, light: undefined });
  const counted: Partial<Record<(typeof lights)[number], number>> =
    counts.data === undefined || !isWhole ? {} : { overdue: counts.data.overdue, near: counts.data.near };
  const lightWords = { ...words.list.light, none: w.none };

  /** Rows stay chosen while the list is scrolled and filtered; at most so many as one batch takes. */
  function choose(keys: ReadonlySet<string>, known: readonly CaseRow[]) {
    const here = new Map(known.map((row) => [row.id as string, row]));
    const next = [...keys].flatMap((key) => {
      const row = here.get(key) ?? chosen.get(key);
      return row === undefined ? [] : [[key, row] as const];
    });
    if (next.length > maxBatch) void message.info(w.select.tooMany(maxBatch));
    setChosen(new Map(next.slice(0, maxBatch)));
  }
  const chooseFilter = useMutation({
    mutationFn: () => client.cases.list.query({ filter, ...inOrder, limit: maxBatch }),
    onSuccess: (page) => choose(new Set(page.rows.map((row) => row.id)), page.rows),
    onError: (error) => void message.error(labels.failure(failureOf(error))),
  });

  const closeBatch = () => {
    setAsked(null);
    run.close();
  };
  const takeOut = (format: 'xlsx' | 'csv') => exporting.mutate({ format, filter, ...inOrder, columns });

  return (
    <>
      <PageHeader
        title={words.list.title}
        lead={words.list.lead}
        actions={
          mayRegister || mayAct ? (
            <>
              {mayRegister && (
                <Link className="rd-btn" data-look="primary" to="/cases/new">
                  {words.list.register}
                </Link>
              )}
              {mayImport && (
                <Link className="rd-btn" to="/import">
                  {words.imports.link}
                </Link>
              )}
              {mayHandOver && (
                <Link className="rd-btn" to="/cases/hand-over">
                  {words.people.handOver}
                </Link>
              )}
              {mayAct && (
                <Link className="rd-btn" to="/committee">
                  {words.workbench.palette.pages.committee}
                </Link>
              )}
            </>
          ) : undefined
        }
      />
      {unfinished !== null && (
        <NoticeBar
          tone="info"
          word={words.notice.info}
          action={
            <span className="rw-list-tools">
              <button type="button" className="rd-btn rw-small" onClick={() => run.start(unfinished)}>
                {w.batch.goOn}
              </button>
              <button
                type="button"
                className="rd-btn rw-small"
                data-look="plain"
                onClick={() => dropUnfinished.mutate({ key: batchDraftKey })}
              >
                {w.batch.drop}
              </button>
            </span>
          }
        >
          {w.batch.leftOver(unfinished.items.length)}
        </NoticeBar>
      )}
      <Panel>
        <SavedFilters search={search} onSearch={onSearch} preference={preference} />
        <div className="rw-filters">
          <FilterChips
            label={words.list.filters.light}
            mode="single"
            options={lights.map((light) => ({ value: light, label: lightWords[light], count: counted[light] }))}
            selected={search.light === undefined ? [] : [search.light]}
            onChange={([light]) => set({ light: lights.find((l) => l === light) })}
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
              value={`${order.sort}:${order.direction}`}
              popupMatchSelectWidth={false}
              options={sorts.flatMap((sort) =>
                (['asc', 'desc'] as const).map((direction) => ({
                  value: `${sort}:${direction}`,
                  label: w.sort[direction][sort],
                })),
              )}
              onChange={(value) => {
                const [sort, direction] = value.split(':') as [ListOrder['sort'], ListOrder['direction']];
                setOrder({ sort, direction });
              }}
            />
            <button type="button" className="rd-btn rw-small" onClick={() => setChoosingColumns(true)}>
              {w.columns.open}
            </button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'xlsx', label: w.export.xlsx },
                  { key: 'csv', label: w.export.csv },
                ],
                onClick: ({ key }) => takeOut(key === 'csv' ? 'csv' : 'xlsx'),
              }}
            >
              <button type="button" className="rd-btn rw-small" aria-busy={exporting.isPending || undefined}>
                {exporting.isPending ? w.export.busy : w.export.open}
              </button>
            </Dropdown>
          </span>
        </div>
        <WorkFilterSaid search={search} />
        {more ? (
          <>
            <FilterFields search={search} onSet={set} />
            <FilterChips
              label={words.list.filters.more}
              options={[
                { value: 'all', label: w.filters.all },
                { value: 'joined', label: w.filters.joined },
                { value: 'voided', label: w.filters.voided },
              ]}
              selected={(['all', 'joined', 'voided'] as const).filter((name) => search[name] === true)}
              onChange={(on) =>
                set({
                  all: on.includes('all') || undefined,
                  joined: on.includes('joined') || undefined,
                  voided: on.includes('voided') || undefined,
                })
              }
            />
          </>
        ) : (
          <FilterSaid search={search} onDrop={(name) => set({ [name]: undefined })} />
        )}
        <DataList
          label={words.list.label}
          columns={caseColumns(columns, {
            words,
            labels,
            category: categories.name,
            language,
            today: session.today,
            order,
            onOrder: setOrder,
          })}
          rows={rows}
          rowKey={(row) => row.id}
          renderLink={(row, props) => (
            <Link to="/cases/$id" params={{ id: row.id }} className={props.className}>
              {props.children}
            </Link>
          )}
          selection={
            mayAct
              ? {
                  selected: new Set(chosen.keys()),
                  onChange: (keys) => choose(keys, rows ?? []),
                  allLabel: w.select.all,
                  rowLabel: (row) => w.select.row(row.number ?? row.title),
                }
              : undefined
          }
          loadingLabel={words.list.loading}
          empty={
            <EmptyState
              title={words.list.empty.title}
              detail={isNarrowed(search) ? words.list.empty.filtered : mayRegister ? words.list.empty.fresh : undefined}
              action={
                isNarrowed(search) ? (
                  <button type="button" className="rd-btn" onClick={() => onSearch({})}>
                    {words.list.filters.clear}
                  </button>
                ) : mayRegister ? (
                  <Link className="rd-btn" data-look="primary" to="/cases/new">
                    {words.list.register}
                  </Link>
                ) : undefined
              }
            />
          }
          error={
            list.isError ? (
              <ErrorState
                title={words.list.failed}
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
        {chosen.size > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset asks for something; this offers acts.
          <div className="rw-batch-bar" role="group" aria-label={w.select.bar}>
            <strong role="status">{w.select.count(chosen.size)}</strong>
            {batchKinds.map((kind) => (
              <button key={kind} type="button" className="rd-btn" onClick={() => setAsked(kind)}>
                {w.batch[kind]}
              </button>
            ))}
            <button
              type="button"
              className="rd-btn"
              data-look="plain"
              disabled={chooseFilter.isPending}
              onClick={() => chooseFilter.mutate()}
            >
              {w.select.wholeFilter(maxBatch)}
            </button>
            <button type="button" className="rd-btn" data-look="plain" onClick={() => setChosen(new Map())}>
              {w.select.clear}
            </button>
          </div>
        )}
      </Panel>
      <ColumnsDrawer
        open={choosingColumns}
        all={listColumns}
        usual={usualListColumns}
        names={listWords(language).columns}
        fixed="number"
        chosen={columns}
        onChange={(next) => preference.change({ columns: next })}
        onClose={() => setChoosingColumns(false)}
      />
      <BatchDrawer kind={asked} rows={[...chosen.values()]} run={run} onClose={closeBatch} />
    </>
  );
}
