import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { TimelineItem } from '@redress/domain/case-view/types';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { Timeline } from '@redress/ui/timeline';
import { instantDay, plainDay, shortDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import type { CaseFile } from '../step-form/case-forms.tsx';
import { useLabels } from '../use-labels.ts';
import { entryDetail } from './entry-detail.ts';

/** 经过: the whole ledger, newest first. */
export function TimelineTab({ view, onCorrect }: { view: CaseFile; onCorrect: (seq: number) => void }) {
  return (
    <Panel>
      <Ledger view={view} onCorrect={onCorrect} />
    </Panel>
  );
}

interface LedgerProps {
  view: CaseFile;
  /** At most so many of the newest; all when left out. */
  limit?: number;
  onCorrect: (seq: number) => void;
}

/** The entries as people read them: newest first, corrected ones struck with what replaced them. */
export function Ledger({ view, limit, onCorrect }: LedgerProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const newest = view.timeline.toReversed().slice(0, limit);
  const mayCorrect = view.nextSteps.some((step) => step.step === 'correct-entry' && step.verdict !== 'refused');
  if (newest.length === 0) return <EmptyState title={words.file.empty.timeline} />;

  const year = view.today.slice(0, 4);
  const dayOf = (item: TimelineItem) =>
    item.occurredOn.startsWith(year) ? shortDay(item.occurredOn, language) : plainDay(item.occurredOn, language);
  const by = (item: TimelineItem) => words.file.recordedBy(item.recordedByName, instantDay(item.recordedAt, language));

  return (
    <Timeline
      label={words.file.tabs.timeline}
      entries={newest.map((item) => {
        const effects = item.effects
          .map((effect) => {
            const rule = labels.ruleAct(effect.ruleId);
            const days = [effect.from, effect.due].flatMap((d) => (d === null ? [] : [shortDay(d, language)]));
            const due = days.length === 0 ? '' : ` ${days.join(' → ')}`;
            return `${words.step.changes[effect.effect]} ${rule}${due}`;
          })
          .join(words.listSeparator);
        const detail = [
          entryDetail(item, view, labels, words, language),
          item.doneBy === null ? '' : words.file.doneBy(item.doneBy.name, item.doneBy.title),
        ]
          .filter((part) => part !== '')
          .join(' · ');
        return {
          key: String(item.seq),
          date: item.occurredTime === null ? dayOf(item) : `${dayOf(item)} ${item.occurredTime}`,
          dateTime: item.occurredOn,
          title: labels.entry(item.type, item.payload),
          ...(detail === '' && effects === ''
            ? {}
            : {
                detail: (
                  <>
                    {detail}
                    {effects !== '' && <span className="rw-effects"> → {effects}</span>}
                  </>
                ),
              }),
          by: (
            <>
              {by(item)}
              {mayCorrect && item.correctable && item.standing.is !== 'annulled' && (
                <button
                  type="button"
                  className="rd-btn rw-correct"
                  data-look="plain"
                  aria-label={words.file.correctThis(`${dayOf(item)} ${labels.entry(item.type, item.payload)}`)}
                  onClick={() => onCorrect(item.seq)}
                >
                  {words.file.correct}
                </button>
              )}
            </>
          ),
          badges: (
            <>
              {item.irregular !== null && <Chip tone="amber">{words.file.irregular}</Chip>}
              {item.standing.is === 'replaced' && (
                <Chip tone="dotted">
                  {item.standing.was.occurredOn === item.occurredOn
                    ? words.file.replaced
                    : words.file.replacedFrom(shortDay(item.standing.was.occurredOn, language))}
                </Chip>
              )}
              {item.standing.is === 'annulled' && <Chip tone="dotted">{words.file.annulled}</Chip>}
            </>
          ),
          // A replaced entry is shown as it now counts; only an annulled one no longer does.
          ...(item.standing.is === 'annulled' ? { state: 'annulled' as const, stateLabel: words.file.annulled } : {}),
          ...(item.standing.is === 'original'
            ? {}
            : {
                correction: <Corrections item={item} />,
              }),
          ...(item.irregular === null
            ? {}
            : {
                children: (
                  <p className="rd-small rd-muted">
                    {item.irregular.codes.map((code) => labels.reason(code, {})).join(words.listSeparator)}
                    {words.semicolon}
                    {words.file.why}
                    {words.colon}
                    {item.irregular.reason}
                  </p>
                ),
              }),
        };
      })}
    />
  );
}

/** Every correction of an entry, oldest first: who recorded it, when, from what to what, and why. */
function Corrections({ item }: { item: TimelineItem }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const said = (value: string | number | boolean | null, field: string): string => {
    if (value === null) return words.notOnRecord;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'string' && isCivilDate(value)) return plainDay(value, language);
    return labels.isCode(item.type, field) ? '' : String(value);
  };
  return (
    <ol className="rw-plain-list">
      {item.corrections.map((one) => {
        const moved = one.now !== null && one.now.occurredOn !== one.was.occurredOn;
        const changes = [
          ...(moved && one.now !== null
            ? [`${plainDay(one.was.occurredOn, language)} → ${plainDay(one.now.occurredOn, language)}`]
            : []),
          ...one.changes.map((change) => {
            const [from, to] = [said(change.from, change.field), said(change.to, change.field)];
            const name = labels.fieldAt(change.field);
            return from === '' || to === '' ? name : `${name}${words.colon}${from} → ${to}`;
          }),
        ];
        return (
          <li key={one.seq}>
            {[
              one.kind === 'annulled' ? words.file.annulled : words.file.replaced,
              ...changes,
              ...(one.why === '' ? [] : [`${words.file.why}${words.colon}${one.why}`]),
              words.file.recordedBy(one.by, instantDay(one.recordedAt, language)),
            ].join(words.semicolon)}
          </li>
        );
      })}
    </ol>
  );
}
