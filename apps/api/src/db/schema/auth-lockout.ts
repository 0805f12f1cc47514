import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Attempts to sign in under a username since the last good one, whether or not an account of that name exists
 * (so that the answer tells nothing). Keyed by the SHA-256 of the username: what people type by mistake is often a password.
 */
export const authLockout = pgTable('auth_lockout', {
  usernameHash: text('username_hash').primaryKey(),
  attempts: integer('attempts').notNull(),
  /** Of the last attempt; the count starts anew some time after it. */
  lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
});
