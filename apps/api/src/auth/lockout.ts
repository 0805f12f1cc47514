/**
 * Guessing passwords: after a number of attempts in a row an account's name is locked for a while, and an address
 * that fails very often has to wait. Good sign-ins are not counted, so an office behind one address is not shut out.
 */
import { createHash } from 'node:crypto';
import type { InstantMs } from '@redress/domain/ids';
import { eq, lt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { authLockout } from '../db/schema/auth-lockout.ts';

export const MAX_ATTEMPTS = 8;
export const LOCK_MINUTES = 15;
const LOCK_MS = LOCK_MINUTES * 60_000;

const keyOf = (username: string) => createHash('sha256').update(username.trim().toLowerCase()).digest('hex');

/**
 * Counts an attempt before the password is looked at, so that attempts made at once are counted too.
 * Returns the minutes to wait where the name is locked, else null.
 */
export async function countAttempt(db: NodePgDatabase, username: string, now: InstantMs): Promise<number | null> {
  const at = new Date(now);
  const fresh = new Date(now - LOCK_MS);
  const [row] = await db
    .insert(authLockout)
    .values({ usernameHash: keyOf(username), attempts: 1, lastAt: at })
    .onConflictDoUpdate({
      target: authLockout.usernameHash,
      set: {
        attempts: sql`case when ${authLockout.lastAt} < ${fresh} then 1 else least(${authLockout.attempts}, ${MAX_ATTEMPTS}) + 1 end`,
        // While locked the end does not move: whoever keeps trying does not keep the owner out for ever.
        lastAt: sql`case when ${authLockout.attempts} > ${MAX_ATTEMPTS} and ${authLockout.lastAt} >= ${fresh} then ${authLockout.lastAt} else ${at} end`,
      },
    })
    .returning();
  if (row === undefined || row.attempts <= MAX_ATTEMPTS) return null;
  return Math.max(1, Math.ceil((row.lastAt.getTime() + LOCK_MS - now) / 60_000));
}

/** After a good sign-in the count starts anew; long-past counts are swept with it. */
export async function forgetAttempts(db: NodePgDatabase, username: string, now: InstantMs): Promise<void> {
  await db.delete(authLockout).where(eq(authLockout.usernameHash, keyOf(username)));
  await db.delete(authLockout).where(lt(authLockout.lastAt, new Date(now - 24 * LOCK_MS)));
}

export const MAX_ADDRESS_FAILURES = 100;
const ADDRESS_WINDOW_MS = 10 * 60_000;

/** Failures per address, in memory: a restart forgives, which costs an attacker's victim nothing but a count. */
export class AddressFailures {
  readonly #failures = new Map<string, { count: number; since: number }>();

  /** Has this address failed too often lately? */
  isBlocked(address: string, now: InstantMs): boolean {
    const seen = this.#failures.get(address);
    return seen !== undefined && now - seen.since < ADDRESS_WINDOW_MS && seen.count >= MAX_ADDRESS_FAILURES;
  }

  add(address: string, now: InstantMs): void {
    const seen = this.#failures.get(address);
    if (seen !== undefined && now - seen.since < ADDRESS_WINDOW_MS) seen.count += 1;
    else this.#failures.set(address, { count: 1, since: now });
    if (this.#failures.size > 10_000) this.#failures.clear();
  }
}
