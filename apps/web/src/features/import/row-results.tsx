import { differenceText, importProblemText, importWords } from '@redress/domain/labels/import-words';
import { Chip } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { FilterChips } from '@redress/ui/filter-chips';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { type ImportSearch, type RowFilter, rowFilters } from './import-search.ts';
import type { Run } from './one-import.tsx';
import { RowDrawer } from './row-drawer.tsx';

export type ImportRow = Outputs['imports']['rows']['rows'][number];

interface RowResultsProps {
  run: Run;
  search: ImportSearch;
  onSearch: (search: ImportSearch) => void;
}

/** Every row with what was found in it and what became of it; the filter and the open row stand in the address. */
export function RowResults({ run, search, onSearch }: RowResultsProps) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const w = words.imports.result;
  const { counts } = run;
  const filter: RowFilter = search.show ?? (counts.error > 0 ? 'error' : 'all');
  const list = useInfiniteQuery(
    trpc.imports.rows.infiniteQueryOptions(
      { id: run.id, filter, limit: 50 },
      {
        getNextPageParam: (page) => page.nextCursor,
        initialCursor: null,
        enabled: run.status !== 'checking',
        refetchInterval: run.status === 'running' ? 2000 : false,
      },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const counted: Record<RowFilter, number> = { ...counts, all: counts.total };
  if (run.status === 'checking') return null;
  return (
    <Panel title={w.title}>
      <div className="rw-filters">
        <FilterChips
          label={w.filter}
          mode="single"
          options={rowFilters
            .filter((value) => value === 'all' || value === filter || counted[value] > 0)
            .map((value) => ({ value, label: w[value], count: counted[value] }))}
          selected={[filter]}
          onChange={([value]) => onSearch({ id: run.id, show: rowFilters.find((f) => f === value) ?? 'all' })}
        />
      </div>
      <DataList<ImportRow>
        label={w.label}
        rows={rows}
        rowKey={(row) => String(row.n)}
        columns={[
          { key: 'n', title: w.row, primary: true, width: '72px', render: (row) => w.rowTitle(row.n) },
          {
            key: 'number',
            title: w.number,
            width: 'minmax(120px, 180px)',
            render: (row) => row.caseNumber ?? words.none,
          },
          { key: 'state', title: w.state, width: '112px', render: (row) => <RowState row={row} /> },
          { key: 'found', title: w.found, card: 'line', render: (row) => <Found row={row} /> },
        ]}
        renderLink={(row, props) => (
          <Link to="/import" search={{ ...search, id: run.id, show: filter, row: row.n }} className={props.className}>
            {props.children}
          </Link>
        )}
        loadingLabel={words.loading}
        empty={<EmptyState title={w.none} />}
        error={
          list.isError ? (
            <ErrorState
              title={w.readFailed}
              detail={labels.failure(failureOf(list.error))}
              retry={{ label: words.retry, onRetry: () => void list.refetch() }}
            />
          ) : undefined
        }
        more={
          list.hasNextPage
            ? {
                label: w.more,
                loadingLabel: w.moreLoading,
                loading: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              }
            : undefined
        }
      />
      {search.row !== undefined && (
        <RowDrawer id={run.id} n={search.row} onClose={() => onSearch({ id: run.id, show: filter })} />
      )}
    </Panel>
  );
}

const tones = {
  unread: 'dotted',
  error: 'red',
  ready: 'ink',
  known: 'dotted',
  done: 'jade',
  failed: 'red',
} as const;

function RowState({ row }: { row: ImportRow }) {
  const { words } = useLanguage();
  return <Chip tone={tones[row.status]}>{words.imports.result[row.status]}</Chip>;
}

/** What was found in a row: each with its column, its field and its sentence; what the register said otherwise below. */
export function Found({ row }: { row: Pick<ImportRow, 'problems' | 'differences' | 'streamId' | 'status'> }) {
  const { words, language } = useLanguage();
  const w = words.imports.result;
  const domain = importWords(language);
  const nothing = row.problems.length === 0 && row.differences.length === 0;
  return (
    <div className="rw-import-found">
      {nothing && row.streamId === null && (
        <span className="rd-muted">{row.status === 'unread' ? w.unread : w.clean}</span>
      )}
      {row.problems.length > 0 && (
        <ul>
          {row.problems.map((p) => (
            <li key={`${p.from}-${p.code}-${p.field}-${p.value}`} data-severity={p.severity}>
              <b>{domain.severity[p.severity]}</b>{' '}
              {p.field !== null && (
                <span className="rd-muted">
                  {p.column === null ? domain.fields[p.field] : w.at(p.column, domain.fields[p.field])}
                  {p.value === '' ? '' : ` ${w.value(p.value)}`}
                  {words.colon}
                </span>
              )}
              {importProblemText(language, p)}
              {typeof p.params.caseId === 'string' && (
                <>
                  {' '}
                  <Link to="/cases/$id" params={{ id: p.params.caseId }} className="rw-import-case">
                    {w.openCase}
                  </Link>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {row.differences.length > 0 && (
        <ul>
          {row.differences.map((d) => (
            <li key={d.what} data-severity="difference">
              <b>{w.difference}</b> {differenceText(language, d)}
            </li>
          ))}
        </ul>
      )}
      {row.streamId !== null && (
        <Link to="/cases/$id" params={{ id: row.streamId }} className="rw-import-case">
          {w.openCase}
        </Link>
      )}
    </div>
  );
}
