/**
 * Which numbers a desk shows, each as the filter of the list that it opens: the number is counted with that filter and
 * with nothing else.
 */
import { addDays, type CivilDate, weekdayOf } from '@redress/domain/calendar/civil-date';
import type { CaseFilter } from '../cases/types.ts';
import type { CounterKey } from './types.ts';

export type CounterFilters = readonly (readonly [CounterKey, CaseFilter])[];

/** Monday to Sunday of the week of a day. */
export function weekOf(day: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

export interface Desk {
  readonly today: CivilDate;
  /** From this day on is "these days". */
  readonly since: CivilDate;
  /** One's own cases only. */
  readonly mine: boolean;
}

/** What every list of the desk has in common. */
export const deskFilter = ({ mine }: Desk): CaseFilter => (mine ? { handler: 'me' } : {});

/** Cases of the week's hearings. */
export function hearingFilter(desk: Desk): CaseFilter {
  const { from, to } = weekOf(desk.today);
  return { ...deskFilter(desk), hearingFrom: from, hearingTo: to };
}

/** The reviewing office's numbers. */
export function caseworkCounters(desk: Desk): CounterFilters {
  const { today, since } = desk;
  const all = deskFilter(desk);
  const open: CaseFilter = { ...all, closed: false };
  return [
    ['deemedToday', { ...open, act: 'examine', dueFrom: today, dueTo: today }],
    ['overdue', { ...open, light: 'overdue' }],
    ['today', { ...open, dueFrom: today, dueTo: today }],
    ['near', { ...open, light: 'near' }],
    ['week', { ...open, dueFrom: addDays(today, 1), dueTo: addDays(today, 7) }],
    ['whileAway', { ...open, dueFrom: since, dueTo: addDays(today, -1) }],
    ['deemedLately', { ...open, deemedFrom: since, deemedTo: today }],
    // What a decision orders runs on after the end of its case, and has no light there.
    ['performDue', { ...all, closed: true, act: 'perform', dueTo: addDays(today, 7) }],
    ['used40', { ...open, daysUsedFrom: 40 }],
    ['used50', { ...open, daysUsedFrom: 50 }],
    ['toPost', { ...all, toPost: true }],
    ['unsigned', { ...all, unsigned: true }],
    ['waits', { ...all, waits: 'others' }],
    ['stopped', { ...open, light: 'stopped' }],
    ['unknown', { ...open, unknown: true }],
    ['hearings', hearingFilter(desk)],
    ...(desk.mine ? [] : [['unassigned', { ...open, unassigned: true }] as const]),
    ['open', open],
  ];
}

/** A department's numbers. Performance and reports on opinion letters are due after the end of a case, too. */
export function departmentCounters(desk: Desk): CounterFilters {
  const { today, since } = desk;
  const all = deskFilter(desk);
  return [
    ['overdue', { ...all, dueTo: addDays(today, -1) }],
    ['today', { ...all, dueFrom: today, dueTo: today }],
    ['week', { ...all, dueFrom: addDays(today, 1), dueTo: addDays(today, 7) }],
    ['whileAway', { ...all, dueFrom: since, dueTo: addDays(today, -1) }],
    ['reply', { ...all, act: 'reply' }],
    ['perform', { ...all, act: 'perform' }],
    ['report', { ...all, act: 'report' }],
    ['unsigned', { ...all, unsigned: true }],
    ['hearings', hearingFilter(desk)],
    ['open', { ...all, closed: false }],
  ];
}
