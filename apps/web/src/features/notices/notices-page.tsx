import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../lib/failure.ts';
import { instant } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { MailPanel } from './mail-panel.tsx';
import { type Notice, noticeWords, toneOf } from './notice-words.ts';
import './notices.css';

export interface NoticesPageProps {
  readonly unread: boolean;
  readonly onUnread: (unread: boolean) => void;
}

/** What one was told, newest first; opening a case marks its notice as read. */
export function NoticesPage({ unread, onUnread }: NoticesPageProps) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const w = words.notices;
  const labels = useLabels();
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(
    trpc.notices.list.infiniteQueryOptions(
      { unread },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null },
    ),
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.notices.pathKey() });
  const read = useMutation(trpc.notices.markRead.mutationOptions({ onSettled: refresh }));
  const readAll = useMutation(trpc.notices.markAllRead.mutationOptions({ onSettled: refresh }));
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const newest = rows?.[0];
  const hasUnread = rows?.some((row) => !row.read) === true;
  return (
    <>
      <PageHeader
        title={w.title}
        lead={w.lead}
        actions={
          hasUnread && newest !== undefined ? (
            <button
              type="button"
              className="rd-btn"
              aria-busy={readAll.isPending || undefined}
              onClick={() => readAll.mutate({ until: newest.createdAt })}
            >
              {w.markAllRead}
            </button>
          ) : undefined
        }
      />
      <fieldset className="rw-notice-filter rd-no-print">
        <legend className="rd-sr">{w.show}</legend>
        <button type="button" className="rd-btn" aria-pressed={!unread} onClick={() => onUnread(false)}>
          {w.all}
        </button>
        <button type="button" className="rd-btn" aria-pressed={unread} onClick={() => onUnread(true)}>
          {w.onlyUnread}
        </button>
      </fieldset>
      <Panel>
        {list.isPending && <LoadingSkeleton label={words.loading} />}
        {list.isError && (
          <ErrorState
            title={w.failed}
            detail={labels.failure(failureOf(list.error))}
            retry={{ label: words.retry, onRetry: () => void list.refetch() }}
          />
        )}
        {rows !== undefined && rows.length === 0 && (
          <EmptyState title={unread ? w.emptyUnread : w.empty} detail={unread ? undefined : w.emptyDetail} />
        )}
        {rows !== undefined && rows.length > 0 && (
          <ul className="rw-notices">
            {rows.map((row) => (
              <NoticeLine key={row.id} notice={row} onRead={() => !row.read && read.mutate({ ids: [row.id] })} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <button
            type="button"
            className="rd-btn"
            aria-busy={list.isFetchingNextPage || undefined}
            onClick={() => void list.fetchNextPage()}
          >
            {list.isFetchingNextPage ? w.loadingMore : w.more}
          </button>
        )}
      </Panel>
      <MailPanel />
    </>
  );
}

function NoticeLine({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { words, language } = useLanguage();
  const w = words.notices;
  const labels = useLabels();
  const said = noticeWords(notice, words, labels, language);
  const tone = toneOf(notice);
  const named = [notice.caseNumber ?? w.unnumbered, notice.caseTitle].filter(Boolean).join(' ');
  return (
    <li className="rw-notice" data-unread={notice.read ? undefined : ''}>
      <div>
        <p className="rw-notice-said">
          {!notice.read && <Chip tone="ink">{w.unread}</Chip>}
          <span data-tone={tone}>{said}</span>
        </p>
        {!notice.hidden && notice.kind === 'reminded' && notice.params.text !== '' && (
          <p className="rw-notice-text">{notice.params.text}</p>
        )}
        <p className="rw-notice-case">
          {notice.caseId !== null && (
            <Link
              to={notice.caseKind === 'litigation' ? '/lawsuits/$id' : '/cases/$id'}
              params={{ id: notice.caseId }}
              onClick={onRead}
            >
              {named}
            </Link>
          )}
          {notice.hidden && <span className="rd-muted">{w.hidden}</span>}
          {!notice.hidden && notice.kind === 'hand-over-asked' && (
            <Link to="/cases/hand-over" search={{ from: notice.params.from }} onClick={onRead}>
              {w.openHandOver}
            </Link>
          )}
          {notice.kind === 'backup-failed' && (
            <Link to="/office/backups" onClick={onRead}>
              {w.openBackups}
            </Link>
          )}
          <span className="rd-muted">{instant(notice.createdAt, language)}</span>
        </p>
      </div>
      {!notice.read && (
        <button
          type="button"
          className="rd-btn rd-no-print"
          data-look="plain"
          aria-label={`${w.markRead}：${said}`}
          onClick={onRead}
        >
          {w.markRead}
        </button>
      )}
    </li>
  );
}
