import type { ReactNode } from 'react';
import './notice-bar.css';

export interface NoticeBarProps {
  tone: 'info' | 'warn' | 'error';
  /** The tone in a word: 提示, 注意, 未能保存. */
  word: string;
  children: ReactNode;
  action?: ReactNode | undefined;
}

/** One sentence about the whole page. An error is announced at once, the others when the reader pauses. */
export function NoticeBar({ tone, word, children, action }: NoticeBarProps) {
  return (
    <div className="rd-notice" data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <span className="rd-notice-word">{word}</span>
      <div className="rd-notice-body">{children}</div>
      {action}
    </div>
  );
}
