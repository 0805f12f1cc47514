import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Who can sign in. The id is the account's stream id: what an account may do follows from its posts in the ledger,
 * this row only proves who somebody is.
 */
export const authUser = pgTable('auth_user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** The authentication library wants one; a synthetic local address, never written to. */
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  /** Lower case. */
  username: text('username').unique(),
  displayUsername: text('display_username'),
  /** An invented person of the demonstration: refused once the application is open to the network. */
  demo: boolean('demo').notNull().default(false),
  /** The password was made up by somebody else: it opens nothing but the page on which it is changed. */
  mustChange: boolean('must_change').notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});
