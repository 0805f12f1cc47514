import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import './tabs.css';

export interface TabItem {
  key: string;
  label: string;
  /** How many things are there; part of the tab's name. */
  count?: number | undefined;
}

export interface TabsProps {
  label: string;
  items: readonly TabItem[];
  /** The key of the tab on screen; the caller keeps it, usually in the address. */
  selected: string;
  onSelect: (key: string) => void;
  /** The selected tab's content. */
  children: ReactNode;
}

/** The parts of one thing. Arrow keys change the part; on a phone the row scrolls sideways instead of folding away. */
export function Tabs({ label, items, selected, onSelect, children }: TabsProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>(`[data-tab="${selected}"]`);
    if (row.current && tab && row.current.scrollWidth > row.current.clientWidth) {
      row.current.scrollLeft = tab.offsetLeft - row.current.offsetLeft - 16;
    }
  }, [selected]);

  function onKeyDown(event: KeyboardEvent) {
    const at = items.findIndex((item) => item.key === selected);
    const to = {
      ArrowRight: (at + 1) % items.length,
      ArrowLeft: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    const target = to === undefined ? undefined : items[to];
    if (target === undefined) return;
    event.preventDefault();
    onSelect(target.key);
    row.current?.querySelector<HTMLElement>(`[data-tab="${target.key}"]`)?.focus();
  }

  return (
    <>
      <div ref={row} className="rd-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="tab"
            id={`${id}-${item.key}`}
            data-tab={item.key}
            aria-selected={item.key === selected}
            aria-controls={item.key === selected ? `${id}-panel` : undefined}
            tabIndex={item.key === selected ? 0 : -1}
            onClick={() => onSelect(item.key)}
          >
            {item.label}
            {item.count !== undefined && <span className="rd-tabs-count">{item.count}</span>}
          </button>
        ))}
      </div>
      <div className="rd-tabs-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
}
