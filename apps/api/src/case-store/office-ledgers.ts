/**
 * The ledgers of the office itself. They have no participants and so no scope: organs, posts and accounts are known to
 * everybody who works there. Cases are asked for through `readAs` only.
 */
import type { StreamId } from '@redress/domain/ids';
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
