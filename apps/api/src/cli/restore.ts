/** `redress restore FILE`: a backup into an empty database, verified by replay. */
import type { LawContext } from '@redress/domain/ledger/kinds';
import { BackupError } from '../backup/backup-error.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { Kinds } from '../case-store/kinds.ts';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/store.ts';
import { runVerify } from './verify.ts';

export interface RestoreDeps {
  /** The owner's database. */
  readonly db: Database;
  readonly kinds: Kinds;
  readonly law: LawContext;
  readonly dataDir: string;
  readonly files: FileStore;
  readonly file: string;
  readonly print: (line: string) => void;
}

/** Restores and verifies; prints what was restored. 1, and nothing written, where it is refused; 1 on any difference. */
export async function runRestore({ print, ...o }: RestoreDeps): Promise<number> {
  try {
    const { manifest, rows, dropped } = await restoreBackup({ ...o, say: print });
    for (const [table, n] of Object.entries(rows)) if (n > 0) print(`${table}: ${n}`);
    for (const table of dropped) print(`本版本已无此表，未恢复 · no table of this program: ${table}`);
    for (const { sha256, why } of manifest.lost) print(`备份前已丢失的附件 · lost before the backup: ${sha256} ${why}`);
    if (manifest.seal !== null) print(`seal ${manifest.seal.number}: ${manifest.seal.hash}`);
    print('正在重放核对… verifying by replay');
    return await runVerify({ db: o.db, kinds: o.kinds, law: o.law, files: o.files, print });
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    print(error.message);
    return 1;
  }
}
