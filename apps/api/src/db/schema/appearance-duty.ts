import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, key } from '../columns.ts';

/** 应出庭: one duty for each court case number and organ, and what became of it. Written by projection only. */
export const appearanceDuty = pgTable(
  'appearance_duty',
  {
    streamId: key('stream_id').notNull(),
    instanceId: key('instance_id').notNull(),
    organId: key('organ_id').notNull(),
    undertakingId: key('undertaking_id').notNull(),
    level: key().notNull(),
    /** The first held trial session; null while there is none. */
    arisesOn: day('arises_on'),
    dischargedOn: day('discharged_on'),
    result: key(),
    coveredBy: key('covered_by'),
    leaderName: text('leader_name'),
    leaderRank: key('leader_rank'),
    leaderAccountId: key('leader_account_id'),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.instanceId, t.organId] }),
    // An organ's duties by the day they arose: lists and rates.
    index('appearance_duty_organ').on(t.organId, t.arisesOn),
    index('appearance_duty_undertaking').on(t.undertakingId, t.arisesOn),
  ],
);
