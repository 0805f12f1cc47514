/**
 * Arrivals that wait for registration, of the organ the actor acts for and of those whose place it took. Their files are fresh uploads until a case names
 * them; an arrival waits while one of its files belongs to no case, so registering takes it from the inbox by itself.
 */
import { randomBytes } from 'node:crypto';
import type { Actor } from '@redress/domain/access/actor';
import { ownOrgans } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { type FieldProblem, RedressError } from '@redress/domain/errors';
import type { AccountId, FileId, InstantMs, StreamId } from '@redress/domain/ids';
import type { Channel } from '@redress/domain/reconsideration/codes';
import type { ClientBase, Pool } from 'pg';
import type { Database } from '../db/database.ts';

export interface ScanFile {
  readonly id: FileId;
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  /** The case that took it over; null while it waits. */
  readonly caseId: StreamId | null;
}

export interface Scan {
  readonly id: string;
  readonly receivedOn: CivilDate;
  readonly channel: Channel;
  readonly filingProof: string;
  readonly words: string;
  readonly takenInBy: AccountId;
  readonly takenInAt: InstantMs;
  readonly struck: { readonly by: AccountId; readonly at: InstantMs; readonly why: string } | null;
  readonly files: readonly ScanFile[];
}

export interface NewScan {
  readonly receivedOn: CivilDate;
  readonly channel: Channel;
  readonly filingProof: string;
  readonly words: string;
  readonly fileIds: readonly FileId[];
}

/** An inbox is worked through: of more than this, the oldest are shown. */
export const mostScans = 200;

interface Row {
  readonly id: string;
  readonly receivedOn: CivilDate;
  readonly channel: Channel;
  readonly filingProof: string;
  readonly words: string;
  readonly takenInBy: AccountId;
  readonly takenInAt: InstantMs;
  readonly struckBy: AccountId | null;
  readonly struckAt: InstantMs | null;
  readonly struckWhy: string | null;
  readonly files: readonly ScanFile[] | null;
}

const columns = `s.id, s.received_on as "receivedOn", s.channel, s.filing_proof as "filingProof", s.words,
  s.taken_in_by as "takenInBy", s.taken_in_at as "takenInAt", s.struck_by as "struckBy", s.struck_at as "struckAt",
  s.struck_why as "struckWhy",
  (select jsonb_agg(jsonb_build_object('id', f.id, 'sha256', f.sha256, 'name', f.name, 'size', f.size,
            'mediaType', f.media_type, 'caseId', f.stream_id) order by array_position(s.file_ids, f.id::text))
     from file f where f.id = any(s.file_ids)) as files`;
/** Of `scan s`: it waits for registration. */
export const waits = `s.struck_at is null and exists
  (select from file f where f.id = any(s.file_ids) and f.stream_id is null)`;

const scanOf = ({ struckBy, struckAt, struckWhy, files, ...row }: Row): Scan => ({
  ...row,
  struck: struckBy === null || struckAt === null ? null : { by: struckBy, at: struckAt, why: struckWhy ?? '' },
  files: files ?? [],
});

/** What waits, the oldest arrival first; or what was struck, the latest first. */
export async function listScans(db: Database, actor: Actor, which: 'waiting' | 'struck'): Promise<readonly Scan[]> {
  const [where, order] =
    which === 'waiting'
      ? [waits, 's.received_on, s.taken_in_at, s.id']
      : ['s.struck_at is not null', 's.struck_at desc, s.id'];
  const answer = await db.pool.query<Row>(
    `select ${columns} from scan s where s.organ_id = any($1::text[]) and ${where} order by ${order} limit $2`,
    [ownOrgans(actor), mostScans],
  );
  return answer.rows.map(scanOf);
}

export async function countScans(db: Database, actor: Actor): Promise<number> {
  const answer = await db.pool.query<{ n: string }>(
    `select count(*)::text as n from scan s where s.organ_id = any($1::text[]) and ${waits}`,
    [ownOrgans(actor)],
  );
  return Number(answer.rows[0]?.n ?? 0);
}

/** One arrival of the actor's organ. Throws `not-found` for an unknown one and for another organ's alike. */
export async function scanById(db: Database, actor: Actor, id: string): Promise<Scan> {
  const answer = await db.pool.query<Row>(
    `select ${columns} from scan s where s.organ_id = any($1::text[]) and s.id = $2`,
    [ownOrgans(actor), id],
  );
  const [row] = answer.rows;
  if (row === undefined) throw new RedressError({ code: 'not-found' });
  return scanOf(row);
}

/** Takes an arrival in: its files are the actor's own fresh uploads, and stand in no other arrival. */
export async function insertScan(db: Database, actor: Actor, given: NewScan, now: InstantMs): Promise<string> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    const free = await client.query<{ id: FileId }>(
      `select id from file f where id = any($1::text[]) and stream_id is null and uploaded_by = $2
          and not exists (select from scan s where s.file_ids @> array[f.id::text] and s.struck_at is null)
        order by id for update`,
      [given.fileIds, actor.accountId],
    );
    const known = new Set(free.rows.map((row) => row.id));
    const fields = given.fileIds.flatMap((id, i): FieldProblem[] =>
      known.has(id) ? [] : [{ field: `fileIds.${i}`, rule: 'wrong-file' }],
    );
    if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
    const id = `scan-${randomBytes(12).toString('hex')}`;
    await client.query(
      `insert into scan (id, organ_id, received_on, channel, filing_proof, words, file_ids, taken_in_by, taken_in_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        actor.acting.organId,
        given.receivedOn,
        given.channel,
        given.filingProof,
        given.words,
        [...new Set(given.fileIds)],
        actor.accountId,
        now,
      ],
    );
    await client.query('commit');
    return id;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Puts right what was noted at arrival; a struck or registered one stays as it is. */
export async function updateScan(
  db: Database,
  actor: Actor,
  id: string,
  given: Omit<NewScan, 'fileIds'>,
): Promise<void> {
  const answer = await db.pool.query(
    `update scan s set received_on = $3, channel = $4, filing_proof = $5, words = $6
      where s.organ_id = any($1::text[]) and s.id = $2 and ${waits}`,
    [ownOrgans(actor), id, given.receivedOn, given.channel, given.filingProof, given.words],
  );
  if (answer.rowCount === 0) throw new RedressError({ code: 'not-found' });
}

/** Takes an arrival out of the inbox with its reason; it stays to be seen. Only one that waits can be struck. */
export async function strikeScan(db: Database, actor: Actor, id: string, why: string, now: InstantMs): Promise<void> {
  const answer = await db.pool.query(
    `update scan s set struck_by = $3, struck_at = $4, struck_why = $5
      where s.organ_id = any($1::text[]) and s.id = $2 and ${waits}`,
    [ownOrgans(actor), id, actor.accountId, now, why],
  );
  if (answer.rowCount === 0) throw new RedressError({ code: 'not-found' });
}

/** Of these files, the ones that lie in an arrival of the organ the actor acts for. */
export async function filesInInbox(
  connection: ClientBase | Pool,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const answer = await connection.query<{ id: string }>(
    `select f.id from unnest($2::text[]) as f (id) where exists
       (select from scan s where s.organ_id = any($1::text[]) and s.file_ids @> array[f.id])`,
    [ownOrgans(actor), ids],
  );
  return new Set(answer.rows.map((row) => row.id));
}
