/**
 * Files lie in the data folder under the SHA-256 of their bytes. A file is staged, written, fsynced and renamed into
 * place before anything names it: what a record names is there, and a broken upload leaves nothing behind.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { RedressError } from '@redress/domain/errors';
import type { Sha256 } from '@redress/domain/ids';
import { isWhatItSays, typeOfName } from './types.ts';

export interface StoredFile {
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
}

/** Where bytes are kept: this folder now, an object store elsewhere. */
export interface FileStore {
  /** Takes a stream under a name, or refuses it: too large, of a type not taken, or not what its name says. */
  put(name: string, bytes: ReadableStream<Uint8Array>): Promise<StoredFile>;
  /** The stored bytes; null where they are missing. */
  get(sha256: Sha256): Promise<{ size: number; bytes: ReadableStream<Uint8Array> } | null>;
}

/** Makes a directory's new name survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const storedPath = (root: string, sha256: string): string =>
  path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

/** The store in `<dataDir>/files`. */
export function folderFileStore(dataDir: string, maxBytes: number): FileStore {
  const root = path.join(dataDir, 'files');
  const staging = path.join(root, 'staging');

  async function stage(bytes: ReadableStream<Uint8Array>, to: string): Promise<{ sha256: Sha256; size: number }> {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await open(to, 'wx', 0o600);
    try {
      for await (const chunk of Readable.fromWeb(bytes)) {
        size += chunk.byteLength;
        if (size > maxBytes) {
          throw new RedressError({
            code: 'file-too-large',
            fields: [{ field: 'file', rule: 'too-high', params: { maxBytes } }],
          });
        }
        hash.update(chunk);
        await handle.write(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { sha256: hash.digest('hex') as Sha256, size };
  }

  return {
    async put(name, bytes) {
      const type = typeOfName(name);
      if (type === null) throw new RedressError({ code: 'file-type-refused' });
      await mkdir(staging, { recursive: true, mode: 0o700 });
      const staged = path.join(staging, randomUUID());
      try {
        const { sha256, size } = await stage(bytes, staged);
        if (size === 0) {
          throw new RedressError({ code: 'invalid-input', fields: [{ field: 'file', rule: 'too-short' }] });
        }
        if (!(await isWhatItSays(staged, type))) throw new RedressError({ code: 'file-disguised' });
        const target = storedPath(root, sha256);
        // Same hash, same bytes: a second copy is not needed, unless the first is damaged in its length.
        const known = await stat(target).catch(() => null);
        if (known === null || known.size !== size) {
          await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
          await rename(staged, target);
          await syncFolder(path.dirname(target));
        }
        return { sha256, size, mediaType: type.mediaType };
      } finally {
        await rm(staged, { force: true });
      }
    },
    async get(sha256) {
      const file = storedPath(root, sha256);
      const found = await stat(file).catch(() => null);
      if (found === null) return null;
      return { size: found.size, bytes: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array> };
    },
  };
}

/** Removes uploads that a crash left half written. Only the application that owns the folder calls it, at its start. */
export async function sweepStaging(dataDir: string): Promise<void> {
  const staging = path.join(dataDir, 'files', 'staging');
  if (!existsSync(staging)) return;
  for (const name of await readdir(staging)) await rm(path.join(staging, name), { force: true });
}
