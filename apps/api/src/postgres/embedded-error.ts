/** Why the embedded server cannot be had. A closed set: every code has its sentence in both languages. */
export type EmbeddedServerErrorCode =
  | 'data-folder-in-use'
  | 'data-folder-of-another-user'
  | 'data-folder-not-writable'
  | 'cluster-missing'
  | 'password-missing'
  | 'password-wrong'
  | 'platform-without-binaries'
  | 'no-unprivileged-account'
  | 'initdb-failed'
  | 'server-did-not-start';

/** The facts a sentence names; which are present depends on the code. */
export interface EmbeddedServerErrorFacts {
  readonly dataDir?: string;
  readonly path?: string;
  readonly owner?: string;
  readonly user?: string;
  readonly pid?: number;
  readonly platform?: string;
  readonly account?: string;
  readonly detail?: string;
}

type Sentence = (facts: EmbeddedServerErrorFacts) => { readonly zh: string; readonly en: string };

const who = (pid: number | undefined) => (pid === undefined ? '' : ` ${pid}`);

const sentences = {
  'data-folder-in-use': (f) => ({
    zh: `数据目录 ${f.dataDir} 正由另一个运行中的本系统（进程${who(f.pid)}）使用；请先停止它，或用 REDRESS_DATA 指定另一个目录。`,
    en: `The data folder ${f.dataDir} is in use by another running Redress (process${who(f.pid)}); stop it first, or name another folder with REDRESS_DATA.`,
  }),
  'data-folder-of-another-user': (f) => ({
    zh: `数据目录 ${f.dataDir} 属于用户 ${f.owner}，当前用户为 ${f.user}；请以 ${f.owner} 身份运行，或用 REDRESS_DATA 指定另一个目录。`,
    en: `The data folder ${f.dataDir} belongs to ${f.owner}, and you are ${f.user}; run as ${f.owner}, or name another folder with REDRESS_DATA.`,
  }),
  'data-folder-not-writable': (f) => ({
    zh: `无法写入数据目录 ${f.dataDir}（${f.detail}）；请检查权限，或用 REDRESS_DATA 指定另一个目录。`,
    en: `The data folder ${f.dataDir} cannot be written (${f.detail}); check its permissions, or name another folder with REDRESS_DATA.`,
  }),
  'cluster-missing': (f) => ({
    zh: `数据目录 ${f.dataDir} 的数据库应在 ${f.path}，但该目录已不存在；请恢复它，或用 REDRESS_DATA 指定另一个目录。`,
    en: `The database of the data folder ${f.dataDir} should be at ${f.path}, but that folder is gone; restore it, or name another data folder with REDRESS_DATA.`,
  }),
  'password-missing': (f) => ({
    zh: `数据库 ${f.path} 的口令文件（${f.dataDir} 下的 postgres.password）不存在，无法连接；请恢复该文件。`,
    en: `The password file of the database ${f.path} (postgres.password in ${f.dataDir}) is missing; restore it.`,
  }),
  'password-wrong': (f) => ({
    zh: `数据库 ${f.path} 不接受 ${f.dataDir} 下 postgres.password 中的口令；请恢复原来的文件。`,
    en: `The database ${f.path} does not accept the password in ${f.dataDir}/postgres.password; restore the original file.`,
  }),
  'platform-without-binaries': (f) => ({
    zh: `本平台（${f.platform}）没有安装内置的 PostgreSQL；请用 DATABASE_URL 指定一个 PostgreSQL 15 或更高版本的数据库。`,
    en: `There is no embedded PostgreSQL installed for this platform (${f.platform}); name a PostgreSQL 15 or later with DATABASE_URL.`,
  }),
  'no-unprivileged-account': (f) => ({
    zh: `PostgreSQL 不能以 root 身份运行，而系统不能切换到用户 ${f.account}（${f.detail}）；请以普通用户运行，或使用 DATABASE_URL。`,
    en: `PostgreSQL does not run as root, and this system cannot switch to the user ${f.account} (${f.detail}); run as an ordinary user, or use DATABASE_URL.`,
  }),
  'initdb-failed': (f) => ({
    zh: `无法在 ${f.path} 建立数据库：${f.detail}`,
    en: `The database at ${f.path} could not be created: ${f.detail}`,
  }),
  'server-did-not-start': (f) => ({
    zh: `内置的 PostgreSQL 没有启动（数据在 ${f.path}）：${f.detail}`,
    en: `The embedded PostgreSQL did not start (data at ${f.path}): ${f.detail}`,
  }),
} satisfies Record<EmbeddedServerErrorCode, Sentence>;

/** The embedded server cannot be had; `message` says why in Chinese, then in English. */
export class EmbeddedServerError extends Error {
  readonly code: EmbeddedServerErrorCode;
  readonly facts: EmbeddedServerErrorFacts;
  readonly sentence: { readonly zh: string; readonly en: string };

  constructor(code: EmbeddedServerErrorCode, facts: EmbeddedServerErrorFacts) {
    const sentence = sentences[code](facts);
    super(`${sentence.zh}\n${sentence.en}`);
    this.name = 'EmbeddedServerError';
    this.code = code;
    this.facts = facts;
    this.sentence = sentence;
  }
}
