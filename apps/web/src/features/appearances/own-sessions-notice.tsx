import { NoticeBar } from '@redress/ui/notice-bar';
import { Link } from '@tanstack/react-router';
import { fullDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useOwnSessions } from './own-sessions.tsx';

/** Above a head's workbench: the next session they go to. */
export function OwnSessionsNotice() {
  const { words, language } = useLanguage();
  const { ahead } = useOwnSessions();
  const next = ahead[0];
  if (next === undefined) return null;
  const w = words.appearances.own;
  return (
    <NoticeBar
      tone="info"
      word={w.title}
      action={
        <Link className="rd-btn rw-small" to="/" search={{ desk: 'court' }}>
          {words.open}
        </Link>
      }
    >
      {w.lead(ahead.length)} {fullDay(next.session.on, language)} {next.session.time} {next.session.courtNumber}
    </NoticeBar>
  );
}
