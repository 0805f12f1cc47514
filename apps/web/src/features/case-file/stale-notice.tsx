import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { NoticeBar } from '@redress/ui/notice-bar';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';

/** Somebody else acted first: what was recorded since the version this form was filled from. */
export function StaleNotice({ view, since }: { view: CaseView; since: number }) {
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
