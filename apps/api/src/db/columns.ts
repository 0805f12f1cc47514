/**
 * Column types of the schema. Identifiers are compared byte by byte (`COLLATE "C"`): the same order in the database,
 * in the program and on every office's server, and a cheaper index than the office's language would give.
 */
import { customType } from 'drizzle-orm/pg-core';

/** An id or a code: text compared byte by byte. */
export const key = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

/** A civil day as its ISO string; 'infinity' and '-infinity' sort after and before every day. Never a `Date`. */
export const day = customType<{ data: string; driverData: string }>({ dataType: () => 'date' });

/** Whole milliseconds since 1970-01-01T00:00Z, always a safe integer. */
export const instantMs = customType<{ data: number; driverData: number | string }>({
  dataType: () => 'bigint',
  fromDriver: (value) => Number(value),
});
