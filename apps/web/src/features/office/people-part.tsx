import { Chip } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { FilterChips } from '@redress/ui/filter-chips';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { instant } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { AccountDrawer, type AccountStep } from './account-drawer.tsx';
import { FindField } from './find-field.tsx';
import type { PartProps } from './office-page.tsx';
import { OneTimePassword, type Secret } from './one-time-password.tsx';

export type AccountRow = Outputs['office']['accounts']['rows'][number];
type Open = { readonly step: AccountStep; readonly account: AccountRow | null } | null;
const states = ['open', 'suspended', 'without-post'] as const;

/** What may be done to an account as it stands. */
function stepsFor(account: AccountRow, own: boolean): AccountStep[] {
  const steps: AccountStep[] = ['rename-account'];
  if (account.suspended) return [...steps, 'restore-account'];
  if (account.locked) steps.push('unlock-account');
  if (own) return steps;
  steps.push('reset-password');
  if (account.sessions > 0) steps.push('sign-out-everywhere');
  return [...steps, 'suspend-account'];
}

/** People and their accounts. */
export function PeoplePart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const session = useSession();
  const manages = usePermission('accounts.manage');
  const w = words.office.people;
  const [open, setOpen] = useState<Open>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const q = search.q ?? '';
  const find = useCallback((text: string) => onSearch({ q: text === '' ? undefined : text }), [onSearch]);
  const list = useInfiniteQuery(
    trpc.office.accounts.infiniteQueryOptions(
      { ...(q === '' ? {} : { q }), ...(search.state === undefined ? {} : { state: search.state }) },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const act: Readonly<Record<AccountStep, string>> = {
    'open-account': w.open,
    'rename-account': w.rename,
    'suspend-account': w.suspend,
    'restore-account': w.restore,
    'reset-password': w.reset,
    'unlock-account': w.unlock,
    'sign-out-everywhere': w.signOut,
  };

  return (
    <Panel>
      <div className="rw-office-bar">
        <FindField label={words.office.search} value={q} onFind={find} />
        <FilterChips
          label={w.filter}
          mode="single"
          options={states.map((value) => ({ value, label: w.filters[value] }))}
          selected={search.state === undefined ? [] : [search.state]}
          onChange={([state]) => onSearch({ state: states.find((s) => s === state) })}
        />
        {manages && (
          <button
            type="button"
            className="rd-btn"
            data-look="primary"
            onClick={() => setOpen({ step: 'open-account', account: null })}
          >
            {w.open}
          </button>
        )}
      </div>
      <DataList
        label={w.title}
        rows={rows}
        rowKey={(row) => row.id}
        loadingLabel={words.loading}
        empty={<EmptyState title={w.empty} detail={w.emptyDetail} />}
        error={
          list.isError ? (
            <ErrorState
              title={words.office.failed}
              detail={labels.failure(failureOf(list.error))}
              retry={{ label: words.retry, onRetry: () => void list.refetch() }}
            />
          ) : undefined
        }
        summary={rows === undefined ? undefined : words.office.shown(rows.length)}
        more={
          list.hasNextPage
            ? {
                label: words.office.more,
                loadingLabel: words.office.moreLoading,
                loading: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              }
            : undefined
        }
        columns={[
          {
            key: 'name',
            title: w.name,
            primary: true,
            width: 'minmax(0, 1.4fr)',
            render: (row) => (
              <span className="rw-office-lines">
                <span className="rd-strong">{row.name}</span>
                <span className="rd-muted rd-small">{row.username}</span>
              </span>
            ),
          },
          {
            key: 'posts',
            title: w.posts,
            width: 'minmax(0, 2.2fr)',
            card: 'line',
            render: (row) =>
              row.posts.length === 0 ? (
                <span className="rd-muted">{w.noPosts}</span>
              ) : (
                <span className="rw-office-lines">
                  {row.posts.map((post) => (
                    <span key={post.id}>
                      {labels.role(post.role)} <span className="rd-muted rd-small">{post.organName}</span>
                    </span>
                  ))}
                </span>
              ),
          },
          {
            key: 'state',
            title: w.state,
            width: 'minmax(0, 1.4fr)',
            render: (row) => (
              <span className="rw-office-lines">
                <span>
                  {row.suspended ? <Chip tone="amber">{w.suspended}</Chip> : <Chip>{w.inUse}</Chip>}{' '}
                  {row.locked && <Chip tone="amber">{w.locked}</Chip>}
                </span>
                <span className="rd-muted rd-small">
                  {row.mustChange ? w.mustChange : row.lastAt === null ? '' : w.lastAt(instant(row.lastAt, language))}
                </span>
              </span>
            ),
          },
          {
            key: 'acts',
            title: words.office.actions,
            width: 'minmax(0, 2fr)',
            card: manages ? 'line' : 'hidden',
            render: (row) =>
              manages ? (
                <span className="rw-office-acts">
                  {stepsFor(row, row.id === session.account.id).map((step) => (
                    <button
                      key={step}
                      type="button"
                      className="rd-btn"
                      data-look="plain"
                      aria-label={`${act[step]} ${row.name}`}
                      onClick={() => setOpen({ step, account: row })}
                    >
                      {act[step]}
                    </button>
                  ))}
                </span>
              ) : null,
          },
        ]}
      />
      {open !== null && (
        <AccountDrawer
          step={open.step}
          account={open.account}
          title={act[open.step]}
          onClose={() => setOpen(null)}
          onSecret={setSecret}
        />
      )}
      {secret !== null && <OneTimePassword secret={secret} onClose={() => setSecret(null)} />}
    </Panel>
  );
}
