import { articleOfNotice, noticeRules } from '@redress/domain/litigation/notice-checks';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import type { Seat } from './appearance-types.ts';

/** Whether the organ was told three days before the session: when it was served, and each rule that was held against it. */
export function NoticeCheck({ seat }: { seat: Pick<Seat, 'servedOn' | 'noticeRules' | 'noticeLate'> }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.appearances.notice;
  if (seat.servedOn === null) return <span className="rw-court-line rd-muted">{w.notServed}</span>;
  return (
    <>
      <span className="rw-court-line">{w.served(plainDay(seat.servedOn, language))}</span>
      {noticeRules
        .filter((rule) => seat.noticeRules.includes(rule))
        .map((rule) => {
          const isLate = seat.noticeLate.includes(rule);
          return (
            <span key={rule} className={isLate ? 'rw-court-line rd-tone-amber' : 'rw-court-line'}>
              {w.check(w.of[rule], isLate)} <span className="rd-muted">{labels.article(articleOfNotice[rule])}</span>
            </span>
          );
        })}
    </>
  );
}
