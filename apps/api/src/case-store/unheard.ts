/**
 * Questions of who tells people about cases: which ledgers have grown since everybody was told, which limits are near,
 * and what a case is called for who may know of it. They are the system's own and have no actor; what leaves for a person
 * goes through that person's organs.
 */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs, OrganId, StreamId } from '@redress/domain/ids';
import type { Envelope } from '@redress/domain/ledger/envelope';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { letterNameOf } from '@redress/domain/reconsideration/view-addressed';
import type { ClientBase, Pool } from 'pg';
import type { Database } from '../db/database.ts';
import { loadEntries } from './ledgers.ts';

export interface Unheard {
  readonly streamId: StreamId;
  /** Entries up to here everybody was told of. */
  readonly heard: number;
}

/** Ledgers of a kind with entries that nobody was told of yet, in the order of their ids. */
export async function unheardStreams(
  db: Database,
  kind: string,
  after: string,
  limit: number,
): Promise<readonly Unheard[]> {
  const answer = await db.pool.query<Unheard>(
    `select s.id as "streamId", coalesce(w.seq, 0) as heard
       from stream s left join notice_watermark w on w.stream_id = s.id
      where s.kind = $1 and s.id > $2 and s.version > coalesce(w.seq, 0)
      order by s.id limit $3`,
    [kind, after, limit],
  );
  return answer.rows;
}

/** Ledgers whose last entry is older than `before` count as told: what is long past is no news. How many those were. */
export async function passOver(db: Database, kind: string, before: InstantMs): Promise<number> {
  const answer = await db.pool.query(
    `insert into notice_watermark (stream_id, seq)
       select s.id, s.version from stream s left join notice_watermark w on w.stream_id = s.id
        where s.kind = $1 and s.last_recorded_at < $2 and s.version > coalesce(w.seq, 0)
     on conflict (stream_id) do update set seq = greatest(notice_watermark.seq, excluded.seq)`,
    [kind, before],
  );
  return answer.rowCount ?? 0;
}

/** The entries of these ledgers, in the order of writing. */
export const ledgersOf = (
  db: Database,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, readonly Envelope[]>> => loadEntries(db.pool, streams);

/** Those of these ledgers that hold an entry of a type, in force or not. */
export async function streamsWith(
  db: Database,
  type: string,
  streams: readonly StreamId[],
): Promise<readonly StreamId[]> {
  if (streams.length === 0) return [];
  const answer = await db.pool.query<{ id: StreamId }>(
    `select distinct stream_id as id from entry where type = $1 and stream_id = any($2::text[])`,
    [type, streams],
  );
  return answer.rows.map((row) => row.id);
}

/** Those of these ledgers that are of a kind, each with up to where it was told, 0 where never. */
export async function heardOf(
  db: Database,
  kind: string,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, number>> {
  const answer = await db.pool.query<{ id: StreamId; seq: number }>(
    `select s.id, coalesce(w.seq, 0) as seq
       from stream s left join notice_watermark w on w.stream_id = s.id
      where s.kind = $1 and s.id = any($2::text[])`,
    [kind, streams],
  );
  return new Map(answer.rows.map((row) => [row.id, row.seq]));
}

/** Everybody was told of this ledger up to `seq`; in the transaction of the telling. */
export async function markHeard(client: ClientBase | Pool, streamId: StreamId, seq: number): Promise<void> {
  await client.query(
    `insert into notice_watermark (stream_id, seq) values ($1, $2)
     on conflict (stream_id) do update set seq = greatest(notice_watermark.seq, excluded.seq)`,
    [streamId, seq],
  );
}

export interface RunningClock {
  readonly streamId: StreamId;
  /** Of which kind its case is. */
  readonly kind: string;
  readonly clockId: string;
  readonly ruleId: string;
  readonly subject: string;
  readonly visibleFrom: CivilDate;
  readonly due: CivilDate;
  readonly organId: OrganId;
  readonly handlers: readonly AccountId[];
  /** The subject is an organ with a part in the case. */
  readonly subjectInformed: boolean;
  /** The last mark of used days that the decision of its case has reached by the day. */
  readonly used: number | null;
}

/**
 * The clocks of some rules that run on a day and end in a span of days, with whom their case belongs to. Stopped and
 * unknown ends are no ends.
 */
export async function clocksEnding(
  db: Database,
  o: { readonly rules: readonly string[]; readonly day: CivilDate; readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly RunningClock[]> {
  const answer = await db.pool.query<RunningClock>(
    `select c.stream_id as "streamId", i.kind, c.clock_id as "clockId", c.rule_id as "ruleId", c.subject,
            c.visible_from as "visibleFrom", c.due, i.organ_id as "organId", i.handlers,
            exists (select from participant p where p.stream_id = c.stream_id and p.organ_id = c.subject)
              as "subjectInformed",
            (select max(f.value::int) from case_fact f
              where f.stream_id = c.stream_id and f.name = 'days-used' and f.known_to is null and f."on" <= $4) as used
       from clock c join case_index i on i.stream_id = c.stream_id
      where c.rule_id = any($1::text[]) and c.due between $2 and $3
        and c.visible_from <= $4 and c.status in ('final', 'provisional')
        and (c.end_kind = 'open' or c.end_on > $4)
      order by c.stream_id, c.clock_id`,
    [o.rules, o.from, o.to, o.day],
  );
  return answer.rows;
}

export interface SessionAhead {
  readonly streamId: StreamId;
  readonly sessionId: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly organId: OrganId;
  /** Whose people answer for that organ. */
  readonly undertakingId: OrganId;
  readonly leaderName: string | null;
  readonly leaderAccountId: AccountId | null;
  /** The office that keeps the file, and its handlers. */
  readonly officeId: OrganId;
  readonly handlers: readonly AccountId[];
}

/** Trial sessions of a span of days that nobody held or called off, one row for each organ that appears there. */
export async function sessionsAhead(db: Database, from: CivilDate, to: CivilDate): Promise<readonly SessionAhead[]> {
  const answer = await db.pool.query<SessionAhead>(
    `select s.stream_id as "streamId", s.session_id as "sessionId", s.on_day as "on", s.time, a.organ_id as "organId",
            a.undertaking_id as "undertakingId", a.leader_name as "leaderName", a.leader_account_id as "leaderAccountId",
            i.organ_id as "officeId", i.handlers
       from court_session s
       join appearance a on a.stream_id = s.stream_id and a.session_id = s.session_id
       join case_index i on i.stream_id = s.stream_id
      where s.kind = 'trial' and s.on_day between $1 and $2 and s.cancelled_on is null and s.held_on is null
        and a.recorded_on is null
      order by s.on_day, s.time, s.stream_id, a.organ_id`,
    [from, to],
  );
  return answer.rows;
}

export interface CaseName {
  readonly streamId: StreamId;
  readonly kind: string;
  readonly number: string | null;
  /** The act under review; no person's name. */
  readonly title: string;
}

/**
 * What these cases are called, as far as one of the organs has a part in them. To organs that were only sent an opinion
 * letter it is the letter's number and subject: neither which case it came from nor what that is about is theirs to know.
 */
export async function nameCases(
  db: Database,
  organs: readonly OrganId[],
  streams: readonly StreamId[],
  { law, day }: { readonly law: LawContext; readonly day: CivilDate },
): Promise<ReadonlyMap<StreamId, CaseName>> {
  if (streams.length === 0 || organs.length === 0) return new Map();
  const answer = await db.pool.query<CaseName & { readonly letterTo: OrganId | null }>(
    `select i.stream_id as "streamId", i.kind, i.case_number as number, i.title, mine."letterTo" from case_index i
       join (select p.stream_id, case when bool_and(p.capacity = 'addressed') then min(p.organ_id) end as "letterTo"
               from participant p
              where p.stream_id = any($1::text[]) and p.organ_id = any($2::text[])
              group by p.stream_id) mine on mine.stream_id = i.stream_id`,
    [streams, organs],
  );
  const byLetter = answer.rows.flatMap((row) => (row.letterTo === null ? [] : [row.streamId]));
  const ledgers = byLetter.length === 0 ? null : await ledgersOf(db, byLetter);
  return new Map(
    answer.rows.map(({ letterTo, ...row }) => {
      if (letterTo === null) return [row.streamId, row];
      const { streamId } = row;
      const ledger = { streamId, kind: reconsideration.kind, entries: ledgers?.get(streamId) ?? [] };
      return [
        streamId,
        { streamId, kind: row.kind, ...letterNameOf(replay(reconsideration, ledger, law), letterTo, day, law) },
      ];
    }),
  );
}
