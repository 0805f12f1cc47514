import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/** One row per court session, as it stands after its moves. Written by projection only. */
export const courtSession = pgTable(
  'court_session',
  {
    streamId: key('stream_id').notNull(),
    sessionId: key('session_id').notNull(),
    instanceId: key('instance_id').notNull(),
    kind: key().notNull(),
    onDay: day('on_day').notNull(),
    time: key().notNull(),
    minutes: integer().notNull(),
    place: text().notNull(),
    isPublic: boolean('is_public').notNull(),
    cancelledOn: day('cancelled_on'),
    heldOn: day('held_on'),
    /** Held, and to be gone on with on another day. */
    adjourned: boolean().notNull().default(false),
    /** 庭审观摩: marked for observation, and the organs invited. */
    observed: boolean().notNull(),
    invited: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.sessionId] }),
    // The calendar walks along the days.
    index('court_session_day').on(t.onDay, t.time),
    // An invited organ finds its sessions, whoever is sued there.
    index('court_session_invited').using('gin', t.invited).where(sql`observed`),
  ],
);
