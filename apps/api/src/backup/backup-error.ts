/** Why a backup cannot be written, read or restored, as a sentence in both languages that names what is wrong. */
export const backupErrorCodes = [
  'exists',
  'not-writable',
  'no-space',
  'not-readable',
  'not-a-backup',
  'truncated',
  'damaged',
  'member-missing',
  'member-unknown',
  'member-differs',
  'manifest-differs',
  'newer',
  'not-empty',
  'does-not-fit',
] as const;
export type BackupErrorCode = (typeof backupErrorCodes)[number];

const sentences = {
  exists: (what) => [`文件已存在，不会覆盖：${what}`, `The file exists and is not overwritten: ${what}`],
  'not-writable': (what) => [`无法写入：${what}`, `Cannot be written: ${what}`],
  'no-space': (what) => [`磁盘空间不足：${what}`, `No space is left on the disk: ${what}`],
  'not-readable': (what) => [`无法读取：${what}`, `Cannot be read: ${what}`],
  'not-a-backup': (what) => [`不是本系统的备份文件：${what}`, `This is no backup of Redress: ${what}`],
  truncated: (what) => [`备份文件不完整，在此处中断：${what}`, `The backup is cut off at: ${what}`],
  damaged: (what) => [`备份文件已损坏，位置：${what}`, `The backup is damaged at: ${what}`],
  'member-missing': (what) => [`备份文件缺少内容：${what}`, `The backup lacks: ${what}`],
  'member-unknown': (what) => [
    `备份文件含有清单以外的内容：${what}`,
    `The backup holds something its manifest does not name: ${what}`,
  ],
  'member-differs': (what) => [
    `备份内容与清单的校验值不符：${what}`,
    `A part of the backup differs from its hash in the manifest: ${what}`,
  ],
  'manifest-differs': (what) => [`备份清单与其校验值不符：${what}`, `The manifest of the backup was changed: ${what}`],
  newer: (what) => [
    `备份由更新版本的程序制作，请先升级本程序：${what}`,
    `The backup was made by a later version; update this program first: ${what}`,
  ],
  'not-empty': (what) => [
    `只能恢复到空的数据库，而这里已有数据：${what}。请用 REDRESS_DATA 另指定一个空的数据文件夹（或者用 DATABASE_URL 另指定一个空数据库）。`,
    `A backup is restored into an empty database only, and this one holds data: ${what}. Name an empty data folder with REDRESS_DATA, or an empty database with DATABASE_URL.`,
  ],
  'does-not-fit': (what) => [
    `备份内容与本程序的数据库结构不符：${what}`,
    `The backup does not fit this program’s tables: ${what}`,
  ],
} as const satisfies Record<BackupErrorCode, (what: string) => readonly [string, string]>;

export class BackupError extends Error {
  readonly code: BackupErrorCode;
  readonly what: string;
  constructor(code: BackupErrorCode, what: string, cause?: unknown) {
    super(sentences[code](what).join('\n'), cause === undefined ? {} : { cause });
    this.name = 'BackupError';
    this.code = code;
    this.what = what;
  }
}

/** A failure of the disk in these words; every other error as it is. */
export function ofDisk(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupError('no-space', path, error);
  if (code === 'EEXIST') return new BackupError('exists', path, error);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EIO'].includes(code ?? '')) {
    return new BackupError('not-writable', `${path} (${code})`, error);
  }
  return error;
}
