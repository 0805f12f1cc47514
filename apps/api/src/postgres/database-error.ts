/** Why a database cannot be used, in a sentence for whoever starts the program. */
const sentences = {
  'too-old': {
    zh: '数据库版本过低，需要 PostgreSQL 15 或更高版本。',
    en: 'The database is too old: PostgreSQL 15 or later is needed.',
  },
  'not-utf8': {
    zh: '数据库编码不是 UTF8，无法保存中文。请用 UTF8 编码新建数据库。',
    en: 'The database is not encoded in UTF8. Make a new one with ENCODING UTF8.',
  },
  'newer-schema': {
    zh: '数据库由更新版本的程序建立。请使用该版本或更新的程序。',
    en: 'The database was made by a later version of the program. Use that version or a later one.',
  },
  'no-rights': {
    zh: '数据库用户无权在该数据库中建表。请让该用户成为数据库的所有者。',
    en: 'The database user may not make tables in this database. Make it the database’s owner.',
  },
  unreachable: {
    zh: '无法连接数据库，请检查 DATABASE_URL。',
    en: 'The database cannot be reached. Check DATABASE_URL.',
  },
} as const;

export type DatabaseErrorCode = keyof typeof sentences;

export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  constructor(code: DatabaseErrorCode, detail?: string) {
    const { zh, en } = sentences[code];
    super(`${zh} ${en}${detail === undefined ? '' : ` (${detail})`}`);
    this.name = 'DatabaseError';
    this.code = code;
  }
}
