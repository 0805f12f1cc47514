/**
 * Sealing: the heads of all streams, hashed and chained to the last seal. Daily at the first write, and by hand
 * (`redress seal`) before a freeze or a backup.
 */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { InstantMs, Sha256 } from '@redress/domain/ids';
import { type Seal, type SealedHead, sealOnto } from '@redress/domain/ledger/seal';
import type { ClientBase, Pool } from 'pg';
import { civilDayOf } from './civil-day.ts';
import { sha256 } from './hash.ts';
import { writing } from './transaction.ts';

/** Advisory lock of whoever seals: one at a time. */
const SEAL_LOCK = [0x52454452, 11];
const HEADS_PER_INSERT = 10_000;

interface HeadRow extends SealedHead {
  readonly sealedVersion: number | null;
}

/** Reads the last seal; null where none was made. */
export async function lastSeal(connection: ClientBase | Pool): Promise<Seal | null> {
  const answer = await connection.query<Seal>(
    `select number, sealed_at as "sealedAt", occasion, stream_count as "streamCount", heads_hash as "headsHash",
            prev_hash as "prevHash", hash
       from seal order by number desc limit 1`,
  );
  return answer.rows[0] ?? null;
}

/** One statement, so one moment: every stream's committed head, and the version of it that was sealed last. */
async function readHeads(client: ClientBase): Promise<HeadRow[]> {
  const answer = await client.query<HeadRow>(
    `select s.id as "streamId", s.version, s.head_hash as "headHash", h.version as "sealedVersion"
       from stream s
       left join (select distinct on (stream_id) stream_id, version from seal_head
                   order by stream_id, seal_number desc) h on h.stream_id = s.id`,
  );
  return answer.rows;
}

async function insertSeal(client: ClientBase, seal: Seal, heads: readonly HeadRow[]): Promise<void> {
  await client.query(
    `insert into seal (number, sealed_at, sealed_on, occasion, stream_count, heads_hash, prev_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      seal.number,
      seal.sealedAt,
      civilDayOf(seal.sealedAt),
      seal.occasion,
      seal.streamCount,
      seal.headsHash,
      seal.prevHash,
      seal.hash,
    ],
  );
  const moved = heads.filter((head) => head.sealedVersion !== head.version);
  for (let at = 0; at < moved.length; at += HEADS_PER_INSERT) {
    const rows = moved.slice(at, at + HEADS_PER_INSERT).map((head) => ({
      seal_number: seal.number,
      stream_id: head.streamId,
      version: head.version,
      head_hash: head.headHash,
    }));
    await client.query(`insert into seal_head select * from jsonb_populate_recordset(null::seal_head, $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
  }
}

export interface SealOptions {
  readonly at: InstantMs;
  readonly occasion: Seal['occasion'];
}

async function seal(pool: Pool, o: SealOptions, unless: (last: Seal | null) => boolean): Promise<Seal | null> {
  return writing(pool, { account: 'seal', streams: [] }, async (client) => {
    await client.query('select pg_advisory_xact_lock($1::int, $2::int)', SEAL_LOCK);
    const last = await lastSeal(client);
    if (unless(last)) return null;
    const heads = await readHeads(client);
    if (heads.length === 0) return null;
    // A clock set back does not reorder the seals.
    const sealedAt = Math.max(o.at, last?.sealedAt ?? o.at) as InstantMs;
    const made = sealOnto(last, heads, { sealedAt, occasion: o.occasion }, sha256);
    await insertSeal(client, made, heads);
    return made;
  });
}

/** Seals now. null where there is nothing to seal. */
export const sealNow = (pool: Pool, o: SealOptions): Promise<Seal | null> => seal(pool, o, () => false);

/** The last day this process knows to be sealed, per pool: the question is asked once a day, not once a write. */
const sealedUntil = new WeakMap<Pool, CivilDate>();

/** Makes the day's seal before the day's first write, of all that was written until then. */
export async function ensureDailySeal(pool: Pool, at: InstantMs): Promise<void> {
  const today = civilDayOf(at);
  const known = sealedUntil.get(pool);
  if (known !== undefined && known >= today) return;
  const isSealed = (last: Seal | null) => last !== null && civilDayOf(last.sealedAt) >= today;
  const made = await seal(pool, { at, occasion: 'daily' }, isSealed);
  // An empty ledger is not sealed: the next write asks again.
  if (made !== null || isSealed(await lastSeal(pool))) sealedUntil.set(pool, today);
}

/** A seal's head as stored. */
export interface StoredHead {
  readonly sealNumber: number;
  readonly streamId: string;
  readonly version: number;
  readonly headHash: Sha256;
}
