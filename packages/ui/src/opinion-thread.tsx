import type { ReactNode } from 'react';
import type { ChipTone } from './chip.tsx';
import { Chip } from './chip.tsx';
import './opinion-thread.css';

export type OpinionVerdict = 'proposed' | 'approved' | 'returned' | 'withdrawn' | 'waiting';

export interface Opinion {
  key: string;
  who: ReactNode;
  /** Post and organ at that time. */
  post?: ReactNode | undefined;
  /** In words; and how it was given: on paper, with the scan. */
  when?: ReactNode | undefined;
  verdict: OpinionVerdict;
  /** 拟办, 同意, 退回. */
  verdictLabel: string;
  /** The opinion word for word. */
  words?: string | undefined;
  /** Why it was returned, point by point. */
  reasons?: readonly string[] | undefined;
  children?: ReactNode | undefined;
}

export interface OpinionThreadProps {
  label: string;
  opinions: readonly Opinion[];
}

const tones: Record<OpinionVerdict, ChipTone> = {
  proposed: 'ink',
  approved: 'jade',
  returned: 'amber',
  withdrawn: 'dotted',
  waiting: 'dotted',
};

/** Who proposed, approved or returned, when, and in which words: kept as they were written. */
export function OpinionThread({ label, opinions }: OpinionThreadProps) {
  return (
    <ol className="rd-opinions" aria-label={label}>
      {opinions.map((opinion) => (
        <li key={opinion.key} data-verdict={opinion.verdict}>
          <div className="rd-opinion-head">
            <Chip tone={tones[opinion.verdict]}>{opinion.verdictLabel}</Chip>
            <b>{opinion.who}</b>
            {opinion.post !== undefined && <span className="rd-muted">{opinion.post}</span>}
            {opinion.when !== undefined && <span className="rd-opinion-when">{opinion.when}</span>}
          </div>
          {opinion.words !== undefined && <blockquote className="rd-opinion-words">{opinion.words}</blockquote>}
          {opinion.reasons !== undefined && opinion.reasons.length > 0 && (
            <ol className="rd-opinion-reasons">
              {opinion.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ol>
          )}
          {opinion.children}
        </li>
      ))}
    </ol>
  );
}
