/** The last but one member of a backup: what is in it, and what each part's bytes hash to. */
import { z } from 'zod';

export const FORMAT = 'redress-backup';
/** Raised when a program of before could not read what is written. */
export const FORMAT_VERSION = 1;
export const MANIFEST = 'manifest.json';
/** The last member: the manifest's own hash, so that an end cut off anywhere shows. */
export const MANIFEST_HASH = 'manifest.sha256';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const zMember = z.object({ name: z.string().min(1), size: z.int().min(0), sha256: hash });
export type Member = Readonly<z.infer<typeof zMember>>;

export const zManifest = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  madeAt: z.int().min(0),
  /** How many migrations the database had. */
  migrations: z.int().min(0),
  seal: z.object({ number: z.int().min(1), hash }).nullable(),
  /** In the order in which they can be loaded. */
  tables: z.array(
    z.object({
      name: z.string().min(1),
      columns: z.array(z.string().min(1)).min(1),
      rows: z.int().min(0),
      members: z.array(zMember),
    }),
  ),
  files: z.array(zMember),
  /** Files that the database names and the store did not have whole: they were lost before the backup. */
  lost: z.array(z.object({ sha256: hash, why: z.enum(['missing', 'damaged']) })),
  counts: z.object({ streams: z.int().min(0), entries: z.int().min(0), files: z.int().min(0) }),
});
export type Manifest = Readonly<z.infer<typeof zManifest>>;

export const tableMember = (table: string, n: number): string => `tables/${table}/${String(n).padStart(6, '0')}`;
export const fileMember = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;
/** The hash in a file's member name; null for another member. */
export const hashOfMember = (name: string): string | null =>
  /^files\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(name)?.[1] ?? null;
