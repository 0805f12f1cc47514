import type { ReactNode } from 'react';
import { useId } from 'react';
import './panel.css';

export interface PanelProps {
  title?: ReactNode | undefined;
  /** Right of the title: a count, a link, a small control. */
  extra?: ReactNode | undefined;
  /** 2 on a page, 3 inside another titled part. */
  level?: 2 | 3 | undefined;
  id?: string | undefined;
  children: ReactNode;
}

/**
 * A white sheet with a heading. Panels are not put inside panels. On a page it is a landmark by its title; inside another
 * titled part, where the same title may stand again, its heading alone leads to it.
 */
export function Panel({ title, extra, level = 2, id, children }: PanelProps) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="rd-panel" id={id} aria-labelledby={title === undefined || level === 3 ? undefined : headingId}>
      {title !== undefined && (
        <div className="rd-panel-head">
          <Heading id={headingId}>{title}</Heading>
          {extra !== undefined && <div className="rd-panel-extra">{extra}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
