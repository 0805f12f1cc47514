/** `redress verify`: counts of what was looked at, every difference with its case, exit code 1 on any. */
import { isOfOlderProgram, rebuildStale } from '../case-store/rebuild.ts';
import { type VerifyOptions, verify } from '../case-store/verify.ts';
import type { Database } from '../db/database.ts';

export interface VerifyDeps extends VerifyOptions {
  /** The owner's database. */
  readonly db: Database;
  readonly print: (line: string) => void;
}

/** Replays and compares everything, printing each difference. The exit code: 0 when all agrees, else 1. */
export async function runVerify({ db, print, ...options }: VerifyDeps): Promise<number> {
  // After an update, before the first start, all rows are an older program's: that is no tampering. One row is.
  if (await isOfOlderProgram(db, options)) {
    const { streams } = await rebuildStale(db, options);
    print(`旧版程序的查询表已重建：${streams} 件 · projected anew after an older program: ${streams} cases`);
  }
  const { counts, differences } = await verify(db, options);
  for (const [what, n] of Object.entries(counts)) print(`${what}: ${n}`);
  for (const { streamId, what, detail } of differences) print(`DIFFERENCE ${streamId ?? '-'} ${what}: ${detail}`);
  print(
    differences.length === 0
      ? '核对一致 · everything agrees'
      : `发现 ${differences.length} 处不一致 · ${differences.length} differences`,
  );
  return differences.length === 0 ? 0 : 1;
}
