import { Chip, type ChipTone } from '@redress/ui/chip';
import { DataList, type ListColumn } from '@redress/ui/data-list';
import { DefinitionList } from '@redress/ui/definition-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { failureOf } from '../../lib/failure.ts';
import { fileSize, instant, plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import './backups.css';

type Overview = Outputs['backups']['overview'];
type Run = Overview['runs'][number];
type MailDay = Overview['mail']['days'][number];

const toneOf: Record<Run['status'], ChipTone> = { running: 'dotted', done: 'jade', incomplete: 'amber', failed: 'red' };
/** While one is being made the page asks for it this often. */
const LOOK_MS = 1500;

/** What was backed up, where it lies, how to restore it, and how the daily mail fares. */
export function BackupsPage() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const w = words.notices.backup;
  const labels = useLabels();
  const queryClient = useQueryClient();
  const permitted = usePermission('backup.manage');
  const overview = useQuery(
    trpc.backups.overview.queryOptions(undefined, {
      enabled: permitted,
      refetchInterval: (query) => (query.state.data?.runs.some((run) => run.status === 'running') ? LOOK_MS : false),
    }),
  );
  const start = useMutation(
    trpc.backups.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.backups.overview.queryKey() }),
    }),
  );
  if (!permitted) return <NotPermitted />;
  const running = overview.data?.runs.some((run) => run.status === 'running') === true;
  const failure = start.isError ? failureOf(start.error) : null;
  return (
    <>
      <PageHeader
        title={w.title}
        crumbs={w.crumbs}
        lead={w.lead}
        actions={
          <button
            type="button"
            className="rd-btn"
            data-look="primary"
            aria-busy={start.isPending || running || undefined}
            disabled={start.isPending || running}
            onClick={() => start.mutate()}
          >
            {running ? w.making : w.now}
          </button>
        }
      />
      {failure !== null && (
        <NoticeBar tone="error" word={w.failed}>
          {failure.code === 'busy' ? w.busy : labels.failure(failure)}
        </NoticeBar>
      )}
      {overview.isPending && (
        <Panel>
          <LoadingSkeleton label={words.loading} />
        </Panel>
      )}
      {overview.isError && (
        <Panel>
          <ErrorState
            title={w.failed}
            detail={labels.failure(failureOf(overview.error))}
            retry={{ label: words.retry, onRetry: () => void overview.refetch() }}
          />
        </Panel>
      )}
      {overview.data !== undefined && <Parts overview={overview.data} />}
    </>
  );
}

function Parts({ overview }: { overview: Overview }) {
  const { words, language } = useLanguage();
  const w = words.notices.backup;
  const columns: readonly ListColumn<Run>[] = [
    {
      key: 'startedAt',
      title: w.columns.startedAt,
      width: '150px',
      primary: true,
      render: (run) => instant(run.startedAt, language),
    },
    {
      key: 'status',
      title: w.columns.status,
      width: 'minmax(0, 1.3fr)',
      render: (run) => (
        <span className="rw-backup-status">
          <Chip tone={toneOf[run.status]}>{w.statuses[run.status]}</Chip>
          <span className="rd-muted">{saidOf(run, w)}</span>
        </span>
      ),
    },
    {
      key: 'size',
      title: w.columns.size,
      width: '80px',
      align: 'end',
      render: (run) => (run.size === null ? '' : fileSize(run.size)),
    },
    {
      key: 'took',
      title: w.columns.took,
      width: '70px',
      align: 'end',
      render: (run) => (run.finishedAt === null ? '' : w.seconds(((run.finishedAt - run.startedAt) / 1000).toFixed(1))),
    },
    {
      key: 'holds',
      title: w.columns.holds,
      width: 'minmax(0, 1.2fr)',
      render: (run) =>
        run.streams === null || run.entries === null || run.files === null
          ? ''
          : w.holds(run.streams, run.entries, run.files),
    },
    {
      key: 'file',
      title: w.columns.file,
      width: 'minmax(0, 1.4fr)',
      card: 'line',
      render: (run) =>
        run.removedAt === null ? (
          <span className="rw-path">{run.path?.split(/[\\/]/).at(-1)}</span>
        ) : (
          <span className="rd-muted">{w.removed}</span>
        ),
    },
  ];
  return (
    <>
      {overview.stale && overview.runs.length > 0 && (
        <NoticeBar tone="warn" word={w.staleWord}>
          {w.stale}
        </NoticeBar>
      )}
      <Panel title={w.runs}>
        <DataList
          label={w.runs}
          columns={columns}
          rows={overview.runs}
          rowKey={(run) => run.id}
          loadingLabel={words.loading}
          empty={<EmptyState title={w.none} detail={w.noneDetail} />}
        />
      </Panel>
      <Panel title={w.settings}>
        <DefinitionList
          items={[
            { key: 'dir', term: w.dir, value: <span className="rw-path">{overview.dir}</span> },
            { key: 'schedule', term: w.schedule, value: overview.scheduled ? w.scheduled : w.notScheduled },
            ...(overview.keep > 0 ? [{ key: 'keep', term: w.keep, value: w.keepDays(overview.keep) }] : []),
            { key: 'free', term: w.free, value: overview.free === null ? w.unknown : fileSize(overview.free) },
          ]}
        />
        <p className="rw-keep-away">{w.keepAway}</p>
      </Panel>
      <Panel title={w.howTitle}>
        <ol className="rw-how">
          {w.how.map((line, at) => (
            <li key={line}>
              {line}
              {at === 1 && <code className="rw-path">{w.howCommand}</code>}
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={w.mailTitle}>
        <p>{overview.mail.server === null ? w.mailNone : w.mailServer(overview.mail.server)}</p>
        {overview.mail.days.length > 0 && <MailDays days={overview.mail.days} />}
        {overview.mail.server !== null && overview.mail.days.length === 0 && <EmptyState title={w.mailEmpty} />}
      </Panel>
    </>
  );
}

/** Why it failed, or what it is worth. */
function saidOf(run: Run, w: ReturnType<typeof useLanguage>['words']['notices']['backup']): string {
  const who = run.startedByName === null ? w.occasions[run.occasion] : w.by(run.startedByName);
  if (run.status === 'running') return who;
  const why = run.error === null ? '' : (w.errors[run.error] ?? w.errors.failed ?? run.error);
  const what = run.what === null ? '' : run.what.length > 60 ? `${run.what.slice(0, 60)}…` : run.what;
  const worth = run.status === 'failed' ? '' : run.verified ? w.verified : w.notVerified;
  return [who, worth, why, what].filter((part) => part !== '').join(' · ');
}

function MailDays({ days }: { days: readonly MailDay[] }) {
  const { words, language } = useLanguage();
  const w = words.notices.backup;
  const number = (key: 'sent' | 'waiting' | 'refused' | 'unknown'): ListColumn<MailDay> => ({
    key,
    title: w.mailColumns[key],
    width: '90px',
    align: 'end',
    render: (row) => row[key],
  });
  return (
    <DataList
      label={w.mailTitle}
      columns={[
        { key: 'day', title: w.mailColumns.day, primary: true, render: (row) => plainDay(row.day, language) },
        number('sent'),
        number('waiting'),
        number('refused'),
        number('unknown'),
        {
          key: 'errors',
          title: w.mailColumns.errors,
          width: 'minmax(0, 2fr)',
          card: 'line',
          render: (row) => row.errors.map((code) => w.mailErrors[code] ?? w.mailError(code)).join('；'),
        },
      ]}
      rows={days}
      rowKey={(row) => row.day}
      loadingLabel={words.loading}
      empty={null}
    />
  );
}
