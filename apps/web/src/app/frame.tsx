import { AppShell, type RailItem } from '@redress/ui/app-shell';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LanguageSwitch } from '@redress/ui/language-switch';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { NoticeBell } from '../features/notices/notice-bell.tsx';
import { signOut } from '../lib/auth.ts';
import { failureOf } from '../lib/failure.ts';
import { type Language, useLanguage } from '../lib/language.tsx';
import { actingPost } from '../lib/post.ts';
import { recentCases } from '../lib/recent-cases.ts';
import { type Session, SessionProvider } from '../lib/session.tsx';
import { useTRPC } from '../lib/trpc.ts';
import { useLabels } from '../lib/use-labels.ts';
import { ForcedPassword } from './forced-password.tsx';
import { SearchBox } from './search-box.tsx';

/** The frame of every page behind the sign-in. Without a session it leads to the sign-in and back. */
export function Frame() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const location = useLocation();
  const me = useQuery(trpc.session.me.queryOptions(undefined, { staleTime: 60_000 }));

  if (me.isPending) {
    return (
      <div className="rw-alone">
        <LoadingSkeleton label={words.loading} />
      </div>
    );
  }
  if (me.isError) {
    const failure = failureOf(me.error);
    if (failure.code === 'not-signed-in') {
      // The address changes before the sign-in page has loaded, and this frame is drawn once more: it stays where it is.
      if (location.pathname === '/sign-in') return null;
      return <Navigate to="/sign-in" search={{ to: location.href }} replace />;
    }
    if ('reason' in failure && failure.reason?.code === 'password-must-change') {
      return (
        <ForcedPassword
          onDone={() => void me.refetch()}
          onLeave={() => void signOut().finally(() => window.location.assign('/sign-in'))}
        />
      );
    }
    if (failure.code === 'not-permitted') {
      // Signed in, but without a post today: a new account, or one whose post has ended.
      return (
        <div className="rw-alone">
          <EmptyState
            page
            title={words.errors.noPostTitle}
            detail={words.errors.noPostDetail}
            action={
              <button
                type="button"
                className="rd-btn"
                onClick={() => void signOut().finally(() => window.location.assign('/sign-in'))}
              >
                {words.shell.signOut}
              </button>
            }
          />
        </div>
      );
    }
    return (
      <div className="rw-alone">
        <ErrorState
          title={words.errors.pageTitle}
          detail={labels.failure(failure)}
          retry={{ label: words.retry, onRetry: () => void me.refetch() }}
        />
      </div>
    );
  }
  return (
    <SessionProvider session={me.data}>
      <Shell session={me.data} />
    </SessionProvider>
  );
}

function Shell({ session }: { session: Session }) {
  const trpc = useTRPC();
  const { words, language, setLanguage } = useLanguage();
  const labels = useLabels();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const may = (permission: string) => (session.permissions as readonly string[]).includes(permission);
  const counts = useQuery(trpc.cases.counts.queryOptions(undefined, { enabled: may('cases.read') }));
  const suits = useQuery(trpc.lawsuits.counts.queryOptions(undefined, { enabled: may('cases.read') }));
  const toRegister = useQuery(trpc.intake.count.queryOptions(undefined, { enabled: may('cases.register') }));

  const overdue = (counts.data?.deskOverdue ?? 0) + (suits.data?.deskOverdue ?? 0);
  const open = counts.data?.open ?? 0;
  const waiting = (counts.data?.waitingApproval ?? 0) + (suits.data?.waitingApproval ?? 0);
  const items: RailItem[] = [];
  items.push({
    key: '/',
    label: may('cases.read') ? words.workbench.title : words.shell.start,
    current: pathname === '/',
    counter: overdue > 0 ? { value: overdue, name: words.shell.overdueCount(overdue), tone: 'red' } : undefined,
  });
  if (may('cases.read')) {
    items.push({
      key: '/cases',
      label: words.shell.cases,
      current: pathname.startsWith('/cases'),
      counter: open > 0 ? { value: open, name: words.shell.openCount(open) } : undefined,
    });
  }
  if (may('cases.read')) {
    const n = suits.data?.open ?? 0;
    items.push({
      key: '/lawsuits',
      label: words.suits.nav,
      current: pathname.startsWith('/lawsuits'),
      counter: n > 0 ? { value: n, name: words.suits.navCount(n) } : undefined,
    });
  }
  if (may('cases.read')) {
    const n = suits.data?.toRecord ?? 0;
    items.push({
      key: '/appearances',
      label: words.appearances.nav,
      current: pathname === '/appearances',
      counter: n > 0 ? { value: n, name: words.appearances.navCount(n) } : undefined,
    });
  }
  if (may('cases.register')) {
    const n = toRegister.data?.waiting ?? 0;
    items.push({
      key: '/intake',
      label: words.intake.nav,
      current: pathname === '/intake',
      counter: n > 0 ? { value: n, name: words.intake.navCount(n) } : undefined,
    });
  }
  if (may('reply.file')) {
    items.push({ key: '/letters', label: words.proceedings.letters.title, current: pathname === '/letters' });
  }
  if (may('approvals.read')) {
    items.push({
      key: '/approvals',
      label: words.shell.approvals,
      current: pathname === '/approvals',
      counter: waiting > 0 ? { value: waiting, name: words.shell.approvalCount(waiting) } : undefined,
    });
  }

  const left = useQuery(trpc.office.leftWork.queryOptions(undefined, { enabled: may('approvals.act') }));
  const leavers = left.data?.length ?? 0;
  if (leavers > 0) {
    items.push({
      key: '/left-work',
      label: words.office.leftWork.rail,
      current: pathname === '/left-work',
      counter: { value: leavers, name: words.office.leftWork.railCount(leavers) },
    });
  }
  if (may('office.manage') || may('accounts.manage') || may('audit.read')) {
    const current = pathname.startsWith('/office') && pathname !== '/office/backups';
    items.push({ key: '/office', label: words.office.title, current });
  }
  if (may('backup.manage')) {
    const current = pathname === '/office/backups';
    items.push({ key: '/office/backups', label: words.notices.backup.nav, current });
  }

  async function leave() {
    await signOut().catch(() => undefined);
    actingPost.clear();
    recentCases.clear();
    queryClient.clear();
    await navigate({ to: '/sign-in' });
  }

  const acting = session.posts.find((post) => post.postId === session.acting) ?? session.posts[0];
  return (
    <AppShell
      brand={words.product}
      office={session.office.name}
      groups={[{ key: 'work', items }]}
      bottom={{ key: '/sessions', label: words.shell.sessions, current: pathname === '/sessions' }}
      renderLink={(item, props) => (
        <Link
          // What is current is said by the item: a page below another one is not both.
          activeOptions={{ exact: true }}
          to={
            item.key as '/office' | '/left-work' | '/' | '/cases' | '/lawsuits' | '/intake' | '/approvals' | '/sessions'
          }
          className={props.className}
          aria-current={props['aria-current']}
          onClick={props.onClick}
        >
          {props.children}
        </Link>
      )}
      search={<SearchBox />}
      right={
        <>
          <NoticeBell />
          <LanguageSwitch<Language>
            label={words.shell.language}
            value={language}
            options={[
              { value: 'zh-CN', label: '中文', name: '中文' },
              { value: 'en', label: 'EN', name: 'English' },
            ]}
            onChange={setLanguage}
          />
          {session.posts.length > 1 ? (
            <Select
              aria-label={words.shell.post}
              size="small"
              value={session.acting}
              popupMatchSelectWidth={false}
              options={session.posts.map((post) => ({
                value: post.postId,
                label: `${post.organName} · ${labels.role(post.role)}`,
              }))}
              onChange={(postId) => {
                actingPost.set(postId);
                void queryClient.invalidateQueries();
              }}
            />
          ) : null}
          <span className="rw-me">
            {acting !== undefined && <span className="rd-muted rw-me-role">{labels.role(acting.role)}</span>}
            <span>{session.account.name}</span>
          </span>
          <button type="button" className="rd-btn rw-sign-out" data-look="plain" onClick={() => void leave()}>
            {words.shell.signOut}
          </button>
        </>
      }
      strings={{
        navigation: words.shell.navigation,
        openMenu: words.shell.openMenu,
        closeMenu: words.shell.closeMenu,
        skipToContent: words.shell.skip,
      }}
    >
      <Outlet />
    </AppShell>
  );
}
