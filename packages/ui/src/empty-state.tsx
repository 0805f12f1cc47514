import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  title: string;
  /** What to do about it. */
  detail?: ReactNode | undefined;
  /** A button or link that does it. */
  action?: ReactNode | undefined;
}

/** Nothing here, and what one can do. */
export function EmptyState({ title, detail, action }: EmptyStateProps) {
  return (
    <div className="rd-empty">
      <p className="rd-empty-title">{title}</p>
      {detail !== undefined && <p>{detail}</p>}
      {action !== undefined && <div className="rd-empty-action">{action}</div>}
    </div>
  );
}
