import type { ReactNode } from 'react';
import './timeline.css';

export interface TimelineEntry {
  key: string;
  /** The legal day in words. */
  date: string;
  /** The same day as `YYYY-MM-DD`, for machines that read the page. */
  dateTime?: string | undefined;
  title: ReactNode;
  detail?: ReactNode | undefined;
  /** Who recorded it and when. */
  by?: ReactNode | undefined;
  /** Chips after the title. */
  badges?: ReactNode | undefined;
  /** `replaced` and `annulled` entries stay in sight, struck, with their correction. */
  state?: 'effective' | 'replaced' | 'annulled' | undefined;
  /** The state in a word, read before the struck title: 已更正. Needed when the state is not effective. */
  stateLabel?: string | undefined;
  /** What now stands in its place, and why. */
  correction?: ReactNode | undefined;
  /** Documents, actions, the chain. */
  children?: ReactNode | undefined;
}

export interface TimelineProps {
  entries: readonly TimelineEntry[];
  label: string;
}

/** 经过: the ledger as people read it. Nothing is hidden: a wrong entry is struck and shows what replaced it. */
export function Timeline({ entries, label }: TimelineProps) {
  return (
    <ol className="rd-timeline" aria-label={label}>
      {entries.map((entry) => {
        const struck = entry.state === 'replaced' || entry.state === 'annulled';
        const name = <span className="rd-timeline-name">{entry.title}</span>;
        return (
          <li key={entry.key} data-state={entry.state ?? 'effective'}>
            <time className="rd-timeline-date" dateTime={entry.dateTime}>
              {entry.date}
            </time>
            <div className="rd-timeline-body">
              <div className="rd-timeline-title">
                {struck && entry.stateLabel !== undefined && <span className="rd-sr">{entry.stateLabel} </span>}
                {struck ? <s style={{ textDecoration: 'none' }}>{name}</s> : name}
                {entry.badges}
              </div>
              {entry.detail !== undefined && <div className="rd-timeline-detail">{entry.detail}</div>}
              {entry.correction !== undefined && <div className="rd-timeline-correction">{entry.correction}</div>}
              {entry.children !== undefined && <div className="rd-timeline-children">{entry.children}</div>}
            </div>
            {entry.by !== undefined && <div className="rd-timeline-by">{entry.by}</div>}
          </li>
        );
      })}
    </ol>
  );
}
