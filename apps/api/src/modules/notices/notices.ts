/**
 * What people were told: one row per recipient, written once per recipient and key. The table is in no ledger; nothing
 * but this module reads it.
 */
import { randomUUID } from 'node:crypto';
import type { AccountId, InstantMs, StreamId } from '@redress/domain/ids';
import { isNoticeKind, type NoticeContent } from '@redress/domain/notices/kinds';
import type { ClientBase, Pool } from 'pg';
import { writing } from '../../case-store/transaction.ts';
import { markHeard } from '../../case-store/unheard.ts';
import type { Database } from '../../db/database.ts';

export type NewNotice = NoticeContent & {
  readonly accountId: AccountId;
  readonly streamId: StreamId | null;
  readonly key: string;
  readonly createdAt: InstantMs;
};

export type StoredNotice = NoticeContent & {
  readonly id: string;
  readonly streamId: StreamId | null;
  readonly createdAt: number;
  readonly readAt: number | null;
};

/** Tells people, each of each thing once: what somebody was told already is left out. How many rows were new. */
export const tell = (db: Database, notices: readonly NewNotice[]): Promise<number> => insert(db.pool, notices);

/** The same, with what it belongs to: in that transaction. */
export const tellWith = (client: ClientBase, notices: readonly NewNotice[]): Promise<number> => insert(client, notices);

/** Tells of a ledger up to an entry, and notes how far it was told, both or neither. How many rows were new. */
export const tellOfLedger = (
  db: Database,
  streamId: StreamId,
  seq: number,
  notices: readonly NewNotice[],
): Promise<number> =>
  writing(db.pool, { account: 'notices', streams: [] }, async (client) => {
    const told = await insert(client, notices);
    await markHeard(client, streamId, seq);
    return told;
  });

async function insert(connection: ClientBase | Pool, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  // What is told at one moment is read in the order in which it was told.
  const rows = notices.map((n, at) => ({
    id: `${(notices.length - at).toString(36).padStart(4, '0')}-${randomUUID()}`,
    account_id: n.accountId,
    kind: n.kind,
    stream_id: n.streamId,
    params: n.params,
    key: n.key,
    created_at: n.createdAt,
    read_at: null,
  }));
  const answer = await connection.query(
    `insert into notice select * from jsonb_populate_recordset(null::notice, $1::jsonb)
     on conflict (account_id, key) do nothing`,
    [JSON.stringify(rows)],
  );
  return answer.rowCount ?? 0;
}

const columns = `id, kind, stream_id as "streamId", params, created_at as "createdAt", read_at as "readAt"`;
interface Row {
  readonly kind: string;
}
/** A row of a kind that this program does not know is left out: a later one wrote it. */
const known = (rows: readonly Row[]): StoredNotice[] =>
  (rows as StoredNotice[]).filter((row) => isNoticeKind(row.kind));

export interface NoticeCursor {
  readonly createdAt: number;
  readonly id: string;
}

/** One person's notices, newest first; a row more than asked for says that there is another page. */
export async function noticesOf(
  db: Database,
  account: AccountId,
  o: { readonly unread: boolean; readonly after: NoticeCursor | null; readonly limit: number },
): Promise<readonly StoredNotice[]> {
  const after = o.after === null ? '' : 'and (created_at, id) < ($3, $4)';
  const values = o.after === null ? [account, o.limit] : [account, o.limit, o.after.createdAt, o.after.id];
  const answer = await db.pool.query<Row>(
    `select ${columns} from notice where account_id = $1 ${o.unread ? 'and read_at is null' : ''} ${after}
      order by created_at desc nulls last, id desc nulls last limit $2`,
    values,
  );
  return known(answer.rows);
}

/** Beyond this the bell says only that there are more. */
export const COUNTED = 100;

/** How many one has not read, up to `COUNTED`. */
export async function unreadOf(db: Database, account: AccountId): Promise<number> {
  const answer = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from (select from notice where account_id = $1 and read_at is null limit ${COUNTED}) t`,
    [account],
  );
  return answer.rows[0]?.n ?? 0;
}

/** Marks one's own notices as read; those of others, and what was read before, stay as they are. */
export async function markRead(db: Database, account: AccountId, ids: readonly string[], at: InstantMs): Promise<void> {
  await db.pool.query(
    'update notice set read_at = $3 where account_id = $1 and id = any($2::text[]) and read_at is null',
    [account, ids, at],
  );
}

/** Marks all that one had before an instant, it included: what came meanwhile stays unread. */
export async function markAllRead(db: Database, account: AccountId, until: number, at: InstantMs): Promise<void> {
  await db.pool.query('update notice set read_at = $3 where account_id = $1 and created_at <= $2 and read_at is null', [
    account,
    until,
    at,
  ]);
}

/** What one has not read of what was told in a span, newest first: the daily mail. */
export async function unreadBetween(
  db: Database,
  account: AccountId,
  after: InstantMs,
  until: InstantMs,
): Promise<readonly StoredNotice[]> {
  const answer = await db.pool.query<Row>(
    `select ${columns} from notice
      where account_id = $1 and created_at > $2 and created_at <= $3 and read_at is null
      order by created_at desc nulls last, id desc nulls last limit 500`,
    [account, after, until],
  );
  return known(answer.rows);
}

/** Which of these people were told under a key before, and with which command. */
export async function toldUnder(
  db: Database,
  accounts: readonly AccountId[],
  key: string,
): Promise<readonly { readonly accountId: AccountId; readonly commandId: string | null }[]> {
  const answer = await db.pool.query<{ accountId: AccountId; commandId: string | null }>(
    `select account_id as "accountId", params ->> 'commandId' as "commandId" from notice
      where account_id = any($1::text[]) and key = $2`,
    [accounts, key],
  );
  return answer.rows;
}

const KEPT_READ_MS = 365 * 86_400_000;

/** Forgets what was read more than a year ago. */
export async function forgetOld(db: Database, now: InstantMs): Promise<void> {
  await db.pool.query('delete from notice where read_at < $1', [now - KEPT_READ_MS]);
}
