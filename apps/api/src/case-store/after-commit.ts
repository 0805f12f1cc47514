/**
 * Who wants to know that a ledger grew, in this process. They are told after the commit and the writer waits for none of
 * them; whoever must not miss anything keeps a watermark and looks for itself, too.
 */
import type { StreamId } from '@redress/domain/ids';
import type { Pool } from 'pg';
import type { Database } from '../db/database.ts';

type Listener = (streams: readonly StreamId[]) => void;
const listeners = new WeakMap<Pool, Set<Listener>>();

/** Calls `listener` after each commit through this database's pool, until the returned function is called. */
export function afterCommit(db: Pick<Database, 'pool'>, listener: Listener): () => void {
  const known = listeners.get(db.pool) ?? new Set();
  listeners.set(db.pool, known.add(listener));
  return () => void known.delete(listener);
}

/** Tells them. A listener keeps its own troubles to itself. */
export function tellCommitted(pool: Pool, streams: readonly StreamId[]): void {
  for (const listener of listeners.get(pool) ?? []) listener(streams);
}
