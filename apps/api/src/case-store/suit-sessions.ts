/** Court sessions as a desk lists them: one row for each organ that appears there, as far as the actor's organs are in it. */
import type { Actor } from '@redress/domain/access/actor';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Database } from '../db/database.ts';
import { askedBy, type CaseFilter, conditionsOf } from './list-cases.ts';
import { answered } from './read-as.ts';
import { isUnrecorded, ownSeat } from './seats.ts';

export interface ListedSession {
  readonly streamId: StreamId;
  readonly organOfList: OrganId;
  readonly caseNumber: string | null;
  /** The act's name; the whole title is made of names that no row holds. */
  readonly actName: string;
  readonly sessionId: string;
  readonly kind: string;
  readonly court: string;
  readonly courtNumber: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly place: string;
  readonly isPublic: boolean;
  readonly held: boolean;
  /** null: a session at which no organ has to appear. */
  readonly organId: OrganId | null;
  readonly leaderName: string | null;
  readonly planned: boolean;
  readonly confirmed: boolean;
}

export interface SessionsAsked {
  /** Which sessions: all of these days, those ahead without a leader or with one who did not confirm, or those with an appearance to record. */
  readonly which: 'all' | 'without-leader' | 'to-confirm' | 'unrecorded';
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** Of each kind of question its condition on session s and appearance a, with $1 the day. */
const conditionOf = {
  all: 'true',
  'without-leader': `s.kind = 'trial' and s.on_day >= $1::date and s.held_on is null and a.organ_id is not null
    and a.planned_on is null and a.explained_on is null`,
  'to-confirm': `s.kind = 'trial' and s.on_day >= $1::date and s.held_on is null and a.planned_on is not null
    and a.confirmed_on is null`,
  unrecorded: isUnrecorded,
} as const satisfies Record<SessionsAsked['which'], string>;

/** By day and time; of those already past the oldest first, for they wait longest. */
export async function suitSessions(
  db: Database,
  whoever: Actor,
  query: { readonly day: CivilDate; readonly filter: CaseFilter } & SessionsAsked,
  limit: number,
): Promise<readonly ListedSession[]> {
  const { where, values } = conditionsOf(query, askedBy(whoever, query.filter));
  const value = (v: unknown): string => `$${values.push(v)}`;
  if (query.from !== undefined) where.push(`s.on_day >= ${value(query.from)}::date`);
  if (query.to !== undefined) where.push(`s.on_day <= ${value(query.to)}::date`);
  const answer = await answered(
    db.pool.query<ListedSession>(
      `select p.stream_id as "streamId", p.organ_id as "organOfList", c.case_number as "caseNumber", c.title as "actName",
              s.session_id as "sessionId", s.kind, i.court, i.court_number as "courtNumber", s.on_day as "on", s.time,
              s.place, s.is_public as "isPublic", s.held_on is not null as held, a.organ_id as "organId",
              a.leader_name as "leaderName", a.planned_on is not null as planned, a.confirmed_on is not null as confirmed
         from participant p join case_index c on c.stream_id = p.stream_id
         join court_session s on s.stream_id = p.stream_id and s.cancelled_on is null
         join lawsuit_instance i on i.stream_id = s.stream_id and i.instance_id = s.instance_id
         left join appearance a on a.stream_id = s.stream_id and a.session_id = s.session_id
          and ${ownSeat}
        where ${where.join('\n          and ')} and ${conditionOf[query.which]}
        order by s.on_day, s.time, p.stream_id, s.session_id, a.organ_id limit ${value(limit)}`,
      values,
    ),
  );
  return answer.rows;
}
