import { listWords } from '@redress/domain/labels/list-columns';
import { type ListColumnKey, listColumns, usualListColumns } from '@redress/domain/reconsideration/list-columns';
import { Checkbox, Drawer } from 'antd';
import { useLanguage } from '../../lib/language.tsx';

interface ColumnsDrawerProps {
  open: boolean;
  chosen: readonly ListColumnKey[];
  onChange: (columns: readonly ListColumnKey[]) => void;
  onClose: () => void;
}

/** Which columns the list shows, and in which order. */
export function ColumnsDrawer({ open, chosen, onChange, onClose }: ColumnsDrawerProps) {
  const { words, language } = useLanguage();
  const w = words.lists.columns;
  const names = listWords(language).columns;
  const offered = [...chosen, ...listColumns.filter((column) => !chosen.includes(column))];

  function move(column: ListColumnKey, by: -1 | 1) {
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
                disabled={column === 'number'}
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
      <button type="button" className="rd-btn" onClick={() => onChange(usualListColumns)}>
        {w.usual}
      </button>
    </Drawer>
  );
}
