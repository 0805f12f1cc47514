import './loading-skeleton.css';

export interface LoadingSkeletonProps {
  /** Read aloud: 正在读取案件. */
  label: string;
  /** How many rows to stand in for. */
  rows?: number | undefined;
  /** Widths of the bars in each row, as percentages. */
  widths?: readonly number[] | undefined;
}

/** The shape of what is coming, so that the page does not jump when it arrives. */
export function LoadingSkeleton({ label, rows = 3, widths = [18, 46, 16] }: LoadingSkeletonProps) {
  return (
    <div className="rd-skeleton" role="status">
      <span className="rd-sr">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move.
        <div key={row} className="rd-skeleton-row" aria-hidden="true">
          {widths.map((width, bar) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <span key={bar} style={{ width: `${width}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
