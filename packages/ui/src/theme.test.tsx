import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen } from '@testing-library/react';
import { Empty } from 'antd';
import { describe, expect, it } from 'vitest';
import { tokens, UiRoot } from './theme.tsx';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const declared = new Map([...css.matchAll(/^\s*--([\w-]+):\s*(.+);$/gm)].map((match) => [match[1], match[2]]));

/** Relative luminance after WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the tokens', () => {
  it('are the same in the style sheet and in the theme', () => {
    expect(Object.keys(tokens).length).toBeGreaterThan(20);
    for (const [name, value] of Object.entries(tokens)) expect([name, declared.get(name)]).toEqual([name, value]);
  });

  it.each([
    ['text', 'paper'],
    ['muted', 'surface'],
    ['muted', 'paper'],
    ['muted', 'surface-2'],
    ['muted', 'ink-wash'],
    ['muted', 'amber-wash'],
    ['ink', 'ink-wash'],
    ['ink-2', 'paper'],
    ['seal', 'seal-wash'],
    ['amber', 'amber-wash'],
    ['amber', 'paper'],
    ['jade', 'jade-wash'],
    ['surface', 'ink'],
  ] as const)('%s on %s can be read', (words, ground) => {
    expect(contrast(tokens[words], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('draw the edge of what one can press at 3:1', () => {
    expect(contrast(tokens.edge, tokens.surface)).toBeGreaterThanOrEqual(3);
  });
});

describe('the root', () => {
  it.each([
    ['zh-CN', '暂无数据'],
    ['en', 'No data'],
  ] as const)('makes antd speak %s', (locale, word) => {
    render(
      <UiRoot locale={locale}>
        <Empty />
      </UiRoot>,
    );
    expect(screen.getAllByText(word).length).toBeGreaterThan(0);
  });
});
