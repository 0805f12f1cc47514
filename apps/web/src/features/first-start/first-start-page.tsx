import { EmptyState } from '@redress/ui/empty-state';
import { FormField } from '@redress/ui/form-field';
import { LanguageSwitch } from '@redress/ui/language-switch';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { type Language, useLanguage } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { OwnOfficeWizard } from './own-office-wizard.tsx';
import './first-start.css';

/** An empty database: the demonstration, or an office of one's own. */
export function FirstStartPage() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { words, language, setLanguage } = useLanguage();
  const labels = useLabels();
  const w = words.office.first;
  const [own, setOwn] = useState(false);
  const [finished, setFinished] = useState(false);
  const [code, setCode] = useState('');
  const state = useQuery(
    trpc.firstStart.state.queryOptions(undefined, {
      refetchInterval: (query) => (query.state.data?.is === 'making' ? 1000 : false),
      staleTime: 0,
    }),
  );
  const demo = useMutation(
    trpc.firstStart.demo.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.firstStart.state.queryKey() }),
    }),
  );
  // What was known of an empty office is known no more.
  const leave = () => {
    queryClient.clear();
  };
  const now = state.data;
  if (now?.is === 'begun' && !finished) {
    queryClient.removeQueries({ queryKey: trpc.session.info.queryKey() });
    return <Navigate to="/sign-in" replace />;
  }
  const refused = demo.data?.is === 'refused' ? demo.data.reason : null;
  const offered = now !== undefined && 'demoOffered' in now && now.demoOffered;

  return (
    <div className="rw-first">
      <header className="rw-first-head">
        <p>{words.productLong}</p>
        <LanguageSwitch<Language>
          label={words.shell.language}
          value={language}
          options={[
            { value: 'zh-CN', label: '中文', name: '中文' },
            { value: 'en', label: 'EN', name: 'English' },
          ]}
          onChange={setLanguage}
        />
      </header>
      <main id="main">
        <h1>{own ? w.makeOffice : w.title}</h1>
        <p className="rd-muted">{own ? w.officeLead : w.lead}</p>
        {state.isPending && <LoadingSkeleton label={words.loading} />}
        {state.isError && (
          <EmptyState
            title={words.errors.unreachable}
            action={
              <button type="button" className="rd-btn" onClick={() => void state.refetch()}>
                {words.retry}
              </button>
            }
          />
        )}
        {refused !== null && refused !== 'setup-code-wrong' && (
          <NoticeBar tone="error" word={words.notice.error}>
            {labels.reason(refused, {})}
          </NoticeBar>
        )}
        {now?.is === 'making' && !own && (
          <Panel title={w.making}>
            <p role="status">{w.made(now.made)}</p>
            <progress className="rw-first-progress" aria-label={w.making} />
          </Panel>
        )}
        {own ? (
          <OwnOfficeWizard
            onBack={() => setOwn(false)}
            onDone={() => setFinished(true)}
            onSignIn={() => {
              leave();
              setFinished(false);
            }}
          />
        ) : (
          now !== undefined &&
          now.is !== 'making' && (
            <div className="rw-first-choices">
              <Panel title={w.demo}>
                <p>{w.demoLead}</p>
                {now.is === 'interrupted' && <p className="rd-tone-amber">{w.interrupted}</p>}
                {offered ? (
                  <form
                    noValidate
                    onSubmit={(event) => {
                      event.preventDefault();
                      if (!demo.isPending) demo.mutate({ code });
                    }}
                  >
                    <p className="rd-strong">{w.demoConfirm}</p>
                    <FormField
                      label={w.code}
                      hint={w.codeLead}
                      error={refused === 'setup-code-wrong' ? w.codeWrong : undefined}
                    >
                      {(control) => (
                        <Input
                          {...control}
                          autoComplete="off"
                          spellCheck={false}
                          value={code}
                          status={control['aria-invalid'] ? 'error' : ''}
                          onChange={(event) => setCode(event.target.value)}
                        />
                      )}
                    </FormField>
                    <div className="rw-actions">
                      <button type="submit" className="rd-btn" aria-busy={demo.isPending || undefined}>
                        {now.is === 'interrupted' ? w.goOn : w.makeDemo}
                      </button>
                    </div>
                  </form>
                ) : (
                  <p className="rd-muted">{w.demoRefused}</p>
                )}
              </Panel>
              {now.is !== 'interrupted' && (
                <Panel title={w.office}>
                  <p>{w.officeLead}</p>
                  <div className="rw-actions">
                    <button type="button" className="rd-btn" data-look="primary" onClick={() => setOwn(true)}>
                      {w.makeOffice}
                    </button>
                  </div>
                </Panel>
              )}
            </div>
          )
        )}
      </main>
    </div>
  );
}
