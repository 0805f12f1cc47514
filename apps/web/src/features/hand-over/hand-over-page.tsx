import { wordOf } from '@redress/domain/labels/litigation-view';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { failureOf, type PageFailure } from '../../lib/failure.ts';
import { MultiSelectField, SelectField, TextField } from '../../lib/fields.tsx';
import { useLanguage } from '../../lib/language.tsx';
import { type Inputs, newId, type Outputs, useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import './hand-over.css';

type Result = Outputs['cases']['handOver'][number];
type Row = Outputs['cases']['toHandOver'][number];
/** How many cases one request moves: progress is seen, and a lost connection loses little. */
const atOnce = 10;

/** Everything open of a colleague to others: first the list, then a result for each case. */
export function HandOverPage({ from, onFrom }: { from: string | null; onFrom: (from: string | null) => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.people;
  const [to, setTo] = useState<readonly string[]>([]);
  const [why, setWhy] = useState('');
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [busy, setBusy] = useState<{ done: number; all: number } | null>(null);
  const [failure, setFailure] = useState<PageFailure | null>(null);
  const [missing, setMissing] = useState(false);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  // The list as it was when the hand-over began: what has moved stays in sight with its result.
  const [begun, setBegun] = useState<readonly Row[] | null>(null);
  // The same people and reason are the same command: sent again it moves nothing twice.
  const command = useRef<{ body: string; id: string } | null>(null);

  const people = useQuery(trpc.office.handlers.queryOptions(undefined, { staleTime: 600_000 }));
  const list = useQuery(
    trpc.cases.toHandOver.queryOptions(
      { from: from as Inputs['cases']['toHandOver']['from'] },
      { enabled: from !== null },
    ),
  );
  const rows = begun ?? list.data ?? [];
  const stageOf = ({ kind, stage }: Row) =>
    kind === 'litigation' ? wordOf(language, 'stages', stage) : labels.stage(stage);
  const target = (n: number): string | null => to[n % Math.max(1, to.length)] ?? null;
  // In turn, and a case that is left out takes nobody's turn.
  const taken = rows.filter((row) => !out.has(row.id));
  const targets = new Map(
    taken.map((row, n) => [row.id as string, results.get(row.id)?.done === true ? results.get(row.id)?.to : target(n)]),
  );
  const name = (id: string | null | undefined) => people.data?.find((p) => p.accountId === id)?.name ?? '';
  /** Somebody else has moved it meanwhile: it is not theirs to give any more. */
  const isStale = (id: string): boolean => {
    const failure = results.get(id)?.failure;
    return failure != null && 'fields' in failure && failure.fields?.some(({ field }) => field === 'from') === true;
  };
  const left = rows.filter((row) => results.get(row.id)?.done !== true && !isStale(row.id) && !out.has(row.id));
  const failed = [...results.values()].filter((r) => !r.done).length;
  const choices = (people.data ?? []).map((p) => ({ value: p.accountId as string, label: p.name }));
  // Whoever left is on no list of handlers any more, and their cases are still here.
  const gone = from !== null && !choices.some((c) => c.value === from) ? rows[0]?.fromName : undefined;
  const whose = gone === undefined ? choices : [...choices, { value: from ?? '', label: gone }];

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy !== null) return;
    const whole = from !== null && to.length > 0 && why.trim() !== '';
    setMissing(!whole);
    if (!whole || left.length === 0) return;
    setFailure(null);
    setBegun(rows);
    const body = JSON.stringify([from, to, why.trim(), failed]);
    if (command.current?.body !== body) command.current = { body, id: newId() };
    const moved = new Map(results);
    try {
      for (let at = 0; at < left.length; at += atOnce) {
        setBusy({ done: at, all: left.length });
        const cases = left.slice(at, at + atOnce).map((row) => ({ id: row.id, to: targets.get(row.id) ?? '' }));
        const input = { commandId: command.current.id, from, to: [...to], why: why.trim(), cases };
        const answer = await client.cases.handOver.mutate(input as Inputs['cases']['handOver']);
        for (const result of answer) moved.set(result.id, result);
        setResults(new Map(moved));
      }
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(null);
      void queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
    }
  }

  return (
    <>
      <PageHeader crumbs={<Link to="/cases">{words.file.crumbs}</Link>} title={w.handOver} lead={w.handOverLead} />
      <Panel>
        <form className="rw-hand-over" onSubmit={(event) => void submit(event)} noValidate>
          <SelectField
            label={w.handOverFrom}
            required
            disabled={busy !== null}
            options={whose}
            value={from}
            onChange={(next) => {
              setBegun(null);
              setResults(new Map());
              setOut(new Set());
              setTo((all) => all.filter((id) => id !== next));
              onFrom(next);
            }}
          />
          <MultiSelectField
            label={w.handOverTo}
            required
            disabled={busy !== null}
            options={choices.filter((c) => c.value !== from)}
            value={to}
            onChange={setTo}
          />
          <TextField
            label={w.handOverWhy}
            hint={w.handOverWhyHint}
            required
            disabled={busy !== null}
            value={why}
            onChange={setWhy}
          />
          {missing && (
            <p className="rd-field-error" role="alert">
              {w.handOverMissing}
            </p>
          )}
          <div className="rw-hand-over-foot">
            <output>
              {busy !== null
                ? w.handOverProgress(busy.done, busy.all)
                : results.size > 0
                  ? w.handOverResult(results.size - failed, failed)
                  : ''}
            </output>
            <button type="submit" className="rd-btn" data-look="primary" disabled={busy !== null || left.length === 0}>
              {results.size > 0 ? w.handOverAgain(left.length) : w.handOverGo(left.length)}
            </button>
          </div>
        </form>
      </Panel>
      {failure !== null && (
        <NoticeBar tone="warn" word={words.notice.error}>
          {labels.failure(failure)}
        </NoticeBar>
      )}
      <Panel
        title={
          from === null
            ? undefined
            : w.handOverCount(rows.filter((row) => !row.closed).length, rows.filter((row) => row.closed).length)
        }
      >
        {from === null ? (
          <EmptyState title={w.handOverPick} />
        ) : list.isPending ? (
          <LoadingSkeleton label={words.loading} rows={5} widths={[20, 50, 30]} />
        ) : list.isError ? (
          <ErrorState
            title={w.handOverFailed}
            detail={labels.failure(failureOf(list.error))}
            retry={{ label: words.retry, onRetry: () => void list.refetch() }}
          />
        ) : rows.length === 0 ? (
          <EmptyState title={w.handOverNone} />
        ) : (
          <ul className="rw-handed">
            {rows.map((row) => {
              const result = results.get(row.id);
              return (
                <li key={row.id}>
                  <div>
                    <Link to={row.kind === 'litigation' ? '/lawsuits/$id' : '/cases/$id'} params={{ id: row.id }}>
                      {row.number ?? words.list.unnumbered}
                    </Link>{' '}
                    {row.title}
                    <div className="rd-muted rd-small">
                      {[stageOf(row), row.handlers.join(words.listSeparator)].join(' · ')}
                    </div>
                  </div>
                  <div className="rw-handed-to">
                    {result === undefined && (
                      <Checkbox
                        checked={!out.has(row.id)}
                        disabled={busy !== null}
                        onChange={({ target }) =>
                          setOut(
                            (all) =>
                              new Set(target.checked ? [...all].filter((id) => id !== row.id) : [...all, row.id]),
                          )
                        }
                      >
                        {w.handOverTake}
                        <span className="rd-sr">{row.number ?? row.title}</span>
                      </Checkbox>
                    )}
                    {targets.get(row.id) != null && !out.has(row.id) && !isStale(row.id) && (
                      <span>
                        {w.columns.to} {name(targets.get(row.id))}
                      </span>
                    )}
                    {result !== undefined && (
                      <strong className={result.done ? 'rd-tone-jade' : 'rd-tone-red'}>
                        {result.done ? w.handOverDone : w.handOverNotDone}
                      </strong>
                    )}
                    {result?.failure != null && (
                      <div className="rd-small rd-tone-red">
                        {isStale(row.id)
                          ? w.handOverStale(whose.find((c) => c.value === from)?.label ?? '')
                          : labels.failure(result.failure as PageFailure)}
                      </div>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Panel>
    </>
  );
}
