/**
 * A wrong entry is corrected by a later one that names the original and says why; nothing is edited or deleted.
 * `replaced` gives the whole new payload and day, `annulled` takes the entry out; the last one that names it wins.
 */
import { z } from 'zod';
import type { InstantMs } from '../ids.ts';
import { zCivilDate, zCivilTime } from '../schema.ts';
import type { Envelope } from './envelope.ts';

export const zReplaced = z.object({
  seq: z.int().min(1),
  payload: z.unknown(),
  occurredOn: zCivilDate,
  occurredTime: zCivilTime.nullable(),
  why: z.string().trim().min(1).max(1000),
});
export const zAnnulled = z.object({ seq: z.int().min(1), why: z.string().trim().min(1).max(1000) });
export type Replaced = Readonly<z.infer<typeof zReplaced>>;
export type Annulled = Readonly<z.infer<typeof zAnnulled>>;

/** How an original entry now stands. */
export type Standing =
  | { readonly is: 'original' }
  | { readonly is: 'replaced'; readonly bySeq: number; readonly was: Envelope; readonly why: string }
  | { readonly is: 'annulled'; readonly bySeq: number; readonly why: string };

/** An entry as it counts: its payload lifted to the newest version and corrected, at its original `seq`. */
export interface EffectiveEntry<P = unknown> extends Omit<Envelope, 'payload'> {
  readonly payload: P;
  readonly standing: Standing;
}

export const correctionTypes = ['replaced', 'annulled'] as const;
export const isCorrection = (type: string): boolean => type === 'replaced' || type === 'annulled';

/** Lifts an old payload to the newest version of its type; identity where there is only one. */
export type Upcast = (type: string, typeVersion: number, payload: unknown) => unknown;

/**
 * Applies the corrections: every original entry once, with its standing, in the order of the fold
 * (occurredOn, occurredTime, seq). Annulled entries stay in the list (the timeline shows them);
 * `inForce` leaves them out. With `knownAt`, as the ledger stood at that instant (as-of).
 */
export function correct(entries: readonly Envelope[], upcast: Upcast, knownAt?: InstantMs): EffectiveEntry[] {
  const known = knownAt === undefined ? entries : entries.filter((e) => e.recordedAt <= knownAt);
  const corrections = new Map<number, Envelope>();
  for (const e of known) {
    if (isCorrection(e.type)) corrections.set((e.payload as { seq: number }).seq, e);
  }
  const out: EffectiveEntry[] = [];
  for (const e of known) {
    if (isCorrection(e.type)) continue;
    const by = corrections.get(e.seq);
    const lifted = upcast(e.type, e.typeVersion, e.payload);
    if (by === undefined) {
      out.push({ ...e, payload: lifted, standing: { is: 'original' } });
    } else if (by.type === 'annulled') {
      const { why } = by.payload as Annulled;
      out.push({ ...e, payload: lifted, standing: { is: 'annulled', bySeq: by.seq, why } });
    } else {
      const r = by.payload as Replaced;
      out.push({
        ...e,
        payload: upcast(e.type, by.typeVersion, r.payload),
        occurredOn: r.occurredOn,
        occurredTime: r.occurredTime,
        standing: { is: 'replaced', bySeq: by.seq, was: e, why: r.why },
      });
    }
  }
  return out.sort(byLegalOrder);
}

/** The entries that count. */
export const inForce = (entries: readonly EffectiveEntry[]): EffectiveEntry[] =>
  entries.filter((e) => e.standing.is !== 'annulled');

/** (occurredOn, occurredTime, seq); no hour sorts before any hour of the day. */
export function byLegalOrder(
  a: Pick<Envelope, 'occurredOn' | 'occurredTime' | 'seq'>,
  b: Pick<Envelope, 'occurredOn' | 'occurredTime' | 'seq'>,
): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1;
  const at = a.occurredTime ?? '';
  const bt = b.occurredTime ?? '';
  if (at !== bt) return at < bt ? -1 : 1;
  return a.seq - b.seq;
}
