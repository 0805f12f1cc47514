import type { ReactNode } from 'react';
import './progress-bar.css';

export interface ProgressMark {
  /** On the same scale as value and max. */
  at: number;
  label: string;
}

export interface ProgressBarProps {
  /** What the bar measures, for those who hear the page. */
  label: string;
  /** Used so far, e.g. counted days. */
  value: number;
  /** The whole, in the same unit; more than 0. */
  max: number;
  marks?: readonly ProgressMark[] | undefined;
  /** The same in words: 已用 49 天. Read aloud as the value. */
  text: string;
  /** More words after the text, e.g. 中止扣除 15 天. */
  note?: ReactNode | undefined;
  tone?: 'ink' | 'amber' | 'red' | undefined;
}

/** How much of a limit is used, with its milestones labelled where they stand. */
export function ProgressBar({ label, value, max, marks = [], text, note, tone = 'ink' }: ProgressBarProps) {
  const percent = (amount: number) => `${Math.min(100, Math.max(0, (amount / max) * 100))}%`;
  return (
    <div className="rd-bar" data-tone={tone}>
      <div
        className="rd-bar-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(max, Math.max(0, value))}
        aria-valuetext={text}
      >
        <span className="rd-bar-fill" style={{ width: percent(value) }} />
        {marks
          .filter((mark) => mark.at < max)
          .map((mark) => (
            <span key={mark.at} className="rd-bar-mark" style={{ left: percent(mark.at) }} />
          ))}
      </div>
      {marks.length > 0 && (
        <div className="rd-bar-marks" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark.at} style={{ left: percent(mark.at) }} data-last={mark.at >= max ? '' : undefined}>
              {mark.label}
            </span>
          ))}
        </div>
      )}
      <div className="rd-bar-text">
        {text}
        {note !== undefined && <> · {note}</>}
      </div>
    </div>
  );
}
