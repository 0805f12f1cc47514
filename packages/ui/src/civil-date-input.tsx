import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { CivilParts, DayTextProblem } from './civil-day.ts';
import {
  addDays,
  addMonths,
  daysInMonth,
  isCompleteDayText,
  isoDay,
  parseDayText,
  partsOf,
  weekdayIndex,
} from './civil-day.ts';
import './civil-date-input.css';

/** Why what was typed is not taken. */
export type CivilDateProblem = DayTextProblem | 'before-min' | 'after-max';

export interface CivilDateStrings {
  /** Seven short names, Monday first: 周一. */
  weekdays: readonly string[];
  openCalendar: string;
  previousMonth: string;
  nextMonth: string;
  /** Month 1 to 12. */
  monthTitle: (year: number, month: number) => string;
  /** A day in full, for those who hear the page. Takes `YYYY-MM-DD`. */
  dayName: (day: string) => string;
  problems: Readonly<Record<CivilDateProblem, string>>;
  placeholder: string;
}

export interface CivilDateInputProps {
  /** `YYYY-MM-DD`, or null when there is none. */
  value: string | null;
  /**
   * Called with a day, or with null when the field is empty. What is no day, or one outside min and max, is handed on as
   * it was typed once the writer has left the field: a field that is wrong must never pass for one that was left empty.
   */
  onChange: (day: string | null) => void;
  strings: CivilDateStrings;
  id?: string | undefined;
  name?: string | undefined;
  /** An error from outside; stands before the input's own. */
  error?: ReactNode | undefined;
  /** The first and last day that may be given, `YYYY-MM-DD`. */
  min?: string | undefined;
  max?: string | undefined;
  /** Marked in the calendar and where it opens; the caller knows what day it is, the input does not. */
  today?: string | undefined;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-required'?: boolean | undefined;
}

/** How far each key goes in the calendar, in days. */
const moves: Readonly<Record<string, number>> = { ArrowDown: 7, ArrowUp: -7, ArrowRight: 1, ArrowLeft: -1 };

/**
 * A civil day, typed as people type it or picked from a month. It speaks only `YYYY-MM-DD` and never an instant, so no
 * time zone can move the day; the weekday stands beside it as a check on a slip of the finger.
 */
export function CivilDateInput(props: CivilDateInputProps) {
  const { value, onChange, strings, error, min, max, today, disabled = false } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const errorId = `${id}-problem`;
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [text, setText] = useState(value ?? '');
  const [problem, setProblem] = useState<CivilDateProblem | null>(null);
  const [open, setOpen] = useState(false);
  /** What was last reported, so that a value changed from outside shows itself and our own does not disturb typing. */
  const reported = useRef(value);

  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setText(value ?? '');
    setProblem(null);
  }, [value]);

  function report(day: string | null) {
    if (day === reported.current) return;
    reported.current = day;
    onChange(day);
  }

  function check(day: string): CivilDateProblem | null {
    // ISO days of four-digit years sort as text.
    if (min !== undefined && day < min) return 'before-min';
    if (max !== undefined && day > max) return 'after-max';
    return null;
  }

  /** `final` when the writer has left the field: only then is half a date an error. */
  function take(typed: string, final: boolean) {
    if (typed.trim() === '') {
      setProblem(null);
      report(null);
      return;
    }
    if (!final && !isCompleteDayText(typed)) {
      setProblem(null);
      return;
    }
    const parsed = parseDayText(typed);
    const found = parsed.ok ? check(parsed.day) : parsed.problem;
    setProblem(found);
    report(parsed.ok ? parsed.day : final ? typed.trim() : null);
    if (parsed.ok && final) setText(parsed.day);
  }

  function pick(day: string) {
    setText(day);
    setProblem(null);
    report(day);
    close();
  }

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  const parsedNow = parseDayText(text);
  const parts = parsedNow.ok ? partsOf(parsedNow.day) : null;
  const ownMessage = problem === null ? null : strings.problems[problem];
  const message = error ?? ownMessage;
  const invalid = props['aria-invalid'] === true || (message !== null && message !== '' && message !== false);
  const described = [props['aria-describedby'], message ? errorId : undefined].filter((part) => part !== undefined);

  return (
    <div className="rd-date" ref={root}>
      <div className="rd-date-box" data-invalid={invalid ? '' : undefined} data-disabled={disabled ? '' : undefined}>
        <input
          id={id}
          name={props.name}
          type="text"
          inputMode="text"
          autoComplete="off"
          placeholder={strings.placeholder}
          value={text}
          disabled={disabled}
          aria-label={props['aria-label']}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
          aria-invalid={invalid || undefined}
          aria-required={props['aria-required']}
          onChange={(event) => {
            setText(event.target.value);
            take(event.target.value, false);
          }}
          onBlur={() => take(text, true)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(text, true);
            if (event.key === 'ArrowDown' && event.altKey && !disabled) {
              event.preventDefault();
              setOpen(true);
            }
          }}
        />
        {parts !== null && (
          <span className="rd-date-weekday" data-testid="weekday">
            {strings.weekdays[weekdayIndex(parts)]}
          </span>
        )}
        <button
          ref={opener}
          type="button"
          className="rd-date-open"
          aria-label={strings.openCalendar}
          aria-haspopup="dialog"
          aria-expanded={open}
          disabled={disabled}
          onClick={() => setOpen(!open)}
        >
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            aria-hidden="true"
          >
            <rect x="1.7" y="3" width="12.6" height="11.3" rx="1.5" />
            <path d="M1.7 6.4h12.6M5 1.4v3M11 1.4v3" />
          </svg>
        </button>
      </div>
      {message && (
        <p className="rd-date-error" id={errorId}>
          {message}
        </p>
      )}
      {open && (
        <MonthDialog
          selected={parsedNow.ok ? parsedNow.day : null}
          start={parsedNow.ok ? parsedNow.day : (today ?? max ?? min ?? '2026-01-01')}
          today={today}
          allowed={(day) => check(day) === null}
          label={strings.openCalendar}
          strings={strings}
          onPick={pick}
          onClose={close}
        />
      )}
    </div>
  );
}

interface MonthDialogProps {
  selected: string | null;
  start: string;
  today: string | undefined;
  allowed: (day: string) => boolean;
  label: string;
  strings: CivilDateStrings;
  onPick: (day: string) => void;
  onClose: () => void;
}

/** One month, Monday first: arrows move by day and week, Page Up and Down by month, Enter picks, Escape leaves. */
function MonthDialog({ selected, start, today, allowed, label, strings, onPick, onClose }: MonthDialogProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(start);
  const [align, setAlign] = useState<'start' | 'end'>('start');
  /** The focus follows the day only when the day moved by key: a press on ‹ or › keeps it on the button. */
  const follow = useRef(true);

  useLayoutEffect(() => {
    const edge = dialog.current?.getBoundingClientRect();
    if (edge !== undefined && edge.right > document.documentElement.clientWidth - 8) setAlign('end');
  }, []);

  useEffect(() => {
    if (follow.current) dialog.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    follow.current = false;
  }, [at]);

  const shown: CivilParts = partsOf(at) ?? { year: 2026, month: 1, day: 1 };
  const lead = weekdayIndex({ ...shown, day: 1 });
  const length = daysInMonth(shown.year, shown.month);
  const weeks = Math.ceil((lead + length) / 7);

  function go(day: string, byKey: boolean) {
    follow.current = byKey;
    if (partsOf(day) !== null) setAt(day);
  }

  function onGridKey(event: KeyboardEvent) {
    const move = moves[event.key];
    if (move !== undefined) go(addDays(at, move), true);
    else if (event.key === 'PageUp') go(addMonths(at, event.shiftKey ? -12 : -1), true);
    else if (event.key === 'PageDown') go(addMonths(at, event.shiftKey ? 12 : 1), true);
    else if (event.key === 'Home') go(addDays(at, -weekdayIndex(shown)), true);
    else if (event.key === 'End') go(addDays(at, 6 - weekdayIndex(shown)), true);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (allowed(at)) onPick(at);
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={dialog}
      className="rd-date-popup"
      role="dialog"
      aria-label={label}
      data-align={align}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <div className="rd-date-head">
        <button type="button" aria-label={strings.previousMonth} onClick={() => go(addMonths(at, -1), false)}>
          ‹
        </button>
        <span aria-live="polite">{strings.monthTitle(shown.year, shown.month)}</span>
        <button type="button" aria-label={strings.nextMonth} onClick={() => go(addMonths(at, 1), false)}>
          ›
        </button>
      </div>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves about in (APG).
        role="grid"
        aria-label={strings.monthTitle(shown.year, shown.month)}
        onKeyDown={onGridKey}
      >
        <thead>
          <tr>
            {strings.weekdays.slice(0, 7).map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a month's weeks are told apart by their order only.
            <tr key={week}>
              {strings.weekdays.slice(0, 7).map((weekday, column) => {
                const number = week * 7 + column - lead + 1;
                if (number < 1 || number > length) return <td key={weekday} />;
                const day = isoDay({ ...shown, day: number });
                const may = allowed(day);
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid above hears the keys.
                  <td
                    key={weekday}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a td of a grid is a gridcell; said so for aria-selected.
                    role="gridcell"
                    data-day={day}
                    data-today={day === today ? '' : undefined}
                    tabIndex={day === at ? 0 : -1}
                    aria-label={strings.dayName(day)}
                    aria-selected={day === selected}
                    aria-disabled={may ? undefined : true}
                    aria-current={day === today ? 'date' : undefined}
                    onClick={() => {
                      if (may) onPick(day);
                    }}
                  >
                    {number}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
