import type { CSSProperties, ReactNode } from 'react';
import { dayNumber, partsOf } from './civil-day.ts';
import './time-strands.css';

export interface StrandEvent {
  key: string;
  /** `YYYY-MM-DD` */
  on: string;
  /** The day in words. */
  day: string;
  /** What happened. */
  said: string;
}

export interface Strand {
  key: string;
  name: ReactNode;
  /** Court, number, organ: what tells it from the others. */
  detail?: ReactNode | undefined;
  chips?: ReactNode | undefined;
  from: string;
  /** null while it goes on: the bar runs to today. */
  to: string | null;
  /** The span in words. */
  span: string;
  events: readonly StrandEvent[];
  /** The one this page is about. */
  here?: boolean | undefined;
}

export interface TimeStrandsProps {
  label: string;
  strands: readonly Strand[];
  today: string;
  todayLabel: string;
}

const toDayNumber = (iso: string): number => {
  const parts = partsOf(iso);
  return parts === null ? 0 : dayNumber(parts);
};

/** January 1st of every year between two days, as `YYYY-MM-DD`. */
function yearsBetween(from: string, to: string): string[] {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year++) years.push(`${year}-01-01`);
  return years;
}

/** Several proceedings on one line of time: each a bar from its beginning to its end, its events as marks on it. */
export function TimeStrands({ label, strands, today, todayLabel }: TimeStrandsProps) {
  const days = strands.flatMap((s) => [s.from, s.to ?? today, ...s.events.map((e) => e.on)]);
  const first = days.reduce((a, b) => (a < b ? a : b), today);
  const last = days.reduce((a, b) => (a > b ? a : b), today);
  const start = toDayNumber(first);
  const length = Math.max(1, toDayNumber(last) - start);
  const at = (day: string): number => ((toDayNumber(day) - start) / length) * 100;
  const years = yearsBetween(first, last);
  return (
    <ol className="rd-strands" aria-label={label}>
      {strands.map((strand) => {
        const from = at(strand.from);
        const width = Math.max(0.6, at(strand.to ?? today) - from);
        return (
          <li key={strand.key} data-here={strand.here === true || undefined} aria-current={strand.here || undefined}>
            <div className="rd-strands-head">
              <span className="rd-strands-name">{strand.name}</span>
              {strand.chips}
              <span className="rd-strands-span">{strand.span}</span>
            </div>
            {strand.detail !== undefined && <div className="rd-strands-detail">{strand.detail}</div>}
            <div className="rd-strands-track" aria-hidden="true">
              {years.map((day) => (
                <span key={day} className="rd-strands-year" style={{ '--at': `${at(day)}%` } as CSSProperties}>
                  {day.slice(0, 4)}
                </span>
              ))}
              <span
                className="rd-strands-bar"
                data-open={strand.to === null || undefined}
                style={{ '--at': `${from}%`, '--length': `${width}%` } as CSSProperties}
              />
              <span
                className="rd-strands-today"
                title={todayLabel}
                style={{ '--at': `${at(today)}%` } as CSSProperties}
              />
              {strand.events.map((event) => (
                <span
                  key={event.key}
                  className="rd-strands-event"
                  title={`${event.day} ${event.said}`}
                  style={{ '--at': `${at(event.on)}%` } as CSSProperties}
                />
              ))}
            </div>
            <ol className="rd-strands-events">
              {strand.events.map((event) => (
                <li key={event.key}>
                  <time dateTime={event.on}>{event.day}</time> {event.said}
                </li>
              ))}
            </ol>
          </li>
        );
      })}
    </ol>
  );
}
