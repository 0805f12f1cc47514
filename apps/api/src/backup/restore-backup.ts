/**
 * Restores a backup into an empty database. The whole file is checked before anything is written; then all rows go in in
 * one transaction, the files are put in place before it commits, and in the end every read table is projected anew.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LawContext } from '@redress/domain/ledger/kinds';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Kinds } from '../case-store/kinds.ts';
import { rebuild } from '../case-store/rebuild.ts';
import type { Database } from '../db/database.ts';
import { storedPath } from '../files/store.ts';
import { type ReadMember, readArchive } from './archive.ts';
import { BackupError, ofDisk } from './backup-error.ts';
import { checkBackup, compare } from './check-backup.ts';
import { hashOfMember, type Manifest } from './manifest.ts';
import { migrationsOf, quoted, type SchemaTable, schemaTables } from './tables.ts';

export interface RestoreOptions {
  /** The owner's database. */
  readonly db: Database;
  readonly kinds: Kinds;
  readonly law: LawContext;
  readonly dataDir: string;
  readonly file: string;
  /** Told of each part of the work. */
  readonly say?: (line: string) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Tables of the backup that this program has no more. */
  readonly dropped: readonly string[];
}

/** What a database with anything in it has rows in: nobody works in it without an account and leaves nothing. */
const telling = ['stream', 'entry', 'auth_user', 'file', 'person_record'] as const;

/** Refuses a database that holds anything; the locks keep it empty until the commit. */
async function refuseUnlessEmpty(client: ClientBase): Promise<void> {
  await client.query(`lock table ${telling.map(quoted).join(', ')} in exclusive mode`);
  for (const table of telling) {
    const found = await client.query(`select from ${quoted(table)} limit 1`);
    if (found.rowCount !== 0) throw new BackupError('not-empty', table);
  }
}

interface Target {
  /** COPY into this … */
  readonly into: string;
  readonly columns: readonly string[];
  /** … and then run this, where the backup's columns are not the table's. */
  readonly finish: string | null;
}

/** Where a table's rows go. Columns that are new keep their defaults; columns that are gone are left behind. */
async function targetOf(client: ClientBase, from: Manifest['tables'][number], to: SchemaTable): Promise<Target> {
  const kept = from.columns.filter((column) => to.columns.includes(column));
  if (kept.length === from.columns.length) return { into: quoted(to.name), columns: from.columns, finish: null };
  const waiting = quoted(`restored_${to.name}`);
  const types = await client.query<{ name: string; type: string }>(
    `select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [quoted(to.name)],
  );
  const typeOf = new Map(types.rows.map((row) => [row.name, row.type]));
  await client.query(
    `create temp table ${waiting} (${from.columns.map((column) => `${quoted(column)} text`).join(', ')}) on commit drop`,
  );
  const list = kept.map(quoted).join(', ');
  const values = kept.map((column) => `${quoted(column)}::${typeOf.get(column) ?? 'text'}`).join(', ');
  return {
    into: waiting,
    columns: from.columns,
    finish: `insert into ${quoted(to.name)} (${list}) select ${values} from ${waiting}`,
  };
}

/** Numbers that the database itself gives out go on after those that were given. */
async function setSequences(client: ClientBase): Promise<void> {
  const owned = await client.query<{ sequence: string; name: string; column: string }>(
    `select s.oid::regclass::text as sequence, t.relname::text as name, a.attname::text as column
       from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
       join pg_class t on t.oid = d.refobjid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
       join pg_namespace n on n.oid = t.relnamespace
      where s.relkind = 'S' and n.nspname = 'public'`,
  );
  for (const { sequence, name, column } of owned.rows) {
    await client.query(
      `select setval($1::regclass, greatest((select max(${quoted(column)}) from ${quoted(name)}), 1),
                     exists (select from ${quoted(name)}))`,
      [sequence],
    );
  }
}

/** Stored files put in place under their hashes, and taken away again where the restore fails. */
class Files {
  readonly #root: string;
  readonly #staging: string;
  readonly #placed: string[] = [];

  constructor(dataDir: string) {
    this.#root = path.join(dataDir, 'files');
    this.#staging = path.join(this.#root, 'staging');
  }

  /** Bytes go in under a name of their own; only what hashes to its name gets it. */
  async put(sha256: string, member: ReadMember): Promise<void> {
    const target = storedPath(this.#root, sha256);
    await mkdir(this.#staging, { recursive: true, mode: 0o700 });
    const staged = path.join(this.#staging, randomUUID());
    const hash = createHash('sha256');
    try {
      const handle = await open(staged, 'wx', 0o600);
      try {
        for await (const chunk of member.bytes) {
          hash.update(chunk);
          await handle.write(chunk);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (hash.digest('hex') !== sha256) throw new BackupError('member-differs', member.name);
      if (await this.#isThere(target, sha256)) return;
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await rename(staged, target);
      this.#placed.push(target);
    } finally {
      await rm(staged, { force: true });
    }
  }

  async #isThere(target: string, sha256: string): Promise<boolean> {
    if ((await stat(target).catch(() => null)) === null) return false;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(target)) hash.update(chunk as Buffer);
    return hash.digest('hex') === sha256;
  }

  async takeBack(): Promise<void> {
    for (const file of this.#placed) await rm(file, { force: true });
  }
}

/** What a failure of the database says about the backup: what it holds does not fit. */
function misfit(error: unknown, table: string): unknown {
  const { code } = error as { code?: unknown };
  const ofData = typeof code === 'string' && /^(22|23|42)/.test(code);
  return ofData ? new BackupError('does-not-fit', `${table} (${code})`, error) : error;
}

async function load(client: ClientBase, o: RestoreOptions, manifest: Manifest, files: Files): Promise<Restored> {
  const known = new Map((await schemaTables(client)).map((table) => [table.name, table]));
  const rows: Record<string, number> = {};
  const dropped: string[] = [];
  const targets = new Map<string, Target>();
  // What a starting application wrote of itself gives way.
  for (const { name } of [...manifest.tables].reverse()) {
    const isProof = ['entry', 'seal', 'seal_head'].includes(name);
    if (known.has(name) && !isProof) await client.query(`delete from ${quoted(name)}`);
  }
  for (const table of manifest.tables) {
    const to = known.get(table.name);
    if (to === undefined) dropped.push(table.name);
    else {
      targets.set(table.name, await targetOf(client, table, to));
      rows[table.name] = table.rows;
    }
  }
  const tableOf = new Map(manifest.tables.flatMap((t) => t.members.map((member) => [member.name, t.name] as const)));
  const members = await readArchive(o.file, async (member) => {
    const table = tableOf.get(member.name);
    const sha256 = hashOfMember(member.name);
    const target = table === undefined ? undefined : targets.get(table);
    if (table !== undefined && target !== undefined) {
      const columns = target.columns.map(quoted).join(', ');
      const copy = client.query(copyFrom(`copy ${target.into} (${columns}) from stdin`));
      await pipeline(member.bytes, copy).catch((error: unknown) => {
        throw misfit(error, table);
      });
    } else if (sha256 !== null) {
      await files.put(sha256, member).catch((error: unknown) => {
        throw ofDisk(error, member.name);
      });
    }
  });
  // What was loaded is what was checked, though somebody had changed the file meanwhile.
  compare(manifest, members);
  for (const [table, { finish }] of targets) {
    if (finish === null) continue;
    await client.query(finish).catch((error: unknown) => {
      throw misfit(error, table);
    });
  }
  await setSequences(client);
  return { manifest, rows, dropped };
}

/**
 * Restores all of it or nothing.
 * @throws BackupError with a sentence that names what is wrong: a file that is damaged, cut off or of a later program, a
 * database that is not empty.
 */
export async function restoreBackup(o: RestoreOptions): Promise<Restored> {
  const say = o.say ?? (() => undefined);
  say('正在核对备份文件… checking the backup');
  const manifest = await checkBackup(o.file);
  const files = new Files(o.dataDir);
  const client = await o.db.pool.connect();
  let broken: Error | undefined;
  let restored: Restored;
  try {
    await client.query('begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    const known = await migrationsOf(client);
    if (manifest.migrations > known) throw new BackupError('newer', `${manifest.migrations} > ${known}`);
    await refuseUnlessEmpty(client);
    say('正在写入… writing');
    restored = await load(client, o, manifest, files);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    await files.takeBack();
    throw error;
  } finally {
    client.release(broken);
  }
  say('正在重建查询表… projecting the read tables');
  await rebuild(o.db, { kinds: o.kinds, law: o.law });
  return restored;
}
