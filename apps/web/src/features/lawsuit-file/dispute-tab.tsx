import type { DisputeStrand, LawsuitView } from '@redress/domain/litigation/view-types';
import { Chip } from '@redress/ui/chip';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { Panel } from '@redress/ui/panel';
import { TimeStrands } from '@redress/ui/time-strands';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../lib/failure.ts';
import { plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useOutcomeWords, useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useCaseLabels, useLabels } from '../../lib/use-labels.ts';
import type { SuitTabProps } from './lawsuit-page.tsx';
import { StepButtons } from './step-buttons.tsx';

/** 争议全程: the reconsideration and every instance of one dispute on one line of time. */
export function DisputeTab({ view, onStep }: SuitTabProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.lawsuitFile.dispute;
  const query = useQuery(trpc.lawsuits.dispute.queryOptions({ id: view.id }));
  const say = useStrandWords();
  if (query.isPending) return <LoadingSkeleton label={words.loading} rows={4} widths={[30, 70]} />;
  if (query.isError) {
    return (
      <ErrorState
        title={w.failed}
        detail={labels.failure(failureOf(query.error))}
        retry={{ label: words.retry, onRetry: () => void query.refetch() }}
      />
    );
  }
  const { strands, today } = query.data;
  const alone = strands.every((s) => s.streamId === view.id);
  return (
    <Panel
      title={words.lawsuitFile.tabs.dispute}
      extra={<StepButtons view={view} steps={['link']} words={{ link: w.link }} onStep={onStep} />}
    >
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {alone && <p className="rd-muted">{w.empty}</p>}
      <TimeStrands
        label={words.lawsuitFile.tabs.dispute}
        today={today}
        todayLabel={w.today}
        strands={strands.map((strand) => ({
          key: `${strand.streamId}-${strand.courtNumber ?? ''}-${strand.label}-${strand.from}`,
          name: <StrandName strand={strand} view={view} label={say.label(strand)} />,
          chips: (
            <>
              <Chip tone={strand.to === null ? 'ink' : 'jade'}>
                {strand.outcome === null ? w.going : say.outcome(strand, strand.outcome)}
              </Chip>
              {strand.streamId === view.id && <Chip tone="dotted">{w.here}</Chip>}
            </>
          ),
          detail: [strand.court, strand.courtNumber, strand.number, strand.organName]
            .filter((part) => part !== null && part !== '')
            .join(' · '),
          from: strand.from,
          to: strand.to,
          span: w.span(plainDay(strand.from, language), strand.to === null ? w.going : plainDay(strand.to, language)),
          here: strand.streamId === view.id,
          events: strand.events.map((event, at) => ({
            key: `${at}`,
            on: event.on,
            day: shortDay(event.on, language),
            said: say.event(strand, event),
          })),
        }))}
      />
    </Panel>
  );
}

function StrandName({ strand, view, label }: { strand: DisputeStrand; view: LawsuitView; label: string }) {
  const words = label;
  if (strand.streamId === view.id) return <>{words}</>;
  return strand.kind === 'reconsideration' ? (
    <Link to="/cases/$id" params={{ id: strand.streamId }}>
      {words}
    </Link>
  ) : (
    <Link to="/lawsuits/$id" params={{ id: strand.streamId }}>
      {words}
    </Link>
  );
}

/** Codes of a strand in words: each kind of proceeding has its own. */
function useStrandWords() {
  const { words } = useLanguage();
  const code = useSuitCodes();
  const suitOutcome = useOutcomeWords();
  const ofCase = useCaseLabels();
  return {
    label: (strand: DisputeStrand): string =>
      strand.kind === 'reconsideration' ? words.lawsuitFile.dispute.reconsideration : code('levels', strand.label),
    outcome: (strand: DisputeStrand, outcome: string): string =>
      strand.kind === 'reconsideration' ? ofCase.outcome(outcome) : suitOutcome(strand.label, outcome),
    event: (strand: DisputeStrand, event: DisputeStrand['events'][number]): string => {
      const said = code('disputeEvents', event.code);
      if (event.text === null) return said;
      const isOutcome = event.code === 'judged' || event.code === 'decided' || event.code === 'closed';
      const text = !isOutcome
        ? event.text
        : strand.kind === 'reconsideration'
          ? ofCase.outcome(event.text)
          : suitOutcome(strand.label, event.text);
      return `${said} ${text}`;
    },
  };
}
