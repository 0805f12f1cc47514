/** The demonstration: an invented office and its cases, made by steps as their actors would take them. */
import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import { firstCommandOfAll, isEmpty } from '../../case-store/beginnings.ts';
import type { Database } from '../../db/database.ts';
import { hasAccounts, openDemoAccounts } from './demo-accounts.ts';
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
  if (await isEmpty(db)) return today;
  if (await hasAccounts(db)) return null;
  const first = await firstCommandOfAll(db, 'seed-');
  const day = first?.slice('seed-'.length, 'seed-'.length + 10) ?? '';
  return isCivilDate(day) ? day : null;
}
