/**
 * The list of cases as it is on a day, in keyset pages: `participant` rows whose phase holds that day, in one of a few
 * orders. Nothing in it was ever true "today" only: the day is an argument.
 */
import type { Actor } from '@redress/domain/access/actor';
import { type Whose, within } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs, OrganId, StreamId } from '@redress/domain/ids';
import {
  type CaseIndexRow,
  numberCapacities,
  type ParticipantRow,
  wordCapacities,
} from '@redress/domain/ledger/projection';
import type { WorkFilter } from '@redress/domain/reconsideration/work-filter';
import type { Database } from '../db/database.ts';
import {
  cursorAfter,
  naturalDirection,
  type OrderPart,
  orderParts,
  type Sort,
  type SortDirection,
} from './list-orders.ts';
import { beginningPattern, isWholeNumber, likePattern, searchForm } from './padding.ts';
import { seenAs } from './seen-as.ts';
import { type SuitConditions, suitConditions } from './suit-filter.ts';
import { workConditions } from './work-filter.ts';

/** `none`: open, and no day by which anything is due. */
export const lights = ['overdue', 'near', 'ok', 'none', 'stopped', 'closed'] as const;
export type Light = (typeof lights)[number];

export interface CaseFilter extends WorkFilter {
  /** Of which of the actor's organs; left out: their own, and wherever a search looks, all of them. */
  readonly whose?: Whose;
  /** Of this organ only. */
  readonly organ?: OrganId;
  readonly kind?: string;
  readonly stage?: string;
  readonly waitingFor?: string;
  readonly light?: Light;
  readonly handler?: AccountId;
  readonly respondent?: OrganId;
  readonly matter?: string;
  readonly category?: string;
  readonly channel?: string;
  readonly procedure?: string;
  readonly outcome?: string;
  readonly lawVersion?: string;
  /** Days of receipt, of acceptance and of the end, both ends included. */
  readonly receivedFrom?: CivilDate;
  readonly receivedTo?: CivilDate;
  readonly acceptedFrom?: CivilDate;
  readonly acceptedTo?: CivilDate;
  readonly closedFrom?: CivilDate;
  readonly closedTo?: CivilDate;
  /** true: those joined into another case only; false: the others. */
  readonly joined?: boolean;
  /** true: those registered by mistake (作废) only; they are on no other list. */
  readonly voided?: boolean;
  /** Part of a case number, a document number, a party's name or the act's words. */
  readonly q?: string;
  /** true: closed ones only; false: open ones only; left out: both. */
  readonly closed?: boolean;
  /** What only lawsuits are narrowed by. */
  readonly suit?: SuitConditions;
}

export interface CaseQuery {
  readonly day: CivilDate;
  readonly filter: CaseFilter;
  readonly sort: Sort;
  /** As the order is usually read, unless it is said. */
  readonly direction?: SortDirection;
  /** From the page before; null for the first. */
  readonly cursor: string | null;
  /** 1 to 500. */
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
  | 'acceptedBy'
  | 'acceptedVisibleFrom'
  | 'matter'
  | 'category'
  | 'channel'
  | 'respondents'
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
  | 'acceptedOn'
  | 'closedOn'
  | 'outcome'
>;

export interface ListedCase extends FromIndex, FromParticipant {
  readonly streamId: StreamId;
  /** Of the day asked for. */
  readonly light: Light;
  readonly numberKey: string | null;
  /** When the last entry was recorded; the reviewing organ's own to know. */
  readonly updatedAt: InstantMs | null;
}

export interface CasePage {
  readonly rows: readonly ListedCase[];
  readonly nextCursor: string | null;
}

/** The light of a row on day $1; every row has exactly one. */
export const lightSql = `case when p.closed then 'closed' when p.due_status = 'stopped' then 'stopped'
  when p.red_on = 'infinity' then 'none' when p.red_on <= $1::date then 'overdue'
  when p.amber_on <= $1::date then 'near' else 'ok' end`;

/** The same lights one by one, as plain comparisons: PostgreSQL can estimate these and not the CASE. */
export const lightIs = {
  closed: 'p.closed',
  stopped: `not p.closed and p.due_status = 'stopped'`,
  overdue: `not p.closed and p.due_status <> 'stopped' and p.red_on <= $1::date`,
  none: `not p.closed and p.due_status <> 'stopped' and p.red_on = 'infinity'`,
  near: `not p.closed and p.due_status <> 'stopped' and p.red_on > $1::date and p.amber_on <= $1::date`,
  ok: `not p.closed and p.due_status <> 'stopped' and p.red_on > $1::date and p.amber_on > $1::date
    and p.red_on < 'infinity'`,
} as const satisfies Record<Light, string>;

/**
 * Of several parts the actor's organs have in one case only one is listed: the reviewing one first, so that no case
 * stands on a list twice.
 */
const capacityRank = (alias: string) => `array_position(
  array['reviewing','superior','respondent','third-party'], ${alias}.capacity::text)`;
const isBestPart = (actor: Actor) => `not exists (
  select from participant b where b.stream_id = p.stream_id and b.organ_id = any($2::text[]) and ${seenAs(actor, 'b')}
     and b.from_on <= $1::date and $1::date < b.until_on
     and (${capacityRank('b')}, b.organ_id) < (${capacityRank('p')}, p.organ_id))`;

/** One organ as an equality: then its index also gives the order of the page. */
const organsOf = (actor: Actor): string => (actor.scope.length === 1 ? '= ($2::text[])[1]' : '= any($2::text[])');

const isSearched = (filter: CaseFilter): filter is CaseFilter & { readonly q: string } =>
  filter.q !== undefined && searchForm(filter.q) !== '';

/** A superior works on its own cases; those of the organs below it are there when asked for. */
export const askedBy = (actor: Actor, filter: CaseFilter): Actor =>
  within(actor, filter.whose ?? (isSearched(filter) ? 'all' : 'own'));

/** The rows of `party_name` (as n) in which the actor's organs find what is searched for. */
function foundIn(q: string, actor: Actor, db: Database, value: (v: unknown) => string): string {
  const found = `n.organ_id ${organsOf(actor)} and n.padded like ${value(likePattern(q, db.padding))}`;
  // One character is no part of a number or an act worth asking for: it would be in nearly all of them.
  const isLong = [...searchForm(q)].length > 1;
  return isLong ? found : `${found} and n.capacity <> all(${value([...numberCapacities, ...wordCapacities])}::text[])`;
}

/** A voided case is in no number and on no list but its own. */
const voidedStage = 'voided';

/** Conditions and their values, but for what is searched: $1 is the day, $2 the organs; `values` takes the others. */
export function conditionsOf(
  query: Pick<CaseQuery, 'day' | 'filter'>,
  actor: Actor,
  values: unknown[] = [query.day, actor.scope],
): { where: string[]; values: unknown[] } {
  const { filter } = query;
  const value = (v: unknown): string => `$${values.push(v)}`;
  const where = [`p.organ_id ${organsOf(actor)}`, `p.from_on <= $1::date and $1::date < p.until_on`];
  where.push(seenAs(actor), isBestPart(actor));
  // Who was only sent an opinion letter has it on the list of letters: whose case it is, is not theirs to know.
  where.push(`p.capacity <> 'addressed'`);
  const equal = (column: string, wanted: string | undefined) => {
    if (wanted !== undefined) where.push(`p.${column} = ${value(wanted)}`);
  };
  const between = (column: string, from: CivilDate | undefined, to: CivilDate | undefined) => {
    if (from !== undefined) where.push(`p.${column} >= ${value(from)}::date`);
    if (to !== undefined) where.push(`p.${column} <= ${value(to)}::date`);
  };
  equal('kind', filter.kind);
  // What the organs below review; where one of them is only a respondent, somebody else does.
  if (filter.whose === 'below') where.push(`p.capacity = 'reviewing'`);
  equal('organ_id', filter.organ);
  equal('stage', filter.stage);
  const asksVoided = filter.voided === true || filter.stage === voidedStage;
  where.push(`p.stage ${asksVoided ? '=' : '<>'} '${voidedStage}'`);
  equal('waiting_for', filter.waitingFor);
  if (filter.light !== undefined) where.push(lightIs[filter.light]);
  if (filter.handler !== undefined) where.push(`p.handlers @> array[${value(filter.handler)}]::text[]`);
  // Written as the partial indexes have it; where the light says it already, twice would mislead the planner.
  const isSaid = filter.light !== undefined && (filter.light === 'closed') === filter.closed;
  if (filter.closed !== undefined && !isSaid) where.push(filter.closed ? 'p.closed' : 'not p.closed');
  equal('matter', filter.matter);
  equal('category', filter.category);
  equal('channel', filter.channel);
  equal('procedure', filter.procedure);
  equal('outcome', filter.outcome);
  equal('law_version', filter.lawVersion);
  between('received_on', filter.receivedFrom, filter.receivedTo);
  between('accepted_on', filter.acceptedFrom, filter.acceptedTo);
  between('closed_on', filter.closedFrom, filter.closedTo);
  where.push(...workConditions(filter, value));
  if (filter.suit !== undefined) where.push(...suitConditions(filter.suit, value));
  if (filter.respondent !== undefined) where.push(`p.respondents @> array[${value(filter.respondent)}]::text[]`);
  if (filter.joined !== undefined) {
    // That a case was joined is the office's own: a respondent finds as many with the filter as without.
    where.push(`(p.capacity = 'respondent' or ${filter.joined ? '' : 'not '}exists (select from link l
      where l.from_stream_id = p.stream_id and l.kind = 'joined-into'))`);
  }
  return { where, values };
}

const columns = `p.stream_id as "streamId", p.kind, p.organ_id as "organId", p.capacity, p.stage,
  p.waiting_for as "waitingFor", p.due_rule as "dueRule", p.due_unit as "dueUnit", p.sort_due as "sortDue",
  p.due_status as "dueStatus", p.amber_on as "amberOn", p.red_on as "redOn", p.handlers, p.closed,
  ${lightSql} as light, c.case_number as "caseNumber", c.title, p.procedure, p.law_version as "lawVersion",
  c.filed_on as "filedOn", p.received_on as "receivedOn", p.accepted_on as "acceptedOn", c.accepted_by as "acceptedBy",
  c.accepted_visible_from as "acceptedVisibleFrom", p.closed_on as "closedOn", p.outcome, p.matter, p.category,
  p.channel, p.respondents, p.number_key as "numberKey", c.version,
  case when p.capacity = 'reviewing' then c.updated_at end as "updatedAt"`;

/**
 * Where a page looks. `all`: everywhere. `ids`: in these cases only. `walk`: along the list, asking each of the first so
 * many cases whether it is found. `found`: in all cases found, put in order afterwards.
 */
type Among =
  | { readonly is: 'all' }
  | { readonly is: 'ids'; readonly ids: readonly string[] }
  | { readonly is: 'walk'; readonly q: string; readonly cases: number }
  | { readonly is: 'found'; readonly q: string };

/** How many cases a first walk looks at: what many cases answer to has filled a page by then. */
const WALK = 1000;
const LONG_WALK = 6 * WALK;
/** How many hits are collected and put in order; of more, walking along the list soon meets enough. */
const COLLECT = 3000;

/** int8 leaves the driver as text. */
const asInstant = (value: unknown): InstantMs | null => (value === null ? null : (Number(value) as InstantMs));

/** One part of a page (see list-orders.ts), at most `limit` rows. */
async function rowsOf(
  db: Database,
  actor: Actor,
  query: CaseQuery,
  among: Among,
  { after, order, segment }: OrderPart,
  limit: number,
): Promise<readonly ListedCase[]> {
  const { where, values } = conditionsOf(query, actor);
  const value = (v: unknown): string => `$${values.push(v)}`;
  where.push(...segment, ...after(value));
  let from = 'participant p';
  let conditions = where;
  if (among.is === 'ids') where.push(`p.stream_id = any(${value(among.ids)}::text[])`);
  if (among.is === 'found') {
    where.push(`p.stream_id in (select n.stream_id from party_name n where ${foundIn(among.q, actor, db, value)})`);
  }
  if (among.is === 'walk') {
    from = `(select p.* from participant p where ${where.join(' and ')} order by ${order} limit ${among.cases}) p`;
    // `offset 0` keeps the question with its case: as a join it would be answered for all of them first.
    conditions = [
      `exists (select from party_name n
        where n.stream_id = p.stream_id and ${foundIn(among.q, actor, db, value)} offset 0)`,
    ];
  }
  const answer = await db.pool.query<ListedCase>(
    `select ${columns} from ${from} join case_index c on c.stream_id = p.stream_id
      where ${conditions.join('\n        and ')}
      order by ${order} limit ${limit}`,
    values,
  );
  return answer.rows.map((row) => ({ ...row, updatedAt: asInstant(row.updatedAt) }));
}

const directionOf = (query: Pick<CaseQuery, 'sort' | 'direction'>): SortDirection =>
  query.direction ?? naturalDirection[query.sort];

/** One page and one row more, if there is one. */
async function pageRows(db: Database, actor: Actor, query: CaseQuery, among: Among, limit: number) {
  const rows: ListedCase[] = [];
  for (const part of orderParts(query.sort, directionOf(query), query.cursor)) {
    rows.push(...(await rowsOf(db, actor, query, among, part, limit + 1 - rows.length)));
    // A walk that was cut short says nothing of what comes after it.
    if (rows.length > limit || among.is === 'walk') break;
  }
  return rows;
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
  // Hits spread over the list fill a page soon; where they lie at its far end, asking case by case would ask nearly all:
  // they are found at once and put in order.
  const far = await pageRows(db, actor, query, { is: 'walk', q, cases: LONG_WALK }, limit);
  return far.length > limit || query.bounded === true ? far : pageRows(db, actor, query, { is: 'found', q }, limit);
}

/** One page of the cases the actor's organs have a part in. */
export async function listCases(db: Database, whoever: Actor, query: CaseQuery): Promise<CasePage> {
  const actor = askedBy(whoever, query.filter);
  const limit = Math.min(Math.max(Math.trunc(query.limit), 1), 500);
  const { filter } = query;
  const found = isSearched(filter)
    ? await searchRows(db, actor, query, filter.q, limit)
    : await pageRows(db, actor, query, { is: 'all' }, limit);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return { rows, nextCursor: more ? cursorAfter(query.sort, directionOf(query), last) : null };
}

/** How many cases of the actor's organs stand in each light on a day, and how many wait for whom; open ones only. */
export interface CaseCounts {
  readonly byLight: Readonly<Record<Light, number>>;
  readonly byWaitingFor: Readonly<Record<string, number>>;
}

/** The figures above the list: the same rows and the same lights as the list itself. */
export async function countCases(
  db: Database,
  whoever: Actor,
  query: Pick<CaseQuery, 'day' | 'filter'>,
): Promise<CaseCounts> {
  const actor = askedBy(whoever, query.filter);
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
  const byLight: Record<Light, number> = { overdue: 0, near: 0, ok: 0, none: 0, stopped: 0, closed: 0 };
  const byWaitingFor: Record<string, number> = {};
  for (const { light, waitingFor, n } of answer.rows) {
    byLight[light] += n;
    if (waitingFor !== null && light !== 'closed') byWaitingFor[waitingFor] = (byWaitingFor[waitingFor] ?? 0) + n;
  }
  return { byLight, byWaitingFor };
}
