/** Reads a backup whole and compares everything with its manifest. Nothing is written. */
import { createHash } from 'node:crypto';
import { type ReadMember, readArchive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { FORMAT, FORMAT_VERSION, MANIFEST, MANIFEST_HASH, type Manifest, type Member, zManifest } from './manifest.ts';

/** Large enough for a million files; more would be no manifest. */
const MANIFEST_BYTES = 256 * 1024 * 1024;

async function textOf(member: ReadMember): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of member.bytes) {
    size += chunk.length;
    if (size > MANIFEST_BYTES) throw new BackupError('damaged', member.name);
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function rowsIn(member: ReadMember): Promise<number> {
  let rows = 0;
  for await (const chunk of member.bytes) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
  }
  return rows;
}

function manifestOf(text: string, written: string | null): Manifest {
  if (written === null) throw new BackupError('truncated', MANIFEST_HASH);
  if (createHash('sha256').update(text).digest('hex') !== written.trim()) {
    throw new BackupError('manifest-differs', MANIFEST);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new BackupError('damaged', MANIFEST);
  }
  const about = parsed as { format?: unknown; version?: unknown };
  if (about.format !== FORMAT) throw new BackupError('not-a-backup', MANIFEST);
  if (typeof about.version === 'number' && about.version > FORMAT_VERSION) {
    throw new BackupError('newer', `version ${about.version} > ${FORMAT_VERSION}`);
  }
  const manifest = zManifest.safeParse(parsed);
  if (!manifest.success) throw new BackupError('damaged', MANIFEST);
  return manifest.data;
}

/** Every member the manifest names. */
export const membersOf = (manifest: Manifest): readonly Member[] => [
  ...manifest.tables.flatMap((table) => table.members),
  ...manifest.files,
];

/** Compares what was read with what the manifest says. */
export function compare(manifest: Manifest, read: readonly Member[]): void {
  const found = new Map(read.map((member) => [member.name, member]));
  for (const { name, size, sha256 } of membersOf(manifest)) {
    const member = found.get(name);
    if (member === undefined) throw new BackupError('member-missing', name);
    if (member.size !== size || member.sha256 !== sha256) throw new BackupError('member-differs', name);
  }
  const named = new Set([...membersOf(manifest).map((member) => member.name), MANIFEST, MANIFEST_HASH]);
  for (const { name } of read) if (!named.has(name)) throw new BackupError('member-unknown', name);
}

/**
 * The manifest of a backup that is whole.
 * @throws BackupError naming what is wrong with it.
 */
export async function checkBackup(file: string): Promise<Manifest> {
  let text: string | null = null;
  let hash: string | null = null;
  const rows = new Map<string, number>();
  const read = await readArchive(file, async (member) => {
    if (member.name === MANIFEST) text = await textOf(member);
    else if (member.name === MANIFEST_HASH) hash = await textOf(member);
    else if (member.name.startsWith('tables/')) rows.set(member.name, await rowsIn(member));
  });
  if (read.length === 0) throw new BackupError('not-a-backup', file);
  if (text === null) throw new BackupError('truncated', MANIFEST);
  const manifest = manifestOf(text, hash);
  compare(manifest, read);
  for (const table of manifest.tables) {
    const counted = table.members.reduce((sum, member) => sum + (rows.get(member.name) ?? 0), 0);
    if (counted !== table.rows) throw new BackupError('member-differs', `tables/${table.name}`);
  }
  return manifest;
}
