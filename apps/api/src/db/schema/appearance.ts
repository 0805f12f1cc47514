import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/**
 * One organ at one court session: who is to come, who came, and whether that counts. Planned, confirmed, proved and
 * recorded are days of their own. Written by projection only.
 */
export const appearance = pgTable(
  'appearance',
  {
    streamId: key('stream_id').notNull(),
    sessionId: key('session_id').notNull(),
    instanceId: key('instance_id').notNull(),
    organId: key('organ_id').notNull(),
    /** Whose people answer for the organ. */
    undertakingId: key('undertaking_id').notNull(),
    /** shall / may / none, as the court notified. */
    notified: key().notNull(),
    servedOn: day('served_on'),
    /** The rules on the three days before a session, as far as they were looked at, and those not kept. */
    noticeRules: text('notice_rules').array().notNull().default([]),
    noticeLate: text('notice_late').array().notNull().default([]),
    /** The organ owes an appearance at the session. */
    owes: boolean().notNull().default(false),
    leaderName: text('leader_name'),
    leaderTitle: text('leader_title'),
    leaderRank: key('leader_rank'),
    leaderAccountId: key('leader_account_id'),
    leaderPostId: key('leader_post_id'),
    plannedOn: day('planned_on'),
    confirmedOn: day('confirmed_on'),
    proofOn: day('proof_on'),
    recordedOn: day('recorded_on'),
    explainedOn: day('explained_on'),
    counts: boolean(),
    spoke: boolean(),
    leftEarly: boolean('left_early'),
    refusedToExplain: boolean('refused_to_explain'),
    satInstead: key('sat_instead'),
    notCounting: text('not_counting').array().notNull(),
    triggers: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.sessionId, t.organId] }),
    // One leader's own calendar.
    index('appearance_leader').on(t.leaderAccountId).where(sql`leader_account_id is not null`),
    // What an organ still has to record.
    index('appearance_unrecorded').on(t.streamId).where(sql`owes and recorded_on is null`),
    index('appearance_organ').on(t.organId),
  ],
);
