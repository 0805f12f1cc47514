/**
 * The engine against a second one, written apart from it and as plainly as can be: it walks day by day on Temporal days,
 * knows no prefix tables, no merged spans and no steps. Thousands of random rows over all rules must come out alike.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedHolidayNotices } from '../calendar/holidays/shipped.ts';
import { shippedWorkCalendar } from '../calendar/work-calendar.ts';
import { shippedLawBook } from './law-book.ts';
import { type LimitRowCells, limitRow } from './limit-batch.ts';
import { timeLimits } from './time-limits.ts';
import { ruleIds } from './vocabulary.ts';

const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };

type Day = Temporal.PlainDate;
const plain = (text: string): Day => Temporal.PlainDate.from(text);
const cmp = Temporal.PlainDate.compare;
const next = (d: Day): Day => d.add({ days: 1 });

const offDays = new Set<string>();
const workDays = new Set<string>();
for (const notice of shippedHolidayNotices) {
  for (const [date, kind] of notice.days) {
    offDays.delete(date);
    workDays.delete(date);
    (kind === 'off' ? offDays : workDays).add(date);
  }
}
const off2027 = '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'.split(' ');
for (const md of off2027) offDays.add(`2027-${md}`);
/** As far as twenty years from the latest day drawn reach. */
const qingming: Readonly<Record<number, number>> = {
  2028: 4,
  2029: 4,
  2030: 5,
  2031: 5,
  2032: 4,
  2033: 4,
  2034: 5,
  2035: 5,
  2036: 4,
  2037: 4,
  2038: 5,
  2039: 5,
  2040: 4,
  2041: 4,
  2042: 4,
  2043: 5,
  2044: 4,
  2045: 4,
  2046: 4,
  2047: 5,
  2048: 4,
  2049: 4,
  2050: 4,
};

function isWork(d: Day): boolean {
  const text = d.toString();
  if (workDays.has(text)) return true;
  if (offDays.has(text)) return false;
  if (d.year >= 2028) {
    const md = text.slice(5);
    if (['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(md)) return false;
    if (d.month === 4 && d.day === qingming[d.year]) return false;
  }
  return d.dayOfWeek <= 5;
}

interface Span {
  from: Day;
  to: Day | null;
}

const filingRule = (id: string) =>
  id.startsWith('reconsideration.apply') ||
  id.startsWith('litigation.sue') ||
  id.startsWith('litigation.retrial-application') ||
  id.endsWith('apply-enforcement') ||
  id === 'compensation.claim' ||
  id.startsWith('compensation.sue');

/** `status raw due`, the first two words of the status left out beyond the first. */
function oracle(cells: LimitRowCells): string {
  const rows = timeLimits
    .filter((row) => row.id === cells.rule)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const inForce = (text: string) =>
    rows.find((row) => row.effectiveFrom <= text && text <= (row.effectiveTo ?? '9999-12-31'));
  let row: (typeof rows)[number] | undefined;
  if (filingRule(cells.rule) && cells.filed) row = inForce(cells.filed);
  else {
    row = inForce(cells.from);
    if (!row && filingRule(cells.rule)) row = rows.find((r) => r.effectiveFrom > cells.from);
  }
  const ext = cells.extended_days === '' ? 0 : Number(cells.extended_days);
  const caps = (row ? [row] : rows).flatMap((r) => (r.extensionCapDays === null ? [] : [r.extensionCapDays]));
  if (ext > 0 && (caps.length === 0 || ext > Math.max(...caps))) return 'error:  ';
  if (!row || row.length === null) return 'unknown  ';

  const event = plain(cells.from);
  if (row.direction === 'before') {
    let d = event;
    let left = row.length;
    while (left > 0) {
      d = d.subtract({ days: 1 });
      if (row.unit === 'day' || isWork(d)) left -= 1;
    }
    const provisional = cmp(event.subtract({ days: 1 }), plain('2026-12-29')) >= 0;
    return `${provisional ? 'provisional' : 'final'} ${d} ${d}`;
  }

  const first2007 = plain('2007-01-01');
  const verdict = (raw: Day, due: Day) =>
    `${cmp(due, plain('2026-12-29')) >= 0 ? 'provisional' : 'final'} ${raw} ${due}`;
  if (row.unit === 'working-day') {
    let d = event;
    let left = row.length;
    while (left > 0) {
      d = next(d);
      if (cmp(d, first2007) < 0) return 'unknown  ';
      if (isWork(d)) left -= 1;
    }
    return verdict(d, d);
  }

  const spans: Span[] = !row.stopsForSuspension
    ? []
    : cells.suspended
        .split(';')
        .filter((s) => s !== '')
        .map((s) => {
          const [from, to] = s.split('..');
          return { from: plain(from ?? ''), to: to ? plain(to) : null };
        });
  const stopped = (d: Day) => spans.some((s) => cmp(s.from, d) <= 0 && (s.to === null || cmp(d, s.to) < 0));
  const openFrom = spans
    .filter((s) => s.to === null)
    .map((s) => s.from)
    .sort(cmp)[0];

  const base =
    row.unit === 'day'
      ? event.add({ days: row.length })
      : row.unit === 'month'
        ? event.add({ months: row.length })
        : event.add({ years: row.length });
  let left = event.until(base, { largestUnit: 'days' }).days + ext;
  let raw = event;
  while (left > 0) {
    raw = next(raw);
    if (openFrom && cmp(openFrom, raw) <= 0) return 'stopped  ';
    if (!stopped(raw)) left -= 1;
  }
  let due = raw;
  for (;;) {
    while (!isWork(due)) due = next(due);
    if (cmp(raw, first2007) < 0) return 'unknown  ';
    if (openFrom && cmp(openFrom, due) <= 0) return 'stopped  ';
    if (!stopped(due)) break;
    while (stopped(due)) {
      due = next(due);
      if (openFrom && cmp(openFrom, due) <= 0) return 'stopped  ';
    }
  }
  return verdict(raw, due);
}

function engine(cells: LimitRowCells): string {
  const { status, raw, due } = limitRow(cells, law);
  return `${status.split(' ')[0]} ${raw} ${due}`;
}

const dayBetween = (from: string, to: string) => {
  const start = plain(from);
  const days = start.until(plain(to), { largestUnit: 'days' }).days;
  return fc.integer({ min: 0, max: days }).map((n) => start.add({ days: n }));
};

const stopping = [...new Set(timeLimits.filter((row) => row.stopsForSuspension).map((row) => row.id))];

/** Spans that begin somewhere around the limit, mostly within it, some empty, some open. */
function spansAround(from: Day): fc.Arbitrary<string> {
  const span = fc
    .record({
      begin: fc.integer({ min: -20, max: 130 }),
      length: fc.integer({ min: 0, max: 40 }),
      open: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ begin, length, open }) => {
      const start = from.add({ days: begin });
      return `${start}..${open === 0 ? '' : start.add({ days: length })}`;
    });
  return fc.array(span, { maxLength: 4 }).map((list) => list.join(';'));
}

function rowsOf(rules: readonly string[], days: fc.Arbitrary<Day>): fc.Arbitrary<LimitRowCells> {
  return fc
    .record({
      rule: fc.constantFrom(...rules),
      from: days,
      ext: fc.constantFrom('', '', '', '', '0', '1', '10', '29', '30', '31'),
      filedAfter: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 2 }),
    })
    .chain(({ rule, from, ext, filedAfter }) =>
      spansAround(from).map((suspended) => ({
        rule,
        from: from.toString(),
        suspended,
        extended_days: ext,
        filed: filedAfter === null ? '' : from.add({ days: filedAfter }).toString(),
      })),
    );
}

describe('the engine and a plain walk through the days', () => {
  it('give the same answer for every rule on random days of thirty years', () => {
    fc.assert(
      fc.property(rowsOf(ruleIds, dayBetween('1999-01-01', '2029-06-30')), (cells) => {
        expect(engine(cells)).toBe(oracle(cells));
      }),
      { numRuns: 4000 },
    );
  });

  it('give the same answer for the limits that stop, under the old law and the new', () => {
    fc.assert(
      fc.property(rowsOf(stopping, dayBetween('2006-06-01', '2027-06-30')), (cells) => {
        expect(engine(cells)).toBe(oracle(cells));
      }),
      { numRuns: 4000 },
    );
  });

  it('give the same answer where spans meet the roll of a long holiday', () => {
    const nearHolidays = fc
      .constantFrom(
        '2012-09-30',
        '2013-02-09',
        '2016-10-01',
        '2019-05-01',
        '2020-01-24',
        '2025-10-01',
        '2026-02-15',
        '2026-10-01',
      )
      .chain((text) => fc.integer({ min: -3, max: 9 }).map((n) => plain(text).add({ days: n - 60 })));
    const tight = nearHolidays.chain((from) =>
      fc
        .array(
          fc.tuple(fc.integer({ min: 54, max: 75 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 7 })),
          { minLength: 1, maxLength: 4 },
        )
        .map((list) => ({
          rule: 'reconsideration.decide-ordinary',
          from: from.toString(),
          suspended: list
            .map(([begin, length, open]) => {
              const start = from.add({ days: begin });
              return `${start}..${open === 0 ? '' : start.add({ days: length })}`;
            })
            .join(';'),
          extended_days: '',
        })),
    );
    fc.assert(
      fc.property(tight, (cells) => {
        expect(engine(cells)).toBe(oracle(cells));
      }),
      { numRuns: 4000 },
    );
  });
});
