import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { OrganDrawer } from './organ-drawer.tsx';
import type { OrganNode } from './organs-part.tsx';

/** The number prefixes, and how far each series has come. */
export function NumbersPart() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const manages = usePermission('office.manage');
  const w = words.office.numbers;
  const [open, setOpen] = useState<OrganNode | null>(null);
  const list = useQuery(trpc.office.numbers.queryOptions());
  const tree = useQuery(trpc.office.organTree.queryOptions(undefined, { enabled: manages }));
  return (
    <Panel>
      <DataList
        label={w.title}
        rows={list.data}
        rowKey={(row) => row.organId}
        loadingLabel={words.loading}
        empty={<EmptyState title={w.none} />}
        error={
          list.isError ? (
            <ErrorState
              title={words.office.failed}
              detail={labels.failure(failureOf(list.error))}
              retry={{ label: words.retry, onRetry: () => void list.refetch() }}
            />
          ) : undefined
        }
        columns={[
          {
            key: 'organ',
            title: words.office.organs.reviewing,
            primary: true,
            width: 'minmax(0, 2fr)',
            render: (row) => row.name,
          },
          {
            key: 'prefix',
            title: w.prefix,
            width: 'minmax(0, 1.2fr)',
            render: (row) => (
              <span className="rw-office-lines">
                <span className="rd-strong">{row.prefix}</span>
                <span className="rd-muted rd-small">{words.office.since(plainDay(row.from, language))}</span>
              </span>
            ),
          },
          { key: 'institution', title: w.institution, width: 'minmax(0, 1.4fr)', render: (row) => row.institution },
          {
            key: 'last',
            title: w.last,
            width: 'minmax(0, 2fr)',
            card: 'line',
            render: (row) =>
              row.series.length === 0 ? (
                <span className="rd-muted">{w.none}</span>
              ) : (
                <span className="rw-office-lines">
                  {row.series.slice(0, 8).map((s) => (
                    <span key={`${s.series} ${s.year}`}>
                      {s.series} {w.line(s.year, s.last)}
                    </span>
                  ))}
                </span>
              ),
          },
          {
            key: 'acts',
            title: words.office.actions,
            width: '110px',
            card: manages ? 'bare' : 'hidden',
            render: (row) =>
              manages ? (
                <button
                  type="button"
                  className="rd-btn rw-small"
                  data-look="plain"
                  aria-label={`${w.change} ${row.name}`}
                  onClick={() => setOpen(tree.data?.find((o) => o.id === row.organId) ?? null)}
                >
                  {w.change}
                </button>
              ) : null,
          },
        ]}
      />
      {open !== null && <OrganDrawer organ={open} organs={tree.data ?? []} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
