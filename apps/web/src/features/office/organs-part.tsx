import { Chip } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { type CSSProperties, useCallback, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { AbolishDrawer } from './abolish-drawer.tsx';
import { FindField } from './find-field.tsx';
import type { PartProps } from './office-page.tsx';
import { OrganDrawer } from './organ-drawer.tsx';

export type OrganNode = Outputs['office']['organTree'][number];
type Open = { readonly what: 'establish' } | { readonly what: 'change' | 'abolish'; readonly organ: OrganNode } | null;

/** Depth first, each organ after the one it stands below; who stands below nobody known comes first. */
function inTree(organs: readonly OrganNode[]): { readonly organ: OrganNode; readonly depth: number }[] {
  const known = new Set(organs.map((o) => o.id));
  const children = Map.groupBy(organs, (o) => (o.parentId !== null && known.has(o.parentId) ? o.parentId : ''));
  const placed: { organ: OrganNode; depth: number }[] = [];
  const seen = new Set<string>();
  const walk = (parent: string, depth: number) => {
    for (const organ of children.get(parent as OrganNode['id']) ?? []) {
      if (seen.has(organ.id)) continue;
      seen.add(organ.id);
      placed.push({ organ, depth });
      walk(organ.id, depth + 1);
    }
  };
  walk('', 0);
  return placed;
}

/** The organ tree. */
export function OrgansPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const manages = usePermission('office.manage');
  const w = words.office.organs;
  const [open, setOpen] = useState<Open>(null);
  const tree = useQuery(trpc.office.organTree.queryOptions());
  const all = tree.data;
  const nameOf = (id: string) => all?.find((o) => o.id === id)?.name ?? id;
  const q = search.q ?? '';
  const find = useCallback((text: string) => onSearch({ q: text === '' ? undefined : text }), [onSearch]);
  const shown = all?.filter(
    (o) =>
      (search.past === true || o.abolished === null) &&
      (q === '' || [o.name, o.shortName, o.code, ...o.history.map((h) => h.name)].some((text) => text.includes(q))),
  );
  const rows = shown && (q === '' ? inTree(shown) : shown.map((organ) => ({ organ, depth: 0 })));

  return (
    <Panel>
      <div className="rw-office-bar">
        <FindField label={words.office.search} value={q} onFind={find} />
        <Checkbox
          checked={search.past === true}
          onChange={(event) => onSearch({ past: event.target.checked ? true : undefined })}
        >
          {w.showAbolished}
        </Checkbox>
        {manages && (
          <button type="button" className="rd-btn" data-look="primary" onClick={() => setOpen({ what: 'establish' })}>
            {w.establish}
          </button>
        )}
      </div>
      <DataList
        label={w.title}
        rows={rows}
        rowKey={({ organ }) => organ.id}
        loadingLabel={words.loading}
        empty={<EmptyState title={w.empty} detail={w.emptyDetail} />}
        error={
          tree.isError ? (
            <ErrorState
              title={words.office.failed}
              detail={labels.failure(failureOf(tree.error))}
              retry={{ label: words.retry, onRetry: () => void tree.refetch() }}
            />
          ) : undefined
        }
        summary={rows === undefined ? undefined : words.office.shown(rows.length)}
        columns={[
          {
            key: 'name',
            title: w.name,
            primary: true,
            width: 'minmax(0, 3fr)',
            render: ({ organ, depth }) => (
              <span
                className="rw-office-organ"
                data-gone={organ.abolished === null ? undefined : ''}
                style={{ '--depth': depth } as CSSProperties}
              >
                <span>{organ.name}</span>
                {organ.institution !== null && <Chip>{w.reviewing}</Chip>}
              </span>
            ),
          },
          { key: 'code', title: w.code, width: '110px', render: ({ organ }) => organ.code },
          {
            key: 'level',
            title: w.level,
            width: '130px',
            render: ({ organ }) => `${w.levels[organ.level]} ${w.kinds[organ.kind]}`,
          },
          {
            key: 'notes',
            title: words.office.history,
            width: 'minmax(0, 2fr)',
            card: 'line',
            render: ({ organ }) => (
              <span className="rd-muted rd-small rw-office-lines">
                {organ.posts > 0 && <span>{w.posts(organ.posts)}</span>}
                {organ.abolished !== null && (
                  <span>
                    {w.abolished(plainDay(organ.abolished.on, language))}
                    {organ.abolished.successorId !== null &&
                      `${words.separator}${w.successor(nameOf(organ.abolished.successorId))}`}
                  </span>
                )}
                {organ.predecessors.length > 0 && (
                  <span>{w.predecessors(organ.predecessors.map(nameOf).join(words.listSeparator))}</span>
                )}
                {organ.coming !== null && (
                  <span>{w.coming(plainDay(organ.coming.from, language), organ.coming.name)}</span>
                )}
                {organ.history.length > 1 &&
                  organ.history.slice(0, -1).map((h) => (
                    <span key={h.from}>
                      {plainDay(h.from, language)} {h.name}
                    </span>
                  ))}
              </span>
            ),
          },
          {
            key: 'acts',
            title: words.office.actions,
            width: '120px',
            card: manages ? 'bare' : 'hidden',
            render: ({ organ }) =>
              manages && organ.abolished === null ? (
                <span className="rw-office-acts">
                  <button
                    type="button"
                    className="rd-btn"
                    data-look="plain"
                    aria-label={`${w.change} ${organ.name}`}
                    onClick={() => setOpen({ what: 'change', organ })}
                  >
                    {w.change}
                  </button>
                  <button
                    type="button"
                    className="rd-btn"
                    data-look="plain"
                    aria-label={`${w.abolish} ${organ.name}`}
                    onClick={() => setOpen({ what: 'abolish', organ })}
                  >
                    {w.abolish}
                  </button>
                </span>
              ) : null,
          },
        ]}
      />
      {open !== null && open.what !== 'abolish' && (
        <OrganDrawer
          organ={open.what === 'change' ? open.organ : null}
          organs={all ?? []}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'abolish' && (
        <AbolishDrawer organ={open.organ} organs={all ?? []} onClose={() => setOpen(null)} />
      )}
    </Panel>
  );
}
