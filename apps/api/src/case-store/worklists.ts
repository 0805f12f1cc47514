/**
 * What a workbench is made of beside pages of the list: several counts in one question, the hearings of some days, what
 * was lately entered, and how much each handler has. Everything as somebody, on a day.
 */
import type { Actor } from '@redress/domain/access/actor';
import { within } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs, StreamId } from '@redress/domain/ids';
import type { ParticipantRow } from '@redress/domain/ledger/projection';
import type { Database } from '../db/database.ts';
import { askedBy, type CaseFilter, conditionsOf, lightIs } from './list-cases.ts';
import { answered } from './read-as.ts';

/** A hearing as the flat record has it. */
export interface ListedHearing {
  readonly streamId: StreamId;
  readonly hearingId: string;
  readonly on: CivilDate;
  /** `HH:MM|place` */
  readonly value: string | null;
}

/** An entry that somebody else made, without its payload. */
export interface RecentEntry {
  readonly streamId: StreamId;
  readonly seq: number;
  readonly capacity: ParticipantRow['capacity'];
  readonly type: string;
  readonly occurredOn: CivilDate;
  readonly recordedAt: InstantMs;
  readonly account: AccountId;
}

/** A case that silence accepted. */
export interface RecentLapse {
  readonly streamId: StreamId;
  readonly visibleFrom: CivilDate;
}

export interface HandlerLoad {
  readonly accountId: AccountId;
  readonly open: number;
  readonly overdue: number;
  readonly near: number;
  readonly stopped: number;
}

export interface Worklists {
  /** How long the list of each filter is, in one question. */
  countEach(day: CivilDate, filters: readonly CaseFilter[]): Promise<readonly number[]>;
  hearings(day: CivilDate, filter: CaseFilter, limit: number): Promise<readonly ListedHearing[]>;
  /** Newest first, `not` these types and not by the actor. */
  recentEntries(
    day: CivilDate,
    filter: CaseFilter,
    since: InstantMs,
    not: readonly string[],
    limit: number,
  ): Promise<readonly RecentEntry[]>;
  recentLapses(day: CivilDate, filter: CaseFilter, limit: number): Promise<readonly RecentLapse[]>;
  /** Open cases of a kind by who handles them, the fullest desk first. */
  loads(day: CivilDate, kind: string): Promise<readonly HandlerLoad[]>;
}

/** Opens the worklists to one actor. */
export function worklistsAs(db: Database, whoever: Actor): Worklists {
  const { pool } = db;
  const actor = within(whoever, 'own');
  const conditions = (day: CivilDate, filter: CaseFilter) => {
    const { where, values } = conditionsOf({ day, filter }, askedBy(actor, filter));
    return { where: where.join('\n and '), values, value: (v: unknown): string => `$${values.push(v)}` };
  };

  async function countEach(day: CivilDate, filters: readonly CaseFilter[]): Promise<readonly number[]> {
    if (filters.length === 0) return [];
    // The work of one desk is of the organ itself: every filter asks in the same organs.
    const asker = askedBy(actor, {});
    const values: unknown[] = [day, asker.scope];
    const parts = filters.map((filter, i) => {
      const { where } = conditionsOf({ day, filter }, asker, values);
      return `select ${i} as i, count(*) as n from participant p where ${where.join('\n and ')}`;
    });
    const answer = await pool.query<{ i: number; n: number }>(parts.join('\n union all '), values);
    const counts = new Map(answer.rows.map((row) => [row.i, Number(row.n)]));
    return filters.map((_, i) => counts.get(i) ?? 0);
  }

  async function hearings(day: CivilDate, filter: CaseFilter, limit: number): Promise<readonly ListedHearing[]> {
    const { where, values, value } = conditions(day, filter);
    const from = value(filter.hearingFrom ?? '-infinity');
    const to = value(filter.hearingTo ?? 'infinity');
    const answer = await pool.query<ListedHearing>(
      `select h.stream_id as "streamId", h.subject as "hearingId", h."on", h.value
         from participant p join case_fact h on h.stream_id = p.stream_id
        where ${where}
          and h.name = 'hearing-scheduled' and h.known_to is null and h."on" between ${from}::date and ${to}::date
          and not exists (select from case_fact x where x.stream_id = h.stream_id and x.known_to is null
            and x.name = 'hearing-cancelled' and x.subject = h.subject)
        order by h."on", h.value nulls last, h.stream_id limit ${value(limit)}`,
      values,
    );
    return answer.rows;
  }

  async function recentEntries(
    day: CivilDate,
    filter: CaseFilter,
    since: InstantMs,
    not: readonly string[],
    limit: number,
  ): Promise<readonly RecentEntry[]> {
    const { where, values, value } = conditions(day, filter);
    const answer = await pool.query<RecentEntry>(
      `select e.stream_id as "streamId", e.seq, p.capacity, e.type, e.occurred_on as "occurredOn",
              e.recorded_at as "recordedAt", e.recorded_by ->> 'account' as account
         from entry e join participant p on p.stream_id = e.stream_id
        where e.recorded_at >= ${value(since)} and e.type <> all(${value(not)}::text[])
          and e.recorded_by ->> 'account' <> ${value(actor.accountId)} and ${where}
        order by e.recorded_at desc, e.stream_id, e.seq desc limit ${value(limit)}`,
      values,
    );
    return answer.rows.map((row) => ({ ...row, recordedAt: Number(row.recordedAt) as InstantMs }));
  }

  async function recentLapses(day: CivilDate, filter: CaseFilter, limit: number): Promise<readonly RecentLapse[]> {
    const { where, values, value } = conditions(day, filter);
    const answer = await pool.query<RecentLapse>(
      `select p.stream_id as "streamId", a.visible_from as "visibleFrom"
         from participant p join case_fact a on a.stream_id = p.stream_id
        where ${where} and a.name = 'accepted' and a.value = 'lapse' and a.known_to is null
        order by a.visible_from desc, p.stream_id limit ${value(limit)}`,
      values,
    );
    return answer.rows;
  }

  async function loads(day: CivilDate, kind: string): Promise<readonly HandlerLoad[]> {
    const { where, values } = conditions(day, { kind, closed: false });
    const answer = await pool.query<{ [K in keyof HandlerLoad]: K extends 'accountId' ? AccountId : number }>(
      `select h as "accountId", count(*) as open,
              count(*) filter (where ${lightIs.overdue}) as overdue,
              count(*) filter (where ${lightIs.near}) as near,
              count(*) filter (where ${lightIs.stopped}) as stopped
         from participant p cross join unnest(p.handlers) h
        where ${where} group by h order by count(*) desc, h`,
      values,
    );
    return answer.rows.map((row) => ({
      accountId: row.accountId,
      open: Number(row.open),
      overdue: Number(row.overdue),
      near: Number(row.near),
      stopped: Number(row.stopped),
    }));
  }

  return {
    countEach: (...asked) => answered(countEach(...asked)),
    hearings: (...asked) => answered(hearings(...asked)),
    recentEntries: (...asked) => answered(recentEntries(...asked)),
    recentLapses: (...asked) => answered(recentLapses(...asked)),
    loads: (...asked) => answered(loads(...asked)),
  };
}
