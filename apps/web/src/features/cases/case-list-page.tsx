import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId } from '@redress/domain/ids';
import { stages, waitedFor } from '@redress/domain/reconsideration/codes';
import { CivilDateInput } from '@redress/ui/civil-date-input';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { FilterChips } from '@redress/ui/filter-chips';
import { FormField } from '@redress/ui/form-field';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { workFilterOf } from '../../lib/case-search.ts';
import { useDateStrings } from '../../lib/date-strings.ts';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { caseColumns } from './case-columns.tsx';
import { type CaseSearch, isNarrowed, lights } from './case-filter.ts';
import { WorkFilterSaid } from './work-filter-said.tsx';

interface CaseListPageProps {
  search: CaseSearch;
  onSearch: (search: CaseSearch) => void;
}

/** The list of cases, the most urgent first. Every filter stands in the address. */
export function CaseListPage({ search, onSearch }: CaseListPageProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const session = useSession();
  const mayRegister = usePermission('cases.register');
  const dates = useDateStrings();
  const [more, setMore] = useState(
    search.stage !== undefined ||
      search.waitingFor !== undefined ||
      search.respondent !== undefined ||
      search.from !== undefined ||
      search.to !== undefined,
  );
  const set = (part: Partial<Record<keyof CaseSearch, CaseSearch[keyof CaseSearch]>>) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, v]) => v !== undefined)));

  const list = useInfiniteQuery(
    trpc.cases.list.infiniteQueryOptions(
      {
        filter: {
          ...(search.q === undefined ? {} : { q: search.q }),
          ...(search.light === undefined ? {} : { light: search.light }),
          ...(search.stage === undefined ? {} : { stage: search.stage }),
          ...(search.waitingFor === undefined ? {} : { waitingFor: search.waitingFor }),
          ...workFilterOf(search),
          ...(search.mine === true
            ? { handler: 'me' }
            : search.handler === undefined
              ? {}
              : { handler: search.handler as AccountId }),
          ...(search.respondent === undefined ? {} : { respondent: search.respondent as OrganId }),
          ...(search.from === undefined ? {} : { receivedFrom: search.from }),
          ...(search.to === undefined ? {} : { receivedTo: search.to }),
          // Searching looks everywhere; otherwise the work that is open.
          ...(search.closed === true
            ? { closed: true }
            : search.q === undefined && search.all !== true
              ? { closed: false }
              : {}),
        },
        sort: search.sort ?? 'due',
        limit: 50,
      },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null, placeholderData: keepPreviousData },
    ),
  );
  const counts = useQuery(trpc.cases.counts.queryOptions());
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { enabled: more, staleTime: 600_000 }));

  const rows = list.data?.pages.flatMap((page) => page.rows);
  const counted: Partial<Record<(typeof lights)[number], number>> = {
    ...(counts.data?.overdue === undefined ? {} : { overdue: counts.data.overdue }),
    ...(counts.data?.near === undefined ? {} : { near: counts.data.near }),
  };

  return (
    <>
      <PageHeader
        title={words.list.title}
        lead={words.list.lead}
        actions={
          mayRegister ? (
            <Link className="rd-btn" data-look="primary" to="/cases/new">
              {words.list.register}
            </Link>
          ) : undefined
        }
      />
      <Panel>
        <div className="rw-filters">
          <FilterChips
            label={words.list.filters.light}
            mode="single"
            options={lights.map((light) => ({
              value: light,
              label: words.list.light[light],
              count: counted[light],
            }))}
            selected={search.light === undefined ? [] : [search.light]}
            onChange={([light]) => set({ light: lights.find((l) => l === light) })}
          />
          <FilterChips
            label={words.list.filters.state}
            options={[
              { value: 'mine', label: words.list.filters.mine },
              { value: 'closed', label: words.list.filters.closed },
            ]}
            selected={[...(search.mine === true ? ['mine'] : []), ...(search.closed === true ? ['closed'] : [])]}
            onChange={(on) =>
              set({ mine: on.includes('mine') || undefined, closed: on.includes('closed') || undefined })
            }
          />
          <FilterChips
            label={words.list.columns.due}
            mode="single"
            options={[{ value: 'received', label: words.list.sort.received }]}
            selected={search.sort === 'received' ? ['received'] : []}
            onChange={([sort]) => set({ sort: sort === 'received' ? 'received' : undefined })}
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
        </div>
        <WorkFilterSaid search={search} />
        {more && (
          <div className="rw-filter-fields">
            <FormField label={words.list.filters.stage}>
              {(control) => (
                <Select
                  {...control}
                  allowClear
                  value={search.stage ?? null}
                  options={stages.map((value) => ({ value, label: labels.stage(value) }))}
                  onChange={(value) => set({ stage: value ?? undefined })}
                />
              )}
            </FormField>
            <FormField label={words.list.filters.waitingFor}>
              {(control) => (
                <Select
                  {...control}
                  allowClear
                  value={search.waitingFor ?? null}
                  options={waitedFor.map((value) => ({ value, label: labels.waitedFor(value) }))}
                  onChange={(value) => set({ waitingFor: value ?? undefined })}
                />
              )}
            </FormField>
            <FormField label={words.list.filters.respondent}>
              {(control) => (
                <Select
                  {...control}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  loading={organs.isPending}
                  value={search.respondent ?? null}
                  options={(organs.data ?? []).map((organ) => ({ value: organ.id as string, label: organ.name }))}
                  onChange={(value) => set({ respondent: value ?? undefined })}
                />
              )}
            </FormField>
            <FormField label={words.list.filters.receivedFrom}>
              {(control) => (
                <CivilDateInput
                  {...control}
                  value={search.from ?? null}
                  max={search.to}
                  today={session.today}
                  strings={dates}
                  onChange={(day) => set({ from: (day as CivilDate | null) ?? undefined })}
                />
              )}
            </FormField>
            <FormField label={words.list.filters.receivedTo}>
              {(control) => (
                <CivilDateInput
                  {...control}
                  value={search.to ?? null}
                  min={search.from}
                  today={session.today}
                  strings={dates}
                  onChange={(day) => set({ to: (day as CivilDate | null) ?? undefined })}
                />
              )}
            </FormField>
          </div>
        )}
        <DataList
          label={words.list.label}
          columns={caseColumns({ words, labels, language })}
          rows={rows}
          rowKey={(row) => row.id}
          renderLink={(row, props) => (
            <Link to="/cases/$id" params={{ id: row.id }} className={props.className}>
              {props.children}
            </Link>
          )}
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
    </>
  );
}
