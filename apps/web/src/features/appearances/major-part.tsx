import { daysBetween } from '@redress/domain/calendar/civil-date';
import { Chip } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { usePermission, useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { MajorSuit } from './appearance-types.ts';
import type { PartProps } from './appearances-search.ts';

/** Suits marked as major, the next feedback first. */
export function MajorPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const suit = useSuitCodes();
  const { today } = useSession();
  const mayFeedBack = usePermission('cases.act');
  const w = words.appearances.major;
  const query = useQuery(trpc.appearances.major.queryOptions());
  const rows = query.data?.filter((row) => search.ended === true || !row.ended);
  const left = (row: MajorSuit) => {
    const days = daysBetween(today, row.nextOn);
    if (days < 0) return <span className="rd-tone-red">{w.overdue(-days)}</span>;
    if (days === 0) return <span className="rd-tone-amber">{w.due}</span>;
    return <span className="rd-muted">{w.left(days)}</span>;
  };
  return (
    <Panel>
      <div className="rw-filters">
        <Checkbox
          checked={search.ended === true}
          onChange={(event) => onSearch({ ended: event.target.checked ? true : undefined })}
        >
          {w.all}
        </Checkbox>
      </div>
      <DataList<MajorSuit>
        label={w.label}
        columns={[
          {
            key: 'number',
            title: w.columns.number,
            primary: true,
            width: 'minmax(0, 1.1fr)',
            render: (row) => row.caseNumber ?? words.list.unnumbered,
          },
          { key: 'title', title: w.columns.title, width: 'minmax(0, 2fr)', card: 'line', render: (row) => row.title },
          {
            key: 'grounds',
            title: w.columns.grounds,
            width: 'minmax(0, 1.4fr)',
            render: (row) => row.grounds.map((ground) => suit('majorGrounds', ground)).join(words.listSeparator),
          },
          { key: 'since', title: w.columns.since, width: '112px', render: (row) => plainDay(row.since, language) },
          {
            key: 'last',
            title: w.columns.last,
            width: '112px',
            render: (row) => (row.lastOn === null ? w.never : plainDay(row.lastOn, language)),
          },
          {
            key: 'next',
            title: w.columns.next,
            width: '150px',
            render: (row) =>
              row.ended ? (
                '—'
              ) : (
                <>
                  {plainDay(row.nextOn, language)} {left(row)}
                </>
              ),
          },
          {
            key: 'state',
            title: w.columns.state,
            card: 'corner',
            width: '112px',
            render: (row) => (
              <Chip tone={row.ended ? 'jade' : row.overdue ? 'red' : 'ink'}>
                {row.ended ? (row.stage === 'closed' ? w.closed : w.ended) : suit('stages', row.stage)}
              </Chip>
            ),
          },
          ...(mayFeedBack
            ? [
                {
                  key: 'act',
                  title: w.feedBack,
                  titleHidden: true,
                  card: 'bare' as const,
                  width: '104px',
                  render: (row: MajorSuit) =>
                    row.ended ? (
                      ''
                    ) : (
                      <Link
                        className="rd-btn rw-small rw-over"
                        to="/lawsuits/$id"
                        params={{ id: row.caseId }}
                        search={{ step: 'feed-back-major' }}
                      >
                        {w.feedBack}
                      </Link>
                    ),
                },
              ]
            : []),
        ]}
        rows={rows}
        rowKey={(row) => row.caseId}
        renderLink={(row, props) => (
          <Link to="/lawsuits/$id" params={{ id: row.caseId }} className={props.className}>
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
      />
    </Panel>
  );
}
