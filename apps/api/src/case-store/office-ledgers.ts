/**
 * The ledgers of the office itself. They have no participants and so no scope: organs, posts and accounts are known to
 * everybody who works there. Cases are asked for through `readAs` only.
 */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { InstantMs, StreamId } from '@redress/domain/ids';
import type { Envelope } from '@redress/domain/ledger/envelope';
import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { stream } from '../db/schema/stream.ts';
import { loadEntries } from './ledgers.ts';

/** How the ids of a kind's streams begin: they are found by the primary key alone. */
export interface OfficeStreams {
  readonly prefix: string;
  readonly kind: string;
}

export interface OfficeHead {
  readonly id: StreamId;
  readonly kind: string;
  readonly version: number;
}

const belongTo = (streams: readonly OfficeStreams[]) =>
  sql.join(
    streams.map(
      ({ prefix, kind }) =>
        sql`(${stream.id} >= ${`${prefix}-`} and ${stream.id} < ${`${prefix}.`} and ${stream.kind} = ${kind})`,
    ),
    sql` or `,
  );

/** Another text whenever one of the ledgers grew or a new one was begun. */
export async function officeToken(db: Database, streams: readonly OfficeStreams[]): Promise<string> {
  const [now] = await db.orm
    .select({ token: sql<string>`count(*) || ':' || coalesce(sum(${stream.version}), 0)` })
    .from(stream)
    .where(belongTo(streams));
  return now?.token ?? '';
}

/** The office's ledgers, each with the version it stands at; in no order. */
export async function officeHeads(db: Database, streams: readonly OfficeStreams[]): Promise<readonly OfficeHead[]> {
  const heads = await db.orm
    .select({ id: stream.id, kind: stream.kind, version: stream.version })
    .from(stream)
    .where(belongTo(streams));
  return heads.map(({ id, ...rest }) => ({ id: id as StreamId, ...rest }));
}

/** The entries of office ledgers, by stream, in the order of writing. */
export const officeEntries = (
  db: Database,
  heads: readonly OfficeHead[],
): Promise<ReadonlyMap<StreamId, readonly Envelope[]>> =>
  loadEntries(
    db.pool,
    heads.map((head) => head.id),
  );

export interface OfficeRecordFilter {
  /** Of one kind of ledger only. */
  readonly kind?: string;
  /** What this account did. */
  readonly by?: string;
  /** What was done to this organ, post, account or list. */
  readonly streamId?: string;
  /** Instants of recording, the first included, the last not. */
  readonly from?: number;
  readonly to?: number;
}

export interface OfficeEntry {
  readonly streamId: StreamId;
  readonly kind: string;
  readonly seq: number;
  readonly type: string;
  readonly occurredOn: CivilDate;
  readonly recordedAt: InstantMs;
  readonly recordedBy: Envelope['recordedBy'];
  readonly payload: unknown;
}

/** Where a page of the record ends: the next one goes on after it. */
export interface RecordCursor {
  readonly at: number;
  readonly streamId: string;
  readonly seq: number;
}

/** What was recorded in the office's own ledgers, the latest first, a page at a time. */
export async function officeRecord(
  db: Database,
  streams: readonly OfficeStreams[],
  filter: OfficeRecordFilter,
  cursor: RecordCursor | null,
  limit: number,
): Promise<readonly OfficeEntry[]> {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const kinds = streams.filter(({ kind }) => filter.kind === undefined || filter.kind === kind);
  if (kinds.length === 0) return [];
  const ranges = kinds.map(
    ({ prefix, kind }) => `(s.id >= ${put(`${prefix}-`)} and s.id < ${put(`${prefix}.`)} and s.kind = ${put(kind)})`,
  );
  const where = [`(${ranges.join(' or ')})`];
  if (filter.streamId !== undefined) where.push(`s.id = ${put(filter.streamId)}`);
  if (filter.by !== undefined) where.push(`e.recorded_by ->> 'account' = ${put(filter.by)}`);
  if (filter.from !== undefined) where.push(`e.recorded_at >= ${put(filter.from)}`);
  if (filter.to !== undefined) where.push(`e.recorded_at < ${put(filter.to)}`);
  if (cursor !== null) {
    where.push(
      `(e.recorded_at, e.stream_id, e.seq) < (${put(cursor.at)}::bigint, ${put(cursor.streamId)}, ${put(cursor.seq)}::int)`,
    );
  }
  const answer = await db.pool.query<OfficeEntry>(
    `select e.stream_id as "streamId", s.kind, e.seq, e.type, e.occurred_on as "occurredOn",
            e.recorded_at as "recordedAt", e.recorded_by as "recordedBy", e.payload
       from stream s join entry e on e.stream_id = s.id
      where ${where.join(' and ')}
      order by e.recorded_at desc, e.stream_id desc, e.seq desc limit ${Math.trunc(limit)}`,
    values,
  );
  return answer.rows.map((row) => ({ ...row, recordedAt: Number(row.recordedAt) as InstantMs }));
}
