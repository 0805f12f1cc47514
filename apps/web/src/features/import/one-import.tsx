import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { ProgressBar } from '@redress/ui/progress-bar';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { useLanguage } from '../../lib/language.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { ImportSearch } from './import-search.ts';
import { MappingView } from './mapping-view.tsx';
import { RowResults } from './row-results.tsx';

export type Run = Outputs['imports']['view'];

interface OneImportProps {
  id: string;
  search: ImportSearch;
  onSearch: (search: ImportSearch) => void;
}

const atWork = (run: Run | undefined): boolean => run?.status === 'checking' || run?.status === 'running';

/** One import, wherever it stands: mapping, dry run, run, result. */
export function OneImport({ id, search, onSearch }: OneImportProps) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const queryClient = useQueryClient();
  const w = words.imports;
  const view = useQuery(
    trpc.imports.view.queryOptions({ id }, { refetchInterval: (q) => (atWork(q.state.data) ? 700 : false) }),
  );
  const run = view.data;

  // While it is at work the rows change under the page; once it rests they are read a last time.
  const status = run?.status;
  const before = useRef(status);
  useEffect(() => {
    if (before.current !== status) {
      before.current = status;
      void queryClient.invalidateQueries({ queryKey: trpc.imports.rows.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
    }
  }, [status, queryClient, trpc]);

  if (view.isPending) {
    return (
      <Panel>
        <LoadingSkeleton label={words.loading} />
      </Panel>
    );
  }
  if (view.isError || run === undefined) {
    return (
      <Panel>
        <ErrorState
          title={w.runs.failed}
          detail={labels.failure(failureOf(view.error))}
          retry={{ label: words.retry, onRetry: () => void view.refetch() }}
        />
      </Panel>
    );
  }
  const mapping = run.status === 'uploaded' || (search.map === true && !atWork(run));
  return (
    <>
      <PageHeader
        title={run.fileName}
        lead={`${w.status[run.status]}${words.separator}${w.table.rows(run.counts.total)}${words.stop}`}
        crumbs={
          <Link to="/import" search={{}}>
            {w.back}
          </Link>
        }
        actions={<Actions run={run} mapping={mapping} onSearch={onSearch} />}
      />
      {mapping ? (
        <MappingView
          key={`${run.sheet}-${run.headerFrom}-${run.headerTo}`}
          run={run}
          onChecked={() => onSearch({ id, show: 'all' })}
        />
      ) : (
        <>
          <Progress run={run} />
          <RowResults run={run} search={search} onSearch={onSearch} />
        </>
      )}
    </>
  );
}

/** How many rows the run writes in all. */
const toWrite = (run: Run): number => run.counts.ready + run.counts.done;

function Progress({ run }: { run: Run }) {
  const { words } = useLanguage();
  const w = words.imports;
  const { counts, status } = run;
  if (status === 'checking') {
    const done = counts.total - counts.unread;
    return (
      <Panel title={w.checking}>
        <ProgressBar
          label={w.progress.label}
          value={done}
          max={Math.max(1, counts.total)}
          text={w.progress.checking(done, counts.total)}
        />
      </Panel>
    );
  }
  if (status === 'running' || status === 'paused' || (status === 'interrupted' && counts.unread === 0)) {
    return (
      <Panel title={w.status[status]}>
        <ProgressBar
          label={w.progress.label}
          value={counts.done}
          max={Math.max(1, toWrite(run))}
          text={w.progress.running(counts.done, toWrite(run))}
        />
        {status !== 'running' && <p className="rd-muted">{status === 'paused' ? w.paused : w.interrupted}</p>}
      </Panel>
    );
  }
  if (status === 'interrupted') {
    return (
      <NoticeBar tone="warn" word={words.notice.warn}>
        {w.checkInterrupted}
      </NoticeBar>
    );
  }
  if (status === 'finished') {
    return (
      <NoticeBar tone="info" word={words.notice.info}>
        {w.finished(counts.done)}
      </NoticeBar>
    );
  }
  return counts.ready === 0 ? (
    <NoticeBar tone="warn" word={words.notice.warn}>
      {w.nothingReady}
    </NoticeBar>
  ) : (
    <NoticeBar tone="info" word={words.notice.info}>
      {w.runHint}
    </NoticeBar>
  );
}

interface ActionsProps {
  run: Run;
  mapping: boolean;
  onSearch: (search: ImportSearch) => void;
}

function Actions({ run, mapping, onSearch }: ActionsProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { modal, message } = App.useApp();
  const queryClient = useQueryClient();
  const w = words.imports;
  const key = trpc.imports.view.queryKey({ id: run.id });
  const settled = {
    onSuccess: (fresh: Run) => queryClient.setQueryData(key, fresh),
    onError: (error: unknown) => void message.error(labels.failure(failureOf(error))),
  };
  const start = useMutation(trpc.imports.run.mutationOptions(settled));
  const pause = useMutation(trpc.imports.pause.mutationOptions(settled));
  const discard = useMutation(
    trpc.imports.discard.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: trpc.imports.list.queryKey() });
        onSearch({});
      },
      onError: settled.onError,
    }),
  );
  const { status, counts } = run;
  const goesOn = status === 'paused' || status === 'interrupted' || (status === 'finished' && counts.ready > 0);
  const resting = status !== 'checking' && status !== 'running';
  return (
    <>
      {!mapping && resting && counts.ready > 0 && counts.unread === 0 && (
        <button
          type="button"
          className="rd-btn"
          data-look="primary"
          aria-busy={start.isPending || undefined}
          disabled={start.isPending}
          onClick={() => start.mutate({ id: run.id })}
        >
          {goesOn && counts.done > 0 ? w.resume(counts.ready) : w.run(counts.ready)}
        </button>
      )}
      {status === 'running' && (
        <button type="button" className="rd-btn" onClick={() => pause.mutate({ id: run.id })}>
          {w.pause}
        </button>
      )}
      {!mapping && status !== 'checking' && (
        <a className="rd-btn" href={`/api/imports/${run.id}/findings.xlsx?language=${language}`} download>
          {w.download}
        </a>
      )}
      {!mapping && resting && counts.done === 0 && (
        <button type="button" className="rd-btn" onClick={() => onSearch({ id: run.id, map: true })}>
          {w.changeMapping}
        </button>
      )}
      {resting && (
        <button
          type="button"
          className="rd-btn"
          data-look="plain"
          onClick={() =>
            void modal.confirm({
              title: w.discardTitle,
              content: w.discardBody,
              okText: w.discard,
              cancelText: words.cancel,
              onOk: () => discard.mutateAsync({ id: run.id }),
            })
          }
        >
          {w.discard}
        </button>
      )}
    </>
  );
}
