import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { CheckField, SelectField, TextField } from '../../lib/fields.tsx';
import { useLanguage } from '../../lib/language.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

type Settings = Outputs['notices']['mailSettings'];

/** Where one's own daily mail goes, and whether at all. */
export function MailPanel() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const settings = useQuery(trpc.notices.mailSettings.queryOptions());
  return (
    <Panel title={words.notices.mail.title} id="mail">
      <p className="rd-muted">{words.notices.mail.lead}</p>
      {settings.isPending && <LoadingSkeleton label={words.loading} />}
      {settings.isError && (
        <ErrorState
          title={words.errors.pageTitle}
          detail={labels.failure(failureOf(settings.error))}
          retry={{ label: words.retry, onRetry: () => void settings.refetch() }}
        />
      )}
      {settings.data !== undefined && <MailForm settings={settings.data} />}
    </Panel>
  );
}

function MailForm({ settings }: { settings: Settings }) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const w = words.notices.mail;
  const labels = useLabels();
  const queryClient = useQueryClient();
  const [address, setAddress] = useState(settings.address);
  const [digest, setDigest] = useState(settings.digest);
  const [language, setLanguage] = useState<Settings['language']>(settings.language);
  const save = useMutation(
    trpc.notices.saveMailSettings.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notices.mailSettings.queryKey() }),
    }),
  );
  const failure = save.isError ? failureOf(save.error) : null;
  const problems = failure !== null && 'fields' in failure ? (failure.fields ?? []) : [];
  return (
    <form
      className="rw-mail"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ address, digest, language });
      }}
    >
      {!settings.available && <p className="rd-muted">{w.unavailable}</p>}
      <TextField
        label={w.address}
        value={address}
        onChange={setAddress}
        hint={w.addressHint}
        autoComplete="email"
        problems={problems.filter((problem) => problem.field === 'address')}
      />
      <CheckField label={w.digest} value={digest} onChange={setDigest} />
      <SelectField
        label={w.language}
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
        options={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <div>
        <button type="submit" className="rd-btn" data-look="primary" aria-busy={save.isPending || undefined}>
          {w.save}
        </button>
        {save.isSuccess && (
          <span role="status" className="rw-mail-saved">
            {w.saved}
          </span>
        )}
      </div>
      {failure !== null && problems.length === 0 && (
        <NoticeBar tone="error" word={w.failed}>
          {labels.failure(failure)}
        </NoticeBar>
      )}
    </form>
  );
}
