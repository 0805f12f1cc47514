import type { FormValue, FormValues } from '@redress/domain/documents/fill';
import { type FormKind, formOf, formSpecs } from '@redress/domain/documents/forms';
import type { FieldProblem } from '@redress/domain/errors';
import { documentWords } from '@redress/domain/labels/documents';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { failureOf } from '../failure.ts';
import { SelectField } from '../fields.tsx';
import { useFaultyFocus } from '../form-problems.ts';
import { plainDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { newId, type Outputs, useTRPC, useTRPCClient } from '../trpc.ts';
import { useTypedGuard } from '../typed-guard.ts';
import { useLabels } from '../use-labels.ts';
import { FormInputs } from './form-inputs.tsx';
import './documents.css';

interface IssueFormDrawerProps {
  view: LawsuitView;
  /** null = none is being issued. */
  kind: FormKind | null;
  onClose: () => void;
}

/** Making a form of the suit: its fields as the record has them, changed where need be, then a Word file in the case. */
export function IssueFormDrawer({ view, kind, onClose }: IssueFormDrawerProps) {
  const { language, words } = useLanguage();
  return (
    <Drawer
      open={kind !== null}
      onClose={onClose}
      size={640}
      title={kind === null ? '' : documentWords(language).forms[kind]}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
      rootClassName="rw-step-drawer"
    >
      {kind !== null && <ChooseSubject view={view} kind={kind} onClose={onClose} />}
    </Drawer>
  );
}

type Opened = IssueFormDrawerProps & { kind: FormKind };

/** For which organ and which session; then the form as the record fills it. */
function ChooseSubject({ view, kind, onClose }: Opened) {
  const { language, words } = useLanguage();
  const labels = useLabels();
  const trpc = useTRPC();
  const w = words.issuing;
  const organs = view.audience === 'respondent' ? view.organs.filter((o) => o.own) : view.organs;
  const sessions = view.instances.flatMap((i) =>
    i.sessions.filter((s) => s.state !== 'cancelled' && s.kind === 'trial'),
  );
  const [organId, setOrganId] = useState(organs[0]?.organId ?? null);
  const [sessionId, setSessionId] = useState<string | null>(null);
  const isAboutSession = formSpecs[kind].about === 'session';
  const query = useQuery({
    ...trpc.documents.fields.queryOptions({
      lawsuitId: view.id,
      kind,
      organId: organId ?? ('' as LawsuitView['organId']),
      sessionId: isAboutSession ? sessionId : null,
    }),
    enabled: organId !== null && (!isAboutSession || sessions.length > 0),
    // What is typed over it must not be drawn anew when the window is looked at again.
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <p className="rd-muted rd-small">
        {documentWords(language).purposes[kind]} {w.under}
        {words.colon}
        {formOf(kind)
          .articles.map((article) => labels.article(article))
          .join(words.listSeparator)}
      </p>
      <div className="rw-row-fields rw-form-subject">
        {organs.length > 1 && (
          <SelectField
            label={w.organ}
            required
            value={organId}
            options={organs.map((o) => ({ value: o.organId, label: o.name }))}
            onChange={(id) => setOrganId(organs.find((o) => o.organId === id)?.organId ?? null)}
          />
        )}
        {isAboutSession && sessions.length > 1 && (
          <SelectField
            label={w.session}
            value={sessionId ?? query.data?.sessionId ?? null}
            required
            options={sessions.map((s) => ({
              value: s.sessionId,
              label: `${plainDay(s.on, language)} ${s.time} ${s.place}`,
            }))}
            onChange={setSessionId}
          />
        )}
      </div>
      {isAboutSession && sessions.length === 0 ? (
        <NoticeBar tone="info" word={words.notice.info}>
          {w.needsSession}
        </NoticeBar>
      ) : query.isError ? (
        <ErrorState
          title={labels.failure(failureOf(query.error))}
          retry={{ label: words.retry, onRetry: () => void query.refetch() }}
        />
      ) : query.data === undefined ? (
        <LoadingSkeleton label={words.loading} rows={6} />
      ) : (
        <FormBody
          key={`${query.data.instanceId}|${query.data.sessionId}|${organId}`}
          view={view}
          kind={kind}
          organId={organId ?? ('' as LawsuitView['organId'])}
          form={query.data}
          onClose={onClose}
        />
      )}
    </>
  );
}

function FormBody({
  view,
  kind,
  organId,
  form,
  onClose,
}: Opened & { organId: LawsuitView['organId']; form: Outputs['documents']['fields'] }) {
  const { language, words } = useLanguage();
  const labels = useLabels();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const w = words.issuing;
  const said = documentWords(language);
  // The articles the whole form rests on stand above it once.
  const shown = form.fields.map((f) =>
    f.article !== null && form.articles.includes(f.article) ? { ...f, article: null } : f,
  );
  const [values, setValues] = useState<FormValues>(() => Object.fromEntries(form.fields.map((f) => [f.name, f.value])));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const opened = useRef(values);
  const command = useRef<{ body: string; id: string } | null>(null);
  const top = useRef<HTMLFormElement>(null);
  const toTop = useFaultyFocus(top);
  const mayLeave = useTypedGuard(JSON.stringify(values) !== JSON.stringify(opened.current));

  const issue = useMutation({
    mutationFn: (): Promise<LawsuitView> => {
      const body = JSON.stringify([view.version, kind, organId, form.sessionId, values]);
      if (command.current?.body !== body) command.current = { body, id: newId() };
      type Input = Parameters<typeof client.documents.issue.mutate>[0];
      return client.documents.issue.mutate({
        lawsuitId: view.id,
        kind,
        organId,
        instanceId: form.instanceId,
        sessionId: form.sessionId,
        expectedVersion: view.version,
        commandId: command.current.id as Input['commandId'],
        fields: values as Input['fields'],
      });
    },
    onSuccess: (fresh) => {
      queryClient.setQueryData<unknown>(trpc.lawsuits.view.queryKey({ id: view.id }), fresh);
      void message.success(w.issued(said.forms[kind]));
      mayLeave();
      onClose();
    },
    onError: (error) => {
      const failure = failureOf(error);
      if (failure.code === 'stale-version') {
        void queryClient.invalidateQueries({ queryKey: trpc.lawsuits.view.queryKey({ id: view.id }) });
      }
      setProblems('fields' in failure && failure.fields !== undefined ? failure.fields : []);
      toTop();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (issue.isPending) return;
    setProblems([]);
    issue.mutate();
  }

  // What is wrong with the template or the session has no field here to stand at.
  const elsewhere = problems.some((p) => !p.field.startsWith('fields.'));

  const change = (name: string, value: FormValue) => {
    setValues((all) => ({ ...all, [name]: value }));
    setProblems((all) => all.filter((p) => p.field !== `fields.${name}` && !p.field.startsWith(`fields.${name}.`)));
  };

  return (
    <form onSubmit={submit} noValidate className="rw-step-body" ref={top}>
      {issue.isError && (problems.length === 0 || elsewhere) && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failureOf(issue.error))}
        </NoticeBar>
      )}
      {problems.length > 0 && !elsewhere && (
        <NoticeBar tone="error" word={words.notice.error}>
          {words.register.fieldProblems(problems.length)}
        </NoticeBar>
      )}
      {form.cautions.length > 0 && (
        <NoticeBar tone="warn" word={w.cautions}>
          <ul className="rw-plain-list">
            {form.cautions.map((caution) => (
              <li key={caution.code}>
                {said.cautions[caution.code]}
                <span className="rd-muted"> {labels.article(caution.article)}</span>
              </li>
            ))}
          </ul>
        </NoticeBar>
      )}
      <p className="rd-muted rd-small">{w.lead}</p>
      <div className="rw-row-fields">
        <FormInputs fields={shown} values={values} problems={problems} at="fields" onChange={change} />
      </div>
      <div className="rw-step-foot">
        <button type="button" className="rd-btn" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="submit" className="rd-btn" data-look="primary" disabled={issue.isPending}>
          {w.issue(said.forms[kind])}
        </button>
      </div>
    </form>
  );
}
