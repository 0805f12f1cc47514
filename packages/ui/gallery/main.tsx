import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AppShell } from '../src/app-shell.tsx';
import { LanguageSwitch } from '../src/language-switch.tsx';
import { UiRoot } from '../src/theme.tsx';
import { CasePage } from './case-page.tsx';
import { ComponentsPage } from './components-page.tsx';
import './gallery.css';
import type { Lang } from './words.ts';
import { sayIn } from './words.ts';

const asked = new URLSearchParams(window.location.search);

/** The gallery: `?page=case` shows the components together, otherwise each one by itself; `?lang=en` in English. */
function Gallery() {
  const [lang, setLang] = useState<Lang>(asked.get('lang') === 'en' ? 'en' : 'zh-CN');
  const page = asked.get('page') === 'case' ? 'case' : 'components';
  const say = sayIn(lang);
  document.documentElement.lang = lang;
  return (
    <UiRoot locale={lang}>
      <AppShell
        brand={say('云岭复议', 'Redress')}
        office={say('云岭县司法局', 'Yunling County Justice Bureau')}
        groups={[
          {
            key: 'work',
            items: [
              {
                key: 'components',
                label: say('组件', 'Components'),
                current: page === 'components',
                counter: { value: 3, tone: 'red', name: say('3 件已超期', '3 overdue') },
              },
              {
                key: 'case',
                label: say('复议', 'A case'),
                current: page === 'case',
                counter: { value: 41, name: say('41 件', '41 cases') },
              },
            ],
          },
        ]}
        bottom={{ key: 'admin', label: say('管理', 'Administration') }}
        renderLink={(item, props) => <a href={`?page=${item.key}&lang=${lang}`} {...props} />}
        search={
          <button type="button" className="gallery-search">
            <span>{say('案号、当事人、文号', 'Case, party or document number')}</span>
            <kbd>Ctrl K</kbd>
          </button>
        }
        right={
          <>
            <LanguageSwitch<Lang>
              label={say('语言', 'Language')}
              value={lang}
              onChange={setLang}
              options={[
                { value: 'zh-CN', label: '中文', name: '简体中文' },
                { value: 'en', label: 'EN', name: 'English' },
              ]}
            />
            <span>{say('承办人 林之', 'Lin Zhi')}</span>
          </>
        }
        strings={{
          navigation: say('主导航', 'Main navigation'),
          openMenu: say('打开导航', 'Open navigation'),
          closeMenu: say('关闭导航', 'Close navigation'),
          skipToContent: say('跳到正文', 'Skip to content'),
        }}
      >
        {page === 'case' ? <CasePage lang={lang} say={say} /> : <ComponentsPage lang={lang} say={say} />}
      </AppShell>
    </UiRoot>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
