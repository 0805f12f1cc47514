/**
 * Lists across lawsuits that are about court sessions and appearances: the calendar, the duties, what the rates count,
 * what was not recorded. Scoped like every list: by the organs that take part.
 */
import type { Actor } from '@redress/domain/access/actor';
import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs, OrganId, StreamId } from '@redress/domain/ids';
import { dutySessions } from '@redress/domain/litigation/codes';
import type { BusySpan } from '@redress/domain/litigation/leaders';
import { sessionSpan } from '@redress/domain/litigation/leaders';
import { kindName as litigationKind } from '@redress/domain/litigation/project';
import type { RateDuty, RateFacts, RateSession } from '@redress/domain/litigation/rates';
import type { AppearanceDutyRow, AppearanceRow, CourtSessionRow } from '@redress/domain/litigation/read-rows';
import type { Database } from '../db/database.ts';
import { askedBy, conditionsOf } from './list-cases.ts';
import { answered } from './read-as.ts';
import { isUnrecorded, ownSeat } from './seats.ts';
import { seenAs } from './seen-as.ts';

/** One organ at one session, as lists show it. */
export type SeatRow = Omit<AppearanceRow, 'streamId' | 'sessionId' | 'instanceId'>;

/** A session with its case, and every organ's seat at it. */
export interface SessionRow extends CourtSessionRow {
  readonly caseNumber: string | null;
  /** The act's name; names of people stand in no index row. */
  readonly act: string;
  readonly organId: OrganId;
  readonly level: string;
  readonly court: string;
  readonly courtNumber: string;
  readonly version: number;
  readonly updatedAt: InstantMs | null;
  readonly seats: readonly SeatRow[];
}

const seat = `json_build_object(
  'organId', a.organ_id, 'undertakingId', a.undertaking_id, 'notified', a.notified, 'servedOn', a.served_on,
  'noticeRules', a.notice_rules, 'noticeLate', a.notice_late, 'owes', a.owes, 'leaderName', a.leader_name,
  'leaderTitle', a.leader_title, 'leaderRank', a.leader_rank, 'leaderAccountId', a.leader_account_id,
  'leaderPostId', a.leader_post_id, 'plannedOn', a.planned_on, 'confirmedOn', a.confirmed_on, 'proofOn', a.proof_on,
  'recordedOn', a.recorded_on, 'explainedOn', a.explained_on, 'counts', a.counts, 'spoke', a.spoke,
  'leftEarly', a.left_early, 'refusedToExplain', a.refused_to_explain, 'satInstead', a.sat_instead,
  'notCounting', a.not_counting, 'triggers', a.triggers)`;
const sessionColumns = `s.stream_id as "streamId", s.session_id as "sessionId", s.instance_id as "instanceId", s.kind,
  s.on_day as "onDay", s.time, s.minutes, s.place, s.is_public as "isPublic", s.cancelled_on as "cancelledOn",
  s.held_on as "heldOn", s.adjourned, s.observed, s.invited, c.case_number as "caseNumber", c.title as act,
  c.organ_id as "organId", i.level, i.court, i.court_number as "courtNumber", c.version, c.updated_at::float8 as "updatedAt",
  coalesce((select json_agg(${seat} order by a.organ_id) from appearance a
             where a.stream_id = s.stream_id and a.session_id = s.session_id), '[]'::json) as seats`;
const sessionTables = `court_session s join case_index c on c.stream_id = s.stream_id
  join lawsuit_instance i on i.stream_id = s.stream_id and i.instance_id = s.instance_id`;
/** A lawsuit in which one of the organs takes part, as far as the post sees it, and which was not voided. */
const visible = (stream: string, organs: string, seen = 'true') => `exists (select from participant p
  where p.stream_id = ${stream} and p.organ_id = any(${organs}::text[]) and p.stage <> 'voided' and ${seen})`;

export interface CalendarQuery {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Sued there, or answering for who is. */
  readonly organ: OrganId | null;
  readonly leader: AccountId | null;
  /** Only those marked for observation, also of others' suits to which one of the organs is invited. */
  readonly observed?: boolean;
}

/** Sessions between two days, by day and hour. */
export async function courtCalendar(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  q: CalendarQuery,
  limit: number,
): Promise<readonly SessionRow[]> {
  const answer = await answered(
    db.pool.query<SessionRow>(
      `select ${sessionColumns} from ${sessionTables}
        where s.on_day between $2::date and $3::date
          and (${visible('s.stream_id', '$1', seenAs(actor))} or ($6 and s.observed and s.invited && $1::text[]))
          and ($4::text is null or exists (select from appearance a where a.stream_id = s.stream_id
               and a.session_id = s.session_id and (a.organ_id = $4 or a.undertaking_id = $4)))
          and ($5::text is null or exists (select from appearance a where a.stream_id = s.stream_id
               and a.session_id = s.session_id and a.leader_account_id = $5))
          and (not $6 or s.observed)
        order by s.on_day, s.time, s.stream_id, s.session_id limit $7`,
      [actor.scope, q.from, q.to, q.organ, q.leader, q.observed === true, limit],
    ),
  );
  return answer.rows;
}

/** One session by its id, of a lawsuit that may be seen; null where there is none. */
export async function sessionOf(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  streamId: StreamId,
  sessionId: string,
): Promise<SessionRow | null> {
  const answer = await answered(
    db.pool.query<SessionRow>(
      `select ${sessionColumns} from ${sessionTables}
        where s.stream_id = $2 and s.session_id = $3 and ${visible('s.stream_id', '$1', seenAs(actor))}`,
      [actor.scope, streamId, sessionId],
    ),
  );
  return answer.rows[0] ?? null;
}

/** The sessions a feed shows: one leader's, or those an organ is sued in, answers for, or keeps the file of. */
export async function sessionsOfFeed(
  db: Database,
  feed: { readonly organId: OrganId; readonly accountId: AccountId | null },
  since: CivilDate,
  limit: number,
): Promise<readonly SessionRow[]> {
  const answer = await answered(
    db.pool.query<SessionRow>(
      `select ${sessionColumns} from ${sessionTables}
        where s.on_day >= $3::date and ${visible('s.stream_id', 'array[$1]')}
          and ($2::text is null or exists (select from appearance a where a.stream_id = s.stream_id
               and a.session_id = s.session_id and a.leader_account_id = $2))
        order by s.on_day, s.time, s.stream_id, s.session_id limit $4`,
      [feed.organId, feed.accountId, since, limit],
    ),
  );
  return answer.rows;
}

/** A stretch of a leader's day that is taken, by a court session or by something else in the diary. */
export interface TakenSpan extends BusySpan {
  readonly is: 'session' | 'engagement';
  readonly id: string;
  /** The lawsuit, where the actor may see it. */
  readonly streamId: StreamId | null;
  /** The subject of an engagement. */
  readonly what: string | null;
}

/** Sessions that name one of these leaders, as stretches of their days; whose case it is, only to who may see it. */
export async function sessionsNaming(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  accounts: readonly AccountId[],
  from: CivilDate,
  to: CivilDate,
): Promise<readonly TakenSpan[]> {
  if (accounts.length === 0) return [];
  type Row = {
    readonly accountId: AccountId;
    readonly on: CivilDate;
    readonly time: string;
    readonly minutes: number;
    readonly id: string;
    readonly streamId: StreamId | null;
  };
  const answer = await answered(
    db.pool.query<Row>(
      `select a.leader_account_id as "accountId", s.on_day as "on", s.time, s.minutes, s.session_id as id,
              case when ${visible('s.stream_id', '$1', seenAs(actor))} then s.stream_id end as "streamId"
         from appearance a join court_session s on s.stream_id = a.stream_id and s.session_id = a.session_id
        where a.leader_account_id = any($2::text[]) and s.on_day between $3::date and $4::date
          and s.cancelled_on is null
        order by s.on_day, s.time, s.session_id`,
      [actor.scope, accounts, from, to],
    ),
  );
  return answer.rows.map(({ time, minutes, ...row }) => ({
    ...row,
    ...sessionSpan({ time, minutes }),
    is: 'session',
    what: null,
  }));
}

/** How a duty stands, as the list narrows it. */
export const dutyStates = [
  'pending', // 尚未开庭
  'owed', // 已开庭而未履行，程序未结束
  'appeared',
  'covered',
  'excused',
  'absent',
  'not-counting',
  'unrecorded',
] as const;
export type DutyState = (typeof dutyStates)[number];

export interface DutiesQuery {
  readonly state: DutyState | null;
  readonly organ: OrganId | null;
  readonly leader: AccountId | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export interface DutyRow extends AppearanceDutyRow {
  readonly caseNumber: string | null;
  readonly act: string;
  readonly caseOrganId: OrganId;
  readonly court: string;
  readonly courtNumber: string;
  readonly endedOn: CivilDate | null;
  /** The next session that stands and was not held. */
  readonly nextSession: {
    readonly sessionId: string;
    readonly on: CivilDate;
    readonly time: string;
    readonly place: string;
    readonly leaderName: string | null;
    readonly leaderTitle: string | null;
    readonly confirmedOn: CivilDate | null;
  } | null;
  /** By which the list is ordered: the next session, else the day it arose. */
  readonly sortDay: CivilDate;
}
export interface DutiesPage {
  readonly rows: readonly DutyRow[];
  readonly nextCursor: string | null;
}

interface DutyCursor {
  readonly day: CivilDate;
  readonly key: string;
}
function readCursor(text: string | null): DutyCursor | null {
  if (text === null) return null;
  try {
    const read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<DutyCursor> | null;
    const sound = read?.day !== undefined && isCivilDate(read.day) && typeof read.key === 'string';
    return sound ? (read as DutyCursor) : null;
  } catch {
    return null;
  }
}

const states: Readonly<Record<DutyState, string>> = {
  pending: 'd.arises_on is null and i.ended_on is null',
  owed: 'd.arises_on is not null and d.discharged_on is null and i.ended_on is null',
  appeared: `d.result = 'appeared'`,
  covered: `d.result = 'covered'`,
  excused: `d.result = 'excused'`,
  absent: `d.result = 'absent'`,
  'not-counting': `d.result = 'not-counting'`,
  unrecorded: `d.result = 'unrecorded'`,
};
/** What is still to come is read from the nearest day on; what was, from the latest back. */
const ahead: ReadonlySet<DutyState> = new Set(['pending', 'owed']);
const dutyKey = `d.stream_id || '|' || d.instance_id || '|' || d.organ_id`;

/** Who owes which appearance: a page of the duties. */
export async function appearanceDuties(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  q: DutiesQuery,
  cursor: string | null,
  limit: number,
): Promise<DutiesPage> {
  const from = readCursor(cursor);
  const [compare, order] = q.state !== null && ahead.has(q.state) ? ['>', 'asc'] : ['<', 'desc'];
  const answer = await answered(
    db.pool.query<DutyRow & { readonly key: string }>(
      `select d.stream_id as "streamId", d.instance_id as "instanceId", d.organ_id as "organId",
              d.undertaking_id as "undertakingId", d.level, d.arises_on as "arisesOn", d.discharged_on as "dischargedOn",
              d.result, d.covered_by as "coveredBy", d.leader_name as "leaderName", d.leader_rank as "leaderRank",
              d.leader_account_id as "leaderAccountId", c.case_number as "caseNumber", c.title as act,
              c.organ_id as "caseOrganId", i.court, i.court_number as "courtNumber", i.ended_on as "endedOn",
              n.next as "nextSession", k.day as "sortDay", k.key
         from appearance_duty d
         join case_index c on c.stream_id = d.stream_id
         join lawsuit_instance i on i.stream_id = d.stream_id and i.instance_id = d.instance_id
         left join lateral (
           select json_build_object('sessionId', s.session_id, 'on', s.on_day, 'time', s.time, 'place', s.place,
                    'leaderName', a.leader_name, 'leaderTitle', a.leader_title, 'confirmedOn', a.confirmed_on) as next,
                  s.on_day
             from court_session s
             left join appearance a on a.stream_id = s.stream_id and a.session_id = s.session_id
                  and a.organ_id = d.organ_id
            where s.stream_id = d.stream_id and s.instance_id = d.instance_id and s.kind = any($9::text[])
              and s.cancelled_on is null and s.held_on is null
            order by s.on_day, s.time limit 1) n on true
         cross join lateral (
           select coalesce(n.on_day, d.arises_on, i.docketed_on, i.opened_on) as day, (${dutyKey}) collate "C" as key) k
        where ${visible('d.stream_id', '$1', seenAs(actor))}
          and (${q.state === null ? 'true' : states[q.state]})
          and ($2::text is null or d.organ_id = $2 or d.undertaking_id = $2)
          and ($3::text is null or d.leader_account_id = $3 or n.next is not null and exists (select from appearance a
               where a.stream_id = d.stream_id and a.session_id = n.next ->> 'sessionId' and a.organ_id = d.organ_id
                 and a.leader_account_id = $3))
          and ($4::date is null or k.day >= $4::date) and ($5::date is null or k.day <= $5::date)
          and ($6::date is null or (k.day, k.key) ${compare} ($6::date, $7 collate "C"))
        order by k.day ${order}, k.key ${order} limit $8`,
      [
        ...[actor.scope, q.organ, q.leader, q.from, q.to],
        ...[from?.day ?? null, from?.key ?? '', limit + 1, [...dutySessions]],
      ],
    ),
  );
  const rows = answer.rows.slice(0, limit);
  const last = rows.at(-1);
  const next = answer.rows.length > limit && last !== undefined ? { day: last.sortDay, key: last.key } : null;
  return {
    rows: rows.map(({ key: _key, ...row }) => row),
    nextCursor: next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url'),
  };
}

/** What the rates count, up to a day: trial sessions with their seats, and duties. */
export async function rateFacts(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<RateFacts> {
  const [sessions, duties] = await Promise.all([
    // A case belongs to the period of its first public session: the instances heard in the period, with all their sessions.
    answered(
      db.pool.query<RateSession>(
        `select s.stream_id as "streamId", s.session_id as "sessionId", s.instance_id as "instanceId", s.kind,
                s.is_public as "isPublic", s.held_on as "heldOn",
                coalesce((select json_agg(json_build_object('organId', a.organ_id, 'leaderName', a.leader_name,
                  'leaderAccountId', a.leader_account_id, 'counts', a.counts, 'notCounting', a.not_counting,
                  'recordedOn', a.recorded_on) order by a.organ_id) from appearance a
                   where a.stream_id = s.stream_id and a.session_id = s.session_id), '[]'::json) as seats
           from court_session s
          where s.held_on <= $3::date and s.cancelled_on is null and s.kind = any($4::text[])
            and ${visible('s.stream_id', '$1', seenAs(actor))}
            and exists (select from court_session o where o.stream_id = s.stream_id
                 and o.instance_id = s.instance_id and o.held_on between $2::date and $3::date)`,
        [actor.scope, from, to, [...dutySessions]],
      ),
    ),
    answered(
      db.pool.query<RateDuty>(
        `select d.stream_id as "streamId", d.instance_id as "instanceId", d.organ_id as "organId",
                d.arises_on as "arisesOn", d.discharged_on as "dischargedOn", d.result, d.covered_by as "coveredBy",
                d.leader_name as "leaderName", d.leader_account_id as "leaderAccountId"
           from appearance_duty d
          where d.arises_on between $2::date and $3::date and ${visible('d.stream_id', '$1', seenAs(actor))}`,
        [actor.scope, from, to],
      ),
    ),
  ]);
  return { sessions: sessions.rows, duties: duties.rows };
}

/** An appearance that is not on record though its session's day has come. */
export interface UnrecordedRow extends SessionRow {
  /** The seat of which nothing is on record. */
  readonly seat: SeatRow;
}

/** The seats to be recorded in the lawsuits of the actor's own organs, and how they are joined; $1 is the day. */
function unrecordedSeats(actor: Actor, today: CivilDate): { readonly from: string; readonly values: unknown[] } {
  const filter = { kind: litigationKind };
  const { where, values } = conditionsOf({ day: today, filter }, askedBy(actor, filter));
  const from = `participant p join case_index c on c.stream_id = p.stream_id
    join appearance a on a.stream_id = p.stream_id and ${ownSeat}
    join court_session s on s.stream_id = a.stream_id and s.session_id = a.session_id
    join lawsuit_instance i on i.stream_id = s.stream_id and i.instance_id = s.instance_id
   where ${isUnrecorded} and ${where.join('\n     and ')}`;
  return { from, values };
}

/** Each organ of whose appearance nothing is on record though its session took place, or its day has passed. */
export async function unrecordedAppearances(
  db: Database,
  actor: Actor,
  today: CivilDate,
  limit: number,
): Promise<readonly UnrecordedRow[]> {
  const { from, values } = unrecordedSeats(actor, today);
  const answer = await answered(
    db.pool.query<UnrecordedRow>(
      `select ${sessionColumns}, ${seat} as seat from ${from}
        order by s.on_day, s.time, s.stream_id, s.session_id, a.organ_id limit $${values.push(limit)}`,
      values,
    ),
  );
  return answer.rows;
}

/** How long that list is. */
export async function countUnrecorded(db: Database, actor: Actor, today: CivilDate): Promise<number> {
  const { from, values } = unrecordedSeats(actor, today);
  const answer = await answered(db.pool.query<{ n: number }>(`select count(*)::int as n from ${from}`, values));
  return answer.rows[0]?.n ?? 0;
}

/** Lawsuits with a fact of this name that is known now, as their streams; the newest first. */
export async function lawsuitsWithFact(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  name: string,
  limit: number,
): Promise<readonly StreamId[]> {
  const answer = await answered(
    db.pool.query<{ id: StreamId }>(
      `select f.stream_id as id from case_fact f
        where f.name = $2 and f.known_to is null and ${visible('f.stream_id', '$1', seenAs(actor))}
        group by f.stream_id order by max(f."on") desc nulls last, f.stream_id limit $3`,
      [actor.scope, name, limit],
    ),
  );
  return answer.rows.map((row) => row.id);
}

/** What a line about an instance says of its case. */
export interface InstanceHead {
  readonly streamId: StreamId;
  readonly instanceId: string;
  readonly organId: OrganId;
  readonly caseNumber: string | null;
  readonly act: string;
  readonly courtNumber: string;
}

/** Instances by `stream|instance`, as far as the actor may see them. */
export async function instanceHeads(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  of: readonly { readonly streamId: StreamId }[],
): Promise<ReadonlyMap<string, InstanceHead>> {
  const ids = [...new Set(of.map((one) => one.streamId))];
  if (ids.length === 0) return new Map();
  const answer = await answered(
    db.pool.query<InstanceHead>(
      `select i.stream_id as "streamId", i.instance_id as "instanceId", c.organ_id as "organId",
              c.case_number as "caseNumber", c.title as act, i.court_number as "courtNumber"
         from lawsuit_instance i join case_index c on c.stream_id = i.stream_id
        where i.stream_id = any($2::text[]) and ${visible('i.stream_id', '$1', seenAs(actor))}`,
      [actor.scope, ids],
    ),
  );
  return new Map(answer.rows.map((row) => [`${row.streamId}|${row.instanceId}`, row]));
}
