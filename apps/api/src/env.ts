/**
 * The only reader of the environment. A value that cannot be used stops the start with a sentence that names it.
 */
import path from 'node:path';
import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../../..');
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;
/** Only this machine reaches this host name or address. */
export const isLoopback = (host: string): boolean => loopback.test(host);

const flag = z
  .string()
  .optional()
  .transform((value) => value === '1' || value === 'true');
const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema.optional());

const zEnv = z.object({
  /** 0 asks the system for a free port. */
  PORT: z.preprocess(blankAsUnset, z.coerce.number().int().min(0).max(65_535).default(3000)),
  /** Where to listen; anything but the loopback opens the application to the network, and so does PUBLIC_URL. */
  HOST: z.preprocess(blankAsUnset, z.string().default('127.0.0.1')),
  REDRESS_DATA: z.preprocess(blankAsUnset, z.string().default(path.join(root, '.data'))),
  /** An office's own PostgreSQL 15 or later, instead of the embedded one. */
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//)),
  /** 1 seeds the demonstration into a database of one's own, too (only while it holds nothing); 0 seeds it nowhere. */
  REDRESS_DEMO: flag,
  /** The address the outside uses, behind a proxy. */
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  /** A fixed civil day for the clock: demonstration and tests only. */
  REDRESS_TODAY: optional(z.string().refine(isCivilDate)),
  /** Largest file taken, in MiB. */
  REDRESS_MAX_FILE_MB: z.preprocess(blankAsUnset, z.coerce.number().min(0.001).max(4096).default(50)),
  /** Where the built web application lies; end-to-end tests build it elsewhere. */
  REDRESS_WEB_DIST: z.preprocess(blankAsUnset, z.string().default(path.join(root, 'apps/web/dist/site'))),
  /** The mail server for daily mails: smtp://user:password@host:587 or smtps://…; unset = no mail is ever sent. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, hostname: /./ })),
  /** Whom mails come from, e.g. 云岭县司法局 <redress@example.gov.cn>. Needed with SMTP_URL. */
  MAIL_FROM: optional(z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)),
  /** Where backups are made; `<data>/backups` where unset. Set, it also turns daily ones on with a database of one's own. */
  REDRESS_BACKUP_DIR: optional(z.string()),
  /** How many daily backups are kept, beside four weekly ones; 0 = none is made by itself. */
  REDRESS_BACKUP_KEEP: z.preprocess(blankAsUnset, z.coerce.number().int().min(0).max(366).default(7)),
  LOG_LEVEL: z.preprocess(
    blankAsUnset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
});

export interface Env {
  readonly port: number;
  readonly host: string;
  /** false = only this machine reaches it: neither `host` nor `publicUrl` leads anybody else here. */
  readonly openToNetwork: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** REDRESS_DEMO was set: a database of one's own may be seeded. */
  readonly demo: boolean;
  /** REDRESS_DEMO=0: an empty database is not seeded, it shows its first-start page. */
  readonly noDemo: boolean;
  readonly publicUrl: string | null;
  readonly fixedToday: CivilDate | null;
  readonly maxFileBytes: number;
  readonly webDist: string;
  readonly logLevel: string;
  /** null: no mail is ever sent. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly backupDir: string;
  readonly backupKeep: number;
  /** A backup is made by itself every day. */
  readonly backupScheduled: boolean;
}

export class EnvError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EnvError';
  }
}

/** Reads the environment. Throws `EnvError` with a sentence in both languages that names the variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = zEnv.safeParse(source);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
    throw new EnvError(`环境变量的值无法使用：${names}。\nThese environment variables have unusable values: ${names}.`);
  }
  const e = parsed.data;
  const fixedToday = (e.REDRESS_TODAY ?? null) as CivilDate | null;
  if (fixedToday !== null && e.DATABASE_URL !== undefined && !e.REDRESS_DEMO) {
    throw new EnvError(
      'REDRESS_TODAY 只用于演示和测试；使用自备数据库时，须同时设置 REDRESS_DEMO=1。\n' +
        'REDRESS_TODAY serves demonstrations and tests only; with DATABASE_URL it needs REDRESS_DEMO=1.',
    );
  }
  if (e.SMTP_URL !== undefined && e.MAIL_FROM === undefined) {
    throw new EnvError('设置 SMTP_URL 时须同时设置 MAIL_FROM（发件人）。\nSMTP_URL needs MAIL_FROM, the sender.');
  }
  return {
    port: e.PORT,
    host: e.HOST,
    openToNetwork: !isLoopback(e.HOST) || (e.PUBLIC_URL !== undefined && !isLoopback(new URL(e.PUBLIC_URL).hostname)),
    dataDir: path.resolve(e.REDRESS_DATA),
    databaseUrl: e.DATABASE_URL ?? null,
    demo: e.REDRESS_DEMO,
    noDemo: source.REDRESS_DEMO === '0' || source.REDRESS_DEMO === 'false',
    publicUrl: e.PUBLIC_URL ?? null,
    fixedToday,
    maxFileBytes: Math.floor(e.REDRESS_MAX_FILE_MB * 1024 * 1024),
    webDist: path.resolve(e.REDRESS_WEB_DIST),
    logLevel: e.LOG_LEVEL,
    smtp: e.SMTP_URL === undefined || e.MAIL_FROM === undefined ? null : { url: e.SMTP_URL, from: e.MAIL_FROM },
    backupDir: path.resolve(e.REDRESS_BACKUP_DIR ?? path.join(e.REDRESS_DATA, 'backups')),
    backupKeep: e.REDRESS_BACKUP_KEEP,
    // A demonstration that stands on one day would make one backup of it for ever.
    backupScheduled:
      e.REDRESS_BACKUP_KEEP > 0 &&
      fixedToday === null &&
      (e.DATABASE_URL === undefined || e.REDRESS_BACKUP_DIR !== undefined),
  };
}
