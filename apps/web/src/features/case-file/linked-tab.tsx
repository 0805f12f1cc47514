import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { failureOf } from '../../lib/failure.ts';
import { useWords } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

type Linked = Outputs['cases']['linked'][number];

/** The cases that belong to this one, from both ends; each keeps its own number and limits. */
export function LinkedTab({ view, onStep }: { view: CaseView; onStep: (step: string, about?: string) => void }) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const w = words.people;
  const query = useQuery(trpc.cases.linked.queryOptions({ id: view.id }));
  const offered = [
    ['join-cases', w.join],
    ['split-case', w.split],
    ['link', w.link],
  ] as const;
  const may = offered.filter(([step]) => mayTake(view, step));
  const actions =
    may.length === 0 ? undefined : (
      <span className="rw-row-actions">
        {may.map(([step, label]) => (
          <button key={step} type="button" className="rd-btn rw-small" data-look="plain" onClick={() => onStep(step)}>
            {label}
          </button>
        ))}
      </span>
    );

  if (query.isPending) return <LoadingSkeleton label={words.loading} rows={3} widths={[30, 70]} />;
  if (query.isError) {
    return (
      <ErrorState
        title={w.linksFailed}
        detail={labels.failure(failureOf(query.error))}
        retry={{ label: words.retry, onRetry: () => void query.refetch() }}
      />
    );
  }
  const joined = query.data.filter((l) => l.kind === 'joined-into');
  const suits = query.data.filter((l) => l.proceeding === 'litigation');
  const others = query.data.filter((l) => l.kind !== 'joined-into' && l.proceeding !== 'litigation');
  return (
    <>
      {joined.length > 0 && (
        <Panel title={w.joinedHere}>
          <p className="rd-muted rd-small rw-above">{w.oneDecision}</p>
          {joined.map((l) => (
            <LinkedLine key={`${l.direction}-${l.id}-${l.seq}`} view={view} linked={l} onStep={onStep} />
          ))}
        </Panel>
      )}
      <LawsuitsPanel view={view} suits={suits} />
      <Panel title={w.related} extra={actions}>
        <p className="rd-muted rd-small rw-above">{w.linksLead}</p>
        {others.length === 0 && joined.length === 0 && <EmptyState title={w.linksEmpty} />}
        {others.map((l) => (
          <LinkedLine key={`${l.direction}-${l.id}-${l.seq}`} view={view} linked={l} onStep={onStep} />
        ))}
      </Panel>
    </>
  );
}

/** The suits over this case, and the judgment that ordered it: each has its own page, instances and limits. */
function LawsuitsPanel({ view, suits }: { view: CaseView; suits: readonly Linked[] }) {
  const words = useWords();
  const say = useSuitCodes();
  const mayRegister = usePermission('cases.register') && view.audience === 'reviewing';
  const w = words.suits.linked;
  const kinds: Readonly<Record<string, string>> = w.kinds;
  return (
    <Panel
      title={w.title}
      extra={
        mayRegister ? (
          <Link to="/lawsuits/new" search={{ reconsideration: view.id }} className="rd-btn rw-small" data-look="plain">
            {w.register}
          </Link>
        ) : undefined
      }
    >
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {suits.length === 0 && <p className="rd-muted">{w.none}</p>}
      {suits.map((suit) => (
        <PersonLine
          key={`${suit.direction}-${suit.id}-${suit.seq}`}
          name={
            <Link to="/lawsuits/$id" params={{ id: suit.id }}>
              {suit.number ?? words.list.unnumbered}
            </Link>
          }
          chips={
            <>
              <Chip tone="ink">{kinds[suit.kind] ?? suit.kind}</Chip>
              <Chip>{say('stages', suit.stage)}</Chip>
            </>
          }
          detail={suit.title}
        />
      ))}
    </Panel>
  );
}

function LinkedLine({
  view,
  linked,
  onStep,
}: {
  view: CaseView;
  linked: Linked;
  onStep: (step: string, about?: string) => void;
}) {
  const words = useWords();
  const labels = useLabels();
  const w = words.people;
  const kind = labels.optionOf('linkKind', linked.kind, view.law);
  return (
    <PersonLine
      name={
        <Link to="/cases/$id" params={{ id: linked.id }}>
          {linked.number ?? words.list.unnumbered}
        </Link>
      }
      chips={
        <>
          <Chip tone="ink">{linked.direction === 'to' ? w.linkedTo(kind) : w.linkedFrom(kind)}</Chip>
          <Chip>{labels.stage(linked.stage)}</Chip>
        </>
      }
      detail={linked.title}
      actions={
        linked.direction === 'to' && mayTake(view, 'unlink') ? (
          <button
            type="button"
            className="rd-btn rw-small"
            data-look="plain"
            onClick={() => onStep('unlink', String(linked.seq))}
          >
            {w.unlink}
          </button>
        ) : undefined
      }
    />
  );
}
