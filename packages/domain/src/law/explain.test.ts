import { describe, expect, it } from 'vitest';
import { civilDate as day } from '../calendar/civil-date.ts';
import { shippedWorkCalendar } from '../calendar/work-calendar.ts';
import { compute, computeLimit, type LimitFacts } from './compute.ts';
import { dayGrid } from './day-grid.ts';
import { explain } from './explain.ts';
import { daysLeft, lawfulFrom, lightDays, madeInTime } from './lateness.ts';
import { shippedLawBook } from './law-book.ts';
import { withSpecialLimit } from './time-limit.ts';
import { type RuleId, ruleIds } from './vocabulary.ts';

const calendar = shippedWorkCalendar();
const law = { lawBook: shippedLawBook(), calendar };

function limit(rule: RuleId, from: string, facts: Partial<LimitFacts> = {}) {
  return computeLimit(rule, { ...facts, trigger: day(from) }, law);
}

const springFestival = limit('reconsideration.decide-ordinary', '2025-12-03', {
  triggerRef: 4,
  stopped: [{ from: day('2026-01-05'), to: day('2026-01-20'), kind: 'suspension', ref: 9 }],
});

describe('an explanation', () => {
  it('walks in Chinese from the fact to the end', () => {
    const { name, law: basis, result, steps } = explain(springFestival, 'zh-CN');
    expect(name).toBe('作出行政复议决定的期限（普通程序）');
    expect(basis).toBe('《行政复议法》（2023年修订）第六十二条第一款');
    expect(result).toBe('2026年2月24日（周二）届满');
    expect(steps.map((step) => step.text)).toEqual([
      '2025年12月3日 受理，当日不计',
      '加 60 日，至 2026年2月1日',
      '中止 1月5日–1月20日，扣除 15 日，至 2026年2月16日',
      '2月16日–2月23日为春节放假，顺延至 2026年2月24日',
      '2026年2月24日（周二）届满',
    ]);
    expect(steps.map((step) => step.ref)).toEqual([4, null, 9, null, null]);
    expect(steps[0]?.law).toContain('《民事诉讼法》（2023年修正）第八十五条第二款');
    expect(steps[3]?.notices).toEqual(['放假通知：https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm']);
  });

  it('walks the same way in English', () => {
    expect(explain(springFestival, 'en', { trigger: 'accepted' }).steps.map((step) => step.text)).toEqual([
      '3 Dec 2025: accepted; the day itself is not counted',
      'plus 60 days, to 1 Feb 2026',
      'suspension 5 Jan – 20 Jan: 15 days not counted, to 16 Feb 2026',
      '16 Feb–23 Feb day off (春节): moved to 24 Feb 2026',
      'ends on Tue 24 Feb 2026',
    ]);
  });

  it('calls a period that the decision sets the decision’s, and a special law’s a law’s', () => {
    const rule = law.lawBook.versionsOf('reconsideration.redo').at(-1);
    if (rule === undefined) throw new Error('no rule');
    const length = { lawName: '某特别法', article: '第九条', length: 30, unit: 'day' } as const;
    const withLength = (byDecision: boolean) =>
      explain(compute(withSpecialLimit(rule, { ...length, byDecision }), { trigger: day('2026-04-23') }, law), 'zh-CN');
    expect(withLength(true).steps[0]).toMatchObject({ text: '复议决定确定的期限：30 日', law: '行政复议决定' });
    expect(withLength(true).law).toBe('行政复议决定');
    expect(withLength(false).steps[0]?.text).toBe('《某特别法》第九条另有规定：30 日，不适用一般期限');
  });

  it('cites the old law for old limits', () => {
    const old = explain(limit('reconsideration.decide-ordinary', '2015-12-21'), 'zh-CN');
    expect(old.law).toBe('《行政复议法》（1999年施行，2017年修正）第三十一条第一款');
    expect(old.steps[0]?.law).toBe('《行政复议法》（1999年施行，2017年修正）第四十条第一款');
  });

  it('names the days left out of working days and the make-up day counted', () => {
    const text = explain(limit('reconsideration.examine', '2026-09-29'), 'zh-CN').steps[1]?.text;
    expect(text).toBe(
      '自次日起计 5 个工作日，至 2026年10月12日；其间10月1日–10月7日国庆节放假，不计；10月10日国庆节调休上班，计入',
    );
  });

  it('says that a notice is not on file, and that a year has none yet', () => {
    const amended = explain(limit('reconsideration.decide-ordinary', '2019-12-02'), 'zh-CN');
    expect(amended.steps.flatMap((step) => step.notices)).toContain('放假通知：未入库');
    const next = explain(limit('reconsideration.decide-ordinary', '2026-12-08'), 'zh-CN');
    expect(next.marks).toEqual(['暂定：所涉年份的放假通知尚未发布']);
    expect(next.steps.map((step) => step.step)).toContain('provisional');
  });

  it('says why an extension moved nothing', () => {
    const late = limit('reconsideration.decide-ordinary', '2025-12-03', {
      extensions: [{ days: 30, decidedOn: day('2026-01-30'), sentOn: day('2026-02-05') }],
    });
    expect(explain(late, 'zh-CN').steps.map((step) => step.text)).toContain(
      '延长 30 日不生效：延期通知发出时期限已经届满（期限于 2026年2月2日 届满，迟 3 日），日期不变',
    );
  });

  it('says what is left while the clock stands, and what is missing', () => {
    const standing = limit('reconsideration.decide-ordinary', '2026-03-02', {
      stopped: [{ from: day('2026-03-12'), to: null, kind: 'suspension' }],
    });
    expect(explain(standing, 'zh-CN').result).toBe('已停止计算，尚余 51 日');
    expect(explain(computeLimit('reconsideration.examine', { trigger: null }, law), 'zh-CN').result).toBe(
      '缺少起算事实的日期',
    );
  });

  it('has words for every rule in both languages, with no code left in them', () => {
    for (const id of ruleIds) {
      for (const trigger of ['2019-11-28', '2026-09-10', '2026-12-20']) {
        for (const language of ['zh-CN', 'en'] as const) {
          const { steps, result } = explain(limit(id, trigger), language);
          for (const text of [result, ...steps.map((step) => step.text)]) {
            expect(text).not.toMatch(/undefined|null|NaN/);
            expect(text.length).toBeGreaterThan(1);
          }
        }
      }
    }
  });
});

describe('the day grid', () => {
  it('names every day from the fact to the end once', () => {
    const grid = dayGrid(springFestival, calendar);
    expect(grid).toHaveLength(84);
    expect(grid[0]).toMatchObject({ date: '2025-12-03', kind: 'start', count: null });
    expect(grid.at(-1)).toMatchObject({ date: '2026-02-24', kind: 'due', count: null });
    expect(grid.find((d) => d.date === '2026-02-16')).toMatchObject({ kind: 'raw', count: 60 });
    expect(grid.filter((d) => d.kind === 'stopped')).toHaveLength(15);
    expect(grid.find((d) => d.date === '2026-01-20')).toMatchObject({ kind: 'counted' });
    expect(grid.find((d) => d.date === '2026-02-14')).toMatchObject({ kind: 'make-up', info: { name: '春节' } });
    expect(grid.filter((d) => d.count !== null)).toHaveLength(60);
  });

  it('counts working days alone for a limit in working days', () => {
    const grid = dayGrid(limit('reconsideration.examine', '2026-09-29'), calendar);
    expect(grid.filter((d) => d.count !== null).map((d) => [d.date, d.count])).toEqual([
      ['2026-09-30', 1],
      ['2026-10-08', 2],
      ['2026-10-09', 3],
      ['2026-10-10', 4],
      ['2026-10-12', 5],
    ]);
  });

  it('runs from the advised day to the event for a backward limit', () => {
    const grid = dayGrid(limit('litigation.summons', '2026-10-08'), calendar);
    expect(grid[0]).toMatchObject({ date: '2026-09-30', kind: 'advised' });
    expect(grid.filter((d) => d.count !== null).map((d) => [d.date, d.count])).toEqual([
      ['2026-10-05', 3],
      ['2026-10-06', 2],
      ['2026-10-07', 1],
    ]);
    expect(grid.at(-1)).toMatchObject({ date: '2026-10-08', kind: 'start' });
  });

  it('runs up to the day asked for while the clock stands, and is empty without a date', () => {
    const standing = limit('reconsideration.decide-ordinary', '2026-03-02', {
      stopped: [{ from: day('2026-03-12'), to: null, kind: 'suspension' }],
    });
    const grid = dayGrid(standing, calendar, day('2026-03-20'));
    expect(grid.at(-1)).toMatchObject({ date: '2026-03-20', kind: 'stopped' });
    expect(grid.filter((d) => d.count !== null)).toHaveLength(9);
    expect(dayGrid(limit('reconsideration.perform', '2026-03-02'), calendar)).toEqual([]);
    expect(dayGrid(limit('litigation.sue-longest-immovable', '2020-03-02'), calendar)).toEqual([]);
  });
});

describe('days left and lights', () => {
  it('are told in the limit’s own unit, with working days beside', () => {
    expect(daysLeft(springFestival, day('2026-02-13'), calendar)).toEqual({
      unit: 'day',
      inUnit: 11,
      calendarDays: 11,
      workingDays: 2,
    });
    const examine = limit('reconsideration.examine', '2026-09-29');
    expect(daysLeft(examine, day('2026-09-30'), calendar)).toMatchObject({ unit: 'working-day', inUnit: 4 });
    expect(daysLeft(examine, day('2026-10-14'), calendar)).toMatchObject({ inUnit: -2, calendarDays: -2 });
  });

  it('warn the day before and are overdue the day after', () => {
    expect(lightDays(springFestival)).toEqual({ amberOn: '2026-02-23', redOn: '2026-02-25' });
    expect(lightDays(limit('reconsideration.suspension-longest', '2026-03-02'))).toBeNull();
  });

  it('make the act of a lapse lawful from the next day', () => {
    const lapse = limit('reconsideration.suspension-longest', '2026-03-02');
    expect([lapse.due, lawfulFrom(lapse)]).toEqual(['2026-05-06', '2026-05-07']);
    expect(lawfulFrom(springFestival)).toBeNull();
  });

  it('judge a document by its date and its dispatch', () => {
    const judge = (madeOn: string, sentOn: string | null) =>
      madeInTime(springFestival, { madeOn: day(madeOn), sentOn: sentOn === null ? null : day(sentOn) });
    expect(judge('2026-02-24', '2026-02-24')).toBe('in-time');
    expect(judge('2026-02-24', '2026-02-25')).toBe('made-in-time-sent-late');
    expect(judge('2026-02-24', null)).toBe('in-time-unproven');
    expect(judge('2026-02-25', '2026-02-25')).toBe('late');
  });
});
