import type { ReactNode } from 'react';
import './statute.css';

export interface StatuteProps {
  /** Where the words stand: 行政复议法第六十二条第一款. May be a link. */
  article: ReactNode;
  /** The words of the law, kept in the language they were enacted in. */
  children: ReactNode;
}

/** The law's own words in the serif, no wider than forty characters, with where they stand. */
export function Statute({ article, children }: StatuteProps) {
  return (
    <figure className="rd-statute">
      <blockquote lang="zh-CN">{children}</blockquote>
      <figcaption>{article}</figcaption>
    </figure>
  );
}
