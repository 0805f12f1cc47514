import { roles } from '@redress/domain/access/roles';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useCallback, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { FindField } from './find-field.tsx';
import { LeaveDrawer } from './leave-drawer.tsx';
import type { PartProps } from './office-page.tsx';
import { TakeDrawer } from './take-drawer.tsx';

export type PostRow = Outputs['office']['posts']['rows'][number];

/** Who holds what, from when to when. */
export function PostsPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const manages = usePermission('office.manage');
  const w = words.office.posts;
  const leaderRanks: Readonly<Record<string, string>> = w.ranks;
  const [open, setOpen] = useState<'take' | PostRow | null>(null);
  const q = search.q ?? '';
  const find = useCallback((text: string) => onSearch({ q: text === '' ? undefined : text }), [onSearch]);
  const list = useInfiniteQuery(
    trpc.office.posts.infiniteQueryOptions(
      {
        past: search.past === true,
        ...(q === '' ? {} : { q }),
        ...(search.role === undefined ? {} : { role: search.role }),
      },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <Panel>
      <div className="rw-office-bar">
        <FindField label={words.office.search} value={q} onFind={find} />
        <Select
          aria-label={w.role}
          className="rw-office-find"
          allowClear
          placeholder={w.allRoles}
          value={search.role}
          options={roles.map((value) => ({ value, label: labels.role(value) }))}
          onChange={(role) => onSearch({ role })}
        />
        <Checkbox
          checked={search.past === true}
          onChange={(event) => onSearch({ past: event.target.checked ? true : undefined })}
        >
          {w.past}
        </Checkbox>
        {manages && (
          <button type="button" className="rd-btn" data-look="primary" onClick={() => setOpen('take')}>
            {w.take}
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
            key: 'person',
            title: w.person,
            primary: true,
            width: '110px',
            render: (row) => <span className="rd-strong">{row.name}</span>,
          },
          {
            key: 'role',
            title: w.role,
            width: 'minmax(0, 2fr)',
            card: 'line',
            render: (row) => (
              <span className="rw-office-lines">
                <span>{labels.role(row.role)}</span>
                <span className="rd-muted rd-small">{row.title}</span>
                {row.rank !== null && (
                  <span className="rd-muted rd-small">
                    {[leaderRanks[row.rank], row.charge].filter((part) => part).join(' · ')}
                  </span>
                )}
              </span>
            ),
          },
          { key: 'organ', title: w.organ, width: 'minmax(0, 1.6fr)', render: (row) => row.organName },
          {
            key: 'span',
            title: w.span,
            width: 'minmax(0, 1.6fr)',
            render: (row) => (
              <span className="rw-office-lines">
                <span>{words.office.since(plainDay(row.from, language))}</span>
                <span className="rd-muted rd-small">
                  {row.leftOn !== null ? w.left(plainDay(row.leftOn, language)) : row.from > today ? w.future : ''}
                </span>
              </span>
            ),
          },
          {
            key: 'acts',
            title: words.office.actions,
            width: '80px',
            card: manages ? 'bare' : 'hidden',
            render: (row) =>
              manages && row.leftOn === null && row.held ? (
                <button
                  type="button"
                  className="rd-btn rw-small"
                  data-look="plain"
                  aria-label={`${w.leave} ${row.name} ${labels.role(row.role)}`}
                  onClick={() => setOpen(row)}
                >
                  {w.leave}
                </button>
              ) : null,
          },
        ]}
      />
      {open === 'take' && <TakeDrawer onClose={() => setOpen(null)} />}
      {open !== null && open !== 'take' && <LeaveDrawer post={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
