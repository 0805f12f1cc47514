import { describe, expect, it } from 'vitest';
import { shippedWorkCalendar } from '../calendar/work-calendar.ts';
import { shippedLawBook } from './law-book.ts';
import { isLimitRowError, type LimitRowCells, limitBatch, limitRow } from './limit-batch.ts';
import { ruleIds } from './vocabulary.ts';

const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };

/** A row written as `rule,from,suspended,extended_days,filed`, answered as `raw,due,status`. */
function answer(text: string): string {
  const [rule = '', from = '', suspended = '', extended_days = '', filed = ''] = text.split(',');
  const { raw, due, status } = limitRow({ rule, from, suspended, extended_days, filed }, law);
  return `${raw},${due},${status}`;
}

describe('a row of limits', () => {
  it.each([
    ['reconsideration.decide-ordinary,2026-07-28,2026-09-28..2026-10-12,', '2026-09-26,2026-10-12,final'],
    [
      'reconsideration.decide-ordinary,2024-03-01,2024-04-20..2024-05-10;2024-05-15..2024-05-25,',
      '2024-05-30,2024-05-30,final',
    ],
    ['reconsideration.decide-ordinary,2015-12-21,,30', '2016-03-20,2016-03-21,final'],
    ['reconsideration.examine,2026-09-29,,', '2026-10-12,2026-10-12,final'],
    ['litigation.summons,2026-10-08,,', '2026-10-05,2026-10-05,final'],
    ['reconsideration.decide-ordinary,2026-12-08,,', '2027-02-06,2027-02-09,provisional'],
    ['reconsideration.decide-ordinary,2026-03-02,2026-03-12..,', ',,stopped'],
    ['reconsideration.perform,2026-03-02,,', ',,unknown'],
    ['reconsideration.examine,1999-09-30,,', ',,unknown'],
    ['reconsideration.examine,2006-03-01,,', ',,unknown'],
    ['reconsideration.examine,,,', ',,unknown'],
    ['reconsideration.redo,2026-07-01,,', '2026-08-30,2026-08-31,final unverified'],
    ['reconsideration.redo,2026-12-01,,', '2027-01-30,2027-02-01,provisional unverified'],
    ['reconsideration.apply,2023-12-20,,,2024-01-05', '2024-02-18,2024-02-18,final'],
    ['reconsideration.apply,2025-02-03,,,2025-02-03', '2025-04-04,2025-04-07,final'],
    // One may sue without ever being told of the limit, or too early over inaction; elsewhere filing chooses no row.
    ['litigation.sue-not-informed,2025-02-03,,,2025-02-02', '2025-08-03,2025-08-04,final'],
    ['litigation.sue-over-inaction,2025-02-03,,,2025-02-02', '2025-08-03,2025-08-04,final'],
    ['reconsideration.examine,2025-03-03,,,2025-03-02', '2025-03-10,2025-03-10,final'],
    ['compensation.claim,2012-05-04,,', '2014-05-04,2014-05-04,final later-version'],
  ])('%s', (row, expected) => {
    expect(answer(row)).toBe(expected);
  });

  it.each([
    ['reconsideration.decide,2026-03-02,,', 'rule: reconsideration.decide is not a rule on file'],
    [',2026-03-02,,', 'rule: missing'],
    ['reconsideration.examine,2025-02-30,,', 'from: there is no day 2025-02-30'],
    ['reconsideration.examine,2025/02/03,,', 'from: 2025/02/03 is not a day written YYYY-MM-DD'],
    ['reconsideration.examine,2025-02-03,,1', 'extended_days: the rule knows no extension'],
    ['reconsideration.decide-simplified,2025-02-03,,10', 'extended_days: the rule knows no extension'],
    ['reconsideration.correct,2023-02-03,,10', 'extended_days: the rule knows no extension'],
    ['reconsideration.decide-ordinary,2025-02-03,,31', 'extended_days: 31 days are above the cap of 30'],
    ['reconsideration.decide-ordinary,2025-02-03,,-1', 'extended_days: -1 is not a whole number of days'],
    ['reconsideration.decide-ordinary,2025-02-03,,1.5', 'extended_days: 1.5 is not a whole number of days'],
    [
      'reconsideration.decide-ordinary,2025-02-03,2025-03-05..2025-03-01,',
      'suspended: the span 2025-03-05..2025-03-01 ends before it begins',
    ],
    [
      'reconsideration.examine,2025-02-03,2025-03-05..2025-03-01,',
      'suspended: the span 2025-03-05..2025-03-01 ends before it begins',
    ],
    ['reconsideration.decide-ordinary,2025-02-03,2025-03-05,', 'suspended: 2025-03-05 is not a span written A..B'],
    ['reconsideration.decide-ordinary,2025-02-03,2025-03-05..2025-13-01,', 'suspended: there is no day 2025-13-01'],
    [
      'reconsideration.decide-ordinary,2025-02-03,..2025-03-01,',
      'suspended: of the span ..2025-03-01 the begin is missing',
    ],
    [
      'reconsideration.decide-ordinary,2025-02-03,2025-03-01..2025-03-02; .. ,',
      'suspended: of the span .. the begin is missing',
    ],
    [
      'reconsideration.decide-ordinary,2025-02-03,2025-03-01..2025-03-02;,',
      'suspended: an empty text is not a span written A..B',
    ],
    ['reconsideration.apply,2025-02-03,,,2025-02-31', 'filed: there is no day 2025-02-31'],
    // Nobody applies against an act before knowing of it, or sues over a decision not yet received.
    ['reconsideration.apply,2025-02-03,,,2025-02-02', 'filed: before from'],
    ['reconsideration.apply-longest-other,2025-02-03,,,2024-02-02', 'filed: before from'],
    ['litigation.sue-after-reconsideration,2025-02-03,,,2025-02-02', 'filed: before from'],
    ['compensation.claim,2025-02-03,,,2025-02-02', 'filed: before from'],
  ])('%s is an error', (row, expected) => {
    expect(answer(row)).toBe(`,,error: ${expected}`);
  });

  it('reads cells with blanks around them, and gives them back as they came', () => {
    const cells: LimitRowCells = {
      rule: ' reconsideration.decide-ordinary ',
      from: ' 2024-03-01',
      suspended: ' 2024-04-20..2024-05-10 ; 2024-05-15 .. 2024-05-25 ',
      extended_days: ' 0 ',
    };
    expect(limitRow(cells, law)).toEqual({ ...cells, raw: '2024-05-30', due: '2024-05-30', status: 'final' });
  });

  it('checks an extension against the row in force, or all rows where none is', () => {
    expect(answer('reconsideration.decide-ordinary,1998-02-03,,30')).toBe(',,unknown');
    expect(answer('reconsideration.decide-ordinary,1998-02-03,,31')).toContain('error: extended_days');
  });
});

describe('a batch', () => {
  it('answers every row in its place', () => {
    const rows = [...ruleIds].map((rule) => ({ rule, from: '2025-03-03', suspended: '', extended_days: '' }));
    const broken = { rule: 'nothing', from: '', suspended: '', extended_days: '' };
    const answers = limitBatch([broken, ...rows, broken], law);
    expect(answers.map((row) => row.rule)).toEqual(['nothing', ...ruleIds, 'nothing']);
    expect(answers.filter(isLimitRowError)).toHaveLength(2);
    expect(answers.filter((row) => row.status === 'final').length).toBeGreaterThan(100);
  });

  it('gives working-day and backward limits one date only', () => {
    for (const rule of law.lawBook.rules) {
      if (rule.unit !== 'working-day' && rule.direction !== 'before') continue;
      const row = limitRow({ rule: rule.id, from: '2025-09-26', suspended: '', extended_days: '' }, law);
      expect(row.raw).toBe(row.due);
    }
  });
});
