import type { ReactNode } from 'react';
import './day-board.css';

export interface BoardDay {
  /** Unique: the civil day. */
  key: string;
  /** In its cell: 24. */
  short: string;
  /** Where days stand one under the other, and for those who hear the page: 2月24日（周二）. */
  long: string;
  isToday?: boolean | undefined;
  /** A day on which nobody works. */
  isRest?: boolean | undefined;
  /** Of the month before or after. */
  isOutside?: boolean | undefined;
  items: readonly { readonly key: string; readonly content: ReactNode }[];
}

export interface DayBoardProps {
  label: string;
  /** Monday first, as the days come. */
  weekdays: readonly string[];
  days: readonly BoardDay[];
  /** One week alone has room for more on a day. */
  tall?: boolean | undefined;
}

/** Days as a sheet of weeks; where there is no room for seven beside each other, a list of the days that have something. */
export function DayBoard({ label, weekdays, days, tall = false }: DayBoardProps) {
  const weeks: BoardDay[][] = [];
  for (let at = 0; at < days.length; at += 7) weeks.push(days.slice(at, at + 7));
  return (
    <section className="rd-board" aria-label={label}>
      <div className="rd-board-head" aria-hidden="true">
        {weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      {weeks.map((week) => (
        <ol key={week[0]?.key} className="rd-board-week" data-tall={tall ? '' : undefined}>
          {week.map((day) => (
            <li
              key={day.key}
              className="rd-board-day"
              data-today={day.isToday === true ? '' : undefined}
              data-rest={day.isRest === true ? '' : undefined}
              data-outside={day.isOutside === true ? '' : undefined}
              data-empty={day.items.length === 0 ? '' : undefined}
            >
              <time
                className="rd-board-date"
                dateTime={day.key}
                title={day.long}
                aria-current={day.isToday === true ? 'date' : undefined}
              >
                <span className="rd-board-short">{day.short}</span>
                <span className="rd-board-long">{day.long}</span>
              </time>
              {day.items.length > 0 && (
                <ul className="rd-board-items">
                  {day.items.map((item) => (
                    <li key={item.key}>{item.content}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      ))}
    </section>
  );
}
