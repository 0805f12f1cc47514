import type { AskView } from '@redress/domain/reconsideration/proceedings-types';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { Chip, type ChipTone } from '@redress/ui/chip';
import { Panel } from '@redress/ui/panel';
import { RemindButton } from '../../lib/case-file/remind-button.tsx';
import { fullDay, leftInWords, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import './proceedings.css';

const tones: Record<AskView['state'], ChipTone> = {
  open: 'ink',
  overdue: 'red',
  waiting: 'dotted',
  returned: 'amber',
  done: 'jade',
  'done-late': 'amber',
};
const isOver = (ask: AskView): boolean => ask.state === 'done' || ask.state === 'done-late';

interface AsksProps {
  view: CaseView;
  onStep: (step: string, about?: string) => void;
}

/** What a department is asked for: by when, what follows if nothing comes, and the button that does it. */
export function AsksPanel({ view, onStep }: AsksProps) {
  const { words } = useLanguage();
  const w = words.proceedings.asks;
  const isOffice = view.audience === 'reviewing';
  const internal = isOffice || view.audience === 'superior';
  // What is still to be done stands first, each kind in the order of the law.
  const asks = view.asks.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
  if (internal && asks.length === 0) return null;
  const waits = isOffice && view.waiting.who === 'respondent';
  return (
    <Panel title={internal ? w.title : w.ownTitle} extra={waits ? <RemindButton view={view} /> : undefined}>
      {asks.length === 0 && <p className="rd-muted">{w.none}</p>}
      <ul className="rw-asks">
        {asks.map((ask) => (
          <OneAsk key={ask.key} ask={ask} view={view} internal={internal} onStep={onStep} />
        ))}
      </ul>
    </Panel>
  );
}

function OneAsk({ ask, view, internal, onStep }: AsksProps & { ask: AskView; internal: boolean }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.proceedings.asks;
  const clock = view.clocks.find((k) => k.id === ask.clockId);
  const isOpen = ask.state === 'open' || ask.state === 'overdue' || ask.state === 'returned';
  const paper =
    ask.document === null
      ? null
      : [labels.documentKind(ask.document.kind), ask.document.number].filter(Boolean).join(' ');
  const detail = [
    internal ? ask.organName : null,
    paper,
    ask.kind === 'acknowledge' ? null : ask.subject,
    ask.askedOn === null ? null : w.asked(shortDay(ask.askedOn, language)),
  ].filter((part) => part !== null && part !== '');
  const hasLimit = ask.kind === 'reply' || ask.kind === 'perform' || ask.kind === 'opinion-letter';
  const due =
    ask.due === null
      ? hasLimit && isOpen
        ? w.unknownDue
        : null
      : ask.kind === 'hearing'
        ? w.on(fullDay(ask.due, language))
        : w.by(fullDay(ask.due, language));
  const act = ask.step === null || internal ? null : w.acts[ask.step as keyof typeof w.acts];
  return (
    <li className="rw-ask" data-over={isOver(ask) ? '' : undefined}>
      <div className="rw-ask-text">
        <h3 className="rw-ask-name">
          {w.kinds[ask.kind]} <Chip tone={tones[ask.state]}>{w.states[ask.state]}</Chip>
        </h3>
        <p className="rd-muted rd-small">{detail.join(' · ')}</p>
        {due !== null && !isOver(ask) && (
          <p className={ask.state === 'overdue' ? 'rd-tone-red' : undefined}>
            {due}
            {clock !== undefined && isOpen && ask.due !== null && ` · ${leftInWords(clock, words)}`}
          </p>
        )}
        {ask.doneOn !== null && <p className="rd-small">{w.done(fullDay(ask.doneOn, language))}</p>}
        {ask.returned !== null && (
          <p className="rd-small">
            {w.returned}
            {words.colon}
            {ask.returned}
          </p>
        )}
        {!internal && ask.kind === 'hearing' && <p className="rd-small">{w.leader}</p>}
        {!internal && ask.state === 'overdue' && <p className="rd-small">{w.late}</p>}
        {!internal && isOpen && ask.consequences.length > 0 && (
          <p className="rw-ask-if rd-small">
            <span className="rd-muted">
              {w.ifNot}
              {words.colon}
            </span>
            {ask.consequences.map((code) => labels.consequence(code)).join(words.semicolon)}
            {ask.article !== null && <span className="rd-muted">{words.bracketed(labels.article(ask.article))}</span>}
          </p>
        )}
      </div>
      <div className="rw-ask-acts rd-no-print">
        {act !== null && (isOpen || ask.kind === 'acknowledge') && (
          <button
            type="button"
            className="rd-btn"
            data-look={isOpen ? 'primary' : undefined}
            onClick={() => onStep(ask.step ?? '', ask.about ?? undefined)}
          >
            {act}
          </button>
        )}
        {view.audience === 'reviewing' && ask.kind === 'perform' && ask.state === 'waiting' && (
          <>
            <button type="button" className="rd-btn" data-look="primary" onClick={() => onStep('record-performance')}>
              {w.confirm}
            </button>
            <button type="button" className="rd-btn" onClick={() => onStep('return-performance-report')}>
              {w.sendBack}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
