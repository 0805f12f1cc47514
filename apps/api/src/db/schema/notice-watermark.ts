import { integer, pgTable } from 'drizzle-orm/pg-core';
import { key } from '../columns.ts';

/**
 * Up to which entry of a ledger everybody was told. A ledger that stands higher has entries nobody heard of yet: a process
 * that died between writing and telling leaves exactly that behind.
 */
export const noticeWatermark = pgTable('notice_watermark', {
  streamId: key('stream_id').primaryKey(),
  seq: integer().notNull(),
});
