import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instantMs, key } from '../columns.ts';

/**
 * The ledgers' entries, each column one field of the domain's envelope, every one of them inside `hash`.
 * Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE to everybody, the runtime role has no right to them either.
 * No foreign key to `stream`: it would lock the stream's row a second time for every entry; `verify` checks it instead.
 */
export const entry = pgTable(
  'entry',
  {
    streamId: key('stream_id').notNull(),
    /** 1, 2, 3 … without gaps. */
    seq: integer().notNull(),
    type: key().notNull(),
    typeVersion: integer('type_version').notNull(),
    /** The legal day, Asia/Shanghai. */
    occurredOn: day('occurred_on').notNull(),
    /** 'HH:MM' where the hour matters. */
    occurredTime: key('occurred_time'),
    recordedAt: instantMs('recorded_at').notNull(),
    /** {account, organ, post}. */
    recordedBy: jsonb('recorded_by').notNull(),
    /** {name, title} of who decided on paper. */
    doneBy: jsonb('done_by'),
    documentIds: text('document_ids').array().notNull(),
    /** {codes, reason} where it stands although it broke a rule. */
    irregular: jsonb(),
    commandId: key('command_id').notNull(),
    payload: jsonb().notNull(),
    prevHash: key('prev_hash').notNull(),
    hash: key().notNull(),
  },
  (t) => [
    // A ledger is always read whole, in this order.
    primaryKey({ columns: [t.streamId, t.seq] }),
    // What happened lately: rows lie in the order in which they were recorded, so a few bytes for many of them suffice.
    index('entry_recorded').using('brin', t.recordedAt),
  ],
);
