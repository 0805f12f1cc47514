import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { DefinitionList } from '@redress/ui/definition-list';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { Ledger } from '../../lib/case-file/ledger.tsx';
import { useCategoryName } from '../../lib/category-name.ts';
import { plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';

/** How many of the latest entries the overview shows. */
const recent = 8;

/** The record of an oral application (22(3)); null for every other, and for whom it is not meant. */
function oralRecord({ timeline }: CaseView): string | null {
  const oral = timeline.find((item) => item.type === 'application-received')?.payload.oral;
  const record = typeof oral === 'object' && oral !== null && 'record' in oral ? oral.record : null;
  return typeof record === 'string' && record !== '' ? record : null;
}

/** What the case is about, and its latest entries. */
export function OverviewTab({
  view,
  onAllTimeline,
  onCorrect,
}: {
  view: CaseView;
  onAllTimeline: () => void;
  onCorrect: (seq: number) => void;
}) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { act } = view;
  const category = useCategoryName(act?.category ?? null, view.receivedOn);
  const day = (d: NonNullable<CaseView['receivedOn']>) => plainDay(d, language);
  const oral = oralRecord(view);
  const items = [
    ...(act === null
      ? []
      : [
          {
            key: 'act',
            term: words.file.actName,
            value: [[act.number, act.name].filter(Boolean).join(' '), act.content].filter(Boolean).join(' · '),
          },
          {
            key: 'known',
            term: words.file.madeKnown,
            value: [
              act.madeOn === null ? null : words.file.madeOn(day(act.madeOn)),
              act.knownOn === null
                ? null
                : words.file.knownOn(shortDay(act.knownOn, language), labels.knownHow(act.knownHow)),
            ]
              .filter((part) => part !== null)
              .join(words.separator),
          },
          { key: 'requests', term: words.file.requests, value: view.requests ?? words.notOnRecord },
          {
            key: 'matter',
            term: words.file.matter,
            value: [labels.matter(act.matter), category].filter((part) => part !== '').join(' · '),
          },
        ]),
    ...(view.channel === null || view.filedOn === null || view.receivedOn === null
      ? []
      : [
          {
            key: 'channel',
            term: words.file.channel,
            value: words.file.channelText(labels.channel(view.channel), day(view.filedOn), day(view.receivedOn)),
          },
        ]),
    { key: 'law', term: words.file.law, value: words.file.laws[view.law] },
    {
      key: 'handlers',
      term: words.file.handlers,
      value:
        view.handlers.length === 0 ? words.file.unassigned : view.handlers.map((h) => h.name).join(words.listSeparator),
    },
  ];

  return (
    <>
      {view.contradictions.length > 0 && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          <p>{words.file.contradictions}</p>
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
      <Panel title={words.file.act}>
        <DefinitionList items={items} termWidth={language === 'en' ? '128px' : undefined} />
        {view.grounds !== null && (
          <details className="rw-grounds">
            <summary>{words.file.grounds}</summary>
            <p className="rw-prose">{view.grounds}</p>
          </details>
        )}
        {oral !== null && (
          <details className="rw-grounds">
            <summary>{words.intake.oral.title}</summary>
            <p className="rw-prose">{oral}</p>
          </details>
        )}
      </Panel>
      <Panel
        title={words.file.tabs.timeline}
        extra={
          view.timeline.length > recent ? (
            <button type="button" className="rd-btn rw-small" data-look="plain" onClick={onAllTimeline}>
              {words.file.allTimeline} {view.timeline.length}
            </button>
          ) : undefined
        }
      >
        <Ledger view={view} limit={recent} onCorrect={onCorrect} />
      </Panel>
    </>
  );
}
