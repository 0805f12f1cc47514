/**
 * A kind of stream: what it may hold and how it is read. The case store knows only this.
 */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Failure } from '../errors.ts';
import type { AccountId, InstantMs, OrganId, StreamId } from '../ids.ts';
import type { LawBook } from '../law/law-book.ts';
import type { AudienceRule } from './audience.ts';
import type { NarrativeRef, PersonRef } from './common-entries.ts';
import type { EffectiveEntry, Upcast } from './correction.ts';
import type { Envelope, NewEntry } from './envelope.ts';
import type { PersonData } from './person.ts';
import type { Fact, ReadRows } from './projection.ts';

/** A post with its days: [from, until), `until` null while it is held. */
export interface PostSpan {
  readonly organId: OrganId;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  /** The organs that took the place of that organ, one after the other; left out where none did. */
  readonly successors?: readonly OrganId[];
}
/** Every post an account holds or has held. */
export type PostsHeld = (accountId: AccountId) => readonly PostSpan[];

/** Law and calendar are arguments: immutable, each with a version. */
export interface LawContext {
  readonly lawBook: LawBook;
  readonly calendar: WorkCalendar;
}

/** What `decide` may look at beside the case: today, the actor, and the ids and numbers handed to it. */
export interface DecideContext extends LawContext {
  readonly actor: Actor;
  /** Today in Asia/Shanghai, from the injected clock. */
  readonly today: CivilDate;
  /** Fresh ids, made at the edge. */
  readonly newId: () => string;
  /** People and long texts go beside the ledger: the edge stores what is kept, in the same transaction, and hands back the reference. */
  readonly keep: {
    narrative(text: string): NarrativeRef;
    person(data: PersonData): PersonRef;
  };
  /**
   * Set at the edge only: past acts are recorded from the office's earlier register. The register stands in for the paper
   * on which an approver decided.
   */
  readonly fromRegister?: boolean;
  /** Every post an account holds or has held, out of the office's ledgers: who reviews an act had no hand in it. */
  readonly postsHeld?: PostsHeld | undefined;
  /** The other streams the command named, locked with this one: what a step over several streams may look at. */
  readonly others?: ReadonlyMap<StreamId, { readonly kind: string; readonly state: unknown }>;
}

/** A number the store takes from `number_counter(organ, series, year)` in the same transaction, for each placeholder. */
export interface NumberRequest {
  readonly placeholder: string;
  readonly organId: string;
  readonly series: string;
  readonly year: number;
  /** e.g. '云政复〔{year}〕{n}号'. */
  readonly format: string;
  /**
   * A number that the office gave before this program: kept as written, free of any other case of the organ, and the
   * counter goes on after it (`n`, where it is one of this series).
   */
  readonly given?: { readonly number: string; readonly n: number | null };
}

export type Decision =
  | {
      readonly ok: true;
      readonly entries: readonly NewEntry[];
      readonly numbers?: readonly NumberRequest[];
      /** Entries for the other streams of the command: appended with these, all or none. */
      readonly also?: readonly { readonly streamId: StreamId; readonly entries: readonly NewEntry[] }[];
    }
  | { readonly ok: false; readonly failure: Failure };

/** A step as the client sends it: its type and the input its own schema checks. */
export interface Step {
  readonly type: string;
  readonly input: unknown;
}

export interface Kind<C = unknown> {
  readonly kind: string;
  /** Raised whenever `project` changes; a lower stored one is rebuilt at start. */
  readonly projectionVersion: number;
  /** Entry type → payload schema of its newest version. */
  readonly entries: Readonly<Record<string, z.ZodType>>;
  readonly upcast: Upcast;
  /** Total: any entries in any order of recording give facts and contradictions, never an error. Never reads today. */
  fold(streamId: StreamId, entries: readonly EffectiveEntry[], law: LawContext): C;
  decide(state: C, step: Step, ctx: DecideContext): Decision;
  /** The flat dated record of facts: the only vocabulary of lists, checks and statistics. */
  facts(state: C): readonly Fact[];
  /** Pure; null where the kind has no place in the shared read tables (office kinds). */
  project(state: C, history: History<C>, law: LawContext): ReadRows | null;
  readonly audience: Readonly<Record<string, AudienceRule>>;
}

/** The states the case was in after each command, oldest first: for `knownFrom`/`knownTo` of facts. */
export type History<C> = readonly { readonly recordedAt: InstantMs; readonly state: C }[];

/** The raw ledger of one stream. */
export interface Ledger {
  readonly streamId: StreamId;
  readonly kind: string;
  readonly entries: readonly Envelope[];
}
