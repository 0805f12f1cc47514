import { NoticeBar } from '@redress/ui/notice-bar';
import { plainDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useLabels } from '../use-labels.ts';
import type { CaseFile } from './case-forms.tsx';

/** Somebody else acted first: what was recorded since the version this form was filled from. */
export function StaleNotice({ view, since }: { view: CaseFile; since: number }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const fresh = view.timeline.filter((item) => item.seq > since);
  return (
    <NoticeBar tone="warn" word={words.notice.warn}>
      {words.step.stale}
      {fresh.length > 0 && (
        <ul className="rw-plain-list" aria-label={words.step.staleSince}>
          {fresh.map((item) => (
            <li key={item.seq}>
              {plainDay(item.occurredOn, language)} {labels.entry(item.type, item.payload)}{' '}
              <span className="rd-muted">{words.bracketed(item.recordedByName)}</span>
            </li>
          ))}
        </ul>
      )}
    </NoticeBar>
  );
}
