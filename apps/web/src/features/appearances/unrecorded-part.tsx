import { daysBetween } from '@redress/domain/calendar/civil-date';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { aboutOf } from '../../lib/lawsuit/about.ts';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { Unrecorded } from './appearance-types.ts';

/** Sessions that took place and of which nobody said who appeared: each is a task. */
export function UnrecordedPart() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const query = useQuery(trpc.appearances.unrecorded.queryOptions());
  const w = words.appearances.unrecorded;
  return (
    <Panel>
      <DataList<Unrecorded>
        label={w.label}
        columns={[
          {
            key: 'courtNumber',
            title: w.columns.courtNumber,
            primary: true,
            width: 'minmax(0, 1.4fr)',
            render: (row) => row.courtNumber,
          },
          { key: 'title', title: w.columns.title, width: 'minmax(0, 2fr)', card: 'line', render: (row) => row.title },
          { key: 'organ', title: w.columns.organ, width: 'minmax(0, 1.3fr)', render: (row) => row.organName },
          {
            key: 'on',
            title: w.columns.on,
            width: '150px',
            render: (row) => `${plainDay(row.on, language)} ${row.time}`,
          },
          {
            key: 'waited',
            title: w.columns.waited,
            card: 'corner',
            width: '72px',
            render: (row) => {
              const days = daysBetween(row.on, today);
              return <span className="rd-tone-amber">{days === 0 ? w.today : w.days(days)}</span>;
            },
          },
          {
            key: 'planned',
            title: w.columns.planned,
            width: 'minmax(0, 1fr)',
            render: (row) => row.leaderName ?? words.appearances.noLeader,
          },
          {
            key: 'act',
            title: w.record,
            titleHidden: true,
            card: 'bare',
            width: '150px',
            render: (row) => (
              <Link
                className="rd-btn rw-small rw-over"
                to="/lawsuits/$id"
                params={{ id: row.caseId }}
                search={{
                  step: row.missing === 'session' ? 'hold-session' : 'record-appearance',
                  about: row.missing === 'session' ? row.sessionId : aboutOf(row.sessionId, row.organId),
                }}
              >
                {row.missing === 'session' ? w.notHeld : w.record}
              </Link>
            ),
          },
        ]}
        rows={query.data}
        rowKey={(row) => `${row.caseId}|${row.sessionId}|${row.organId}`}
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
