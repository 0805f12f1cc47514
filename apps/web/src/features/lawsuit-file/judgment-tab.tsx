import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { ClockView } from '@redress/domain/case-view/types';
import type { InstanceView, ObligationView } from '@redress/domain/litigation/view-types';
import { BriefTable } from '@redress/ui/brief-table';
import { Chip } from '@redress/ui/chip';
import { type Definition, DefinitionList } from '@redress/ui/definition-list';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { Link } from '@tanstack/react-router';
import { fullDay, leftInWords, plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { aboutOf } from '../../lib/lawsuit/about.ts';
import { useObligationName } from '../../lib/lawsuit/use-obligation-name.ts';
import { useOutcomeWords, useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { usePermission } from '../../lib/session.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { Nothing } from './answer-tab.tsx';
import { newestFirst, useInstanceName } from './instance-name.tsx';
import type { SuitTabProps } from './lawsuit-page.tsx';
import { yuan } from './overview-tab.tsx';
import { StepButtons } from './step-buttons.tsx';

/** 裁判与履行: what each instance came to, who received it when, appeals, effect; then what is to be done and learnt. */
export function JudgmentTab({ view, onStep }: SuitTabProps) {
  const { words } = useLanguage();
  const nameOf = useInstanceName();
  const w = words.lawsuitFile.judgment;
  return (
    <>
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {newestFirst(view.instances).map((instance) => (
        <section key={instance.instanceId} aria-label={nameOf(instance)} className="rw-instance">
          <h2 className="rw-instance-name">
            {nameOf(instance)} <span className="rd-muted rd-small">{instance.court}</span>
            {instance.ended === null && (
              <StepButtons
                view={view}
                steps={['record-judgment']}
                about={instance.instanceId}
                words={{ 'record-judgment': w.record }}
                onStep={onStep}
              />
            )}
          </h2>
          {instance.ended === null ? (
            <Nothing title={w.none} detail={w.noneDetail} />
          ) : (
            <>
              <EndedPanel view={view} instance={instance} ended={instance.ended} onStep={onStep} />
              <ServicePanel view={view} instance={instance} onStep={onStep} />
            </>
          )}
        </section>
      ))}
      <ObligationsPanel view={view} onStep={onStep} />
      <AdvicePanel view={view} onStep={onStep} />
      <DefectsPanel view={view} onStep={onStep} />
    </>
  );
}

interface EndedProps extends SuitTabProps {
  instance: InstanceView;
  ended: NonNullable<InstanceView['ended']>;
}

function EndedPanel({ view, instance, ended, onStep }: EndedProps) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const outcome = useOutcomeWords();
  const mayRegister = usePermission('cases.register');
  const w = words.lawsuitFile.judgment;
  const all = (codes: readonly string[]) => codes.map((c) => code('outcomes', c)).join(words.listSeparator);
  const items: Definition[] = [
    {
      key: 'outcomes',
      term: w.outcomes,
      value: <b>{ended.outcomes.map((o) => outcome(instance.level, o)).join(words.listSeparator)}</b>,
    },
    ...(ended.reversedTo.length === 0 ? [] : [{ key: 'to', term: w.reversedTo, value: all(ended.reversedTo) }]),
    ...(ended.redo === null
      ? []
      : [
          {
            key: 'redo',
            term: w.redo.act,
            value: ended.redo.days === null ? w.redoOpen : w.redoDays(ended.redo.days),
          },
        ]),
    ...(ended.reconsideration === null
      ? []
      : [{ key: 'reconsideration', term: w.reconsideration, value: code('reconsideration', ended.reconsideration) }]),
    ...(ended.compensation === null
      ? []
      : [
          {
            key: 'compensation',
            term: w.compensation,
            value: words.lawsuitFile.overview.amount(yuan(ended.compensation)),
          },
        ]),
    { key: 'document', term: w.document, value: ended.number ?? words.notOnRecord },
    { key: 'on', term: w.on, value: plainDay(ended.on, language) },
    { key: 'effective', term: w.effective, value: <Effective instance={instance} /> },
    ...(instance.appeals.length === 0
      ? []
      : [
          {
            key: 'appeals',
            term: w.appeals,
            value: (
              <ul className="rw-plain-list">
                {instance.appeals.map((appeal) => (
                  <li key={`${appeal.on}-${appeal.by.join()}`}>
                    {w.appealBy(appeal.by.join(words.listSeparator), plainDay(appeal.on, language))}{' '}
                    {appeal.late && <Chip tone="amber">{w.late}</Chip>}
                    {appeal.withdrawnOn !== null && (
                      <Chip tone="dotted">{w.withdrawn(shortDay(appeal.withdrawnOn, language))}</Chip>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
  ];
  return (
    <Panel
      level={3}
      title={ended.outcomes.length > 0 ? all(ended.outcomes) : w.document}
      extra={
        <StepButtons
          view={view}
          steps={
            // What comes after an instance is offered with the last one.
            view.instances.at(-1)?.instanceId === instance.instanceId
              ? [
                  ...(instance.appealable ? (['record-appeal'] as const) : []),
                  ...(instance.appeals.some((a) => a.withdrawnOn === null) ? (['withdraw-appeal'] as const) : []),
                  'open-instance',
                  'record-retrial-application',
                ]
              : []
          }
          about={instance.instanceId}
          onStep={onStep}
        />
      }
    >
      <DefinitionList items={items} termWidth={language === 'en' ? '128px' : undefined} />
      {ended.operative !== null && (
        <details className="rw-grounds" open>
          <summary>{w.operative}</summary>
          <p className="rw-prose rw-law">{ended.operative}</p>
        </details>
      )}
      {ended.reconsideration === 'annulled-redo' && view.audience === 'reviewing' && mayRegister && (
        <p className="rw-below">
          <Link className="rd-btn" to="/cases/new" search={{ fromLawsuit: view.id }}>
            {w.redoRegister}
          </Link>{' '}
          <span className="rd-muted rd-small">{w.redoHint}</span>
        </p>
      )}
    </Panel>
  );
}

function Effective({ instance }: { instance: InstanceView }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.lawsuitFile.judgment;
  const { effective, overtakenOn } = instance;
  if (overtakenOn !== null) return w.overtaken(fullDay(overtakenOn, language));
  if (effective === null) return <Chip tone="dotted">{w.notEffective}</Chip>;
  const day = fullDay(effective.on, language);
  return (
    <>
      {effective.provisional ? <Chip tone="dotted">{w.effectiveSoon(day)}</Chip> : w.effectiveOn(day)}{' '}
      <span className="rd-muted rd-small">{labels.article(effective.article)}</span>
    </>
  );
}

interface ServiceRow {
  readonly key: string;
  readonly name: string;
  readonly on: CivilDate | null;
  readonly clock: ClockView | null;
  readonly appealable: boolean;
}

function ServicePanel({ view, instance, onStep }: SuitTabProps & { instance: InstanceView }) {
  const { words, language } = useLanguage();
  const w = words.lawsuitFile.judgment;
  const rows: readonly ServiceRow[] = [
    ...instance.served.map((s, at) => ({
      key: `s${at}`,
      name: s.name,
      on: s.on,
      clock: view.clocks.find((k) => k.id === s.clockId) ?? null,
      appealable: s.clockId !== null,
    })),
    ...instance.unserved.map((u) => ({ key: u.id, name: u.name, on: null, clock: null, appealable: true })),
  ];
  return (
    <Panel
      level={3}
      title={w.served}
      extra={
        instance.unserved.length === 0 ? undefined : (
          <StepButtons
            view={view}
            steps={['record-service']}
            about={instance.instanceId}
            words={{ 'record-service': w.recordService }}
            onStep={onStep}
          />
        )
      }
    >
      <BriefTable<ServiceRow>
        label={w.served}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'name', title: w.servedColumns.name, primary: true, render: (row) => row.name },
          {
            key: 'on',
            title: w.servedColumns.on,
            render: (row) => (row.on === null ? <Chip tone="dotted">{w.unserved}</Chip> : plainDay(row.on, language)),
          },
          {
            key: 'limit',
            title: w.servedColumns.limit,
            render: (row) =>
              row.clock === null || row.clock.due === null
                ? row.on === null
                  ? ''
                  : !row.appealable
                    ? w.noAppeal
                    : instance.effective === null
                      ? ''
                      : w.passed
                : fullDay(row.clock.due, language),
          },
          {
            key: 'left',
            title: w.servedColumns.left,
            render: (row) => {
              if (row.clock === null) return '';
              if (row.clock.metOn !== null) return words.clocks.light[row.clock.light];
              return leftInWords(row.clock, words);
            },
          },
        ]}
      />
    </Panel>
  );
}

function ObligationsPanel({ view, onStep }: SuitTabProps) {
  const { words } = useLanguage();
  const w = words.lawsuitFile.judgment;
  if (view.obligations.length === 0 && view.instances.every((i) => i.ended === null)) return null;
  return (
    <Panel title={w.obligations}>
      {view.obligations.length === 0 && <p className="rd-muted">{w.obligationsEmpty}</p>}
      {view.obligations.map((obligation) => (
        <OneObligation key={obligation.obligationId} view={view} obligation={obligation} onStep={onStep} />
      ))}
      {view.obligations.some((o) => o.performedOn === null) && (
        <p className="rd-muted rd-small rw-duty-if">{w.measureHint}</p>
      )}
    </Panel>
  );
}

function OneObligation({ view, obligation: o, onStep }: SuitTabProps & { obligation: ObligationView }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const nameOf = useObligationName();
  const w = words.lawsuitFile.judgment;
  const clock = view.clocks.find((k) => k.id === o.clockId);
  const isOver = o.performedOn !== null;
  // A period that the judgment states in days runs from its effect: from then on the limit knows the day.
  const performBy = o.performBy ?? (clock?.ruleId === 'litigation.perform' ? clock.due : null);
  const period = o.days === null ? w.noDay : w.redoDays(o.days);
  return (
    <PersonLine
      name={nameOf(o)}
      role={o.organName ?? undefined}
      chips={
        isOver ? (
          <Chip tone="jade">{w.performedOn(shortDay(o.performedOn ?? view.today, language))}</Chip>
        ) : (
          <Chip tone={clock?.light === 'overdue' ? 'red' : clock?.light === 'near' ? 'amber' : 'ink'}>
            {clock === undefined || clock.due === null ? w.open : leftInWords(clock, words)}
          </Chip>
        )
      }
      detail={[
        performBy === null ? period : w.performBy(plainDay(performBy, language)),
        ...o.measures.map(
          (m) => `${w.measures}${words.colon}${code('measures', m.measure)} ${shortDay(m.on, language)}`,
        ),
      ].join(' · ')}
      actions={
        isOver ? undefined : (
          <StepButtons
            view={view}
            steps={['record-performance', 'record-court-measure']}
            about={o.obligationId}
            words={{ 'record-performance': w.perform, 'record-court-measure': w.measure }}
            onStep={onStep}
          />
        )
      }
    />
  );
}

function AdvicePanel({ view, onStep }: SuitTabProps) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.judgment;
  const receive = (
    <StepButtons view={view} steps={['receive-advice']} words={{ 'receive-advice': w.receiveAdvice }} onStep={onStep} />
  );
  return (
    <Panel title={w.advice} extra={receive}>
      {view.advice.length === 0 && <p className="rd-muted">{w.adviceEmpty}</p>}
      {view.advice.map((a) => {
        const clock = view.clocks.find((k) => k.id === a.clockId);
        return (
          <PersonLine
            key={a.adviceId}
            name={[code('adviceSubjects', a.subject), a.number].filter(Boolean).join(' ')}
            role={a.organName}
            chips={
              a.answeredOn === null ? (
                clock === undefined || clock.due === null ? (
                  a.dueOn === null ? undefined : (
                    <Chip>{w.dueOn(shortDay(a.dueOn, language))}</Chip>
                  )
                ) : (
                  <Chip tone={clock.light === 'overdue' ? 'red' : clock.light === 'near' ? 'amber' : 'ink'}>
                    {w.dueOn(shortDay(clock.due, language))} · {leftInWords(clock, words)}
                  </Chip>
                )
              ) : (
                <Chip tone="jade">{w.answered(shortDay(a.answeredOn, language))}</Chip>
              )
            }
            detail={`${plainDay(a.receivedOn, language)} · ${a.summary}`}
            actions={
              a.answeredOn === null ? (
                <StepButtons
                  view={view}
                  steps={['answer-advice']}
                  about={a.adviceId}
                  words={{ 'answer-advice': w.answerAdvice }}
                  onStep={onStep}
                />
              ) : undefined
            }
          />
        );
      })}
    </Panel>
  );
}

function DefectsPanel({ view, onStep }: SuitTabProps) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.judgment;
  const lost = view.result?.lost === true;
  if (!lost && view.defects.length === 0) return null;
  const record = (
    <StepButtons view={view} steps={['record-defects']} words={{ 'record-defects': w.recordDefects }} onStep={onStep} />
  );
  return (
    <Panel title={w.defects} extra={record}>
      {view.defects.length === 0 && <p className="rd-muted">{w.defectsEmpty}</p>}
      {view.defects.map((d) => (
        <div key={`${d.instanceId}-${d.organId}-${d.on}`} className="rw-defect">
          <PersonLine
            name={d.elements.map((e) => code('defects', e)).join(words.listSeparator)}
            role={d.organName}
            chips={
              d.readOn === null ? (
                <Chip tone="amber">{w.notRead}</Chip>
              ) : (
                <Chip tone="jade">{w.readOn(shortDay(d.readOn, language))}</Chip>
              )
            }
            detail={[plainDay(d.on, language), d.what, d.advice].filter((part) => part !== '').join(' · ')}
            actions={
              d.readOn === null ? (
                <StepButtons
                  view={view}
                  steps={['read-defects']}
                  about={aboutOf(d.instanceId, d.organId)}
                  words={{ 'read-defects': w.readDefects }}
                  onStep={onStep}
                />
              ) : undefined
            }
          />
          {d.measures !== null && d.measures !== '' && (
            <p className="rd-small">
              <span className="rd-muted">
                {w.measuresTaken}
                {words.colon}
              </span>
              {d.measures}
            </p>
          )}
        </div>
      ))}
    </Panel>
  );
}
