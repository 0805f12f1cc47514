/** What a list of lawsuits shows beside what every case has: instance, court, next session. Scoped like every list. */
import type { Actor } from '@redress/domain/access/actor';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Database } from '../db/database.ts';
import { answered } from './read-as.ts';
import { seenAs } from './seen-as.ts';

export interface SuitParts {
  readonly streamId: StreamId;
  readonly instances: number;
  /** Of the newest instance. */
  readonly level: string | null;
  readonly court: string | null;
  readonly courtNumber: string | null;
  readonly before: string | null;
  /** The departments that answer for an organ of the suit. */
  readonly undertakings: readonly OrganId[];
  readonly nextSession: {
    readonly sessionId: string;
    readonly on: CivilDate;
    readonly time: string;
    readonly place: string;
    /** Every organ that has to bring a leader has one arranged; of a department, its own organs. */
    readonly leaderPlanned: boolean;
  } | null;
}

/** By lawsuit, on a day; those that are not the actor's are left out. One question for a page. */
export async function suitPartsOf(
  db: Database,
  actor: Actor,
  ids: readonly StreamId[],
  day: CivilDate,
): Promise<ReadonlyMap<StreamId, SuitParts>> {
  if (ids.length === 0) return new Map();
  const answer = await answered(
    db.pool.query<SuitParts>(
      `with page as (select p.stream_id, bool_or(p.capacity <> 'respondent') as office from participant p
         where p.stream_id = any($1::text[]) and p.organ_id = any($2::text[]) and ${seenAs(actor)} group by p.stream_id)
       select page.stream_id as "streamId", n.n as instances, i.level, i.court, i.court_number as "courtNumber",
         (select f.value from case_fact f
           where f.stream_id = page.stream_id and f.name = 'suit-before' and f.known_to is null limit 1) as before,
         coalesce((select array_agg(distinct p.organ_id) from participant p
           where p.stream_id = page.stream_id and p.capacity = 'respondent' and not p.organ_id = any(x.respondents)),
           '{}') as undertakings,
         (select jsonb_build_object('sessionId', s.session_id, 'on', s.on_day, 'time', s.time, 'place', s.place,
             'leaderPlanned', not exists (select from appearance a where a.stream_id = s.stream_id
                and a.session_id = s.session_id and a.planned_on is null
                and (page.office or a.organ_id = any($2::text[]) or a.undertaking_id = any($2::text[]))))
            from court_session s
           where s.stream_id = page.stream_id and s.cancelled_on is null and s.held_on is null and s.on_day >= $3::date
           order by s.on_day, s.time, s.session_id limit 1) as "nextSession"
         from page join case_index x on x.stream_id = page.stream_id
         left join lateral (select count(*)::int as n from lawsuit_instance c where c.stream_id = page.stream_id) n on true
         left join lateral (select c.level, c.court, c.court_number from lawsuit_instance c
           where c.stream_id = page.stream_id order by c.opened_on desc, c.instance_id desc limit 1) i on true`,
      [ids, actor.scope, day],
    ),
  );
  return new Map(answer.rows.map((row) => [row.streamId, row]));
}

export interface CourtNumberBearer {
  readonly streamId: StreamId;
  readonly instanceId: string;
  readonly level: string;
  readonly courtNumber: string;
  /** The actor's organs have a part in it. */
  readonly visible: boolean;
}

/**
 * The lawsuit of which an instance bears a court's number, in any organ: the number is the court's, so that it is taken
 * wherever it stands. Whether the asker may know where is for the caller to keep to.
 */
export async function courtNumberBearer(
  db: Database,
  actor: Actor,
  numberKey: string,
  except: StreamId | null,
): Promise<CourtNumberBearer | null> {
  const answer = await answered(
    db.pool.query<CourtNumberBearer>(
      `select i.stream_id as "streamId", i.instance_id as "instanceId", i.level, i.court_number as "courtNumber",
              exists (select from participant p where p.stream_id = i.stream_id and p.organ_id = any($2::text[])
                and ${seenAs(actor)}) as visible
         from lawsuit_instance i where i.number_key = $1 and i.stream_id is distinct from $3 limit 1`,
      [numberKey, actor.scope, except],
    ),
  );
  return answer.rows[0] ?? null;
}
