import type { ReactNode } from 'react';
import './chip.css';

/** ink: a plain fact; red: overdue or irrevocable; amber: near; jade: met; dotted: provisional or unknown. */
export type ChipTone = 'ink' | 'red' | 'amber' | 'jade' | 'dotted';

export interface ChipProps {
  tone?: ChipTone | undefined;
  children: ReactNode;
}

/** A word or two about the thing beside it. The words carry the meaning; the tone only repeats it. */
export function Chip({ tone = 'ink', children }: ChipProps) {
  return (
    <span className="rd-chip" data-tone={tone}>
      {children}
    </span>
  );
}
