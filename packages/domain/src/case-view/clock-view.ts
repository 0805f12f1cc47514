/** One clock as a page shows it: what is left of it, how it stands, and the days behind it. */
import { type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import { dayGrid } from '../law/day-grid.ts';
import { stoppedUntil } from '../law/days-used.ts';
import { daysLeft } from '../law/lateness.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import type { LawContext } from '../ledger/kinds.ts';
import type { ClockView } from './types.ts';

/** Three working days before the end a clock is near. */
const nearWorkingDays = 3;

/** One clock as the page shows it on a day. */
export function clockView(clock: Clock, today: CivilDate, law: LawContext, subjectName: string | null): ClockView {
  const { computation, end } = clock;
  const { rule, trigger } = computation;
  const isLapse = rule?.kind === 'lapse';
  const bare = clockStatusOn(clock, today);
  // Nothing is late after a lapse: from the next day the act is lawful.
  const status = isLapse && bare === 'overdue' ? 'running' : bare;
  const left = status === 'running' || status === 'overdue' ? daysLeft(computation, today, law.calendar) : null;
  const unit = rule?.special?.unit ?? rule?.unit ?? 'day';
  const metOn = end.is === 'met' && end.on <= today ? end.on : null;
  const extended = computation.extensions.reduce((sum, x) => (x.effective ? sum + x.fact.days : sum), 0);
  const length = rule === null ? null : (rule.special?.length ?? rule.length);
  const countTo = metOn ?? today;
  const used =
    trigger === null || rule?.direction === 'before' || countTo < trigger
      ? null
      : unit === 'working-day'
        ? law.calendar.workingDaysBetween(trigger, countTo)
        : daysBetween(trigger, countTo) - stoppedUntil(computation, countTo);
  const near = left !== null && left.workingDays !== null && left.workingDays <= nearWorkingDays;
  return {
    id: clock.id,
    ruleId: clock.ruleId,
    subject: clock.subject,
    subjectName,
    obligor: rule?.obligor ?? '',
    status,
    raw: computation.raw,
    due: computation.due,
    advised: computation.advised,
    metOn,
    marks: computation.marks,
    unit,
    daysLeft: status === 'stopped' ? computation.daysLeft : (left?.inUnit ?? null),
    workingDaysLeft: left?.workingDays ?? null,
    daysUsed: used,
    length: length === null ? null : length + extended,
    stoppedDays: stoppedUntil(computation, countTo),
    light: status === 'running' ? (near ? 'near' : 'ok') : status === 'superseded' ? 'met' : status,
    missing: computation.unknownWhy === 'no-trigger' ? (rule?.trigger ?? 'no-trigger') : computation.unknownWhy,
    computation,
    grid: unit === 'year' || unit === 'month' ? [] : dayGrid(computation, law.calendar, today),
  };
}
