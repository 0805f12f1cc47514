/** The lawsuit's own read tables: instances, court sessions, each organ at each session, and the duties to appear. */
import type { Lawsuit } from '@redress/domain/litigation/case-types';
import { kindName } from '@redress/domain/litigation/project';
import { appearanceRows, dutyRows, instanceRows, sessionRows } from '@redress/domain/litigation/rows';
import type { PgTable } from 'drizzle-orm/pg-core';
import { appearance } from '../db/schema/appearance.ts';
import { appearanceDuty } from '../db/schema/appearance-duty.ts';
import { courtSession } from '../db/schema/court-session.ts';
import { lawsuitInstance } from '../db/schema/lawsuit-instance.ts';
import type { DetailTable } from './kinds.ts';

const own = <R extends object>(table: PgTable, rows: (suit: Lawsuit) => readonly R[]): DetailTable => ({
  kind: kindName,
  table,
  rows: (state) => rows(state as Lawsuit).map((row) => Object.fromEntries(Object.entries(row))),
});

export const lawsuitTables: readonly DetailTable[] = [
  own(lawsuitInstance, instanceRows),
  own(courtSession, sessionRows),
  own(appearance, appearanceRows),
  own(appearanceDuty, dutyRows),
];
