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
  wordCapacities,
} from '@redress/domain/ledger/projection';
import type { WorkFilter } from '@redress/domain/reconsideration/work-filter';
import { zStreamId } from '@redress/domain/schema';
import type { Database } from '../db/database.ts';
import { beginningPattern, isWholeNumber, likePattern, searchForm } from './padding.ts';
import { workConditions } from './work-filter.ts';

export const lights = ['overdue', 'near', 'ok', 'stopped', 'closed'] as const;
export type Light = (typeof lights)[number];

export interface CaseFilter extends WorkFilter {
  readonly kind?: string;
  readonly stage?: string;
  readonly waitingFor?: string;
  readonly light?: Light;
  readonly handler?: AccountId;
  readonly respondent?: OrganId;
  /** Days of receipt, both included. */
  readonly receivedFrom?: CivilDate;
  readonly receivedTo?: CivilDate;
  /** Part of a case number, a document number, a party's name or the act's words. */
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
  /** A search may stop short of the whole list: while somebody types, the first hits are what is wanted. */
  readonly bounded?: boolean;
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

/** One organ as an equality: then its index also gives the order of the page. */
const organsOf = (actor: Actor): string => (actor.scope.length === 1 ? '= ($2::text[])[1]' : '= any($2::text[])');

const isSearched = (filter: CaseFilter): filter is CaseFilter & { readonly q: string } =>
  filter.q !== undefined && searchForm(filter.q) !== '';

/** The rows of `party_name` (as n) in which the actor's organs find what is searched for. */
function foundIn(q: string, actor: Actor, db: Database, value: (v: unknown) => string): string {
  const found = `n.organ_id ${organsOf(actor)} and n.padded like ${value(likePattern(q, db.padding))}`;
  // One character is no part of a number or an act worth asking for: it would be in nearly all of them.
  const isLong = [...searchForm(q)].length > 1;
  return isLong ? found : `${found} and n.capacity <> all(${value([...numberCapacities, ...wordCapacities])}::text[])`;
}

/** Conditions and their values, but for what is searched: $1 is the day, $2 the organs; `values` takes the others. */
export function conditionsOf(
  query: Pick<CaseQuery, 'day' | 'filter'>,
  actor: Actor,
  values: unknown[] = [query.day, actor.scope],
): { where: string[]; values: unknown[] } {
  const { filter } = query;
  const value = (v: unknown): string => `$${values.push(v)}`;
  const where = [`p.organ_id ${organsOf(actor)}`, `p.from_on <= $1::date and $1::date < p.until_on`, isBestPart];
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
  where.push(...workConditions(filter, value));
  if (filter.respondent !== undefined) {
    where.push(`exists (select from participant r where r.stream_id = p.stream_id and r.capacity = 'respondent'
      and r.organ_id = ${value(filter.respondent)})`);
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

/**
 * Where a page looks. `all`: everywhere. `ids`: in these cases only. `walk`: along the list, asking each case whether it
 * is found, for as many cases as said.
 */
type Among =
  | { readonly is: 'all' }
  | { readonly is: 'ids'; readonly ids: readonly string[] }
  | { readonly is: 'walk'; readonly q: string; readonly cases: number | null };

/** How many cases a first walk looks at: what many cases answer to has filled a page by then. */
const WALK = 1000;
const LONG_WALK = 20 * WALK;
/** How many hits are collected and put in order; of more, walking along the list soon meets enough. */
const COLLECT = 3000;

/** One page and one row more, if there is one. */
async function pageRows(db: Database, actor: Actor, query: CaseQuery, among: Among, limit: number) {
  const { where, values } = conditionsOf(query, actor);
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
  let from = 'participant p';
  let conditions = where;
  if (among.is === 'ids') where.push(`p.stream_id = any(${value(among.ids)}::text[])`);
  if (among.is === 'walk') {
    const steps = among.cases === null ? '' : ` limit ${among.cases}`;
    from = `(select p.* from participant p where ${where.join(' and ')} order by ${order}${steps}) p`;
    // `offset 0` keeps the question with its case: as a join it would be answered for all of them first.
    conditions = [
      `exists (select from party_name n
        where n.stream_id = p.stream_id and ${foundIn(among.q, actor, db, value)} offset 0)`,
    ];
  }
  const answer = await db.pool.query<ListedCase>(
    `select ${columns} from ${from} join case_index c on c.stream_id = p.stream_id
      where ${conditions.join('\n        and ')}
      order by ${order} limit ${limit + 1}`,
    values,
  );
  return answer.rows;
}

/** The cases in which a search finds something, whatever the filter; null where they are too many to collect. */
async function collect(db: Database, actor: Actor, q: string, wholeNumber: boolean): Promise<readonly string[] | null> {
  // As everywhere $2 is the organs; there is no day in this question.
  const values: unknown[] = [COLLECT, actor.scope];
  const value = (v: unknown): string => `$${values.push(v)}`;
  const found = wholeNumber
    ? `n.organ_id ${organsOf(actor)} and n.padded like ${value(beginningPattern(q, db.padding))}
        and n.capacity in ('case-number', 'document-number')`
    : foundIn(q, actor, db, value);
  const answer = await db.pool.query<{ id: string }>(
    `select n.stream_id as id from party_name n where ${found} limit $1::int + 1`,
    values,
  );
  return answer.rows.length > COLLECT ? null : [...new Set(answer.rows.map((row) => row.id))];
}

/**
 * A search, from the cheapest way on; each finds the same where it finds enough. A text may stand in nearly every case
 * or in one: no single plan is good for both, and how many there are is known only by looking.
 */
async function searchRows(db: Database, actor: Actor, query: CaseQuery, q: string, limit: number) {
  if (isWholeNumber(q)) {
    const ids = await collect(db, actor, q, true);
    if (ids !== null && ids.length > 0) return pageRows(db, actor, query, { is: 'ids', ids }, limit);
  }
  const near = await pageRows(db, actor, query, { is: 'walk', q, cases: WALK }, limit);
  if (near.length > limit) return near;
  const ids = await collect(db, actor, q, false);
  if (ids !== null) return pageRows(db, actor, query, { is: 'ids', ids }, limit);
  // Told of a last step, PostgreSQL goes along the index; without one it sorts everything first.
  const far = await pageRows(db, actor, query, { is: 'walk', q, cases: LONG_WALK }, limit);
  return far.length > limit || query.bounded === true
    ? far
    : pageRows(db, actor, query, { is: 'walk', q, cases: null }, limit);
}

/** One page of the cases the actor's organs have a part in. */
export async function listCases(db: Database, actor: Actor, query: CaseQuery): Promise<CasePage> {
  const limit = Math.min(Math.max(Math.trunc(query.limit), 1), 100);
  const { filter } = query;
  const found = isSearched(filter)
    ? await searchRows(db, actor, query, filter.q, limit)
    : await pageRows(db, actor, query, { is: 'all' }, limit);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
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
  const { where, values } = conditionsOf(query, actor);
  if (isSearched(query.filter)) {
    const found = foundIn(query.filter.q, actor, db, (v) => `$${values.push(v)}`);
    where.push(`p.stream_id in (select n.stream_id from party_name n where ${found})`);
  }
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
