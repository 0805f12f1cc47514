import { addDays, partsOf, weekdayIndex } from '../src/civil-day.ts';
import type { DayKind, GridDay } from '../src/day-grid.tsx';
import type { Lang } from './words.ts';
import { dayText, kindNames } from './words.ts';

/** Invented marks over real weeks: the winter of 2025 to 2026 with its holidays, as the sample limit meets them. */
const off = new Set([
  '2026-01-01',
  '2026-01-02',
  '2026-01-03',
  ...Array.from({ length: 9 }, (_, day) => `2026-02-${15 + day}`),
]);
const worked = new Set(['2026-01-04', '2026-02-14', '2026-02-28']);

interface Span {
  start: string;
  due: string;
  raw?: string;
  stopped?: readonly [string, string];
  /** From this day on the calendar is not published. */
  provisionalFrom?: string;
}

/** The days of a sample span, marked as the engine would mark them. */
export function sampleDays(lang: Lang, span: Span): GridDay[] {
  const days: GridDay[] = [];
  for (let date = span.start; date <= span.due; date = addDays(date, 1)) {
    const parts = partsOf(date);
    const weekend = parts !== null && weekdayIndex(parts) > 4;
    let ground: DayKind = 'counted' as DayKind;
    if (off.has(date)) ground = 'holiday';
    else if (worked.has(date)) ground = 'make-up';
    else if (weekend) ground = 'weekend';
    if (span.stopped !== undefined && date >= span.stopped[0] && date < span.stopped[1]) ground = 'stopped';
    if (span.provisionalFrom !== undefined && date >= span.provisionalFrom) ground = 'provisional';
    let kind: DayKind = ground as DayKind;
    if (date === span.start) kind = 'start';
    if (date === span.raw) kind = 'raw';
    if (date === span.due) kind = 'due';
    const names = [kind, ...(kind === ground ? [] : [ground])]
      .filter((name): name is Exclude<DayKind, 'none'> => name !== 'none')
      .map((name) => kindNames[lang][name]);
    days.push({
      date,
      kind,
      under: kind === ground ? undefined : ground,
      label: `${dayText(lang, date)} ${names.join(' · ')}`,
    });
  }
  return days;
}
