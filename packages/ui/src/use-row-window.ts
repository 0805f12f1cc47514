import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** From how many rows on only those near the window are drawn. */
export const longList = 80;
/** Below this width of its container a row is a card (as in data-list.css). */
const narrow = 640;
const guess = { row: 41, card: 118 } as const;

export interface DrawnRow {
  readonly index: number;
  /** Pixels from the top of the rows; null: in the ordinary flow. */
  readonly top: number | null;
}

export interface RowWindow {
  readonly drawn: readonly DrawnRow[];
  /** Height of all rows; null: as high as they are. */
  readonly height: number | null;
  /** Takes the height of a drawn row. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined;
  readonly scrollTo: (index: number) => void;
}

/**
 * Which rows are drawn. A short list is drawn whole; of a long one those in the window and a few beyond, and the row
 * that has the focus, so that it is not lost by scrolling.
 */
export function useRowWindow(
  body: RefObject<HTMLElement | null>,
  count: number,
  keyOf: (index: number) => string,
  focused: number | null,
): RowWindow {
  const isLong = count > longList;
  const [place, setPlace] = useState({ top: 0, isNarrow: false });

  // What stands above the rows opens and closes: their place is looked up after every drawing.
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null || !isLong) return;
    const box = element.getBoundingClientRect();
    const top = Math.round(box.top + window.scrollY);
    const isNarrow = box.width > 0 && box.width <= narrow;
    if (top !== place.top || isNarrow !== place.isNarrow) setPlace({ top, isNarrow });
  });

  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: isLong ? count : 0,
    enabled: isLong,
    estimateSize: () => (place.isNarrow ? guess.card : guess.row),
    overscan: 10,
    // What is not laid out (a folded tab, a test without a layout) keeps its guess.
    measureElement: (row, entry, { options }) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? row.getBoundingClientRect().height;
      return height > 0 ? Math.round(height) : options.estimateSize(Number(row.dataset.index));
    },
    scrollMargin: place.top,
    getItemKey: keyOf,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (focused === null || focused >= count || near.includes(focused)) return near;
      return [...near, focused].sort((a, b) => a - b);
    },
  });

  if (!isLong) {
    return {
      drawn: Array.from({ length: count }, (_, index) => ({ index, top: null })),
      height: null,
      measure: undefined,
      scrollTo: () => undefined,
    };
  }
  return {
    drawn: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - place.top })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
