/**
 * One hash chain per stream: a changed, missing or reordered entry breaks it.
 * The hash is SHA-256 over the RFC 8785 form of every envelope field and the payload
 * (PostgreSQL's jsonb reorders keys, so the canonical form is taken, never the stored text).
 * The hash function is an argument: the domain runs in the browser, too.
 */
import canonicalize from 'canonicalize';
import type { InstantMs, Sha256, StreamId } from '../ids.ts';
import { type Envelope, genesisHash, type NewEntry, type RecordedBy } from './envelope.ts';

/** Lower-case hex SHA-256 of a UTF-8 string. */
export type Hash = (text: string) => Sha256;

/** The RFC 8785 form of any JSON value. Throws for what JSON cannot hold. */
export function canonicalForm(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** The hash an entry must carry: over everything but the hash itself. */
export function hashOf(entry: Omit<Envelope, 'hash'>, hash: Hash): Sha256 {
  const { streamId, seq, type, typeVersion, occurredOn, occurredTime, recordedAt, recordedBy } = entry;
  const { doneBy, documentIds, irregular, commandId, payload, prevHash } = entry;
  return hash(
    canonicalForm({
      streamId,
      seq,
      type,
      typeVersion,
      occurredOn,
      occurredTime,
      recordedAt,
      recordedBy,
      doneBy,
      documentIds,
      irregular,
      commandId,
      payload,
      prevHash,
    }),
  );
}

export interface ChainHead {
  readonly version: number;
  readonly headHash: Sha256;
  /** Of the stream's last entry; null for an empty stream. */
  readonly lastRecordedAt: InstantMs | null;
}

export const emptyHead: ChainHead = { version: 0, headHash: genesisHash, lastRecordedAt: null };

/**
 * Seals new entries onto a stream's head, in their order.
 * `recordedAt` is never before the stream's last: a clock set back does not reorder a ledger.
 */
export function chainOnto(
  head: ChainHead,
  entries: readonly NewEntry[],
  by: { streamId: StreamId; recordedAt: InstantMs; recordedBy: RecordedBy; commandId: Envelope['commandId'] },
  hash: Hash,
): Envelope[] {
  const at = Math.max(by.recordedAt, head.lastRecordedAt ?? by.recordedAt) as InstantMs;
  let prevHash = head.headHash;
  return entries.map((entry, i) => {
    const whole = {
      ...entry,
      streamId: by.streamId,
      seq: head.version + i + 1,
      recordedAt: at,
      recordedBy: by.recordedBy,
      commandId: by.commandId,
      prevHash,
    };
    prevHash = hashOf(whole, hash);
    return { ...whole, hash: prevHash };
  });
}

export type ChainFault =
  | { readonly fault: 'gap'; readonly seq: number; readonly expectedSeq: number }
  | { readonly fault: 'broken-link'; readonly seq: number }
  | { readonly fault: 'changed'; readonly seq: number }
  | { readonly fault: 'time-runs-back'; readonly seq: number }
  | { readonly fault: 'head-differs'; readonly seq: number };

/** Every fault of one stream's chain against its recorded head (version and hash); empty = whole. */
export function checkChain(
  entries: readonly Envelope[],
  head: { version: number; headHash: Sha256 },
  hash: Hash,
): ChainFault[] {
  const faults: ChainFault[] = [];
  let prev: Sha256 = genesisHash;
  let at = Number.NEGATIVE_INFINITY;
  let seq = 0;
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq) {
      faults.push({ fault: 'gap', seq: entry.seq, expectedSeq: seq });
      seq = entry.seq;
    }
    if (entry.prevHash !== prev) faults.push({ fault: 'broken-link', seq: entry.seq });
    if (hashOf(entry, hash) !== entry.hash) faults.push({ fault: 'changed', seq: entry.seq });
    if (entry.recordedAt < at) faults.push({ fault: 'time-runs-back', seq: entry.seq });
    at = entry.recordedAt;
    prev = entry.hash;
  }
  if (seq !== head.version || prev !== head.headHash) faults.push({ fault: 'head-differs', seq });
  return faults;
}
