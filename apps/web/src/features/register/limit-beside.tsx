import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { daysBetween, isCivilDate } from '@redress/domain/calendar/civil-date';
import type { ApplicationFacts } from '@redress/domain/reconsideration/apply-limit';
import { ClockCard } from '@redress/ui/clock-card';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../lib/debounced.ts';
import { Explained } from '../../lib/explained.tsx';
import { fullDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { applicationFacts, type RegisterDraft } from './register-draft.ts';

const settle = 300;
const kept = { placeholderData: keepPreviousData, staleTime: 600_000 } as const;

/** Beside the form: the applicant's own limit, and the five days that registering starts. */
export function LimitBeside({ draft }: { draft: RegisterDraft }) {
  const { words } = useLanguage();
  const facts = applicationFacts(draft);
  return (
    <>
      <Panel title={words.register.limit.title}>
        {facts === null ? <p className="rd-muted">{words.register.limit.waiting}</p> : <ApplicantLimit facts={facts} />}
      </Panel>
      {draft.channel === 'via-penalising-organ' && (
        <Panel title={words.intake.relay.title}>
          {draft.relayReceivedOn === null ? (
            <p className="rd-muted">{words.intake.relay.waiting}</p>
          ) : (
            <RelayLimit from={draft.relayReceivedOn} sentOn={draft.relaySentOn} />
          )}
        </Panel>
      )}
      <Panel title={words.register.limit.examine}>
        {draft.receivedOn === null ? (
          <p className="rd-muted">{words.register.limit.examineWaiting}</p>
        ) : (
          <ExamineLimit from={draft.receivedOn} />
        )}
      </Panel>
    </>
  );
}

/** Facts are compared by what they say: a form makes new ones with every key. */
const useSettled = (facts: ApplicationFacts): ApplicationFacts =>
  JSON.parse(useDebounced(JSON.stringify(facts), settle)) as ApplicationFacts;

function ApplicantLimit({ facts }: { facts: ApplicationFacts }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.law.application.queryOptions(useSettled(facts), kept));
  const { act } = facts;
  const from = act.notInformed?.rightsKnownOn ?? act.knownOn;
  return <OneLimit query={query} from={from} filed={facts.filedOn} />;
}

/** 32(2): five working days for the penalising organ to send the application on. */
function RelayLimit({ from, sentOn }: { from: CivilDate; sentOn: CivilDate | null }) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const settled = useDebounced(from, settle);
  const query = useQuery(trpc.law.explain.queryOptions({ ruleId: 'reconsideration.relay', from: settled }, kept));
  const due = query.data?.due ?? null;
  const late = due !== null && isDay(sentOn) && sentOn > due;
  return (
    <>
      <OneLimit query={query} from={null} filed={null} />
      {due !== null && isDay(sentOn) && (
        <p className={late ? 'rd-tone-red rd-small' : 'rd-tone-jade rd-small'}>
          {late ? words.intake.relay.late(daysBetween(due, sentOn)) : words.intake.relay.inTime}
        </p>
      )}
    </>
  );
}

function ExamineLimit({ from }: { from: CivilDate }) {
  const trpc = useTRPC();
  const settled = useDebounced(from, settle);
  const query = useQuery(trpc.law.explain.queryOptions({ ruleId: 'reconsideration.examine', from: settled }, kept));
  return <OneLimit query={query} from={from} filed={null} />;
}

/** A field may hold what is no day yet: the form says so, and nothing is counted with it. */
const isDay = (text: CivilDate | null): text is CivilDate => text !== null && isCivilDate(text);

interface OneLimitProps {
  query: { isPending: boolean; isError: boolean; data: Outputs['law']['explain'] | undefined };
  /** From which day the days to the filing are counted; null = they are not told. */
  from: CivilDate | null;
  filed: CivilDate | null;
}

function OneLimit({ query, from, filed }: OneLimitProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  if (query.isPending) return <p className="rd-muted">{words.loading}</p>;
  if (query.isError || query.data === undefined) return <p className="rd-muted">{words.clocks.unknownDue}</p>;
  const { ruleId, due, computation, grid, marks } = query.data;
  const late = due !== null && isDay(filed) && filed > due;
  const inTime = due !== null && isDay(filed) && filed <= due;
  const nth = isDay(filed) && isDay(from) ? daysBetween(from, filed) : 0;
  return (
    <>
      <ClockCard
        name={labels.ruleAct(ruleId)}
        light={{
          state: due === null ? 'unknown' : late ? 'overdue' : 'ok',
          label: late ? words.list.light.overdue : words.list.light.ok,
        }}
        due={due === null ? words.clocks.unknownDue : fullDay(due, language)}
        soft={due === null || marks.includes('provisional')}
        left={
          late
            ? words.register.limit.late(daysBetween(due, filed))
            : inTime
              ? nth > 0
                ? words.register.limit.inTime(nth)
                : words.register.limit.inTimePlain
              : undefined
        }
        explanation={<Explained name={labels.ruleAct(ruleId)} computation={computation} grid={grid} />}
        explanationLabel={words.clocks.why}
        defaultOpen
      />
      {late && <p className="rd-muted rd-small rw-late-hint">{words.register.limit.lateHint}</p>}
    </>
  );
}
