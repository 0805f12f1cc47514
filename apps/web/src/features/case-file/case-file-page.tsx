import type { CaseView } from '@redress/domain/reconsideration/view-types';
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
import { failureOf } from '../../lib/failure.ts';
import { useWords } from '../../lib/language.tsx';
import { CaseFormsProvider } from '../../lib/step-form/case-forms.tsx';
import { CorrectionDrawer } from '../../lib/step-form/correction-drawer.tsx';
import { StepDrawer } from '../../lib/step-form/step-drawer.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { useOpener } from '../../lib/use-opener.ts';
import { AsksPanel } from './asks-panel.tsx';
import { CaseHeader } from './case-header.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import { type FileSearch, type FileTab, fileTabs } from './file-search.ts';
import { reconsiderationForms } from './forms.ts';
import { LinkedTab } from './linked-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { PartiesTab } from './parties-tab.tsx';
import { ProceedingsTab } from './proceedings-tab.tsx';
import '../../lib/case-file/case-file.css';

const everyTab: readonly FileTab[] = fileTabs;
/** The parts of the file that each reader has: a department has no approvals, an addressed organ its letter only. */
const tabsOf: Readonly<Record<CaseView['audience'], readonly FileTab[]>> = {
  reviewing: everyTab,
  superior: everyTab.filter((key) => key !== 'approvals'),
  respondent: everyTab.filter((key) => key !== 'approvals' && key !== 'links'),
  addressed: ['documents', 'timeline', 'files'],
  statistics: [],
};

interface CaseFilePageProps {
  id: string;
  search: FileSearch;
  onSearch: (search: FileSearch) => void;
}

/** One case: where it stands, what may happen next, each limit with its reason, and the whole ledger. */
export function CaseFilePage({ id, search, onSearch }: CaseFilePageProps) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const opener = useOpener(search.step !== undefined || search.correct !== undefined);
  const query = useQuery(trpc.cases.view.queryOptions({ id: id as CaseView['id'] }));

  if (query.isPending) return <LoadingSkeleton label={words.loading} rows={8} widths={[22, 50, 18]} />;
  if (query.isError) {
    const failure = failureOf(query.error);
    if (failure.code === 'not-found') {
      return (
        <EmptyState
          page
          title={words.file.notFound}
          detail={words.file.notFoundDetail}
          action={
            <Link className="rd-btn" to="/cases">
              {words.errors.toCases}
            </Link>
          }
        />
      );
    }
    return (
      <ErrorState
        title={words.file.failed}
        detail={labels.failure(failure)}
        retry={{ label: words.retry, onRetry: () => void query.refetch() }}
      />
    );
  }

  const view: CaseView = query.data;
  const isDepartment = view.audience === 'respondent' || view.audience === 'addressed';
  const tab = search.tab ?? (view.audience === 'addressed' ? 'documents' : 'overview');
  const show = (next: FileTab) => onSearch(next === 'overview' ? {} : { tab: next });
  const take = (step: string, about?: string) => {
    opener();
    onSearch({
      ...(search.tab === undefined ? {} : { tab: search.tab }),
      step,
      ...(about === undefined ? {} : { about }),
    });
  };
  const correct = (seq: number) => {
    opener();
    onSearch({ ...(search.tab === undefined ? {} : { tab: search.tab }), correct: seq });
  };
  const leave = () => onSearch(search.tab === undefined ? {} : { tab: search.tab });

  const counts: Partial<Record<FileTab, number>> = {
    proceedings: view.proceedings.missing.length,
    timeline: view.timeline.length,
    parties: view.parties.length + view.respondents.length,
    documents: view.documents.length,
    files: view.files.length,
    approvals: view.proposals.length,
  };
  const panels: Record<FileTab, () => React.ReactNode> = {
    overview: () => <OverviewTab view={view} onAllTimeline={() => show('timeline')} onCorrect={correct} />,
    proceedings: () => <ProceedingsTab view={view} onStep={take} />,
    timeline: () => <TimelineTab view={view} onCorrect={correct} />,
    parties: () => <PartiesTab view={view} onStep={take} onCorrect={correct} />,
    documents: () => <DocumentsTab view={view} onServe={(sendingId) => take('record-service', sendingId)} />,
    files: () => <FilesTab view={view} onAdd={() => take('add-file')} />,
    links: () => <LinkedTab view={view} onStep={take} />,
    approvals: () => <ProposalsTab view={view} onStep={take} />,
  };
  const tabs = fileTabs.filter((key) => tabsOf[view.audience].includes(key));

  return (
    <CaseFormsProvider forms={reconsiderationForms}>
      <CaseHeader view={view} onStep={take} />
      <div className="rd-cols">
        <div className="rw-file-main">
          {isDepartment && <AsksPanel view={view} onStep={take} />}
          <Tabs
            label={words.file.parts}
            selected={tab}
            onSelect={(key) => show(fileTabs.find((t) => t === key) ?? 'overview')}
            items={tabs.map((key) => ({
              key,
              label: key === 'proceedings' ? words.proceedings.tab : words.file.tabs[key],
              count: (counts[key] ?? 0) > 0 ? counts[key] : undefined,
            }))}
          >
            {panels[tab]()}
          </Tabs>
        </div>
        <aside aria-label={words.clocks.title}>
          <ClocksPanel view={view} />
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
      <CorrectionDrawer key={search.correct ?? 0} view={view} seq={search.correct ?? null} onClose={leave} />
    </CaseFormsProvider>
  );
}
