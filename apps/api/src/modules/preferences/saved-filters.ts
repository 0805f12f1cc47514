/**
 * Filters of the list of cases under a name: the author's own, or shared with everybody who acts for the same organ.
 * Whoever opens one finds by it what they may see themselves. Only its author changes or removes it.
 */
import type { Actor } from '@redress/domain/access/actor';
import { RedressError } from '@redress/domain/errors';
import type { InstantMs } from '@redress/domain/ids';
import { and, count, eq, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { savedFilter } from '../../db/schema/saved-filter.ts';

const MAX_FILTERS = 50;

export const zFilterId = z.string().regex(/^[A-Za-z0-9-]{8,60}$/);
export const zSavedFilter = z.object({
  id: zFilterId,
  name: z.string().trim().min(1).max(30),
  shared: z.boolean(),
  /** What the address holds: names and plain values. */
  search: z.record(z.string().regex(/^[A-Za-z]{1,30}$/), z.union([z.string().max(120), z.number(), z.boolean()])),
});
export type SavedFilterInput = z.infer<typeof zSavedFilter>;

export interface SavedFilter extends SavedFilterInput {
  /** Made by whoever asks. */
  readonly own: boolean;
}

/** The actor's own filters, and those shared in the organ they act for, by name. */
export async function savedFilters(db: Database, actor: Actor): Promise<readonly SavedFilter[]> {
  const { accountId, acting } = actor;
  const rows = await db.orm
    .select()
    .from(savedFilter)
    .where(
      and(
        eq(savedFilter.organId, acting.organId),
        or(eq(savedFilter.accountId, accountId), eq(savedFilter.shared, true)),
      ),
    )
    .orderBy(savedFilter.name, savedFilter.id)
    .limit(200);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    shared: row.shared,
    search: row.search as SavedFilterInput['search'],
    own: row.accountId === accountId,
  }));
}

/** Saves a new filter, or changes one's own under the same id. */
export async function saveFilter(db: Database, actor: Actor, input: SavedFilterInput, now: InstantMs): Promise<void> {
  const { accountId, acting } = actor;
  const [held] = await db.orm
    .select({ n: count() })
    .from(savedFilter)
    .where(and(eq(savedFilter.accountId, accountId), ne(savedFilter.id, input.id)));
  if ((held?.n ?? 0) >= MAX_FILTERS) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'name', rule: 'too-many' }] });
  }
  const values = { name: input.name, shared: input.shared, search: input.search, updatedAt: new Date(now) };
  const saved = await db.orm
    .insert(savedFilter)
    .values({ id: input.id, organId: acting.organId, accountId, ...values })
    .onConflictDoUpdate({
      target: savedFilter.id,
      set: values,
      setWhere: sql`${savedFilter.accountId} = ${accountId} and ${savedFilter.organId} = ${acting.organId}`,
    })
    .returning({ id: savedFilter.id });
  if (saved.length === 0) throw new RedressError({ code: 'not-found' });
}

/** Removes one's own filter; another's answers like an unknown one, and an unknown one is gone already. */
export async function removeFilter(db: Database, actor: Actor, id: string): Promise<void> {
  await db.orm
    .delete(savedFilter)
    .where(
      and(
        eq(savedFilter.id, id),
        eq(savedFilter.accountId, actor.accountId),
        eq(savedFilter.organId, actor.acting.organId),
      ),
    );
}
