/**
 * The entries of a ledger as one reader may see them: each with its corrections, its payload filled in with names and
 * texts from beside the ledger, and without what this reader must not have.
 */
import type { AccountId, OrganId } from '../ids.ts';
import type { NarrativeRef, PersonRef } from '../ledger/common-entries.ts';
import { type Annulled, type EffectiveEntry, isCorrection, type Replaced, type Upcast } from '../ledger/correction.ts';
import type { Ledger } from '../ledger/kinds.ts';
import type { CaseNames } from './names.ts';
import type { CorrectionView, Scalar, TimelineItem } from './types.ts';

export interface TimelineInputs {
  /** The office itself, and the organ above it. */
  readonly internal: boolean;
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly upcast: Upcast;
  readonly effects: ReadonlyMap<number, TimelineItem['effects']>;
  readonly names: CaseNames;
  readonly partyName: (id: string) => string | null;
  readonly own: OrganId;
  /** Fields of an entry that are the office's own, by its type; asked only for other readers. */
  readonly internalFields: (type: string) => readonly string[];
  /** Whether this reader may correct an entry of a type. */
  readonly mayCorrect: (type: string) => boolean;
}

/** One entry with its standing, its corrections and what it did to the limits. */
export function timelineItem(e: EffectiveEntry, inputs: TimelineInputs): TimelineItem {
  const { internal, names } = inputs;
  const { standing } = e;
  return {
    seq: e.seq,
    type: e.type,
    occurredOn: e.occurredOn,
    occurredTime: e.occurredTime,
    recordedAt: e.recordedAt,
    recordedByName: names.account(e.recordedBy.account),
    doneBy: internal ? e.doneBy : null,
    irregular: internal ? e.irregular : null,
    standing:
      standing.is === 'original'
        ? standing
        : standing.is === 'annulled'
          ? { is: 'annulled', why: internal ? standing.why : '' }
          : { is: 'replaced', why: internal ? standing.why : '', was: { occurredOn: standing.was.occurredOn } },
    corrections: correctionsOf(e, inputs.ledger, inputs),
    payload: payloadFor(e, inputs),
    effects: standing.is === 'annulled' ? [] : (inputs.effects.get(e.seq) ?? []),
    correctable: standing.is !== 'annulled' && inputs.mayCorrect(e.type),
  };
}

const isNarrative = (v: object): v is NarrativeRef => 'narrativeId' in v && 'saltedHash' in v;
const isPerson = (v: object): v is PersonRef => 'personRecordId' in v && 'saltedHash' in v;

/** Fields that name one organ; its name is put beside it (`organId` → `organName`). */
const organKeys: ReadonlySet<string> = new Set([
  'organId',
  'toOrgan',
  'respondentId',
  'reviewingOrganId',
  'undertakingId',
  'byOrganId',
]);
/** Fields that list organs. */
const organLists: ReadonlySet<string> = new Set(['organs', 'organIds', 'invited']);

/** The payload with narratives and names filled in, and without what this audience must not have. */
function payloadFor(
  e: EffectiveEntry,
  { internal, names, partyName, own, internalFields }: TimelineInputs,
): Readonly<Record<string, unknown>> {
  const hidden = internal ? [] : internalFields(e.type);
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (value === null || typeof value !== 'object') return value;
    if (isNarrative(value)) return names.narrative(value) ?? '';
    if (isPerson(value)) {
      const person = names.person(value);
      if (person === null) return { name: '' };
      const { name, address, legalRepresentative } = person;
      return internal ? person : { name, address, legalRepresentative };
    }
    const out: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      if (hidden.includes(key)) continue;
      if (key === 'sendings' && !internal && Array.isArray(inner)) {
        out[key] = inner
          .filter((s) => (s as { addressee?: { organId?: string } }).addressee?.organId === own)
          .map(fill);
        continue;
      }
      out[key] = fill(inner);
      if (Array.isArray(inner) && inner.every((id) => typeof id === 'string')) {
        if (key === 'accounts') out.accountNames = inner.map((id) => names.account(id as AccountId));
        else if (organLists.has(key)) out[`${key}Names`] = inner.map((id) => names.organ(id as OrganId));
        else if (key === 'parties') out.partiesNames = inner.map((id) => partyName(id) ?? '');
      }
      if (typeof inner !== 'string') continue;
      if (organKeys.has(key)) {
        out[`${key.replace(/Id$/, '')}Name`] = names.organ(inner as OrganId);
      } else if (key === 'partyId') out.partyName = partyName(inner) ?? '';
      else if (key === 'accountId') out.accountName = names.account(inner as AccountId);
    }
    return out;
  };
  return fill(e.payload) as Readonly<Record<string, unknown>>;
}

/** Every correction of an entry in the order of recording, each against what the one before it left. */
function correctionsOf(
  e: EffectiveEntry,
  ledger: Pick<Ledger, 'entries'>,
  inputs: TimelineInputs,
): readonly CorrectionView[] {
  if (e.standing.is === 'original') return [];
  const { internal, names } = inputs;
  const original = ledger.entries.find((x) => x.seq === e.seq);
  let on = original?.occurredOn ?? e.occurredOn;
  let payload = original === undefined ? e.payload : inputs.upcast(e.type, original.typeVersion, original.payload);
  return ledger.entries
    .filter((x) => isCorrection(x.type) && (x.payload as Annulled).seq === e.seq)
    .map((x): CorrectionView => {
      const is = x.type === 'replaced' ? (x.payload as Replaced) : null;
      const was = { occurredOn: on };
      const before = payload;
      if (is !== null) {
        on = is.occurredOn;
        payload = inputs.upcast(e.type, x.typeVersion, is.payload);
      }
      const seen = (p: unknown) => payloadFor({ ...e, payload: p }, inputs);
      return {
        seq: x.seq,
        kind: is === null ? 'annulled' : 'replaced',
        by: names.account(x.recordedBy.account),
        doneBy: internal ? x.doneBy : null,
        recordedAt: x.recordedAt,
        why: internal ? (x.payload as Annulled).why : '',
        was,
        now: is === null ? null : { occurredOn: on },
        changes: internal && is !== null ? changesOf(seen(before), seen(payload)) : [],
      };
    });
}

/** Every single value by its path. */
function valuesOf(value: unknown, path = '', into: Map<string, Scalar> = new Map()): ReadonlyMap<string, Scalar> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object') into.set(path, value as Scalar);
  else for (const [key, inner] of Object.entries(value)) valuesOf(inner, path === '' ? key : `${path}.${key}`, into);
  return into;
}

function changesOf(before: unknown, after: unknown): CorrectionView['changes'] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ field, from: was.get(field) ?? null, to: is.get(field) ?? null }));
}
