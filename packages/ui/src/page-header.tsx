import type { ReactNode } from 'react';
import './page-header.css';

export interface PageHeaderProps {
  title: ReactNode;
  /** Where the page is: 复议 / 云政复〔2025〕41号. */
  crumbs?: ReactNode | undefined;
  /** Chips beside the title: the state, the procedure. */
  chips?: ReactNode | undefined;
  /** One sentence: what the page is for, or who waits for whom. */
  lead?: ReactNode | undefined;
  /** The next steps, the usual one first. */
  actions?: ReactNode | undefined;
}

/** The head of a page: its only h1, its state, what it waits for and what may be done. */
export function PageHeader({ title, crumbs, chips, lead, actions }: PageHeaderProps) {
  return (
    <header className="rd-page-header">
      {crumbs !== undefined && <div className="rd-page-header-crumbs">{crumbs}</div>}
      <div className="rd-page-header-title">
        <h1>{title}</h1>
        {chips}
      </div>
      {lead !== undefined && <div className="rd-page-header-lead">{lead}</div>}
      {actions !== undefined && <div className="rd-page-header-actions rd-no-print">{actions}</div>}
    </header>
  );
}
