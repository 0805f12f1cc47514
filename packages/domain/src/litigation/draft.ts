/** Collects the entries of one step of a lawsuit, and what is wrong with what it names. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Contradiction, FieldProblem } from '../errors.ts';
import type { AccountId, DocumentId, OrganId, PartyId } from '../ids.ts';
import type { DoneBy, NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, NumberRequest } from '../ledger/kinds.ts';
import type { Instance, Lawsuit } from './case-types.ts';
import type { LitigationEntryType, LitigationPayload } from './entries.ts';
import { courtNumberKey } from './instances.ts';
import type { SignedPaper, StepInput, SuitFieldRule } from './step-inputs.ts';
import type { StepType } from './steps.ts';
import type { Target } from './targets.ts';

/** What every step's input carries. */
export interface Carried {
  readonly occurredOn: CivilDate | null;
  readonly occurredTime: string | null;
  readonly onPaper: SignedPaper | null;
  readonly irregularReason: string | null;
}

/** Who signed, as the envelope keeps it. */
export const doneByOf = ({ onPaper }: Pick<Carried, 'onPaper'>): DoneBy | null =>
  onPaper === null ? null : { name: onPaper.doneBy.name, title: onPaper.doneBy.title };

export const entryOf = (
  type: LitigationEntryType,
  payload: unknown,
  at: { readonly on: CivilDate; readonly time?: string | null; readonly doneBy?: DoneBy | null },
): NewEntry => ({
  type,
  typeVersion: 1,
  occurredOn: at.on,
  occurredTime: at.time ?? null,
  doneBy: at.doneBy ?? null,
  documentIds: [],
  irregular: null,
  payload,
});

export function makeDraft(c: Lawsuit, ctx: DecideContext, day: CivilDate, carried: Carried, target: Target) {
  const entries: NewEntry[] = [];
  const problems: FieldProblem[] = [];
  const numbers: NumberRequest[] = [];
  const warned: Contradiction[] = [];
  const doneBy = doneByOf(carried);
  const wrong = (field: string, rule: SuitFieldRule, params: Record<string, string | number> = {}) => {
    problems.push({ field, rule, params });
  };
  return {
    entries,
    problems,
    numbers,
    warned,
    wrong,
    add<T extends LitigationEntryType>(
      type: T,
      payload: LitigationPayload<T>,
      at: { readonly on?: CivilDate; readonly time?: string | null } = {},
    ): void {
      const time = at.time === undefined ? carried.occurredTime : at.time;
      entries.push(entryOf(type, payload, { on: at.on ?? day, time, doneBy }));
    },
    newId: () => ctx.newId(),
    newParty: () => ctx.newId() as PartyId,
    person: ctx.keep.person,
    narrative: ctx.keep.narrative,
    /** The instance the step is about; where there is none the field is wrong, and what is built is thrown away. */
    instanceId(): string {
      if (target.instance === null) wrong('instanceId', 'instance-needed');
      return target.instance?.instanceId ?? '-';
    },
    organId(): OrganId {
      if (target.organId === null && !problems.some((p) => p.field === 'organId')) wrong('organId', 'organ-needed');
      return target.organId ?? ('-' as OrganId);
    },
    sessionId(): string {
      if (target.session === null && !problems.some((p) => p.field === 'sessionId')) {
        wrong('sessionId', 'session-needed');
      }
      return target.session?.sessionId ?? '-';
    },
    inTheSuit(organId: OrganId | string, field: string): void {
      if (!c.organs.some((o) => o.organId === organId)) wrong(field, 'not-in-the-suit');
    },
    allInTheSuit(organIds: readonly string[], field: string): void {
      organIds.forEach((id, k) => {
        if (!c.organs.some((o) => o.organId === id)) wrong(`${field}.${k}`, 'not-in-the-suit');
      });
    },
    allParties(partyIds: readonly string[], field: string): void {
      partyIds.forEach((id, k) => {
        if (!c.parties.some((p) => p.partyId === id)) wrong(`${field}.${k}`, 'unknown-party');
      });
    },
    /** A party still in the suit that sues or takes part. */
    party(partyId: PartyId | string, field: string): void {
      if (!c.parties.some((p) => p.partyId === partyId)) wrong(field, 'unknown-party');
    },
    notBefore(first: CivilDate | null | undefined, field = 'occurredOn'): void {
      if (first !== null && first !== undefined && day < first) wrong(field, 'day-before-trigger', { from: first });
    },
  };
}
export type Draft = ReturnType<typeof makeDraft>;

/** Steps that leave entries of their own; the others are about other steps. */
export type ActType = Exclude<
  StepType,
  'correct-entry' | 'annul-entry' | 'propose' | 'return-proposal' | 'withdraw-proposal' | 'approve'
>;

export interface Building {
  readonly c: Lawsuit;
  readonly ctx: DecideContext;
  readonly day: CivilDate;
  readonly d: Draft;
  readonly target: Target;
}
export type Builders<T extends ActType = ActType> = {
  readonly [K in T]: (b: Building, input: StepInput<K>) => void;
};

/** Handlers in a new order; each once. */
export const once = (accounts: readonly AccountId[]): AccountId[] => [...new Set(accounts)];

export const documentId = (ctx: DecideContext): DocumentId => ctx.newId() as DocumentId;

/** The instance of this suit that already bears a court's number. */
export const byNumber = (c: Lawsuit, courtNumber: string): Instance | null =>
  c.instances.find((i) => courtNumberKey(i.courtNumber) === courtNumberKey(courtNumber)) ?? null;
