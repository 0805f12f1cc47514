/** The figures of the reviewing organs below a superior: each organ's open cases by light, the same rows as its list. */
import type { Actor } from '@redress/domain/access/actor';
import { within } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId } from '@redress/domain/ids';
import type { Database } from '../db/database.ts';
import { type CaseFilter, conditionsOf, type Light, lightSql } from './list-cases.ts';

export interface OrganFigures {
  readonly organId: OrganId;
  readonly byLight: Readonly<Record<Light, number>>;
}

/** Of every organ below that has cases under `filter`; organs without one are left out. One question for all of them. */
export async function countBelow(
  db: Database,
  whoever: Actor,
  day: CivilDate,
  filter: Omit<CaseFilter, 'whose' | 'organ'>,
): Promise<readonly OrganFigures[]> {
  const actor = within(whoever, 'below');
  if (actor.scope.length === 0) return [];
  const { where, values } = conditionsOf({ day, filter: { ...filter, whose: 'below' } }, actor);
  const answer = await db.pool.query<{ organId: OrganId; light: Light; n: number }>(
    `select p.organ_id as "organId", ${lightSql} as light, count(*)::int as n
       from participant p where ${where.join('\n        and ')} group by 1, 2`,
    values,
  );
  const none: Record<Light, number> = { overdue: 0, near: 0, ok: 0, none: 0, stopped: 0, closed: 0 };
  const byOrgan = Map.groupBy(answer.rows, (row) => row.organId);
  return [...byOrgan].map(([organId, rows]) => ({
    organId,
    byLight: { ...none, ...Object.fromEntries(rows.map(({ light, n }) => [light, n])) },
  }));
}
