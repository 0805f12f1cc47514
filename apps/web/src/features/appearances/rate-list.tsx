import type { OrganId } from '@redress/domain/ids';
import { Chip } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { Period } from './appearance-periods.ts';
import type { RateItem } from './appearance-types.ts';
import type { AppearancesSearch } from './appearances-search.ts';

interface RateListProps {
  search: AppearancesSearch;
  period: Period;
  by: 'organ' | 'leader';
  groupName: string | null;
  onClose: () => void;
}

/** The list behind one number: counted by the same predicate as the number. */
export function RateListDrawer(props: RateListProps) {
  const { words } = useLanguage();
  const { search, groupName, onClose } = props;
  const w = words.appearances.rates;
  const { rate, count } = search;
  const title =
    rate === undefined || count === undefined
      ? ''
      : [w.listTitle(w.kinds[rate], w[count]), ...(groupName === null ? [] : [w.listOf(groupName)])].join(' · ');
  return (
    <Drawer
      open={rate !== undefined}
      onClose={onClose}
      size={760}
      title={title}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
    >
      {rate !== undefined && <RateListOpened {...props} kind={rate} />}
    </Drawer>
  );
}

function RateListOpened({
  search,
  period,
  by,
  kind,
}: RateListProps & { kind: NonNullable<AppearancesSearch['rate']> }) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const suit = useSuitCodes();
  const w = words.appearances.rates;
  const d = words.appearances.duties;
  const group = search.group ?? null;
  const query = useInfiniteQuery(
    trpc.appearances.rateList.infiniteQueryOptions(
      {
        ...period,
        kind,
        part: search.count ?? 'denominator',
        organ: by === 'organ' ? (group as OrganId | null) : null,
        leader: by === 'leader' ? group : null,
        limit: 50,
      },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const total = query.data?.pages[0]?.total;
  return (
    <>
      <p className="rd-muted rd-small rw-court-counted">{w.definitions[kind]}</p>
      <DataList<RateItem>
        label={w.kinds[kind]}
        columns={[
          {
            key: 'courtNumber',
            title: d.columns.courtNumber,
            primary: true,
            width: 'minmax(0, 1.4fr)',
            render: (item) => item.courtNumber ?? item.caseNumber ?? words.notOnRecord,
          },
          { key: 'title', title: d.columns.title, width: 'minmax(0, 2fr)', card: 'line', render: (item) => item.title },
          { key: 'on', title: w.on, width: '112px', render: (item) => plainDay(item.on, language) },
          {
            key: 'who',
            title: d.columns.leader,
            width: 'minmax(0, 1fr)',
            render: (item) => [item.organName, item.leaderName].filter((part) => part !== null).join(' · ') || '—',
          },
          {
            key: 'met',
            title: d.columns.state,
            card: 'corner',
            width: '132px',
            render: (item) => (
              <Chip tone={item.met ? 'jade' : 'amber'}>
                {item.result !== null && !item.met ? suit('dutyResults', item.result) : item.met ? w.met : w.unmet}
              </Chip>
            ),
          },
        ]}
        rows={rows}
        rowKey={(item) =>
          `${item.caseId}|${item.instanceId}|${item.sessionId ?? ''}|${item.organName ?? ''}|${item.on}`
        }
        renderLink={(item, props) => (
          <Link to="/lawsuits/$id" params={{ id: item.caseId }} className={props.className}>
            {props.children}
          </Link>
        )}
        loadingLabel={words.loading}
        empty={<EmptyState title={w.listEmpty} />}
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
                label: d.more,
                loadingLabel: d.loadingMore,
                loading: query.isFetchingNextPage,
                onMore: () => void query.fetchNextPage(),
              }
            : undefined
        }
        summary={total === undefined ? undefined : w.unitsOf[kind](total)}
      />
    </>
  );
}
