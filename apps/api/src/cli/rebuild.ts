/** `redress rebuild`: projects every read table anew and prints how many rows each got. */
import { type RebuildOptions, rebuild } from '../case-store/rebuild.ts';
import type { Database } from '../db/database.ts';

export interface RebuildDeps extends RebuildOptions {
  /** The owner's database. */
  readonly db: Database;
  readonly print: (line: string) => void;
}

/** Projects every read table anew and prints how many rows each has. Always 0; throws what the database throws. */
export async function runRebuild({ db, print, ...options }: RebuildDeps): Promise<number> {
  const { streams, rows } = await rebuild(db, options);
  print(`stream: ${streams}`);
  for (const [table, n] of Object.entries(rows)) print(`${table}: ${n}`);
  print('已重建 · rebuilt');
  return 0;
}
