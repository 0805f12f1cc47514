/** The kinds a case store serves, and the detail tables their nouns own. */
import type { Kind } from '@redress/domain/ledger/kinds';
import type { PgTable } from 'drizzle-orm/pg-core';

/**
 * A noun's own read table. The store writes, verifies and rebuilds it exactly as the shared ones; its rows are a function
 * of one stream's state. The table has a column `stream_id`; a row's keys are the properties of the drizzle table.
 */
export interface DetailTable {
  readonly kind: string;
  readonly table: PgTable;
  rows(state: unknown): readonly Readonly<Record<string, unknown>>[];
}

export interface Kinds {
  readonly byName: ReadonlyMap<string, Kind>;
  readonly details: readonly DetailTable[];
}

/** Registers kinds; throws when two share a name. */
export function registerKinds(kinds: readonly Kind[], details: readonly DetailTable[] = []): Kinds {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (byName.size !== kinds.length) throw new Error('two kinds of one name');
  return { byName, details };
}
