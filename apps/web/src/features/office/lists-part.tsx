import { categories } from '@redress/domain/reconsideration/categories';
import { Chip } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { FindField } from './find-field.tsx';
import { ItemDrawer, type ItemStep } from './item-drawer.tsx';
import type { PartProps } from './office-page.tsx';

export type ItemRow = Outputs['office']['keptList']['rows'][number];

/** The reference lists: shipped items and the office's own. */
export function ListsPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const manages = usePermission('office.manage');
  const w = words.office.lists;
  const [open, setOpen] = useState<{ readonly step: ItemStep; readonly item: ItemRow | null } | null>(null);
  const list = useQuery(trpc.office.keptList.queryOptions({ list: 'category' }));
  const q = search.q ?? '';
  const find = useCallback((text: string) => onSearch({ q: text === '' ? undefined : text }), [onSearch]);
  const nameOf = (item: ItemRow) => (language === 'zh-CN' ? item.zh : item.en) ?? labels.category(item.key);
  const rows = list.data?.rows.filter((item) => q === '' || nameOf(item).includes(q) || item.key.includes(q));
  const button = (step: ItemStep, item: ItemRow, said: string) => (
    <button
      type="button"
      className="rd-btn rw-small"
      data-look="plain"
      aria-label={`${said} ${nameOf(item)}`}
      onClick={() => setOpen({ step, item })}
    >
      {said}
    </button>
  );
  return (
    <Panel title={w.category}>
      <div className="rw-office-bar">
        <FindField label={words.office.search} value={q} onFind={find} />
        {manages && (
          <button
            type="button"
            className="rd-btn"
            data-look="primary"
            onClick={() => setOpen({ step: 'add-item', item: null })}
          >
            {w.add}
          </button>
        )}
      </div>
      <DataList
        label={w.category}
        rows={rows}
        rowKey={(item) => item.key}
        loadingLabel={words.loading}
        empty={<EmptyState title={words.office.organs.empty} />}
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
        columns={[
          { key: 'name', title: w.item, primary: true, width: 'minmax(0, 2fr)', render: nameOf },
          { key: 'key', title: w.key, width: 'minmax(0, 1.2fr)', render: (item) => item.key },
          {
            key: 'row',
            title: w.mapsTo,
            width: 'minmax(0, 1.4fr)',
            render: (item) =>
              item.shipped ? (
                <span className="rd-muted">{w.shipped}</span>
              ) : (
                <span className="rw-office-lines">
                  <span>{labels.category(item.mapsTo)}</span>
                  {item.from !== null && (
                    <span className="rd-muted rd-small">{w.own(plainDay(item.from, language))}</span>
                  )}
                </span>
              ),
          },
          {
            key: 'state',
            title: w.state,
            width: '170px',
            render: (item) =>
              item.until === null ? (
                <Chip>{w.offered}</Chip>
              ) : (
                <Chip tone="dotted">{w.retired(plainDay(item.until, language))}</Chip>
              ),
          },
          {
            key: 'acts',
            title: words.office.actions,
            width: '130px',
            card: manages ? 'bare' : 'hidden',
            render: (item) =>
              manages ? (
                <span className="rw-office-acts">
                  {button('rename-item', item, w.rename)}
                  {item.until === null
                    ? button('retire-item', item, w.retire)
                    : button('restore-item', item, w.restore)}
                </span>
              ) : null,
          },
        ]}
      />
      {open !== null && list.data !== undefined && (
        <ItemDrawer
          step={open.step}
          item={open.item}
          title={
            { 'add-item': w.add, 'rename-item': w.rename, 'retire-item': w.retire, 'restore-item': w.restore }[
              open.step
            ]
          }
          name={open.item === null ? '' : nameOf(open.item)}
          version={list.data.version}
          rows={categories.map((value) => ({ value, label: labels.category(value) }))}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}
