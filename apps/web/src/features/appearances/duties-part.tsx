import { Chip, type ChipTone } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { FilterChips } from '@redress/ui/filter-chips';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ArrangeLeader, type SeatToArrange } from '../../lib/court/arrange-leader.tsx';
import { failureOf } from '../../lib/failure.ts';
import { DayField, SelectField } from '../../lib/fields.tsx';
import { plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useSession } from '../../lib/session.tsx';
import { type Inputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { DutyItem } from './appearance-types.ts';
import { dutyStates, type PartProps } from './appearances-search.ts';
import { LeaderFilter } from './leader-filter.tsx';
import { useOrganChoices } from './use-organs.ts';

type Asked = Inputs['appearances']['duties'];

const tones: Readonly<Record<string, ChipTone>> = {
  pending: 'ink',
  none: 'dotted',
  owed: 'amber',
  appeared: 'jade',
  covered: 'jade',
  excused: 'ink',
  absent: 'red',
  'not-counting': 'red',
  unrecorded: 'amber',
};

/** A duty of which nothing is on record yet is pending until a session was held, and owed from then on. */
const stateOf = (duty: DutyItem): string =>
  duty.result ?? (duty.arisesOn !== null ? 'owed' : duty.ended ? 'none' : 'pending');

/** Who owes which appearance: one row for each court case number and organ. */
export function DutiesPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const suit = useSuitCodes();
  const organs = useOrganChoices();
  const [arranged, setArranged] = useState<SeatToArrange | null>(null);
  const w = words.appearances.duties;
  const { today } = useSession();
  const filters = words.appearances.filters;
  const query = useInfiniteQuery(
    trpc.appearances.duties.infiniteQueryOptions(
      {
        state: search.state ?? null,
        organ: (search.organ ?? null) as Asked['organ'],
        leader: (search.leader ?? null) as Asked['leader'],
        from: (search.from ?? null) as Asked['from'],
        to: (search.to ?? null) as Asked['to'],
        limit: 50,
      },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows);
  return (
    <Panel>
      <div className="rw-filters">
        <FilterChips
          label={filters.state}
          mode="single"
          options={dutyStates.map((value) => ({ value, label: w.states[value] ?? value }))}
          selected={search.state === undefined ? [] : [search.state]}
          onChange={([state]) => onSearch({ state: dutyStates.find((one) => one === state) })}
          clearLabel={filters.clear}
        />
      </div>
      <div className="rw-court-filters">
        <SelectField
          label={filters.organ}
          value={search.organ ?? null}
          options={organs}
          onChange={(organ) => onSearch({ organ: organ ?? undefined })}
        />
        <LeaderFilter search={search} onSearch={onSearch} />
        <DayField
          label={filters.from}
          value={search.from ?? null}
          onChange={(from) => onSearch({ from: from ?? undefined })}
        />
        <DayField label={filters.to} value={search.to ?? null} onChange={(to) => onSearch({ to: to ?? undefined })} />
      </div>
      <DataList<DutyItem>
        label={w.label}
        columns={[
          {
            key: 'courtNumber',
            title: w.columns.courtNumber,
            primary: true,
            width: 'minmax(0, 1.8fr)',
            render: (duty) => duty.courtNumber,
          },
          { key: 'title', title: w.columns.title, width: 'minmax(0, 2fr)', card: 'line', render: (duty) => duty.title },
          { key: 'level', title: w.columns.level, width: '84px', render: (duty) => suit('levels', duty.level) },
          {
            key: 'organ',
            title: w.columns.organ,
            width: 'minmax(0, 1.3fr)',
            render: (duty) => duty.organName,
          },
          {
            key: 'state',
            title: w.columns.state,
            card: 'corner',
            width: '132px',
            render: (duty) => {
              const state = stateOf(duty);
              return <Chip tone={tones[state]}>{w.states[state] ?? state}</Chip>;
            },
          },
          {
            key: 'when',
            title: w.columns.discharged,
            width: '112px',
            render: (duty) =>
              duty.dischargedOn === null ? (
                <span className="rd-muted">
                  {duty.arisesOn !== null ? plainDay(duty.arisesOn, language) : duty.ended ? '—' : w.notArisen}
                </span>
              ) : (
                plainDay(duty.dischargedOn, language)
              ),
          },
          {
            key: 'leader',
            title: w.columns.leader,
            width: 'minmax(0, 1fr)',
            render: (duty) => duty.leaderName ?? duty.coveredByName ?? duty.nextSession?.leaderName ?? '—',
          },
          {
            key: 'next',
            title: w.columns.next,
            width: 'minmax(0, 1.3fr)',
            render: (duty) => {
              const next = duty.nextSession;
              if (next === null) return '—';
              return (
                <>
                  {shortDay(next.on, language)} {next.time}{' '}
                  {next.leaderName === null && next.on >= today && (
                    <button
                      type="button"
                      className="rd-btn rw-small rw-over"
                      onClick={() =>
                        setArranged({
                          caseId: duty.caseId,
                          sessionId: next.sessionId,
                          organId: duty.organId,
                          organName: duty.organName,
                          on: next.on,
                          time: next.time,
                          place: next.place,
                          leaderName: null,
                        })
                      }
                    >
                      {words.appearances.arrange.open}
                    </button>
                  )}
                </>
              );
            },
          },
        ]}
        rows={rows}
        rowKey={(duty) => `${duty.caseId}|${duty.instanceId}|${duty.organId}`}
        renderLink={(duty, props) => (
          <Link to="/lawsuits/$id" params={{ id: duty.caseId }} className={props.className}>
            {props.children}
          </Link>
        )}
        loadingLabel={words.loading}
        empty={<EmptyState title={w.empty} detail={w.emptyDetail} />}
        error={
          query.isError ? (
            <ErrorState
              title={words.appearances.failed}
              detail={labels.failure(failureOf(query.error))}
              retry={{ label: words.retry, onRetry: () => void query.refetch() }}
            />
          ) : undefined
        }
        more={
          query.hasNextPage
            ? {
                label: w.more,
                loadingLabel: w.loadingMore,
                loading: query.isFetchingNextPage,
                onMore: () => void query.fetchNextPage(),
                auto: true,
              }
            : undefined
        }
        summary={rows === undefined || rows.length === 0 ? undefined : `${w.shown(rows.length)} · ${w.article}`}
      />
      <ArrangeLeader seat={arranged} onClose={() => setArranged(null)} />
    </Panel>
  );
}
