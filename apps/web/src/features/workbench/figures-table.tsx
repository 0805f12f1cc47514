import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseListFilter } from '../../lib/case-search.ts';
import { useLanguage } from '../../lib/language.tsx';
import { type SuitListFilter, suitSearchOf } from '../../lib/suit-search.ts';
import { ListLink } from './case-link.tsx';

const columns = ['open', 'overdue', 'near', 'stopped'] as const;
type Column = (typeof columns)[number];

interface Row extends Readonly<Record<Column, number>> {
  readonly key: string;
  readonly name: string;
}
export interface FiguresRow extends Row {
  readonly filters: Readonly<Record<Column, CaseListFilter>>;
}
export interface SuitFiguresRow extends Row {
  readonly filters: Readonly<Record<Column, SuitListFilter>>;
}

interface FiguresProps<R> {
  title: string;
  of: string;
  rows: readonly R[];
}

/** Open cases by somebody or some organ; each figure opens the list it is the length of. */
export const FiguresTable = (props: FiguresProps<FiguresRow>) => (
  <Figures
    {...props}
    link={(row, key, label) => (
      <ListLink filter={row.filters[key]} label={label}>
        {row[key]}
      </ListLink>
    )}
  />
);

/** The same of lawsuits. */
export const SuitFiguresTable = (props: FiguresProps<SuitFiguresRow>) => (
  <Figures
    {...props}
    link={(row, key, label) => (
      // The address is made of the list's own filter names.
      <Link to="/lawsuits" search={suitSearchOf(row.filters[key]) as never} aria-label={label}>
        {row[key]}
      </Link>
    )}
  />
);

interface TableProps<R> extends FiguresProps<R> {
  link: (row: R, key: Column, label: string) => ReactNode;
}

function Figures<R extends Row>({ title, of, rows, link }: TableProps<R>) {
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
                {link(one, key, w.listOf(one.name, w[key], one[key]))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
