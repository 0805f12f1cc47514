/**
 * The list of cases as it is on a day, in keyset pages: `participant` rows whose phase holds that day, in the order of
 * their due date or by day of receipt. Nothing in it was ever true "today" only: the day is an argument.
 */
import type { Actor } from '@redress/domain/access/actor';
import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import {
  type CaseIndexRow,
  type DueOrInfinity,
  numberCapacities,
  type ParticipantRow,
} from '@redress/domain/ledger/projection';
import { zStreamId } from '@redress/domain/schema';
import type { Database } from '../db/database.ts';
import { likePattern, searchForm } from './padding.ts';

export const lights = ['overdue', 'near', 'ok', 'stopped', 'closed'] as const;
export type Light = (typeof lights)[number];

export interface CaseFilter {
  readonly kind?: string;
  readonly stage?: string;
  readonly waitingFor?: string;
  readonly light?: Light;
  readonly handler?: AccountId;
  readonly respondent?: OrganId;
  /** Days of receipt, both included. */
  readonly receivedFrom?: CivilDate;
  readonly receivedTo?: CivilDate;
  /** Part of a case number, a document number or a party's name. */
  readonly q?: string;
  /** true: closed ones only; false: open ones only; left out: both. */
  readonly closed?: boolean;
}

export interface CaseQuery {
  readonly day: CivilDate;
  readonly filter: CaseFilter;
  readonly sort: 'due' | 'received';
  /** From the page before; null for the first. */
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

type FromIndex = Pick<
  CaseIndexRow,
  | 'caseNumber'
  | 'title'
  | 'procedure'
  | 'lawVersion'
  | 'filedOn'
  | 'receivedOn'
  | 'acceptedOn'
  | 'acceptedBy'
  | 'acceptedVisibleFrom'
  | 'closedOn'
  | 'outcome'
  | 'version'
>;
type FromParticipant = Pick<
  ParticipantRow,
  | 'kind'
  | 'organId'
  | 'capacity'
  | 'stage'
  | 'waitingFor'
  | 'dueRule'
  | 'dueUnit'
  | 'sortDue'
  | 'dueStatus'
  | 'amberOn'
  | 'redOn'
  | 'handlers'
  | 'closed'
>;

export interface ListedCase extends FromIndex, FromParticipant {
  readonly streamId: StreamId;
  /** Of the day asked for. */
  readonly light: Light;
}

export interface CasePage {
  readonly rows: readonly ListedCase[];
  readonly nextCursor: string | null;
}

/** The light of a row on day $1; every row has exactly one. */
const lightSql = `case when p.closed then 'closed' when p.due_status = 'stopped' then 'stopped'
  when p.red_on <= $1::date then 'overdue' when p.amber_on <= $1::date then 'near' else 'ok' end`;

/** The same lights one by one, as plain comparisons: PostgreSQL can estimate these and not the CASE. */
const lightIs = {
  closed: 'p.closed',
  stopped: `not p.closed and p.due_status = 'stopped'`,
  overdue: `not p.closed and p.due_status <> 'stopped' and p.red_on <= $1::date`,
  near: `not p.closed and p.due_status <> 'stopped' and p.red_on > $1::date and p.amber_on <= $1::date`,
  ok: `not p.closed and p.due_status <> 'stopped' and p.red_on > $1::date and p.amber_on > $1::date`,
} as const satisfies Record<Light, string>;

/**
 * Of several parts the actor's organs have in one case only one is listed: the reviewing one first, so that no case
 * stands on a list twice.
 */
const capacityRank = (alias: string) => `array_position(
  array['reviewing','superior','respondent','third-party'], ${alias}.capacity::text)`;
const isBestPart = `not exists (
  select from participant b where b.stream_id = p.stream_id and b.organ_id = any($2::text[])
     and b.from_on <= $1::date and $1::date < b.until_on
     and (${capacityRank('b')}, b.organ_id) < (${capacityRank('p')}, p.organ_id))`;

interface Cursor {
  readonly sort: CaseQuery['sort'];
  readonly key: DueOrInfinity | '-infinity';
  readonly id: string;
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** A cursor that is none, or of another order, begins at the first page. */
function readCursor(text: string | null, sort: CaseQuery['sort']): Cursor | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const c = read as Partial<Cursor> | null;
    const isKey = typeof c?.key === 'string' && (/^-?infinity$/.test(c.key) || isCivilDate(c.key));
    return isKey && c?.sort === sort && zStreamId.safeParse(c.id).success ? (c as Cursor) : null;
  } catch {
    return null;
  }
}

/** Conditions and their values: $1 is the day, $2 the organs. */
function conditionsOf(query: CaseQuery, actor: Actor, db: Database): { where: string[]; values: unknown[] } {
  const { day, filter } = query;
  const values: unknown[] = [day, actor.scope];
  const value = (v: unknown): string => `$${values.push(v)}`;
  // One organ as an equality: then its index also gives the order of the page.
  const organs = actor.scope.length === 1 ? `= ($2::text[])[1]` : '= any($2::text[])';
  const where = [`p.organ_id ${organs}`, `p.from_on <= $1::date and $1::date < p.until_on`, isBestPart];
  if (filter.kind !== undefined) where.push(`p.kind = ${value(filter.kind)}`);
  if (filter.stage !== undefined) where.push(`p.stage = ${value(filter.stage)}`);
  if (filter.waitingFor !== undefined) where.push(`p.waiting_for = ${value(filter.waitingFor)}`);
  if (filter.light !== undefined) where.push(lightIs[filter.light]);
  if (filter.handler !== undefined) where.push(`p.handlers @> array[${value(filter.handler)}]::text[]`);
  // Written as the partial indexes have it; where the light says it already, twice would mislead the planner.
  const isSaid = filter.light !== undefined && (filter.light === 'closed') === filter.closed;
  if (filter.closed !== undefined && !isSaid) where.push(filter.closed ? 'p.closed' : 'not p.closed');
  if (filter.receivedFrom !== undefined) where.push(`p.received_on >= ${value(filter.receivedFrom)}::date`);
  if (filter.receivedTo !== undefined) where.push(`p.received_on <= ${value(filter.receivedTo)}::date`);
  if (filter.respondent !== undefined) {
    where.push(`exists (select from participant r where r.stream_id = p.stream_id and r.capacity = 'respondent'
      and r.organ_id = ${value(filter.respondent)})`);
  }
  if (filter.q !== undefined && searchForm(filter.q) !== '') {
    const pattern = value(likePattern(filter.q, db.padding));
    // One character is no part of a number worth asking for: it would be in nearly all of them.
    const isLong = [...searchForm(filter.q)].length > 1;
    const kinds = isLong ? '' : ` and n.capacity <> all(${value(numberCapacities)}::text[])`;
    where.push(`p.stream_id in (select n.stream_id from party_name n
      where n.organ_id ${organs} and n.padded like ${pattern}${kinds})`);
  }
  return { where, values };
}

/** A respondent learns of the end of a case later than the office: its own row says when. */
const ifEnded = (column: string) =>
  `case when p.capacity <> 'respondent' or p.closed or p.stage = 'decided' then ${column} end`;

const columns = `p.stream_id as "streamId", p.kind, p.organ_id as "organId", p.capacity, p.stage,
  p.waiting_for as "waitingFor", p.due_rule as "dueRule", p.due_unit as "dueUnit", p.sort_due as "sortDue", p.due_status as "dueStatus",
  p.amber_on as "amberOn", p.red_on as "redOn", p.handlers, p.closed, ${lightSql} as light,
  c.case_number as "caseNumber", c.title, c.procedure, c.law_version as "lawVersion", c.filed_on as "filedOn",
  c.received_on as "receivedOn", c.accepted_on as "acceptedOn", c.accepted_by as "acceptedBy",
  c.accepted_visible_from as "acceptedVisibleFrom", ${ifEnded('c.closed_on')} as "closedOn",
  ${ifEnded('c.outcome')} as outcome, c.version`;

/** One page of the cases the actor's organs have a part in. */
export async function listCases(db: Database, actor: Actor, query: CaseQuery): Promise<CasePage> {
  const { where, values } = conditionsOf(query, actor, db);
  const cursor = readCursor(query.cursor, query.sort);
  const value = (v: unknown): string => `$${values.push(v)}`;
  const order = query.sort === 'due' ? 'p.sort_due, p.stream_id' : 'p.received_on desc nulls last, p.stream_id desc';
  if (cursor !== null && query.sort === 'due') {
    where.push(`(p.sort_due, p.stream_id) > (${value(cursor.key)}::date, ${value(cursor.id)})`);
  } else if (cursor !== null) {
    const id = value(cursor.id);
    // Without a day of receipt a case stands at the end of the list, newest id first.
    where.push(
      cursor.key === '-infinity'
        ? `(p.received_on is null and p.stream_id < ${id})`
        : `((p.received_on, p.stream_id) < (${value(cursor.key)}::date, ${id}) or p.received_on is null)`,
    );
  }
  const limit = Math.min(Math.max(Math.trunc(query.limit), 1), 100);
  const answer = await db.pool.query<ListedCase>(
    `select ${columns} from participant p join case_index c on c.stream_id = p.stream_id
      where ${where.join('\n        and ')}
      order by ${order} limit ${limit + 1}`,
    values,
  );
  const rows = answer.rows.slice(0, limit);
  const last = rows.at(-1);
  const more = answer.rows.length > limit && last !== undefined;
  const key = query.sort === 'due' ? last?.sortDue : (last?.receivedOn ?? '-infinity');
  return {
    rows,
    nextCursor: more && key !== undefined ? writeCursor({ sort: query.sort, key, id: last.streamId }) : null,
  };
}

/** How many cases of the actor's organs stand in each light on a day, and how many wait for whom; open ones only. */
export interface CaseCounts {
  readonly byLight: Readonly<Record<Light, number>>;
  readonly byWaitingFor: Readonly<Record<string, number>>;
}

/** The figures above the list: the same rows and the same lights as the list itself. */
export async function countCases(
  db: Database,
  actor: Actor,
  query: Pick<CaseQuery, 'day' | 'filter'>,
): Promise<CaseCounts> {
  const { where, values } = conditionsOf({ ...query, sort: 'due', cursor: null, limit: 1 }, actor, db);
  const answer = await db.pool.query<{ light: Light; waitingFor: string | null; n: number }>(
    `select ${lightSql} as light, p.waiting_for as "waitingFor", count(*) as n
       from participant p join case_index c on c.stream_id = p.stream_id
      where ${where.join('\n        and ')} group by 1, 2`,
    values,
  );
  const byLight: Record<Light, number> = { overdue: 0, near: 0, ok: 0, stopped: 0, closed: 0 };
  const byWaitingFor: Record<string, number> = {};
  for (const { light, waitingFor, n } of answer.rows) {
    byLight[light] += n;
    if (waitingFor !== null && light !== 'closed') byWaitingFor[waitingFor] = (byWaitingFor[waitingFor] ?? 0) + n;
  }
  return { byLight, byWaitingFor };
}
