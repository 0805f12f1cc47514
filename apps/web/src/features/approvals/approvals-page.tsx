import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { CaseKindProvider } from '../../lib/case-kind.tsx';
import { failureOf } from '../../lib/failure.ts';
import { LongTextField } from '../../lib/fields.tsx';
import { fullDay } from '../../lib/format.ts';
import { ImpactOf, usePreview } from '../../lib/impact.tsx';
import { useLanguage } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { Proposal } from '../../lib/proposal.tsx';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { type StepToTake, useExecute } from '../../lib/use-execute.ts';
import { useLabels } from '../../lib/use-labels.ts';

type Row = Outputs['approvals']['list']['rows'][number];
type CaseRow = Extract<Row, { kind: 'reconsideration' }>;
type SuitRow = Extract<Row, { kind: 'litigation' }>;

/** What waits for this person's approval: the words as written, what it would change, approve or return. */
export function ApprovalsPage() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const permitted = usePermission('approvals.read');
  const approvesInCases = usePermission('approvals.act');
  const list = useInfiniteQuery(
    trpc.approvals.list.infiniteQueryOptions(
      { whose: 'mine' },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null, enabled: permitted },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  if (!permitted) return <NotPermitted />;
  return (
    <>
      <PageHeader title={words.approvals.title} lead={words.approvals.lead} />
      {list.isPending && (
        <Panel>
          <LoadingSkeleton label={words.loading} />
        </Panel>
      )}
      {list.isError && (
        <Panel>
          <ErrorState
            title={words.approvals.failed}
            detail={labels.failure(failureOf(list.error))}
            retry={{ label: words.retry, onRetry: () => void list.refetch() }}
          />
        </Panel>
      )}
      {rows !== undefined && rows.length === 0 && (
        <Panel>
          <EmptyState title={words.approvals.empty} detail={words.approvals.emptyDetail} />
        </Panel>
      )}
      {rows?.map((row) => (
        <OneRow key={row.proposal.proposalId} row={row} />
      ))}
      {list.hasNextPage && (
        <button type="button" className="rd-btn" onClick={() => void list.fetchNextPage()}>
          {words.list.more}
        </button>
      )}
      {rows !== undefined && approvesInCases && <OtherApprovals />}
    </>
  );
}

/** Proposals that wait for another's act first, yet that this person may answer: folded away until asked for. */
function OtherApprovals() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const [open, setOpen] = useState(false);
  const list = useInfiniteQuery(
    trpc.approvals.list.infiniteQueryOptions(
      { whose: 'others' },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null, enabled: open },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <details className="rw-others" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.approvals.others}</summary>
      <p className="rd-muted rd-small">{words.approvals.othersHint}</p>
      {open && list.isPending && <LoadingSkeleton label={words.loading} />}
      {open && list.isError && (
        <ErrorState
          title={words.approvals.failed}
          detail={labels.failure(failureOf(list.error))}
          retry={{ label: words.retry, onRetry: () => void list.refetch() }}
        />
      )}
      {rows?.length === 0 && <p className="rd-muted">{words.approvals.othersEmpty}</p>}
      {rows?.map((row) => (
        <OneRow key={row.proposal.proposalId} row={row} />
      ))}
      {list.hasNextPage && (
        <button type="button" className="rd-btn" onClick={() => void list.fetchNextPage()}>
          {words.list.more}
        </button>
      )}
    </details>
  );
}

const OneRow = ({ row }: { row: Row }) =>
  row.kind === 'litigation' ? (
    <CaseKindProvider kind="litigation">
      <OneToSign row={row} />
    </CaseKindProvider>
  ) : (
    <OneApproval row={row} />
  );

/** An answer to a court, or the voiding of a lawsuit: read here, signed or returned on the lawsuit's page. */
function OneToSign({ row }: { row: SuitRow }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.approvals;
  const { proposal, organs } = row;
  return (
    <Panel
      title={[labels.step(proposal.step), row.number].filter(Boolean).join(' · ')}
      extra={row.due === null ? undefined : w.due(words.clocks.title, fullDay(row.due, language))}
    >
      <p className="rw-approval-case">
        <Link to="/lawsuits/$id" params={{ id: row.caseId }}>
          {row.number ?? words.list.unnumbered}
        </Link>{' '}
        {row.title}
      </p>
      <Proposal proposal={proposal} nameOf={(id) => organs.find(({ organId }) => organId === id)?.name ?? null} />
      <div className="rw-actions">
        <Link
          className="rd-btn"
          data-look="primary"
          to="/lawsuits/$id"
          params={{ id: row.caseId }}
          search={{ tab: 'approvals' }}
        >
          {w.toSuit}
        </Link>
      </div>
    </Panel>
  );
}

function OneApproval({ row }: { row: CaseRow }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { message } = App.useApp();
  const { proposal } = row;
  const { may } = proposal;
  const [opinion, setOpinion] = useState(words.approvals.opinionDefault);
  const [returning, setReturning] = useState(false);
  const [reasons, setReasons] = useState('');
  const [missing, setMissing] = useState(false);
  const w = words.approvals;

  const { preview, busy, failed } = usePreview(
    { id: row.caseId },
    may.approve ? { type: 'approve', input: { proposalId: proposal.proposalId, opinion: '' } } : null,
  );
  const execute = useExecute({ id: row.caseId, version: row.version }, (_, step) => {
    void message.success(
      step.type === 'approve' ? w.done.approve : step.type === 'endorse' ? w.done.endorse : w.done.giveBack,
    );
  });
  const failure = execute.isError ? failureOf(execute.error) : null;
  const take = (step: StepToTake) => {
    if (!execute.isPending) execute.mutate(step);
  };
  const agree = () =>
    take({
      type: may.approve ? 'approve' : 'endorse',
      input: { proposalId: proposal.proposalId, opinion: opinion.trim() },
    });
  const giveBack = () => {
    if (reasons.trim() === '') setMissing(true);
    else take({ type: 'return-proposal', input: { proposalId: proposal.proposalId, reasons: reasons.trim() } });
  };

  return (
    <Panel
      title={[labels.step(proposal.step), row.number].filter(Boolean).join(' · ')}
      extra={row.due === null ? undefined : w.due(words.clocks.title, fullDay(row.due, language))}
    >
      <p className="rw-approval-case">
        <Link to="/cases/$id" params={{ id: row.caseId }}>
          {row.number ?? words.list.unnumbered}
        </Link>{' '}
        {row.title} {may.approve && !row.endorsed && <Chip tone="amber">{w.notEndorsed}</Chip>}
        {!may.approve && row.endorsed && <Chip tone="dotted">{w.passedOn}</Chip>}
      </p>
      <Proposal proposal={proposal} law="ARL2023" />
      {may.approve && (
        <div className="rw-opinion">
          <ImpactOf
            title={w.impact}
            none={proposal.step === 'extend' ? words.step.impactExtend : words.step.impactNone}
            preview={preview}
            busy={busy}
            failed={failed}
          />
          {preview !== undefined && preview.contradictions.length > 0 && (
            <NoticeBar tone="warn" word={words.step.irregular}>
              {preview.contradictions.map((c) => labels.reason(c.code, c.params)).join(words.listSeparator)}
            </NoticeBar>
          )}
        </div>
      )}
      {failure !== null && (
        <NoticeBar tone="error" word={words.notice.error}>
          {failure.code === 'stale-version' ? words.step.stale : labels.failure(failure)}
        </NoticeBar>
      )}
      <div className="rw-opinion">
        {returning ? (
          <LongTextField
            label={w.reasons}
            hint={w.reasonsHint}
            required
            rows={2}
            value={reasons}
            problems={missing && reasons.trim() === '' ? [{ field: 'reasons', rule: 'required' }] : []}
            onChange={setReasons}
          />
        ) : may.approve || may.endorse ? (
          <LongTextField
            label={may.approve ? w.opinion : w.opinionOnReview}
            hint={w.opinionHint}
            rows={2}
            value={opinion}
            onChange={setOpinion}
          />
        ) : null}
      </div>
      <div className="rw-actions">
        {returning ? (
          <>
            <button
              type="button"
              className="rd-btn"
              data-look="primary"
              aria-busy={execute.isPending || undefined}
              onClick={giveBack}
            >
              {w.giveBack}
            </button>
            <button type="button" className="rd-btn" onClick={() => setReturning(false)}>
              {words.cancel}
            </button>
          </>
        ) : (
          <>
            {(may.approve || may.endorse) && (
              <button
                type="button"
                className="rd-btn"
                data-look="primary"
                aria-busy={execute.isPending || undefined}
                onClick={agree}
              >
                {may.approve ? w.approveStep(labels.step(proposal.step)) : w.endorse}
              </button>
            )}
            {may.giveBack && (
              <button type="button" className="rd-btn" onClick={() => setReturning(true)}>
                {w.giveBack}
              </button>
            )}
          </>
        )}
      </div>
    </Panel>
  );
}
