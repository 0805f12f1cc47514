import type { KeyboardEvent, ReactNode } from 'react';
import { Fragment, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import './step-menu.css';
import type { Verdict } from './verdict-button.tsx';

export interface StepMenuItem {
  key: string;
  label: ReactNode;
  verdict: Verdict;
  /** Why it is irregular or refused; in sight under the label. */
  reason?: string | undefined;
  article?: string | undefined;
  /** The heading it stands under; items of one heading stand together. */
  group?: string | undefined;
  /** Not called for a refused step. */
  onAct: () => void;
}

export interface StepMenuProps {
  /** The word on the button: 更多. */
  label: string;
  items: readonly StepMenuItem[];
  /** Where there is one, refused steps are folded away under it: 现在不可以（23）. */
  refusedLabel?: ((count: number) => string) | undefined;
}

interface Group {
  name: string | null;
  items: StepMenuItem[];
}

function grouped(items: readonly StepMenuItem[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const name = item.group ?? null;
    const known = groups.find((group) => group.name === name);
    if (known === undefined) groups.push({ name, items: [item] });
    else known.items.push(item);
  }
  return groups;
}

/**
 * The rest of the steps behind one button, under headings. Refused ones are there too, disabled, each with its reason
 * and article; where `refusedLabel` is given they are folded until asked for.
 */
export function StepMenu({ label, items, refusedLabel }: StepMenuProps) {
  const menuId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const [align, setAlign] = useState<'start' | 'end'>('start');

  const options = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    if (!open) return;
    const edge = menu.current?.getBoundingClientRect();
    setAlign(edge !== undefined && edge.right > document.documentElement.clientWidth - 8 ? 'end' : 'start');
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  function close() {
    setOpen(false);
    setAlign('start');
    setUnfolded(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = options();
    const at = all.indexOf(document.activeElement as HTMLElement);
    let target: HTMLElement | undefined;
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'ArrowDown') target = all[(at + 1) % all.length];
    else if (event.key === 'ArrowUp') target = all[(at - 1 + all.length) % all.length];
    else if (event.key === 'Home') target = all[0];
    else if (event.key === 'End') target = all.at(-1);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    target?.focus();
  }

  if (items.length === 0) return null;
  const shown = refusedLabel === undefined ? items : items.filter((item) => item.verdict !== 'refused');
  const folded = refusedLabel === undefined ? [] : items.filter((item) => item.verdict === 'refused');
  const entry = (item: StepMenuItem) => {
    const refused = item.verdict === 'refused';
    const why =
      item.verdict === 'irregular' || refused
        ? [item.reason, item.article].filter((part) => part !== undefined && part !== '').join(' · ')
        : '';
    return (
      <button
        key={item.key}
        type="button"
        role="menuitem"
        className="rd-step-menu-item"
        tabIndex={-1}
        data-verdict={item.verdict}
        aria-disabled={refused || undefined}
        onClick={() => {
          if (refused) return;
          close();
          item.onAct();
        }}
      >
        {item.label}
        {why !== '' && <span className="rd-step-menu-why">{why}</span>}
      </button>
    );
  };
  return (
    <div className="rd-step-menu" ref={root}>
      <button
        ref={button}
        type="button"
        className="rd-btn"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => (open ? close() : setOpen(true))}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !open) {
            event.preventDefault();
            setOpen(true);
          }
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div
          ref={menu}
          id={menuId}
          className="rd-step-menu-list"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          data-align={align}
          onKeyDown={onKeyDown}
        >
          {grouped(shown).map((group) =>
            group.name === null ? (
              <Fragment key="">{group.items.map(entry)}</Fragment>
            ) : (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu (APG).
              <div key={group.name} role="group" aria-label={group.name}>
                <div className="rd-step-menu-group" aria-hidden="true">
                  {group.name}
                </div>
                {group.items.map(entry)}
              </div>
            ),
          )}
          {folded.length > 0 && refusedLabel !== undefined && (
            <>
              <button
                type="button"
                role="menuitem"
                className="rd-step-menu-item rd-step-menu-fold"
                tabIndex={-1}
                aria-expanded={unfolded}
                onClick={(event) => {
                  const fold = event.currentTarget;
                  setUnfolded(!unfolded);
                  // What unfolds lies below the edge of the list: it comes into sight.
                  if (!unfolded) requestAnimationFrame(() => fold.scrollIntoView?.({ block: 'start' }));
                }}
              >
                <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span> {refusedLabel(folded.length)}
              </button>
              {unfolded && folded.map(entry)}
            </>
          )}
        </div>
      )}
    </div>
  );
}
