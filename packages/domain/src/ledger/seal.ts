/**
 * A seal hashes the heads of all streams and chains to the seal before it: a stream cut off at its end,
 * or removed whole, keeps a sound chain of its own and is found only here.
 */
import type { InstantMs, Sha256, StreamId } from '../ids.ts';
import { canonicalForm, type Hash } from './chain.ts';
import { genesisHash } from './envelope.ts';

export interface SealedHead {
  readonly streamId: StreamId;
  readonly version: number;
  readonly headHash: Sha256;
}

export interface Seal {
  readonly number: number;
  readonly sealedAt: InstantMs;
  /** 'daily' at the day's first write, else the act that asked for it. */
  readonly occasion: 'daily' | 'freeze' | 'backup' | 'manual';
  readonly streamCount: number;
  /** SHA-256 over the heads, ordered by stream id. */
  readonly headsHash: Sha256;
  readonly prevHash: Sha256;
  readonly hash: Sha256;
}

/** The hash of all heads, independent of the order they come in. */
export function headsHash(heads: readonly SealedHead[], hash: Hash): Sha256 {
  const sorted = [...heads].sort((a, b) => (a.streamId < b.streamId ? -1 : a.streamId > b.streamId ? 1 : 0));
  return hash(canonicalForm(sorted.map((h) => [h.streamId, h.version, h.headHash])));
}

/** The hash a seal must carry. */
export function sealHash(seal: Omit<Seal, 'hash'>, hash: Hash): Sha256 {
  const { number, sealedAt, occasion, streamCount, headsHash: heads, prevHash } = seal;
  return hash(canonicalForm({ number, sealedAt, occasion, streamCount, headsHash: heads, prevHash }));
}

/** Makes the next seal over these heads. */
export function sealOnto(
  last: Seal | null,
  heads: readonly SealedHead[],
  at: { sealedAt: InstantMs; occasion: Seal['occasion'] },
  hash: Hash,
): Seal {
  const seal = {
    number: (last?.number ?? 0) + 1,
    sealedAt: at.sealedAt,
    occasion: at.occasion,
    streamCount: heads.length,
    headsHash: headsHash(heads, hash),
    prevHash: last?.hash ?? genesisHash,
  };
  return { ...seal, hash: sealHash(seal, hash) };
}
