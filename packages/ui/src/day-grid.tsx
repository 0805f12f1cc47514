import type { KeyboardEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import { dayNumber, fromDayNumber, partsOf, weekdayIndex } from './civil-day.ts';
import './day-grid.css';

/**
 * What a day is to the limit. `start`: the day of the fact, not counted; `counted`; `weekend` and `holiday`: days off
 * (counted or not, as the rule says); `make-up`: a weekend day worked; `stopped`: while the limit stood still; `raw`:
 * the end before it rolled; `due`: the end; `provisional`: its calendar is not yet published; `none`: outside.
 */
export type DayKind =
  | 'start'
  | 'counted'
  | 'weekend'
  | 'holiday'
  | 'make-up'
  | 'stopped'
  | 'raw'
  | 'due'
  | 'provisional'
  | 'none';

export interface GridDay {
  /** `YYYY-MM-DD`. */
  date: string;
  kind: DayKind;
  /** The day in words with what it is and its notice: 2026年2月16日（周一）春节放假. */
  label: string;
  /** What lies below a mark: the raw end that falls on a holiday keeps the holiday's ground. */
  under?: DayKind | undefined;
}

export interface DayGridProps {
  /** Ascending, without gaps, from the fact to the end. */
  days: readonly GridDay[];
  /** The name of the grid: 作出复议决定，逐日. */
  label: string;
  /** The legend's word for each kind; only kinds that occur are shown. */
  kindNames: Readonly<Record<Exclude<DayKind, 'none'>, string>>;
  /** Seven short names, Monday first. */
  weekdayNames: readonly string[];
  /** A month's heading, e.g. `${month}月`. Month 1 to 12. */
  monthName: (month: number, year: number) => string;
  /** Shown where the name of a day appears, while none is pointed at. */
  hint?: string | undefined;
}

/** The order of the legend: the limit's own marks first, then what days are. */
const legendOrder = [
  'start',
  'counted',
  'weekend',
  'holiday',
  'make-up',
  'stopped',
  'raw',
  'due',
  'provisional',
] as const satisfies readonly Exclude<DayKind, 'none'>[];

/** How far each key goes, in days: down the week, across the weeks. */
const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 7,
  ArrowLeft: -7,
  PageDown: 28,
  PageUp: -28,
};

interface Laid {
  /** Day number of the first column's Monday. */
  monday: number;
  weeks: number;
  /** Index in `days` by offset from that Monday; undefined outside. */
  at: (number | undefined)[];
  /** Runs of weeks under one month's heading; a week belongs to the month of its Sunday. */
  months: { key: string; month: number; year: number; span: number }[];
}

function lay(days: readonly GridDay[]): Laid {
  const at: (number | undefined)[] = [];
  const months: Laid['months'] = [];
  const first = days[0] === undefined ? null : partsOf(days[0].date);
  if (first === null) return { monday: 0, weeks: 0, at, months };
  const monday = dayNumber(first) - weekdayIndex(first);
  for (const [index, day] of days.entries()) {
    const parts = partsOf(day.date);
    if (parts !== null) at[dayNumber(parts) - monday] = index;
  }
  const weeks = Math.ceil(at.length / 7);
  for (let week = 0; week < weeks; week += 1) {
    const { year, month } = fromDayNumber(monday + week * 7 + 6);
    const last = months.at(-1);
    if (last !== undefined && last.month === month && last.year === year) last.span += 1;
    else months.push({ key: `${year}-${month}`, month, year, span: 1 });
  }
  return { monday, weeks, at, months };
}

/**
 * The signature of the house: one small square per day from the fact to the end, weeks as columns, Monday to Sunday as
 * rows. Pointing at a square or reaching it with the arrow keys (one tab stop for the whole grid) names the day.
 */
export function DayGrid({ days, label, kindNames, weekdayNames, monthName, hint }: DayGridProps) {
  const laid = useMemo(() => lay(days), [days]);
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);

  const dueIndex = days.findIndex((day) => day.kind === 'due');
  const stop = active !== null && active < days.length ? active : dueIndex >= 0 ? dueIndex : 0;
  const shownIndex = pointed ?? (focused ? stop : null);
  const shown = shownIndex === null ? undefined : days[shownIndex];
  const present = new Set(days.flatMap((day) => [day.kind, day.under]));

  function onKeyDown(event: KeyboardEvent) {
    let target: number | undefined;
    const move = moves[event.key];
    if (event.key === 'Home') target = 0;
    else if (event.key === 'End') target = days.length - 1;
    else if (move !== undefined) target = stop + move;
    if (target === undefined) return;
    event.preventDefault();
    if (target < 0 || target >= days.length) return;
    setActive(target);
    const cell = table.current?.querySelector<HTMLElement>(`[data-index="${target}"]`);
    // Only the tab stop carries a tabindex; the next square needs one before it can take the focus.
    if (cell) {
      cell.tabIndex = 0;
      cell.focus();
    }
  }

  return (
    <figure className="rd-days">
      <div className="rd-days-scroll">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves about in (APG).
          role="grid"
          aria-label={label}
          aria-readonly="true"
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onMouseLeave={() => setPointed(null)}
        >
          <colgroup>
            <col className="rd-days-corner" />
            <col className="rd-days-week" span={laid.weeks} />
          </colgroup>
          <thead>
            <tr>
              <td data-kind="none" />
              {laid.months.map((month, at) => (
                <th key={month.key} scope="colgroup" colSpan={month.span}>
                  {/* One week is narrower than a heading: where another month follows at once, its own stands there. */}
                  <span className={month.span === 1 && at < laid.months.length - 1 ? 'rd-sr' : undefined}>
                    {monthName(month.month, month.year)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdayNames.slice(0, 7).map((weekday, row) => (
              <tr key={weekday}>
                <th scope="row">{weekday}</th>
                {Array.from({ length: laid.weeks }, (_, week) => {
                  const offset = week * 7 + row;
                  const index = laid.at[offset];
                  const day = index === undefined ? undefined : days[index];
                  if (index === undefined || day === undefined || day.kind === 'none') {
                    return <td key={laid.monday + offset} data-kind="none" role="presentation" />;
                  }
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid above hears the keys.
                    <td
                      key={day.date}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a td of a grid is a gridcell.
                      role="gridcell"
                      data-kind={day.kind}
                      data-under={day.under}
                      data-index={index}
                      data-shown={index === shownIndex ? '' : undefined}
                      aria-label={day.label}
                      tabIndex={index === stop ? 0 : undefined}
                      onMouseEnter={() => setPointed(index)}
                      onClick={() => setActive(index)}
                      onFocus={() => setActive(index)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="rd-days-shown" aria-hidden="true" data-hint={shown === undefined ? '' : undefined}>
        {shown?.label ?? hint}
      </div>
      <ul className="rd-days-legend">
        {legendOrder
          .filter((kind) => present.has(kind))
          .map((kind) => (
            <li key={kind}>
              <i aria-hidden="true" data-kind={kind} />
              {kindNames[kind]}
            </li>
          ))}
      </ul>
    </figure>
  );
}
