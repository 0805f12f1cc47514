import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { Tabs } from '@redress/ui/tabs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ClocksPanel } from '../../lib/case-file/clocks-panel.tsx';
import { FilesTab } from '../../lib/case-file/files-tab.tsx';
import { TimelineTab } from '../../lib/case-file/ledger.tsx';
import { ProposalsTab } from '../../lib/case-file/proposals-tab.tsx';
import { TodosPanel } from '../../lib/case-file/todos-panel.tsx';
import { IssueFormDrawer } from '../../lib/documents/issue-form-drawer.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useWords } from '../../lib/language.tsx';
import { lawsuitForms } from '../../lib/lawsuit/forms.ts';
import { CaseFormsProvider } from '../../lib/step-form/case-forms.tsx';
import { CorrectionDrawer } from '../../lib/step-form/correction-drawer.tsx';
import { StepDrawer } from '../../lib/step-form/step-drawer.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { useOpener } from '../../lib/use-opener.ts';
import { AnswerTab } from './answer-tab.tsx';
import { DisputeTab } from './dispute-tab.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import { JudgmentTab } from './judgment-tab.tsx';
import { LawsuitHeader } from './lawsuit-header.tsx';
import { type LawsuitSearch, type SuitTab, suitTabs } from './lawsuit-search.ts';
import { OverviewTab } from './overview-tab.tsx';
import { OwnDuties } from './own-duties.tsx';
import { PartiesTab } from './parties-tab.tsx';
import { SessionsTab } from './sessions-tab.tsx';
import '../../lib/case-file/case-file.css';
import './lawsuit.css';

interface LawsuitPageProps {
  id: string;
  search: LawsuitSearch;
  onSearch: (search: LawsuitSearch) => void;
}

/** What a tab is told: the suit, and how a step of it is taken. */
export interface SuitTabProps {
  view: LawsuitView;
  onStep: (step: string, about?: string) => void;
}

/** One lawsuit with all its instances: what waits, what may happen next, every limit with its reason, the whole ledger. */
export function LawsuitPage({ id, search, onSearch }: LawsuitPageProps) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const w = words.lawsuitFile;
  const query = useQuery(trpc.lawsuits.view.queryOptions({ id: id as LawsuitView['id'] }));
  if (query.isPending) return <LoadingSkeleton label={words.loading} rows={8} widths={[22, 50, 18]} />;
  if (query.isError) {
    const failure = failureOf(query.error);
    if (failure.code === 'not-found') {
      return (
        <EmptyState
          page
          title={w.notFound}
          detail={w.notFoundDetail}
          action={
            <Link className="rd-btn" to="/lawsuits">
              {w.toList}
            </Link>
          }
        />
      );
    }
    return (
      <ErrorState
        title={w.failed}
        detail={labels.failure(failure)}
        retry={{ label: words.retry, onRetry: () => void query.refetch() }}
      />
    );
  }
  return (
    <CaseFormsProvider forms={lawsuitForms}>
      <LawsuitFile view={query.data} search={search} onSearch={onSearch} />
    </CaseFormsProvider>
  );
}

function LawsuitFile({ view, search, onSearch }: Omit<LawsuitPageProps, 'id'> & { view: LawsuitView }) {
  const words = useWords();
  const w = words.lawsuitFile;
  const opener = useOpener(search.step !== undefined || search.correct !== undefined || search.form !== undefined);
  const tab = search.tab ?? 'overview';
  const here = search.tab === undefined ? {} : { tab: search.tab };
  const show = (next: SuitTab) => onSearch(next === 'overview' ? {} : { tab: next });
  const take = (step: string, about?: string) => {
    opener();
    onSearch({ ...here, step, ...(about === undefined ? {} : { about }) });
  };
  const correct = (seq: number) => {
    opener();
    onSearch({ ...here, correct: seq });
  };
  const leave = () => onSearch(here);
  const answersForOne = view.organs.some((organ) => organ.own);

  const counts: Partial<Record<SuitTab, number>> = {
    sessions: view.instances.reduce((sum, instance) => sum + instance.sessions.length, 0),
    timeline: view.timeline.length,
    parties: view.parties.length + view.organs.length,
    documents: view.documents.length,
    files: view.files.length,
    approvals: view.proposals.length,
  };
  const panels: Record<SuitTab, () => React.ReactNode> = {
    overview: () => (
      <OverviewTab view={view} onStep={take} onAllTimeline={() => show('timeline')} onCorrect={correct} />
    ),
    answer: () => <AnswerTab view={view} onStep={take} />,
    sessions: () => <SessionsTab view={view} onStep={take} />,
    judgment: () => <JudgmentTab view={view} onStep={take} />,
    timeline: () => <TimelineTab view={view} onCorrect={correct} />,
    parties: () => <PartiesTab view={view} onStep={take} />,
    documents: () => <DocumentsTab view={view} onIssue={(form) => onSearch({ ...here, form })} />,
    files: () => <FilesTab view={view} onAdd={() => take('add-file')} />,
    dispute: () => <DisputeTab view={view} onStep={take} />,
    approvals: () => <ProposalsTab view={view} onStep={take} />,
  };
  const tabs = suitTabs.filter((key) => key !== 'approvals' || view.proposals.length > 0 || tab === 'approvals');

  return (
    <>
      <LawsuitHeader view={view} onStep={take} />
      <div className="rd-cols">
        <div className="rw-file-main">
          {answersForOne && <OwnDuties view={view} onStep={take} onIssue={(form) => onSearch({ ...here, form })} />}
          <Tabs
            label={w.parts}
            selected={tab}
            onSelect={(key) => show(suitTabs.find((t) => t === key) ?? 'overview')}
            items={tabs.map((key) => ({
              key,
              label: w.tabs[key],
              count: (counts[key] ?? 0) > 0 ? counts[key] : undefined,
            }))}
          >
            {panels[tab]()}
          </Tabs>
        </div>
        <aside aria-label={words.clocks.title}>
          <ClocksPanel view={view} foldDone />
          {view.audience === 'reviewing' && <TodosPanel caseId={view.id} />}
        </aside>
      </div>
      <StepDrawer
        key={`${search.step ?? ''}|${search.about ?? ''}`}
        view={view}
        step={search.step ?? null}
        about={search.about ?? null}
        onClose={leave}
      />
      <IssueFormDrawer view={view} kind={search.form ?? null} onClose={leave} />
      <CorrectionDrawer key={search.correct ?? 0} view={view} seq={search.correct ?? null} onClose={leave} />
    </>
  );
}
