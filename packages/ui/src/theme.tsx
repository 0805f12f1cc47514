import type { ThemeConfig } from 'antd';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';

/** The values of tokens.css, for what cannot read a CSS variable: antd's theme and charts. */
export const tokens = {
  paper: '#f7f5f0',
  surface: '#ffffff',
  'surface-2': '#faf9f6',
  line: '#e7e3da',
  'line-2': '#d5d0c4',
  edge: '#8f8a7e',
  text: '#1c232b',
  muted: '#5d6770',
  faint: '#98a0a7',
  ink: '#17375a',
  'ink-2': '#2a5d8f',
  'ink-wash': '#edf2f7',
  'ink-line': '#c9d7e6',
  seal: '#b02a1f',
  'seal-wash': '#fbeeec',
  amber: '#9a5a00',
  'amber-wash': '#fcf3e2',
  jade: '#276b4d',
  'jade-wash': '#e9f3ee',
  law: '#2a2f35',
  'day-counted': '#dfe8f1',
  'day-weekend': '#f0ede6',
  'day-holiday': '#f3d9d5',
  sans: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  serif: '"Songti SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif',
} as const;

/** antd in the colours of the house: ink for action, seal only for what is overdue or cannot be undone. */
export const redressTheme: ThemeConfig = {
  token: {
    colorPrimary: tokens.ink,
    colorInfo: tokens['ink-2'],
    colorLink: tokens['ink-2'],
    colorLinkHover: tokens.ink,
    colorError: tokens.seal,
    colorWarning: tokens.amber,
    colorSuccess: tokens.jade,
    colorTextBase: tokens.text,
    colorText: tokens.text,
    colorTextSecondary: tokens.muted,
    colorTextTertiary: tokens.muted,
    colorTextDescription: tokens.muted,
    colorTextPlaceholder: tokens.muted,
    colorBgLayout: tokens.paper,
    colorBgContainer: tokens.surface,
    colorBorder: tokens['line-2'],
    colorBorderSecondary: tokens.line,
    fontFamily: tokens.sans,
    fontSize: 14,
    lineHeight: 22 / 14,
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeight: 34,
    motionDurationFast: '0.08s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Tabs: { horizontalItemPadding: '8px 0 9px', horizontalItemGutter: 26, titleFontSize: 14 },
    Form: { labelColor: tokens.text, verticalLabelPadding: '0 0 4px' },
  },
};

/** The languages the screen can speak, as BCP 47 tags. */
export type UiLocale = 'zh-CN' | 'en';

type AntdLocale = typeof zhCN;

/** antd's locale files are CommonJS: a bundler may hand over the module instead of what it exports. */
function unwrap(locale: AntdLocale | { default: AntdLocale }): AntdLocale {
  return 'default' in locale ? locale.default : locale;
}

const antdLocales: Record<UiLocale, AntdLocale> = { 'zh-CN': unwrap(zhCN), en: unwrap(enUS) };

export interface UiRootProps {
  /** The language of antd's own words (pagination, pickers, modals). */
  locale: UiLocale;
  children: ReactNode;
}

/** Without motion where the reader asked for none: a list must not wait for an animation that the style sheet cut short. */
const stillTheme: ThemeConfig = { ...redressTheme, token: { ...redressTheme.token, motion: false } };
const wantsStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** antd's own icons say their English names to those who hear the page; these say nothing. */
const glyph = (sign: string) => <span aria-hidden="true">{sign}</span>;
const selectIcons = {
  suffixIcon: glyph('▾'),
  clearIcon: glyph('✕'),
  removeIcon: glyph('✕'),
  menuItemSelectedIcon: glyph('✓'),
};

/** Wrap the application once: tokens, base styles, antd's theme, language, messages and modals. */
export function UiRoot({ locale, children }: UiRootProps) {
  return (
    // antd would otherwise put a space between the two characters of 受理 on a button.
    <ConfigProvider
      theme={wantsStill() ? stillTheme : redressTheme}
      locale={antdLocales[locale]}
      button={{ autoInsertSpace: false }}
      select={selectIcons}
      drawer={{ closeIcon: glyph('✕') }}
      modal={{ closeIcon: glyph('✕') }}
      tabs={{ more: { icon: glyph('…') } }}
      wave={{ disabled: true }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
