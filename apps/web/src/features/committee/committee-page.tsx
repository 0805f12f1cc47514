import { Chip, type ChipTone } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

type Sitting = Outputs['proceedings']['sittings']['rows'][number];

const followedTone = { yes: 'jade', partly: 'amber', no: 'amber' } as const satisfies Record<
  NonNullable<Sitting['followed']>,
  ChipTone
>;

/** Which cases were put to the committee, when it sat, what came of it, and whether the decision followed (52, 61). */
export function CommitteePage() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const permitted = usePermission('cases.act');
  const list = useInfiniteQuery(
    trpc.proceedings.sittings.infiniteQueryOptions(
      { limit: 50 },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null, enabled: permitted },
    ),
  );
  const w = words.proceedings.sittings;
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const day = (d: Sitting['askedOn'] | null) => (d === null ? '—' : plainDay(d, language));
  if (!permitted) return <NotPermitted />;
  return (
    <>
      <PageHeader title={w.title} lead={w.purpose} />
      <Panel>
        <DataList<Sitting>
          label={w.title}
          columns={[
            {
              key: 'number',
              title: w.columns.number,
              primary: true,
              width: '168px',
              render: (row) => row.caseNumber ?? words.list.unnumbered,
            },
            {
              key: 'title',
              title: w.columns.title,
              card: 'line',
              width: 'minmax(0, 2.4fr)',
              render: (row) => row.title,
            },
            {
              key: 'category',
              title: w.columns.category,
              width: 'minmax(0, 1.2fr)',
              render: (row) =>
                row.category === null ? '' : labels.optionOf('committeeCategory', row.category, 'ARL2023'),
            },
            { key: 'asked', title: w.columns.asked, width: '128px', render: (row) => day(row.askedOn) },
            { key: 'sitting', title: w.columns.sitting, width: '128px', render: (row) => day(row.sittingOn) },
            {
              key: 'members',
              title: w.columns.members,
              width: '56px',
              align: 'end',
              render: (row) => row.members ?? '—',
            },
            { key: 'advised', title: w.columns.advised, width: '128px', render: (row) => day(row.advisedOn) },
            {
              key: 'followed',
              title: w.columns.followed,
              card: 'corner',
              width: '96px',
              render: (row) =>
                row.followed === null ? (
                  '—'
                ) : (
                  <Chip tone={followedTone[row.followed]}>
                    {labels.optionOf('committeeFollowed', row.followed, 'ARL2023')}
                  </Chip>
                ),
            },
          ]}
          rows={rows}
          rowKey={(row) => row.caseId}
          renderLink={(row, props) => (
            <Link
              to="/cases/$id"
              params={{ id: row.caseId }}
              search={{ tab: 'proceedings' }}
              className={props.className}
            >
              {props.children}
            </Link>
          )}
          loadingLabel={words.loading}
          empty={<EmptyState title={w.empty} detail={w.emptyDetail} />}
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
                  label: w.more,
                  loadingLabel: words.loading,
                  loading: list.isFetchingNextPage,
                  onMore: () => void list.fetchNextPage(),
                }
              : undefined
          }
          summary={rows === undefined || rows.length === 0 ? undefined : w.shown(rows.length)}
        />
      </Panel>
    </>
  );
}
