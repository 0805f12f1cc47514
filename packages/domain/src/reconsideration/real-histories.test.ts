/** Histories taken from published judgments, entered entry by entry: the dates come out as the courts found. */
import { describe, expect, it } from 'vitest';
import { clockStatusOn } from '../ledger/clock.ts';
import { aCase, day } from '../testing/builders.ts';

const decide = 'reconsideration.decide-ordinary';
const status = (b: ReturnType<typeof aCase>, ruleId: string, on: string) => {
  const clock = b.clock(ruleId);
  if (clock === undefined) throw new Error(`no clock ${ruleId}`);
  return clockStatusOn(clock, day(on));
};

describe('histories under the law before 2024', () => {
  it('1: a chain across New Year and Spring Festival', () => {
    const b = aCase()
      .received('2015-12-10')
      .correctionNotified('2015-12-16')
      .corrected('2015-12-21')
      .copied('2015-12-21', { served: '2015-12-22' })
      .replied('2016-01-04')
      .extended('2016-02-18')
      .decided('2016-03-18');
    const c = b.fold();
    expect(b.due('reconsideration.notify-correction')).toBe('2015-12-17');
    expect(status(b, 'reconsideration.notify-correction', '2015-12-16')).toBe('met');
    expect(c.acceptance).toMatchObject({ on: '2015-12-21', by: 'law', article: 'ARL1999 17(2)' });
    const reply = b.clock('reconsideration.reply-ordinary');
    expect(reply?.computation).toMatchObject({ raw: '2016-01-01', due: '2016-01-04' });
    expect(status(b, 'reconsideration.reply-ordinary', '2016-01-04')).toBe('met');
    expect(c.extensions).toMatchObject([{ days: 30, effective: true, sentOn: null }]);
    expect(b.clock(decide)?.computation).toMatchObject({ raw: '2016-03-20', due: '2016-03-21' });
    expect(b.clock(decide)?.computation.marks).toContain('extension-unproven');
    expect(status(b, decide, '2016-03-18')).toBe('met');
    expect(b.codes()).toEqual([]);
  });

  it('2: a long suspension', () => {
    const b = aCase()
      .received('2017-11-03')
      .copied('2017-11-06')
      .suspended('2017-11-08')
      .resumed('2018-04-10')
      .decided('2018-05-30');
    expect(b.clock(decide)?.computation.stoppedDays).toBe(153);
    expect(b.due(decide)).toBe('2018-06-04');
    expect(status(b, decide, '2018-05-30')).toBe('met');
  });

  it('3: extended, then suspended near the end', () => {
    const b = aCase()
      .received('2018-09-26')
      .copied('2018-09-27')
      .extended('2018-11-19')
      .suspended('2018-12-14')
      .resumed('2018-12-26')
      .decided('2018-12-29');
    expect(b.fold().extensions[0]?.effective).toBe(true);
    expect(b.clock(decide)?.computation).toMatchObject({ raw: '2019-01-06', due: '2019-01-07', stoppedDays: 12 });
    expect(status(b, decide, '2018-12-29')).toBe('met');
  });

  it('4: correction time is not counted, and a suit of 31 October came too early', () => {
    const b = aCase()
      .received('2017-07-28')
      .correctionNotified('2017-08-01')
      .corrected('2017-08-09')
      .extended('2017-09-20');
    expect(b.fold().acceptance?.on).toBe('2017-08-09');
    expect(b.clock(decide)?.computation).toMatchObject({ raw: '2017-11-07', due: '2017-11-07' });
    expect(status(b, decide, '2017-10-31')).toBe('running');
    const sue = b.clock('litigation.sue-after-overdue-reconsideration');
    expect(sue?.visibleFrom).toBe('2017-11-08');
    expect(b.on('2017-10-31').running.map((k) => k.ruleId)).not.toContain(
      'litigation.sue-after-overdue-reconsideration',
    );
    expect(b.on('2017-11-08').running.map((k) => k.ruleId)).toContain('litigation.sue-after-overdue-reconsideration');
  });

  it('5: posted on the last day', () => {
    const b = aCase()
      .received('2019-05-16')
      .copied('2019-05-17')
      .extended('2019-07-12', 30, { sent: '2019-07-15', served: '2019-07-18' })
      .decided('2019-07-31');
    expect(b.fold().extensions).toMatchObject([{ effective: true, sentOn: '2019-07-15' }]);
    expect(b.due(decide)).toBe('2019-08-14');
    expect(status(b, decide, '2019-07-31')).toBe('met');
  });

  it('5, had it been posted a day later: the extension moves nothing and the decision is late', () => {
    const b = aCase()
      .received('2019-05-16')
      .copied('2019-05-17')
      .extended('2019-07-12', 30, { sent: '2019-07-16' })
      .decided('2019-07-31');
    expect(b.fold().extensions).toMatchObject([{ effective: false, ineffectiveBecause: 'sent-late' }]);
    expect(b.due(decide)).toBe('2019-07-15');
    expect(status(b, decide, '2019-07-31')).toBe('late');
    expect(b.codes()).toContain('extension-sent-late');
  });

  it('6: extended on the day before the end', () => {
    const b = aCase()
      .received('2019-03-25')
      .copied('2019-03-26')
      .extended('2019-05-23', 30, { sent: '2019-05-23' })
      .decided('2019-06-14');
    const before = aCase().received('2019-03-25');
    expect(before.due(decide)).toBe('2019-05-24');
    expect(b.fold().extensions[0]?.effective).toBe(true);
    expect(b.due(decide)).toBe('2019-06-24');
    expect(status(b, decide, '2019-06-14')).toBe('met');
  });

  it('7: ninety days end on a Sunday', () => {
    const b = aCase().received('2017-09-25').copied('2017-09-26').extended('2017-11-20').decided('2017-12-18');
    expect(b.clock(decide)?.computation).toMatchObject({ raw: '2017-12-24', due: '2017-12-25' });
    expect(status(b, decide, '2017-12-18')).toBe('met');
  });
});
