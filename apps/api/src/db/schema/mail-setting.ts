import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { instantMs, key } from '../columns.ts';

/** Where somebody wants the daily mail, in which language, and whether at all. */
export const mailSetting = pgTable('mail_setting', {
  accountId: key('account_id').primaryKey(),
  address: text().notNull(),
  digest: boolean().notNull(),
  language: key().notNull(),
  updatedAt: instantMs('updated_at').notNull(),
});
