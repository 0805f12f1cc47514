/** `redress seed`: makes the demonstration, only in a database that holds nothing. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { LawContext } from '@redress/domain/ledger/kinds';
import type { Kinds } from '../case-store/kinds.ts';
import type { Database } from '../db/database.ts';
import { daySeedable, seedDemo } from '../modules/demo/seed.ts';

export interface SeedDeps {
  readonly db: Database;
  readonly kinds: Kinds;
  readonly law: LawContext;
  readonly today: CivilDate;
  /** A database of the office's own is seeded only when it was asked for. */
  readonly allowed: boolean;
  readonly print: (line: string) => void;
}

/** Makes the demonstration in an empty database. 1, and nothing written, when it is not allowed or holds data. */
export async function runSeed({ db, kinds, law, today, allowed, print }: SeedDeps): Promise<number> {
  if (!allowed) {
    print('自备数据库须设置 REDRESS_DEMO=1 才写入演示数据 · set REDRESS_DEMO=1 to seed a database of your own');
    return 1;
  }
  const day = await daySeedable(db, today);
  if (day === null) {
    print('数据库已有数据，不写入演示数据 · the database holds data: it is never seeded');
    return 1;
  }
  const { cases } = await seedDemo({ db, kinds, law, today: day });
  print(`已建立演示：${cases} 件案件 · demonstration made: ${cases} cases`);
  return 0;
}
