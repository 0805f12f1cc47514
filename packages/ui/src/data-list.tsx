import type { CSSProperties, KeyboardEvent, ReactElement, ReactNode } from 'react';
import './data-list.css';
import { LoadingSkeleton } from './loading-skeleton.tsx';

export interface ListColumn<Row> {
  key: string;
  title: string;
  /** The heading is only heard, not seen: a column of lights. */
  titleHidden?: boolean | undefined;
  render: (row: Row) => ReactNode;
  /** A CSS grid track: `120px`, `minmax(0, 2fr)`. An equal share by default. */
  width?: string | undefined;
  /** The column that names the row and carries its link: exactly one. */
  primary?: boolean | undefined;
  align?: 'start' | 'end' | undefined;
  /**
   * Where it goes when the row is a card: `field` with its title (default), `line` a whole line without it, `corner`
   * at the top right, `bare` among the fields but without its title, `hidden` nowhere.
   */
  card?: 'field' | 'bare' | 'line' | 'corner' | 'hidden' | undefined;
  /** Makes the heading a button. */
  sort?: { direction: 'ascending' | 'descending' | 'none'; onSort: () => void } | undefined;
}

/** What the list hands to the application's own link element; spread all of it. */
export interface RowLinkProps {
  className: string;
  children: ReactNode;
}

export interface DataListProps<Row> {
  /** What is listed, for those who hear the page. */
  label: string;
  columns: readonly ListColumn<Row>[];
  /** undefined while the first page is on its way. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Makes the row's link with the application's router; the whole row answers to it. */
  renderLink?: ((row: Row, props: RowLinkProps) => ReactElement) | undefined;
  loadingLabel: string;
  /** Stands in for no rows: an EmptyState that says what to do. */
  empty: ReactNode;
  /** Stands below the rows already here, or alone: an ErrorState with retry. */
  error?: ReactNode | undefined;
  /** There is another page. */
  more?: { label: string; loadingLabel: string; loading: boolean; onMore: () => void } | undefined;
  /** At the foot: 已显示 50 件. */
  summary?: ReactNode | undefined;
}

/**
 * One list from one column configuration: a table where there is room, cards where there is not (by the width of its
 * container, not of the window). Its states are loading, empty, error and rows, with further pages on request.
 */
export function DataList<Row>(props: DataListProps<Row>) {
  const { label, columns, rows, rowKey, renderLink, loadingLabel, empty, error, more, summary } = props;
  const style = {
    '--rd-list-columns': columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' '),
  } as CSSProperties;

  /** Up and down go from row to row as in a mail list; Tab works as everywhere. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.rd-list-link')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key] ?? at;
    links[to]?.focus();
  }

  if (rows === undefined) {
    return error !== undefined ? error : <LoadingSkeleton label={loadingLabel} rows={6} widths={[16, 40, 14, 12]} />;
  }
  if (rows.length === 0 && error === undefined) return empty;

  return (
    <div className="rd-list" style={style}>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a real table loses its roles when its rows become cards.
        <div role="table" aria-label={label} onKeyDown={onKeyDown}>
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          <div role="rowgroup">
            {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above. */}
            <div role="row" className="rd-list-row rd-list-head">
              {columns.map((column) => (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above.
                <div key={column.key} role="columnheader" data-align={column.align} aria-sort={column.sort?.direction}>
                  {column.sort === undefined ? (
                    <span className={column.titleHidden === true ? 'rd-sr' : undefined}>{column.title}</span>
                  ) : (
                    <button type="button" onClick={column.sort.onSort}>
                      {column.title}
                      <span aria-hidden="true">
                        {{ ascending: ' ↑', descending: ' ↓', none: '' }[column.sort.direction]}
                      </span>
                    </button>
                  )}
                </div>
              ))}
            </div>
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          <div role="rowgroup" className="rd-list-body" data-many={rows.length > 200 ? '' : undefined}>
            {rows.map((row) => (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above.
              <div key={rowKey(row)} role="row" className="rd-list-row">
                {columns.map((column) => {
                  const content = column.render(row);
                  return (
                    // biome-ignore lint/a11y/useSemanticElements: as above.
                    <div
                      key={column.key}
                      role="cell"
                      className="rd-list-cell"
                      data-align={column.align}
                      data-primary={column.primary === true ? '' : undefined}
                      data-card={column.primary === true ? undefined : (column.card ?? 'field')}
                    >
                      <span className="rd-list-cell-title" aria-hidden="true">
                        {column.title}
                      </span>
                      {column.primary === true && renderLink !== undefined
                        ? renderLink(row, { className: 'rd-list-link', children: content })
                        : content}
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
        </div>
      )}
      {error}
      <div className="rd-list-foot">
        {summary !== undefined && <span>{summary}</span>}
        {more !== undefined && error === undefined && (
          <button
            type="button"
            className="rd-btn"
            aria-disabled={more.loading || undefined}
            aria-busy={more.loading || undefined}
            onClick={() => {
              if (!more.loading) more.onMore();
            }}
          >
            {more.loading ? more.loadingLabel : more.label}
          </button>
        )}
      </div>
    </div>
  );
}
