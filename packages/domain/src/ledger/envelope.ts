/**
 * The envelope: what every entry of every ledger carries, whatever it says.
 * `occurredOn` is the legal day (Asia/Shanghai) and decides the order; `recordedAt` is the instant of writing.
 */
import { z } from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, CommandId, DocumentId, InstantMs, OrganId, PostId, Sha256, StreamId } from '../ids.ts';

/** Who wrote the entry: an account acting from a post of an organ. */
export interface RecordedBy {
  readonly account: AccountId;
  readonly organ: OrganId;
  readonly post: PostId;
}

/** Who decided, when a clerk records a decision taken on paper. Public office only, no personal data. */
export const zDoneBy = z.object({
  name: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(60),
});
export type DoneBy = Readonly<z.infer<typeof zDoneBy>>;

/** Why an entry stands although it broke a rule; shown with its article. It moves no date the law does not let it move. */
export const zIrregularity = z.object({
  /** Codes of the contradictions the person went on with. */
  codes: z.array(z.string().min(1)).min(1),
  reason: z.string().trim().min(1).max(1000),
});
export type Irregularity = Readonly<z.infer<typeof zIrregularity>>;

/** What `decide` returns: an entry before it has a place in the chain. */
export interface NewEntry<P = unknown> {
  readonly type: string;
  readonly typeVersion: number;
  readonly occurredOn: CivilDate;
  /** 'HH:MM', where the hour matters (sessions); null sorts before any hour of the day. */
  readonly occurredTime: string | null;
  readonly doneBy: DoneBy | null;
  readonly documentIds: readonly DocumentId[];
  readonly irregular: Irregularity | null;
  readonly payload: P;
}

/** A stored entry. All fields but `hash` go into `hash`. */
export interface Envelope<P = unknown> extends NewEntry<P> {
  readonly streamId: StreamId;
  /** 1, 2, 3 … without gaps, in the order of writing. */
  readonly seq: number;
  readonly recordedAt: InstantMs;
  readonly recordedBy: RecordedBy;
  readonly commandId: CommandId;
  readonly prevHash: Sha256;
  readonly hash: Sha256;
}

/** The `prevHash` of a stream's first entry. */
export const genesisHash = '0'.repeat(64) as Sha256;
