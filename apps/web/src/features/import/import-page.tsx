import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { type DroppedFile, FileDrop } from '@redress/ui/file-drop';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { instant } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import './import.css';
import type { ImportSearch } from './import-search.ts';
import { OneImport } from './one-import.tsx';
import { uploadRegister } from './upload-register.ts';

interface ImportPageProps {
  search: ImportSearch;
  onSearch: (search: ImportSearch) => void;
}

/** An earlier register on its way into the system: upload, mapping, dry run, run. */
export function ImportPage({ search, onSearch }: ImportPageProps) {
  const { words } = useLanguage();
  const permitted = usePermission('cases.import');
  const w = words.imports;
  if (!permitted) return <NotPermitted />;
  if (search.id !== undefined) return <OneImport id={search.id} search={search} onSearch={onSearch} />;
  return (
    <>
      <PageHeader
        title={w.title}
        lead={w.lead}
        crumbs={
          <Link to="/cases" search={{}}>
            {words.list.title}
          </Link>
        }
      />
      <UploadPanel onUploaded={(id) => onSearch({ id })} />
      <RunsPanel />
    </>
  );
}

function UploadPanel({ onUploaded }: { onUploaded: (id: string) => void }) {
  const { words } = useLanguage();
  const labels = useLabels();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [sent, setSent] = useState<{ file: File; error: string | null } | null>(null);
  const w = words.imports.upload;

  async function send(file: File) {
    setSent({ file, error: null });
    const answer = await uploadRegister(file);
    if (!answer.ok) {
      setSent({ file, error: labels.failure(answer.failure) });
      return;
    }
    await queryClient.invalidateQueries({ queryKey: trpc.imports.list.queryKey() });
    onUploaded(answer.id);
  }

  const files: DroppedFile[] =
    sent === null
      ? []
      : [
          {
            key: sent.file.name,
            name: sent.file.name,
            state: sent.error === null ? 'sending' : 'failed',
            stateLabel: sent.error === null ? w.sending : w.failed,
            ...(sent.error === null ? {} : { error: sent.error }),
          },
        ];
  return (
    <Panel title={w.title}>
      <FileDrop
        label={w.label}
        hint={w.hint}
        files={files}
        accept=".xlsx,.xls,.xlsb,.ods,.csv,.txt"
        multiple={false}
        disabled={sent !== null && sent.error === null}
        onFiles={([file]) => {
          if (file !== undefined) void send(file);
        }}
        onRemove={() => setSent(null)}
        onRetry={() => {
          if (sent !== null) void send(sent.file);
        }}
        strings={w}
      />
    </Panel>
  );
}

type Summary = Outputs['imports']['list'][number];

function RunsPanel() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const list = useQuery(trpc.imports.list.queryOptions());
  const w = words.imports;
  return (
    <Panel title={w.runs.title}>
      <DataList<Summary>
        label={w.runs.title}
        rows={list.data}
        rowKey={(run) => run.id}
        columns={[
          { key: 'file', title: w.runs.file, primary: true, width: 'minmax(0, 2fr)', render: (run) => run.fileName },
          {
            key: 'status',
            title: w.runs.status,
            width: 'minmax(0, 2fr)',
            render: (run) =>
              [w.status[run.status], run.counts.done > 0 ? w.runs.done(run.counts.done, run.counts.total) : '']
                .filter((part) => part !== '')
                .join(words.separator),
          },
          { key: 'by', title: w.runs.by, render: (run) => run.by },
          { key: 'at', title: w.runs.at, render: (run) => instant(run.createdAt, language) },
        ]}
        renderLink={(run, props) => (
          <Link to="/import" search={{ id: run.id }} className={props.className}>
            {props.children}
          </Link>
        )}
        loadingLabel={words.loading}
        empty={<EmptyState title={w.runs.empty} detail={w.runs.emptyDetail} />}
        error={
          list.isError ? (
            <ErrorState
              title={w.runs.failed}
              detail={labels.failure(failureOf(list.error))}
              retry={{ label: words.retry, onRetry: () => void list.refetch() }}
            />
          ) : undefined
        }
      />
    </Panel>
  );
}
