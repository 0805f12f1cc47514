import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { HearingView, OpinionView } from '@redress/domain/reconsideration/proceedings-types';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { BriefTable } from '@redress/ui/brief-table';
import { Chip, type ChipTone } from '@redress/ui/chip';
import { Panel } from '@redress/ui/panel';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FileLinks } from '../../lib/case-file/file-links.tsx';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { fullDay, leftInWords, plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { AsksPanel } from './asks-panel.tsx';
import './proceedings.css';

interface TabProps {
  view: CaseView;
  onStep: (step: string, about?: string) => void;
}

/** Opinions, hearings, committee, documents under review, stops: how far each has come, and what is missing. */
export function ProceedingsTab({ view, onStep }: TabProps) {
  const { words } = useLanguage();
  const internal = view.proceedings.committee !== null;
  return (
    <>
      <p className="rd-muted rd-small rw-above">
        {internal ? words.proceedings.purpose : words.proceedings.ownPurpose}
      </p>
      {internal && <MissingPanel view={view} onStep={onStep} />}
      {internal && <AsksPanel view={view} onStep={onStep} />}
      {internal && <OpinionsPanel view={view} onStep={onStep} />}
      <HearingsPanel view={view} onStep={onStep} />
      {internal && <CommitteePanel view={view} onStep={onStep} />}
      <ReviewsPanel view={view} onStep={onStep} />
      <StopsPanel view={view} onStep={onStep} />
    </>
  );
}

/** A step's button, where this reader may take the step now. */
function Act({
  view,
  onStep,
  step,
  about,
  label,
  look,
}: TabProps & { step: string; about?: string; label: string; look?: 'plain' }) {
  if (!mayTake(view, step)) return null;
  return (
    <button
      type="button"
      className="rd-btn rw-small"
      {...(look === undefined ? {} : { 'data-look': look })}
      onClick={() => onStep(step, about)}
    >
      {label}
    </button>
  );
}

function MissingPanel({ view, onStep }: TabProps) {
  const { words } = useLanguage();
  const labels = useLabels();
  const w = words.proceedings.missing;
  const { missing } = view.proceedings;
  if (view.closedOn !== null) return null;
  return (
    <Panel title={w.title}>
      {missing.length === 0 && <p className="rd-muted">{w.none}</p>}
      <ul className="rw-missing">
        {missing.map((m) => (
          <li key={`${m.code}|${m.about ?? ''}|${m.name ?? ''}`}>
            <span>
              {w.of[m.code](m.name ?? '')}
              {m.article !== null && <span className="rd-muted rd-small"> {labels.article(m.article)}</span>}
            </span>
            <Act
              view={view}
              onStep={onStep}
              step={m.step}
              {...(m.about === null ? {} : { about: m.about })}
              label={labels.step(m.step)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const heardTone: Record<OpinionView['state'], ChipTone> = { heard: 'jade', written: 'dotted', 'not-yet': 'amber' };

function OpinionsPanel({ view, onStep }: TabProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.proceedings.opinions;
  const capacities: Readonly<Record<string, string>> = words.register.capacities;
  const isSimplified = view.procedure === 'simplified';
  const capacityOf = (o: OpinionView) =>
    o.is === 'organ' ? words.file.respondents : (capacities[o.capacity] ?? o.capacity);
  return (
    <Panel title={w.title}>
      {isSimplified && <p className="rd-muted rd-small rw-above">{w.simplified}</p>}
      <ul className="rw-voices">
        {view.proceedings.opinions.map((o) => (
          <li key={o.subject}>
            <div className="rw-voice">
              <h3>
                {o.name} <span className="rd-muted rd-small">{capacityOf(o)}</span>{' '}
                {(o.state !== 'not-yet' || !isSimplified) && <Chip tone={heardTone[o.state]}>{w.states[o.state]}</Chip>}
              </h3>
              {o.times.map((t) => (
                <div key={t.seq}>
                  <p className="rd-muted rd-small">
                    {[
                      plainDay(t.on, language),
                      labels.optionOf('manner', t.manner, view.law),
                      t.heardBy === null ? null : w.by(t.heardBy),
                      t.mediationWilling === null ? w.notAsked : t.mediationWilling ? w.willing : w.unwilling,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </p>
                  <p className="rw-said">{t.summary}</p>
                  {t.fileIds.length > 0 && <FileLinks view={view} ids={t.fileIds} label={w.signed} />}
                </div>
              ))}
            </div>
            <Act
              view={view}
              onStep={onStep}
              step="hear-opinion"
              about={o.subject}
              label={o.state === 'not-yet' ? w.hear(o.name) : w.again}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const hearingTone: Record<HearingView['state'], ChipTone> = {
  set: 'ink',
  moved: 'dotted',
  cancelled: 'dotted',
  held: 'jade',
};

function HearingsPanel({ view, onStep }: TabProps) {
  const { words } = useLanguage();
  const w = words.proceedings.hearings;
  const { hearings } = view.proceedings;
  return (
    <Panel
      title={w.title}
      extra={<Act view={view} onStep={onStep} step="schedule-hearing" label={w.set} look="plain" />}
    >
      {hearings.length === 0 && <p className="rd-muted">{w.none}</p>}
      {hearings.map((hearing) => (
        <OneHearing key={hearing.hearingId} view={view} hearing={hearing} onStep={onStep} />
      ))}
    </Panel>
  );
}

const noticeTone: Record<HearingView['notices'][number]['state'], ChipTone> = {
  'in-time': 'jade',
  late: 'red',
  unproven: 'amber',
  open: 'dotted',
};

function OneHearing({ view, hearing, onStep }: TabProps & { hearing: HearingView }) {
  const { words, language } = useLanguage();
  const w = words.proceedings.hearings;
  const { held, panel, hearingId } = hearing;
  const orNone = (name: string) => (name === '' ? w.unnamed : name);
  const day = (d: CivilDate | null) => (d === null ? '—' : shortDay(d, language));
  return (
    <section className="rw-hearing">
      <h3>
        {w.when(fullDay(hearing.on, language), hearing.time)} · {hearing.place}{' '}
        <Chip tone={hearingTone[hearing.state]}>{w.states[hearing.state]}</Chip>{' '}
        {hearing.mandatory && <Chip>{w.mandatory}</Chip>}
      </h3>
      <p className="rd-muted rd-small">
        {[w.setOn(plainDay(hearing.setOn, language)), hearing.topics].filter((part) => part !== '').join(' · ')}
      </p>
      {hearing.ended !== null && (
        <p className="rd-small">{w.endedBecause(plainDay(hearing.ended.on, language), hearing.ended.reason)}</p>
      )}
      <p className="rd-small">
        {hearing.latestNotice === null ? w.noRule : w.latest(fullDay(hearing.latestNotice, language))}
      </p>
      {hearing.notices.length > 0 && (
        <BriefTable
          label={w.notices}
          rows={hearing.notices}
          rowKey={(n) => n.subject}
          columns={[
            { key: 'name', title: w.columns.name, primary: true, render: (n) => n.name },
            { key: 'sent', title: w.columns.sent, render: (n) => day(n.sentOn) },
            { key: 'served', title: w.columns.served, render: (n) => day(n.servedOn) },
            {
              key: 'state',
              title: w.columns.state,
              card: 'corner',
              render: (n) => <Chip tone={noticeTone[n.state]}>{w.notice[n.state]}</Chip>,
            },
          ]}
        />
      )}
      {panel !== null && (
        <p className="rd-small">
          {w.panelText(orNone(panel.presider), orNone(panel.hearers.join(words.listSeparator)), orNone(panel.recorder))}
        </p>
      )}
      {held !== null && (
        <>
          <p className="rd-small">
            {w.leader}
            {words.colon}
            {held.leader.attended
              ? w.attended(held.leader.name, held.leader.title)
              : w.absent(held.leader.reason, held.leader.delegate ?? w.unnamed)}
          </p>
          {held.applicantAbsent && <p className="rd-small">{held.waived ? w.waived : w.notWaived}</p>}
          {held.excused !== null && <p className="rd-small">{w.excused(held.excused)}</p>}
          {held.record !== null && (
            <details className="rw-grounds">
              <summary>{w.record}</summary>
              <p className="rw-said">{held.record}</p>
            </details>
          )}
          {held.fileIds.length > 0 && <FileLinks view={view} ids={held.fileIds} label={w.record} />}
        </>
      )}
      {hearing.state === 'set' && (
        <div className="rw-acts rd-no-print">
          <Act view={view} onStep={onStep} step="hold-hearing" about={hearingId} label={w.hold} />
          <Act view={view} onStep={onStep} step="reschedule-hearing" about={hearingId} label={w.move} />
          <Act view={view} onStep={onStep} step="cancel-hearing" about={hearingId} label={w.cancel} look="plain" />
        </div>
      )}
    </section>
  );
}

function CommitteePanel({ view, onStep }: TabProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.proceedings.committee;
  const { committee } = view.proceedings;
  if (committee === null) return null;
  const { asked, advised, followed } = committee;
  return (
    <Panel
      title={w.title}
      extra={
        <>
          {asked === null && <Act view={view} onStep={onStep} step="ask-committee" label={w.ask} look="plain" />}{' '}
          {view.audience === 'reviewing' && <Link to="/committee">{w.list}</Link>}
        </>
      }
    >
      {asked === null ? (
        <p className="rd-muted">{w.none}</p>
      ) : (
        <div className="rw-review">
          <p>{w.asked(plainDay(asked.on, language), labels.optionOf('committeeCategory', asked.category, view.law))}</p>
          {asked.question !== '' && <Said term={w.question}>{asked.question}</Said>}
        </div>
      )}
      {asked !== null && advised === null && (
        <div className="rw-acts">
          <span className="rd-muted">{w.waiting}</span>
          <Act view={view} onStep={onStep} step="record-committee-advice" label={w.record} />
        </div>
      )}
      {advised !== null && (
        <div className="rw-review">
          <p>{w.advised(plainDay(advised.on, language))}</p>
          <Said term={w.opinion}>{advised.opinion}</Said>
          {advised.sitting !== null && (
            <>
              <p className="rd-muted rd-small">
                {w.sitting(
                  advised.sitting.on === null ? '' : plainDay(advised.sitting.on, language),
                  advised.sitting.place,
                )}
              </p>
              <ul className="rw-plain-list">
                {advised.sitting.members.map((m) => (
                  <li key={`${m.name}|${m.unit}`}>
                    {[m.name, m.unit].filter((part) => part !== '').join(' · ')}{' '}
                    {m.outside && <Chip tone="dotted">{w.outside}</Chip>}
                    {m.opinion !== null && (
                      <span className="rd-muted">
                        {' '}
                        {w.ownOpinion}
                        {words.colon}
                        {m.opinion}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          {advised.fileIds.length > 0 && <FileLinks view={view} ids={advised.fileIds} label={w.opinion} />}
          {followed === null ? (
            <p className="rd-muted rd-small">{w.note}</p>
          ) : (
            <p>
              {w.followed[followed.follows]}
              {followed.why !== '' && `${words.stop}${w.why}${words.colon}${followed.why}`}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}

const Said = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <p className="rd-muted rd-small">{term}</p>
    <p className="rw-said">{children}</p>
  </>
);

function ReviewsPanel({ view, onStep }: TabProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.proceedings.reviews;
  const { reviews } = view.proceedings;
  const nextOf = {
    'ask-maker': 'ask-normative-maker',
    'maker-reply': 'record-maker-reply',
    handle: 'conclude-normative-review',
    refer: 'refer-normative-review',
    referred: 'conclude-normative-review',
    concluded: null,
  } as const;
  return (
    <Panel
      title={w.title}
      extra={<Act view={view} onStep={onStep} step="begin-normative-review" label={w.begin} look="plain" />}
    >
      {reviews.length === 0 && <p className="rd-muted">{w.none}</p>}
      {reviews.map((r) => {
        const next = nextOf[r.state];
        const told = [
          r.askedOn === null ? null : w.asked(plainDay(r.askedOn, language)),
          r.repliedOn === null ? null : w.replied(plainDay(r.repliedOn, language)),
          r.referred === null ? null : w.referred(plainDay(r.referred.on, language), r.referred.to),
          r.concluded === null
            ? null
            : w.concluded(
                plainDay(r.concluded.on, language),
                labels.optionOf('normativeResult', r.concluded.result, view.law),
              ),
        ].filter((part) => part !== null);
        const clocks = view.clocks.filter((k) => r.clockIds.includes(k.id));
        return (
          <section key={r.seq} className="rw-review">
            <h3 className="rw-ask-name">
              {r.subject} <Chip tone={r.state === 'concluded' ? 'jade' : 'ink'}>{w.states[r.state]}</Chip>
            </h3>
            <p className="rd-muted rd-small">
              {[
                `${w.maker}${words.colon}${r.maker}`,
                r.competent ? w.competent : w.notCompetent,
                labels.article(`ARL2023 ${r.article}`),
              ].join(' · ')}
            </p>
            {told.length > 0 && <p className="rd-small">{told.join(words.semicolon)}</p>}
            {r.concluded !== null && r.concluded.summary !== '' && <p className="rw-said">{r.concluded.summary}</p>}
            {clocks.length > 0 && (
              <ul className="rw-plain-list">
                {clocks.map((k) => (
                  <li key={k.id} className="rd-small">
                    {labels.ruleAct(k.ruleId)}
                    {words.colon}
                    {k.due === null ? words.clocks.unknownDue : fullDay(k.due, language)}
                    {' · '}
                    {k.metOn !== null
                      ? k.status === 'late'
                        ? words.clocks.lateMet(shortDay(k.metOn, language))
                        : words.clocks.met(shortDay(k.metOn, language))
                      : leftInWords(k, words)}
                  </li>
                ))}
              </ul>
            )}
            {next !== null && (
              <div className="rw-acts rd-no-print">
                <Act view={view} onStep={onStep} step={next} label={labels.step(next)} />
              </div>
            )}
          </section>
        );
      })}
    </Panel>
  );
}

function StopsPanel({ view, onStep }: TabProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.proceedings.stops;
  const { stops } = view.proceedings;
  return (
    <Panel
      title={w.title}
      extra={
        <>
          <Act view={view} onStep={onStep} step="exclude-span" label={w.add} look="plain" />{' '}
          <Act view={view} onStep={onStep} step="resume" label={w.resume} look="plain" />
        </>
      }
    >
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {stops.length === 0 && <p className="rd-muted">{w.none}</p>}
      {stops.length > 0 && (
        <BriefTable
          label={w.title}
          rows={stops}
          rowKey={(s) => String(s.seq)}
          columns={[
            {
              key: 'kind',
              title: w.columns.kind,
              primary: true,
              render: (s) =>
                [
                  w.kinds[s.kind],
                  s.ground === null ? null : labels.optionOf('suspensionGround', s.ground, view.law),
                  s.where,
                ]
                  .filter((part) => part !== null && part !== '')
                  .join(' · '),
            },
            {
              key: 'span',
              title: w.columns.span,
              render: (s) => `${shortDay(s.from, language)} – ${s.to === null ? w.open : shortDay(s.to, language)}`,
            },
            {
              key: 'days',
              title: w.columns.days,
              align: 'end',
              render: (s) => (s.effective ? w.days(s.days) : <Chip tone="dotted">{w.idle}</Chip>),
            },
            {
              key: 'basis',
              title: w.columns.basis,
              card: 'bare',
              render: (s) => (
                <>
                  {labels.article(s.article)} {s.unverified && <Chip tone="dotted">{w.unverified}</Chip>}
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
