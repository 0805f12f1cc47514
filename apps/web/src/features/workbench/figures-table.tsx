import type { CaseListFilter } from '../../lib/case-search.ts';
import { useLanguage } from '../../lib/language.tsx';
import { ListLink } from './case-link.tsx';

const columns = ['open', 'overdue', 'near', 'stopped'] as const;
type Column = (typeof columns)[number];

export interface FiguresRow extends Readonly<Record<Column, number>> {
  readonly key: string;
  readonly name: string;
  readonly filters: Readonly<Record<Column, CaseListFilter>>;
}

/** Open cases by somebody or some organ; each figure opens the list it is the length of. */
export function FiguresTable({ title, of, rows }: { title: string; of: string; rows: readonly FiguresRow[] }) {
  const { words } = useLanguage();
  const w = words.workbench.load;
  return (
    <table className="rw-load" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {columns.map((key) => (
            <th key={key} scope="col">
              {w[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.key}>
            <th scope="row">{one.name}</th>
            {columns.map((key) => (
              <td key={key} data-tone={key === 'overdue' && one.overdue > 0 ? 'red' : undefined}>
                <ListLink filter={one.filters[key]} label={w.listOf(one.name, w[key], one[key])}>
                  {one[key]}
                </ListLink>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
