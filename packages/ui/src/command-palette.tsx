import { Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './command-palette.css';

export interface PaletteItem {
  key: string;
  /** What it is, in one line. */
  title: ReactNode;
  /** A second line: why it is here. */
  detail?: ReactNode | undefined;
  /** At the end of the line: a state, a kind. */
  note?: ReactNode | undefined;
}

export interface PaletteGroup {
  key: string;
  title: string;
  items: readonly PaletteItem[];
}

export interface CommandPaletteProps {
  open: boolean;
  query: string;
  groups: readonly PaletteGroup[];
  /** Shown in place of the groups while there is nothing in them. */
  empty?: ReactNode | undefined;
  /** The state in words, read aloud as it changes: 3 项, 正在搜索. */
  status: string;
  busy?: boolean | undefined;
  strings: { label: string; placeholder: string; help: string; close: string };
  onQuery: (query: string) => void;
  /** `aside`: with Ctrl or ⌘, for a second window. */
  onChoose: (key: string, aside: boolean) => void;
  onClose: () => void;
}

/** One field for finding and for going anywhere: typed, chosen with the arrow keys, opened with Enter. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, query, groups, empty, status, busy = false, strings, onQuery, onChoose, onClose } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const items = groups.flatMap((group) => group.items);
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    items.findIndex((item) => item.key === chosen),
  );
  const current = items[at];

  useEffect(() => {
    if (open) setChosen(null);
  }, [open]);
  // What was chosen stands for what was typed: with other words the first hit is meant again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what it follows.
  useEffect(() => setChosen(null), [query]);
  useEffect(() => {
    if (current !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setChosen(items[(at + step + items.length) % items.length]?.key ?? null);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      onChoose(current.key, event.ctrlKey || event.metaKey);
    }
  }

  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={640}
      className="rd-palette-modal"
      title={<span className="rd-sr">{strings.label}</span>}
      style={{ top: '10vh' }}
    >
      <div className="rd-palette">
        <div className="rd-palette-field">
          <input
            // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into.
            autoFocus
            type="text"
            role="combobox"
            aria-label={strings.label}
            aria-expanded={items.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={current === undefined ? undefined : `${id}-${current.key}`}
            aria-busy={busy || undefined}
            placeholder={strings.placeholder}
            value={query}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onQuery(event.target.value)}
            onKeyDown={onKey}
          />
          <button type="button" className="rd-btn rd-palette-close" data-look="plain" onClick={onClose}>
            {strings.close}
          </button>
        </div>
        <div id={`${id}-list`} ref={list} className="rd-palette-list" role="listbox" aria-label={strings.label}>
          {groups
            .filter((group) => group.items.length > 0)
            .map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box has no element of its own.
              <div key={group.key} role="group" aria-label={group.title}>
                <div className="rd-palette-heading" aria-hidden="true">
                  {group.title}
                </div>
                {group.items.map((item) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys; an option is pressed with a pointer.
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the option.
                  <div
                    key={item.key}
                    id={`${id}-${item.key}`}
                    role="option"
                    aria-selected={item.key === current?.key}
                    className="rd-palette-item"
                    onMouseMove={() => setChosen(item.key)}
                    onClick={(event) => onChoose(item.key, event.ctrlKey || event.metaKey)}
                  >
                    <span className="rd-palette-main">
                      <span className="rd-palette-title">{item.title}</span>
                      {item.detail !== undefined && <span className="rd-palette-detail">{item.detail}</span>}
                    </span>
                    {item.note !== undefined && <span className="rd-palette-note">{item.note}</span>}
                  </div>
                ))}
              </div>
            ))}
        </div>
        {items.length === 0 && empty}
        <div className="rd-palette-foot">
          <span role="status">{status}</span>
          <span className="rd-palette-help">{strings.help}</span>
        </div>
      </div>
    </Modal>
  );
}
