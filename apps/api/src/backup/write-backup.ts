/**
 * Writes a backup while the application runs. A seal is made first; then one snapshot of the database is read whole
 * (whatever is written meanwhile is not in it), then the stored files it names, which never change.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { InstantMs } from '@redress/domain/ids';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Kinds } from '../case-store/kinds.ts';
import { lastSeal, sealNow } from '../case-store/seal.ts';
import type { Database } from '../db/database.ts';
import { storedPath } from '../files/store.ts';
import { type ArchiveWriter, createArchive } from './archive.ts';
import {
  FORMAT,
  FORMAT_VERSION,
  fileMember,
  MANIFEST,
  MANIFEST_HASH,
  type Manifest,
  type Member,
  tableMember,
} from './manifest.ts';
import { backedUpTables, migrationsOf, quoted, type SchemaTable } from './tables.ts';

/** A member of a table is cut at the first row beyond this. */
const MEMBER_BYTES = 4 * 1024 * 1024;

export interface WriteOptions {
  readonly db: Database;
  readonly kinds: Kinds;
  /** Where stored files lie: `<dataDir>/files`. */
  readonly dataDir: string;
  /** The backup's own path. */
  readonly file: string;
  readonly now: () => InstantMs;
}

export interface Written {
  readonly manifest: Manifest;
  readonly size: number;
}

type TableOf = Manifest['tables'][number];

/** The table's rows as COPY writes them, cut between rows. */
async function writeTable(client: ClientBase, archive: ArchiveWriter, table: SchemaTable): Promise<TableOf> {
  const names = table.columns.map(quoted).join(', ');
  const order = table.key.length === 0 ? '' : ` order by ${table.key.map(quoted).join(', ')}`;
  const rows = client.query(copyTo(`copy (select ${names} from ${quoted(table.name)}${order}) to stdout`));
  const members: Member[] = [];
  let count = 0;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    members.push(await archive.add(tableMember(table.name, members.length + 1), size, held));
    held = [];
    size = 0;
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
    const end = size + chunk.length < MEMBER_BYTES ? -1 : chunk.lastIndexOf(10) + 1;
    if (end <= 0) {
      held.push(chunk);
      size += chunk.length;
      continue;
    }
    held.push(chunk.subarray(0, end));
    size += end;
    await flush();
    if (end < chunk.length) {
      held.push(chunk.subarray(end));
      size = chunk.length - end;
    }
  }
  await flush();
  return { name: table.name, columns: [...table.columns], rows: count, members };
}

interface Snapshot {
  readonly tables: TableOf[];
  readonly files: readonly string[];
  readonly migrations: number;
  readonly seal: Manifest['seal'];
}

/** Everything the database holds at one moment. */
async function writeTables(o: WriteOptions, archive: ArchiveWriter): Promise<Snapshot> {
  const client = await o.db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(
      `begin isolation level repeatable read read only;
       set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
    );
    const migrations = await migrationsOf(client);
    const seal = await lastSeal(client);
    const tables: TableOf[] = [];
    for (const table of await backedUpTables(client, o.kinds)) tables.push(await writeTable(client, archive, table));
    const files = await client.query<{ sha256: string }>('select distinct sha256 from file order by sha256');
    await client.query('commit');
    return {
      tables,
      files: files.rows.map((row) => row.sha256),
      migrations,
      seal: seal === null ? null : { number: seal.number, hash: seal.hash },
    };
  } catch (error) {
    // A COPY broken off half-way leaves the connection talking: it is not used again.
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** A stored file, looked at before it goes in: what is not what its name says is told, not carried on. */
async function writeFile(
  o: WriteOptions,
  archive: ArchiveWriter,
  sha256: string,
): Promise<Member | Manifest['lost'][number]> {
  const file = storedPath(path.join(o.dataDir, 'files'), sha256);
  const known = await stat(file).catch(() => null);
  if (known === null) return { sha256, why: 'missing' };
  if ((await hashOfFile(file)) !== sha256) return { sha256, why: 'damaged' };
  const member = await archive.add(fileMember(sha256), known.size, createReadStream(file) as AsyncIterable<Buffer>);
  if (member.sha256 !== sha256) throw new Error(`the file ${sha256} changed while it was read`);
  return member;
}

const rowsOf = (tables: readonly TableOf[], name: string): number =>
  tables.find((table) => table.name === name)?.rows ?? 0;

/**
 * Makes the backup, whole or not at all: under its own name there is never half a file.
 * @throws BackupError where the disk refuses; database errors as they are.
 */
export async function writeBackup(o: WriteOptions): Promise<Written> {
  const madeAt = o.now();
  await sealNow(o.db.pool, { at: madeAt, occasion: 'backup' });
  const archive = await createArchive(o.file);
  try {
    const { tables, files, migrations, seal } = await writeTables(o, archive);
    const stored: Member[] = [];
    const lost: Manifest['lost'] = [];
    for (const sha256 of files) {
      const written = await writeFile(o, archive, sha256);
      if ('why' in written) lost.push(written);
      else stored.push(written);
    }
    const manifest: Manifest = {
      format: FORMAT,
      version: FORMAT_VERSION,
      madeAt,
      migrations,
      seal,
      tables,
      files: stored,
      lost,
      counts: { streams: rowsOf(tables, 'stream'), entries: rowsOf(tables, 'entry'), files: stored.length },
    };
    const text = Buffer.from(JSON.stringify(manifest));
    const { sha256 } = await archive.add(MANIFEST, text.length, [text]);
    await archive.add(MANIFEST_HASH, sha256.length, [Buffer.from(sha256)]);
    return { manifest, size: await archive.finish() };
  } catch (error) {
    await archive.discard();
    throw error;
  }
}
