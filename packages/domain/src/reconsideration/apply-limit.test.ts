import { describe, expect, it } from 'vitest';
import { civilDate as day } from '../calendar/civil-date.ts';
import { shippedWorkCalendar } from '../calendar/work-calendar.ts';
import { shippedLawBook } from '../law/law-book.ts';
import { type ApplicationFacts, limitOfApplication, zApplicationFacts } from './apply-limit.ts';

const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };
const known: ApplicationFacts['act'] = {
  madeOn: day('2025-12-01'),
  immovable: false,
  knownOn: day('2025-12-03'),
  notInformed: null,
  obstacles: [],
  inaction: null,
};
const due = (act: Partial<ApplicationFacts['act']>) =>
  limitOfApplication({ filedOn: null, act: { ...known, ...act } }, law).due;

describe('the limit of an application that is still being typed', () => {
  it('is sixty days from the day the act became known', () => {
    // 1 February 2026 is a Sunday.
    expect(due({})).toBe('2026-02-02');
  });

  it('stands still while an obstacle lasts, and for each of several', () => {
    const one = { from: day('2025-12-10'), to: day('2025-12-20') };
    expect(due({ obstacles: [one] })).toBe('2026-02-11');
    expect(due({ obstacles: [one, { from: day('2026-01-01'), to: day('2026-01-11') }] })).toBe('2026-02-24');
  });

  it('runs from the day the rights became known where nobody told them, within a year of the content', () => {
    const told = (rightsKnownOn: string, contentKnownOn: string) =>
      due({ notInformed: { rightsKnownOn: day(rightsKnownOn), contentKnownOn: day(contentKnownOn) } });
    expect(told('2026-03-02', '2025-12-03')).toBe('2026-05-06');
    expect(told('2026-11-30', '2025-12-03')).toBe('2026-12-03');
  });

  it('over an inaction runs from the end of the period, or of the sixty days where none is set', () => {
    const waited = (requestedOn: string, periodEndsOn: string | null) =>
      due({
        madeOn: null,
        knownOn: null,
        inaction: { requestedOn: day(requestedOn), periodEndsOn: periodEndsOn === null ? null : day(periodEndsOn) },
      });
    expect(waited('2025-09-01', '2025-10-15')).toBe('2025-12-15');
    expect(waited('2025-09-01', null)).toBe('2025-12-30');
  });

  it('has no day while the fact it runs from is missing', () => {
    expect(due({ knownOn: null })).toBeNull();
    expect(due({ notInformed: { rightsKnownOn: null, contentKnownOn: day('2025-12-03') } })).toBeNull();
  });

  it('takes no obstacle that ends before it begins', () => {
    const act = { ...known, obstacles: [{ from: '2025-12-20', to: '2025-12-10' }] };
    expect(zApplicationFacts.safeParse({ filedOn: null, act }).success).toBe(false);
  });
});
