import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { daysBetween } from '@redress/domain/calendar/civil-date';
import { ClockCard } from '@redress/ui/clock-card';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../lib/debounced.ts';
import { Explained } from '../../lib/explained.tsx';
import { fullDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { applicantLimit, type RegisterDraft } from './register-draft.ts';

const settle = 300;

/** Beside the form: the applicant's own limit, and the five days that registering starts. */
export function LimitBeside({ draft }: { draft: RegisterDraft }) {
  const { words } = useLanguage();
  const filedOn = draft.filedOn ?? (draft.channel === 'counter' || draft.channel === 'oral' ? draft.receivedOn : null);
  const asked = applicantLimit(draft);
  return (
    <>
      <Panel title={words.register.limit.title}>
        {asked === null ? (
          <p className="rd-muted">{words.register.limit.waiting}</p>
        ) : (
          <OneLimit ruleId={asked.ruleId} from={asked.from} filed={filedOn} />
        )}
      </Panel>
      <Panel title={words.register.limit.examine}>
        {draft.receivedOn === null ? (
          <p className="rd-muted">{words.register.limit.examineWaiting}</p>
        ) : (
          <OneLimit ruleId="reconsideration.examine" from={draft.receivedOn} filed={null} />
        )}
      </Panel>
    </>
  );
}

function OneLimit({ ruleId, from, filed }: { ruleId: string; from: CivilDate; filed: CivilDate | null }) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const settledFrom = useDebounced(from, settle);
  const settledFiled = useDebounced(filed, settle);
  const query = useQuery(
    trpc.law.explain.queryOptions(
      { ruleId, from: settledFrom, ...(settledFiled === null ? {} : { filed: settledFiled }) },
      { placeholderData: keepPreviousData, staleTime: 600_000 },
    ),
  );
  if (query.isPending) return <p className="rd-muted">{words.loading}</p>;
  if (query.isError) return <p className="rd-muted">{words.clocks.unknownDue}</p>;
  const { due, computation, grid, marks } = query.data;
  const late = due !== null && filed !== null && filed > due;
  const inTime = due !== null && filed !== null && filed <= due;
  const nth = filed === null ? 0 : daysBetween(from, filed);
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
