/** The demonstration: an invented office and its cases, made by steps as their actors would take them. */
import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import type { Database } from '../../db/database.ts';
import { authUser } from '../../db/schema/auth-user.ts';
import { openDemoAccounts } from './demo-accounts.ts';
import { seedCases } from './seed-cases.ts';
import { type SeedOptions, seedOffice } from './seed-office.ts';

/** Fills an empty database. Accounts come last: nobody signs in to half a demonstration. */
export async function seedDemo(o: SeedOptions): Promise<{ cases: number }> {
  await seedOffice(o);
  const cases = await seedCases(o);
  await openDemoAccounts(o.db);
  return { cases };
}

/**
 * The day to seed for: today for a database that holds nothing, the day it was begun for a seed that was interrupted,
 * and null for every other: a database that holds any stream of its own is never seeded.
 */
export async function daySeedable(db: Database, today: CivilDate): Promise<CivilDate | null> {
  const held = await db.pool.query('select from stream limit 1');
  if (held.rowCount === 0) return today;
  if ((await db.orm.select({ id: authUser.id }).from(authUser).limit(1)).length > 0) return null;
  const others = await db.pool.query(`select from command where id not like 'seed-%' limit 1`);
  if (others.rowCount !== 0) return null;
  const first = await db.pool.query<{ id: string }>('select id from command order by id limit 1');
  const day = first.rows[0]?.id.slice('seed-'.length, 'seed-'.length + 10) ?? '';
  return isCivilDate(day) ? day : null;
}
