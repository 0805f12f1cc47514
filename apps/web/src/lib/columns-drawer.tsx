import { Checkbox, Drawer } from 'antd';
import { useWords } from './language.tsx';
import './columns-drawer.css';

interface ColumnsDrawerProps<Key extends string> {
  open: boolean;
  /** Every column there is, and those one usually sees. */
  all: readonly Key[];
  usual: readonly Key[];
  names: Readonly<Record<Key, string>>;
  /** The column that names the row cannot be left out. */
  fixed: Key;
  chosen: readonly Key[];
  onChange: (columns: readonly Key[]) => void;
  onClose: () => void;
}

/** Which columns the list shows, and in which order. */
export function ColumnsDrawer<Key extends string>(props: ColumnsDrawerProps<Key>) {
  const { open, all, usual, names, fixed, chosen, onChange, onClose } = props;
  const words = useWords();
  const w = words.lists.columns;
  const offered = [...chosen, ...all.filter((column) => !chosen.includes(column))];

  function move(column: Key, by: -1 | 1) {
    const at = chosen.indexOf(column);
    const next = [...chosen];
    next.splice(at, 1);
    next.splice(at + by, 0, column);
    onChange(next);
  }

  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={420}
      title={w.title}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
    >
      <p className="rd-muted">{w.lead}</p>
      <ul className="rw-columns">
        {offered.map((column) => {
          const at = chosen.indexOf(column);
          const isShown = at >= 0;
          return (
            <li key={column}>
              <Checkbox
                checked={isShown}
                disabled={column === fixed}
                onChange={() => onChange(isShown ? chosen.filter((other) => other !== column) : [...chosen, column])}
              >
                {names[column]}
              </Checkbox>
              {isShown && (
                <span className="rw-columns-move">
                  <button
                    type="button"
                    className="rd-btn rw-small"
                    data-look="plain"
                    aria-label={w.up(names[column])}
                    disabled={at === 0}
                    onClick={() => move(column, -1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="rd-btn rw-small"
                    data-look="plain"
                    aria-label={w.down(names[column])}
                    disabled={at === chosen.length - 1}
                    onClick={() => move(column, 1)}
                  >
                    ↓
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="rd-muted">{w.fixed}</p>
      <button type="button" className="rd-btn" onClick={() => onChange(usual)}>
        {w.usual}
      </button>
    </Drawer>
  );
}
