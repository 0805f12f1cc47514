/** A party with what lies beside the ledger; number and telephone only for the office itself. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Party } from '../reconsideration/entries.ts';
import type { CaseNames } from './names.ts';
import type { PartyView } from './types.ts';

export function partyView(
  p: Party & { readonly leftOn: CivilDate | null },
  names: CaseNames,
  internal: boolean,
): PartyView {
  const person = names.person(p.person);
  return {
    partyId: p.partyId,
    capacity: p.capacity,
    kind: p.kind,
    name: person?.name ?? '',
    idNumber: internal ? (person?.idNumber ?? null) : null,
    address: person?.address ?? null,
    telephone: internal ? (person?.telephone ?? null) : null,
    legalRepresentative: person?.legalRepresentative ?? null,
    actsFor: p.actsFor,
    powers: p.powers,
    authority: internal ? (p.authority ?? null) : null,
    leftOn: p.leftOn,
  };
}
