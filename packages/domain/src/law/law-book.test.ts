import { describe, expect, it } from 'vitest';
import { civilDate as day } from '../calendar/civil-date.ts';
import { chooseRule, isGovernedByFiling, makeLawBook, shippedLawBook } from './law-book.ts';
import { timeLimits } from './time-limits.ts';
import { type RuleId, ruleIds } from './vocabulary.ts';

const book = shippedLawBook();

function choose(id: RuleId, facts: Parameters<typeof chooseRule>[2]): string {
  const choice = chooseRule(book, id, facts);
  return choice.found ? `${choice.rule.citations[0]?.law} by ${choice.by}` : choice.why;
}

describe('which row governs', () => {
  it('is the row of the trigger’s day', () => {
    expect(choose('reconsideration.reply-ordinary', { trigger: day('2023-12-31') })).toBe('ARL1999 by trigger');
    expect(choose('reconsideration.reply-ordinary', { trigger: day('2024-01-01') })).toBe('ARL2023 by trigger');
    expect(choose('reconsideration.redo', { trigger: day('2026-06-30') })).toBe('REG2007 by trigger');
    expect(choose('reconsideration.redo', { trigger: day('2026-07-01') })).toBe('REG2026 by trigger');
  });

  it('does not heed the day of filing where the trigger governs', () => {
    expect(choose('reconsideration.examine', { trigger: day('2023-12-31'), filed: day('2024-02-01') })).toBe(
      'ARL1999 by trigger',
    );
  });

  it('is the row of the day of filing for applying, suing and claiming', () => {
    const trigger = day('2023-12-20');
    expect(choose('reconsideration.apply', { trigger, filed: day('2024-01-05') })).toBe('ARL2023 by filing');
    expect(choose('reconsideration.apply', { trigger, filed: day('2023-12-25') })).toBe('ARL1999 by filing');
    expect(choose('reconsideration.apply', { trigger, today: day('2024-01-05') })).toBe('ARL2023 by today');
    expect(choose('reconsideration.apply', { trigger })).toBe('ARL1999 by trigger');
  });

  it('is the first later version when only the trigger is known, and says so', () => {
    expect(choose('reconsideration.apply', { trigger: day('1998-05-01') })).toBe('ARL1999 by later-version');
    expect(choose('compensation.claim', { trigger: day('2011-05-01') })).toBe('SCL2012 by later-version');
    expect(choose('reconsideration.apply-longest-other', { trigger: day('2021-05-01') })).toBe(
      'ARL2023 by later-version',
    );
  });

  it('is never today’s rule for a day before any version', () => {
    expect(choose('reconsideration.examine', { trigger: day('1999-09-30') })).toBe('no-rule-on-file');
    expect(choose('reconsideration.decide-simplified', { trigger: day('2023-12-31') })).toBe('no-rule-on-file');
    expect(choose('reconsideration.apply', { trigger: day('1998-05-01'), filed: day('1998-06-01') })).toBe(
      'no-rule-on-file',
    );
    expect(choose('litigation.summons', { trigger: day('2018-02-07') })).toBe('no-rule-on-file');
  });

  it('is none where an old rule ended and no other took its place', () => {
    expect(choose('reconsideration.agree-receiver', { trigger: day('2026-07-01') })).toBe('no-rule-on-file');
    expect(choose('reconsideration.relay-county', { trigger: day('2024-01-01') })).toBe('no-rule-on-file');
  });

  it('is unknown without a trigger', () => {
    expect(choose('reconsideration.examine', { trigger: null })).toBe('no-trigger');
  });

  it('follows a pinned law, the old regulation with the old law', () => {
    const trigger = day('2024-02-01');
    expect(choose('reconsideration.decide-ordinary', { trigger, pinned: 'ARL1999' })).toBe('ARL1999 by pinned');
    expect(choose('reconsideration.notify-correction', { trigger, pinned: 'ARL1999' })).toBe('REG2007 by pinned');
    expect(choose('reconsideration.decide-simplified', { trigger, pinned: 'ARL1999' })).toBe('no-rule-on-file');
    expect(choose('reconsideration.examine', { trigger: day('2023-05-01'), pinned: 'ARL2023' })).toBe(
      'ARL2023 by pinned',
    );
  });
});

describe('the limits governed by filing', () => {
  it('are those of applying, suing, claiming and their caps, and no others', () => {
    expect(ruleIds.filter(isGovernedByFiling)).toEqual([
      'reconsideration.apply',
      'reconsideration.apply-not-informed',
      'reconsideration.apply-longest-immovable',
      'reconsideration.apply-longest-other',
      'reconsideration.apply-not-informed-longest',
      'reconsideration.apply-over-inaction',
      'litigation.sue-after-reconsideration',
      'litigation.sue-directly',
      'litigation.sue-longest-immovable',
      'litigation.sue-longest-other',
      'litigation.sue-over-inaction',
      'litigation.retrial-application',
      'litigation.apply-enforcement',
      'litigation.organ-apply-enforcement',
      'litigation.sue-after-overdue-reconsideration',
      'litigation.sue-after-refusal',
      'litigation.sue-after-reconsideration-not-informed',
      'litigation.sue-after-reconsideration-longest',
      'litigation.sue-not-informed',
      'litigation.sue-not-informed-longest',
      'litigation.sue-content-unknown',
      'litigation.retrial-application-late-ground',
      'litigation.retrial-application-third-party',
      'litigation.right-holder-apply-enforcement',
      'litigation.sue-after-preservation',
      'compensation.claim',
      'compensation.sue',
      'compensation.sue-reconsideration-part',
      'compensation.sue-reconsideration-part-longest',
      'compensation.sue-after-silence',
    ]);
  });
});

describe('a law book', () => {
  it('changes its version with any row', () => {
    expect(makeLawBook().version).toBe(book.version);
    const [first, ...rest] = timeLimits;
    if (!first) throw new Error('the table is empty');
    expect(makeLawBook([{ ...first, length: 61 }, ...rest]).version).not.toBe(book.version);
  });
});
