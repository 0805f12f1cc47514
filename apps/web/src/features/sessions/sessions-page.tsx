import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { currentSessionToken, listSessions, revokeOtherSessions, revokeSession } from '../../lib/auth.ts';
import { instant } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnPosts } from './own-posts.tsx';

const key = ['auth', 'sessions'];

/** Where one's own account is signed in, and how to end it. */
export function SessionsPage() {
  const { words, language } = useLanguage();
  const queryClient = useQueryClient();
  const sessions = useQuery({
    queryKey: key,
    queryFn: async () => {
      const [all, current] = await Promise.all([listSessions(), currentSessionToken()]);
      return { all, current };
    },
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: key });
  const revoke = useMutation({ mutationFn: revokeSession, onSettled: refresh });
  const revokeOthers = useMutation({ mutationFn: revokeOtherSessions, onSettled: refresh });

  const data = sessions.data;
  const others = data?.all.filter((session) => session.token !== data.current) ?? [];
  return (
    <>
      <PageHeader
        title={words.sessions.title}
        lead={words.sessions.lead}
        actions={
          others.length > 0 ? (
            <button type="button" className="rd-btn" onClick={() => revokeOthers.mutate()}>
              {words.sessions.revokeOthers}
            </button>
          ) : undefined
        }
      />
      <Panel>
        {sessions.isPending && <LoadingSkeleton label={words.loading} />}
        {sessions.isError && (
          <ErrorState
            title={words.sessions.failed}
            detail={words.errors.unreachable}
            retry={{ label: words.retry, onRetry: () => void sessions.refetch() }}
          />
        )}
        {data?.all.map((session) => {
          const current = session.token === data.current;
          return (
            <PersonLine
              key={session.id}
              name={deviceName(session.userAgent) ?? words.sessions.unknownDevice}
              chips={current ? <Chip tone="jade">{words.sessions.current}</Chip> : undefined}
              detail={[
                session.ipAddress,
                words.sessions.since(instant(session.createdAt, language)),
                words.sessions.until(instant(session.expiresAt, language)),
              ]
                .filter((part) => part !== null && part !== '')
                .join(' · ')}
              actions={
                current ? undefined : (
                  <button
                    type="button"
                    className="rd-btn"
                    aria-busy={revoke.isPending || undefined}
                    onClick={() => revoke.mutate(session.token)}
                  >
                    {words.sessions.revoke}
                  </button>
                )
              }
            />
          );
        })}
        {data !== undefined && others.length === 0 && <EmptyState title={words.sessions.empty} />}
      </Panel>
      <OwnPosts />
      <OwnPassword onChanged={() => void refresh()} />
    </>
  );
}

/** The browser and the system out of a user agent: enough to know one's own machines. */
export function deviceName(userAgent: string | null): string | null {
  if (userAgent === null || userAgent === '') return null;
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /(?:Headless)?Chrome\//.test(userAgent)
        ? 'Chrome'
        : /Safari\//.test(userAgent)
          ? 'Safari'
          : null;
  const system = /Windows/.test(userAgent)
    ? 'Windows'
    : /Android/.test(userAgent)
      ? 'Android'
      : /iPhone|iPad/.test(userAgent)
        ? 'iOS'
        : /Mac OS/.test(userAgent)
          ? 'macOS'
          : /Linux/.test(userAgent)
            ? 'Linux'
            : null;
  const parts = [browser, system].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
