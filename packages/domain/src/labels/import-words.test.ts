import { expect, it } from 'vitest';
import { importFields } from '../reconsideration/import/fields.ts';
import { type ImportProblem, importProblemCodes } from '../reconsideration/import/problems.ts';
import { choices } from '../reconsideration/import/values.ts';
import { differenceText, importOptionText, importProblemText, importWords } from './import-words.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

it('both languages fill in the same things', () => {
  const [zh, en] = [importWords('zh-CN'), importWords('en')];
  for (const code of importProblemCodes) {
    expect([code, placeholders(en.problems[code])]).toEqual([code, placeholders(zh.problems[code])]);
  }
  expect(placeholders(en.difference)).toEqual(placeholders(zh.difference));
});

it('every code of every choice has its words', () => {
  for (const field of importFields) {
    const codes: readonly string[] = field in choices ? choices[field as keyof typeof choices] : [];
    for (const code of codes) expect(importOptionText('zh-CN', field, code)).toMatch(/\p{Script=Han}/u);
  }
});

it('a problem is a sentence with its column, its day in words and its article', () => {
  const problem: ImportProblem = {
    from: 'import',
    code: 'before-that',
    field: 'servedOn',
    severity: 'error',
    value: '2025-04-20',
    article: null,
    params: { other: 'closedOn', day: '2025-04-28' },
  };
  expect(importProblemText('zh-CN', problem)).toBe('早于结案日期（2025年4月28日）。请核对两个日期');
  const contradiction: ImportProblem = {
    ...problem,
    from: 'contradiction',
    code: 'decided-without-copy',
    article: 'ARL2023 48',
    params: {},
  };
  expect(importProblemText('zh-CN', contradiction)).toContain('第四十八条');
  expect(
    differenceText('zh-CN', {
      what: 'late',
      field: 'late',
      said: 'in-time',
      computed: 'late',
      daysLate: 9,
      ruleId: null,
      article: 'ARL2023 62(1)',
    }),
  ).toContain('台账记为 未超期，依法计算为 超期，超期 9 日');
});
