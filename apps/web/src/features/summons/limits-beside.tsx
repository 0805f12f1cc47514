import { type CivilDate, daysBetween } from '@redress/domain/calendar/civil-date';
import { rulesBeforeSession, rulesStartedBy } from '@redress/domain/litigation/summons-limits';
import { ClockCard } from '@redress/ui/clock-card';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../lib/debounced.ts';
import { Explained } from '../../lib/explained.tsx';
import { fullDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { chosenOrgans, isDay, receivedBy, type SummonsDraft } from './summons-draft.ts';

const settle = 300;
type Organs = Outputs['office']['organs'];

/** Beside the form: what the papers start, organ by organ, and whether the summons came three days before. */
export function LimitsBeside({ draft, organs }: { draft: SummonsDraft; organs: Organs }) {
  const { words } = useLanguage();
  const w = words.suits.beside;
  const groups = startedOn(draft, organs);
  const { session } = draft;
  return (
    <>
      <Panel title={w.limits}>
        {groups.length === 0 && <p className="rd-muted">{w.waiting}</p>}
        {groups.map((group) => (
          <Started key={group.on} draft={draft} on={group.on} names={groups.length > 1 ? group.names : []} />
        ))}
        {groups.length > 0 && (
          <>
            <p className="rd-muted rd-small rw-summons-note">{w.consequence}</p>
            <p className="rd-muted rd-small">{w.extension}</p>
          </>
        )}
      </Panel>
      {draft.hasSession && session.kind === 'trial' && (
        <Panel title={w.summons}>
          {isDay(session.on) ? (
            <ToldInTime draft={draft} on={session.on} organs={organs} />
          ) : (
            <p className="rd-muted">{w.summonsWaiting}</p>
          )}
        </Panel>
      )}
    </>
  );
}

/** The organs by the day on which they received the papers: those of one day share their limits. */
function startedOn(draft: SummonsDraft, organs: Organs) {
  const byDay = new Map<CivilDate, string[]>();
  for (const organ of draft.organs) {
    const on = receivedBy(draft, organ);
    if (!isDay(on)) continue;
    const name = organs.find(({ id }) => id === organ.organId)?.name;
    byDay.set(on, [...(byDay.get(on) ?? []), ...(name === undefined ? [] : [name])]);
  }
  return [...byDay].map(([on, names]) => ({ on, names })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

function Started({ draft, on, names }: { draft: SummonsDraft; on: CivilDate; names: readonly string[] }) {
  const { words, language } = useLanguage();
  const w = words.suits.beside;
  const rules = rulesStartedBy({ ...draft, receivedOn: on });
  if (rules.length === 0) return <p className="rd-muted">{w.noClock}</p>;
  return (
    <>
      {names.length > 0 && <h3 className="rw-beside-of">{w.of(names.join(words.listSeparator))}</h3>}
      {rules.map((ruleId) =>
        ruleId === 'litigation.evidence-simplified' ? (
          <p key={ruleId} className={isDay(draft.evidenceUntil) ? 'rd-strong' : 'rd-muted'}>
            {isDay(draft.evidenceUntil) ? w.simplifiedUntil(fullDay(draft.evidenceUntil, language)) : w.simplified}
          </p>
        ) : (
          <OneLimit key={ruleId} ruleId={ruleId} from={on} isFirst={ruleId === rules[0]} />
        ),
      )}
    </>
  );
}

function useLimit(ruleId: string, from: CivilDate) {
  const trpc = useTRPC();
  const settled = useDebounced(from, settle);
  return useQuery(
    trpc.law.explain.queryOptions({ ruleId, from: settled }, { placeholderData: keepPreviousData, staleTime: 600_000 }),
  );
}

function OneLimit({ ruleId, from, isFirst }: { ruleId: string; from: CivilDate; isFirst: boolean }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const { data, isPending } = useLimit(ruleId, from);
  if (isPending) return <p className="rd-muted">{words.loading}</p>;
  if (data === undefined) return <p className="rd-muted">{words.clocks.unknownDue}</p>;
  const { due, computation, grid, marks } = data;
  const left = due === null ? null : daysBetween(today, due);
  return (
    <ClockCard
      name={labels.ruleAct(ruleId)}
      light={{
        state: due === null || left === null ? 'unknown' : left < 0 ? 'overdue' : left <= 5 ? 'near' : 'ok',
        label:
          due === null || left === null
            ? words.list.light.unknown
            : words.list.light[left < 0 ? 'overdue' : left <= 5 ? 'near' : 'ok'],
      }}
      due={due === null ? words.clocks.unknownDue : fullDay(due, language)}
      soft={due === null || marks.includes('provisional')}
      left={
        left === null
          ? undefined
          : left < 0
            ? words.days.overdue(-left)
            : left === 0
              ? words.days.today
              : words.days.left(left)
      }
      explanation={<Explained name={labels.ruleAct(ruleId)} computation={computation} grid={grid} />}
      explanationLabel={words.clocks.why}
      defaultOpen={isFirst}
    />
  );
}

/** The last day on which summons and notice may still come, and how each organ's day compares. */
function ToldInTime({ draft, on, organs }: { draft: SummonsDraft; on: CivilDate; organs: Organs }) {
  return (
    <>
      {rulesBeforeSession(draft.procedure).map((ruleId, at) => (
        <OneNotice key={ruleId} ruleId={ruleId} on={on} draft={draft} organs={organs} showOrgans={at === 0} />
      ))}
    </>
  );
}

function OneNotice({
  ruleId,
  on,
  draft,
  organs,
  showOrgans,
}: {
  ruleId: string;
  on: CivilDate;
  draft: SummonsDraft;
  organs: Organs;
  /** Both limits are three days before: the organs are named under the first. */
  showOrgans: boolean;
}) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.suits.beside;
  const { data, isPending } = useLimit(ruleId, on);
  if (isPending) return <p className="rd-muted">{words.loading}</p>;
  if (data === undefined || data.due === null) return <p className="rd-muted">{words.clocks.unknownDue}</p>;
  const { due } = data;
  return (
    <>
      <ClockCard
        name={labels.ruleAct(ruleId)}
        light={{ state: 'ok', label: words.list.light.ok }}
        due={w.summonsLatest(fullDay(due, language))}
        explanation={<Explained name={labels.ruleAct(ruleId)} computation={data.computation} grid={data.grid} />}
        explanationLabel={words.clocks.why}
      />
      {showOrgans && (
        <ul className="rw-summons-list rd-small">
          {chosenOrgans(draft).map(({ key, organId }) => {
            const name = organs.find(({ id }) => id === organId)?.name ?? organId;
            const servedOn = draft.session.notices[organId]?.servedOn ?? null;
            if (!isDay(servedOn))
              return (
                <li key={key} className="rd-muted">
                  {w.summonsUnknown(name)}
                </li>
              );
            const late = daysBetween(due, servedOn);
            return (
              <li key={key} className={late > 0 ? 'rd-tone-red' : 'rd-tone-jade'}>
                {late > 0 ? w.summonsLate(name, late) : w.summonsInTime(name)}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
