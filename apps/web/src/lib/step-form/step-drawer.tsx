import type { FieldProblem } from '@redress/domain/errors';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { VerdictButton } from '@redress/ui/verdict-button';
import { App, Drawer, Radio } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { failureOf } from '../failure.ts';
import { LongTextField, SelectField, TextField } from '../fields.tsx';
import { FileField, type StoredFile } from '../file-field.tsx';
import { useFaultyFocus } from '../form-problems.ts';
import { ImpactOf, usePreview } from '../impact.tsx';
import { useWords } from '../language.tsx';
import { useSession } from '../session.tsx';
import { useTypedGuard } from '../typed-guard.ts';
import { type StepToTake, useExecute } from '../use-execute.ts';
import { useLabels } from '../use-labels.ts';
import { type CaseFile, type StepValues, useCaseForms } from './case-forms.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { useKeptStep, useStoredStep } from './step-draft.ts';
import { lawOf, StepForm } from './step-form.tsx';
import { initialValues, inputOf } from './step-values.ts';

interface StepDrawerProps {
  view: CaseFile;
  /** The step in the address; null = none is being taken. */
  step: string | null;
  /** The proposal or sending the step is about. */
  about: string | null;
  onClose: () => void;
}

/** Taking a step: its form, what it would change, and a reason where the law was not kept. */
export function StepDrawer({ view, step, about, onClose }: StepDrawerProps) {
  const words = useWords();
  const labels = useLabels();
  const next = step === null ? undefined : view.nextSteps.find((candidate) => candidate.step === step);
  const forms = useCaseForms();
  const open = step !== null && forms.isStep(step);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={640}
      title={step === null ? '' : labels.step(step)}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
      rootClassName="rw-step-drawer"
    >
      {open && <StepOpened view={view} type={step} next={next} about={about} onClose={onClose} />}
    </Drawer>
  );
}

/** How a step that the article gives to a head is taken. */
type Route = 'propose' | 'paper' | 'direct';

/** The form once its draft has been read, where one is kept. */
function StepOpened(props: Omit<StepBodyProps, 'stored' | 'draftKey'>) {
  const words = useWords();
  const draftKey = useCaseForms().draftKeyOf(props.view, props.type);
  const stored = useStoredStep(draftKey);
  if (stored === undefined) return <LoadingSkeleton label={words.loading} />;
  return <StepBody {...props} draftKey={draftKey} stored={stored} />;
}

interface StepBodyProps {
  view: CaseFile;
  type: string;
  next: CaseFile['nextSteps'][number] | undefined;
  about: string | null;
  /** Where what is typed is kept until it is handed in, and what was kept before. */
  draftKey: string | null;
  stored: StepValues | null;
  onClose: () => void;
}

function StepBody({ view, type, next, about, draftKey, stored, onClose }: StepBodyProps) {
  const forms = useCaseForms();
  const words = useWords();
  const labels = useLabels();
  const session = useSession();
  const { message } = App.useApp();
  const acting = session.posts.find((post) => post.postId === session.acting);
  const approver = next?.approver ?? null;
  const isApprover = approver !== null && acting !== undefined && forms.holdersOf(approver).includes(acting.role);

  const [values, setValues] = useState<StepValues>(() => ({
    ...initialValues(forms, type, {
      view,
      today: session.today,
      about,
      organId: acting?.organId ?? null,
      name: session.account.name,
    }),
    ...stored,
  }));
  const [reason, setReason] = useState('');
  const [opinion, setOpinion] = useState('');
  const [route, setRoute] = useState<Route>(approver !== null && !isApprover ? 'propose' : 'direct');
  const [paper, setPaper] = useState({ name: '', title: '', role: approver as string | null });
  const [scans, setScans] = useState<readonly StoredFile[]>([]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  // The version the form was sent from when somebody else acted first.
  const [stale, setStale] = useState<number | null>(null);
  const [askReason, setAskReason] = useState(false);
  const top = useRef<HTMLFormElement>(null);
  const opened = useRef(values);
  const typed =
    JSON.stringify(values) !== JSON.stringify(opened.current) ||
    [reason, opinion, paper.name, paper.title].some((text) => text.trim() !== '') ||
    scans.length > 0;
  // What is kept on the server is not lost by leaving.
  const mayLeave = useTypedGuard(typed && draftKey === null);
  const forget = useKeptStep(draftKey, values, opened.current);

  const toTop = useFaultyFocus(top);
  const base = (): Record<string, unknown> => ({
    ...inputOf(forms, type, values),
    ...(reason.trim() === '' ? {} : { irregularReason: reason.trim() }),
    ...(route === 'paper' ? { onPaper: { doneBy: paper, fileIds: scans.map((file) => file.fileId) } } : {}),
  });
  const input = base();
  const whole = forms.parse(type, input).ok;
  const inner: StepToTake = { type, input };
  const { preview, busy, failed } = usePreview(view, whole && type !== 'propose' ? inner : null);
  const execute = useExecute(view, (_, taken) => {
    void message.success(words.step.saved(labels.step(taken.type === 'propose' ? 'propose' : type)));
    forget();
    mayLeave();
    onClose();
  });

  // `contradictions` of a step that is merely proposed are the approver's to see too, so they are asked for here.
  const contradictions = preview?.contradictions ?? [];
  // What is said of today holds until the day in the form has been looked at: an act recorded late was lawful on its day.
  const irregular =
    askReason ||
    (preview === undefined
      ? next?.verdict === 'irregular'
      : contradictions.length > 0 || preview.verdict === 'irregular');
  // Said once: what stands above is not repeated below.
  const saidAbove = next?.verdict === 'refused' && next.reason === preview?.reason && preview?.fields.length === 0;
  const refused = preview?.verdict === 'refused' && preview.reason !== null && approver === null && !saidAbove;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (execute.isPending) return;
    setStale(null);
    const checked = forms.parse(type, input);
    const found: FieldProblem[] = checked.ok ? [] : [...checked.fields];
    if (irregular && [...reason.trim()].length < 5) found.push({ field: 'irregularReason', rule: 'required' });
    setProblems(found);
    if (found.length > 0) {
      toTop();
      return;
    }
    const toTake: StepToTake =
      approver !== null && route === 'propose'
        ? { type: 'propose', input: { step: inner, opinion: opinion.trim() } }
        : inner;
    execute.mutate(toTake, {
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'stale-version') setStale(view.version);
        if (failure.code === 'needs-reason') setAskReason(true);
        if ('fields' in failure && failure.fields !== undefined) {
          setProblems(failure.fields.map((p) => ({ ...p, field: p.field.replace(/^(input\.|step\.input\.)+/, '') })));
        }
        toTop();
      },
    });
  }

  const failure = execute.isError ? failureOf(execute.error) : null;
  const label = labels.step(type);
  const isSuit = forms.kind === 'litigation';
  const suit = words.lawsuitFile;
  const proposing = approver !== null && route === 'propose';

  return (
    <form onSubmit={submit} noValidate className="rw-step-body" ref={top}>
      {next?.article !== undefined && next.article !== null && (
        <p className="rd-muted rd-small">
          {words.step.about} {labels.article(next.article)}
        </p>
      )}
      {stale !== null && <StaleNotice view={view} since={stale} />}
      {failure !== null && stale === null && failure.code !== 'needs-reason' && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failure)}
        </NoticeBar>
      )}
      {problems.length > 0 && failure === null && (
        <NoticeBar tone="error" word={words.notice.error}>
          {words.register.fieldProblems(problems.length)}
        </NoticeBar>
      )}
      {next?.verdict === 'refused' && preview?.ok !== true && next.reason !== null && (
        <NoticeBar tone="error" word={words.step.refused}>
          {labels.reason(next.reason, next.params)}
          {next.article !== null && <span className="rd-muted"> {labels.article(next.article)}</span>}
        </NoticeBar>
      )}
      {next?.verdict === 'allowed' && next.reason !== null && (
        <NoticeBar tone="info" word={words.notice.info}>
          {labels.reason(next.reason, next.params)}
        </NoticeBar>
      )}

      {stored !== null && (
        <NoticeBar tone="info" word={words.notice.info}>
          {words.proceedings.form.draftBack}
        </NoticeBar>
      )}
      <forms.Notes type={type} view={view} values={values} />

      <StepForm
        type={type}
        view={view}
        values={values}
        problems={problems}
        proposing={proposing}
        onChange={(part) => {
          setValues((v) => ({ ...v, ...part }));
          // What was said about a field that is being corrected no longer holds.
          setProblems((all) =>
            all.filter((p) => !Object.keys(part).some((k) => p.field === k || p.field.startsWith(`${k}.`))),
          );
        }}
      />

      {approver !== null && (
        <fieldset className="rw-route">
          <legend>{isSuit ? suit.signOff.route : words.step.route}</legend>
          <p className="rd-muted rd-small">
            {isSuit
              ? suit.signOff.hint(labels.optionOf('paperDecider', approver))
              : words.step.routeHint(words.step.approvers[approver])}
          </p>
          <Radio.Group
            value={route}
            onChange={(event) => setRoute(event.target.value as Route)}
            options={(isApprover ? (['direct', 'paper'] as const) : (['propose', 'paper'] as const)).map((value) => ({
              value,
              label: (isSuit ? suit.signOff : words.step).routes[value],
            }))}
          />
          {route === 'propose' && (
            <LongTextField
              label={words.step.opinion}
              hint={words.step.opinionHint}
              rows={2}
              value={opinion}
              problems={problems.filter((p) => p.field === 'opinion')}
              onChange={setOpinion}
            />
          )}
          {route === 'paper' && (
            <div className="rw-row-fields">
              <TextField
                label={words.step.paperName}
                required
                value={paper.name}
                problems={problems.filter((p) => p.field === 'onPaper.doneBy.name')}
                onChange={(name) => setPaper((p) => ({ ...p, name }))}
              />
              <TextField
                label={words.step.paperTitle}
                required
                value={paper.title}
                problems={problems.filter((p) => p.field === 'onPaper.doneBy.title')}
                onChange={(title) => setPaper((p) => ({ ...p, title }))}
              />
              <SelectField
                label={words.step.paperRole}
                required
                options={forms
                  .decidersOnPaper(type, approver)
                  .map((value) => ({ value, label: labels.optionOf('paperDecider', value, lawOf(view)) }))}
                value={paper.role}
                problems={problems.filter((p) => p.field === 'onPaper.doneBy.role')}
                onChange={(role) => setPaper((p) => ({ ...p, role }))}
              />
              <div className="rw-all">
                <FileField
                  label={words.step.paperScan}
                  kind="scan"
                  caseId={view.id}
                  value={scans}
                  problems={problems.filter((p) => p.field === 'onPaper.fileIds')}
                  onChange={(files) => {
                    setScans(files);
                    setProblems((all) => all.filter((p) => p.field !== 'onPaper.fileIds'));
                  }}
                />
              </div>
            </div>
          )}
        </fieldset>
      )}

      {refused && preview !== undefined && preview.reason !== null && (
        <NoticeBar tone="warn" word={words.step.refused}>
          {preview.fields.length > 0
            ? preview.fields.map((problem) => labels.problemNamed(problem)).join(' ')
            : labels.reason(preview.reason, preview.params)}
          {preview.article !== null && <span className="rd-muted"> {labels.article(preview.article)}</span>}
        </NoticeBar>
      )}
      {irregular && (
        <NoticeBar tone="warn" word={words.step.irregular}>
          <p>{words.step.irregularWhy}</p>
          <ul className="rw-plain-list">
            {contradictions.map((c) => (
              <li key={c.code}>
                {labels.reason(c.code, c.params)}
                {c.article !== null && <span className="rd-muted"> {labels.article(c.article)}</span>}
              </li>
            ))}
            {contradictions.length === 0 && next !== undefined && next.reason !== null && (
              <li>
                {labels.reason(next.reason, next.params)}
                {next.article !== null && <span className="rd-muted"> {labels.article(next.article)}</span>}
              </li>
            )}
          </ul>
          <LongTextField
            label={words.step.irregularReason}
            hint={words.step.irregularReasonHint}
            required
            rows={2}
            value={reason}
            problems={problems.filter((p) => p.field === 'irregularReason')}
            onChange={setReason}
          />
        </NoticeBar>
      )}

      {whole && type !== 'propose' && (
        <ImpactOf
          title={words.step.impact}
          none={forms.isExtension(type) ? words.step.impactExtend : words.step.impactNone}
          preview={preview}
          busy={busy}
          failed={failed}
          stage={view.stage}
        />
      )}

      <div className="rw-step-foot">
        <button type="button" className="rd-btn" onClick={onClose}>
          {words.cancel}
        </button>
        <VerdictButton
          type="submit"
          label={proposing ? (isSuit ? suit.signOff : words.step).propose(label) : labels.act(type)}
          verdict={next?.verdict === 'refused' && preview?.ok !== true ? 'refused' : 'usual'}
          busy={execute.isPending}
          onAct={() => undefined}
        />
      </div>
    </form>
  );
}
