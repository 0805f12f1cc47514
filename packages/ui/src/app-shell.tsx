import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import './app-shell.css';

export interface RailItem {
  key: string;
  label: string;
  /** This page or one below it is on screen. */
  current?: boolean | undefined;
  /** How many wait there; `name` says it in full for those who hear the page: 3 件已超期. */
  counter?: { value: number | string; name: string; tone?: 'plain' | 'red' | undefined } | undefined;
}

export interface RailGroup {
  key: string;
  heading?: string | undefined;
  items: readonly RailItem[];
}

/** What the shell hands to the application's own link element; spread all of it. */
export interface RailLinkProps {
  className: string;
  'aria-current': 'page' | undefined;
  onClick: () => void;
  children: ReactNode;
}

export interface AppShellProps {
  brand: string;
  /** Under the brand: the office. */
  office: string;
  groups: readonly RailGroup[];
  /** At the foot of the rail: 管理. */
  bottom?: RailItem | undefined;
  /** Makes a link with the application's router. */
  renderLink: (item: RailItem, props: RailLinkProps) => ReactElement;
  /** The one search box. */
  search?: ReactNode | undefined;
  /** What is new, language, me. */
  right?: ReactNode | undefined;
  strings: { navigation: string; openMenu: string; closeMenu: string; skipToContent: string };
  children: ReactNode;
}

/** The frame of every page: the rail at the left (behind a button on a phone), the top bar, and the page itself. */
export function AppShell(props: AppShellProps) {
  const { brand, office, groups, bottom, renderLink, search, right, strings, children } = props;
  const [menuOpen, setMenuOpen] = useState(false);

  const list = (items: readonly RailItem[], label?: string) => (
    <ul aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          {renderLink(item, {
            className: 'rd-nav-link',
            'aria-current': item.current === true ? 'page' : undefined,
            onClick: () => setMenuOpen(false),
            children: (
              <>
                <span>{item.label}</span>
                {item.counter !== undefined && (
                  <span className="rd-nav-count" data-tone={item.counter.tone}>
                    <span aria-hidden="true">{item.counter.value}</span>
                    <span className="rd-sr">{item.counter.name}</span>
                  </span>
                )}
              </>
            ),
          })}
        </li>
      ))}
    </ul>
  );

  const navigation = (
    <nav className="rd-nav" aria-label={strings.navigation}>
      <div className="rd-brand">
        {brand}
        <small>{office}</small>
      </div>
      {groups.map((group) => (
        <div key={group.key}>
          {group.heading !== undefined && (
            <div className="rd-nav-heading" aria-hidden="true">
              {group.heading}
            </div>
          )}
          {list(group.items, group.heading)}
        </div>
      ))}
      {bottom !== undefined && <div className="rd-nav-bottom">{list([bottom])}</div>}
    </nav>
  );

  return (
    <div className="rd-app">
      <a className="rd-skip" href="#main">
        {strings.skipToContent}
      </a>
      <div className="rd-rail">{navigation}</div>
      <div>
        <header className="rd-top">
          <button
            type="button"
            className="rd-btn rd-top-menu"
            aria-label={strings.openMenu}
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(true)}
          >
            <span aria-hidden="true">☰</span>
          </button>
          <span className="rd-top-brand">{brand}</span>
          {search !== undefined && <div className="rd-top-search">{search}</div>}
          <div className="rd-top-right">{right}</div>
        </header>
        <main className="rd-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Drawer
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        placement="left"
        size={264}
        closable={false}
        rootClassName="rd-drawer-root"
        className="rd-drawer"
        aria-label={strings.navigation}
        styles={{ body: { padding: '16px 12px', background: 'var(--ink)' } }}
        destroyOnHidden
      >
        <button
          type="button"
          className="rd-drawer-close"
          aria-label={strings.closeMenu}
          onClick={() => setMenuOpen(false)}
        >
          <span aria-hidden="true">×</span>
        </button>
        {navigation}
      </Drawer>
    </div>
  );
}
