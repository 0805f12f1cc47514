import { describe, expect, it } from 'vitest';
import { type CivilDate, civilDate as day } from '../calendar/civil-date.ts';
import { shippedHolidayNotices } from '../calendar/holidays/shipped.ts';
import { makeWorkCalendar, shippedWorkCalendar } from '../calendar/work-calendar.ts';
import {
  type Computation,
  compute,
  computeLimit,
  type ExtensionFact,
  type LimitFacts,
  type StopKind,
  type StoppedSpan,
  underCaps,
} from './compute.ts';
import { shippedLawBook } from './law-book.ts';
import { withSpecialLimit } from './time-limit.ts';
import type { RuleId } from './vocabulary.ts';

const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };
const decide: RuleId = 'reconsideration.decide-ordinary';

function span(from: string, to: string | null, kind: StopKind = 'suspension'): StoppedSpan {
  return { from: day(from), to: to === null ? null : day(to), kind };
}

function limit(rule: RuleId, trigger: string | null, facts: Partial<LimitFacts> = {}): Computation {
  return computeLimit(rule, { ...facts, trigger: trigger === null ? null : day(trigger) }, law);
}

/** `raw → due status`, as a case officer would note it. */
function told(computation: Computation): string {
  const { raw, due, status } = computation;
  if (due === null) return status;
  return raw === due ? `${due} ${status}` : `${raw} → ${due} ${status}`;
}

describe('a limit in days', () => {
  it('does not count the day of the trigger, and ends on the corresponding day', () => {
    expect(told(limit(decide, '2026-03-02'))).toBe('2026-05-01 → 2026-05-06 final');
    expect(told(limit('litigation.answer', '2025-06-03'))).toBe('2025-06-18 final');
  });

  it('ends on the next working day when it ends on a day off', () => {
    expect(told(limit(decide, '2025-12-03'))).toBe('2026-02-01 → 2026-02-02 final');
    expect(told(limit('litigation.answer', '2025-09-18'))).toBe('2025-10-03 → 2025-10-09 final');
    expect(told(limit('reconsideration.decide-simplified', '2026-01-16'))).toBe('2026-02-15 → 2026-02-24 final');
  });

  it('may end on a make-up working Saturday', () => {
    // 60 days from 2016-08-09 end on Saturday 2016-10-08, on which work was done.
    expect(told(limit(decide, '2016-08-09'))).toBe('2016-10-08 final');
    expect(told(limit('litigation.answer', '2026-01-30'))).toBe('2026-02-14 final');
  });

  it('rolls onto a make-up working Saturday', () => {
    // New Year 2013: 01-01 to 01-03 off, Saturday 01-05 and Sunday 01-06 worked.
    expect(told(limit('litigation.answer', '2012-12-18'))).toBe('unknown');
    expect(told(limit(decide, '2012-11-02'))).toBe('2013-01-01 → 2013-01-04 final');
    expect(told(limit(decide, '2012-11-06'))).toBe('2013-01-05 final');
    expect(told(limit(decide, '2016-08-02'))).toBe('2016-10-01 → 2016-10-08 final');
  });

  it('follows holidays amended in the middle of the year', () => {
    expect(told(limit(decide, '2019-03-04'))).toBe('2019-05-03 → 2019-05-05 final');
    expect(told(limit(decide, '2019-12-02'))).toBe('2020-01-31 → 2020-02-03 final');
  });

  it('may start before the calendar begins, but not end there', () => {
    expect(told(limit(decide, '2006-11-20'))).toBe('2007-01-19 final');
    expect(limit(decide, '2006-09-20')).toMatchObject({ status: 'unknown', unknownWhy: 'no-calendar', due: null });
  });
});

describe('a limit in working days', () => {
  it('counts working days one by one and has nothing to roll', () => {
    expect(told(limit('reconsideration.examine', '2026-09-29'))).toBe('2026-10-12 final');
    expect(told(limit('reconsideration.examine', '2026-02-13'))).toBe('2026-02-27 final');
    expect(told(limit('reconsideration.reply-ordinary', '2026-04-27'))).toBe('2026-05-13 final');
  });

  it('counts a make-up working Saturday as a day, and may end on it', () => {
    expect(told(limit('reconsideration.send-copy-simplified', '2026-02-12'))).toBe('2026-02-24 final');
    expect(told(limit('reconsideration.send-copy-simplified', '2026-02-11'))).toBe('2026-02-14 final');
  });

  it('is unknown where it would count days before 2007', () => {
    expect(limit('reconsideration.examine', '2006-12-28')).toMatchObject({ unknownWhy: 'no-calendar' });
    expect(told(limit('reconsideration.examine', '2006-12-31'))).toBe('2007-01-10 final');
  });

  it('read ten days as calendar days before 2024, and as working days since', () => {
    expect(told(limit('reconsideration.reply-ordinary', '2023-12-20'))).toBe('2023-12-30 → 2024-01-02 final');
    expect(told(limit('reconsideration.reply-ordinary', '2024-01-02'))).toBe('2024-01-16 final');
  });
});

describe('a limit in months or years', () => {
  it('ends on the corresponding day, or the last day of a month without one', () => {
    expect(told(limit('litigation.sue-directly', '2025-08-31'))).toBe('2026-02-28 final');
    expect(told(limit('litigation.sue-directly', '2026-02-28'))).toBe('2026-08-28 final');
    expect(told(limit('compensation.decide', '2025-12-31'))).toBe('2026-02-28 final');
    expect(told(limit('reconsideration.apply-longest-other', '2020-02-29'))).toBe('2025-02-28 final');
  });

  it('is rolled, a cap too', () => {
    expect(told(limit('litigation.sue-directly', '2025-04-04'))).toBe('2025-10-04 → 2025-10-09 final');
    expect(told(limit('reconsideration.apply-longest-other', '2021-05-01'))).toBe('2026-05-01 → 2026-05-06 final');
  });
});

describe('stopped days', () => {
  it('are not counted, and those inside the prolonged limit neither', () => {
    const spans = [span('2024-04-20', '2024-05-10'), span('2024-05-15', '2024-05-25')];
    expect(told(limit(decide, '2024-03-01', { stopped: spans }))).toBe('2024-05-30 final');
    expect(limit(decide, '2024-03-01', { stopped: spans }).stoppedDays).toBe(30);
  });

  it('count once where spans overlap, in any order', () => {
    const spans = [
      span('2026-04-10', '2026-04-20'),
      span('2026-04-01', '2026-04-15'),
      span('2026-04-12', '2026-04-14'),
    ];
    expect(limit(decide, '2026-03-02', { stopped: spans })).toMatchObject({ raw: '2026-05-20', stoppedDays: 19 });
  });

  it('do not count before the trigger or after the end', () => {
    const spans = [span('2026-01-01', '2026-03-05'), span('2026-06-01', '2026-06-20')];
    // Only 3 and 4 March lie after the trigger.
    expect(limit(decide, '2026-03-02', { stopped: spans })).toMatchObject({ raw: '2026-05-03', due: '2026-05-06' });
  });

  it('are none in a span that ends on the day it begins', () => {
    expect(told(limit(decide, '2026-03-03', { stopped: [span('2026-04-01', '2026-04-01')] }))).toBe(
      told(limit(decide, '2026-03-03')),
    );
  });

  it('hold the end when the clock stops between the raw and the rolled end', () => {
    const gap = limit(decide, '2026-07-28', { stopped: [span('2026-09-28', '2026-10-12')] });
    expect(told(gap)).toBe('2026-09-26 → 2026-10-12 final');
    expect(gap.steps.map((step) => step.step)).toEqual([
      'started',
      'added',
      'rolled',
      'stopped-before-roll-ended',
      'ends',
    ]);
  });

  it('do not hold an end that the clock has reached before it stops', () => {
    expect(told(limit(decide, '2026-07-28', { stopped: [span('2026-09-29', '2026-10-12')] }))).toBe(
      '2026-09-26 → 2026-09-28 final',
    );
  });

  it('leave the end alone where the gap runs again before its rolled day', () => {
    // Sunday 27 September alone is stopped; Monday the 28th is free.
    expect(told(limit(decide, '2026-07-28', { stopped: [span('2026-09-27', '2026-09-28')] }))).toBe(
      '2026-09-26 → 2026-09-28 final',
    );
  });

  it('roll again when the clock resumes on a day off', () => {
    expect(told(limit(decide, '2026-07-28', { stopped: [span('2026-09-28', '2026-10-02')] }))).toBe(
      '2026-09-26 → 2026-10-08 final',
    );
  });

  it('leave no date while a span is open, but the days left', () => {
    const standing = limit(decide, '2026-03-02', { stopped: [span('2026-03-12', null)] });
    expect(standing).toMatchObject({ status: 'stopped', raw: null, due: null, daysLeft: 51 });
    expect(limit(decide, '2026-07-28', { stopped: [span('2026-09-28', null)] })).toMatchObject({
      status: 'stopped',
      daysLeft: 0,
    });
    expect(told(limit(decide, '2026-07-28', { stopped: [span('2026-09-29', null)] }))).toBe(
      '2026-09-26 → 2026-09-28 final',
    );
  });

  it('lengthen a limit of months by as many days', () => {
    const six = limit('litigation.first-instance-ordinary', '2025-01-31', {
      stopped: [span('2025-03-01', '2025-03-11', 'appraisal')],
    });
    expect(told(six)).toBe('2025-08-10 → 2025-08-11 final');
  });

  it('hold only the limits that the law stops', () => {
    const stopped = [span('2026-03-05', '2026-03-25')];
    for (const rule of ['reconsideration.reply-ordinary', 'reconsideration.apply', 'litigation.answer'] as const) {
      expect(told(limit(rule, '2026-03-02', { stopped }))).toBe(told(limit(rule, '2026-03-02')));
    }
  });
});

describe('an obstacle', () => {
  const obstacle = [span('2026-03-12', '2026-03-22', 'obstacle')];

  it('holds the time to apply, which goes on from its removal (article 20(2))', () => {
    expect(told(limit('reconsideration.apply', '2026-03-03', { stopped: obstacle }))).toBe('2026-05-12 final');
  });

  it('never holds a cap, nor the organ’s own limits', () => {
    for (const rule of ['reconsideration.apply-longest-other', decide] as const) {
      expect(told(limit(rule, '2026-03-03', { stopped: obstacle }))).toBe(told(limit(rule, '2026-03-03')));
    }
  });

  it('suspends the time to claim compensation only within its last six months; detention always', () => {
    const claim = (stopped: readonly StoppedSpan[]) => told(limit('compensation.claim', '2023-03-10', { stopped }));
    expect(claim([])).toBe('2025-03-10 final');
    expect(claim([span('2023-05-01', '2023-06-01', 'obstacle')])).toBe('2025-03-10 final');
    // Of 2024-09-01 to 2024-09-20 only the days from 2024-09-10 on lie in the last six months.
    expect(claim([span('2024-09-01', '2024-09-20', 'obstacle')])).toBe('2025-03-20 final');
    expect(claim([span('2023-05-01', '2023-05-31', 'detention')])).toBe('2025-04-09 final');
  });
});

describe('an extension', () => {
  const extended = (facts: readonly ExtensionFact[], more: Partial<LimitFacts> = {}) =>
    limit(decide, '2025-12-03', { ...more, extensions: facts });
  const granted = (decidedOn: string, sentOn: ExtensionFact['sentOn'], days = 30): ExtensionFact => ({
    days,
    decidedOn: day(decidedOn),
    ...(sentOn === undefined ? {} : { sentOn }),
  });

  it('is added to the raw length, never to the rolled date', () => {
    // 60 days end on Sunday 2026-02-01; 90 days on 2026-03-03, not 30 days after Monday the 2nd.
    expect(told(extended([{ days: 30 }]))).toBe('2026-03-03 final');
  });

  it('takes effect when decided and sent on the rolled last day', () => {
    expect(told(extended([granted('2026-02-02', day('2026-02-02'))]))).toBe('2026-03-03 final');
  });

  it('has no effect when decided or sent a day later, and says how late', () => {
    const decidedLate = extended([granted('2026-02-03', day('2026-02-03'))]);
    expect(told(decidedLate)).toBe('2026-02-01 → 2026-02-02 final');
    expect(decidedLate.extensions).toMatchObject([
      { effective: false, problem: 'decided-late', end: '2026-02-02', lateDays: 1 },
    ]);
    const sentLate = extended([granted('2026-01-30', day('2026-02-05'))]);
    expect(told(sentLate)).toBe('2026-02-01 → 2026-02-02 final');
    expect(sentLate.extensions).toMatchObject([{ effective: false, problem: 'sent-late', lateDays: 3 }]);
    expect(sentLate.steps.map((step) => step.step)).toContain('extension-without-effect');
  });

  it('counts as sent in time, but unproven, when its sending is not known', () => {
    const unknown = extended([granted('2026-01-30', 'unknown')]);
    expect(told(unknown)).toBe('2026-03-03 final');
    expect(unknown.marks).toContain('extension-unproven');
    expect(extended([granted('2026-01-30', 'not-sent')]).extensions).toMatchObject([{ problem: 'not-sent' }]);
  });

  it('never goes beyond thirty days in all; a second one within them is told', () => {
    expect(told(extended([granted('2026-01-10', day('2026-01-10'), 31)]))).toBe('2026-02-01 → 2026-02-02 final');
    const twice = extended([
      granted('2026-01-10', day('2026-01-10'), 20),
      granted('2026-02-10', day('2026-02-10'), 10),
      granted('2026-02-11', day('2026-02-11'), 1),
    ]);
    expect(told(twice)).toBe('2026-03-03 final');
    expect(twice.extensions).toMatchObject([
      { effective: true, second: false },
      { effective: true, second: true },
      { effective: false, problem: 'above-cap' },
    ]);
  });

  it('may be decided at any time while the clock stands still', () => {
    const stopped = [span('2026-01-20', '2026-03-20')];
    expect(extended([granted('2026-03-10', day('2026-03-12'))], { stopped })).toMatchObject({
      raw: '2026-05-01',
      due: '2026-05-06',
    });
    expect(extended([granted('2026-06-10', day('2026-06-12'))], { stopped: [span('2026-01-20', null)] })).toMatchObject(
      {
        status: 'stopped',
        daysLeft: 43,
      },
    );
  });

  it('is unknown to every other limit', () => {
    const simple = limit('reconsideration.decide-simplified', '2025-12-03', {
      extensions: [granted('2025-12-10', day('2025-12-10'), 10)],
    });
    expect(simple.extensions).toMatchObject([{ effective: false, problem: 'rule-knows-none' }]);
    expect(told(simple)).toBe('2026-01-02 → 2026-01-04 final');
  });
});

describe('a backward limit', () => {
  it('is the event less the days, and nothing moves it', () => {
    expect(limit('litigation.summons', '2026-10-08')).toMatchObject({
      raw: '2026-10-05',
      due: '2026-10-05',
      advised: '2026-09-30',
      status: 'final',
    });
    expect(limit('litigation.summons', '2026-09-17')).toMatchObject({ due: '2026-09-14', advised: null });
  });

  it('in working days is the n-th working day before the event', () => {
    expect(limit('reconsideration.hearing-notice', '2026-10-12')).toMatchObject({ due: '2026-09-29', advised: null });
  });

  it('is provisional once it counts a day from 29 December on', () => {
    expect(limit('reconsideration.hearing-notice', '2026-12-29').status).toBe('final');
    expect(limit('reconsideration.hearing-notice', '2026-12-30').status).toBe('provisional');
  });
});

describe('a date beyond the last holiday notice', () => {
  it('is provisional from 29 December on', () => {
    expect(told(limit('litigation.answer', '2026-12-11'))).toBe('2026-12-26 → 2026-12-28 final');
    expect(told(limit('litigation.answer', '2026-12-14'))).toBe('2026-12-29 provisional');
    expect(told(limit(decide, '2026-12-08'))).toBe('2027-02-06 → 2027-02-09 provisional');
  });

  it('is final once the notice is loaded', () => {
    const notice = { year: 2027, url: null, number: null, title: null, days: [['2027-02-09', 'off', '春节']] } as const;
    const calendar = makeWorkCalendar({ notices: [...shippedHolidayNotices, notice] });
    const computation = computeLimit(decide, { trigger: day('2026-12-08') }, { ...law, calendar });
    expect(told(computation)).toBe('2027-02-06 → 2027-02-08 final');
    expect(computation.calendarVersion).not.toBe(law.calendar.version);
  });

  it('is unknown beyond the calendar, whatever the facts', () => {
    const far = { stopped: [span('2026-03-05', '9999-12-31')] };
    expect(limit(decide, '2026-03-02', far)).toMatchObject({ status: 'unknown', unknownWhy: 'no-calendar' });
    expect(limit(decide, '9999-12-31')).toMatchObject({ status: 'unknown', unknownWhy: 'no-calendar' });
  });
});

describe('what is not known stays unknown', () => {
  it('has no date without its trigger, its rule or its document', () => {
    expect(limit(decide, null)).toMatchObject({ status: 'unknown', unknownWhy: 'no-trigger' });
    expect(limit(decide, '1999-09-30')).toMatchObject({ status: 'unknown', unknownWhy: 'no-rule-on-file', rule: null });
    expect(limit('reconsideration.perform', '2026-03-02')).toMatchObject({ unknownWhy: 'as-decided' });
  });

  it('takes a day that a document set, and does not roll it', () => {
    const set = limit('reconsideration.perform', '2026-03-02', { decidedDay: day('2026-10-01') });
    expect(told(set)).toBe('2026-10-01 final');
    const lengthened = limit('reconsideration.correct', '2026-03-02', { decidedDay: day('2026-04-11') });
    expect(told(lengthened)).toBe('2026-04-11 final');
  });
});

describe('marks', () => {
  it('name unverified rows, readings and later versions', () => {
    expect(limit('reconsideration.redo', '2026-07-01').marks).toEqual(['unverified']);
    expect(limit('reconsideration.redo', '2026-06-30').marks).toEqual([]);
    expect(limit('reconsideration.review-own', '2026-03-02').marks).toEqual(['reading']);
    expect(limit('compensation.claim', '2012-03-02').marks).toEqual(['later-version']);
    expect(limit(decide, '2026-03-02', { factsVerified: false }).marks).toEqual(['unverified']);
  });

  it('let the new one-year cap only warn for content known before 2024', () => {
    const cap = (known: string) => limit('reconsideration.apply-not-informed-longest', known);
    expect(cap('2023-12-31').marks).toContain('warns-only');
    expect(cap('2024-01-01').marks).not.toContain('warns-only');
  });
});

describe('caps', () => {
  const under = (main: Computation, ...caps: Computation[]) => told(underCaps(main, caps));

  it('end the time to apply when they come first', () => {
    const main = limit('reconsideration.apply-not-informed', '2025-12-20');
    expect(under(main, limit('reconsideration.apply-not-informed-longest', '2025-01-10'))).toBe(
      '2026-01-10 → 2026-01-12 final',
    );
    expect(under(main, limit('reconsideration.apply-not-informed-longest', '2025-06-10'))).toBe(told(main));
  });

  it('do not refuse where they only warn', () => {
    const main = limit('reconsideration.apply-not-informed', '2025-12-20');
    const warning = limit('reconsideration.apply-not-informed-longest', '2023-06-10');
    expect(under(main, warning)).toBe(told(main));
    expect(underCaps(main, [warning]).marks).toEqual([...main.marks, 'warns-only']);
    // Known so late that a year would not have ended the limit: nothing to warn of.
    const long = limit('reconsideration.apply-not-informed', '2024-01-10');
    expect(underCaps(long, [limit('reconsideration.apply-not-informed-longest', '2023-12-20')]).marks).toEqual(
      long.marks,
    );
  });
});

describe('a special law’s own limit', () => {
  it('takes the place of the general one and shows it', () => {
    const rule = law.lawBook.versionsOf(decide).at(-1);
    if (!rule) throw new Error('no rule');
    const special = withSpecialLimit(rule, { lawName: '某特别法', article: '第九条', length: 30, unit: 'day' });
    const computation = compute(special, { trigger: day('2026-03-02') }, law);
    expect(told(computation)).toBe('2026-04-01 final');
    expect(computation.steps[0]).toMatchObject({ step: 'displaced' });
  });
});

const everyDay: readonly CivilDate[] = ['2008-02-29', '2015-12-31', '2026-02-14', '2027-01-02', '2028-02-29'].map(day);

describe('every rule', () => {
  it('answers for every day without failing, with steps and versions', () => {
    for (const id of new Set(law.lawBook.rules.map((rule) => rule.id))) {
      for (const trigger of everyDay) {
        const computation = computeLimit(id, { trigger }, law);
        expect(computation.steps.length).toBeGreaterThan(0);
        expect(computation.lawBookVersion).toBe(law.lawBook.version);
        expect(computation.due === null).toBe(computation.status === 'unknown');
      }
    }
  });
});
