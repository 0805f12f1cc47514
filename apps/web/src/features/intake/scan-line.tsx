import { FormField } from '@redress/ui/form-field';
import { Light } from '@redress/ui/light';
import { NoticeBar } from '@redress/ui/notice-bar';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { FilePreview } from '../../lib/file-preview.tsx';
import { instant, plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { type Outputs, useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

type ScanRow = Outputs['intake']['scans'][number];

/** One arrival: since when it waits, until when it has to be examined, and what can be done with it. */
export function ScanLine({ scan }: { scan: ScanRow }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.intake.list;
  const [open, setOpen] = useState<'files' | 'strike' | null>(null);
  const registered = scan.files.filter((file) => file.caseId !== null).length;
  const title = scan.words === '' ? w.noWords : scan.words;
  const left =
    scan.light === 'overdue'
      ? w.overdue
      : scan.workingDaysLeft === null
        ? w.unknown
        : scan.workingDaysLeft === 0
          ? w.today
          : w.left(scan.workingDaysLeft);
  return (
    <li className="rw-scan" data-light={scan.light}>
      <div className="rw-scan-what">
        <p className="rd-strong">{title}</p>
        <p className="rd-muted rd-small">
          {w.received} {plainDay(scan.receivedOn, language)} · {labels.channel(scan.channel)}
          {scan.filingProof !== '' && ` · ${scan.filingProof}`}
        </p>
        <p className="rd-muted rd-small">{w.takenIn(scan.takenInBy, instant(scan.takenInAt, language))}</p>
        <button
          type="button"
          className="rd-btn rw-small"
          data-look="plain"
          aria-expanded={open === 'files'}
          onClick={() => setOpen(open === 'files' ? null : 'files')}
        >
          {w.files(scan.files.length)}
          {registered > 0 && `${words.separator}${w.registeredFiles(registered)}`}
        </button>
      </div>
      {scan.struck === null ? (
        <>
          <div className="rw-scan-due">
            <Light
              state={scan.light}
              label={scan.light === 'unknown' ? w.unknown : words.list.light[scan.light]}
              showLabel
            />
            <p>
              {w.examineBy} {scan.examineBy === null ? w.unknown : plainDay(scan.examineBy, language)}
            </p>
            <p
              className={
                scan.light === 'overdue' ? 'rd-tone-red' : scan.light === 'near' ? 'rd-tone-amber' : 'rd-muted'
              }
            >
              {left}
            </p>
          </div>
          <div className="rw-scan-acts">
            <Link to="/cases/new" search={{ scan: scan.id }} className="rd-btn" data-look="primary">
              {w.register}
              <span className="rd-sr"> {title}</span>
            </Link>
            <Link to="/lawsuits/new" search={{ scan: scan.id }} className="rd-btn">
              {words.suits.intake.register}
              <span className="rd-sr"> {title}</span>
            </Link>
            <button type="button" className="rd-btn" data-look="plain" onClick={() => setOpen('strike')}>
              {w.strike}
              <span className="rd-sr"> {title}</span>
            </button>
          </div>
        </>
      ) : (
        <div className="rw-scan-due">
          <p>{w.struckBy(scan.struck.by, instant(scan.struck.at, language))}</p>
          <p className="rd-muted">{scan.struck.why}</p>
        </div>
      )}
      {open === 'files' && (
        <div className="rw-scan-files">
          <FilePreview
            files={scan.files
              .filter((file) => file.caseId === null)
              .map((file) => ({ fileId: file.id, name: file.name }))}
          />
        </div>
      )}
      <Drawer
        title={words.intake.strike.title}
        open={open === 'strike'}
        onClose={() => setOpen(null)}
        destroyOnHidden
        size="default"
      >
        <StrikeForm id={scan.id} onDone={() => setOpen(null)} />
      </Drawer>
    </li>
  );
}

function StrikeForm({ id, onDone }: { id: string; onDone: () => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { words } = useLanguage();
  const labels = useLabels();
  const w = words.intake.strike;
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const strike = useMutation({
    mutationFn: () => client.intake.strike.mutate({ id, why }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.intake.pathKey() });
      onDone();
    },
  });
  const missing = [...why.trim()].length < 2;
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (!missing && !strike.isPending) strike.mutate();
  }
  return (
    <form onSubmit={submit} noValidate className="rw-strike">
      <p className="rd-muted">{w.lead}</p>
      {strike.isError && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failureOf(strike.error))}
        </NoticeBar>
      )}
      <FormField
        label={w.why}
        required
        requiredLabel={words.required}
        error={asked && missing ? labels.fieldProblem({ field: 'why', rule: 'required' }) : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            value={why}
            placeholder={w.whyPlaceholder}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </FormField>
      <div className="rw-take-in-foot">
        <button type="button" className="rd-btn" onClick={onDone}>
          {words.cancel}
        </button>
        <button type="submit" className="rd-btn" data-look="primary" aria-busy={strike.isPending || undefined}>
          {w.submit}
        </button>
      </div>
    </form>
  );
}
