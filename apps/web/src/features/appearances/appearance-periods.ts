/** The periods rates are asked for. */
import { type CivilDate, civilDateOf, daysInMonth, partsOf } from '@redress/domain/calendar/civil-date';

export const periods = ['year', 'last', 'quarter', 'own'] as const;
export type PeriodKey = (typeof periods)[number];

export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const yearOf = (year: number): Period => ({ from: civilDateOf(year, 1, 1), to: civilDateOf(year, 12, 31) });

export function periodOf(key: PeriodKey, today: CivilDate, own: Partial<Period>): Period {
  const { year, month } = partsOf(today);
  if (key === 'last') return yearOf(year - 1);
  if (key === 'quarter') {
    const first = month - ((month - 1) % 3);
    return { from: civilDateOf(year, first, 1), to: civilDateOf(year, first + 2, daysInMonth(year, first + 2)) };
  }
  const whole = yearOf(year);
  if (key === 'year') return whole;
  const from = own.from ?? whole.from;
  const to = own.to ?? whole.to;
  return from <= to ? { from, to } : { from: to, to: from };
}
