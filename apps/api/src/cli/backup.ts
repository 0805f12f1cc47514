/** `redress backup FILE`: everything in one file, while the application runs. */
import type { InstantMs } from '@redress/domain/ids';
import { BackupError } from '../backup/backup-error.ts';
import { checkBackup } from '../backup/check-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import type { Kinds } from '../case-store/kinds.ts';
import type { Database } from '../db/database.ts';

export interface BackupDeps {
  readonly db: Database;
  readonly kinds: Kinds;
  readonly dataDir: string;
  readonly file: string;
  readonly now: () => InstantMs;
  readonly print: (line: string) => void;
}

/** Writes the backup, reads it back, and prints what is in it. 1 where it could not be made, or lacks a stored file. */
export async function runBackup({ print, ...o }: BackupDeps): Promise<number> {
  try {
    const { manifest, size } = await writeBackup(o);
    await checkBackup(o.file);
    const { streams, entries, files } = manifest.counts;
    print(`${o.file}: ${size} bytes`);
    print(`streams: ${streams}`);
    print(`entries: ${entries}`);
    print(`files: ${files}`);
    if (manifest.seal !== null) print(`seal ${manifest.seal.number}: ${manifest.seal.hash}`);
    for (const { sha256, why } of manifest.lost) print(`LOST ${sha256} ${why}`);
    print(
      manifest.lost.length === 0
        ? '备份完成，并已读回核对 · written, read back, everything agrees'
        : `备份完成，但有 ${manifest.lost.length} 个附件此前已经丢失或者损坏 · written; ${manifest.lost.length} stored files were lost before`,
    );
    return manifest.lost.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    print(error.message);
    return 1;
  }
}
