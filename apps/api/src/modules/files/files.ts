/** What is recorded of a stored file, and who may name or read it. */
import { randomBytes } from 'node:crypto';
import type { Actor } from '@redress/domain/access/actor';
import { type FieldProblem, RedressError } from '@redress/domain/errors';
import type { FileId, InstantMs, Sha256, StreamId } from '@redress/domain/ids';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { file } from '../../db/schema/file.ts';
import type { StoredFile } from '../../files/store.ts';

export interface FileRow {
  readonly id: FileId;
  readonly sha256: Sha256;
  readonly size: number;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
  /** The case it belongs to; null while nothing names it. */
  readonly streamId: StreamId | null;
  readonly uploadedBy: string;
}

export async function recordFile(
  db: Database,
  stored: StoredFile,
  about: { readonly name: string; readonly kind: string; readonly streamId: StreamId | null },
  actor: Actor,
  now: InstantMs,
): Promise<FileId> {
  // The id carries the hash: wherever the ledger names the file, it vouches for the bytes.
  const id = `${randomBytes(7).toString('hex')}.${stored.sha256}` as FileId;
  await db.orm.insert(file).values({ id, ...stored, ...about, uploadedBy: actor.accountId, uploadedAt: now });
  return id;
}

export async function findFiles(db: Database, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  return (await db.orm
    .select()
    .from(file)
    .where(inArray(file.id, [...ids]))) as unknown as FileRow[];
}

/** All files of one case. */
export const filesOf = async (db: Database, streamId: StreamId): Promise<FileRow[]> =>
  (await db.orm.select().from(file).where(eq(file.streamId, streamId))) as unknown as FileRow[];

/** Every file a step's input names, with the field it stands in. */
export function filesNamed(input: unknown, path = ''): { readonly field: string; readonly id: string }[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const field = path === '' ? key : `${path}.${key}`;
    if (key === 'fileId' && typeof value === 'string') return [{ field, id: value }];
    if (key === 'fileIds' && Array.isArray(value)) {
      return value.flatMap((id, i) => (typeof id === 'string' ? [{ field: `${field}.${i}`, id }] : []));
    }
    return filesNamed(value, field);
  });
}

/**
 * Refuses a step that names a file of another case, another person's fresh upload, or none at all: whoever could name
 * a file at will could read it. Throws `invalid-input` at the fields.
 */
export async function checkFilesNamed(
  db: Database,
  streamId: StreamId,
  input: unknown,
  actor: Actor,
): Promise<ReadonlyMap<string, FileRow>> {
  const named = filesNamed(input);
  const rows = new Map(
    (
      await findFiles(
        db,
        named.map((n) => n.id),
      )
    ).map((row) => [row.id as string, row]),
  );
  const wrong = named.flatMap(({ field, id }): FieldProblem[] => {
    const row = rows.get(id);
    const own = row?.streamId === streamId || (row?.streamId === null && row.uploadedBy === actor.accountId);
    return own ? [] : [{ field, rule: 'wrong-file' }];
  });
  if (wrong.length > 0) throw new RedressError({ code: 'invalid-input', fields: wrong });
  return rows;
}

/** The files a recorded step named belong to its case from now on. */
export async function adoptFiles(db: Database, streamId: StreamId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.orm
    .update(file)
    .set({ streamId })
    .where(and(inArray(file.id, [...ids]), isNull(file.streamId)));
}
