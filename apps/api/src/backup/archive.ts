/** Writing and reading the file itself: members in a tar, the tar through gzip, every byte hashed on its way. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { BackupError, ofDisk } from './backup-error.ts';
import type { Member } from './manifest.ts';

export interface ArchiveWriter {
  /** Adds a member of a known size. Throws when the bytes are more or fewer. */
  add(name: string, size: number, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Member>;
  /** Ends the file, fsyncs it, gives it its name. Its size. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

async function syncFile(file: string): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Begins `file` as `file.part`; it has its name only when it is whole and on the disk. */
export async function createArchive(file: string): Promise<ArchiveWriter> {
  const part = `${file}.part`;
  const refused = await open(file, 'r').then(
    async (handle) => {
      await handle.close();
      return new BackupError('exists', file);
    },
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : ofDisk(error, file)),
  );
  if (refused !== null) throw refused;
  const tar = pack();
  const out = createWriteStream(part, { mode: 0o600 });
  let failed: unknown = null;
  const done = pipeline(tar, createGzip({ level: 5 }), out).catch((error: unknown) => {
    failed = ofDisk(error, part);
  });

  return {
    async add(name, size, bytes) {
      if (failed !== null) throw failed;
      const hash = createHash('sha256');
      let seen = 0;
      await new Promise<void>((resolve, reject) => {
        const sink = tar.entry({ name, size, mode: 0o600, mtime: new Date(0) }, (error) =>
          error === null || error === undefined ? resolve() : reject(error),
        );
        // A disk that fails ends the tar, and then nobody would drain this member.
        void done.then(() => reject(failed ?? new Error('the archive ended early')));
        const feed = async () => {
          for await (const chunk of bytes) {
            seen += chunk.byteLength;
            hash.update(chunk);
            if (!sink.write(chunk))
              await Promise.race([new Promise<void>((next) => sink.once('drain', () => next())), done]);
            if (failed !== null) throw failed;
          }
          if (seen !== size) throw new Error(`${name} has ${seen} bytes instead of ${size}`);
          sink.end(Buffer.alloc(0));
        };
        feed().catch(reject);
      });
      return { name, size, sha256: hash.digest('hex') };
    },
    async finish() {
      tar.finalize();
      await done;
      if (failed !== null) throw failed;
      const size = await syncFile(part).catch((error: unknown) => {
        throw ofDisk(error, part);
      });
      await rename(part, file);
      await syncFolder(path.dirname(file));
      return size;
    },
    async discard() {
      tar.destroy();
      out.destroy();
      await done;
      await finished(out).catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

/** One member as it is read; `bytes` must be consumed. */
export interface ReadMember {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer>;
}

const GZIP = [0x1f, 0x8b];

/**
 * Reads a file's members in order and gives what each hashed to.
 * @throws BackupError `not-readable`, `not-a-backup`, `truncated` or `damaged`, naming the member it was in; what `use`
 * throws goes up as it is.
 */
export async function readArchive(
  file: string,
  use: (member: ReadMember) => Promise<void>,
): Promise<readonly Member[]> {
  const head = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError('not-readable', `${file} (${error.code ?? error.message})`, error);
  });
  const magic = Buffer.alloc(2);
  try {
    const { bytesRead } = await head.read(magic, 0, 2, 0).catch(() => ({ bytesRead: 0 }));
    if (bytesRead < 2 || magic[0] !== GZIP[0] || magic[1] !== GZIP[1]) throw new BackupError('not-a-backup', file);
  } finally {
    await head.close();
  }

  const source = createReadStream(file);
  const gunzip = createGunzip();
  const tar = extract();
  const members: Member[] = [];
  let at = file;
  let usersOwn: { error: unknown } | null = null;
  const flowing = pipeline(source, gunzip, tar);
  flowing.catch(() => undefined);
  try {
    for await (const entry of tar) {
      const { name } = entry.header;
      const size = entry.header.size ?? 0;
      at = name;
      const hash = createHash('sha256');
      let seen = 0;
      const bytes = async function* () {
        for await (const chunk of entry as AsyncIterable<Buffer>) {
          seen += chunk.byteLength;
          hash.update(chunk);
          yield chunk;
        }
      };
      let broken = false;
      const watched = async function* () {
        try {
          yield* bytes();
        } catch (error) {
          broken = true;
          throw error;
        }
      };
      const stream = watched();
      try {
        await use({ name, size, bytes: stream });
      } catch (error) {
        if (!broken) usersOwn = { error };
        throw error;
      }
      // What the user left is read on, for the hash.
      for await (const _ of stream) void _;
      members.push({ name, size: seen, sha256: hash.digest('hex') });
    }
    await flowing;
    return members;
  } catch (error) {
    source.destroy();
    gunzip.destroy();
    tar.destroy();
    if (usersOwn !== null) throw usersOwn.error;
    // Behind a broken pipe stands the error that broke it.
    const first = await flowing.then(
      () => error,
      (cause: unknown) => cause,
    );
    throw causeOf(first, error, at, members.length, file);
  }
}

function causeOf(first: unknown, error: unknown, at: string, read: number, file: string): BackupError {
  const all = [first, error] as readonly (NodeJS.ErrnoException | undefined)[];
  const says = (words: RegExp) => all.some((e) => words.test(`${e?.code ?? ''} ${e?.message ?? ''}`));
  if (says(/Z_BUF_ERROR|unexpected end|Unexpected end/)) return new BackupError('truncated', at, first);
  if (read === 0 && says(/Invalid tar header|Z_DATA_ERROR incorrect header/))
    return new BackupError('not-a-backup', file, first);
  if (says(/Z_DATA_ERROR|Invalid tar|Z_/)) return new BackupError('damaged', at, first);
  if (says(/EIO|EACCES|ENOENT|EISDIR/)) return new BackupError('not-readable', file, first);
  return new BackupError('damaged', at, first);
}
