/**
 * Drafts: what somebody has typed and not yet filed. For its author alone, kept on the server, gone after thirty days
 * without a change. No fact and no entry: nothing else reads them.
 */
import { RedressError } from '@redress/domain/errors';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import { and, count, eq, gt, lt, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { draft } from '../../db/schema/draft.ts';

const KEPT_MS = 30 * 86_400_000;
const MAX_BYTES = 256 * 1024;
const MAX_DRAFTS = 200;

export const zDraftKey = z.string().regex(/^[A-Za-z0-9:._-]{1,120}$/);

export interface Draft {
  readonly body: unknown;
  /** ISO instant of the last change. */
  readonly updatedAt: string;
}

/** The author's draft under a key; null where there is none or it has expired. */
export async function getDraft(db: Database, author: AccountId, key: string, now: InstantMs): Promise<Draft | null> {
  const [row] = await db.orm
    .select({ body: draft.body, updatedAt: draft.updatedAt })
    .from(draft)
    .where(and(eq(draft.accountId, author), eq(draft.key, key), gt(draft.expiresAt, new Date(now))));
  return row === undefined ? null : { body: row.body, updatedAt: row.updatedAt.toISOString() };
}

/** Keeps a draft, and sweeps those of everybody that have expired. */
export async function putDraft(
  db: Database,
  author: AccountId,
  key: string,
  body: unknown,
  now: InstantMs,
): Promise<Pick<Draft, 'updatedAt'>> {
  const tooLarge = Buffer.byteLength(JSON.stringify(body ?? null)) > MAX_BYTES;
  if (tooLarge) {
    throw new RedressError({
      code: 'invalid-input',
      fields: [{ field: 'body', rule: 'too-long', params: { maxBytes: MAX_BYTES } }],
    });
  }
  await db.orm.delete(draft).where(lt(draft.expiresAt, new Date(now)));
  const [held] = await db.orm
    .select({ n: count() })
    .from(draft)
    .where(and(eq(draft.accountId, author), ne(draft.key, key)));
  if ((held?.n ?? 0) >= MAX_DRAFTS) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'key', rule: 'too-many' }] });
  }
  const updatedAt = new Date(now);
  const values = { body: body ?? null, updatedAt, expiresAt: new Date(now + KEPT_MS) };
  await db.orm
    .insert(draft)
    .values({ accountId: author, key, ...values })
    .onConflictDoUpdate({ target: [draft.accountId, draft.key], set: values });
  return { updatedAt: updatedAt.toISOString() };
}

/** Forgets what the author typed under this key; nothing to forget is no error. */
export async function removeDraft(db: Database, author: AccountId, key: string): Promise<void> {
  await db.orm.delete(draft).where(and(eq(draft.accountId, author), eq(draft.key, key)));
}
