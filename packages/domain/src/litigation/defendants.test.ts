import { expect, test } from 'vitest';
import { articleLabel } from '../law/article-label.ts';
import { beforeSuit, courtPapers, courtProcedures, instanceLevels } from './codes.ts';
import { defendantsMissing, defendantsOf } from './defendants.ts';
import { rulesStartedBy, usualPapers } from './summons-limits.ts';

const rolesOf = (before: (typeof beforeSuit)[number]) => defendantsOf[before].roles.join('+');

test('upheld, and what counts as upheld, makes both organs co-defendants', () => {
  const alike = ['upheld', 'request-rejected', 'application-rejected', 'basis-changed', 'unlawful-procedure'] as const;
  for (const before of [...alike, 'partly-upheld'] as const) {
    expect(rolesOf(before), before).toBe('original-organ+reconsideration-organ');
  }
});

test('a changed result is the reconsideration organ’s alone', () => {
  for (const before of ['changed', 'void', 'unlawful-otherwise'] as const) {
    expect(rolesOf(before), before).toBe('reconsideration-organ');
  }
});

test('of silence and of a refusal the plaintiff chooses: the act is the original organ’s, the rest is not', () => {
  expect(rolesOf('silent-act')).toBe('original-organ');
  expect(rolesOf('silent-inaction')).toBe('reconsideration-organ');
  expect(rolesOf('refused-act')).toBe('original-organ');
  expect(rolesOf('refused-refusal')).toBe('reconsideration-organ');
  expect(rolesOf('none')).toBe('original-organ');
});

test('every answer can be said with its article in both languages', () => {
  for (const before of beforeSuit) {
    const [law, article] = defendantsOf[before].article.split(' ') as ['ALL2017' | 'INT2018', string];
    expect(articleLabel(law, article, 'zh-CN')).toMatch(/^第.+条/);
    expect(articleLabel(law, article, 'en')).toMatch(/\d/);
  }
});

test('a co-defendant who is not named is missing; nobody is where all are named', () => {
  const bureau = { organId: 'bureau', role: 'original-organ' } as const;
  expect(defendantsMissing('upheld', [bureau])).toEqual(['reconsideration-organ']);
  expect(defendantsMissing('upheld', [bureau, { organId: 'county', role: 'reconsideration-organ' }])).toEqual([]);
  expect(defendantsMissing('changed', [bureau])).toEqual(['reconsideration-organ']);
});

test('fifteen days for the answer and the evidence start with the copy of the complaint, and with nothing else', () => {
  const on = { receivedOn: null };
  expect(rulesStartedBy({ ...on, level: 'first', procedure: 'ordinary', papers: usualPapers.first })).toEqual([
    'litigation.answer',
    'litigation.evidence',
  ]);
  const others = courtPapers.filter((paper) => paper !== 'complaint-copy');
  expect(rulesStartedBy({ ...on, level: 'first', procedure: 'ordinary', papers: others })).toEqual([]);
  for (const procedure of courtProcedures) {
    expect(rulesStartedBy({ ...on, level: 'second', procedure, papers: ['appeal-copy'] })).toEqual([
      'litigation.appeal-answer',
    ]);
    expect(rulesStartedBy({ ...on, level: 'second', procedure, papers: ['complaint-copy'] })).toEqual([]);
  }
  for (const level of instanceLevels) {
    expect(rulesStartedBy({ ...on, level, procedure: 'ordinary', papers: [] })).toEqual([]);
  }
});
