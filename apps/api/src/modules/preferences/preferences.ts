/** How somebody likes to work: for their account alone, whichever machine they sit at. No fact and no entry. */
import { RedressError } from '@redress/domain/errors';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import { and, count, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { preference } from '../../db/schema/preference.ts';

const MAX_BYTES = 16 * 1024;
const MAX_KEYS = 50;

export const zPreferenceKey = z.string().regex(/^[a-z][a-z0-9.-]{0,59}$/);

/** `body` is optional only because a value of any kind may be missing on the wire. */
export interface Preference {
  readonly body?: unknown;
}

/** What the account prefers under a key; null where nothing was chosen. */
export async function getPreference(db: Database, account: AccountId, key: string): Promise<Preference | null> {
  const [row] = await db.orm
    .select({ body: preference.body })
    .from(preference)
    .where(and(eq(preference.accountId, account), eq(preference.key, key)));
  return row ?? null;
}

/** Keeps what the account prefers; the last choice wins. */
export async function putPreference(
  db: Database,
  account: AccountId,
  key: string,
  body: unknown,
  now: InstantMs,
): Promise<void> {
  if (Buffer.byteLength(JSON.stringify(body ?? null)) > MAX_BYTES) {
    throw new RedressError({
      code: 'invalid-input',
      fields: [{ field: 'body', rule: 'too-long', params: { maxBytes: MAX_BYTES } }],
    });
  }
  const [held] = await db.orm
    .select({ n: count() })
    .from(preference)
    .where(and(eq(preference.accountId, account), ne(preference.key, key)));
  if ((held?.n ?? 0) >= MAX_KEYS) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'key', rule: 'too-many' }] });
  }
  const values = { body: body ?? null, updatedAt: new Date(now) };
  await db.orm
    .insert(preference)
    .values({ accountId: account, key, ...values })
    .onConflictDoUpdate({ target: [preference.accountId, preference.key], set: values });
}
