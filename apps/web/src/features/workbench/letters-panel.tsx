import { Panel } from '@redress/ui/panel';
import { Link } from '@tanstack/react-router';
import { dayInList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { useOwnLetters } from './own-letters.ts';

/** Opinion letters that the department has still to answer, also in cases in which it is no respondent. */
export function LettersPanel() {
  const { words, language } = useLanguage();
  const { today } = useSession();
  const labels = useLabels();
  const w = words.workbench.letters;
  const open = useOwnLetters().all.filter(({ ask }) => ask.state === 'open' || ask.state === 'overdue');
  if (open.length === 0) return null;
  return (
    <Panel title={w.title}>
      <p className="rd-muted rd-small rw-panel-lead">{w.lead}</p>
      <ul className="rw-lines">
        {open.map(({ caseId, organName, ask }) => (
          <li key={ask.key}>
            <div>
              <Link to="/cases/$id" params={{ id: caseId }}>
                {ask.document?.number ?? labels.documentKind('opinion-letter')}
              </Link>{' '}
              <span className="rd-muted">{organName}</span>
              {ask.due !== null && (
                <span className={`rw-line rd-small ${ask.state === 'overdue' ? 'rd-tone-red' : 'rd-muted'}`}>
                  {[
                    w.by(dayInList(ask.due, today, language)),
                    ...ask.consequences.slice(0, 1).map(labels.consequence),
                  ].join(words.separator)}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
