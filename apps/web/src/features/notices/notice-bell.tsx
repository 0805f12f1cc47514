import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import './notices.css';

const EVERY_MS = 60_000;

/** What is new, at the top right of every page: how much one has not read, and the way to it. */
export function NoticeBell() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const unread = useQuery(
    trpc.notices.unread.queryOptions(undefined, { refetchInterval: EVERY_MS, refetchOnWindowFocus: true }),
  );
  const { count, more } = unread.data ?? { count: 0, more: false };
  const shown = more ? `${count}+` : String(count);
  return (
    <Link
      to="/notices"
      className="rw-bell"
      aria-label={count === 0 ? words.notices.bellNone : words.notices.bell(shown)}
      title={words.notices.title}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path
          d="M10 2.5a5 5 0 0 0-5 5v3.2L3.6 13.6a.6.6 0 0 0 .5.9h11.8a.6.6 0 0 0 .5-.9L15 10.7V7.5a5 5 0 0 0-5-5Zm-2 13.4a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {count > 0 && (
        <span className="rw-bell-count" aria-hidden="true">
          {shown}
        </span>
      )}
    </Link>
  );
}
