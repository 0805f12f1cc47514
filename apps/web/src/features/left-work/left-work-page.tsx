import { Chip } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { usePermission } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

/** People who left, or will, and still have open cases: their section head gives the cases to others. */
export function LeftWorkPage() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const permitted = usePermission('approvals.act');
  const w = words.office.leftWork;
  const list = useQuery(trpc.office.leftWork.queryOptions(undefined, { enabled: permitted }));
  if (!permitted) return <NotPermitted />;
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <Panel>
        <DataList
          label={w.title}
          rows={list.data}
          rowKey={(row) => row.accountId}
          loadingLabel={words.loading}
          empty={<EmptyState title={w.empty} detail={w.emptyDetail} />}
          error={
            list.isError ? (
              <ErrorState
                title={words.office.failed}
                detail={labels.failure(failureOf(list.error))}
                retry={{ label: words.retry, onRetry: () => void list.refetch() }}
              />
            ) : undefined
          }
          columns={[
            { key: 'person', title: w.person, primary: true, width: '140px', render: (row) => row.name },
            { key: 'cases', title: w.cases, width: '110px', render: (row) => w.n(row.cases) },
            {
              key: 'why',
              title: words.office.why,
              width: 'minmax(0, 2fr)',
              render: (row) => (
                <>
                  <Chip tone="amber">{w.why[row.why]}</Chip>{' '}
                  {row.on !== null && <span className="rd-muted">{plainDay(row.on, language)}</span>}{' '}
                  {row.handOverBy !== null && <span>{row.mine ? w.mine : w.by(row.handOverBy)}</span>}
                </>
              ),
            },
            {
              key: 'acts',
              title: words.office.actions,
              width: '90px',
              card: 'bare',
              render: (row) => (
                <Link
                  className="rd-btn rw-small"
                  to="/cases/hand-over"
                  search={{ from: row.accountId }}
                  aria-label={`${w.handOver} ${row.name}`}
                >
                  {w.handOver}
                </Link>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
