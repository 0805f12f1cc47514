import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { InstanceView, LawsuitView, SuitOrganView } from '@redress/domain/litigation/view-types';
import { BriefTable } from '@redress/ui/brief-table';
import { Chip, type ChipTone } from '@redress/ui/chip';
import { type Definition, DefinitionList } from '@redress/ui/definition-list';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { Ledger } from '../../lib/case-file/ledger.tsx';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { useCategoryName } from '../../lib/category-name.ts';
import { leftInWords, plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage, useWords } from '../../lib/language.tsx';
import { useOutcomeWords, useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { useInstanceName } from './instance-name.tsx';
import type { SuitTabProps } from './lawsuit-page.tsx';

/** How many of the latest entries the overview shows. */
const recent = 8;

export const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

interface OverviewProps extends SuitTabProps {
  onAllTimeline: () => void;
  onCorrect: (seq: number) => void;
}

/** What the suit is about, who answers for whom, and its latest entries. */
export function OverviewTab({ view, onStep, onAllTimeline, onCorrect }: OverviewProps) {
  const { words } = useLanguage();
  const labels = useLabels();
  const w = words.lawsuitFile;
  return (
    <>
      <p className="rd-muted rd-small rw-above">{w.purpose}</p>
      {view.contradictions.length > 0 && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          <p>{w.overview.contradictions}</p>
          <ul className="rw-plain-list">
            {view.contradictions.map((c) => (
              <li key={`${c.code}-${c.seq}`}>
                {labels.reason(c.code, c.params)}
                {c.article !== null && <span className="rd-muted"> {labels.article(c.article)}</span>}
              </li>
            ))}
          </ul>
        </NoticeBar>
      )}
      <SuitPanel view={view} />
      <OrgansPanel view={view} />
      {view.major !== null && <MajorPanel view={view} onStep={onStep} />}
      <Panel
        title={w.tabs.timeline}
        extra={
          view.timeline.length > recent ? (
            <button type="button" className="rd-btn rw-small" data-look="plain" onClick={onAllTimeline}>
              {w.overview.allTimeline} {view.timeline.length}
            </button>
          ) : undefined
        }
      >
        <Ledger view={view} limit={recent} onCorrect={onCorrect} />
      </Panel>
    </>
  );
}

function SuitPanel({ view }: { view: LawsuitView }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const code = useSuitCodes();
  const nameOf = useInstanceName();
  const w = words.lawsuitFile.overview;
  const { act } = view;
  const category = useCategoryName(act?.category ?? null, view.instances[0]?.openedOn ?? null);
  const items: Definition[] = [
    ...(act === null
      ? []
      : [
          {
            key: 'act',
            term: w.act,
            value: [
              [act.number, act.name].filter(Boolean).join(' '),
              act.madeOn === null ? '' : w.madeOn(plainDay(act.madeOn, language)),
              act.content,
            ]
              .filter((part) => part !== '')
              .join(' · '),
          },
          {
            key: 'matter',
            term: w.matter,
            value: [labels.matter(act.matter), category].filter((part) => part !== '').join(' · '),
          },
        ]),
    { key: 'before', term: w.before, value: code('before', view.before) },
    {
      key: 'claims',
      term: w.claims,
      value: view.claims === null || view.claims === '' ? words.notOnRecord : view.claims,
    },
    ...(view.compensation === null
      ? []
      : [
          {
            key: 'compensation',
            term: view.compensation.alone ? w.compensationAlone : w.compensation,
            value: view.compensation.amount === null ? words.notOnRecord : w.amount(yuan(view.compensation.amount)),
          },
        ]),
    {
      key: 'instances',
      term: w.instances,
      value: (
        <ul className="rw-plain-list rw-instances">
          {view.instances.map((instance) => (
            <li key={instance.instanceId}>
              <span>{nameOf(instance)}</span> <span className="rd-muted">{instance.court}</span>{' '}
              <StageChip instance={instance} />
            </li>
          ))}
        </ul>
      ),
    },
    ...(view.result === null
      ? []
      : [{ key: 'result', term: w.result, value: code('outcomes', view.result.principal) }]),
  ];
  return (
    <Panel title={w.suit}>
      <DefinitionList items={items} termWidth={language === 'en' ? '128px' : undefined} />
    </Panel>
  );
}

/** Where an instance stands; once judged, how it ended. */
export function StageChip({ instance }: { instance: InstanceView }) {
  const { words } = useLanguage();
  const code = useSuitCodes();
  const outcome = useOutcomeWords();
  const outcomes = instance.ended?.outcomes.map((o) => outcome(instance.level, o)).join(words.listSeparator);
  const tone: ChipTone = instance.stage === 'effective' ? 'jade' : instance.stage === 'suspended' ? 'dotted' : 'ink';
  return (
    <Chip tone={tone}>
      {[code('instanceStages', instance.stage), outcomes].filter((part) => part !== undefined).join(' · ')}
    </Chip>
  );
}

/** How an organ's answer stands in the newest instance in which it has one. */
function answerOf(view: LawsuitView, organ: SuitOrganView) {
  const answers = view.instances.toReversed().flatMap((i) => i.answers.filter((a) => a.organId === organ.organId));
  return answers[0] ?? null;
}
const dutyOf = (view: LawsuitView, organ: SuitOrganView) =>
  view.instances.toReversed().flatMap((i) => i.duties.filter((d) => d.organId === organ.organId))[0] ?? null;

/** The next trial session that is set and not held: the duty to appear arises with it. */
const sessionAhead = (view: LawsuitView) =>
  view.instances
    .flatMap((i) => i.sessions)
    .filter((s) => s.kind === 'trial' && (s.state === 'set' || s.state === 'due'))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;

function OrgansPanel({ view }: { view: LawsuitView }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.overview;
  const short = (day: CivilDate) => shortDay(day, language);
  return (
    <Panel title={w.organs}>
      <BriefTable<SuitOrganView>
        label={w.organs}
        rows={view.organs}
        rowKey={(organ) => organ.organId}
        columns={[
          { key: 'organ', title: w.organ, primary: true, render: (o) => o.name },
          { key: 'role', title: w.role, render: (o) => code('roles', o.role) },
          {
            key: 'undertaking',
            title: w.undertaking,
            render: (o) => (
              <>
                {o.undertakingId === o.organId ? w.self : o.undertakingName}
                {o.responders.length > 0 && (
                  <span className="rd-muted rd-small">
                    {' '}
                    {o.responders.map((r) => r.name).join(words.listSeparator)}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'answer',
            title: w.answer,
            render: (o) => {
              const answer = answerOf(view, o);
              if (answer === null) return <span className="rd-muted">{words.notOnRecord}</span>;
              if (answer.filedOn !== null) return <Chip tone="jade">{w.filed(short(answer.filedOn))}</Chip>;
              // The simplified procedure has a limit for the evidence only.
              const clock = view.clocks.find((k) => k.id === (answer.answerClockId ?? answer.evidenceClockId));
              return (
                <Chip tone={clock?.light === 'overdue' ? 'red' : clock?.light === 'near' ? 'amber' : 'ink'}>
                  {clock === undefined || clock.due === null
                    ? w.notFiled
                    : `${short(clock.due)} · ${leftInWords(clock, words)}`}
                </Chip>
              );
            },
          },
          {
            key: 'appearance',
            title: w.appearance,
            render: (o) => {
              const duty = dutyOf(view, o);
              if (duty === null || duty.result === null) {
                const next = sessionAhead(view);
                return <span className="rd-muted">{next === null ? w.none : w.sessionOn(short(next.on))}</span>;
              }
              return <DutyChip result={duty.result} unexamined={duty.unexamined} />;
            },
          },
        ]}
      />
    </Panel>
  );
}

const dutyTones: Readonly<Record<string, ChipTone>> = {
  appeared: 'jade',
  covered: 'jade',
  excused: 'ink',
  absent: 'red',
  'not-counting': 'red',
  unrecorded: 'amber',
};

/** How a duty to appear stands. */
export function DutyChip({ result, unexamined = false }: { result: string; unexamined?: boolean }) {
  const code = useSuitCodes();
  const w = useWords().lawsuitFile.sessions;
  // Whether a reason is a good one the court says (LEAD2020 9(2)).
  if (unexamined) return <Chip tone="dotted">{w.unexamined}</Chip>;
  return <Chip tone={dutyTones[result] ?? 'ink'}>{code('dutyResults', result)}</Chip>;
}

/** 重大行政诉讼: on what ground, and when the next feedback is due. */
function MajorPanel({ view, onStep }: SuitTabProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const code = useSuitCodes();
  const w = words.lawsuitFile.overview;
  const { major } = view;
  if (major === null) return null;
  const day = (d: CivilDate) => plainDay(d, language);
  return (
    <Panel
      title={w.majorTitle}
      extra={
        mayTake(view, 'feed-back-major') ? (
          <button type="button" className="rd-btn rw-small" data-look="plain" onClick={() => onStep('feed-back-major')}>
            {labels.step('feed-back-major')}
          </button>
        ) : undefined
      }
    >
      <p>
        {major.grounds.map((g) => code('majorGrounds', g)).join(words.listSeparator)}
        {words.separator}
        {w.majorSince(day(major.since), major.everyDays)}
      </p>
      <p className={major.nextOn < view.today && !major.ended ? 'rd-tone-red' : 'rd-muted'}>
        {major.ended ? w.majorEnded : w.majorNext(day(major.nextOn))}
      </p>
      <ul className="rw-plain-list">
        {major.feedbacks.map((feedback) => (
          <li key={feedback.on} className="rw-prose">
            <span className="rd-muted">{day(feedback.on)}</span> {feedback.text ?? ''}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
