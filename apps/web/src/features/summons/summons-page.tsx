import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { Contradiction, FieldProblem } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import { parseStepInput } from '@redress/domain/litigation/step-inputs';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Tabs } from '@redress/ui/tabs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
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
import { AlikeBeside } from './alike-beside.tsx';
import { CourtNumberTaken } from './court-number-field.tsx';
import { CourtSection } from './court-section.tsx';
import { LimitsBeside } from './limits-beside.tsx';
import { OriginSection } from './origin-section.tsx';
import { ClaimsSection, OrgansSection, PartiesSection } from './parties-sections.tsx';
import { FilesSection, SessionSection } from './session-section.tsx';
import {
  emptySummons,
  readSummons,
  type SummonsDraft,
  storedSummons,
  summonsOfScan,
  toInput,
  withProposal,
} from './summons-draft.ts';
import '../../lib/register-form.css';
import './summons.css';

/** The office's own characters are put in front of its numbers at the edge; the form does not ask for them. */
const anyPrefix = '应';

interface SummonsPageProps {
  /** The arrival that is registered; its papers stand beside the form. */
  scan?: string | undefined;
  /** The reconsideration that is sued over. */
  reconsideration?: string | undefined;
  onRegistered: (id: string) => void;
}

/** Registering what a court sent, in two minutes: nothing typed is lost, and the limits stand beside the form. */
export function SummonsPage({ scan, reconsideration, onRegistered }: SummonsPageProps) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const session = useSession();
  const draftKey =
    scan !== undefined
      ? `summons:${scan}`
      : reconsideration !== undefined
        ? `summons:${reconsideration.slice(0, 60)}`
        : 'summons';
  const stored = useQuery(
    trpc.drafts.get.queryOptions({ key: draftKey }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
  );
  const arrival = useQuery(
    trpc.intake.scan.queryOptions(
      { id: scan ?? '' },
      { enabled: scan !== undefined, staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false },
    ),
  );
  const people = useQuery(trpc.office.handlers.queryOptions(undefined, { staleTime: 600_000 }));
  if (stored.isPending || people.isPending || (scan !== undefined && arrival.isPending))
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
  // Whoever registers handles it, unless they say otherwise.
  const self = (people.data ?? []).find(({ accountId }) => accountId === session.account.id)?.accountId ?? null;
  const restored = readSummons(stored.data?.body, session.today, self);
  const waiting = arrival.data?.files.some((file) => file.caseId === null) === true && arrival.data.struck === null;
  const from = waiting ? arrival.data : undefined;
  const fresh = from === undefined ? emptySummons(session.today, self) : summonsOfScan(from, session.today, self);
  return (
    <SummonsForm
      key={draftKey}
      draftKey={draftKey}
      from={from}
      gone={scan !== undefined && !waiting}
      fresh={fresh}
      initial={restored ?? fresh}
      restored={restored !== null}
      reconsideration={restored === null ? reconsideration : undefined}
      onRegistered={onRegistered}
    />
  );
}

interface SummonsFormProps {
  draftKey: string;
  from: Outputs['intake']['scan'] | undefined;
  /** It was registered or struck meanwhile. */
  gone: boolean;
  fresh: SummonsDraft;
  initial: SummonsDraft;
  restored: boolean;
  /** Taken over when the form opens. */
  reconsideration: string | undefined;
  onRegistered: (id: string) => void;
}

function SummonsForm(props: SummonsFormProps) {
  const { draftKey, from, gone, fresh, initial, restored, reconsideration, onRegistered } = props;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { words, language } = useLanguage();
  const w = words.suits.form;
  const labels = useLabels();
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
  const asked = useRef<SummonsDraft | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const showFaulty = useFaultyFocus(form, top);
  // A retried request is the same command about the same lawsuit: it acts once.
  const [identity] = useState(() => ({ id: newId() as StreamId, commandId: newId() }));
  const [papers, setPapers] = useState(from !== undefined);
  const [beside, setBeside] = useState('papers');
  const { keep, latest, done } = useKeptDraft(draftKey, draft, initial, storedSummons);

  const propose = useMutation({
    mutationFn: (reconsiderationId: string) =>
      client.lawsuits.propose.query({ reconsiderationId: reconsiderationId as StreamId }),
    onSuccess: (proposed) => setDraft((d) => withProposal(d, proposed)),
  });
  const { mutate: take } = propose;
  useEffect(() => {
    if (reconsideration !== undefined) take(reconsideration);
  }, [reconsideration, take]);

  const register = useMutation({
    mutationFn: (input: unknown) =>
      client.lawsuits.register.mutate({
        id: identity.id,
        commandId: identity.commandId as Parameters<typeof client.lawsuits.register.mutate>[0]['commandId'],
        input,
      }),
    onSuccess: async ({ id }) => {
      done.current = true;
      await client.drafts.remove.mutate({ key: draftKey }).catch(() => undefined);
      queryClient.removeQueries({ queryKey: trpc.drafts.get.queryKey({ key: draftKey }) });
      void queryClient.invalidateQueries({ queryKey: trpc.lawsuits.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.intake.pathKey() });
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
  const current = () => ({
    ...toInput(draft),
    ...(reason.trim() === '' ? {} : { irregularReason: reason.trim() }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (register.isPending) return;
    const input = current();
    const checked = parseStepInput('register-summons', { ...input, numberPrefix: anyPrefix });
    const wrong: FieldProblem[] = checked.ok ? [] : [...checked.fields];
    // The day on which fifteen others depend is never guessed.
    if (draft.receivedOn === null) wrong.push({ field: 'occurredOn', rule: 'required' });
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
  const problems = found === null ? [] : standing(found.problems, found.sent, current());
  const change = (part: Partial<SummonsDraft>) => setDraft((d) => ({ ...d, ...part }));
  const problemsOf = (field: string) => problems.filter((p) => p.field === field || p.field.startsWith(`${field}.`));
  const shared = { draft, change, problemsOf };
  const offices = organs.data ?? [];
  const withPapers = papers && draft.files.length > 0;
  const taken = takenBy(failure, draft.courtNumber);
  const follows = propose.data?.reconsiderationId === draft.origin?.id ? (propose.data?.suits ?? []) : [];

  const saved = keep.isPending
    ? words.register.draftSaving
    : keep.isError
      ? words.register.draftFailed
      : keep.data === undefined
        ? ''
        : words.register.draftSaved(instant(keep.data.updatedAt, language).slice(-5));
  const limits = (
    <>
      <LimitsBeside draft={draft} organs={offices} />
      <AlikeBeside draft={draft} onTake={take} />
    </>
  );

  return (
    <div ref={top} className="rw-scroll-target">
      <PageHeader
        crumbs={
          <>
            <Link to="/lawsuits">{w.crumb}</Link> / {w.title}
          </>
        }
        title={w.title}
        lead={w.lead}
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
      {failure !== null && found === null && taken === null && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failure)}
        </NoticeBar>
      )}
      {taken !== null && <CourtNumberTaken taken={taken} />}
      {gone && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          {words.intake.preview.scanGone}
        </NoticeBar>
      )}
      {from !== undefined && (
        <NoticeBar tone="info" word={words.notice.info}>
          {w.fromScan(plainDay(from.receivedOn as CivilDate, language))}
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
          <CourtSection {...shared} />
          <OriginSection {...shared} take={take} taking={propose.isPending} failed={propose.isError} suits={follows} />
          <OrgansSection {...shared} organs={offices} />
          <PartiesSection {...shared} />
          <ClaimsSection {...shared} />
          <SessionSection {...shared} organs={offices} />
          <FilesSection {...shared} />
          {contradictions.length > 0 && (
            <NoticeBar tone="warn" word={words.step.irregular}>
              <p>{words.step.irregularWhy}</p>
              <ul className="rw-summons-list">
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
              {register.isPending ? w.submitting : w.submit}
            </button>
          </div>
        </form>
        <aside className="rw-beside" aria-label={w.side}>
          {withPapers ? (
            <Tabs
              label={w.side}
              items={[
                { key: 'papers', label: w.materials, count: draft.files.length },
                { key: 'limits', label: words.suits.beside.limits },
              ]}
              selected={beside}
              onSelect={setBeside}
            >
              {beside === 'papers' && <FilePreview files={draft.files} />}
              {beside === 'limits' && limits}
            </Tabs>
          ) : (
            limits
          )}
        </aside>
      </div>
    </div>
  );
}

/** Where the server refused the number as registered already: which lawsuit has it, as far as one may know. */
function takenBy(failure: ReturnType<typeof failureOf> | null, courtNumber: string) {
  if (failure === null || !('reason' in failure) || failure.reason?.code !== 'court-number-taken') return null;
  const { id, number, title } = failure.reason.params;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return { id: text(id) as StreamId | null, number: text(number), title: text(title), courtNumber };
}
