import type { ReactNode } from 'react';
import { Chip, type ChipTone } from './chip.tsx';
import './check-list.css';

/** ok: the record shows it; look: somebody has to weigh it; warning: the record speaks against it; unknown: not on record. */
export type CheckLineState = 'ok' | 'look' | 'warning' | 'unknown';

export interface CheckLine {
  key: string;
  state: CheckLineState;
  /** The state in a word: 符合, 请核对. */
  stateLabel: string;
  /** What is checked: 管辖. */
  name: string;
  /** What was found. */
  said: ReactNode;
  /** Where the law says so. */
  article?: ReactNode | undefined;
}

export interface CheckListProps {
  label: string;
  lines: readonly CheckLine[];
  /** The lines are of what was typed a moment ago. */
  busy?: boolean | undefined;
}

const tones: Record<CheckLineState, ChipTone> = { ok: 'jade', look: 'amber', warning: 'red', unknown: 'dotted' };

/** What was looked at, line by line: a word for the state, what was found, and the article. */
export function CheckList({ label, lines, busy = false }: CheckListProps) {
  return (
    <ul className="rd-checklist" aria-label={label} aria-busy={busy || undefined}>
      {lines.map((line) => (
        <li key={line.key} data-state={line.state}>
          <span className="rd-checklist-name">{line.name}</span>
          <Chip tone={tones[line.state]}>{line.stateLabel}</Chip>
          <span className="rd-checklist-said">
            {line.said}
            {line.article !== undefined && <span className="rd-muted"> {line.article}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
