import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  title: string;
  /** It is all the page has: its title is the page's heading. */
  page?: boolean | undefined;
  /** What to do about it. */
  detail?: ReactNode | undefined;
  /** A button or link that does it. */
  action?: ReactNode | undefined;
}

/** Nothing here, and what one can do. */
export function EmptyState({ title, page = false, detail, action }: EmptyStateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="rd-empty">
      <Title className="rd-empty-title">{title}</Title>
      {detail !== undefined && <p>{detail}</p>}
      {action !== undefined && <div className="rd-empty-action">{action}</div>}
    </div>
  );
}
