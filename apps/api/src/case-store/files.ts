/**
 * What is recorded of stored files. A row is written when the bytes are safely in place; it belongs to nobody but its
 * uploader until an entry names it, and from that very transaction on to the entry's case.
 */
import { randomBytes } from 'node:crypto';
import type { Actor } from '@redress/domain/access/actor';
import { may } from '@redress/domain/access/permissions';
import { type FieldProblem, RedressError } from '@redress/domain/errors';
import type { AccountId, FileId, InstantMs, Sha256, StreamId } from '@redress/domain/ids';
import type { Envelope } from '@redress/domain/ledger/envelope';
import type { ClientBase, Pool } from 'pg';
import type { Database } from '../db/database.ts';
import type { StoredFile } from '../files/store.ts';
import { filesInInbox } from './scans.ts';

export interface FileRow {
  readonly id: FileId;
  readonly sha256: Sha256;
  readonly size: number;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
  /** The case it belongs to; null while nothing names it. */
  readonly streamId: StreamId | null;
  readonly uploadedBy: AccountId;
}

/** Every file that a step's input or an entry's payload names, with the field it stands in. */
export function filesNamed(value: unknown, path = ''): { readonly field: string; readonly id: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = path === '' ? key : `${path}.${key}`;
    if (key === 'fileId' && typeof inner === 'string') return [{ field, id: inner }];
    if (key === 'fileIds' && Array.isArray(inner)) {
      return inner.flatMap((id, i) => (typeof id === 'string' ? [{ field: `${field}.${i}`, id }] : []));
    }
    return filesNamed(inner, field);
  });
}

/** The hash in a file's id; null for an id without one. */
export const hashInFileId = (id: string): string | null => /\.([0-9a-f]{64})$/.exec(id)?.[1] ?? null;

const columns = `id, sha256, size, name, kind, media_type as "mediaType", stream_id as "streamId",
  uploaded_by as "uploadedBy"`;

/** The rows of these files, in no order; an unknown id has none. Who may see them is for the caller to judge. */
export async function findFiles(connection: ClientBase | Pool, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  return (await connection.query<FileRow>(`select ${columns} from file where id = any($1::text[])`, [ids])).rows;
}

/** Records a fresh upload, as its uploader's. */
export async function recordFile(
  db: Database,
  stored: StoredFile,
  about: { readonly name: string; readonly kind: string },
  actor: Actor,
  now: InstantMs,
): Promise<FileId> {
  // The id carries the hash: wherever the ledger names the file, it vouches for the bytes.
  const id = `${randomBytes(7).toString('hex')}.${stored.sha256}` as FileId;
  await db.pool.query(
    `insert into file (id, sha256, size, name, kind, media_type, stream_id, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, null, $7, $8)`,
    [id, stored.sha256, stored.size, about.name, about.kind, stored.mediaType, actor.accountId, now],
  );
  return id;
}

/**
 * Whoever works on a case may name its files, and whoever registers cases those that wait in their organ's inbox; anybody
 * else, a respondent too, only what they uploaded themselves.
 */
function isNameable(row: FileRow | undefined, streamId: StreamId, actor: Actor, inInbox: ReadonlySet<string>): boolean {
  if (row === undefined || (row.streamId !== null && row.streamId !== streamId)) return false;
  if (row.streamId === null && inInbox.has(row.id) && may(actor, 'cases.register')) return true;
  return row.uploadedBy === actor.accountId || (row.streamId === streamId && may(actor, 'cases.act'));
}

/** Of some rows, those that wait in the inbox of the actor's organ; asked only where another's upload is named. */
const othersInInbox = (connection: ClientBase | Pool, rows: readonly FileRow[], actor: Actor) =>
  filesInInbox(
    connection,
    actor,
    rows.filter((row) => row.streamId === null && row.uploadedBy !== actor.accountId).map((row) => row.id),
  );

/**
 * Refuses a step that names a file of another case, another person's fresh upload, or none at all: whoever could name
 * a file at will could read it. Throws `invalid-input` at the fields; what it found may be used to fill a form, and is
 * asked again, under locks, when the step is written.
 */
export async function checkFilesNamed(
  db: Database,
  streamId: StreamId,
  input: unknown,
  actor: Actor,
): Promise<ReadonlyMap<string, FileRow>> {
  const named = filesNamed(input);
  const found = await findFiles(
    db.pool,
    named.map((n) => n.id),
  );
  const rows = new Map(found.map((row) => [row.id as string, row]));
  const inInbox = await othersInInbox(db.pool, found, actor);
  const fields = named
    .filter(({ id }) => !isNameable(rows.get(id), streamId, actor, inInbox))
    .map(({ field }): FieldProblem => ({ field, rule: 'wrong-file' }));
  if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  return rows;
}

/**
 * In the transaction of the entries that name them: fresh uploads of the actor become files of the case. Two cases that
 * name one upload at once: the rows are locked, in the order of their ids, and the second finds it taken.
 */
export async function adoptFiles(
  client: ClientBase,
  streamId: StreamId,
  entries: readonly Envelope[],
  input: unknown,
  actor: Actor,
): Promise<void> {
  const ids = [...new Set(entries.flatMap((entry) => filesNamed(entry.payload)).map(({ id }) => id))];
  if (ids.length === 0) return;
  const locked = await client.query<FileRow>(
    `select ${columns} from file where id = any($1::text[]) order by id for update`,
    [ids],
  );
  const rows = new Map(locked.rows.map((row) => [row.id as string, row]));
  const inInbox = await othersInInbox(client, locked.rows, actor);
  // What the step itself does not name comes from the case's own entries: a head signs the answer with its evidence.
  const given = new Set(filesNamed(input).map(({ id }) => id));
  const isSigned = (id: string) => !given.has(id) && rows.get(id)?.streamId === streamId;
  const wrong = new Set(ids.filter((id) => !isSigned(id) && !isNameable(rows.get(id), streamId, actor, inInbox)));
  if (wrong.size > 0) {
    const fields = filesNamed(input)
      .filter(({ id }) => wrong.has(id))
      .map(({ field }): FieldProblem => ({ field, rule: 'wrong-file' }));
    throw new RedressError({ code: 'invalid-input', fields });
  }
  const fresh = locked.rows.filter((row) => row.streamId === null).map((row) => row.id);
  if (fresh.length === 0) return;
  const adopted = await client.query(
    'update file set stream_id = $1 where id = any($2::text[]) and stream_id is null',
    [streamId, fresh],
  );
  if (adopted.rowCount !== fresh.length) throw new Error('a locked file changed its case');
}
