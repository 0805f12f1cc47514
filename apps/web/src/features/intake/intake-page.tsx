import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldProblem } from '@redress/domain/errors';
import type { FileId } from '@redress/domain/ids';
import { type Channel, channels } from '@redress/domain/reconsideration/codes';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { Tabs } from '@redress/ui/tabs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { DayField, SelectField, TextField } from '../../lib/fields.tsx';
import { FileField, type StoredFile } from '../../lib/file-field.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { ScanLine } from './scan-line.tsx';
import './intake.css';

export type Which = 'waiting' | 'struck';

/** What arrived and was scanned before anybody had time to register it, the oldest first. */
export function IntakePage({ which, onWhich }: { which: Which; onWhich: (which: Which) => void }) {
  const trpc = useTRPC();
  const words = useWords();
  const w = words.intake;
  const scans = useQuery(trpc.intake.scans.queryOptions({ which }));
  const count = useQuery(trpc.intake.count.queryOptions());
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <TakeIn />
      <Tabs
        label={w.list.label}
        items={[
          { key: 'waiting', label: w.list.waiting, count: count.data?.waiting },
          { key: 'struck', label: w.list.struck },
        ]}
        selected={which}
        onSelect={(key) => onWhich(key === 'struck' ? 'struck' : 'waiting')}
      >
        {scans.isPending && <LoadingSkeleton label={w.list.loading} rows={4} />}
        {scans.isError && (
          <ErrorState
            title={w.list.failed}
            detail={words.errors.pageDetail}
            retry={{ label: words.retry, onRetry: () => void scans.refetch() }}
          />
        )}
        {scans.data?.length === 0 && (
          <EmptyState
            title={which === 'waiting' ? w.list.empty : w.list.emptyStruck}
            detail={which === 'waiting' ? w.list.emptyDetail : undefined}
          />
        )}
        {scans.data !== undefined && scans.data.length > 0 && (
          <ul className="rw-scans" aria-label={w.list.label}>
            {scans.data.map((scan) => (
              <ScanLine key={scan.id} scan={scan} />
            ))}
          </ul>
        )}
      </Tabs>
    </>
  );
}

interface Arrival {
  readonly receivedOn: CivilDate | null;
  readonly channel: Channel;
  readonly filingProof: string;
  readonly words: string;
  readonly files: readonly StoredFile[];
}

/** Files first: the form asks for nothing else that is not there at the counter. */
function TakeIn() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const words = useWords();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.intake.takeIn;
  const fresh: Arrival = { receivedOn: today, channel: 'post', filingProof: '', words: '', files: [] };
  const [arrival, setArrival] = useState(fresh);
  const [needsFile, setNeedsFile] = useState(false);
  const change = (part: Partial<Arrival>) => setArrival((a) => ({ ...a, ...part }));
  // One press takes in once: a second one comes before the page has heard of the first.
  const isOut = useRef(false);
  const takeIn = useMutation({
    mutationFn: ({ receivedOn, files, ...rest }: Arrival & { receivedOn: CivilDate }) =>
      client.intake.takeIn.mutate({ ...rest, receivedOn, fileIds: files.map((file) => file.fileId as FileId) }),
    onSettled: () => {
      isOut.current = false;
    },
    onSuccess: () => {
      setArrival({ ...fresh, channel: arrival.channel });
      void queryClient.invalidateQueries({ queryKey: trpc.intake.pathKey() });
    },
  });
  const failure = takeIn.isError ? failureOf(takeIn.error) : null;
  const problems: readonly FieldProblem[] = failure !== null && 'fields' in failure ? (failure.fields ?? []) : [];
  const problemsOf = (field: string) => problems.filter((p) => p.field === field);

  function submit(event: FormEvent) {
    event.preventDefault();
    const { receivedOn, files } = arrival;
    setNeedsFile(files.length === 0);
    if (receivedOn === null || files.length === 0 || isOut.current) return;
    isOut.current = true;
    takeIn.mutate({ ...arrival, receivedOn });
  }

  return (
    <Panel title={w.title}>
      <form onSubmit={submit} noValidate className="rw-take-in">
        <div className="rw-all">
          <FileField
            label={w.files}
            kind="application"
            caseId={null}
            camera={w.camera}
            value={arrival.files}
            onChange={(files) => {
              change({ files });
              setNeedsFile(false);
            }}
          />
          {needsFile && (
            <p className="rd-field-error" role="alert">
              {w.needsFile}
            </p>
          )}
        </div>
        <DayField
          label={words.register.receivedOn}
          required
          value={arrival.receivedOn}
          max={today}
          problems={
            arrival.receivedOn === null ? [{ field: 'receivedOn', rule: 'required' }] : problemsOf('receivedOn')
          }
          onChange={(receivedOn) => change({ receivedOn })}
        />
        <SelectField
          label={words.register.channel}
          required
          value={arrival.channel}
          options={channels
            .filter((value) => value !== 'oral')
            .map((value) => ({ value, label: labels.channel(value) }))}
          onChange={(value) => change({ channel: channels.find((c) => c === value) ?? arrival.channel })}
        />
        <TextField
          label={words.register.filingProof}
          hint={words.register.filingProofHint}
          value={arrival.filingProof}
          problems={problemsOf('filingProof')}
          onChange={(filingProof) => change({ filingProof })}
        />
        <TextField
          label={w.words}
          placeholder={w.wordsPlaceholder}
          value={arrival.words}
          problems={problemsOf('words')}
          onChange={(text) => change({ words: text })}
        />
        {failure !== null && problems.length === 0 && (
          <NoticeBar tone="error" word={words.notice.error}>
            {labels.failure(failure)}
          </NoticeBar>
        )}
        <div className="rw-take-in-foot">
          <span className="rd-muted rd-small" role="status">
            {takeIn.isSuccess && arrival.files.length === 0 ? w.done : ''}
          </span>
          <button type="submit" className="rd-btn" data-look="primary" aria-busy={takeIn.isPending || undefined}>
            {takeIn.isPending ? w.submitting : w.submit}
          </button>
        </div>
      </form>
    </Panel>
  );
}
