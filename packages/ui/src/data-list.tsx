import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './data-list.css';
import { LoadingSkeleton } from './loading-skeleton.tsx';
import { useRowWindow } from './use-row-window.ts';

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

/** Rows may be chosen: by their boxes, with Shift from the one chosen last, or by the space bar on a row. */
export interface ListSelection<Row> {
  /** Keys of rows. */
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  /** The box of the heading: all rows that are here. */
  allLabel: string;
  rowLabel: (row: Row) => string;
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
  selection?: ListSelection<Row> | undefined;
  loadingLabel: string;
  /** Stands in for no rows: an EmptyState that says what to do. */
  empty: ReactNode;
  /** Stands below the rows already here, or alone: an ErrorState with retry. */
  error?: ReactNode | undefined;
  /** There is another page. With `auto` it is fetched before its place comes into sight; the button stays for the rest. */
  more?:
    | { label: string; loadingLabel: string; loading: boolean; onMore: () => void; auto?: boolean | undefined }
    | undefined;
  /** At the foot: 已显示 50 件. */
  summary?: ReactNode | undefined;
}

/** How far below the window the next page is already fetched. */
const ahead = '1200px';

/**
 * One list from one column configuration: a table where there is room, cards where there is not (by the width of its
 * container, not of the window). Its states are loading, empty, error and rows, with further pages on request or while
 * scrolling; of a long list only the rows near the window are drawn.
 */
export function DataList<Row>(props: DataListProps<Row>) {
  const { rows, error, loadingLabel, empty } = props;
  if (rows === undefined) {
    return error !== undefined ? error : <LoadingSkeleton label={loadingLabel} rows={6} widths={[16, 40, 14, 12]} />;
  }
  if (rows.length === 0 && error === undefined) return empty;
  return <Rows {...props} rows={rows} />;
}

function Rows<Row>(props: DataListProps<Row> & { rows: readonly Row[] }) {
  const { label, columns, rows, rowKey, renderLink, selection, error, more, summary } = props;
  const body = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const anchor = useRef<number | null>(null);
  const toFocus = useRef<{ index: number; selector: string } | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const { drawn, height, measure, scrollTo } = useRowWindow(
    body,
    rows.length,
    (index) => {
      const row = rows[index];
      return row === undefined ? String(index) : rowKey(row);
    },
    focused,
  );
  const tracks = columns.map((column) => column.width ?? 'minmax(0, 1fr)');
  const style = {
    '--rd-list-columns': [...(selection === undefined ? [] : ['20px']), ...tracks].join(' '),
  } as CSSProperties;

  const elementAt = (index: number, selector: string) =>
    body.current?.querySelector<HTMLElement>(`[data-index="${index}"] ${selector}`) ?? null;

  // A row that was not drawn gets the focus as soon as it is.
  useLayoutEffect(() => {
    const wanted = toFocus.current;
    const element = wanted === null ? null : elementAt(wanted.index, wanted.selector);
    if (element === null) return;
    toFocus.current = null;
    element.focus();
  });

  const onMore = useRef(more?.onMore);
  onMore.current = more?.onMore;
  const isWaiting = more?.auto === true && !more.loading && error === undefined;
  useEffect(() => {
    const element = foot.current;
    // Where nothing can watch (an old browser, a test) the button below does it.
    if (!isWaiting || element === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onMore.current?.();
      },
      { rootMargin: ahead },
    );
    observer.observe(element);
    return () => observer.disconnect();
    // It waits anew after each page: the foot may still be in sight.
  }, [isWaiting]);

  /** Chooses one row, or with `range` all from the one chosen last. */
  function choose(index: number, range: boolean) {
    if (selection === undefined) return;
    const row = rows[index];
    if (row === undefined) return;
    const next = new Set(selection.selected);
    const isOn = !selection.selected.has(rowKey(row));
    const from = range && anchor.current !== null ? anchor.current : index;
    for (const other of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (isOn || (range && from !== index)) next.add(rowKey(other));
      else next.delete(rowKey(other));
    }
    anchor.current = index;
    selection.onChange(next);
  }

  const here = selection === undefined ? 0 : rows.filter((row) => selection.selected.has(rowKey(row))).length;
  function chooseAll() {
    if (selection === undefined) return;
    const next = new Set(selection.selected);
    for (const row of rows) {
      if (here === rows.length) next.delete(rowKey(row));
      else next.add(rowKey(row));
    }
    selection.onChange(next);
  }

  const indexOf = (target: EventTarget | null): number | null => {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset.index : undefined;
    return at === undefined ? null : Number(at);
  };

  /** Up and down go from row to row as in a mail list, space chooses; Tab works as everywhere. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const at = indexOf(event.target);
    const { target } = event;
    if (at === null || !(target instanceof HTMLElement)) return;
    const selector = ['.rd-list-link', '.rd-list-box'].find((one) => target.matches(one));
    if (selector === undefined) return;
    if (event.key === ' ' && selection !== undefined && selector === '.rd-list-link') {
      event.preventDefault();
      choose(at, event.shiftKey);
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0 || to >= rows.length) return;
    if (event.shiftKey && selection !== undefined && event.key.startsWith('Arrow')) {
      anchor.current ??= at;
      const next = new Set(selection.selected);
      for (const index of [at, to]) {
        const row = rows[index];
        if (row !== undefined) next.add(rowKey(row));
      }
      selection.onChange(next);
    }
    const element = elementAt(to, selector);
    if (element !== null) element.focus();
    else {
      toFocus.current = { index: to, selector };
      setFocused(to);
      scrollTo(to);
    }
  }

  return (
    <div className="rd-list" style={style} data-selects={selection === undefined ? undefined : ''}>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a real table loses its roles when its rows become cards.
        <div
          role="table"
          aria-label={label}
          aria-rowcount={height === null ? undefined : more === undefined ? rows.length + 1 : -1}
          onKeyDown={onKeyDown}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          <div role="rowgroup">
            {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above. */}
            <div role="row" className="rd-list-row rd-list-head" aria-rowindex={height === null ? undefined : 1}>
              {selection !== undefined && (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above.
                <div role="columnheader" className="rd-list-choose">
                  <input
                    type="checkbox"
                    aria-label={selection.allLabel}
                    checked={here > 0 && here === rows.length}
                    ref={(box) => {
                      if (box !== null) box.indeterminate = here > 0 && here < rows.length;
                    }}
                    onChange={chooseAll}
                  />
                </div>
              )}
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
          <div
            role="rowgroup"
            ref={body}
            className="rd-list-body"
            data-long={height === null ? undefined : ''}
            style={height === null ? undefined : { height }}
            onFocus={(event) => setFocused(indexOf(event.target))}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
            }}
          >
            {drawn.map(({ index, top }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const isChosen = selection?.selected.has(rowKey(row)) === true;
              return (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above.
                <div
                  key={rowKey(row)}
                  role="row"
                  className="rd-list-row"
                  aria-rowindex={top === null ? undefined : index + 2}
                  data-index={index}
                  data-chosen={isChosen ? '' : undefined}
                  ref={measure}
                  style={top === null ? undefined : { transform: `translateY(${top}px)` }}
                >
                  {selection !== undefined && (
                    // biome-ignore lint/a11y/useSemanticElements: as above.
                    <div role="cell" className="rd-list-cell rd-list-choose">
                      <input
                        type="checkbox"
                        className="rd-list-box"
                        aria-label={selection.rowLabel(row)}
                        checked={isChosen}
                        onChange={(event) =>
                          choose(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
                        }
                      />
                    </div>
                  )}
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
              );
            })}
          </div>
        </div>
      )}
      {error}
      <div className="rd-list-foot" ref={foot}>
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
