import type { ReactNode } from 'react';
import './verdict-button.css';

/** usual: the next act; allowed: may be done; irregular: goes on with a recorded reason; refused: may not be done. */
export type Verdict = 'usual' | 'allowed' | 'irregular' | 'refused';

export interface VerdictButtonProps {
  /** The act and its effect: 受理，并起算 60 日. */
  label: ReactNode;
  verdict: Verdict;
  /** Why it is irregular or refused, in a sentence; always in sight, never only in a tooltip. */
  reason?: string | undefined;
  /** The article behind the reason: 第五十三条. */
  article?: string | undefined;
  /** Not called for a refused step. */
  onAct: () => void;
  /** The step is being sent: further presses do nothing. */
  busy?: boolean | undefined;
  type?: 'button' | 'submit' | undefined;
}

/**
 * A step as a button that looks the way the law sees it. A refused one stays reachable by keyboard
 * (`aria-disabled`, not `disabled`), so that everyone can come to its reason.
 */
export function VerdictButton({
  label,
  verdict,
  reason,
  article,
  onAct,
  busy = false,
  type = 'button',
}: VerdictButtonProps) {
  const refused = verdict === 'refused';
  const showsWhy = refused || verdict === 'irregular';
  const why = showsWhy ? [reason, article].filter((part) => part !== undefined && part !== '').join(' · ') : '';
  return (
    <span className="rd-verdict">
      <button
        type={refused ? 'button' : type}
        className="rd-btn"
        data-look={verdict === 'usual' ? 'primary' : undefined}
        data-verdict={verdict}
        aria-disabled={refused || busy ? true : undefined}
        aria-busy={busy || undefined}
        onClick={(event) => {
          if (refused || busy) {
            event.preventDefault();
            return;
          }
          onAct();
        }}
      >
        <span>{label}</span>
        {why !== '' && <span className="rd-verdict-why">{why}</span>}
      </button>
    </span>
  );
}
