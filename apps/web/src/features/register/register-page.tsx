import type { Contradiction, FieldProblem } from '@redress/domain/errors';
import type { OrganId, StreamId } from '@redress/domain/ids';
import { parseStepInput } from '@redress/domain/reconsideration/step-inputs';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Tabs } from '@redress/ui/tabs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { LongTextField } from '../../lib/fields.tsx';
import { FilePreview } from '../../lib/file-preview.tsx';
import { standing, useFaultyFocus } from '../../lib/form-problems.ts';
import { instant, plainDay } from '../../lib/format.ts';
import { useKeptDraft } from '../../lib/kept-draft.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { newId, type Outputs, useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { ChecksBeside, useChecks } from './checks-beside.tsx';
import { LimitBeside } from './limit-beside.tsx';
import { OralSection } from './oral-record.tsx';
import {
  draftOfLawsuit,
  draftOfScan,
  emptyDraft,
  type RegisterDraft,
  readDraft,
  storedDraft,
  toInput,
} from './register-draft.ts';
import { ActSection, ChannelSection, MaterialsSection, PartiesSection, RequestsSection } from './register-sections.tsx';
import '../../lib/register-form.css';
import './register.css';

interface RegisterPageProps {
  /** The arrival that is registered; its papers stand beside the form. */
  scan?: string | undefined;
  /** The lawsuit whose judgment orders that the case be decided anew. */
  fromLawsuit?: string | undefined;
  onRegistered: (id: string) => void;
}

/** Registering an application: nothing typed is lost, and limits and checks stand beside the form. */
export function RegisterPage({ scan, fromLawsuit, onRegistered }: RegisterPageProps) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const session = useSession();
  // Each arrival has a draft of its own: another one half typed is not lost for it.
  const draftKey =
    scan !== undefined ? `register:${scan}` : fromLawsuit !== undefined ? `register:${fromLawsuit}` : 'register';
  const { suit, earlier, isPending: isReading } = useOrderedBy(fromLawsuit);
  const stored = useQuery(
    trpc.drafts.get.queryOptions({ key: draftKey }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
  );
  const arrival = useQuery(
    trpc.intake.scan.queryOptions(
      { id: scan ?? '' },
      { enabled: scan !== undefined, staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false },
    ),
  );

  if (stored.isPending || isReading || (scan !== undefined && arrival.isPending))
    return <LoadingSkeleton label={words.loading} rows={8} />;
  if (stored.isError) {
    return (
      <ErrorState
        title={words.errors.pageTitle}
        detail={words.errors.pageDetail}
        retry={{ label: words.retry, onRetry: () => void stored.refetch() }}
      />
    );
  }
  const restored = readDraft(stored.data?.body, session.today);
  const waiting = arrival.data?.files.some((file) => file.caseId === null) === true && arrival.data.struck === null;
  const from = waiting ? arrival.data : undefined;
  const fresh =
    suit !== null
      ? draftOfLawsuit(suit, earlier, session.today)
      : from === undefined
        ? emptyDraft(session.today)
        : draftOfScan(from, session.today);
  return (
    <RegisterForm
      key={draftKey}
      draftKey={draftKey}
      from={from}
      orderedBy={suit}
      unread={fromLawsuit !== undefined && suit === null}
      gone={scan !== undefined && !waiting}
      fresh={fresh}
      initial={restored ?? fresh}
      restored={restored !== null}
      onRegistered={onRegistered}
    />
  );
}

/** The lawsuit whose judgment orders a new decision, and the reconsideration that it annulled. */
function useOrderedBy(lawsuit: string | undefined) {
  const trpc = useTRPC();
  const id = (lawsuit ?? '') as StreamId;
  const once = { enabled: lawsuit !== undefined, retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 };
  const suit = useQuery(trpc.lawsuits.view.queryOptions({ id }, once));
  const linked = useQuery(trpc.lawsuits.linked.queryOptions({ id }, once));
  const before = linked.data?.find((one) => one.proceeding === 'reconsideration' && one.kind === 'reviewed-in-court');
  const earlier = useQuery(
    trpc.cases.view.queryOptions({ id: before?.id ?? id }, { ...once, enabled: before !== undefined }),
  );
  return {
    suit: suit.data ?? null,
    earlier: before === undefined ? null : (earlier.data ?? null),
    isPending:
      lawsuit !== undefined && (suit.isPending || linked.isPending || (before !== undefined && earlier.isPending)),
  };
}

interface RegisterFormProps {
  draftKey: string;
  /** The arrival whose papers are registered. */
  from: Outputs['intake']['scan'] | undefined;
  /** The lawsuit whose judgment orders the case; `unread` where it could not be read. */
  orderedBy: Outputs['lawsuits']['view'] | null;
  unread: boolean;
  /** It was registered or struck meanwhile. */
  gone: boolean;
  /** The form as it begins. */
  fresh: RegisterDraft;
  initial: RegisterDraft;
  restored: boolean;
  onRegistered: (id: string) => void;
}

function RegisterForm(props: RegisterFormProps) {
  const { draftKey, from, orderedBy, unread, gone, fresh, initial, restored, onRegistered } = props;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const session = useSession();
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));
  const [draft, setDraft] = useState(initial);
  const [told, setTold] = useState(restored);
  // What was wrong with the form as it was sent; a field changed since has nothing said about it.
  const [found, setFound] = useState<{ readonly sent: unknown; readonly problems: readonly FieldProblem[] } | null>(
    null,
  );
  // The rules that registering contradicts: it goes on with a reason.
  const [contradictions, setContradictions] = useState<readonly Contradiction[]>([]);
  const [reason, setReason] = useState('');
  const asked = useRef<RegisterDraft | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const showFaulty = useFaultyFocus(form, top);
  // A retried request is the same command about the same case: it acts once.
  const [identity] = useState(() => ({ id: newId() as StreamId, commandId: newId() }));
  const reviewing = session.posts.find((post) => post.postId === session.acting)?.organId;
  const checked = useChecks(draft, reviewing);
  const [papers, setPapers] = useState(from !== undefined);
  const [beside, setBeside] = useState('papers');

  const { keep, latest, done } = useKeptDraft(draftKey, draft, initial, storedDraft);

  const register = useMutation({
    mutationFn: (input: unknown) =>
      client.cases.register.mutate({
        id: identity.id,
        commandId: identity.commandId as Parameters<typeof client.cases.register.mutate>[0]['commandId'],
        input,
      }),
    onSuccess: async ({ id }) => {
      done.current = true;
      await client.drafts.remove.mutate({ key: draftKey }).catch(() => undefined);
      queryClient.removeQueries({ queryKey: trpc.drafts.get.queryKey({ key: draftKey }) });
      void queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.intake.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.lawsuits.pathKey() });
      onRegistered(id);
    },
    onError: (error, input) => {
      const failure = failureOf(error);
      if ('fields' in failure && failure.fields !== undefined) {
        const problems = failure.fields.map((p) => ({ ...p, field: p.field.replace(/^input\./, '') }));
        setFound({ sent: input, problems });
      }
      if (failure.code === 'needs-reason') {
        asked.current = latest.current;
        setContradictions('contradictions' in failure ? (failure.contradictions ?? []) : []);
        setFound({ sent: input, problems: [{ field: 'irregularReason', rule: 'required' }] });
      }
      showFaulty();
    },
  });

  /** What the form says now, with the reason once one is asked for. */
  const current = (organId: OrganId) => ({
    ...toInput(draft, organId),
    ...(reason.trim() === '' ? {} : { irregularReason: reason.trim() }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (register.isPending || reviewing === undefined) return;
    const input = current(reviewing);
    const checked = parseStepInput('register-application', input);
    const wrong: FieldProblem[] = checked.ok ? [] : [...checked.fields];
    // Where the form changed since, the server says anew whether a reason is needed.
    if (contradictions.length > 0 && asked.current === draft && [...reason.trim()].length < 5) {
      wrong.push({ field: 'irregularReason', rule: 'required' });
    }
    if (wrong.length > 0) {
      setFound({ sent: input, problems: wrong });
      register.reset();
      showFaulty();
      return;
    }
    setFound(null);
    register.mutate(input);
  }

  const failure = register.isError ? failureOf(register.error) : null;
  const problems =
    found === null || reviewing === undefined ? [] : standing(found.problems, found.sent, current(reviewing));
  const change = (part: Partial<RegisterDraft>) => setDraft((d) => ({ ...d, ...part }));
  const problemsOf = (field: string) => problems.filter((p) => p.field === field || p.field.startsWith(`${field}.`));
  const shared = { draft, change, problemsOf };
  const withPapers = papers && draft.files.length > 0;
  const warnings = checked.query.data?.checks.filter((c) => c.state === 'warning').length;

  const saved = keep.isPending
    ? words.register.draftSaving
    : keep.isError
      ? words.register.draftFailed
      : keep.data === undefined
        ? ''
        : words.register.draftSaved(instant(keep.data.updatedAt, language).slice(-5));

  return (
    <div ref={top} className="rw-scroll-target">
      <PageHeader
        crumbs={
          <>
            <Link to="/cases">{words.file.crumbs}</Link> / {words.shell.register}
          </>
        }
        title={words.register.title}
        lead={words.register.lead}
      />
      {told && (
        <NoticeBar
          tone="info"
          word={words.notice.info}
          action={
            <button
              type="button"
              className="rd-btn rw-small"
              onClick={() => {
                setDraft(fresh);
                setFound(null);
                setContradictions([]);
                setReason('');
                setTold(false);
              }}
            >
              {words.register.draftDiscard}
            </button>
          }
        >
          {words.register.draftRestored}
        </NoticeBar>
      )}
      {problems.length > 0 && (
        <NoticeBar tone="error" word={words.notice.error}>
          {words.register.fieldProblems(problems.length)}
        </NoticeBar>
      )}
      {failure !== null && found === null && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failure)}
        </NoticeBar>
      )}
      {gone && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          {words.intake.preview.scanGone}
        </NoticeBar>
      )}
      {orderedBy !== null && (
        <NoticeBar tone="info" word={words.notice.info}>
          {words.suits.fromLawsuit.notice(orderedBy.number ?? words.list.unnumbered, orderedBy.title)}
        </NoticeBar>
      )}
      {unread && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          {words.suits.fromLawsuit.gone}
        </NoticeBar>
      )}
      {from !== undefined && (
        <NoticeBar tone="info" word={words.notice.info}>
          {words.intake.preview.fromScan(plainDay(from.receivedOn, language))}
        </NoticeBar>
      )}
      {draft.files.length > 0 && (
        <p className="rw-papers-switch">
          <button type="button" className="rd-btn rw-small" aria-pressed={papers} onClick={() => setPapers(!papers)}>
            {papers ? words.intake.preview.hide : words.intake.preview.show}
          </button>
        </p>
      )}
      <div className={withPapers ? 'rd-cols rw-with-papers' : 'rd-cols'}>
        <form ref={form} onSubmit={submit} noValidate>
          <ChannelSection {...shared} organs={organs.data ?? []} />
          {draft.channel === 'oral' && <OralSection {...shared} />}
          <PartiesSection {...shared} organs={organs.data ?? []} />
          <ActSection {...shared} organs={organs.data ?? []} />
          <RequestsSection {...shared} />
          <MaterialsSection {...shared} />
          {contradictions.length > 0 && (
            <NoticeBar tone="warn" word={words.step.irregular}>
              <p>{words.step.irregularWhy}</p>
              <ul className="rw-plain-list">
                {contradictions.map((c) => (
                  <li key={`${c.code}-${JSON.stringify(c.params)}`}>
                    {labels.reason(c.code, c.params)}
                    {c.article !== null && <span className="rd-muted"> {labels.article(c.article)}</span>}
                  </li>
                ))}
              </ul>
              <LongTextField
                label={words.step.irregularReason}
                hint={words.step.irregularReasonHint}
                required
                rows={2}
                value={reason}
                problems={problemsOf('irregularReason')}
                onChange={setReason}
              />
            </NoticeBar>
          )}
          <div className="rw-form-foot">
            <span className="rd-muted rd-small" role="status">
              {saved}
            </span>
            <button type="submit" className="rd-btn" data-look="primary" aria-busy={register.isPending || undefined}>
              {register.isPending ? words.register.submitting : words.register.submit}
            </button>
          </div>
        </form>
        <aside className="rw-beside" aria-label={withPapers ? words.intake.preview.side : words.register.limit.title}>
          {withPapers ? (
            <Tabs
              label={words.intake.preview.side}
              items={[
                { key: 'papers', label: words.intake.preview.title, count: draft.files.length },
                { key: 'checks', label: words.intake.checks.title, count: warnings },
                { key: 'limits', label: words.intake.preview.limits },
              ]}
              selected={beside}
              onSelect={setBeside}
            >
              {beside === 'papers' && <FilePreview files={draft.files} />}
              {beside === 'checks' && <ChecksBeside asked={checked} />}
              {beside === 'limits' && <LimitBeside draft={draft} />}
            </Tabs>
          ) : (
            <>
              <ChecksBeside asked={checked} />
              <LimitBeside draft={draft} />
            </>
          )}
        </aside>
      </div>
    </div>
  );
}
