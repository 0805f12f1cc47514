import type { ReactNode } from 'react';
import './error-state.css';

export interface ErrorStateProps {
  /** What could not be done, in words. */
  title: string;
  /** Why, and what was kept as it was. */
  detail?: ReactNode | undefined;
  retry?: { label: string; onRetry: () => void } | undefined;
}

/** Something failed: what, why, and a way on. Never an error code alone. */
export function ErrorState({ title, detail, retry }: ErrorStateProps) {
  return (
    <div className="rd-error" role="alert">
      <p className="rd-error-title">{title}</p>
      {detail !== undefined && <p>{detail}</p>}
      {retry !== undefined && (
        <button type="button" className="rd-btn" onClick={retry.onRetry}>
          {retry.label}
        </button>
      )}
    </div>
  );
}
