import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { expect, it } from 'vitest';
import { suitCellsOf, suitFileColumns } from './export-table.ts';
import type { SuitRow } from './types.ts';

const row = (over: Partial<SuitRow>): SuitRow =>
  ({ daysLeft: null, dueUnit: null, nextSession: null, ...over }) as SuitRow;

it('a file has the instance and the leader in columns of their own, once', () => {
  expect(suitFileColumns(['number', 'courtNumber', 'left', 'session'])).toEqual([
    ...['number', 'courtNumber', 'level', 'left', 'session', 'leader'],
  ]);
  expect(suitFileColumns(['level', 'courtNumber'])).toEqual(['level', 'courtNumber']);
  expect(suitFileColumns(['number', 'title'])).toEqual(['number', 'title']);
});

it('what is left stands in its unit', () => {
  const left = (language: 'zh-CN' | 'en', over: Partial<SuitRow>) => suitCellsOf(['left'], language)(row(over))[0];
  expect(left('zh-CN', { daysLeft: 1, dueUnit: 'working-day' })).toBe('还有 1 个工作日');
  expect(left('zh-CN', { daysLeft: 15, dueUnit: 'day' })).toBe('还有 15 天');
  expect(left('zh-CN', { daysLeft: -25, dueUnit: 'day' })).toBe('已超期 25 天');
  expect(left('en', { daysLeft: 1, dueUnit: 'working-day' })).toBe('1 working day left');
  expect(left('zh-CN', {})).toBeNull();
});

it('a session says whether its leader is arranged; without a session nothing is said', () => {
  const leader = (over: Partial<SuitRow>) => suitCellsOf(['leader'], 'zh-CN')(row(over))[0];
  const session = { sessionId: 's', on: '2026-03-01' as CivilDate, time: '09:30', place: '' };
  expect(leader({ nextSession: { ...session, leaderPlanned: false } })).toBe('负责人待安排');
  expect(leader({ nextSession: { ...session, leaderPlanned: true } })).toBe('已安排');
  expect(leader({})).toBeNull();
});
