import { weekdayOf } from '@redress/domain/calendar/civil-date';
import { ErrorState } from '@redress/ui/error-state';
import { FigureStrip } from '@redress/ui/figure-strip';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { BelowPanel } from './below-panel.tsx';
import { ListLink } from './case-link.tsx';
import { DuePanel, type Workbench } from './due-panel.tsx';
import { LettersPanel } from './letters-panel.tsx';
import { DeemedToday, HappenedPanel, ToPostPanel, UnknownPanel, UnsignedPanel } from './more-panels.tsx';
import { OthersPanel } from './others-panel.tsx';
import { useOwnLetters } from './own-letters.ts';
import { ApprovalsPanel, HearingsPanel, LoadPanel } from './side-panels.tsx';
import { CourtSessionsPanel, SuitsLink, SuitsPanel } from './suits-panel.tsx';
import { TodosPanel } from './todos-panel.tsx';
import type { WorkbenchSearch } from './workbench-search.ts';
import './workbench.css';

interface WorkbenchPageProps {
  search: WorkbenchSearch;
  onSearch: (search: WorkbenchSearch) => void;
}

/** The day's first page: what must be done, what waits for whom, and what happened meanwhile. */
export function WorkbenchPage({ search, onSearch }: WorkbenchPageProps) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const w = words.workbench;
  const days = search.since ?? 7;
  const bench = useQuery(
    trpc.workbench.mine.queryOptions(
      { sinceDays: days, ...(search.whose === undefined ? {} : { whose: search.whose }) },
      // What one has just done elsewhere is told here at once.
      { placeholderData: keepPreviousData, refetchOnMount: 'always' },
    ),
  );
  const { data } = bench;
  if (bench.isError && data === undefined) {
    return (
      <>
        <PageHeader title={w.title} />
        <Panel>
          <ErrorState
            title={w.failed}
            detail={labels.failure(failureOf(bench.error))}
            retry={{ label: words.retry, onRetry: () => void bench.refetch() }}
          />
        </Panel>
      </>
    );
  }
  if (data === undefined) {
    return (
      <>
        <PageHeader title={w.title} />
        <Panel>
          <LoadingSkeleton label={words.loading} />
        </Panel>
      </>
    );
  }
  const set = (part: WorkbenchSearch) => onSearch({ ...search, ...part });
  return (
    <>
      <Head data={data} onWhose={(whose) => set({ whose })} />
      <DeemedToday data={data} />
      <Figures data={data} />
      <div className="rd-cols rw-bench">
        <div>
          <DuePanel data={data} />
          <SuitsPanel data={data} />
          <UnsignedPanel data={data} />
          {data.desk === 'department' && <LettersPanel />}
          {data.desk === 'casework' && <OthersPanel data={data} />}
          <ToPostPanel data={data} />
          <UnknownPanel data={data} />
        </div>
        <aside>
          <ApprovalsPanel data={data} />
          <HearingsPanel data={data} />
          <CourtSessionsPanel data={data} />
          <TodosPanel />
          <LoadPanel data={data} />
          <BelowPanel />
          <HappenedPanel data={data} days={days} onDays={(since) => set({ since: since === 7 ? undefined : since })} />
        </aside>
      </div>
    </>
  );
}

/** The date, and one sentence; each number in it opens its list. */
function Head({ data, onWhose }: { data: Workbench; onWhose: (whose: 'me' | 'office') => void }) {
  const { words, language } = useLanguage();
  const mayRegister = usePermission('cases.register');
  const w = words.workbench;
  const parts: ReactNode[] = [];
  for (const key of ['overdue', 'today'] as const) {
    const counter = data.counters.find((one) => one.key === key);
    if (counter !== undefined && counter.value > 0) {
      parts.push(<ListLink filter={counter.filter}>{w.said[key](counter.value)}</ListLink>);
    }
  }
  const letters = useOwnLetters();
  const due = letters.alone.filter(({ ask }) => ask.state === 'open' && ask.due === data.today).length;
  const overdue = letters.alone.filter(({ ask }) => ask.state === 'overdue').length;
  if (overdue > 0) parts.push(<Link to="/letters">{w.said.lettersOverdue(overdue)}</Link>);
  if (due > 0) parts.push(<Link to="/letters">{w.said.lettersToday(due)}</Link>);
  const suitsOverdue = data.suits?.counters.find((one) => one.key === 'overdue');
  if (suitsOverdue !== undefined && suitsOverdue.value > 0) {
    parts.push(<SuitsLink filter={suitsOverdue.filter}>{words.suits.bench.overdue(suitsOverdue.value)}</SuitsLink>);
  }
  if (data.waitingApproval !== null && data.waitingApproval > 0) {
    parts.push(<Link to="/approvals">{w.said.approvals(data.waitingApproval)}</Link>);
  }
  return (
    <PageHeader
      title={w.day(shortDay(data.today, language), w.weekdays[weekdayOf(data.today)] ?? '')}
      chips={
        data.mayChoose ? (
          <fieldset className="rw-days">
            <legend className="rd-sr">{w.whose}</legend>
            {(['me', 'office'] as const).map((whose) => (
              <button key={whose} type="button" aria-pressed={data.whose === whose} onClick={() => onWhose(whose)}>
                {w.whoseOf[whose]}
              </button>
            ))}
          </fieldset>
        ) : undefined
      }
      lead={
        <>
          <span className="rw-said">
            {parts.length === 0
              ? data.desk === 'department'
                ? // Nothing is said to be due of what is not known yet.
                  letters.known && w.leadNoneDepartment
                : w.leadNone
              : [
                  w.lead,
                  ...parts.map((part, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their places.
                    <Fragment key={i}>
                      {i > 0 && words.separator}
                      {part}
                    </Fragment>
                  )),
                  w.leadEnd,
                ]}
          </span>
          <span className="rw-line rd-small">{w.purpose}</span>
        </>
      }
      actions={
        mayRegister ? (
          <>
            <Link className="rd-btn" data-look="primary" to="/cases/new">
              {words.list.register}
            </Link>
            <Link className="rd-btn" to="/lawsuits/new">
              {words.suits.list.register}
            </Link>
          </>
        ) : undefined
      }
    />
  );
}

const inSentence: ReadonlySet<string> = new Set(['open', 'deemedToday']);
/** Always shown, even as a nought: their being nought is news, too. */
const always: ReadonlySet<string> = new Set([
  'overdue',
  'today',
  'near',
  'week',
  'waits',
  'reply',
  'perform',
  'report',
]);
const red: ReadonlySet<string> = new Set(['overdue', 'whileAway']);
const amber: ReadonlySet<string> = new Set([
  'today',
  'near',
  'used50',
  'toPost',
  'deemedLately',
  'unassigned',
  'performDue',
]);

function Figures({ data }: { data: Workbench }) {
  const { words } = useLanguage();
  const w = words.workbench;
  const shown = data.counters.filter(({ key, value }) => !inSentence.has(key) && (value > 0 || always.has(key)));
  const filters = new Map(shown.map(({ key, filter }) => [key as string, filter]));
  // Where there are lawsuits, too, their figures stand in their own panel: these say that they are not of them.
  const besideSuits = data.suits?.counters.some(({ value }) => value > 0) === true;
  return (
    <>
      {besideSuits && <p className="rd-muted rd-small">{words.suits.bench.cases}</p>}
      <FigureStrip
        label={w.figures}
        figures={shown.map(({ key, value }) => ({
          key,
          label: w.counters[key],
          value,
          tone: red.has(key) ? 'red' : amber.has(key) ? 'amber' : undefined,
        }))}
        renderLink={(figure, props) => (
          <ListLink filter={filters.get(figure.key) ?? {}} className={props.className}>
            {props.children}
          </ListLink>
        )}
      />
    </>
  );
}
