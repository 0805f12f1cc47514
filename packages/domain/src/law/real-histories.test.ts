/** Dates taken from published judgments under the law before 2024: each must come out as the court found. */
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate as day, daysBetween } from '../calendar/civil-date.ts';
import { shippedWorkCalendar } from '../calendar/work-calendar.ts';
import { computeLimit, type ExtensionFact, type LimitFacts } from './compute.ts';
import { lateness, madeInTime } from './lateness.ts';
import { shippedLawBook } from './law-book.ts';
import type { RuleId } from './vocabulary.ts';

const calendar = shippedWorkCalendar();
const law = { lawBook: shippedLawBook(), calendar };

function limit(rule: RuleId, from: string, facts: Partial<LimitFacts> = {}) {
  return computeLimit(rule, { ...facts, trigger: day(from) }, law);
}

const extendedOn = (decided: string, sent: ExtensionFact['sentOn'] = 'unknown'): ExtensionFact => ({
  days: 30,
  decidedOn: day(decided),
  sentOn: sent,
});
const suspension = (from: string, to: string) => ({ from: day(from), to: day(to), kind: 'suspension' as const });
const decisionOf = (date: string) => ({ madeOn: day(date), sentOn: null });

describe('a chain across New Year and Spring Festival', () => {
  it('asked for correction on the fourth of five working days', () => {
    const notice = limit('reconsideration.notify-correction', '2015-12-10');
    expect(notice.due).toBe('2015-12-17');
    expect(calendar.workingDaysBetween(day('2015-12-10'), day('2015-12-16'))).toBe(4);
    expect(lateness(notice, day('2015-12-16'), calendar)?.late).toBe(false);
  });

  it('had its reply in time: ten days ended on New Year’s Day, a holiday until the third', () => {
    const reply = limit('reconsideration.reply-ordinary', '2015-12-22');
    expect([reply.raw, reply.due]).toEqual(['2016-01-01', '2016-01-04']);
    expect(lateness(reply, day('2016-01-04'), calendar)?.late).toBe(false);
  });

  it('was extended on the 59th day and decided before the 90th, a Sunday', () => {
    expect(daysBetween(day('2015-12-21'), day('2016-02-18'))).toBe(59);
    const decision = limit('reconsideration.decide-ordinary', '2015-12-21', { extensions: [extendedOn('2016-02-18')] });
    expect([decision.raw, decision.due]).toEqual(['2016-03-20', '2016-03-21']);
    expect(madeInTime(decision, decisionOf('2016-03-18'))).toBe('in-time-unproven');
  });
});

describe('a long suspension', () => {
  it('left the decision in time', () => {
    const decision = limit('reconsideration.decide-ordinary', '2017-11-03', {
      stopped: [suspension('2017-11-08', '2018-04-10')],
    });
    expect([decision.raw, decision.due, decision.stoppedDays]).toEqual(['2018-06-04', '2018-06-04', 153]);
    expect(madeInTime(decision, decisionOf('2018-05-30'))).toBe('in-time-unproven');
  });
});

describe('extended, then suspended near the end', () => {
  it('was decided in time', () => {
    expect(daysBetween(day('2018-09-26'), day('2018-12-14'))).toBe(79);
    const decision = limit('reconsideration.decide-ordinary', '2018-09-26', {
      extensions: [extendedOn('2018-11-19')],
      stopped: [suspension('2018-12-14', '2018-12-26')],
    });
    expect([decision.raw, decision.due]).toEqual(['2019-01-06', '2019-01-07']);
    expect(madeInTime(decision, decisionOf('2018-12-29'))).toBe('in-time-unproven');
    expect(decision.extensions).toMatchObject([{ effective: true, unproven: true }]);
  });
});

describe('the time for correction', () => {
  it('is not counted: the suit of 31 October came while the limit was running', () => {
    expect(limit('reconsideration.notify-correction', '2017-07-28').due).toBe('2017-08-04');
    const decision = limit('reconsideration.decide-ordinary', '2017-08-09', { extensions: [extendedOn('2017-09-20')] });
    expect(decision.due).toBe('2017-11-07');
    expect(lateness(decision, day('2017-10-31'), calendar)?.late).toBe(false);
    // Counted from the first receipt, it would have been over.
    const uncorrected = limit('reconsideration.decide-ordinary', '2017-07-28', {
      extensions: [extendedOn('2017-09-20')],
    });
    expect(uncorrected.due).toBe('2017-10-26');
  });
});

describe('an extension notice posted on the last day', () => {
  it('took effect: posting counts, not receipt', () => {
    const posted = limit('reconsideration.decide-ordinary', '2019-05-16', {
      extensions: [extendedOn('2019-07-12', day('2019-07-15'))],
    });
    expect(daysBetween(day('2019-05-16'), day('2019-07-15'))).toBe(60);
    expect(posted.extensions).toMatchObject([{ effective: true, unproven: false }]);
    expect(posted.due).toBe('2019-08-14');
    expect(madeInTime(posted, decisionOf('2019-07-31'))).toBe('in-time-unproven');
  });

  it('would have had no effect a day later', () => {
    const late = limit('reconsideration.decide-ordinary', '2019-05-16', {
      extensions: [extendedOn('2019-07-12', day('2019-07-16'))],
    });
    expect(late.due).toBe('2019-07-15');
    expect(late.extensions).toMatchObject([{ effective: false, problem: 'sent-late', lateDays: 1 }]);
    expect(lateness(late, day('2019-07-31'), calendar)).toMatchObject({ late: true, calendarDays: 16 });
  });
});

describe('an extension on the day before the last', () => {
  it('was in time, and so was the decision', () => {
    expect(limit('reconsideration.decide-ordinary', '2019-03-25').due).toBe('2019-05-24');
    const decision = limit('reconsideration.decide-ordinary', '2019-03-25', {
      extensions: [extendedOn('2019-05-23', day('2019-05-23'))],
    });
    expect(decision.due).toBe('2019-06-24');
    expect(madeInTime(decision, decisionOf('2019-06-14'))).toBe('in-time-unproven');
  });
});

describe('ninety days that end on a Sunday', () => {
  it('end on the Monday', () => {
    const decision = limit('reconsideration.decide-ordinary', '2017-09-25', { extensions: [extendedOn('2017-11-20')] });
    expect([decision.raw, decision.due]).toEqual(['2017-12-24', '2017-12-25']);
    expect(madeInTime(decision, decisionOf('2017-12-18'))).toBe('in-time-unproven');
  });
});

describe('how late an act was', () => {
  it('is told in the limit’s own unit and in calendar days', () => {
    const examine = limit('reconsideration.examine', '2026-09-28');
    expect(examine.due).toBe('2026-10-10');
    expect(lateness(examine, day('2026-10-13'), calendar)).toEqual({
      late: true,
      unit: 'working-day',
      inUnit: 2,
      calendarDays: 3,
    });
    const everyDayUntilDue: readonly CivilDate[] = [0, 1, 2, 3].map((n) => addDays(day('2026-10-07'), n));
    for (const date of everyDayUntilDue) expect(lateness(examine, date, calendar)?.late).toBe(false);
  });
});
