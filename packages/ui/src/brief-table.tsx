import type { ReactNode } from 'react';
import './brief-table.css';

export interface BriefColumn<Row> {
  key: string;
  title: string;
  align?: 'end' | undefined;
  /** The column that names the row. */
  primary?: boolean | undefined;
  /** On a narrow screen: beside the name, without its title, or not at all; with its title otherwise. */
  card?: 'corner' | 'bare' | 'hidden' | undefined;
  render: (row: Row) => ReactNode;
}

export interface BriefTableProps<Row> {
  /** What the table is, for those who hear the page. */
  label: string;
  columns: readonly BriefColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A few rows in a panel: a table on a wide screen, cards on a narrow one. For a whole list there is `DataList`. */
export function BriefTable<Row>({ label, columns, rows, rowKey }: BriefTableProps<Row>) {
  return (
    <div className="rd-brief">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => {
                const cell = (
                  <>
                    <span className="rd-brief-title" aria-hidden="true">
                      {column.title}
                    </span>
                    {column.render(row)}
                  </>
                );
                return column.primary === true ? (
                  <th key={column.key} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column.key} data-align={column.align} data-card={column.card}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
