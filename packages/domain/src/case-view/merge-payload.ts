/** The whole new payload of a corrected entry, from the original and what its corrector gave. */
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { DecideContext } from '../ledger/kinds.ts';

const isRef = (value: unknown): boolean => value !== null && typeof value === 'object' && 'saltedHash' in value;

/** The original with what was given: a narrative in plain words becomes a new one beside the ledger. `kept`: ids that stay. */
export function mergePayload(
  original: Pick<EffectiveEntry, 'payload'>,
  given: Readonly<Record<string, unknown>>,
  keep: Pick<DecideContext['keep'], 'narrative'>,
  kept: readonly string[],
): Record<string, unknown> {
  const was = original.payload as Record<string, unknown>;
  const merged: Record<string, unknown> = { ...was };
  for (const [key, value] of Object.entries(given)) {
    const old = was[key];
    if (isRef(old) && typeof value === 'string') merged[key] = keep.narrative(value);
    else if (isRef(old) && !isRef(value)) continue;
    else if (key === 'parties' || key === 'party') merged[key] = keepPersons(old, value);
    else if (kept.includes(key)) continue;
    else merged[key] = value;
  }
  return merged;
}

type Given = { readonly partyId?: unknown; readonly person?: unknown };
const isGiven = (value: unknown): value is Given => value !== null && typeof value === 'object';

/** People are corrected by their own step: a corrected party keeps the reference it had. What is no party stays as given, for the schema to refuse. */
function keepPersons(old: unknown, value: unknown): unknown {
  const all = (Array.isArray(old) ? old : [old]).filter(isGiven);
  const one = (p: unknown): unknown => {
    if (!isGiven(p)) return p;
    const was = all.find((x) => x.partyId === p.partyId);
    return was === undefined || isRef(p.person) ? p : { ...p, person: was.person };
  };
  return Array.isArray(value) ? value.map(one) : one(value);
}
