import { civilDate } from '@redress/domain/calendar/civil-date';
import { expect, test } from 'vitest';
import { periodOf } from './appearance-periods.ts';
import { sheetOf, stepped } from './calendar-days.ts';
import { courtPlace } from './court-place.ts';
import { stateOfSeat } from './seat-state.ts';

const day = civilDate;

test('a month’s sheet holds whole weeks from Monday on, and asks for the month alone', () => {
  const sheet = sheetOf('month', day('2026-11-22'));
  expect([sheet.days[0], sheet.days.at(-1), sheet.days.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  expect([sheet.from, sheet.to]).toEqual(['2026-11-01', '2026-11-30']);
  // February 2027 begins on a Monday and has four weeks.
  expect(sheetOf('month', day('2027-02-11')).days).toHaveLength(28);
});

test('a week is Monday to Sunday, whichever of its days is asked for', () => {
  for (const on of ['2026-11-16', '2026-11-22']) {
    expect(sheetOf('week', day(on))).toMatchObject({ from: '2026-11-16', to: '2026-11-22' });
  }
});

test('a step from the 31st leads into the next month, never past it', () => {
  expect(stepped('month', day('2026-01-31'), 1)).toBe('2026-02-01');
  expect(stepped('month', day('2026-01-31'), -1)).toBe('2025-12-01');
  expect(stepped('week', day('2026-12-30'), 1)).toBe('2027-01-06');
});

test('periods: the year, the one before, the quarter, and own days in either order', () => {
  const today = day('2026-11-22');
  expect(periodOf('year', today, {})).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(periodOf('last', today, {})).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(periodOf('quarter', today, {})).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodOf('quarter', day('2026-02-28'), {})).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(periodOf('own', today, { from: day('2026-05-02'), to: day('2026-05-01') })).toEqual({
    from: '2026-05-01',
    to: '2026-05-02',
  });
});

test('a room that is named with its court is not named twice', () => {
  expect(courtPlace('云岭县人民法院', '云岭县人民法院第二法庭')).toBe('云岭县人民法院第二法庭');
  expect(courtPlace('云岭县人民法院', '第二法庭')).toBe('云岭县人民法院 第二法庭');
});

const nothing = {
  counts: null,
  recordedOn: null,
  owes: true,
  explainedOn: null,
  proofOn: null,
  confirmedOn: null,
  plannedOn: null,
  leaderName: null,
};
const named = { ...nothing, leaderName: '聂霜降', plannedOn: day('2026-03-01') };
const recorded = { ...named, recordedOn: day('2026-03-10') };

test.each([
  ['set', nothing, 'missing'],
  ['set', named, 'planned'],
  ['set', { ...named, confirmedOn: day('2026-03-02') }, 'confirmed'],
  ['set', { ...named, confirmedOn: day('2026-03-02'), proofOn: day('2026-03-03') }, 'proof'],
  ['held', named, 'unrecorded'],
  ['due', named, 'unrecorded'],
  ['held', { ...recorded, counts: true }, 'attended'],
  ['held', { ...recorded, counts: false }, 'notCounted'],
  ['held', { ...recorded, counts: false, leaderName: null }, 'absent'],
  ['set', { ...nothing, explainedOn: day('2026-03-09') }, 'absent'],
  ['held', { ...nothing, explainedOn: day('2026-03-09') }, 'unrecorded'],
  ['adjourned', named, 'unrecorded'],
  ['held', { ...nothing, owes: false }, 'notOwed'],
  ['cancelled', named, null],
] as const)('at a session that is %s a seat with what is on record is %#', (state, seat, said) => {
  expect(stateOfSeat(seat, { state })).toBe(said);
});
