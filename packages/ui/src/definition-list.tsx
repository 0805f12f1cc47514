import type { CSSProperties, ReactNode } from 'react';
import { Fragment } from 'react';
import './definition-list.css';

export interface Definition {
  key: string;
  term: string;
  value: ReactNode;
}

export interface DefinitionListProps {
  items: readonly Definition[];
  /** Width of the terms, a CSS length; wider for English. */
  termWidth?: string | undefined;
}

/** Facts as term and value, one under the other. A fact that is not known is said in words, not left out. */
export function DefinitionList({ items, termWidth }: DefinitionListProps) {
  const style = termWidth === undefined ? undefined : ({ '--rd-dl-term': termWidth } as CSSProperties);
  return (
    <dl className="rd-dl" style={style}>
      {items.map((item) => (
        <Fragment key={item.key}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
