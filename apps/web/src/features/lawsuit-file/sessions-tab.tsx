import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type {
  AppearanceView,
  DutyView,
  InstanceView,
  LawsuitView,
  SessionView,
} from '@redress/domain/litigation/view-types';
import { BriefTable } from '@redress/ui/brief-table';
import { Chip, type ChipTone } from '@redress/ui/chip';
import { FactSteps } from '@redress/ui/fact-steps';
import { Panel } from '@redress/ui/panel';
import { fullDay, plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { aboutOf } from '../../lib/lawsuit/about.ts';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { Nothing } from './answer-tab.tsx';
import { newestFirst, useInstanceName } from './instance-name.tsx';
import type { SuitTabProps } from './lawsuit-page.tsx';
import { DutyChip } from './overview-tab.tsx';
import { StepButtons } from './step-buttons.tsx';

/** 开庭与出庭: each instance's duties to appear, and at each session who was called, planned, confirmed and came. */
export function SessionsTab({ view, onStep }: SuitTabProps) {
  const { words } = useLanguage();
  const nameOf = useInstanceName();
  const w = words.lawsuitFile.sessions;
  return (
    <>
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {newestFirst(view.instances).map((instance) => (
        <section key={instance.instanceId} aria-label={nameOf(instance)} className="rw-instance">
          <h2 className="rw-instance-name">
            {nameOf(instance)} <span className="rd-muted rd-small">{instance.court}</span>
            <StepButtons
              view={view}
              steps={instance.ended === null ? ['set-session', 'agree-appearance'] : []}
              about={instance.instanceId}
              words={{ 'set-session': w.set, 'agree-appearance': w.agree }}
              onStep={onStep}
            />
          </h2>
          {instance.sessions.length === 0 ? (
            <Nothing title={w.empty} detail={w.emptyDetail} />
          ) : (
            <>
              <DutiesPanel view={view} instance={instance} />
              {instance.sessions.toReversed().map((session, at) => (
                <OneSession
                  key={session.sessionId}
                  view={view}
                  session={session}
                  number={instance.sessions.length - at}
                  onStep={onStep}
                />
              ))}
            </>
          )}
        </section>
      ))}
    </>
  );
}

function DutiesPanel({ view, instance }: { view: LawsuitView; instance: InstanceView }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.lawsuitFile.sessions;
  if (instance.duties.length === 0) return null;
  const name = (duty: DutyView) => view.organs.find((o) => o.organId === duty.organId)?.name ?? duty.organId;
  return (
    <Panel level={3} title={w.duties}>
      <BriefTable<DutyView>
        label={w.duties}
        rows={instance.duties}
        rowKey={(duty) => duty.organId}
        columns={[
          { key: 'organ', title: w.dutyColumns.organ, primary: true, render: name },
          {
            key: 'state',
            title: w.dutyColumns.state,
            render: (duty) => (
              <>
                {duty.result === null ? (
                  <Chip tone="dotted">{duty.arisesOn === null ? w.notYet : w.owed}</Chip>
                ) : (
                  <DutyChip result={duty.result} unexamined={duty.unexamined} />
                )}{' '}
                <span className="rd-muted rd-small">{labels.article(duty.article)}</span>
              </>
            ),
          },
          {
            key: 'leader',
            title: w.dutyColumns.leader,
            render: (duty) => (duty.coveredByName === null ? (duty.leaderName ?? '') : w.coveredBy(duty.coveredByName)),
          },
          {
            key: 'day',
            title: w.dutyColumns.day,
            render: (duty) => (duty.dischargedOn === null ? '' : plainDay(duty.dischargedOn, language)),
          },
        ]}
      />
    </Panel>
  );
}

const stateTones: Record<SessionView['state'], ChipTone> = {
  set: 'ink',
  due: 'amber',
  held: 'jade',
  adjourned: 'ink',
  cancelled: 'dotted',
};

function OneSession({ view, session, number, onStep }: SuitTabProps & { session: SessionView; number: number }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.sessions;
  const when = (on: CivilDate, time: string) => `${shortDay(on, language)} ${time}`;
  const acts =
    session.state === 'cancelled'
      ? []
      : session.state === 'held' || session.state === 'adjourned'
        ? ['mark-observation', ...(session.observation === null ? [] : ['record-observers'])]
        : ['hold-session', 'move-session', 'cancel-session', 'mark-observation'];
  return (
    <Panel
      level={3}
      title={
        <>
          {w.number(number)} {fullDay(session.on, language)} {session.time}{' '}
          <Chip tone={stateTones[session.state]}>{w.states[session.state]}</Chip>
        </>
      }
      extra={<StepButtons view={view} steps={acts} about={session.sessionId} words={w.acts} onStep={onStep} />}
    >
      <p>
        {[
          code('sessionKinds', session.kind),
          session.place,
          session.isPublic ? w.public : w.notPublic,
          w.minutes(session.minutes),
        ].join(' · ')}
      </p>
      {session.moves.length > 0 && (
        <ul className="rw-plain-list rd-small rd-muted">
          {session.moves.map((move, at) => {
            const next = session.moves[at + 1]?.from ?? session;
            return (
              <li key={`${move.from.on}-${move.from.time}`}>
                {w.moved(when(move.from.on, move.from.time), when(next.on, next.time), move.why)}
              </li>
            );
          })}
        </ul>
      )}
      {session.observation !== null && (
        <p className="rd-small">
          <Chip>{w.observation}</Chip>{' '}
          {w.invited(session.observation.invited.map((o) => o.name).join(words.listSeparator))}
          {session.observation.came !== null &&
            words.semicolon + session.observation.came.map((c) => w.came(c.name, c.people)).join(words.listSeparator)}
        </p>
      )}
      {session.appearances.map((appearance) => (
        <OneAppearance key={appearance.organId} view={view} session={session} appearance={appearance} onStep={onStep} />
      ))}
    </Panel>
  );
}

/** Which steps the appearance asks for next: arranged, confirmed, proof, what happened. */
function stepsOf(session: SessionView, a: AppearanceView): readonly string[] {
  if (session.state === 'cancelled') return [];
  const explained = [
    ...(a.explained === null && a.counts !== true ? ['explain-absence'] : []),
    ...(a.explained !== null && a.explained.ruled === null ? ['rule-on-absence'] : []),
  ];
  const proof = a.proofOn !== null && a.proofResult === null ? ['check-identity-proof'] : [];
  if (session.state !== 'set') return [...(a.recorded === null ? ['record-appearance'] : []), ...proof, ...explained];
  if (a.leader === null) return ['plan-leader', ...explained];
  return [
    ...(a.confirmedOn === null ? ['confirm-leader'] : []),
    ...(a.proofOn === null ? ['submit-identity-proof'] : proof),
    'replace-leader',
    ...explained,
  ];
}

interface OneAppearanceProps extends SuitTabProps {
  session: SessionView;
  appearance: AppearanceView;
}

/** One organ at one session: five separate facts, whether it counts, and why not. */
function OneAppearance({ view, session, appearance: a, onStep }: OneAppearanceProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const code = useSuitCodes();
  const w = words.lawsuitFile.sessions;
  const organ = view.organs.find((o) => o.organId === a.organId);
  const about = aboutOf(session.sessionId, a.organId);
  const day = (d: CivilDate | null): string | null => (d === null ? null : shortDay(d, language));
  const articleAfter = (article: string) => <span className="rd-muted rd-small"> {labels.article(article)}</span>;
  const heldTrial = session.kind === 'trial' && (session.state === 'held' || session.state === 'adjourned');
  const notice = [
    code('notices', a.notified),
    a.servedOn === null ? w.notServed : w.servedOn(shortDay(a.servedOn, language)),
  ].join(words.separator);
  const came = a.recorded;
  return (
    <div className="rw-appearance">
      <div className="rw-appearance-head">
        <h4>{organ?.name ?? a.organId}</h4>
        {a.toRecord && <Chip tone="amber">{w.toRecord}</Chip>}
        {a.counts !== null && <Chip tone={a.counts ? 'jade' : 'red'}>{a.counts ? w.counts : w.countsNot}</Chip>}
        <StepButtons view={view} steps={stepsOf(session, a)} about={about} onStep={onStep} />
      </div>
      <p className="rd-small">
        <span className="rd-muted">
          {w.notified}
          {words.colon}
        </span>
        {notice} {a.servedLate && <Chip tone="amber">{w.servedLate}</Chip>}
      </p>
      <p>
        <span className="rd-muted">
          {w.leader}
          {words.colon}
        </span>
        {a.leader === null ? w.noLeader : `${a.leader.name} ${a.leader.title} · ${code('ranks', a.leader.rank)}`}
      </p>
      {(a.leader !== null || came !== null) && (
        <FactSteps
          label={w.appearances}
          steps={[
            { key: 'planned', name: w.steps.planned, on: day(a.plannedOn) },
            { key: 'confirmed', name: w.steps.confirmed, on: day(a.confirmedOn) },
            { key: 'proof', name: w.steps.proof, on: day(a.proofOn) },
            {
              key: 'checked',
              name: w.steps.checked,
              on: a.proofResult === null ? null : code('proofResults', a.proofResult),
              bad: a.proofResult === 'rejected',
            },
            {
              key: 'recorded',
              name: w.steps.recorded,
              on: came === null ? null : came.leader === null ? w.notAttended : w.attended,
              bad: came !== null && came.leader === null,
            },
          ]}
          none={w.stepNone}
        />
      )}
      {came !== null && (
        <p className="rd-small">
          {[
            came.leader === null
              ? a.satInstead === null
                ? w.notAttended
                : code('satInstead', a.satInstead)
              : `${came.leader.name} ${came.leader.title}`,
            ...(came.spoke ? [w.spoke] : []),
            ...(came.leftEarly ? [w.leftEarly] : []),
            ...(came.refusedToExplain ? [w.refused] : []),
            ...came.staff.map((s) => `${s.name} ${s.title}${s.actsInPower ? words.bracketed(w.inPower) : ''}`),
            ...(came.lawyers > 0 ? [w.lawyers(came.lawyers)] : []),
          ].join(words.separator)}
        </p>
      )}
      {a.notCounting.length > 0 && (
        <p className="rd-small rd-tone-red">
          {w.countsNotWhy}
          {words.colon}
          {a.notCounting.map((n, at) => (
            <span key={n.code}>
              {at > 0 && words.semicolon}
              {code('notCounting', n.code)}
              {articleAfter(n.article)}
            </span>
          ))}
        </p>
      )}
      {a.explained !== null && (
        <p className="rd-small">
          <span className="rd-muted">
            {w.absence}
            {words.colon}
          </span>
          {[
            shortDay(a.explained.on, language),
            code('absenceGrounds', a.explained.ground),
            a.explained.reason,
            code('absenceProofs', a.explained.proof),
            w.absenceRuled[a.explained.ruled === null ? 'open' : a.explained.ruled ? 'yes' : 'no'],
          ]
            .filter((part) => part !== '')
            .join(words.separator)}
        </p>
      )}
      {heldTrial && a.triggers.length > 0 && (
        <ul className="rw-plain-list rd-small rw-triggers">
          {a.triggers.map((t) => (
            <li key={t.code}>
              <Chip tone="red">{w.triggers}</Chip> {code('triggers', t.code)}
              {articleAfter(t.article)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
